// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routegroups.h"

// Queues of message brokers that complete tasks. There is no broker here, as there is none in the real server unless one is
// configured; the answers are the same.

namespace baton {
namespace {

void update(const RouteCall& call)
{
    call.error({ErrorCode::InvalidArgument, "There is no queue for handling " + call.text("status").str() + " status"});
}

RouteBody output(const std::string& method)
{
    return {"Map<Object>", "public void com.netflix.conductor.rest.controllers.QueueAdminResource." + method
        + "(java.lang.String,java.lang.String,com.netflix.conductor.model.TaskModel$Status,"
          "java.util.Map<java.lang.String, java.lang.Object>) throws java.lang.Exception"};
}

void none(const RouteCall& call)
{
    call.json(Value::object());
}

}  // namespace

void addQueueRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/queue/";
    routes.push_back({"GET", path, "queue", "The brokers' queues by status", {}, {}, "Map<String>", 200, none});
    routes.push_back({"GET", path + "size", "queue", "How many messages wait in the brokers' queues", {}, {}, "Map<long>", 200, none});
    routes.push_back({"POST", path + "update/{workflowId}/{taskRefName}/{status}", "queue", "Publish a message that completes a task",
        {pathParameter("workflowId"), pathParameter("taskRefName"), pathParameter("status", "TaskModel$Status")}, output("update"), {}, 200, update});
    routes.push_back({"POST", path + "update/{workflowId}/task/{taskId}/{status}", "queue", "The same, by the task's id",
        {pathParameter("workflowId"), pathParameter("taskId"), pathParameter("status", "TaskModel$Status")}, output("updateByTaskId"), {}, 200, update});
}

}  // namespace baton
