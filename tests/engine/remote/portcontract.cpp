// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "portcontract.h"

#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "support/await.h"

namespace baton::test {
namespace {

WorkflowDefPtr workflowOf(std::string_view json)
{
    return workflowDefFrom(parseJson(json).value()).value();
}

TaskDefPtr taskOf(std::string_view json)
{
    return taskDefFrom(parseJson(json).value()).value();
}

class Recorder {
public:
    Recorder(Conductor& given, EpochMs now) : conductor(given), m_now(now) { }

    // How each kind of answer looks.
    [[nodiscard]] Value shown(const Text& text) const { return text; }
    [[nodiscard]] Value shown(bool value) const { return value; }
    [[nodiscard]] Value shown(std::int64_t value) const { return value; }
    [[nodiscard]] Value shown(const Value& value) const { return value; }
    [[nodiscard]] Value shown(const WorkflowDefPtr& definition) const { return toValue(*definition); }
    [[nodiscard]] Value shown(const TaskDefPtr& definition) const { return toValue(*definition); }
    [[nodiscard]] Value shown(const ExecutionPtr& execution) const { return toValue(*execution, m_now); }
    [[nodiscard]] Value shown(const TaskView& view) const { return toWire(view, m_now); }
    [[nodiscard]] Value shown(const BulkResult& result) const { return toWire(result); }
    [[nodiscard]] Value shown(const PollData& data) const { return toWire(data); }
    [[nodiscard]] Value shown(const TaskLogEntry& entry) const { return toWire(entry); }
    [[nodiscard]] Value shown(const QueueSize& size) const { return Value::object({{"name", size.name}, {"waiting", static_cast<std::int64_t>(size.waiting)}}); }
    template <typename T>
    [[nodiscard]] Value shown(const std::vector<T>& list) const
    {
        std::vector<Value> items;
        for (const T& one : list)
            items.push_back(shown(one));
        return Value::array(std::move(items));
    }
    // A server finds executions without their tasks.
    [[nodiscard]] Value shown(const Page<ExecutionPtr>& page) const
    {
        std::vector<Value> items;
        for (const ExecutionPtr& one : page.results)
            items.push_back(toValue(*one, m_now, false));
        return Value::object({{"totalHits", page.totalHits}, {"results", Value::array(std::move(items))}});
    }
    template <typename T>
    [[nodiscard]] Value shown(const Page<T>& page) const
    {
        return Value::object({{"totalHits", page.totalHits}, {"results", shown(page.results)}});
    }
    template <typename T>
    [[nodiscard]] Value shown(const std::optional<T>& value) const { return value ? shown(*value) : Value(); }
    template <typename T>
    [[nodiscard]] Value shown(const std::map<Text, T>& map) const
    {
        ObjectBuilder object;
        for (const auto& [key, value] : map)
            object.set(key.view(), shown(value));
        return std::move(object).build();
    }

    template <typename T, typename Call>
    Result<T> ask(const std::string& name, Call call)
    {
        Result<T> result = await<T>(call);
        note(name, result.ok() ? (result.ok() ? shown(*result) : Value()) : shownError(result.error()));
        return result;
    }
    template <typename Call>
    void tell(const std::string& name, Call call)
    {
        const Status status = await<void>(call);
        note(name, status.ok() ? Value("done") : shownError(status.error()));
    }

    Conductor& conductor;
    std::vector<Answered> answers;

private:
    void note(const std::string& name, Value answer) { answers.push_back({name, std::move(answer)}); }
    [[nodiscard]] static Value shownError(const Error& error)
    {
        std::vector<Value> violations;
        for (const Violation& one : error.violations)
            violations.push_back(Value::object({{"path", one.path}, {"message", one.message}}));
        return Value::object({{"error", toText(error.code)}, {"message", error.message}, {"violations", Value::array(std::move(violations))}});
    }
    EpochMs m_now;
};

constexpr std::string_view kTwo = R"({"name":"two","version":1,"ownerEmail":"a@b.c","description":"both","tasks":[
    {"name":"a","taskReferenceName":"a","inputParameters":{"x":"${workflow.input.x}"}},{"name":"b","taskReferenceName":"b"}],
    "outputParameters":{"r":"${a.output.r}"}})";
constexpr std::string_view kWait = R"({"name":"wait","ownerEmail":"a@b.c","tasks":[{"name":"w","taskReferenceName":"w","type":"WAIT"}],
    "outputParameters":{"v":"${w.output.v}"}})";

void askMetadata(Recorder& r)
{
    MetadataPort& port = r.conductor.metadata();
    const WorkflowDefPtr two = workflowOf(kTwo);
    auto second = std::make_shared<WorkflowDef>(*two);
    second->version = 2;
    r.tell("registerTasks", [&](Done d) { port.registerTasks({taskOf(R"({"name":"b","ownerEmail":"a@b.c","retryCount":1,"retryDelaySeconds":0})"),
                                                              taskOf(R"({"name":"a","ownerEmail":"a@b.c"})")}, d); });
    r.tell("registerTasks bad", [&](Done d) { port.registerTasks({taskOf(R"({"name":"c","ownerEmail":"a@b.c","timeoutSeconds":10,"responseTimeoutSeconds":20})")}, d); });
    r.tell("updateTask", [&](Done d) { port.updateTask(taskOf(R"({"name":"a","ownerEmail":"a@b.c","description":"new"})"), d); });
    r.tell("updateTask unknown", [&](Done d) { port.updateTask(taskOf(R"({"name":"zzz","ownerEmail":"a@b.c"})"), d); });
    (void)r.ask<TaskDefPtr>("taskDefinition", [&](auto a) { port.taskDefinition("a", a); });
    (void)r.ask<TaskDefPtr>("taskDefinition unknown", [&](auto a) { port.taskDefinition("zzz", a); });
    (void)r.ask<std::vector<TaskDefPtr>>("taskDefinitions", [&](auto a) { port.taskDefinitions(a); });
    r.tell("registerWorkflow", [&](Done d) { port.registerWorkflow(two, false, d); });
    r.tell("registerWorkflow again", [&](Done d) { port.registerWorkflow(two, false, d); });
    r.tell("registerWorkflow over", [&](Done d) { port.registerWorkflow(two, true, d); });
    r.tell("registerWorkflow bad", [&](Done d) { port.registerWorkflow(workflowOf(R"({"name":"bad","tasks":[]})"), false, d); });
    r.tell("validateWorkflow", [&](Done d) { port.validateWorkflow(two, d); });
    r.tell("validateWorkflow bad", [&](Done d) { port.validateWorkflow(workflowOf(R"({"name":"","ownerEmail":"a@b.c","tasks":[{"name":"a","taskReferenceName":"a"}]})"), d); });
    (void)r.ask<BulkResult>("updateWorkflows", [&](auto a) { port.updateWorkflows({workflowOf(kWait), second}, a); });
    (void)r.ask<WorkflowDefPtr>("workflow latest", [&](auto a) { port.workflow("two", std::nullopt, a); });
    (void)r.ask<WorkflowDefPtr>("workflow one", [&](auto a) { port.workflow("two", 1, a); });
    (void)r.ask<WorkflowDefPtr>("workflow unknown", [&](auto a) { port.workflow("nope", std::nullopt, a); });
    (void)r.ask<std::vector<WorkflowDefPtr>>("workflows", [&](auto a) { port.workflows(false, a); });
    (void)r.ask<std::vector<WorkflowDefPtr>>("workflows latest", [&](auto a) { port.workflows(true, a); });
    r.tell("removeWorkflow", [&](Done d) { port.removeWorkflow("two", 2, d); });
    r.tell("removeWorkflow unknown", [&](Done d) { port.removeWorkflow("two", 9, d); });
    r.tell("removeTask unknown", [&](Done d) { port.removeTask("zzz", d); });
}

Text start(Recorder& r, const char* name, const char* correlation)
{
    StartRequest request;
    request.name = name;
    request.correlationId = correlation;
    request.input = parseJson(R"({"x":"ä/ %?&","n":1.0})").value();
    return r.ask<Text>(std::string("start ") + name, [&](auto a) { r.conductor.workflows().start(request, a); }).valueOr({});
}

std::vector<TaskView> poll(Recorder& r, const char* type)
{
    PollRequest request;
    request.taskType = type;
    request.workerId = "me & you";
    request.count = 1;
    request.timeoutMs = 0;
    return r.ask<std::vector<TaskView>>(std::string("poll ") + type, [&](auto a) { r.conductor.tasks().poll(request, a); }).valueOr({});
}

TaskResult resultFor(const TaskView& view, TaskStatus status)
{
    TaskResult result;
    result.workflowInstanceId = view.execution->workflowId;
    result.taskId = view.task->taskId;
    result.status = status;
    result.workerId = "me & you";
    result.outputData = parseJson(R"({"r":{"deep":[1,2.5,null,"ü"]}})").value();
    return result;
}

void askTasks(Recorder& r)
{
    TaskPort& port = r.conductor.tasks();
    (void)poll(r, "a");
    const Text id = start(r, "two", "c1");
    (void)start(r, "two", "c2");   // so that whoever answers a task finds the next at once
    (void)r.ask<std::vector<QueueSize>>("queueSizes", [&](auto a) { port.queueSizes({"b", "a"}, a); });
    (void)r.ask<std::vector<TaskView>>("inProgress", [&](auto a) { port.inProgress("a", 0, 10, a); });
    const std::vector<TaskView> first = poll(r, "a");
    if (first.empty())
        return;
    TaskResult lease = resultFor(first[0], TaskStatus::InProgress);
    lease.extendLease = true;
    (void)r.ask<Text>("extendLease", [&](auto a) { port.update(lease, a); });
    r.tell("addLog", [&](Done d) { port.addLog(first[0].task->taskId, "line \"one\"", d); });
    (void)r.ask<std::vector<TaskLogEntry>>("logs", [&](auto a) { port.logs(first[0].task->taskId, a); });
    (void)r.ask<std::vector<TaskLogEntry>>("logs unknown", [&](auto a) { port.logs("nope", a); });
    (void)r.ask<std::optional<TaskView>>("updateAndPoll", [&](auto a) { port.updateAndPoll(resultFor(first[0], TaskStatus::Completed), a); });
    (void)r.ask<Text>("update twice", [&](auto a) { port.update(resultFor(first[0], TaskStatus::Failed), a); });
    TaskResult unknown = resultFor(first[0], TaskStatus::Completed);
    unknown.taskId = "nope";
    (void)r.ask<Text>("update unknown", [&](auto a) { port.update(unknown, a); });
    unknown.taskId = {};
    (void)r.ask<Text>("update nameless", [&](auto a) { port.update(unknown, a); });
    (void)r.ask<TaskView>("task", [&](auto a) { port.task(first[0].task->taskId, a); });
    (void)r.ask<TaskView>("task unknown", [&](auto a) { port.task("nope", a); });
    const std::vector<TaskView> second = poll(r, "b");
    if (!second.empty()) {
        TaskResult failed = resultFor(second[0], TaskStatus::FailedWithTerminalError);
        failed.reasonForIncompletion = "no: \"never\"";
        failed.logs.push_back({"the last words", 5});
        (void)r.ask<Text>("update failed", [&](auto a) { port.update(failed, a); });
    }
    (void)r.ask<ExecutionPtr>("execution failed", [&](auto a) { r.conductor.workflows().execution(id, a); });
    (void)r.ask<std::vector<PollData>>("pollData", [&](auto a) { port.pollData("a", a); });
    const Text waiting = start(r, "wait", "c2");
    r.tell("signal unknown", [&](Done d) { port.signal("nope", TaskStatus::Completed, Value::object(), d); });
    (void)r.ask<Text>("updateByReference none", [&](auto a) { port.updateByReference({waiting, "zzz", TaskStatus::Completed, {}, Value::object()}, a); });
    (void)r.ask<ExecutionPtr>("updateByReferenceSync none", [&](auto a) {
        port.updateByReferenceSync({waiting, "zzz", TaskStatus::Completed, {}, Value::object()}, a);
    });
    (void)r.ask<ExecutionPtr>("updateByReferenceSync", [&](auto a) {
        port.updateByReferenceSync({waiting, "w", TaskStatus::Completed, "me", Value::object({{"v", 7}})}, a);
    });
    const Text signalled = start(r, "wait", "c2");
    r.tell("signal", [&](Done d) { port.signal(signalled, TaskStatus::Completed, Value::object({{"v", "s"}}), d); });
    (void)r.ask<Value>("signalAndWait nobody", [&](auto a) {
        port.signalAndWait(signalled, TaskStatus::Completed, Value::object(), ReturnStrategy::TargetWorkflow, 0, a);
    });
    const Text waited = start(r, "wait", "c3");
    (void)r.ask<Value>("signalAndWait", [&](auto a) {
        port.signalAndWait(waited, TaskStatus::Completed, Value::object({{"v", 1}}), ReturnStrategy::TargetWorkflow, 0, a);
    });
}

void askWorkflows(Recorder& r)
{
    WorkflowPort& port = r.conductor.workflows();
    (void)start(r, "nope", "");
    const Text id = start(r, "two", "c1");
    const Text other = start(r, "wait", "c4");
    (void)r.ask<ExecutionPtr>("execution", [&](auto a) { port.execution(id, a); });
    (void)r.ask<ExecutionPtr>("execution unknown", [&](auto a) { port.execution("nope", a); });
    (void)r.ask<std::vector<Text>>("running", [&](auto a) { port.running("two", 1, 0, 0, a); });
    (void)r.ask<std::map<Text, std::vector<ExecutionPtr>>>("correlated", [&](auto a) { port.correlated("two", {"c1", "none"}, true, a); });
    (void)r.ask<Page<TaskView>>("tasks", [&](auto a) { port.tasks(id, 0, 10, {TaskStatus::Scheduled}, a); });
    SearchRequest search;
    search.query = "workflowType=two AND status IN (FAILED,RUNNING)";
    search.sort = "startTime:ASC";
    (void)r.ask<Page<ExecutionPtr>>("search", [&](auto a) { port.search(search, a); });
    search.query = "workflowType!=two";
    (void)r.ask<Page<ExecutionPtr>>("search bad", [&](auto a) { port.search(search, a); });
    search.query = {};
    search.size = 6000;
    (void)r.ask<Page<ExecutionPtr>>("search too much", [&](auto a) { port.search(search, a); });
    r.tell("pause", [&](Done d) { port.pause(id, d); });
    r.tell("pause again", [&](Done d) { port.pause(id, d); });
    r.tell("resume", [&](Done d) { port.resume(id, d); });
    r.tell("resume again", [&](Done d) { port.resume(id, d); });
    r.tell("decide", [&](Done d) { port.decide(id, d); });
    r.tell("retry running", [&](Done d) { port.retry(id, false, d); });
    r.tell("resetCallbacks", [&](Done d) { port.resetCallbacks(id, d); });
    r.tell("skipTask", [&](Done d) { port.skipTask(id, "b", Value::object(), Value::object({{"v", "9"}}), d); });
    r.tell("skipTask unknown", [&](Done d) { port.skipTask(id, "zzz", Value::object(), Value::object(), d); });
    (void)r.ask<Text>("rerun running", [&](auto a) { port.rerun(id, {}, a); });
    r.tell("terminate", [&](Done d) { port.terminate(id, "because ä", d); });
    r.tell("restart", [&](Done d) { port.restart(id, false, d); });
    r.tell("remove running", [&](Done d) { port.remove(id, true, d); });
    (void)r.ask<BulkResult>("bulk pause", [&](auto a) { port.bulk({BulkRequest::Action::Pause, {id, "nope", other}, {}}, a); });
    (void)r.ask<BulkResult>("bulk terminate", [&](auto a) { port.bulk({BulkRequest::Action::Terminate, {id, other}, "all of them"}, a); });
    (void)r.ask<BulkResult>("bulk nothing", [&](auto a) { port.bulk({BulkRequest::Action::Retry, {}, {}}, a); });
    (void)r.ask<Text>("rerun", [&](auto a) { port.rerun(id, {{}, {}, Value::object({{"x", 2}}), "c9"}, a); });
    (void)r.ask<ExecutionPtr>("execution rerun", [&](auto a) { port.execution(id, a); });
    r.tell("remove", [&](Done d) { port.remove(other, true, d); });
    r.tell("remove unknown", [&](Done d) { port.remove("nope", true, d); });
    ExecuteRequest execute;
    execute.start.name = "wait";
    execute.requestId = "r1";
    execute.waitForSeconds = 0;
    (void)r.ask<Value>("execute", [&](auto a) { port.execute(execute, a); });
    (void)r.ask<ExecutionPtr>("test", [&](auto a) {
        port.test(parseJson(R"({"name":"two","taskRefToMockOutput":{"a":[{"status":"COMPLETED","output":{"r":1}}],"b":[{"status":"COMPLETED","output":{}}]}})").value(), a);
    });
}

void askOthers(Recorder& r)
{
    EventPort& events = r.conductor.events();
    const Value handler = parseJson(R"({"name":"h1","event":"conductor:two:q","active":true,"actions":[{"action":"start_workflow",
        "start_workflow":{"name":"wait"}}]})").value();
    r.tell("addHandler", [&](Done d) { events.addHandler(handler, d); });
    r.tell("addHandler again", [&](Done d) { events.addHandler(handler, d); });
    r.tell("addHandler bad", [&](Done d) { events.addHandler(Value::object({{"name", "h2"}}), d); });
    r.tell("updateHandler", [&](Done d) { events.updateHandler(handler.with("active", false), d); });
    (void)r.ask<std::vector<Value>>("handlers", [&](auto a) { events.handlers({}, false, a); });
    (void)r.ask<std::vector<Value>>("handlers active", [&](auto a) { events.handlers("conductor:two:q", true, a); });
    r.tell("removeHandler", [&](Done d) { events.removeHandler("h1", d); });
    r.tell("removeHandler again", [&](Done d) { events.removeHandler("h1", d); });
    SchedulePort& schedules = r.conductor.schedules();
    (void)r.ask<Value>("schedule unknown", [&](auto a) { schedules.schedule("nope", a); });
    (void)r.ask<std::vector<Value>>("schedules", [&](auto a) { schedules.schedules({}, a); });
    AdminPort& admin = r.conductor.admin();
    (void)r.ask<Text>("version", [&](auto a) { admin.version(a); });
    (void)r.ask<bool>("isHealthy", [&](auto a) { admin.isHealthy(a); });
    (void)r.ask<std::vector<Text>>("secretNames", [&](auto a) { admin.secretNames(a); });
    (void)r.ask<Value>("environment", [&](auto a) { admin.environment(a); });
}

}  // namespace

std::vector<Answered> portTranscript(Conductor& conductor, EpochMs now)
{
    Recorder recorder(conductor, now);
    askMetadata(recorder);
    askTasks(recorder);
    askWorkflows(recorder);
    askOthers(recorder);
    return std::move(recorder.answers);
}

}  // namespace baton::test
