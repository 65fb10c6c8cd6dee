// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Sub-workflows, workflows started on the side, and what a failure starts.
class TestDeciderChildren : public QObject {
    Q_OBJECT

private slots:
    void theChildWorksForItsParent();
    void theChildGetsItsInput_data();
    void theChildGetsItsInput();
    void definitionsOnTheSpot();
    void theParentFollows_data();
    void theParentFollows();
    void childrenThatCannotStart();
    void aTerminatedParentTakesItsChildAlong();
    void anotherAttemptIsAnotherChild();
    void startWorkflowDoesNotWait();
    void startWorkflowErrors_data();
    void startWorkflowErrors();
    void failureWorkflowsGetTheStory();
    void failureWorkflowNames_data();
    void failureWorkflowNames();
};

namespace {

void defineFamily(MiniRun& run, const std::string& param = "'name': 'child'")
{
    run.taskDef("{'name': 'work', 'retryCount': 0}");
    run.workflow(R"({'name': 'child', 'tasks': [{'name': 'work', 'taskReferenceName': 'work', 'type': 'SIMPLE'}],
        'outputParameters': {'v': '${work.output.v}'}})");
    run.workflow(R"({'name': 'parent', 'tasks': [{'name': 'sub', 'taskReferenceName': 'sub', 'type': 'SUB_WORKFLOW',
        'inputParameters': {'x': '${workflow.input.x}'}, 'subWorkflowParam': {)" + param + "}}]}");
}

}  // namespace

void TestDeciderChildren::theChildWorksForItsParent()
{
    MiniRun run;
    defineFamily(run);
    StartRequest request;
    request.name = "parent";
    request.input = MiniRun::value("{'x': 5}");
    request.correlationId = "c-1";
    const Text parent = run.start(request);
    const Text child = run.childOf(parent, "sub");
    QCOMPARE(run[child].parentWorkflowId, parent);
    QCOMPARE(run[child].correlationId, "c-1");
    QCOMPARE(child, Text(nameBasedUuid("subworkflow:" + parent.str() + ":" + run.task(parent, "sub").taskId.str() + ":0")));
    QCOMPARE(toJson(run[child].input), std::string(R"({"x":5})"));
    QCOMPARE(toJson(run.task(parent, "sub").outputData), "{\"subWorkflowId\":\"" + child.str() + "\"}");
    QVERIFY(run.work("work", "COMPLETED", "{'v': 9}"));
    EXPECT_RUN(run, R"(
        w COMPLETED {"subWorkflowId":"<child>","v":9}
        1 sub SUB_WORKFLOW COMPLETED {"subWorkflowName":"child","priority":null,"subWorkflowVersion":1,"subWorkflowTaskToDomain":null,"subWorkflowDefinition":null,"idempotencyKey":null,"idempotencyStrategy":null,"workflowInput":{"x":5}} -> {"subWorkflowId":"<child>","v":9}
    )");
}

void TestDeciderChildren::theChildGetsItsInput_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("childInput");
    QTest::newRow("parameters") << QByteArray("'inputParameters': {'a': 1}, 'subWorkflowParam': {'name': 'child'}")
                                << QByteArray(R"({"a":1})");
    QTest::newRow("none: the task's whole input") << QByteArray("'subWorkflowParam': {'name': 'child', 'priority': 7}")
        << QByteArray(R"({"subWorkflowName":"child","priority":7,"subWorkflowVersion":1,"subWorkflowTaskToDomain":null,)"
                      R"("subWorkflowDefinition":null,"idempotencyKey":null,"idempotencyStrategy":null,"workflowInput":{}})");
}

void TestDeciderChildren::theChildGetsItsInput()
{
    QFETCH(QByteArray, task);
    QFETCH(QByteArray, childInput);
    MiniRun run;
    defineFamily(run);
    run.workflow("{'name': 'parent', 'tasks': [{'name': 'sub', 'taskReferenceName': 'sub', 'type': 'SUB_WORKFLOW', "
        + task.toStdString() + "}]}");
    const Text parent = run.start("parent");
    QCOMPARE(QByteArray::fromStdString(toJson(run[run.childOf(parent, "sub")].input)), childInput);
}

void TestDeciderChildren::definitionsOnTheSpot()
{
    MiniRun run;
    defineFamily(run, "'name': 'unused', 'version': 1, 'workflowDefinition': '${workflow.input.d}'");
    const Text parent = run.start("parent", R"({'x': 1, 'd': {'name': 'made', 'version': 3, 'schemaVersion': 2, 'tasks': [
        {'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}})");
    const Text child = run.childOf(parent, "sub");
    QCOMPARE(run[child].definition->name, "made");
    QCOMPARE(toJson(run[child].input), std::string(R"({"x":1,"_systemMetadata":{"dynamic":true}})"));
    QCOMPARE(run[parent].status, WorkflowStatus::Completed);
}

void TestDeciderChildren::theParentFollows_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("task");
    QTest::addColumn<int>("parent");
    QTest::newRow("failed") << "FAILED" << int(TaskStatus::Failed) << int(WorkflowStatus::Failed);
    QTest::newRow("terminated") << "TERMINATED" << int(TaskStatus::Canceled) << int(WorkflowStatus::Terminated);
    QTest::newRow("timed out") << "TIMED_OUT" << int(TaskStatus::TimedOut) << int(WorkflowStatus::TimedOut);
}

void TestDeciderChildren::theParentFollows()
{
    QFETCH(QString, end);
    QFETCH(int, task);
    QFETCH(int, parent);
    MiniRun run;
    defineFamily(run);
    run.taskDef("{'name': 'work', 'retryCount': 0, 'timeoutSeconds': 5, 'timeoutPolicy': 'TIME_OUT_WF'}");
    const Text id = run.start("parent");
    const Text child = run.childOf(id, "sub");
    if (end == QLatin1String("FAILED"))
        run.work("work", "FAILED", "{}", "broke");
    else if (end == QLatin1String("TERMINATED"))
        (void)run.run(child, command::Terminate {"enough"});
    else if (run.poll("work"))
        run.advance(6);
    QCOMPARE(int(run.task(id, "sub").status), task);
    QCOMPARE(int(run[id].status), parent);
    const std::string reason = run.task(id, "sub").reasonForIncompletion.str();
    QVERIFY2(reason.starts_with("Sub workflow child.1/" + child.str() + " failure reason: "), reason.c_str());
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderChildren::childrenThatCannotStart()
{
    MiniRun run;
    defineFamily(run, "'name': 'never'");
    QVERIFY(run.start("parent").empty());
    QCOMPARE(QString::fromStdString(run.error),
        QStringLiteral("The Task never defined as a sub-workflow has no workflow definition available "));
    defineFamily(run, "'name': 'child', 'version': 9");
    run.start("parent");
    ExecutionDump dump;
    QCOMPARE(QString::fromStdString(dump.workflowLine(run.last())),
        QStringLiteral("w FAILED \"Task <sub> failed with status: FAILED and reason: "
                       "'No such workflow defined. name=child, version=9'\" failed sub"));
}

void TestDeciderChildren::aTerminatedParentTakesItsChildAlong()
{
    MiniRun run;
    defineFamily(run);
    const Text parent = run.start("parent");
    const Text child = run.childOf(parent, "sub");
    QVERIFY(run.run(parent, command::Terminate {"stop"}).ok());
    QCOMPARE(run[child].status, WorkflowStatus::Terminated);
    QCOMPARE(run[child].reasonForIncompletion, "Parent workflow has been terminated with reason: stop");
    QCOMPARE(run.task(parent, "sub").status, TaskStatus::Canceled);
    QCOMPARE(run.task(child, "work").status, TaskStatus::Canceled);
}

void TestDeciderChildren::anotherAttemptIsAnotherChild()
{
    MiniRun run;
    defineFamily(run);
    run.taskDef("{'name': 'sub', 'retryCount': 1, 'retryDelaySeconds': 0}");
    const Text parent = run.start("parent", "{'x': 1}");
    const Text first = run.childOf(parent, "sub");
    QVERIFY(run.work("work", "FAILED", "{}", "broke"));
    const Text second = run.childOf(parent, "sub");
    QVERIFY(first != second);
    QVERIFY(!second.empty());
    QVERIFY(run.work("work", "COMPLETED", "{'v': 2}"));
    QCOMPARE(run[parent].status, WorkflowStatus::Completed);
    // The real server puts the resolved parameters beside workflowInput when it tries again.
    QCOMPARE(run.task(parent, "sub").inputData["x"], Value(1));
}

void TestDeciderChildren::startWorkflowDoesNotWait()
{
    MiniRun run;
    defineFamily(run);
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'START_WORKFLOW',
        'inputParameters': {'startWorkflow': {'name': 'child', 'input': {'a': 1}}}}]})");
    StartRequest request;
    request.name = "w";
    request.correlationId = "mine";
    const Text id = run.start(request);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    const Text other = run.task(id, "s").outputData["workflowId"].toText();
    QCOMPARE(run[other].status, WorkflowStatus::Running);
    QCOMPARE(run[other].correlationId, "mine");
    QVERIFY(run[other].parentWorkflowId.empty());
}

void TestDeciderChildren::startWorkflowErrors_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray("{}") << "Missing 'startWorkflow' in input data.";
    QTest::newRow("no name") << QByteArray("{'startWorkflow': {'version': 1}}")
        << "startWorkflow validation failed. 'name' -> Workflow name cannot be null or empty. ";
    QTest::newRow("unknown") << QByteArray("{'startWorkflow': {'name': 'never', 'version': 2}}")
                             << "No such workflow defined. name=never, version=2";
}

void TestDeciderChildren::startWorkflowErrors()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, reason);
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'START_WORKFLOW', "
                 "'inputParameters': " + input.toStdString() + "}]}");
    run.start("w");
    QCOMPARE(QString::fromStdString(run.task(run.lastId(), "s").reasonForIncompletion.str()), reason);
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
}

void TestDeciderChildren::failureWorkflowsGetTheStory()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow("{'name': 'handler', 'tasks': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    run.workflow(R"({'name': 'w', 'failureWorkflow': 'handler', 'tasks': [
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]})");
    const Text id = run.start("w", "{'x': 1}");
    QVERIFY(run.work("a", "FAILED", "{'o': 1}", "broke"));
    const Text handler = run[id].output["conductor.failure_workflow"].toText();
    QCOMPARE(run[id].output["o"], Value(1));
    const Value& input = run[handler].input;
    QCOMPARE(input["x"], Value(1));
    QCOMPARE(input["workflowId"].toText(), id);
    QCOMPARE(input["failureStatus"].toText(), "FAILED");
    QCOMPARE(input["failureTaskId"].toText(), run.task(id, "a").taskId);
    QCOMPARE(input["reason"].toText(), run[id].reasonForIncompletion);
    QCOMPARE(input["failedWorkflow"]["workflowId"].toText(), id);
    const Text terminated = run.start("w");
    QVERIFY(run.run(terminated, command::Terminate {"no"}).ok());
    QVERIFY(!run[terminated].output.contains("conductor.failure_workflow"));
}

void TestDeciderChildren::failureWorkflowNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("output");
    QTest::newRow("by pointer") << "$workflow.input.handler" << "started";
    QTest::newRow("expression is no pointer") << "${workflow.input.handler}" << "nothing";
    QTest::newRow("too short") << "$handler" << "nothing";
    QTest::newRow("unknown") << "never"
        << "Error workflow never failed to start.  reason: No such workflow defined. name=never, version=null";
}

void TestDeciderChildren::failureWorkflowNames()
{
    QFETCH(QString, name);
    QFETCH(QString, output);
    MiniRun run;
    run.workflow("{'name': 'handler', 'tasks': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    run.workflow("{'name': 'w', 'failureWorkflow': '" + name.toStdString() + R"(', 'tasks': [
        {'name': 't', 'taskReferenceName': 't', 'type': 'TERMINATE', 'inputParameters': {'terminationStatus': 'FAILED'}}]})");
    const Text id = run.start("w", "{'handler': 'handler'}");
    const Value& told = run[id].output["conductor.failure_workflow"];
    QString actual = QString::fromStdString(std::string(told.asText("nothing")));
    if (run.world().find(told.asText()))
        actual = QStringLiteral("started");
    QCOMPARE(actual, output);
    QCOMPARE(run.problem(), std::string());
}

QTEST_GUILESS_MAIN(TestDeciderChildren)
#include "tst_decider_children.moc"
