// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <QWidget>

class QsciLexerJSON;
class QsciScintilla;

namespace baton::ui {

class SearchField;

/// A value as coloured JSON text with line numbers and folding, to read and copy. The text is made when it is looked at.
class JsonView : public QWidget {
    Q_OBJECT
public:
    explicit JsonView(QWidget* parent = nullptr);
    ~JsonView() override;

    void setValue(const Value& value);
    [[nodiscard]] QString text() const;

public slots:
    void copyAll();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void paintTheme();
    void find(const QString& words, bool fromHere);

    QsciScintilla* m_editor;
    QsciLexerJSON* m_lexer;
    SearchField* m_search;
    Value m_value;
    bool m_stale = false;
};

}  // namespace baton::ui
