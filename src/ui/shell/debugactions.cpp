// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/debugactions.h"

#include "ui/kit/icons.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/shell/actioncollection.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

DebugActions::DebugActions(ActionCollection& actions, SessionController& session, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_session(session)
    , m_selection(selection)
{
    makeActions();
    connect(&m_session, &SessionController::positionChanged, this, &DebugActions::update);
    connect(&m_session, &SessionController::runningChanged, this, &DebugActions::update);
    connect(&m_selection, &Selection::changed, this, &DebugActions::update);
    update();
}

void DebugActions::makeActions()
{
    const QString category = tr("Debug");
    const auto add = [&](const char* id, const ActionCollection::Look& look, auto slot) {
        QAction* action = m_actions.add(QLatin1String(id), category, look);
        connect(action, &QAction::triggered, &m_session, slot);
        return action;
    };
    const auto keys = [](std::initializer_list<QKeySequence> list) { return QList<QKeySequence>(list); };
    m_run = add("debug.run", {tr("&Run"), u"run"_s, keys({Qt::Key_F5}), tr("Run to the end, or until a task waits for an answer")},
                &SessionController::run);
    m_run->setIcon(icon(u"run"_s, Tone::Success));
    m_stop = m_actions.add(u"debug.reset"_s, category,
                           {tr("&Back to the start"), u"reset"_s, keys({Qt::SHIFT | Qt::Key_F5}), tr("Stop running; at rest, go back to the start")});
    connect(m_stop, &QAction::triggered, &m_session, [this] {
        if (m_session.isRunning())
            m_session.stop();
        else
            m_session.reset();
    });
    m_stepTask = add("debug.stepOver", {tr("Step &over"), u"step-over"_s, keys({Qt::Key_F10}), tr("Step to the next task; loops and sub-workflows pass as one")},
                     &SessionController::stepOver);
    m_stepEvent = add("debug.stepInto", {tr("Step &into"), u"step-into"_s, keys({Qt::Key_F11}), tr("Step to the next event")},
                      &SessionController::stepEvent);
    m_stepOut = add("debug.stepOut", {tr("Step o&ut"), u"step-out"_s, keys({Qt::SHIFT | Qt::Key_F11}),
                                      tr("Run until this loop, branch or sub-workflow is left")},
                    &SessionController::stepOut);
    m_stepDecision = add("debug.stepDecision", {tr("Step to the next &decision"), u"policy"_s, keys({Qt::CTRL | Qt::Key_F11}),
                                                tr("Step to where the workflow next chooses a way")},
                         &SessionController::stepDecision);
    m_runTo = m_actions.add(u"debug.runTo"_s, category,
                            {tr("Run to the &selected task"), u"run-to"_s, keys({Qt::CTRL | Qt::Key_F10}), tr("Run until the selected task is scheduled")});
    connect(m_runTo, &QAction::triggered, &m_session, [this] { m_session.runTo(baseReference(m_selection.reference())); });
    m_backTask = add("debug.stepBack", {tr("Step b&ack"), u"step-back"_s, keys({Qt::SHIFT | Qt::Key_F10, Qt::ALT | Qt::Key_F10}),
                                        tr("Step back to the task before; nothing runs again")},
                     &SessionController::stepBackTask);
    m_backEvent = add("debug.stepBackEvent", {tr("Step back one &event"), u"event-back"_s, keys({Qt::ALT | Qt::Key_F11}),
                                              tr("Step back one event; nothing runs again")},
                      &SessionController::stepBackEvent);
    m_toStart = m_actions.add(u"debug.toStart"_s, category,
                              {tr("Go to the first event"), u"to-start"_s, keys({Qt::ALT | Qt::Key_Home}), {}});
    connect(m_toStart, &QAction::triggered, &m_session, [this] { m_session.moveTo(0); });
    m_toEnd = add("debug.toEnd", {tr("Go to the last recorded event"), u"to-end"_s, keys({Qt::ALT | Qt::Key_End}), {}},
                  &SessionController::moveToEnd);
    m_workflow = m_actions.add(u"debug.selectWorkflow"_s, category,
                               {tr("Select the &workflow itself"), u"workflow"_s, keys({Qt::ALT | Qt::Key_W}), tr("Show the workflow's own input, output and variables")});
    connect(m_workflow, &QAction::triggered, &m_selection, &Selection::selectWorkflow);
}

void DebugActions::update()
{
    const bool forward = m_session.canStepForward();
    const bool back = m_session.canStepBack();
    const bool running = m_session.isRunning();
    for (QAction* action : {m_run, m_stepTask, m_stepEvent, m_stepOut, m_stepDecision})
        action->setEnabled(forward);
    for (QAction* action : {m_backTask, m_backEvent, m_toStart})
        action->setEnabled(back);
    m_runTo->setEnabled(forward && !m_selection.isWorkflow());
    m_toEnd->setEnabled(m_session.isOpen() && !running && m_session.position() < m_session.length());
    m_stop->setEnabled(running || back);
    m_stop->setIcon(icon(running ? u"stop"_s : u"reset"_s));
    m_stop->setText(running ? tr("&Stop") : tr("&Back to the start"));
    m_workflow->setEnabled(m_session.isOpen());
}

}  // namespace baton::ui
