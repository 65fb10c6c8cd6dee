// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// What clients ask of an execution: pause, resume, terminate, skip, retry, restart, and what a rehearsal overrides.
class TestDeciderOperations : public QObject {
    Q_OBJECT

private slots:
    void pausedWorkflowsScheduleNothing();
    void pauseAndResumeRefusals();
    void terminateCancelsWhatIsOpen();
    void terminateRefusals();
    void skippedTasksAreJumpedOver();
    void skipRefusals();
    void retryMakesNewAttempts();
    void retryRefusals();
    void retryAwakensPermissiveJoins();
    void restartBeginsAgain();
    void restartTakesTheLatest();
    void restartRefusals();
    void callbacksAreReset();
    void variablesFromOutside();
    void overrides();
    void startIsNoCommandForARunningOne();
};

namespace {

void defineChain(MiniRun& run)
{
    run.taskDef("{'name': 'b', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'},
        {'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE', 'inputParameters': {'a': '${a.output.v}'}},
        {'name': 'c', 'taskReferenceName': 'c', 'type': 'SIMPLE'}]})");
}

}  // namespace

void TestDeciderOperations::pausedWorkflowsScheduleNothing()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(run.run(id, command::Pause {}).ok());
    QVERIFY(run.run(id, command::Pause {}).ok());
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    EXPECT_RUN(run, R"(
        w PAUSED
        1 a a COMPLETED {} -> {"v":1}
    )");
    run.now += 5000;
    QVERIFY(run.run(id, command::Resume {}).ok());
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a a COMPLETED x {} -> {"v":1}
        2 b b SCHEDULED {"a":1} -> {}
    )");
    QCOMPARE(run[id].lastRetriedTime, run.now);
}

void TestDeciderOperations::pauseAndResumeRefusals()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    Status done = run.run(id, command::Resume {});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, ErrorCode::Internal);
    QCOMPARE(done.error().message, "The workflow " + id.str() + " is not PAUSED so cannot resume. Current status is RUNNING");
    QVERIFY(run.run(id, command::Terminate {"x"}).ok());
    done = run.run(id, command::Pause {});
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QCOMPARE(done.error().message, "Workflow w.1/" + id.str() + " has ended, status cannot be updated.");
}

void TestDeciderOperations::terminateCancelsWhatIsOpen()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.run(id, command::Terminate {"enough"}).ok());
    EXPECT_RUN(run, R"(
        w TERMINATED "enough"
        1 a a COMPLETED x {} -> {"v":1}
        2 b b CANCELED {"a":1} -> {}
    )");
    QVERIFY(run.run(id, command::Terminate {"again"}).ok());
    QCOMPARE(run[id].reasonForIncompletion, "enough");
}

void TestDeciderOperations::terminateRefusals()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    const Text id = run.start("w");
    const Status done = run.run(id, command::Terminate {"x"});
    QCOMPARE(done.error().message, std::string("Cannot terminate a COMPLETED workflow."));
    QCOMPARE(done.error().code, ErrorCode::Conflict);
}

void TestDeciderOperations::skippedTasksAreJumpedOver()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(run.run(id, command::SkipTask {"b", {}, MiniRun::value("{'v': 9}")}).ok());
    QVERIFY(run.work("a"));
    EXPECT_RUN(run, R"(
        w RUNNING
        0 b b SKIPPED null -> {"v":9}
        1 a a COMPLETED x
        2 c c SCHEDULED
    )");
    QVERIFY(run.work("c"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderOperations::skipRefusals()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    (void)run.run(id, command::SkipTask {"a", {}, {}});
    QCOMPARE(run.error, std::string("The task referenced a has already been processed, cannot be skipped"));
    (void)run.run(id, command::SkipTask {"z", {}, {}});
    QCOMPARE(run.error, std::string("The task referenced by z does not exist in the WorkflowDefinition w"));
    (void)run.run(id, command::Terminate {"x"});
    (void)run.run(id, command::SkipTask {"b", {}, {}});
    QCOMPARE(run.error, "The workflow " + id.str() + " is not running so the task referenced by b cannot be skipped");
}

void TestDeciderOperations::retryMakesNewAttempts()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.work("b", "FAILED", "{'o': 1}", "broke"));
    run.now += 1000;
    QVERIFY(run.retry(id).ok());
    // What the failure left behind is not cleared, but for the reason.
    EXPECT_RUN(run, R"(
        w RUNNING {"o":1} failed b
        1 a a COMPLETED x {} -> {"v":1}
        2 b b FAILED x r {"a":1} -> {"o":1} "broke"
        3 b b SCHEDULED #1 {"a":1} -> {}
    )");
    QCOMPARE(run[id].lastRetriedTime, run.now);
    QVERIFY(run[id].endTime > 0);
    QVERIFY(run.work("b"));
    QVERIFY(run.work("c"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderOperations::retryRefusals()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    Status done = run.retry(id);
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QCOMPARE(done.error().message, std::string("Workflow is still running.  status=RUNNING"));
    for (const char* type : {"a", "b", "c"})
        QVERIFY(run.work(type));
    done = run.retry(id);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QVERIFY(done.error().message.starts_with("There are no retryable tasks!"));
}

void TestDeciderOperations::retryAwakensPermissiveJoins()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'permissive': true}],
        [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a', 'b']}]})");
    const Text id = run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    QVERIFY(run.work("b"));
    QCOMPARE(run[id].status, WorkflowStatus::Failed);
    QVERIFY(run.retry(id).ok());
    QCOMPARE(run.task(id, "j").status, TaskStatus::InProgress);
    QVERIFY(run.work("a"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderOperations::restartBeginsAgain()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'variables': {'n': 0}, 'tasks': [
        {'name': 's', 'taskReferenceName': 's', 'type': 'SET_VARIABLE', 'inputParameters': {'n': 1, 'was': '${workflow.variables.n}'}},
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]})");
    const Text id = run.start("w", "{'x': 1}");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    run.now += 7000;
    QVERIFY(run.run(id, command::Restart {}).ok());
    EXPECT_RUN(run, R"(
        w RUNNING vars {"n":1,"was":1} failed a
        1 s SET_VARIABLE COMPLETED x {"n":1,"was":1} -> {}
        2 a a SCHEDULED
    )");
    QCOMPARE(run[id].createTime, run.now);
    QCOMPARE(run[id].endTime, 0);
    QCOMPARE(toJson(run[id].input), std::string(R"({"x":1})"));
}

void TestDeciderOperations::restartTakesTheLatest()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    const Text id = run.start("w");
    run.workflow("{'name': 'w', 'version': 2, 'tasks': [{'name': 'm', 'taskReferenceName': 'm', 'type': 'NOOP'}]}");
    QVERIFY(run.run(id, command::Restart {}).ok());
    QVERIFY(run[id].latest("n"));
    QVERIFY(run.run(id, command::Restart {run.sources.workflow("w", std::nullopt)}).ok());
    QVERIFY(!run[id].latest("n"));
    QVERIFY(run[id].latest("m"));
    QCOMPARE(run[id].definition->version, 2);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderOperations::restartRefusals()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'restartable': false, 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]})");
    const Text id = run.start("w");
    (void)run.run(id, command::Restart {});
    QCOMPARE(run.error, "Workflow: w.1/" + id.str() + ".RUNNING is not in terminal state, unable to restart.");
    QVERIFY(run.work("a"));
    const Status done = run.run(id, command::Restart {});
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QCOMPARE(run.error, "Workflow: w.1/" + id.str() + ".COMPLETED is non-restartable");
}

void TestDeciderOperations::callbacksAreReset()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'startDelay': 100}]}");
    const Text id = run.start("w");
    QVERIFY(!run.poll("a"));
    QVERIFY(run.run(id, command::ResetCallbacks {}).ok());
    QVERIFY(run.poll("a"));
    QVERIFY(run.run(id, command::Terminate {"x"}).ok());
    (void)run.run(id, command::ResetCallbacks {});
    QCOMPARE(run.error, std::string("Workflow is in terminal state. Status = TERMINATED"));
}

void TestDeciderOperations::variablesFromOutside()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(run.run(id, command::UpdateVariables {MiniRun::value("{'a': 1}")}).ok());
    QVERIFY(run.run(id, command::UpdateVariables {MiniRun::value("{'b': 2}")}).ok());
    QCOMPARE(toJson(run[id].variables), std::string(R"({"a":1,"b":2})"));
}

void TestDeciderOperations::overrides()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w", "{'x': 1}");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.run(id, command::OverrideTask {1, {{Field::InputData, MiniRun::value("{'a': 'instead'}")}}}).ok());
    QVERIFY(run.run(id, command::OverrideWorkflow {{{Field::Input, MiniRun::value("{'x': 2}")}}}).ok());
    QCOMPARE(toJson(run.task(id, "b").inputData), std::string(R"({"a":"instead"})"));
    QCOMPARE(toJson(run[id].input), std::string(R"({"x":2})"));
    QVERIFY(!run.run(id, command::OverrideTask {77, {}}).ok());
}

void TestDeciderOperations::startIsNoCommandForARunningOne()
{
    MiniRun run;
    defineChain(run);
    const Text id = run.start("w");
    QVERIFY(!run.run(id, command::Start {}).ok());
    QVERIFY(!decide(std::nullopt, command::Decide {}, run.now, run.context).ok());
}

QTEST_GUILESS_MAIN(TestDeciderOperations)
#include "tst_decider_operations.moc"
