// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/endpoints.h"

#include "engine/http/router.h"
#include "engine/value/json.h"

#include <charconv>

namespace baton {

namespace {

constexpr int kMostResults = 1'000;

bool isThisMachine(const std::string& address)
{
    return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

HttpResponse errorAnswer(int status, std::string_view message)
{
    return HttpResponse::json(Value::object({{"error", message}}), status);
}

int statusFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::InvalidArgument:
        return 400;
    default:
        return 503;
    }
}

std::optional<JournalState> journalStateFrom(std::string_view text)
{
    for (const JournalState state : {JournalState::Pending, JournalState::Delivered, JournalState::Dead, JournalState::Ignored})
        if (text == toText(state))
            return state;
    return std::nullopt;
}

std::optional<std::int64_t> numberFrom(std::string_view text)
{
    std::int64_t number = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc {} && stop == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

void answerResults(ServiceControl& control, const HttpRequest& request, const Responder& responder)
{
    const auto state = journalStateFrom(request.query.value("state", "dead"));
    const auto limit = numberFrom(request.query.value("limit", "100"));
    if (!state || !limit || *limit < 1 || *limit > kMostResults) {
        responder.send(errorAnswer(400, "state is pending, delivered, dead or ignored; limit is 1 to 1000"));
        return;
    }
    control.results(*state, static_cast<int>(*limit), [responder](const Result<std::vector<JournalEntry>>& entries) {
        if (!entries) {
            responder.send(errorAnswer(statusFor(entries.error()), entries.error().oneLine()));
            return;
        }
        std::vector<Value> list;
        for (const JournalEntry& entry : *entries)
            list.push_back(toValue(entry));
        responder.send(HttpResponse::json(Value::array(std::move(list))));
    });
}

void addHealth(Router& router, ServiceControl& control, const std::string& path)
{
    router.add("GET", path, [&control](const HttpRequest&, const Responder& responder) {
        const ServiceStatus status = control.status();
        responder.send(HttpResponse::json(healthValue(status), status.healthy() ? 200 : 503));
    });
    router.add("GET", "/ready", [&control](const HttpRequest&, const Responder& responder) {
        const ServiceStatus status = control.status();
        responder.send(HttpResponse::json(readyValue(status), status.notReady().empty() ? 200 : 503));
    });
    router.add("GET", "/workers", [&control](const HttpRequest&, const Responder& responder) {
        responder.send(HttpResponse::json(workersValue(control.status())));
    });
    router.add("GET", "/results", [&control](const HttpRequest& request, const Responder& responder) { answerResults(control, request, responder); });
}

/// Whoever can reach the port may look; only this machine may change anything.
HttpHandler guarded(HttpHandler handler)
{
    return [handler = std::move(handler)](HttpRequest request, const Responder& responder) {
        if (isThisMachine(request.remoteAddress))
            handler(std::move(request), responder);
        else
            responder.send(errorAnswer(403, "only this machine may change the worker"));
    };
}

void addControl(Router& router, ServiceControl& control)
{
    for (const bool paused : {true, false}) {
        const std::string verb = paused ? "pause" : "resume";
        router.add("POST", "/workers/" + verb, guarded([&control, paused](const HttpRequest&, const Responder& responder) {
            control.setPaused({}, paused);
            responder.send(HttpResponse::json(workersValue(control.status())));
        }));
        router.add("POST", "/workers/{type}/" + verb, guarded([&control, paused](const HttpRequest& request, const Responder& responder) {
            const std::string type = request.parameters.value("type");
            if (control.status().type(type) == nullptr) {
                responder.send(errorAnswer(404, "this worker serves no task type of that name"));
                return;
            }
            control.setPaused(type, paused);
            responder.send(HttpResponse::json(workersValue(control.status())));
        }));
    }
    router.add("POST", "/results/{id}/resend", guarded([&control](const HttpRequest& request, const Responder& responder) {
        const auto id = numberFrom(request.parameters.value("id"));
        if (!id) {
            responder.send(errorAnswer(400, "the id of a result is a number"));
            return;
        }
        control.resend(Text(request.query.value("origin", control.status().url)), *id, [responder](const Status& sent) {
            responder.send(sent ? HttpResponse::json(Value::object({{"resent", true}}), 202)
                                : errorAnswer(statusFor(sent.error()), sent.error().oneLine()));
        });
    }));
}

void addMetrics(Router& router, ServiceControl& control, const std::string& path)
{
    router.add("GET", path, [&control](const HttpRequest&, const Responder& responder) {
        responder.send({.status = 200, .contentType = "text/plain; version=0.0.4; charset=utf-8", .body = control.exposition()});
    });
}

}  // namespace

struct ServiceEndpoints::State {
    MonitoringSettings settings;
    bool together = false;
    Router healthRouter;
    Router metricsRouter;
    std::unique_ptr<HttpServer> health;
    std::unique_ptr<HttpServer> metrics;
};

ServiceEndpoints::ServiceEndpoints(ServiceControl& control, MonitoringSettings settings) : m_state(std::make_unique<State>())
{
    State& s = *m_state;
    s.settings = std::move(settings);
    const EndpointSettings& health = s.settings.health;
    const EndpointSettings& metrics = s.settings.metrics;
    s.together = health.enabled && metrics.enabled && health.port != 0 && health.port == metrics.port && health.bind == metrics.bind;
    if (health.enabled) {
        addHealth(s.healthRouter, control, health.path);
        addControl(s.healthRouter, control);
    }
    if (metrics.enabled)
        addMetrics(s.together ? s.healthRouter : s.metricsRouter, control, metrics.path);
    const auto server = [](const EndpointSettings& endpoint, const Router& router) {
        return std::make_unique<HttpServer>(HttpServerSettings {.address = endpoint.bind, .port = endpoint.port, .threads = 1,
            .limits = {.headerBytes = 16 * 1024, .bodyBytes = 64 * 1024, .connections = 200}}, router.handler());
    };
    if (health.enabled)
        s.health = server(health, s.healthRouter);
    if (metrics.enabled && !s.together)
        s.metrics = server(metrics, s.metricsRouter);
}

ServiceEndpoints::~ServiceEndpoints()
{
    stop();
}

Status ServiceEndpoints::start()
{
    for (const auto& [server, field] : {std::pair {m_state->health.get(), "monitoring.health_check.port"},
             {m_state->metrics.get(), "monitoring.metrics.port"}}) {
        if (server == nullptr)
            continue;
        if (auto started = server->start(); !started) {
            Error error = std::move(started).error();
            error.field = field;
            return error;
        }
    }
    return {};
}

void ServiceEndpoints::stop()
{
    for (HttpServer* server : {m_state->health.get(), m_state->metrics.get()})
        if (server != nullptr)
            server->stop(std::chrono::seconds(1));
}

std::uint16_t ServiceEndpoints::healthPort() const noexcept
{
    return m_state->health ? m_state->health->port() : std::uint16_t {0};
}

std::uint16_t ServiceEndpoints::metricsPort() const noexcept
{
    return m_state->metrics ? m_state->metrics->port() : m_state->together ? healthPort() : std::uint16_t {0};
}

}  // namespace baton
