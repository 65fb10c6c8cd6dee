// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// What a record keeps in the corners: found by playing scenarios against the real server.
class TestDeciderRecords : public QObject {
    Q_OBJECT

private slots:
    void aGrandchildsIdGivesWayToTheChilds();
    void aLoopEndedInARoundKeepsTheRound();
    void aLoopTerminatedFromOutsideKeepsNoHalfRound();
    void failingWorkflowsMakeTheirOutputTwice();
    void terminatedWorkflowsMakeTheirOutputOnce();
    void optionalTasksStayCanceled();
    void aRetriedTaskShowsTheInputOfTheRetry();
    void numbersOfStartWorkflowAreNumbers();
    void definitionsOnTheSpotHaveTheirDefaults();
    void timeEndsAWaitThatIsAsyncComplete();
};

namespace {

// A loop over the input's list, without a condition.
const std::string kLoop = "'type': 'DO_WHILE', 'name': 'l', 'taskReferenceName': 'l', 'loopCondition': '', "
                          "'items': '${workflow.input.items}', 'loopOver': ";

}  // namespace

void TestDeciderRecords::aGrandchildsIdGivesWayToTheChilds()
{
    MiniRun run;
    run.workflow("{'name': 'leaf', 'tasks': [{'name': 'work', 'taskReferenceName': 'work', 'type': 'SIMPLE'}]}");
    run.workflow(R"({'name': 'middle', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SUB_WORKFLOW',
        'subWorkflowParam': {'name': 'leaf'}}]})");
    run.workflow(R"({'name': 'root', 'tasks': [{'name': 'm', 'taskReferenceName': 'm', 'type': 'SUB_WORKFLOW',
        'subWorkflowParam': {'name': 'middle'}}]})");
    const Text root = run.start("root");
    const Text middle = run.childOf(root, "m");
    const Text leaf = run.childOf(middle, "s");
    QVERIFY(run.work("work"));
    QCOMPARE(run[root].status, WorkflowStatus::Completed);
    QCOMPARE(run.task(root, "m").outputData["subWorkflowId"], Value(middle));
    QCOMPARE(run[root].output["subWorkflowId"], Value(leaf));
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRecords::aLoopEndedInARoundKeepsTheRound()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{" + kLoop + R"([
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'},
        {'name': 't', 'taskReferenceName': 't', 'type': 'TERMINATE', 'inputParameters': {'terminationStatus': 'COMPLETED',
            'workflowOutput': {'x': 1}}}]}]})");
    const Text id = run.start("w", "{'items': [1, 2]}");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.task(id, "l").status, TaskStatus::Canceled);
    QCOMPARE(toJson(run.task(id, "l").outputData["1"]), std::string(R"({"a":{"v":1},"t":{}})"));
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRecords::aLoopTerminatedFromOutsideKeepsNoHalfRound()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{" + kLoop + "[{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}]}");
    const Text id = run.start("w", "{'items': [1, 2]}");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.run(id, command::Terminate {"enough"}).ok());
    QVERIFY(run.task(id, "l").outputData.contains("1"));
    QVERIFY(!run.task(id, "l").outputData.contains("2"));
}

void TestDeciderRecords::failingWorkflowsMakeTheirOutputTwice()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}],
        'outputParameters': {'status': '${workflow.status}', 'before': '${workflow.output}'}})");
    const Text id = run.start("w");
    QVERIFY(run.work("a", "FAILED"));
    QCOMPARE(toJson(run[id].output), std::string(R"({"status":"FAILED","before":{"status":"RUNNING","before":{}}})"));
}

void TestDeciderRecords::terminatedWorkflowsMakeTheirOutputOnce()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}],
        'outputParameters': {'status': '${workflow.status}', 'before': '${workflow.output}'}})");
    const Text id = run.start("w");
    QVERIFY(run.run(id, command::Terminate {"enough"}).ok());
    QCOMPARE(toJson(run[id].output), std::string(R"({"status":"TERMINATED","before":{}})"));
}

void TestDeciderRecords::optionalTasksStayCanceled()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'optional': true}]}");
    const Text id = run.start("w");
    QVERIFY(run.work("a", "CANCELED"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.task(id, "a").status, TaskStatus::Canceled);
}

void TestDeciderRecords::aRetriedTaskShowsTheInputOfTheRetry()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE',
        'inputParameters': {'again': '${workflow.output.e}'}}]})");
    const Text id = run.start("w");
    const TaskSlot first = run.slot(id, "a");
    QVERIFY(run.work("a", "FAILED", "{'e': 5}"));
    QVERIFY(run.retry(id).ok());
    QCOMPARE(toJson(run.task(id, "a").inputData), std::string(R"({"again":5})"));
    QCOMPARE(toJson(run[id].task(first)->inputData), std::string(R"({"again":5})"));
}

void TestDeciderRecords::numbersOfStartWorkflowAreNumbers()
{
    MiniRun run;
    run.workflow("{'name': 'other', 'tasks': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'START_WORKFLOW',
        'inputParameters': {'startWorkflow': {'name': 'other', 'priority': 'high'}}}]})");
    const Text id = run.start("w");
    run.settle();
    QCOMPARE(run[id].status, WorkflowStatus::Failed);
    QVERIFY(run.task(id, "s").reasonForIncompletion.view().starts_with("Error reading StartWorkflowRequest. "));
}

void TestDeciderRecords::definitionsOnTheSpotHaveTheirDefaults()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SUB_WORKFLOW', 'subWorkflowParam': {
        'name': 'c', 'workflowDefinition': {'name': 'c', 'tasks': [{'name': 'a', 'taskReferenceName': 'a'}]}}}]})");
    const Text id = run.start("w");
    const Value definition = run.task(id, "s").inputData["subWorkflowDefinition"];
    QCOMPARE(definition["timeoutPolicy"], Value("ALERT_ONLY"));
    QCOMPARE(definition["tasks"].items().front()["optional"], Value(false));
}

void TestDeciderRecords::timeEndsAWaitThatIsAsyncComplete()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'w', 'taskReferenceName': 'w', 'type': 'WAIT', 'asyncComplete': true,
        'inputParameters': {'duration': '5s'}}]})");
    const Text id = run.start("w");
    run.advance(6);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

QTEST_GUILESS_MAIN(TestDeciderRecords)
#include "tst_decider_records.moc"
