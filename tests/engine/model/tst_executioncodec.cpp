// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/goldenfiles.h"
#include "engine/value/path.h"

using namespace baton;
using namespace baton::test;

namespace {

ExecutionPtr read(const Value& json)
{
    const auto execution = executionFrom(json);
    return execution ? *execution : nullptr;
}

/// Of a task with a callback, queueWaitTime is true at the moment of asking only.
Value withoutTimely(const Value& json)
{
    std::vector<Value> tasks;
    for (const Value& task : json["tasks"].items())
        tasks.push_back(task["callbackAfterSeconds"].asInteger() > 0 ? task.without("queueWaitTime") : task);
    return json.with("tasks", Value::array(std::move(tasks)));
}

Value sample()
{
    return golden(std::string(BATON_TEST_DATA) + "/golden/executions/retry-linear.json");
}

}  // namespace

class TestExecutionCodec : public QObject {
    Q_OBJECT

private slots:
    void whatTheServerSendsComesBack_data() { addGoldenRows("executions"); }
    void whatTheServerSendsComesBack();
    void nothingIsKeptRawThatIsKnown_data() { addGoldenRows("executions"); }
    void nothingIsKeptRawThatIsKnown();
    void definitionTasksAreShared();
    void derivedFieldsAreWritten();
    void queueWaitTimeOfACallback();
    void skippedTasksHaveNoWorkflowType();
    void withoutTasks();
    void oddShapesAreShownAndKeptRaw();
    void aDefinitionWithMistakesIsShown();
    void aDefinitionMayBeMissing();
    void whatIsNoExecutionIsRefused();
    void retriesRememberTheirFirstSchedule();
    void aTaskByItself();
};

void TestExecutionCodec::whatTheServerSendsComesBack()
{
    QFETCH(std::string, path);
    const Value json = golden(path);
    const ExecutionPtr execution = read(json);
    QVERIFY(execution);
    const Value written = toValue(*execution, 0);
    QCOMPARE(missing(withoutTimely(json), withoutTimely(written)), std::string());
    QCOMPARE(missing(withoutTimely(written), withoutTimely(json)), std::string());
}

void TestExecutionCodec::nothingIsKeptRawThatIsKnown()
{
    QFETCH(std::string, path);
    const ExecutionPtr execution = read(golden(path));
    QVERIFY(execution);
    QCOMPARE(toJson(execution->unknownFields), std::string("null"));
    for (const TaskPtr& task : execution->tasksBySeq())
        QCOMPARE(toJson(task->unknownFields), std::string("null"));
}

void TestExecutionCodec::definitionTasksAreShared()
{
    const ExecutionPtr execution = read(golden(std::string(BATON_TEST_DATA) + "/golden/executions/do-while-retry.json"));
    QVERIFY(execution);
    const auto all = allTasks(*execution->definition);
    for (const TaskPtr& task : execution->tasksBySeq())
        QVERIFY(std::find(all.begin(), all.end(), task->workflowTask.get()) != all.end());
}

void TestExecutionCodec::derivedFieldsAreWritten()
{
    auto definition = std::make_shared<WorkflowDef>();
    definition->name = "w";
    definition->version = 4;
    Execution execution;
    execution.workflowId = "id";
    execution.definition = definition;
    execution.createTime = 1000;
    const Value json = toValue(execution, 5000);
    QCOMPARE(json["startTime"], Value(1000));
    QCOMPARE(json["workflowName"], Value("w"));
    QCOMPARE(json["workflowVersion"], Value(4));
    QCOMPARE(json["rateLimited"], Value(false));
    QCOMPARE(json["ownerApp"], Value(""));
    QCOMPARE(json["tasks"], Value::array());
    QVERIFY(!json.contains("correlationId"));

    TaskRun task;
    task.status = TaskStatus::InProgress;
    task.scheduledTime = 2000;
    task.startTime = 2300;
    task.iteration = 2;
    const Value written = toValue(task, execution, 5000);
    QCOMPARE(written["workflowInstanceId"], Value("id"));
    QCOMPARE(written["workflowType"], Value("w"));
    QCOMPARE(written["loopOverTask"], Value(true));
    QCOMPARE(written["queueWaitTime"], Value(300));
    QCOMPARE(written["inputData"], Value::object());
    QVERIFY(written.contains("taskDefinition") && written["taskDefinition"].isNull());
    QVERIFY(!written.contains("firstScheduledTime") && !written.contains("waitTimeout"));
}

void TestExecutionCodec::queueWaitTimeOfACallback()
{
    Execution execution;
    TaskRun task;
    task.scheduledTime = 1000;
    task.startTime = 1500;
    task.updateTime = 2000;
    task.callbackAfterSeconds = 3;
    QCOMPARE(toValue(task, execution, 4000)["queueWaitTime"], Value(0));
    QCOMPARE(toValue(task, execution, 6500)["queueWaitTime"], Value(1500));
    task.callbackAfterSeconds = std::numeric_limits<std::int64_t>::max();
    QCOMPARE(toValue(task, execution, 6500)["queueWaitTime"], Value(0));
    task.startTime = 0;
    QCOMPARE(toValue(task, execution, 6500)["queueWaitTime"], Value(0));
}

void TestExecutionCodec::skippedTasksHaveNoWorkflowType()
{
    const ExecutionPtr execution = read(golden(std::string(BATON_TEST_DATA) + "/golden/executions/skip-task.json"));
    QVERIFY(execution);
    const Value tasks = toValue(*execution, 0)["tasks"];
    QCOMPARE(tasks.at(0)["status"], Value("SKIPPED"));
    QVERIFY(!tasks.at(0).contains("workflowType"));
    QVERIFY(tasks.at(1).contains("workflowType"));
}

void TestExecutionCodec::withoutTasks()
{
    const ExecutionPtr execution = read(sample());
    QVERIFY(execution);
    QCOMPARE(toValue(*execution, 0, false)["tasks"], Value::array());
}

void TestExecutionCodec::oddShapesAreShownAndKeptRaw()
{
    Value json = sample();
    const auto put = [&json](const char* where, Value value) {
        const auto path = Path::parse(where);
        auto changed = withValueAt(json, *path, std::move(value));
        QVERIFY(changed.ok());
        json = *changed;
    };
    put("status", "SLEEPING");
    put("endTime", 1);
    put("priority", "7");
    put("correlationId", "");
    put("startTime", 5);
    put("tokens", Value::object({{"total", 3}}));
    put("tasks[0].status", "CANCELLED");
    put("tasks[0].seq", "1");
    put("tasks[0].endTime", Value::object());
    put("tasks[0].inputData", "none");
    put("tasks[0].queueWaitTime", -1);
    put("tasks[0].workflowTask.optional", "yes");
    put("tasks[1].workflowTask", 17);
    put("tasks[1].executionMetadata.attempts", 2);
    put("workflowDefinition.timeoutPolicy", "WHENEVER");
    put("workflowDefinition.tasks[0].taskDefinition.retryCount", "many");
    const ExecutionPtr execution = read(json);
    QVERIFY(execution);
    QCOMPARE(execution->status, WorkflowStatus::Terminated);
    QCOMPARE(execution->priority, 7);
    QCOMPARE(execution->task(0)->status, TaskStatus::Canceled);
    QCOMPARE(execution->task(0)->seq, 1);
    QCOMPARE(missing(json, toValue(*execution, 0)), std::string());
}

void TestExecutionCodec::aDefinitionWithMistakesIsShown()
{
    Value task = Value::object({{"name", "leaf"}, {"loopOver", 3}});
    for (int i = 0; i < 320; ++i)
        task = Value::object({{"name", "loop"}, {"loopOver", Value::array({std::move(task), "no task"})}});
    const Value definition = Value::object({{"name", "w"}, {"tasks", Value::array({std::move(task)})}});
    const Value json = Value::object({{"workflowId", "i"}, {"status", "RUNNING"}, {"workflowDefinition", definition}});
    const ExecutionPtr execution = read(json);
    QVERIFY(execution);
    QCOMPARE(allTasks(*execution->definition).size(), std::size_t {301});   // the last one raw
    QCOMPARE(missing(json, toValue(*execution, 0)), std::string());
}

void TestExecutionCodec::aDefinitionMayBeMissing()
{
    const ExecutionPtr execution = read(Value::object({{"workflowId", "i"}, {"workflowName", "w"}, {"workflowVersion", 3},
                                                       {"tasks", Value::array({Value::object({{"seq", 1}}), "odd"})}}));
    QVERIFY(execution);
    QVERIFY(execution->definition->name == "w");
    QCOMPARE(execution->definition->version, 3);
    QCOMPARE(execution->tasks.size(), std::size_t {1});
    QCOMPARE(toValue(*execution, 0)["tasks"], Value::array({Value::object({{"seq", 1}}), "odd"}));
}

void TestExecutionCodec::whatIsNoExecutionIsRefused()
{
    for (const Value& json : {Value(), Value(3), Value::array(), Value::object({{"name", "w"}, {"tasks", Value::array()}})}) {
        const auto execution = executionFrom(json);
        QVERIFY(!execution.ok());
        QVERIFY(!execution.error().message.empty() && !execution.error().hint.empty());
    }
    QVERIFY(!taskRunFrom(Value("x")).ok());
}

void TestExecutionCodec::retriesRememberTheirFirstSchedule()
{
    const ExecutionPtr execution = read(sample());
    QVERIFY(execution);
    QVERIFY(execution->tasks.size() > 1);
    const EpochMs first = execution->task(0)->scheduledTime;
    for (const TaskPtr& task : execution->tasksBySeq())
        QCOMPARE(task->firstScheduledTime, first);
}

void TestExecutionCodec::aTaskByItself()
{
    const Value json = sample()["tasks"].at(0);
    const auto task = taskRunFrom(json);
    QVERIFY(task.ok());
    Execution none;
    QCOMPARE(missing(json, toValue(**task, none, 0)), std::string());
}

QTEST_GUILESS_MAIN(TestExecutionCodec)
#include "tst_executioncodec.moc"
