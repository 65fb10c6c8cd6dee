// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Wide, long and deep workflows, and hostile ones: they come to an end, and a look at much is the same as a look at all.
class TestDeciderScale : public QObject {
    Q_OBJECT

private slots:
    void wideForks_data();
    void wideForks();
    void longChains();
    void deepNesting();
    void wideAndNarrowLooksAgree();
    void nothingCrashes_data();
    void nothingCrashes();
};

namespace {

// Completes every waiting task of an execution, without searching for it.
void completeAll(MiniRun& run, const Text& id, bool backwards)
{
    const std::size_t count = run[id].tasks.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto slot = static_cast<TaskSlot>(backwards ? count - 1 - i : i);
        const TaskRun* task = run[id].task(slot);
        if (!task || task->status != TaskStatus::Scheduled)
            continue;
        (void)run.run(id, command::PollTask {slot, "w", {}});
        TaskResult result;
        result.taskId = run[id].task(slot)->taskId;
        result.status = TaskStatus::Completed;
        result.outputData = Value::object({{"v", static_cast<int>(slot)}});
        (void)run.run(id, command::UpdateTask {result, slot});
    }
}

std::string wideFork(int width, bool dynamic)
{
    std::string branches;
    std::string names;
    for (int i = 0; i < width; ++i) {
        const std::string name = "t" + std::to_string(i);
        branches += std::string(i ? "," : "") + "[{'name': 't', 'taskReferenceName': '" + name + "', 'type': 'SIMPLE'}]";
        names += std::string(i ? "," : "") + "'" + name + "'";
    }
    if (dynamic) {
        return R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC',
            'inputParameters': {'forkTaskName': 't', 'forkTaskInputs': '${workflow.input.list}'}},
            {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})";
    }
    return "{'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [" + branches
        + "]}, {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': [" + names + "]}]}";
}

}  // namespace

void TestDeciderScale::wideForks_data()
{
    QTest::addColumn<bool>("dynamic");
    QTest::addColumn<bool>("backwards");
    QTest::newRow("static") << false << false;
    QTest::newRow("static, last branch first") << false << true;
    QTest::newRow("dynamic") << true << false;
}

void TestDeciderScale::wideForks()
{
    QFETCH(bool, dynamic);
    QFETCH(bool, backwards);
    constexpr int kWidth = 600;
    MiniRun run;
    run.workflow(wideFork(kWidth, dynamic));
    StartRequest request;
    request.name = "w";
    std::vector<Value> list(kWidth, Value(1));
    request.input = Value::object({{"list", Value::array(std::move(list))}});
    const Text id = run.start(request);
    QCOMPARE(run[id].tasks.size(), std::size_t {kWidth + 2});
    completeAll(run, id, backwards);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.task(id, "j").outputData.size(), std::size_t {kWidth});
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderScale::longChains()
{
    constexpr int kLength = 1000;
    std::string tasks;
    for (int i = 0; i < kLength; ++i) {
        const std::string name = std::to_string(i);
        tasks += std::string(i ? "," : "") + "{'name': 'n', 'taskReferenceName': 't" + name + "', 'type': '"
            + (i % 2 ? "SIMPLE" : "NOOP") + "'}";
    }
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [" + tasks + "]}");
    const Text id = run.start("w");
    for (int i = 0; i < kLength && run[id].status == WorkflowStatus::Running; ++i)
        completeAll(run, id, true);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run[id].tasks.size(), std::size_t {kLength});
}

void TestDeciderScale::deepNesting()
{
    constexpr int kDepth = 150;
    std::string inner = "{'name': 'n', 'taskReferenceName': 'n', 'type': 'SIMPLE'}";
    for (int i = 0; i < kDepth; ++i) {
        const std::string name = std::to_string(i);
        inner = "{'name': 's', 'taskReferenceName': 's" + name + "', 'type': 'SWITCH', 'evaluatorType': 'value-param', "
                "'expression': 'v', 'inputParameters': {'v': 1}, 'decisionCases': {'1': [" + inner + "]}}";
    }
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [" + inner + ", {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]}");
    QCOMPARE(run.problem(), std::string());
    const Text id = run.start("w");
    completeAll(run, id, false);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run[id].tasks.size(), std::size_t {kDepth + 2});
}

// Branches of two tasks each: every first one is decided about by itself, among hundreds.
void TestDeciderScale::wideAndNarrowLooksAgree()
{
    constexpr int kWidth = 300;
    std::string branches;
    std::string names;
    for (int i = 0; i < kWidth; ++i) {
        const std::string name = std::to_string(i);
        const std::string comma = i ? "," : "";
        branches += comma + "[{'name': 't', 'taskReferenceName': 'a" + name + "', 'type': 'SIMPLE'}, {'name': 'i', "
            "'taskReferenceName': 'i" + name + "', 'type': 'INLINE', 'inputParameters': {'evaluatorType': 'value-param', "
            "'expression': 'v', 'v': '${a" + name + ".output.v}'}}, {'name': 't', 'taskReferenceName': 'b" + name
            + "', 'type': 'SIMPLE'}]";
        names += comma + "'b" + name + "'";
    }
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': ["
        + branches + "]}, {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': [" + names + "]}]}");
    const Text id = run.start("w");
    completeAll(run, id, false);
    // A look at everything finds nothing that the looks at changes have missed.
    const Result<Outcome> everywhere = decide(run[id], command::Decide {}, run.now, run.context);
    QVERIFY(everywhere.ok());
    QVERIFY(everywhere->events.empty());
    completeAll(run, id, false);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.task(id, "i299").outputData["result"], Value(300));
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderScale::nothingCrashes_data()
{
    QTest::addColumn<QByteArray>("task");
    const auto row = [](const char* name, const char* task) { QTest::newRow(name) << QByteArray(task); };
    row("empty fork", "{'type': 'FORK_JOIN'}");
    row("empty branch", "{'type': 'FORK_JOIN', 'forkTasks': [[]]}");
    row("empty loop", "{'type': 'DO_WHILE', 'loopCondition': 'true'}");
    row("sub-workflow without parameters", "{'type': 'SUB_WORKFLOW'}");
    row("sub-workflow of odd version", "{'type': 'SUB_WORKFLOW', 'subWorkflowParam': {'name': 'w', 'version': 'x'}}");
    row("join on nothing", "{'type': 'JOIN', 'joinOn': ['never']}");
    row("exclusive join on nothing", "{'type': 'EXCLUSIVE_JOIN'}");
    row("switch without anything", "{'type': 'SWITCH'}");
    row("dynamic without anything", "{'type': 'DYNAMIC'}");
    row("dynamic fork without anything", "{'type': 'FORK_JOIN_DYNAMIC'}");
    row("dynamic fork, number as name", "{'type': 'FORK_JOIN_DYNAMIC', 'inputParameters': {'forkTaskName': 1, 'forkTaskInputs': [1]}}");
    row("event without sink", "{'type': 'EVENT'}");
    row("http without anything", "{'type': 'HTTP'}");
    row("jq on a number", "{'type': 'JSON_JQ_TRANSFORM', 'inputParameters': {'queryExpression': 5}}");
    row("lambda on a number", "{'type': 'LAMBDA', 'inputParameters': {'scriptExpression': 5}}");
    row("set nothing", "{'type': 'SET_VARIABLE'}");
    row("terminate without status", "{'type': 'TERMINATE'}");
    row("negative keepLastN", "{'type': 'DO_WHILE', 'loopCondition': 'false', 'inputParameters': {'keepLastN': -5}, "
                              "'loopOver': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}");
    row("a type called FORK", "{'type': 'FORK'}");
    row("long wait", "{'type': 'WAIT', 'inputParameters': {'duration': '2147483647 days'}}");
}

void TestDeciderScale::nothingCrashes()
{
    QFETCH(QByteArray, task);
    MiniRun run;
    const Value given = MiniRun::value(task.toStdString()).with("name", "t").with("taskReferenceName", "t");
    run.workflowFrom(Value::object({{"name", "w"}, {"tasks", Value::array({given})}}));
    const Text id = run.start("w");
    if (id.empty()) {
        QVERIFY(!run.error.empty());
        return;
    }
    const TaskSlot slot = run.slot(id, "t");
    for (const Command& command : {Command(command::Decide {}), Command(command::VisitSystemTask {slot}),
             Command(command::PollTask {slot, "x", {}}), Command(command::Pause {}), Command(command::Resume {}),
             Command(command::CompleteCall {slot, "x", {}}), Command(command::ChildStarted {slot, "x", "y"}),
             Command(command::ChildChanged {"x", nullptr}), Command(command::ChildRevived {"x", "y"}),
             Command(command::Terminate {"end"}), Command(command::Retry {}), Command(command::Decide {}),
             Command(command::Terminate {"end"}), Command(command::Rerun {run.task(id, "t").taskId, {}, {}, {}}),
             Command(command::Terminate {"end"}), Command(command::Restart {})})
        (void)run.run(id, command);
    QCOMPARE(run.problem(), std::string());
}

QTEST_GUILESS_MAIN(TestDeciderScale)
#include "tst_decider_scale.moc"
