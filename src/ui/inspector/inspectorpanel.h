// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace baton::ui {

class AnswerPanel;
class ChangesView;
class JournalIndex;
class JsonView;
class Selection;
class SessionController;
class TaskHeader;
class ValueView;
class VariablesModel;

/// The selected task or workflow at the present moment: who it is, what went in and out, variables, what the step changed,
/// and the JSON the real server would show.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    /// `names` knows the tasks of the journal's events; all three must outlive the panel.
    InspectorPanel(SessionController& session, Selection& selection, const JournalIndex& names, QWidget* parent = nullptr);

    enum class Tab { Input, Output, Variables, Changes, Json };
    void showTab(Tab tab);

public slots:
    void refresh();

signals:
    void originRequested(const QString& place, bool forward);

private:
    void makeTabs();
    void connectAll();
    void showTask(const Execution& execution, TaskSlot slot);
    void showDefinition();
    void showWorkflow(const Execution& execution);
    void showNothing();
    void showVariables(const Execution* execution);
    void showChanges();
    void showWaiting();
    void showWhy();
    void showJson();
    void markTabs();
    void pickTab(bool hasOutput);

    SessionController& m_session;
    Selection& m_selection;
    const JournalIndex& m_names;
    TaskHeader* m_header;
    QLabel* m_why;                // why it is as it is, a sentence each
    QTabWidget* m_tabs;
    ValueView* m_input;
    ValueView* m_output;
    VariablesModel* m_variablesModel;
    ValueView* m_variables;
    ChangesView* m_changes;
    JsonView* m_json;
    AnswerPanel* m_answer;
    bool m_tabChosen = false;   // by the user: then it stays
};

}  // namespace baton::ui
