// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace baton::ui {

class ActionCollection;
class Selection;
class SessionController;

/// The verbs of the debugger, with Qt Creator's keys, enabled as the session allows.
class DebugActions : public QObject {
    Q_OBJECT
public:
    DebugActions(ActionCollection& actions, SessionController& session, Selection& selection, QObject* parent = nullptr);

private:
    void makeActions();
    void update();

    ActionCollection& m_actions;
    SessionController& m_session;
    Selection& m_selection;
    QAction* m_run = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_stepTask = nullptr;
    QAction* m_stepEvent = nullptr;
    QAction* m_stepOut = nullptr;
    QAction* m_stepDecision = nullptr;
    QAction* m_runTo = nullptr;
    QAction* m_backTask = nullptr;
    QAction* m_backEvent = nullptr;
    QAction* m_toStart = nullptr;
    QAction* m_toEnd = nullptr;
    QAction* m_workflow = nullptr;
};

}  // namespace baton::ui
