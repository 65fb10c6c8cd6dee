// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/server/routegroups.h"

#include <algorithm>
#include <chrono>

// What workers do: poll, update, log; and whoever completes a task from outside.

namespace baton {
namespace {

constexpr std::string_view kClass = "com.netflix.conductor.rest.controllers.TaskResource.";
constexpr std::string_view kStatus = "com.netflix.conductor.common.metadata.tasks.TaskResult$Status";
constexpr std::string_view kMap = "java.util.Map<java.lang.String, java.lang.Object>";
const std::string kPath = "/api/tasks";

RouteBody body(std::string type, std::string_view answer, const std::string& rest)
{
    return {std::move(type), "public " + std::string(answer) + ' ' + std::string(kClass) + rest};
}

// Tasks whose taker has gone go back to their queue, as a worker would hand them back.
void handBack(Conductor& conductor, const std::vector<TaskView>& views)
{
    for (const TaskView& view : views) {
        TaskResult result;
        result.workflowInstanceId = view.execution->workflowId;
        result.taskId = view.task->taskId;
        result.outputData = view.task->outputData;
        conductor.tasks().update(std::move(result), [](const Result<Text>&) { });
    }
}

PollRequest pollRequest(const RouteCall& call)
{
    PollRequest request;
    request.taskType = call.text("tasktype");
    request.workerId = call.text("workerid");
    request.domain = call.text("domain");
    return request;
}

// The one who polls has gone; or has waited long enough, by the machine's clock, where the server's stands still.
void watchTaker(PollRequest& request, const RouteCall& call)
{
    using Steady = std::chrono::steady_clock;
    const Steady::time_point deadline = Steady::now() + std::chrono::milliseconds(std::clamp<std::int64_t>(request.timeoutMs, 0, 5000));
    request.isAbandoned = [call, deadline] {
        return call.responder().isGone() || (call.context().isVirtualTime && Steady::now() >= deadline);
    };
}

void poll(const RouteCall& call)
{
    using Views = std::vector<TaskView>;
    PollRequest request = pollRequest(call);
    watchTaker(request, call);
    call.conductor().tasks().poll(std::move(request), call.reply<Views>([](const RouteCall& to, const Views& views) {
        if (to.responder().isGone())
            return handBack(to.conductor(), views);
        if (views.empty())
            to.empty(204);
        else
            to.json(toWire(views.front(), to.now()));
    }));
}

void pollBatch(const RouteCall& call)
{
    using Views = std::vector<TaskView>;
    PollRequest request = pollRequest(call);
    request.count = call.number("count");
    request.timeoutMs = call.number("timeout");
    watchTaker(request, call);
    call.conductor().tasks().poll(std::move(request), call.reply<Views>([](const RouteCall& to, const Views& views) {
        if (to.responder().isGone())
            return handBack(to.conductor(), views);
        std::vector<Value> items;
        items.reserve(views.size());
        for (const TaskView& view : views)
            items.push_back(toWire(view, to.now()));
        to.json(Value::array(std::move(items)));
    }));
}

// A result without a status is only noticed when there is something to be done with it.
constexpr std::string_view kNoStatus = "Cannot invoke \"com.netflix.conductor.common.metadata.tasks.TaskResult$Status.name()\" because the "
                                       "return value of \"com.netflix.conductor.common.metadata.tasks.TaskResult.getStatus()\" is null";

bool isOpen(TaskPort& tasks, const Text& taskId)
{
    const Result<TaskView> view = answerOf<TaskView>([&](const Reply<TaskView>& reply) { tasks.task(taskId, reply); });
    return view && !isTerminal(view->task->status) && !isTerminal(view->execution->status);
}

void update(const RouteCall& call)
{
    Result<TaskResult> result = taskResultFromWire(call.body());
    if (!result)
        return call.error(result.error());
    if (call.body()["status"].isNull() && !result->extendLease && isOpen(call.conductor().tasks(), result->taskId))
        return call.error({ErrorCode::Internal, std::string(kNoStatus)});
    call.conductor().tasks().update(std::move(result).value(), call.plainReply());
}

// The words in which Spring, not Conductor, refuses a result without ids.
std::string springRefusal(const Error& error)
{
    const std::string kind = "org.springframework.http.ResponseEntity<com.netflix.conductor.common.metadata.tasks.Task> ";
    std::string text = "Validation failed for argument [0] in public " + kind + std::string(kClass)
        + "updateTaskV2(com.netflix.conductor.common.metadata.tasks.TaskResult)";
    text += error.violations.size() > 1 ? " with " + std::to_string(error.violations.size()) + " errors: " : ": ";
    for (const Violation& violation : error.violations) {
        const std::string field = violation.path.substr(violation.path.rfind('.') + 1);
        text += "[Field error in object 'taskResult' on field '" + field + "': rejected value [null]; codes [NotEmpty.taskResult." + field
            + ",NotEmpty." + field + ",NotEmpty.java.lang.String,NotEmpty]; arguments [org.springframework.context.support."
              "DefaultMessageSourceResolvable: codes [taskResult." + field + ',' + field + "]; arguments []; default message [" + field
            + "]]; default message [" + violation.message + "]] ";
    }
    return text;
}

void updateAndPoll(const RouteCall& call)
{
    Result<TaskResult> result = taskResultFromWire(call.body());
    if (!result)
        return call.error(result.error().violations.empty() ? result.error() : Error {ErrorCode::Internal, springRefusal(result.error())});
    using Next = std::optional<TaskView>;
    call.conductor().tasks().updateAndPoll(std::move(result).value(), call.reply<Next>([](const RouteCall& to, const Next& next) {
        if (next && to.responder().isGone())
            handBack(to.conductor(), {*next});
        else if (next)
            to.json(toWire(*next, to.now()));
        else
            to.empty(204);
    }));
}

ReferenceUpdate referenceUpdate(const RouteCall& call)
{
    ReferenceUpdate update;
    update.workflowId = call.text("workflowId");
    update.referenceName = call.text("taskRefName");
    update.status = taskStatusFrom(call.text("status").view()).value_or(TaskStatus::Completed);
    update.workerId = call.text("workerid");
    update.output = call.body();
    return update;
}

void updateReferenceSync(const RouteCall& call)
{
    call.conductor().tasks().updateByReferenceSync(referenceUpdate(call), call.reply<ExecutionPtr>(
        [](const RouteCall& to, const ExecutionPtr& execution) { to.json(toValue(*execution, to.now())); }));
}

void signalAndWait(const RouteCall& call)
{
    call.conductor().tasks().signalAndWait(call.text("workflowId"),
        taskStatusFrom(call.text("status").view()).value_or(TaskStatus::Completed), call.body(),
        returnStrategyFrom(call.text("returnStrategy")).value_or(ReturnStrategy::TargetWorkflow), call.number("timeoutMillis"),
        call.jsonReply());
}

void logs(const RouteCall& call)
{
    using Entries = std::vector<TaskLogEntry>;
    call.conductor().tasks().logs(call.text("taskId"), call.reply<Entries>([](const RouteCall& to, const Entries& entries) {
        if (entries.empty())
            return to.empty(204);
        std::vector<Value> items;
        for (const TaskLogEntry& entry : entries)
            items.push_back(toWire(entry));
        to.json(Value::array(std::move(items)));
    }));
}

void addWorkerRoutes(std::vector<Route>& routes)
{
    const std::vector<RouteParameter> who {pathParameter("tasktype"), queryParameter("workerid"), queryParameter("domain")};
    std::vector<RouteParameter> batch = who;
    batch.push_back(queryParameter("count", "int", "1"));
    batch.push_back(queryParameter("timeout", "int", "100"));
    const std::string result = "com.netflix.conductor.common.metadata.tasks.TaskResult";
    routes.push_back({"GET", kPath + "/poll/{tasktype}", "tasks", "Take a task of a type, or 204", who, {}, "Task", 200, poll});
    routes.push_back({"GET", kPath + "/poll/batch/{tasktype}", "tasks", "Take up to count tasks; waits up to timeout ms for the first", batch, {},
        "List<Task>", 200, pollBatch});
    routes.push_back({"POST", kPath, "tasks", "Answer a task; answers its id", {},
        body("TaskResult", "java.lang.String", "updateTask(" + result + ")"), "text", 200, update});
    routes.push_back({"POST", kPath + "/update-v2", "tasks", "Answer a task and take the next of its type, or 204", {},
        body("TaskResult", "org.springframework.http.ResponseEntity<com.netflix.conductor.common.metadata.tasks.Task>",
             "updateTaskV2(" + result + ")"), "Task", 200, updateAndPoll});
    routes.push_back({"POST", kPath + "/{taskId}/log", "tasks", "Add a line to a task's log", {pathParameter("taskId")},
        body({}, "void", "log(java.lang.String,java.lang.String)"), {}, 200, [](const RouteCall& call) {
            call.conductor().tasks().addLog(call.text("taskId"), call.body().toText(), call.done());
        }});
    routes.push_back({"GET", kPath + "/{taskId}/log", "tasks", "A task's log, or 204", {pathParameter("taskId")}, {}, "List<TaskExecLog>", 200, logs});
    routes.push_back({"GET", kPath + "/{taskId}", "tasks", "A task", {pathParameter("taskId")}, {}, "Task", 200, [](const RouteCall& call) {
        call.conductor().tasks().task(call.text("taskId"), call.reply<TaskView>(
            [](const RouteCall& to, const TaskView& view) { to.json(toWire(view, to.now())); }));
    }});
}

}  // namespace

void addTaskRoutes(std::vector<Route>& routes)
{
    addWorkerRoutes(routes);
    const std::string status(kStatus);
    const std::string map(kMap);
    const std::vector<RouteParameter> byName {pathParameter("workflowId"), pathParameter("taskRefName"),
        pathParameter("status", "TaskResult$Status"), queryParameter("workerid")};
    const std::string arguments = "(java.lang.String,java.lang.String," + status + ",java.lang.String," + map + ")";
    routes.push_back({"POST", kPath + "/{workflowId}/{taskRefName}/{status}", "tasks", "Answer the open task of a reference name", byName,
        body("Map<Object>", "java.lang.String", "updateTask" + arguments), "text", 200, [](const RouteCall& call) {
            call.conductor().tasks().updateByReference(referenceUpdate(call), call.plainReply());
        }});
    routes.push_back({"POST", kPath + "/{workflowId}/{taskRefName}/{status}/sync", "tasks", "The same; answers the execution", byName,
        body("Map<Object>", "com.netflix.conductor.common.run.Workflow", "updateTaskSync" + arguments), "Workflow", 200, updateReferenceSync});
    const std::vector<RouteParameter> signalled {pathParameter("workflowId"), pathParameter("status", "TaskResult$Status")};
    routes.push_back({"POST", kPath + "/{workflowId}/{status}/signal", "tasks", "Answer the first task that waits for somebody", signalled,
        body("Map<Object>", "void", "signalWorkflowTaskAsync(java.lang.String," + status + ',' + map + ")"), {}, 200, [](const RouteCall& call) {
            call.conductor().tasks().signal(call.text("workflowId"),
                taskStatusFrom(call.text("status").view()).value_or(TaskStatus::Completed), call.body(), call.done());
        }});
    std::vector<RouteParameter> waiting = signalled;
    waiting.push_back(queryParameter("returnStrategy", "WorkflowSignalReturnStrategy", "TARGET_WORKFLOW"));
    waiting.push_back(queryParameter("timeoutMillis", "long", "5000"));
    routes.push_back({"POST", kPath + "/{workflowId}/{status}/signal/sync", "tasks", "The same, then wait as execute does", waiting,
        body("Map<Object>", "reactor.core.publisher.Mono<org.conductoross.conductor.model.SignalResponse>",
             "signalWorkflowTaskSync(java.lang.String," + status + ",org.conductoross.conductor.model.WorkflowSignalReturnStrategy,long," + map
                 + ")"), "SignalResponse", 200, signalAndWait});
}

}  // namespace baton
