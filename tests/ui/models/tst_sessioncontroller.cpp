// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sessioncontroller.h"

#include "ui/models/selection.h"
#include "ui/support/rehearsals.h"

#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestSessionController : public QObject {
    Q_OBJECT

private slots:
    void opensAtTheFirstEvent();
    void stepsForwardAndBackToTheSameStates();
    void tellsWhatAStepChanged();
    void runsToTheEndAndCanBeStopped();
    void runsToATask();
    void stepsOutOfABranch();
    void waitsForAnAnswer();
    void refusesAWrongAnswer();
    void keepsTheOldRehearsalOnAnError();
    void bearsMovesWithoutARehearsal();
    void selectionFindsTheAttempt();
};

namespace {

void open(SessionController& session, WorkflowDefPtr workflow)
{
    QVERIFY(session.start(setupFor(std::move(workflow))).ok());
}

void runToRest(SessionController& session)
{
    QSignalSpy stopped(&session, &SessionController::stopped);
    session.run();
    QTRY_VERIFY(!stopped.isEmpty());
}

}  // namespace

void TestSessionController::opensAtTheFirstEvent()
{
    SessionController session;
    QSignalSpy opened(&session, &SessionController::opened);
    open(session, loanWorkflow());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(session.position(), std::size_t {1});
    QVERIFY(session.execution());
    QVERIFY(session.canStepForward());
    QCOMPARE(session.definition()->name.str(), std::string("underwriting_workflow"));
    session.close();
    QVERIFY(!session.isOpen());
    QVERIFY(!session.execution());
}

void TestSessionController::stepsForwardAndBackToTheSameStates()
{
    SessionController session;
    open(session, branchingWorkflow());
    QHash<std::size_t, quint64> hashes;
    for (hashes.insert(session.position(), session.world()->stateHash()); session.canStepForward();) {
        session.stepEvent();
        hashes.insert(session.position(), session.world()->stateHash());
        QVERIFY(hashes.size() < 1000);
    }
    int compared = 0;
    while (session.canStepBack()) {
        session.stepBackEvent();
        if (hashes.contains(session.position())) {
            QCOMPARE(session.world()->stateHash(), hashes.value(session.position()));
            ++compared;
        }
    }
    QVERIFY(compared > 10);
    QCOMPARE(session.position(), std::size_t {0});
}

void TestSessionController::tellsWhatAStepChanged()
{
    SessionController session;
    open(session, loanWorkflow());
    session.stepTask();
    const TaskSlot first = session.currentTask();
    QVERIFY(first != kNoTask);
    QCOMPARE(session.execution()->task(first)->status, TaskStatus::Completed);
    QVERIFY(session.executionBefore());
    QVERIFY(session.stepBegan() < session.position());
    session.stepTask();
    QVERIFY(session.currentTask() != first);
    // Going back marks what the last event there did, whichever way one came.
    const std::size_t here = session.position();
    session.stepEvent();
    session.moveTo(here);
    QVERIFY(session.stepBegan() < here);
    QCOMPARE(session.position(), here);
}

void TestSessionController::runsToTheEndAndCanBeStopped()
{
    SessionController session;
    open(session, loanWorkflow());
    runToRest(session);
    QVERIFY(!session.isRunning());
    QCOMPARE(session.execution()->status, WorkflowStatus::Completed);
    QVERIFY(!session.canStepForward());
    session.reset();
    QCOMPARE(session.position(), std::size_t {0});
    session.run();
    QVERIFY(session.isRunning());
    QVERIFY(!session.canStepBack());
    session.stop();
    QVERIFY(!session.isRunning());
    QVERIFY(session.canStepForward());
}

void TestSessionController::runsToATask()
{
    SessionController session;
    open(session, loanWorkflow());
    QSignalSpy stopped(&session, &SessionController::stopped);
    session.runTo(QStringLiteral("risk_assessment_task"));
    QTRY_COMPARE(stopped.count(), 1);
    const TaskRun* task = session.execution()->task(session.currentTask());
    QVERIFY(task);
    QCOMPARE(task->referenceTaskName.str(), std::string("risk_assessment_task"));
    QCOMPARE(task->status, TaskStatus::Scheduled);
}

void TestSessionController::stepsOutOfABranch()
{
    SessionController session;
    open(session, branchingWorkflow());
    const auto current = [&] {
        const TaskRun* task = session.execution()->task(session.currentTask());
        return task ? task->referenceTaskName.str() : std::string();
    };
    for (int i = 0; i < 50 && current() != "bureau"; ++i)
        session.stepEvent();
    QCOMPARE(current(), std::string("bureau"));
    QSignalSpy stopped(&session, &SessionController::stopped);
    session.stepOut();
    QTRY_COMPARE(stopped.count(), 1);
    QVERIFY(current() != "bureau" && current() != "income");
}

void TestSessionController::waitsForAnAnswer()
{
    SessionController session;
    open(session, waitingWorkflow());
    runToRest(session);
    const std::optional<WaitingTask> waiting = session.waitingTask();
    QVERIFY(waiting.has_value());
    TaskResult result;
    result.workflowInstanceId = waiting->workflowId;
    result.taskId = session.execution()->task(waiting->slot)->taskId;
    result.status = TaskStatus::Completed;
    result.outputData = Value::object({{"worth", 300'000}});
    QVERIFY(session.answer(result).ok());
    runToRest(session);
    QCOMPARE(session.execution()->status, WorkflowStatus::Completed);
    QVERIFY(!session.waitingTask());
}

void TestSessionController::refusesAWrongAnswer()
{
    SessionController session;
    QVERIFY(!session.answer({}).ok());
    open(session, waitingWorkflow());
    TaskResult result;
    result.taskId = "nobody";
    result.status = TaskStatus::Completed;
    QVERIFY(!session.answer(result).ok());
}

void TestSessionController::keepsTheOldRehearsalOnAnError()
{
    SessionController session;
    open(session, loanWorkflow());
    session.stepTask();
    const std::size_t position = session.position();
    QVERIFY(!session.start({}).ok());
    QVERIFY(session.isOpen());
    QCOMPARE(session.position(), position);
}

void TestSessionController::bearsMovesWithoutARehearsal()
{
    SessionController session;
    session.stepTask();
    session.stepBackEvent();
    session.stepOut();
    session.run();
    session.runTo(QStringLiteral("x"));
    session.reset();
    session.moveTo(7);
    session.stop();
    session.close();
    QVERIFY(!session.isOpen());
}

void TestSessionController::selectionFindsTheAttempt()
{
    SessionController session;
    open(session, branchingWorkflow());
    runToRest(session);
    Selection selection;
    QSignalSpy changed(&selection, &Selection::changed);
    selection.select(QStringLiteral("bureau"));
    QCOMPARE(changed.count(), 1);
    selection.select(QStringLiteral("bureau"));
    QCOMPARE(changed.count(), 1);
    const TaskSlot newest = selection.slotIn(session.execution());
    QCOMPARE(session.execution()->task(newest)->retryCount, 1);
    selection.select(QStringLiteral("nobody"));
    QCOMPARE(selection.slotIn(session.execution()), kNoTask);
    QCOMPARE(baseReference(QStringLiteral("loop_task__12")), QStringLiteral("loop_task"));
    QCOMPARE(baseReference(QStringLiteral("plain_task")), QStringLiteral("plain_task"));
}

QTEST_GUILESS_MAIN(TestSessionController)
#include "tst_sessioncontroller.moc"
