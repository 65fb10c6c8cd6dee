// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Branches that run side by side, written in the definition or made on the spot, and what waits for them.
class TestDeciderForks : public QObject {
    Q_OBJECT

private slots:
    void branchesMeetInTheJoin();
    void aCompletedBranchLeavesTheDecisionToTheJoin();
    void unjoinedBranchesHoldTheWorkflowOpen();
    void aFailedBranchEndsTheWorkflow();
    void anOptionalBranchMayFail();
    void aPermissiveBranchFailsLate();
    void aForkNeedsAJoin();
    void nestedForks();
    void agentsKeepOnlyTheirState();
    void exclusiveJoinTakesWhatRan();
    void exclusiveJoinFallsBack();
    void dynamicForkFromInputs();
    void dynamicForkFromTasks();
    void dynamicForkLegacy();
    void dynamicForkOfWorkflows();
    void dynamicForkOfNothing();
    void dynamicForkBadInput_data();
    void dynamicForkBadInput();
};

namespace {

const char* const kTwoBranches = R"({'name': 'w', 'tasks': [
    {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE' OPTION},
         {'name': 'a2', 'taskReferenceName': 'a2', 'type': 'SIMPLE'}],
        [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE' OPTION}]]},
    {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a2', 'b']},
    {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]})";

std::string twoBranches(const std::string& option = {})
{
    std::string text = kTwoBranches;
    for (std::size_t at = text.find("OPTION"); at != std::string::npos; at = text.find("OPTION"))
        text.replace(at, 6, option);
    return text;
}

}  // namespace

void TestDeciderForks::branchesMeetInTheJoin()
{
    MiniRun run;
    run.workflow(twoBranches());
    run.start("w");
    EXPECT_RUN(run, R"(
        w RUNNING
        1 f FORK COMPLETED x
        2 a a SCHEDULED
        3 b b SCHEDULED
        4 j JOIN IN_PROGRESS {"joinOn":["a2","b"]} -> {}
    )");
    QVERIFY(run.work("a"));
    QVERIFY(run.work("b", "COMPLETED", "{'v': 'b'}"));
    // The join shows what has come in; b itself waits for the next decision.
    EXPECT_RUN(run, R"(
        w RUNNING
        1 f FORK COMPLETED x
        2 a a COMPLETED x
        3 b b COMPLETED {} -> {"v":"b"}
        4 j JOIN IN_PROGRESS {"joinOn":["a2","b"]} -> {"b":{"v":"b"}}
        5 a2 a2 SCHEDULED
    )");
    QVERIFY(run.work("a2", "COMPLETED", "{'v': 'a'}"));
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 f FORK COMPLETED x
        2 a a COMPLETED x
        3 b b COMPLETED x {} -> {"v":"b"}
        4 j JOIN COMPLETED x {"joinOn":["a2","b"]} -> {"b":{"v":"b"},"a2":{"v":"a"}}
        5 a2 a2 COMPLETED x {} -> {"v":"a"}
        6 end NOOP COMPLETED
    )");
}

void TestDeciderForks::aCompletedBranchLeavesTheDecisionToTheJoin()
{
    MiniRun run;
    // The join waits for the first task of a branch: what follows that task must not wait for the join.
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}, {'name': 'a2', 'taskReferenceName': 'a2', 'type': 'SIMPLE'}],
        [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a', 'b']}]})");
    run.start("w");
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2"));
    QVERIFY(run.work("b"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderForks::unjoinedBranchesHoldTheWorkflowOpen()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}], [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a']},
        {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]})");
    run.start("w");
    QVERIFY(run.work("a"));
    QCOMPARE(run.task(run.lastId(), "end").status, TaskStatus::Completed);
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    QVERIFY(run.work("b"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderForks::aFailedBranchEndsTheWorkflow()
{
    MiniRun run;
    run.taskDef("{'name': 'b', 'retryCount': 0}");
    run.workflow(twoBranches());
    run.start("w");
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2", "COMPLETED", "{'x': 1}"));
    QVERIFY(run.work("b", "FAILED", "{'y': 2}", "broke"));
    // The output is that of the task scheduled last, which is not the failed one.
    EXPECT_RUN(run, R"(
        w FAILED "Task <b> failed with status: FAILED and reason: 'broke'" {"x":1} failed b
        1 f FORK COMPLETED x
        2 a a COMPLETED x
        3 b b FAILED {} -> {"y":2} "broke"
        4 j JOIN CANCELED {"joinOn":["a2","b"]} -> {"a2":{"x":1}}
        5 a2 a2 COMPLETED {} -> {"x":1}
    )");
}

void TestDeciderForks::anOptionalBranchMayFail()
{
    MiniRun run;
    run.taskDef("{'name': 'b', 'retryCount': 0}");
    run.workflow(twoBranches(", 'optional': true"));
    run.start("w");
    QVERIFY(run.work("b", "FAILED", "{}", "broke"));
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2"));
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 f FORK COMPLETED x
        2 a a COMPLETED x
        3 b b COMPLETED_WITH_ERRORS x "broke"
        4 j JOIN COMPLETED_WITH_ERRORS x {"joinOn":["a2","b"]} -> {} "b/<b> completed with errors"
        5 a2 a2 COMPLETED x
        6 end NOOP COMPLETED
    )");
}

void TestDeciderForks::aPermissiveBranchFailsLate()
{
    MiniRun run;
    run.taskDef("{'name': 'b', 'retryCount': 0}");
    run.workflow(twoBranches(", 'permissive': true"));
    run.start("w");
    QVERIFY(run.work("b", "FAILED", "{}", "broke"));
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2"));
    EXPECT_RUN(run, R"(
        w FAILED "Task <j> failed with status: FAILED and reason: 'broke'" failed b j
        1 f FORK COMPLETED x
        2 a a COMPLETED x
        3 b b FAILED x "broke"
        4 j JOIN FAILED {"joinOn":["a2","b"]} -> {} "broke"
        5 a2 a2 COMPLETED
    )");
}

void TestDeciderForks::aForkNeedsAJoin()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]]}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w FAILED "Fork task definition is not followed by a join task.  Check the blueprint"
    )");
}

void TestDeciderForks::nestedForks()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'f2', 'taskReferenceName': 'f2', 'type': 'FORK_JOIN', 'forkTasks': [
            [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}], [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]]},
         {'name': 'j2', 'taskReferenceName': 'j2', 'type': 'JOIN', 'joinOn': ['a', 'b']},
         {'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}],
        [{'name': 'c', 'taskReferenceName': 'c', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['n', 'c']}]})");
    run.start("w");
    QVERIFY(run.work("c", "COMPLETED", "{'v': 3}"));
    QVERIFY(run.work("b", "COMPLETED", "{'v': 2}"));
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 f FORK COMPLETED x
        2 f2 FORK COMPLETED x
        3 a a COMPLETED x {} -> {"v":1}
        4 b b COMPLETED x {} -> {"v":2}
        5 j2 JOIN COMPLETED x {"joinOn":["a","b"]} -> {"b":{"v":2},"a":{"v":1}}
        6 c c COMPLETED x {} -> {"v":3}
        7 j JOIN COMPLETED {"joinOn":["n","c"]} -> {"c":{"v":3}}
        8 n NOOP COMPLETED x
    )");
}

void TestDeciderForks::agentsKeepOnlyTheirState()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'metadata': {'agent_sdk': 'x'}, 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
            [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}],
            [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE', 'inputParameters': {'_agent_tool_name': 'tool'}}],
            [{'name': 'c', 'taskReferenceName': 'c', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a', 'b', 'c']}]})");
    run.start("w");
    QVERIFY(run.work("a", "COMPLETED", "{'state': 1, 'rest': 2}"));
    QVERIFY(run.work("b", "COMPLETED", "{'state': 1}"));
    QVERIFY(run.work("c", "COMPLETED", "{'plain': 1}"));
    QCOMPARE(toJson(run.task(run.lastId(), "j").outputData), std::string(R"({"a":{"state":1},)"
        R"("b":{"_agent_tool_name":"tool","_agent_tool_output":{"state":1}},"c":{"plain":1}})"));
}

void TestDeciderForks::exclusiveJoinTakesWhatRan()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'evaluatorType': 'value-param', 'expression': 'v', 'inputParameters': {'v': '${workflow.input.v}'},
        'decisionCases': {'a': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}],
                          'b': [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]}},
        {'name': 'x', 'taskReferenceName': 'x', 'type': 'EXCLUSIVE_JOIN', 'joinOn': ['a', 'b']}]})");
    run.start("w", "{'v': 'b'}");
    QVERIFY(run.work("b", "COMPLETED", "{'from': 'b'}"));
    QCOMPARE(toJson(run.last().output), std::string(R"({"from":"b"})"));
    QCOMPARE(run.task(run.lastId(), "x").status, TaskStatus::Completed);
}

void TestDeciderForks::exclusiveJoinFallsBack()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'p', 'taskReferenceName': 'p', 'type': 'SIMPLE'},
        {'name': 'x', 'taskReferenceName': 'x', 'type': 'EXCLUSIVE_JOIN', 'joinOn': ['nobody'],
         'defaultExclusiveJoinTask': ['p']}]})");
    run.start("w");
    QVERIFY(run.work("p", "COMPLETED", "{'from': 'p'}"));
    EXPECT_RUN(run, R"(
        w COMPLETED {"from":"p"}
        1 p p COMPLETED x {} -> {"from":"p"}
        2 x EXCLUSIVE_JOIN COMPLETED {"joinOn":["nobody"],"defaultExclusiveJoinTask":["p"]} -> {"from":"p"}
    )");
}

void TestDeciderForks::dynamicForkFromInputs()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'inputParameters': {
            'forkTaskName': 'paint', 'forkTaskInputs': [{'c': '${workflow.input.c}'}, 7]}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'inputParameters': {'own': '${stays}'}},
        {'name': 'g', 'taskReferenceName': 'g', 'type': 'FORK_JOIN_DYNAMIC', 'inputParameters': {
            'forkTaskType': 'NOOP', 'forkTaskInputs': [1]}},
        {'name': 'k', 'taskReferenceName': 'k', 'type': 'JOIN'}]})");
    run.start("w", "{'c': 'red'}");
    QVERIFY(run.work("paint", "COMPLETED", "{'v': 0}"));
    QVERIFY(run.work("paint", "COMPLETED", "{'v': 1}"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(toJson(run.task(run.lastId(), "_paint_0").inputData), std::string(R"({"c":"red","__index":0})"));
    QCOMPARE(toJson(run.task(run.lastId(), "_paint_1").inputData), std::string(R"({"input":7,"__index":1})"));
    QCOMPARE(toJson(run.task(run.lastId(), "j").inputData), std::string(R"({"own":"${stays}","joinOn":["_paint_0","_paint_1"]})"));
    QCOMPARE(toJson(run.task(run.lastId(), "j").outputData), std::string(R"({"_paint_0":{"v":0},"_paint_1":{"v":1}})"));
    QVERIFY(run.last().latest("_g_NOOP_0"));
    QVERIFY(run.task(run.lastId(), "f").executed);
}

void TestDeciderForks::dynamicForkFromTasks()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'dynamicForkTasksParam': 'tasks',
         'dynamicForkTasksInputParamName': 'inputs',
         'inputParameters': {'tasks': '${workflow.input.tasks}', 'inputs': '${workflow.input.inputs}'}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    run.start("w", R"({'tasks': [{'name': 'x', 'taskReferenceName': 'x1', 'type': 'SIMPLE', 'inputParameters': {'own': 1, 'both': 1}},
        {'name': 'n', 'taskReferenceName': 'n1', 'type': 'NOOP'}], 'inputs': {'x1': {'both': 2, 'ref': '${workflow.input.inputs.q}'},
        'q': 'deep'}})");
    QCOMPARE(toJson(run.task(run.lastId(), "x1").inputData), std::string(R"({"own":1,"both":2,"ref":"deep"})"));
    QVERIFY(run.work("x"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(toJson(run.task(run.lastId(), "f").inputData["forkedTasks"]), std::string(R"(["x1","n1"])"));
}

void TestDeciderForks::dynamicForkLegacy()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'dynamicForkJoinTasksParam': 'list',
         'inputParameters': {'list': {'dynamicTasks': [
            {'taskName': 'x', 'referenceName': 'x1', 'type': 'SIMPLE', 'input': {'a': 1}}]}}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    run.start("w");
    QCOMPARE(toJson(run.task(run.lastId(), "x1").inputData), std::string(R"({"a":1})"));
    QVERIFY(run.work("x"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderForks::dynamicForkOfWorkflows()
{
    MiniRun run;
    run.workflow(R"({'name': 'child', 'tasks': [{'name': 'work', 'taskReferenceName': 'work', 'type': 'SIMPLE'}]})");
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'inputParameters': {
            'forkTaskWorkflow': 'child', 'forkTaskWorkflowVersion': '1', 'forkTaskInputs': [{'x': 1}, {'x': 2}]}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    run.start("w");
    QCOMPARE(toJson(run[run.childOf(run.lastId(), "_f_1")].input), std::string(R"({"x":2,"__index":1})"));
    QVERIFY(run.work("work", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.work("work", "COMPLETED", "{'v': 2}"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderForks::dynamicForkOfNothing()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'inputParameters': {'forkTaskInputs': []}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 f FORK COMPLETED x {"forkedTasks":[],"forkedTaskDefs":[],"forkTaskInputs":[]} -> {}
        2 j JOIN COMPLETED {"joinOn":[]} -> {}
    )");
}

void TestDeciderForks::dynamicForkBadInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no list") << QByteArray("{'tasks': 'none', 'inputs': {}}")
        << "Input 'tasks' is invalid. Cannot deserialize a list of Workflow Tasks from 'none'";
    QTest::newRow("nothing") << QByteArray("{'inputs': {}}")
        << "Input 'tasks' is invalid. Cannot deserialize a list of Workflow Tasks from 'null'";
    QTest::newRow("no name") << QByteArray("{'tasks': [{'name': 'x', 'type': 'NOOP'}], 'inputs': {}}")
        << "Input 'tasks' is invalid. Cannot deserialize a list of Workflow Tasks from '[{name=x, type=NOOP}]'";
    QTest::newRow("no map") << QByteArray("{'tasks': [], 'inputs': 7}")
        << "Input to the dynamically forked tasks is not a map -> expecting a map of K,V  but found 7";
    QTest::newRow("duplicate") << QByteArray(
        "{'tasks': [{'name': 'x', 'taskReferenceName': 'first', 'type': 'NOOP'}], 'inputs': {}}")
        << "No dynamic tasks could be created for the Workflow: w.1/<w>, Dynamic Fork Task: x/first attempted to create a "
           "duplicate task reference name: first";
}

void TestDeciderForks::dynamicForkBadInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, reason);
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'n', 'taskReferenceName': 'first', 'type': 'NOOP'},
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC', 'dynamicForkTasksParam': 'tasks',
         'dynamicForkTasksInputParamName': 'inputs',
         'inputParameters': {'tasks': '${workflow.input.tasks}', 'inputs': '${workflow.input.inputs}'}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    run.start("w", input.toStdString());
    ExecutionDump dump;
    QCOMPARE(QString::fromStdString(dump.workflowLine(run.last())), QStringLiteral("w FAILED \"%1\"").arg(reason));
}

QTEST_GUILESS_MAIN(TestDeciderForks)
#include "tst_decider_forks.moc"
