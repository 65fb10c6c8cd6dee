// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/server/conductorapi.h"

namespace baton {

// The groups of the interface, one file each.
void addMetadataRoutes(std::vector<Route>& routes);
void addWorkflowRoutes(std::vector<Route>& routes);
void addWorkflowControlRoutes(std::vector<Route>& routes);
void addTaskRoutes(std::vector<Route>& routes);
void addTaskQueueRoutes(std::vector<Route>& routes);
void addBulkRoutes(std::vector<Route>& routes);
void addEventRoutes(std::vector<Route>& routes);
void addQueueRoutes(std::vector<Route>& routes);
void addAdminRoutes(std::vector<Route>& routes);
void addSchedulerRoutes(std::vector<Route>& routes);
void addSecretRoutes(std::vector<Route>& routes);
void addHealthRoutes(std::vector<Route>& routes, const ConductorApiSettings& settings);
void addClockRoutes(std::vector<Route>& routes, const ConductorApiSettings& settings);
void addAgentRoutes(std::vector<Route>& routes);

/// The definition in a body; Internal for tasks that are null or of no type, which the real server's checks trip over.
[[nodiscard]] Result<WorkflowDefPtr> workflowDefOf(const Value& json);
[[nodiscard]] Status checkTasks(const Value& definition);
/// Where a payload would lie; parameters path, operation, payloadType.
void answerStorageLocation(const RouteCall& call);
[[nodiscard]] std::vector<RouteParameter> storageLocationParameters();
[[nodiscard]] std::vector<RouteParameter> searchParameters(bool ofWorkflows);

}  // namespace baton
