// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routegroups.h"

namespace baton {
namespace {

void notHere(const RouteCall& call)
{
    call.error({ErrorCode::Unsupported, "Agents are not served by the embedded Conductor: they need language models and their keys. "
                                        "Use a Conductor server with its AI integration for '" + call.request().path + "'"});
}

}  // namespace

void addAgentRoutes(std::vector<Route>& routes)
{
    for (const std::string_view group : {"agent", "a2a", "providers"})
        for (const std::string_view method : {"GET", "POST", "PUT", "DELETE"})
            routes.push_back({std::string(method), "/api/" + std::string(group) + "/{path...}", "agent", "Agents are not served here: 501",
                {pathParameter("path")}, {}, {}, 501, notHere});
}

}  // namespace baton
