// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/server/routegroups.h"

namespace baton {
namespace {

void inProgress(const RouteCall& call)
{
    using Views = std::vector<TaskView>;
    call.conductor().tasks().inProgress(call.text("tasktype"), call.number("start"), call.number("count"), call.reply<Views>(
        [](const RouteCall& to, const Views& views) {
            std::vector<Value> items;
            for (const TaskView& view : views)
                items.push_back(toWire(view, to.now()));
            to.json(Value::array(std::move(items)));
        }));
}

void requeueSweep(const RouteCall& call)
{
    // The real server puts any id into its queue and says true.
    call.conductor().admin().requeueSweep(call.text("workflowId"), call.reply<bool>(
        [](const RouteCall& to, bool) { to.plain("true." + to.text("workflowId").str()); }));
}

}  // namespace

void addAdminRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/admin/";
    routes.push_back({"GET", path + "config", "admin", "How the server is configured", {}, {}, "Map<Object>", 200,
        [](const RouteCall& call) { call.conductor().admin().configuration(call.jsonReply()); }});
    routes.push_back({"GET", path + "task/{tasktype}", "admin", "Tasks of a type that are in progress",
        {pathParameter("tasktype"), queryParameter("start", "int", "0"), queryParameter("count", "int", "100")}, {}, "List<Task>", 200, inProgress});
    routes.push_back({"POST", path + "sweep/requeue/{workflowId}", "admin", "Look at an execution soon", {pathParameter("workflowId")}, {}, "text",
        200, requeueSweep});
    routes.push_back({"POST", path + "consistency/verifyAndRepair/{workflowId}", "admin", "Repair an execution's queues: nothing here can need it",
        {pathParameter("workflowId")}, {}, "text", 200,
        [](const RouteCall& call) { call.error({ErrorCode::Internal, "WorkflowRepairService is disabled."}); }});
    routes.push_back({"GET", path + "queues", "admin", "The brokers' queues of events", {queryParameter("verbose", "boolean", "false")}, {},
        "Map<Object>", 200, [](const RouteCall& call) { call.json(Value::object()); }});
}

}  // namespace baton
