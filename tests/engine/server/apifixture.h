// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/http/httpserver.h"
#include "engine/server/conductorapi.h"
#include "engine/server/conductorclock.h"
#include "engine/value/json.h"
#include "support/rawclient.h"

#include <memory>

namespace baton::test {

/// A worker's answer to a task that was polled.
inline std::string updateOf(const Value& task, std::string_view status, Value output)
{
    return toJson(Value::object({{"workflowInstanceId", task["workflowInstanceId"]}, {"taskId", task["taskId"]}, {"status", status},
        {"outputData", std::move(output)}}));
}

/// An embedded Conductor behind its REST interface on a free port, by a virtual clock unless told otherwise.
class ApiFixture {
public:
    explicit ApiFixture(bool virtualTime = false, std::string token = {})
    {
        EmbeddedSetup setup;
        virtualClock = std::make_shared<VirtualClock>(SystemClock().now());
        if (virtualTime)
            setup.clock = virtualClock;
        else
            setup.clock = std::make_shared<SystemClock>();
        environment = std::make_shared<FixedEnvironment>(FixedEnvironment::Names {{"REGION", "north"}},
            FixedEnvironment::Names {{"TOKEN", "s3cret"}, {"LONG", "abcdefghijklmnop"}});
        setup.environment = environment;
        const std::shared_ptr<const Clock> clock = setup.clock;
        conductor = std::make_unique<EmbeddedConductor>(std::move(setup));
        ticker = std::make_unique<ConductorClock>(*conductor, clock, virtualTime ? ConductorClock::Time::Virtual : ConductorClock::Time::Real);
        ConductorApiSettings settings;
        settings.clock = clock;
        settings.environment = environment;
        settings.instance = "here";
        settings.token = token;
        settings.metrics = [] { return std::string("up 1\n"); };
        if (virtualTime)
            settings.advanceClock = [this](EpochMs target) { ticker->advance(*virtualClock, target); };
        api = std::make_unique<ConductorApi>(*conductor, settings);
        HttpServerSettings http;
        http.refusal = api->refusal();
        http.token = std::move(token);
        http.openPaths = {"/api/token"};
        http.limits.bodyBytes = 1024 * 1024;
        server = std::make_unique<HttpServer>(std::move(http), api->handler());
        started = server->start().ok();
    }
    ~ApiFixture()
    {
        conductor->releaseWaiting();
        server->stop(std::chrono::milliseconds(500));
    }
    ApiFixture(ApiFixture&&) = delete;

    /// Asks with a connection of its own: "POST /api/workflow", body.
    [[nodiscard]] RawAnswer ask(const std::string& methodAndPath, std::string_view body = {}, std::string_view headers = {}) const
    {
        const std::size_t blank = methodAndPath.find(' ');
        return RawClient(server->port()).ask(methodAndPath.substr(0, blank), methodAndPath.substr(blank + 1), body, headers);
    }
    [[nodiscard]] Value json(const std::string& methodAndPath, std::string_view body = {}) const
    {
        return parseJson(ask(methodAndPath, body).body).valueOr({});
    }

    std::shared_ptr<VirtualClock> virtualClock;
    std::shared_ptr<FixedEnvironment> environment;
    std::unique_ptr<EmbeddedConductor> conductor;
    std::unique_ptr<ConductorClock> ticker;
    std::unique_ptr<ConductorApi> api;
    std::unique_ptr<HttpServer> server;
    bool started = false;
};

}  // namespace baton::test
