// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/conductorapi.h"

#include "engine/server/apidocs.h"
#include "engine/server/routegroups.h"
#include "engine/value/json.h"

#include <unistd.h>

namespace baton {
namespace {

std::string hostName()
{
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 && name[0] != '\0' ? name : "localhost";
}

std::vector<Route> allRoutes(const ConductorApiSettings& settings)
{
    std::vector<Route> routes;
    addMetadataRoutes(routes);
    addWorkflowRoutes(routes);
    addWorkflowControlRoutes(routes);
    addTaskRoutes(routes);
    addTaskQueueRoutes(routes);
    addBulkRoutes(routes);
    addEventRoutes(routes);
    addQueueRoutes(routes);
    addAdminRoutes(routes);
    addSchedulerRoutes(routes);
    addSecretRoutes(routes);
    addHealthRoutes(routes, settings);
    addClockRoutes(routes, settings);
    addAgentRoutes(routes);
    return routes;
}

HttpResponse failure(int status, std::string_view message, std::string_view instance)
{
    return HttpResponse::json(Value::object({{"status", status}, {"message", message}, {"instance", instance}, {"retryable", false}}), status);
}

std::string withoutOuterSlashes(std::string_view path)
{
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return std::string(path);
}

}  // namespace

ConductorApi::ConductorApi(Conductor& conductor, ConductorApiSettings settings)
    : m_context(std::make_shared<const ApiContext>(ApiContext {conductor,
          settings.clock ? settings.clock : std::make_shared<SystemClock>(),
          settings.environment, settings.instance.empty() ? hostName() : settings.instance, settings.observe, settings.advanceClock != nullptr}))
    , m_routes(std::make_shared<const std::vector<Route>>(allRoutes(settings)))
    , m_router(std::make_shared<Router>())
{
    for (const Route& route : *m_routes)
        m_router->add(route.method, route.path, handlerOf(route, m_context));
    m_router->add("GET", "/api-docs", [docs = toJson(apiDocs(*m_routes))](const HttpRequest&, const Responder& responder) {
        responder.send({200, "application/json", docs});
    });
    m_router->setNotFound([context = m_context](const HttpRequest& request, const Responder& responder) {
        responder.send(failure(404, "No static resource " + withoutOuterSlashes(request.path) + ".", context->instance));
    });
    m_router->setMethodRefused([context = m_context](const HttpRequest& request, const Responder& responder, std::string_view allowed) {
        HttpResponse response = failure(405, "Request method '" + request.method + "' is not supported", context->instance);
        response.headers.emplace_back("Allow", allowed);
        responder.send(std::move(response));
    });
}

HttpHandler ConductorApi::handler() const
{
    return [router = m_router](HttpRequest request, Responder responder) { router->handle(std::move(request), std::move(responder)); };
}

std::function<HttpResponse(int status, std::string_view message)> ConductorApi::refusal() const
{
    return [context = m_context](int status, std::string_view message) { return failure(status, message, context->instance); };
}

}  // namespace baton
