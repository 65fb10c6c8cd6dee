// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/definitions/definitionchecker.h"
#include "ui/definitions/definitioneditor.h"

#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedLayout;

namespace baton::ui {

class Badge;
class Banner;
class ElidedLabel;
class MockPanel;
class EmptyState;
class FindingModel;
class RowTree;
class SettingsStore;

/// One definition to write: its text, the graph it makes, what a server would say of it. What is written and not yet saved
/// survives another document and the end of the program: it is kept in the settings and offered again.
class DefinitionPage : public QWidget {
    Q_OBJECT
public:
    /// `preview` shows what definitionChanged tells; it is taken over.
    DefinitionPage(SettingsStore& settings, QWidget* preview, QWidget* parent = nullptr);
    ~DefinitionPage() override;

    struct Origin {
        QString title;
        QString path;           // empty: no file yet
    };
    /// Another definition was opened; changes that are not saved stay in the editor, with a word about it.
    void setDefinition(const QString& text, const Origin& origin);
    void setOutputs(std::function<std::vector<std::string>(std::string_view taskType)> outputs);
    void setTools(const QList<QAction*>& actions, QAction* primary);   // the buttons of its bar
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] const Origin& origin() const noexcept { return m_origin; }
    [[nodiscard]] DefinitionEditor& editor() const noexcept { return *m_editor; }
    [[nodiscard]] MockPanel& mocks() const noexcept { return *m_mocks; }
    [[nodiscard]] DefinitionChecker& checker() noexcept { return m_checker; }

public slots:
    void newDefinition();
    void save();
    void saveAs();
    void formatText();
    void raiseVersion();
    void rehearse();
    void find();
    void showTask(const QString& referenceName);

signals:
    void definitionChanged(const baton::WorkflowDefPtr& definition);   // the newest that could be read
    void taskAtCursorChanged(const QString& referenceName);
    void rehearseRequested(const QString& text);
    void saved(const QString& path);
    void failed(const baton::Error& error);

private:
    QWidget* makeHead();
    QWidget* makeBody(QWidget* preview);
    QWidget* makeFindings();
    void load(const QString& text, const Origin& origin);
    void offer(const QString& title, const QString& text, QAction* action);
    void restoreDraft();
    void keepDraft();
    void edited();
    void checkedText(const CheckedText& result);
    void showState();
    void tellTask();
    void goToFinding(const QModelIndex& index);
    bool write(const QString& path);

    SettingsStore& m_settings;
    DefinitionChecker m_checker;
    CheckedText m_checked;
    CompletionFacts m_facts;
    Origin m_origin;
    QString m_savedText;
    QString m_waitingText;          // opened meanwhile, not shown yet
    Origin m_waitingOrigin;
    DefinitionEditor* m_editor;
    FindingModel* m_findings;
    RowTree* m_findingTree;
    ElidedLabel* m_name;
    Badge* m_state;
    Banner* m_banner;
    QSplitter* m_across;
    QSplitter* m_down;
    QStackedLayout* m_pages;
    EmptyState* m_empty;
    MockPanel* m_mocks;
    QWidget* m_tools;
    QAction* m_showOther;
    QAction* m_restore;
    bool m_hasText = false;
};

}  // namespace baton::ui
