// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/server/routegroups.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

using Action = BulkRequest::Action;

struct BulkRoute {
    std::string_view method;
    std::string_view name;
    Action action;
    std::string_view arguments;      // of the real server's method, after the list of ids
    std::string_view javaName;
    std::string_view summary;
};

constexpr std::array<BulkRoute, 7> kBulkRoutes {{
    {"PUT", "pause", Action::Pause, "", "pauseWorkflow", "Pause executions"},
    {"PUT", "resume", Action::Resume, "", "resumeWorkflow", "Resume executions"},
    {"POST", "restart", Action::Restart, ",boolean", "restart", "Restart executions"},
    {"POST", "retry", Action::Retry, "", "retry", "Retry executions"},
    {"POST", "terminate", Action::Terminate, ",java.lang.String", "terminate", "Terminate executions"},
    {"DELETE", "remove", Action::Remove, ",boolean", "deleteWorkflow", "Remove executions"},
    {"DELETE", "terminate-remove", Action::TerminateRemove, ",boolean,java.lang.String", "terminateRemove",
     "Terminate executions and remove them"},
}};

RouteBody ids(std::string_view answer, std::string_view javaName, std::string_view arguments)
{
    return {"List<String>", "public com.netflix.conductor.common.model.BulkResponse<" + std::string(answer)
        + "> com.netflix.conductor.rest.controllers.WorkflowBulkResource." + std::string(javaName) + "(java.util.List<java.lang.String>"
        + std::string(arguments) + ")"};
}

std::vector<RouteParameter> parametersOf(Action action)
{
    switch (action) {
    case Action::Restart: return {queryParameter("useLatestDefinitions", "boolean", "false")};
    case Action::Terminate: return {queryParameter("reason")};
    case Action::Remove: return {queryParameter("archiveWorkflow", "boolean", "true")};
    case Action::TerminateRemove: return {queryParameter("archiveWorkflow", "boolean", "true"), queryParameter("reason")};
    default: return {};
    }
}

// The real server fails over its own answer then, having done what was asked.
Reply<BulkResult> nullKeyReply(const RouteCall& call)
{
    return call.reply<BulkResult>([](const RouteCall& to, const BulkResult&) {
        to.error({ErrorCode::Internal, "Could not write JSON: Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)"});
    });
}

bool hasNull(const Value& ids)
{
    return std::ranges::any_of(ids.items(), &Value::isNull);
}

void run(const RouteCall& call, Action action)
{
    BulkRequest request;
    request.action = action;
    request.ids = call.bodyList();
    request.reason = call.text("reason");
    request.useLatestDefinitions = call.flag("useLatestDefinitions");
    request.archive = call.flag("archiveWorkflow");
    call.conductor().workflows().bulk(std::move(request), hasNull(call.body()) ? nullKeyReply(call)
        : call.reply<BulkResult>([](const RouteCall& to, const BulkResult& result) { to.json(toWire(result)); }));
}

// What has been found so far; the ids are asked one after the other.
struct BulkSearch {
    RouteCall call;
    std::vector<Text> ids;
    ObjectBuilder errors {};
    std::vector<Value> found {};
};

void searchNext(const std::shared_ptr<BulkSearch>& search, std::size_t at)
{
    if (at == search->ids.size()) {
        search->call.json(Value::object({{"bulkErrorResults", std::move(search->errors).build()},
            {"bulkSuccessfulResults", Value::array(std::move(search->found))}}));
        return;
    }
    search->call.conductor().workflows().execution(search->ids[at], [search, at](const Result<ExecutionPtr>& execution) {
        if (execution)
            search->found.push_back(toValue(**execution, search->call.now(), search->call.flag("includeTasks")));
        else
            search->errors.set(search->ids[at].view(), execution.error().message);
        searchNext(search, at + 1);   // at most 1000 deep
    });
}

void search(const RouteCall& call)
{
    std::vector<Text> wanted = call.bodyList();
    constexpr std::size_t kMost = 1000;
    if (wanted.empty() || wanted.size() > kMost) {
        Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
        error.violations.push_back({"searchWorkflow.arg0", wanted.empty() ? "WorkflowIds list cannot be null."
            : "Cannot process more than 1000 workflows. Please use multiple requests."});
        return call.error(error);
    }
    if (hasNull(call.body()))
        return nullKeyReply(call)(BulkResult());
    searchNext(std::make_shared<BulkSearch>(BulkSearch {call, std::move(wanted)}), 0);
}

}  // namespace

void addBulkRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/workflow/bulk/";
    for (const BulkRoute& bulk : kBulkRoutes) {
        routes.push_back({std::string(bulk.method), path + std::string(bulk.name), "bulk", std::string(bulk.summary), parametersOf(bulk.action),
            ids("java.lang.String", bulk.javaName, bulk.arguments), "BulkResponse", 200,
            [action = bulk.action](const RouteCall& call) { run(call, action); }});
    }
    routes.push_back({"POST", path + "search", "bulk", "Executions by their ids", {queryParameter("includeTasks", "boolean", "true")},
        ids("com.netflix.conductor.model.WorkflowModel", "searchWorkflow", ",boolean"), "BulkWorkflows", 200, search});
}

}  // namespace baton
