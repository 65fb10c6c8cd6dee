// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/http/httpserver.h"
#include "engine/http/router.h"
#include "engine/server/route.h"

namespace baton {

struct ConductorApiSettings {
    std::shared_ptr<const Clock> clock;                     // none: the machine's
    std::shared_ptr<const EnvironmentSource> environment;   // for the values of secrets; none: there are no values
    std::string instance;                                   // empty: this host's name
    std::string token;                                      // what POST /api/token hands to a client that knows it
    std::function<void(EpochMs target)> advanceClock;       // set: time is virtual, and POST /api/baton/clock moves it
    decltype(ApiContext::observe) observe;                  // none: nobody is told
    std::function<std::string()> metrics;                   // Prometheus text for /metrics; none: no such path
};

/// A Conductor's REST interface, path by path as server 3.32.3 has it, and its own description at /api-docs. The Conductor
/// must outlive it. A handler for HttpServer; safe to call from any thread.
class ConductorApi {
public:
    ConductorApi(Conductor& conductor, ConductorApiSettings settings);

    [[nodiscard]] HttpHandler handler() const;
    /// What HttpServer itself answers, in Conductor's error shape: for HttpServerSettings::refusal.
    [[nodiscard]] std::function<HttpResponse(int status, std::string_view message)> refusal() const;
    [[nodiscard]] const std::vector<Route>& routes() const noexcept { return *m_routes; }

private:
    std::shared_ptr<const ApiContext> m_context;
    std::shared_ptr<const std::vector<Route>> m_routes;
    std::shared_ptr<Router> m_router;
};

}  // namespace baton
