// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/server/routegroups.h"

// Changing executions: pause, resume, retry and the like.

namespace baton {
namespace {

const std::string kPath = "/api/workflow/";

// "taskOutput[v]=9": what the real server binds a SkipTaskRequest from; a body is ignored.
Value boundMap(const HttpFields& query, std::string_view name)
{
    Value map = Value::object();
    for (const auto& [key, value] : query.fields()) {
        const bool isMember = key.size() > name.size() + 2 && key.starts_with(name) && key[name.size()] == '[' && key.back() == ']';
        if (isMember)
            map = std::move(map).with(key.substr(name.size() + 1, key.size() - name.size() - 2), Value(value));
    }
    return map.empty() ? Value() : map;
}

void skipTask(const RouteCall& call)
{
    const HttpFields& query = call.request().query;
    call.conductor().workflows().skipTask(call.text("workflowId"), call.text("taskReferenceName"), boundMap(query, "taskInput"),
        boundMap(query, "taskOutput"), call.done());
}

void rerun(const RouteCall& call)
{
    Result<RerunRequest> request = rerunRequestFromWire(call.body());
    if (!request)
        return call.error(request.error());
    call.conductor().workflows().rerun(call.text("workflowId"), std::move(request).value(), call.plainReply());
}

void terminateAndRemove(const RouteCall& call)
{
    call.conductor().workflows().terminate(call.text("workflowId"), call.text("reason"), [call](const Result<void>& ended) {
        if (!ended)
            return call.error(ended.error());
        call.conductor().workflows().remove(call.text("workflowId"), call.flag("archiveWorkflow"), call.done());
    });
}

Route control(std::string method, const std::string& rest, std::string summary, std::vector<RouteParameter> parameters, int status,
              std::function<void(const RouteCall&)> run)
{
    parameters.insert(parameters.begin(), pathParameter("workflowId"));
    return {std::move(method), kPath + rest, "workflow", std::move(summary), std::move(parameters), {}, {}, status, std::move(run)};
}

}  // namespace

void addWorkflowControlRoutes(std::vector<Route>& routes)
{
    routes.push_back(control("PUT", "decide/{workflowId}", "Look at an execution now: time-outs, then what follows", {}, 200,
        [](const RouteCall& call) { call.conductor().workflows().decide(call.text("workflowId"), call.done()); }));
    routes.push_back(control("PUT", "{workflowId}/pause", "Pause an execution", {}, 200,
        [](const RouteCall& call) { call.conductor().workflows().pause(call.text("workflowId"), call.done()); }));
    routes.push_back(control("PUT", "{workflowId}/resume", "Resume a paused execution", {}, 200,
        [](const RouteCall& call) { call.conductor().workflows().resume(call.text("workflowId"), call.done()); }));
    routes.push_back(control("PUT", "{workflowId}/skiptask/{taskReferenceName}",
        "Skip a task that has not come yet; taskInput[KEY] and taskOutput[KEY] as query parameters",
        {pathParameter("taskReferenceName")}, 200, skipTask));
    Route again = control("POST", "{workflowId}/rerun", "Run an execution again from a task, or from the start", {}, 200, rerun);
    again.body = RouteBody {"RerunWorkflowRequest", "public java.lang.String com.netflix.conductor.rest.controllers.WorkflowResource."
        "rerun(java.lang.String,com.netflix.conductor.common.metadata.workflow.RerunWorkflowRequest)"};
    again.answer = "text";
    routes.push_back(std::move(again));
    routes.push_back(control("POST", "{workflowId}/restart", "Restart an ended execution",
        {queryParameter("useLatestDefinitions", "boolean", "false")}, 204, [](const RouteCall& call) {
            call.conductor().workflows().restart(call.text("workflowId"), call.flag("useLatestDefinitions"), call.done(204));
        }));
    routes.push_back(control("POST", "{workflowId}/retry", "Retry the failed task of an execution",
        {queryParameter("resumeSubworkflowTasks", "boolean", "false")}, 204, [](const RouteCall& call) {
            call.conductor().workflows().retry(call.text("workflowId"), call.flag("resumeSubworkflowTasks"), call.done(204));
        }));
    routes.push_back(control("POST", "{workflowId}/resetcallbacks", "Let tasks that were put off be polled now", {}, 204,
        [](const RouteCall& call) { call.conductor().workflows().resetCallbacks(call.text("workflowId"), call.done(204)); }));
    routes.push_back(control("DELETE", "{workflowId}", "Terminate an execution", {queryParameter("reason")}, 200,
        [](const RouteCall& call) {
            call.conductor().workflows().terminate(call.text("workflowId"), call.text("reason"), call.done());
        }));
    routes.push_back(control("DELETE", "{workflowId}/remove", "Remove an execution from the server",
        {queryParameter("archiveWorkflow", "boolean", "true")}, 200, [](const RouteCall& call) {
            call.conductor().workflows().remove(call.text("workflowId"), call.flag("archiveWorkflow"), call.done());
        }));
    routes.push_back(control("DELETE", "{workflowId}/terminate-remove", "Terminate an execution and remove it",
        {queryParameter("reason"), queryParameter("archiveWorkflow", "boolean", "true")}, 200, terminateAndRemove));
}

}  // namespace baton
