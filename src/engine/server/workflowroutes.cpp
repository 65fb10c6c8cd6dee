// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/ids.h"
#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/server/routegroups.h"

#include <algorithm>

// Starting executions and looking at them.

namespace baton {
namespace {

constexpr std::string_view kClass = "com.netflix.conductor.rest.controllers.WorkflowResource.";
constexpr std::string_view kStart = "com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest";
const std::string kPath = "/api/workflow";

RouteBody body(std::string type, std::string_view answer, std::string_view rest)
{
    return {std::move(type), "public " + std::string(answer) + ' ' + std::string(kClass) + std::string(rest)};
}

void start(const RouteCall& call)
{
    if (const Status checked = checkTasks(call.body()["workflowDef"]); !checked)
        return call.error(checked.error());
    Result<StartRequest> request = startRequestFromWire(call.body());
    if (!request)
        return call.error(request.error());
    call.conductor().workflows().start(std::move(request).value(), call.plainReply());
}

Error priorityError(std::int64_t priority)
{
    Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
    error.violations.push_back({"startWorkflow.arg3", priority < 0 ? "0 is the minimum priority value" : "99 is the maximum priority value",
        std::to_string(priority)});
    return error;
}

// By a definition's name; the real server looks for it first, and says so in other words than when it starts.
void startByName(const RouteCall& call)
{
    if (const std::int64_t priority = call.number("priority"); priority < 0 || priority > 99)
        return call.error(priorityError(priority));
    call.conductor().metadata().workflow(call.text("name"), call.version("version"), call.reply<WorkflowDefPtr>(
        [](const RouteCall& to, const WorkflowDefPtr& definition) {
            StartRequest request;
            request.name = definition->name;
            request.version = definition->version;
            request.correlationId = to.text("correlationId");
            request.priority = static_cast<int>(to.number("priority"));
            request.input = to.body();
            to.conductor().workflows().start(std::move(request), to.plainReply());
        }));
}

std::vector<Text> split(std::string_view list)
{
    std::vector<Text> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        parts.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return parts;
}

void execute(const RouteCall& call)
{
    const Value json = call.body().with("name", call.text("name"));
    Result<StartRequest> start = startRequestFromWire(json);
    if (!start)
        return call.error(start.error());
    ExecuteRequest request;
    request.start = std::move(start).value();
    request.start.version = call.version("version");
    request.requestId = call.text("requestId").empty() ? Text(RandomIdSource().nextId()) : call.text("requestId");
    request.waitUntilTaskRefs = split(call.text("waitUntilTaskRef"));
    request.waitForSeconds = call.number("waitForSeconds");
    request.strategy = returnStrategyFrom(call.text("returnStrategy")).value_or(ReturnStrategy::TargetWorkflow);
    const EpochMs deadline = call.now() + request.waitForSeconds * 1000;
    call.conductor().workflows().execute(std::move(request), call.reply<Value>([deadline](const RouteCall& to, const Value& run) {
        if (!run.isNull())
            return to.json(run);
        // No task waits, and the real server trips over that: in one way when the time is over, in another before.
        to.error({ErrorCode::Internal, to.now() >= deadline ? "value" : "The mapper [com.netflix.conductor.rest.controllers."
                                                                        "WorkflowSignalResponder$$Lambda] returned a null value."});
    }));
}

void test(const RouteCall& call)
{
    if (Result<StartRequest> request = startRequestFromWire(call.body()); !request)
        return call.error(request.error());
    call.conductor().workflows().test(call.body(), call.reply<ExecutionPtr>(
        [](const RouteCall& to, const ExecutionPtr& execution) { to.json(toValue(*execution, to.now())); }));
}

void status(const RouteCall& call)
{
    call.conductor().workflows().execution(call.text("workflowId"), call.reply<ExecutionPtr>(
        [](const RouteCall& to, const ExecutionPtr& execution) {
            ObjectBuilder answer;
            answer.set("workflowId", execution->workflowId);
            if (!execution->correlationId.empty())
                answer.set("correlationId", execution->correlationId);
            if (to.flag("includeOutput"))
                answer.set("output", execution->output.isObject() ? execution->output : Value::object());
            if (to.flag("includeVariables"))
                answer.set("variables", execution->variables.isObject() ? execution->variables : Value::object());
            answer.set("status", toText(execution->status));
            to.json(std::move(answer).build());
        }));
}

Value asArray(const std::vector<TaskView>& views, EpochMs now)
{
    std::vector<Value> items;
    items.reserve(views.size());
    for (const TaskView& view : views)
        items.push_back(toWire(view, now));
    return Value::array(std::move(items));
}

void tasks(const RouteCall& call)
{
    const std::int64_t start = call.number("start");
    const std::int64_t count = call.number("count");
    std::vector<TaskStatus> statuses;
    bool nothingFits = false;   // an unknown word among them
    for (const Text& word : call.list("status")) {
        if (const std::optional<TaskStatus> known = taskStatusFrom(word))
            statuses.push_back(*known);
        else
            nothingFits = true;
    }
    call.conductor().workflows().tasks(call.text("workflowId"), std::max<std::int64_t>(start, 0), std::max<std::int64_t>(count, 0),
        std::move(statuses), call.reply<Page<TaskView>>([nothingFits, start, count](const RouteCall& to, Page<TaskView> page) {
            if (start < 0)
                return to.error({ErrorCode::Internal, "fromIndex = " + std::to_string(start)});
            if (count < 0 && start < page.totalHits)
                return to.error({ErrorCode::InvalidArgument, "fromIndex(" + std::to_string(start) + ") > toIndex("
                    + std::to_string(start + count) + ')'});
            if (nothingFits)
                page = {};
            to.json(Value::object({{"totalHits", page.totalHits}, {"results", asArray(page.results, to.now())}}));
        }));
}

Value asArray(const std::vector<ExecutionPtr>& executions, EpochMs now, bool withTasks)
{
    std::vector<Value> items;
    items.reserve(executions.size());
    for (const ExecutionPtr& execution : executions)
        items.push_back(toValue(*execution, now, withTasks));
    return Value::array(std::move(items));
}

using ById = std::map<Text, std::vector<ExecutionPtr>>;

void correlatedOne(const RouteCall& call)
{
    const Text id = call.text("correlationId");
    call.conductor().workflows().correlated(call.text("name"), {id}, call.flag("includeClosed"),
        call.reply<ById>([id](const RouteCall& to, ById found) { to.json(asArray(found[id], to.now(), to.flag("includeTasks"))); }));
}

void correlatedMany(const RouteCall& call)
{
    call.conductor().workflows().correlated(call.text("name"), call.bodyList(), call.flag("includeClosed"),
        call.reply<ById>([](const RouteCall& to, const ById& found) {
            ObjectBuilder answer;
            for (const auto& [id, executions] : found)
                answer.set(id.view(), asArray(executions, to.now(), to.flag("includeTasks")));
            to.json(std::move(answer).build());
        }));
}

void running(const RouteCall& call)
{
    call.conductor().workflows().running(call.text("name"), call.version("version"), call.number("startTime"), call.number("endTime"),
        call.reply<std::vector<Text>>([](const RouteCall& to, const std::vector<Text>& ids) {
            to.json(Value::array({ids.begin(), ids.end()}));
        }));
}

void search(const RouteCall& call, bool byTasks, bool whole)
{
    using Found = Page<ExecutionPtr>;
    const Reply<Found> reply = call.reply<Found>([whole](const RouteCall& to, const Found& page) {
        std::vector<Value> items;
        items.reserve(page.results.size());
        for (const ExecutionPtr& execution : page.results)
            items.push_back(whole ? toValue(*execution, to.now(), false) : workflowSummary(*execution));
        to.json(Value::object({{"totalHits", page.totalHits}, {"results", Value::array(std::move(items))}}));
    });
    WorkflowPort& workflows = call.conductor().workflows();
    if (byTasks)
        workflows.searchByTasks(call.searchRequest(), reply);
    else
        workflows.search(call.searchRequest(), reply);
}

void addSearchRoutes(std::vector<Route>& routes)
{
    struct Kind {
        std::string_view name;
        bool byTasks;
        bool whole;
    };
    for (const Kind& kind : {Kind {"search", false, false}, Kind {"search-v2", false, true}, Kind {"search-by-tasks", true, false},
                             Kind {"search-by-tasks-v2", true, true}}) {
        routes.push_back({"GET", kPath + "/" + std::string(kind.name), "workflow",
            kind.byTasks ? "Search for executions by what is true of their tasks" : "Search for executions", searchParameters(!kind.byTasks), {},
            kind.whole ? "SearchResultWorkflow" : "SearchResultWorkflowSummary", 200,
            [kind](const RouteCall& call) { search(call, kind.byTasks, kind.whole); }});
    }
    for (const std::string_view name : {"externalstoragelocation", "external-storage-location"})
        routes.push_back({"GET", kPath + "/" + std::string(name), "workflow", "Where a large payload would be stored", storageLocationParameters(), {},
            "ExternalStorageLocation", 200, answerStorageLocation});
}

void addStartRoutes(std::vector<Route>& routes)
{
    const std::string start1(kStart);
    routes.push_back({"POST", kPath, "workflow", "Start a workflow; answers its id", {},
        body("StartWorkflowRequest", "java.lang.String", "startWorkflow(" + start1 + ")"), "text", 200, start});
    routes.push_back({"POST", kPath + "/{name}", "workflow", "Start a workflow with this input; answers its id",
        {pathParameter("name"), queryParameter("version", "Integer"), queryParameter("correlationId"), queryParameter("priority", "int", "0")},
        body("Map<Object>", "java.lang.String", "startWorkflow(java.lang.String,java.lang.Integer,java.lang.String,int,"
                                                "java.util.Map<java.lang.String, java.lang.Object>)"), "text", 200, startByName});
    routes.push_back({"POST", kPath + "/execute/{name}/{version}", "workflow", "Start a workflow and wait for it",
        {pathParameter("name"), pathParameter("version", "Integer"), queryParameter("requestId"), queryParameter("waitUntilTaskRef"),
         queryParameter("waitForSeconds", "Integer", "10"), queryParameter("consistency", "String", "DURABLE"),
         queryParameter("returnStrategy", "WorkflowSignalReturnStrategy", "TARGET_WORKFLOW")},
        body("StartWorkflowRequest", "reactor.core.publisher.Mono<org.conductoross.conductor.model.SignalResponse>",
             "executeWorkflow(java.lang.String,java.lang.Integer,java.lang.String,java.lang.String,java.lang.Integer,java.lang.String,"
             "org.conductoross.conductor.model.WorkflowSignalReturnStrategy," + start1 + ")"), "SignalResponse", 200, execute});
    routes.push_back({"POST", kPath + "/test", "workflow", "Run a workflow with mock results instead of workers", {},
        body("WorkflowTestRequest", "com.netflix.conductor.common.run.Workflow",
             "testWorkflow(com.netflix.conductor.common.run.WorkflowTestRequest)"), "Workflow", 200, test});
}

}  // namespace

std::vector<RouteParameter> searchParameters(bool ofWorkflows)
{
    std::vector<RouteParameter> parameters {queryParameter("start", "int", "0"), queryParameter("size", "int", "100"),
        queryParameter("sort"), queryParameter("freeText", "String", "*"), queryParameter("query")};
    if (ofWorkflows) {
        parameters.push_back(queryParameter("classifier"));
        parameters.push_back(queryParameter("topLevelOnly", "boolean", "false"));
    }
    return parameters;
}

void addWorkflowRoutes(std::vector<Route>& routes)
{
    addStartRoutes(routes);
    routes.push_back({"GET", kPath + "/{workflowId}", "workflow", "An execution",
        {pathParameter("workflowId"), queryParameter("includeTasks", "boolean", "true")}, {}, "Workflow", 200, [](const RouteCall& call) {
            call.conductor().workflows().execution(call.text("workflowId"), call.reply<ExecutionPtr>(
                [](const RouteCall& to, const ExecutionPtr& found) { to.json(toValue(*found, to.now(), to.flag("includeTasks"))); }));
        }});
    routes.push_back({"GET", kPath + "/{workflowId}/status", "workflow", "The status of an execution",
        {pathParameter("workflowId"), queryParameter("includeOutput", "boolean", "false"),
         queryParameter("includeVariables", "boolean", "false")}, {}, "WorkflowStatus", 200, status});
    routes.push_back({"GET", kPath + "/{workflowId}/tasks", "workflow", "The tasks of an execution",
        {pathParameter("workflowId"), queryParameter("start", "int", "0"), queryParameter("count", "int", "15"),
         queryParameter("status", "List<String>")}, {}, "SearchResultTask", 200, tasks});
    const std::vector<RouteParameter> shown {pathParameter("name"), queryParameter("includeClosed", "boolean", "false"),
        queryParameter("includeTasks", "boolean", "false")};
    std::vector<RouteParameter> withId = shown;
    withId.insert(withId.begin() + 1, pathParameter("correlationId"));
    routes.push_back({"GET", kPath + "/{name}/correlated/{correlationId}", "workflow", "Executions with a correlation id", withId, {},
        "List<Workflow>", 200, correlatedOne});
    routes.push_back({"POST", kPath + "/{name}/correlated", "workflow", "Executions with any of these correlation ids", shown,
        body("List<String>", "java.util.Map<java.lang.String, java.util.List<com.netflix.conductor.common.run.Workflow>>",
             "getWorkflows(java.lang.String,boolean,boolean,java.util.List<java.lang.String>)"), "Map<List<Workflow>>", 200, correlatedMany});
    routes.push_back({"GET", kPath + "/running/{name}", "workflow", "The ids of running executions",
        {pathParameter("name"), queryParameter("version", "int", "1"), queryParameter("startTime", "Long"), queryParameter("endTime", "Long")},
        {}, "List<String>", 200, running});
    addSearchRoutes(routes);
}

}  // namespace baton
