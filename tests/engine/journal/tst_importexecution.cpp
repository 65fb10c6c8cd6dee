// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/importexecution.h"

#include "engine/journal/journal.h"
#include "engine/model/codec.h"
#include "engine/model/goldenfiles.h"
#include "engine/model/statehash.h"

#include <set>

using namespace baton;
using namespace baton::test;

namespace {

Value execution(const std::string& name)
{
    return golden(std::string(BATON_TEST_DATA) + "/golden/executions/" + name + ".json");
}

/// Of a task with a callback, queueWaitTime is true at the moment of asking only.
Value withoutTimely(const Value& json)
{
    std::vector<Value> tasks;
    for (const Value& task : json["tasks"].items())
        tasks.push_back(task["callbackAfterSeconds"].asInteger() > 0 ? task.without("queueWaitTime") : task);
    return json.with("tasks", Value::array(std::move(tasks)));
}

Execution folded(const std::vector<Event>& events, std::size_t count = static_cast<std::size_t>(-1))
{
    Execution state;
    for (std::size_t i = 0; i < std::min(count, events.size()); ++i)
        apply(state, events[i]);
    return state;
}

std::vector<Event> imported(const Value& json)
{
    auto events = importExecution(json);
    return events ? std::move(*events) : std::vector<Event> {};
}

/// "TaskScheduled a__1, TaskStarted a__1, ..."
std::string told(const std::vector<Event>& events, const Execution& after)
{
    std::string text;
    for (const Event& event : events) {
        text.append(text.empty() ? "" : ", ").append(toText(event.kind));
        if (const TaskRun* task = after.task(event.slot))
            text.append(" ").append(task->referenceTaskName.view());
    }
    return text;
}

std::string toldOf(const std::string& name)
{
    const auto events = imported(execution(name));
    return told(events, folded(events));
}

}  // namespace

class TestImportExecution : public QObject {
    Q_OBJECT

private slots:
    void foldingGivesWhatTheServerSent_data() { addGoldenRows("executions"); }
    void foldingGivesWhatTheServerSent();
    void timesNeverGoBack_data() { addGoldenRows("executions"); }
    void timesNeverGoBack();
    void tellsARetryInWords();
    void tellsWhatEndedTogetherByCause();
    void variablesAreSetOneAfterAnother();
    void failuresAreCollectedAsTheyHappen();
    void tasksKeepTheOrderOfTheServer();
    void oddShapesAreImported();
    void followsARunningExecution_data();
    void followsARunningExecution();
    void noticesNothingWhenNothingChanged();
    void whatIsNoExecutionIsRefused();
};

void TestImportExecution::foldingGivesWhatTheServerSent()
{
    QFETCH(std::string, path);
    const Value json = golden(path);
    const auto events = importExecution(json);
    QVERIFY(events.ok());
    const Execution state = folded(*events);
    const Value written = toValue(state, 0);
    QCOMPARE(missing(withoutTimely(json), withoutTimely(written)), std::string());
    QCOMPARE(missing(withoutTimely(written), withoutTimely(json)), std::string());
    World world;
    for (const Event& event : *events)
        apply(world, event);
    QCOMPARE(world.find(state.workflowId)->stateHash(), state.stateHash());
}

void TestImportExecution::timesNeverGoBack()
{
    QFETCH(std::string, path);
    const auto events = imported(golden(path));
    for (std::size_t i = 1; i < events.size(); ++i)
        QVERIFY(events[i].at >= events[i - 1].at);
}

void TestImportExecution::tellsARetryInWords()
{
    QCOMPARE(toldOf("do-while-retry"),
             std::string("WorkflowStarted, TaskScheduled loop, TaskStarted loop, TaskScheduled a__1, TaskStarted a__1, "
                         "TaskFailed a__1, TaskRetried a__1, TaskScheduled a__1, TaskStarted a__1, TaskCompleted a__1, "
                         "TaskExecuted a__1, TaskScheduled a__2, TaskStarted a__2, TaskCompleted a__2, TaskExecuted a__2, "
                         "TaskCompleted loop, WorkflowCompleted"));
}

void TestImportExecution::tellsWhatEndedTogetherByCause()
{
    const auto task = [](const char* name, const char* type, int seq, int start, int end, int iteration) {
        return Value::object({{"taskId", name}, {"taskType", type}, {"referenceTaskName", name}, {"status", "COMPLETED"},
                              {"seq", seq}, {"scheduledTime", start}, {"startTime", start}, {"endTime", end},
                              {"updateTime", end}, {"iteration", iteration}});
    };
    const Value loop = Value::object({{"name", "loop"}, {"taskReferenceName", "loop"}, {"type", "DO_WHILE"},
                                      {"loopOver", Value::array({Value::object({{"taskReferenceName", "in"}})})}});
    const Value join = task("join", "JOIN", 4, 10, 20, 0)
                           .with("inputData", Value::object({{"joinOn", Value::array({"loop", "b"})}}));
    const Value json = Value::object({{"workflowId", "w"}, {"status", "COMPLETED"}, {"createTime", 10}, {"endTime", 20},
        {"workflowDefinition", Value::object({{"name", "w"}, {"tasks", Value::array({loop})}})},
        {"tasks", Value::array({task("loop", "DO_WHILE", 2, 10, 20, 1).with("workflowTask", loop),
                                task("b", "NOOP", 3, 10, 15, 0), join, task("in__1", "NOOP", 5, 20, 20, 1),
                                task("after", "NOOP", 6, 20, 20, 0)})}});
    const auto events = imported(json);
    std::string ends;
    const Execution after = folded(events);
    for (const Event& event : events) {
        if (event.kind == EventKind::TaskCompleted)
            ends += after.task(event.slot)->referenceTaskName.str() + " ";
    }
    QCOMPARE(ends, std::string("b in__1 loop join after "));
    QCOMPARE(events.back().kind, EventKind::WorkflowCompleted);
}

void TestImportExecution::variablesAreSetOneAfterAnother()
{
    const Value json = execution("set-variable");
    const auto events = imported(json);
    const Value initially = json["workflowDefinition"]["variables"];
    QCOMPARE(folded(events, 1).variables, initially);
    std::size_t set = 0;
    for (const Event& event : events)
        set += event.kind == EventKind::VariablesSet ? 1 : 0;
    QVERIFY(set > 0);
    QCOMPARE(folded(events).variables, json["variables"]);
}

void TestImportExecution::failuresAreCollectedAsTheyHappen()
{
    const auto events = imported(execution("do-while-retry"));
    bool seen = false;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].kind != EventKind::TaskFailed)
            continue;
        seen = true;
        QCOMPARE(folded(events, i + 1).failedReferenceTaskNames.size(), std::size_t {1});
    }
    QVERIFY(seen);
    QCOMPARE(folded(events, 1).failedReferenceTaskNames, Value::array());
}

void TestImportExecution::tasksKeepTheOrderOfTheServer()
{
    std::vector<Value> tasks;
    for (const auto& [id, seq, at] : std::vector<std::tuple<const char*, int, int>> {
             {"a", 0, 300}, {"b", 0, 200}, {"c", 1, 250}, {"d", 2, 100}, {"e", 2, 400}, {"f", 3, 0}})
        tasks.push_back(Value::object({{"taskId", id}, {"seq", seq}, {"scheduledTime", at}, {"status", "SCHEDULED"}}));
    const Value json = Value::object({{"workflowId", "w"}, {"status", "RUNNING"}, {"tasks", Value::array(tasks)}});
    const Execution state = folded(imported(json));
    std::string order;
    for (const TaskPtr& task : state.tasksBySeq())
        order += task->taskId.str();
    QCOMPARE(order, std::string("abcdef"));
}

void TestImportExecution::oddShapesAreImported()
{
    const Value odd = *parseJson(R"({"workflowId": "w", "status": "DREAMING", "endTime": -5, "createTime": 9e18,
        "failedTaskNames": "none", "variables": [], "tokens": 3, "tasks": [
        {"taskId": "x", "status": "MAYBE", "seq": -4, "scheduledTime": -1, "startTime": 99999999999999, "endTime": 1,
         "outputData": [1], "more": {"a": 1}, "retried": true},
        {"taskId": "x", "status": "COMPLETED", "seq": -4, "taskType": "JOIN", "inputData": {"joinOn": [3, null]}},
        {"status": "SKIPPED", "executed": true, "retried": true, "startTime": 4},
        {"taskId": "y", "status": "FAILED", "taskType": "SET_VARIABLE", "loopOverTask": "yes"}, 17]})");
    const auto events = imported(odd);
    QVERIFY(!events.empty());
    const Value written = toValue(folded(events), 0);
    QCOMPARE(missing(odd.without("tasks"), written), std::string());
    QCOMPARE(missing(odd["tasks"], written["tasks"]), std::string());
    const auto same = executionFrom(odd);
    QVERIFY(same.ok());
    QCOMPARE(toValue(**same, 0), written);
}

void TestImportExecution::followsARunningExecution_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const char* expected) { QTest::newRow(name) << std::string(name) << std::string(expected); };
    row("in-progress-callback",
        "WorkflowStarted, TaskScheduled a, TaskStarted a, TaskProgressed a, WorkflowChanged | TaskProgressed a | "
        "TaskCompleted a, WorkflowCompleted");
    row("pause-resume",
        "WorkflowStarted, TaskScheduled a, WorkflowPaused | TaskStarted a, TaskCompleted a | WorkflowResumed, "
        "TaskExecuted a, TaskScheduled b, WorkflowChanged | TaskStarted b, TaskCompleted b, WorkflowCompleted");
    row("fork-join",
        "WorkflowStarted, TaskScheduled fork, TaskStarted fork, TaskCompleted fork, TaskExecuted fork, "
        "TaskScheduled a, TaskScheduled b, TaskScheduled d, TaskScheduled join, TaskStarted join, WorkflowChanged | "
        "TaskStarted b, TaskCompleted b, TaskExecuted b, TaskScheduled c, TaskStarted a, TaskCompleted a, "
        "TaskStarted d, TaskCompleted d, TaskProgressed join, WorkflowChanged | "
        "TaskExecuted a, TaskExecuted d, TaskStarted c, TaskCompleted c, TaskExecuted c, TaskCompleted join, "
        "TaskExecuted join, TaskScheduled end, TaskStarted end, TaskCompleted end, WorkflowCompleted");
    row("rerun-from-task",
        "WorkflowStarted, TaskScheduled a, TaskStarted a, TaskCompleted a, TaskExecuted a, TaskScheduled b, "
        "WorkflowChanged | TaskStarted b, TaskCompleted b, TaskExecuted b, TaskScheduled c, TaskStarted c, "
        "TaskCompleted c, WorkflowCompleted | ");
    row("restart",
        "WorkflowStarted, TaskScheduled a, TaskStarted a, TaskCompleted a, WorkflowCompleted | "
        "WorkflowRestarted, TaskScheduled a, TaskStarted a, TaskCompleted a, WorkflowCompleted | "
        "WorkflowRestarted, TaskScheduled newer, TaskStarted newer, TaskCompleted newer, WorkflowCompleted");
}

void TestImportExecution::followsARunningExecution()
{
    QFETCH(std::string, name);
    QFETCH(std::string, expected);
    Execution shown;
    std::string story;
    for (int i = 0; i < 5; ++i) {
        const auto path = std::string(BATON_TEST_DATA) + "/golden/executions/" + name + "-" + std::to_string(i) + ".json";
        if (!std::filesystem::exists(path))
            continue;
        const Value json = golden(path);
        const auto after = executionFrom(json);
        QVERIFY(after.ok());
        const auto events = eventsBetween(shown, **after);
        for (const Event& event : events)
            apply(shown, event);
        QCOMPARE(missing(withoutTimely(json), withoutTimely(toValue(shown, 0))), std::string());
        story += (story.empty() ? "" : " | ") + told(events, shown);
    }
    QCOMPARE(story, expected);
}

void TestImportExecution::noticesNothingWhenNothingChanged()
{
    for (const auto& path : goldenFiles("executions")) {
        const auto execution = executionFrom(golden(path.string()));
        QVERIFY(execution.ok());
        const Execution shown = folded(eventsOf(**execution));
        QCOMPARE(eventsBetween(shown, **execution).size(), std::size_t {0});
    }
}

void TestImportExecution::whatIsNoExecutionIsRefused()
{
    const auto events = importExecution(Value::object({{"name", "w"}, {"tasks", Value::array()}}));
    QVERIFY(!events.ok());
    QCOMPARE(events.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestImportExecution)
#include "tst_importexecution.moc"
