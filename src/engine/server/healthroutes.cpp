// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/routegroups.h"

namespace baton {
namespace {

void health(const RouteCall& call)
{
    call.conductor().admin().isHealthy(call.reply<bool>([](const RouteCall& to, bool healthy) {
        to.json(Value::object({{"healthResults", Value::array()}, {"suppressedHealthResults", Value::array()}, {"healthy", healthy}}));
    }));
}

// SDKs exchange a key for a token. Here the token itself is the key's secret; without one the server is open, and says so as
// the real one does: there is no such path.
void exchangeToken(const RouteCall& call, const std::string& token)
{
    if (equalSecrets(call.body()["keySecret"].asText(), token))
        call.json(Value::object({{"token", token}}));
    else
        call.send(HttpResponse::json(Value::object({{"error", "INVALID_TOKEN"}, {"message", "The key or its secret is wrong"}, {"status", 401}}), 401));
}

}  // namespace

void addHealthRoutes(std::vector<Route>& routes, const ConductorApiSettings& settings)
{
    for (const std::string_view path : {"/health", "/api/health"})
        routes.push_back({"GET", std::string(path), "health", "Does the server answer", {}, {}, "HealthCheckStatus", 200, health});
    routes.push_back({"GET", "/api/version", "health", "The version of the interface", {}, {}, "text", 200,
        [](const RouteCall& call) { call.conductor().admin().version(call.plainReply()); }});
    if (settings.metrics) {
        routes.push_back({"GET", "/metrics", "health", "Counters in Prometheus' text format", {}, {}, "text", 200,
            [metrics = settings.metrics](const RouteCall& call) {
                call.send({200, "text/plain; version=0.0.4; charset=utf-8", metrics()});
            }});
    }
    if (!settings.token.empty()) {
        routes.push_back({"POST", "/api/token", "health", "A token for a key", {}, RouteBody {"Map<Object>", "the key"}, "Token", 200,
            [token = settings.token](const RouteCall& call) { exchangeToken(call, token); }});
    }
}

}  // namespace baton
