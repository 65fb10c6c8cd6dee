// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/definitions/completion.h"
#include "ui/models/document.h"

#include <QWidget>

class QsciLexerJSON;
class QsciScintilla;

namespace baton::ui {

class SearchField;

/// A definition's text: coloured JSON with line numbers, folding, undo and search; findings in the margin; completion of
/// names, values and references. Ctrl+Space completes, and so does typing where something is known.
class DefinitionEditor : public QWidget {
    Q_OBJECT
public:
    DefinitionEditor(Schema schema, QWidget* parent = nullptr);
    ~DefinitionEditor() override;

    void setText(const QString& text);            // without a way back: another document
    void replaceText(const QString& text);        // one step to undo
    [[nodiscard]] QString text() const;
    [[nodiscard]] QByteArray bytes() const;       // UTF-8
    void setFacts(CompletionFacts facts);
    void setFindings(const std::vector<Finding>& findings);
    [[nodiscard]] QString findingAt(int line) const;   // line from 1; empty: none
    /// Into the middle of the view, with the cursor there; line and column (in characters) from 1.
    void goTo(int line, int column = 1);
    void goToByte(std::size_t offset);
    [[nodiscard]] std::size_t cursorByte() const;
    [[nodiscard]] QsciScintilla& editor() const noexcept { return *m_editor; }

public slots:
    void complete();
    void find();

signals:
    void textChanged();
    void cursorMoved();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMargin();
    void paintTheme();
    void findNext(const QString& words, bool fromHere);
    void completeTyped(int character);
    void insertChoice(const QString& choice);

    Schema m_schema;
    CompletionFacts m_facts;
    Completions m_offered;
    std::vector<std::pair<int, QString>> m_notes;   // line from 1, what is to be said there
    QsciScintilla* m_editor;
    QsciLexerJSON* m_lexer;
    SearchField* m_search;
};

}  // namespace baton::ui
