// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/conductor.h"
#include "engine/http/responder.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace baton {

class EnvironmentSource;
struct Route;

/// What every route may use.
struct ApiContext {
    Conductor& conductor;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const EnvironmentSource> environment;   // may be none
    std::string instance;                                   // this host, as error bodies name it
    /// Told of every answer: method, path template, status, time since the request was whole. Any thread.
    std::function<void(std::string_view method, std::string_view path, int status, std::chrono::nanoseconds took)> observe;
    bool isVirtualTime = false;                             // the clock moves when told to: polls wait by the machine's
};

/// A request whose parameters and body have been read, and the way to answer it. Copies speak of the same request: keep one
/// to answer later, from any thread.
class RouteCall {
public:
    struct State {
        std::shared_ptr<const ApiContext> context;
        HttpRequest request;
        std::map<std::string, Value, std::less<>> parameters;   // checked; null: absent
        Value body;
        Responder responder;
        std::shared_ptr<const Route> route;
        std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    };

    explicit RouteCall(std::shared_ptr<const State> state) noexcept : m_state(std::move(state)) { }

    [[nodiscard]] Conductor& conductor() const noexcept { return m_state->context->conductor; }
    [[nodiscard]] const ApiContext& context() const noexcept { return *m_state->context; }
    [[nodiscard]] EpochMs now() const { return m_state->context->clock->now(); }
    [[nodiscard]] const HttpRequest& request() const noexcept { return m_state->request; }
    [[nodiscard]] const Value& body() const noexcept { return m_state->body; }

    [[nodiscard]] const Value& parameter(std::string_view name) const;      // null: absent
    [[nodiscard]] Text text(std::string_view name) const { return parameter(name).toText(); }
    [[nodiscard]] std::int64_t number(std::string_view name) const { return parameter(name).asInteger(); }
    [[nodiscard]] std::optional<int> version(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const { return parameter(name).asBool(); }
    [[nodiscard]] std::vector<Text> list(std::string_view name) const;
    [[nodiscard]] std::vector<Text> bodyList() const;
    /// The paging and searching parameters of every search.
    [[nodiscard]] SearchRequest searchRequest() const;

    // Answers; the first one counts.
    void json(const Value& value, int status = 200) const { send(HttpResponse::json(value, status)); }
    void plain(std::string_view text) const;                                 // text/plain; no type when it is empty
    void empty(int status = 200) const { send(HttpResponse::empty(status)); }
    void error(const Error& error) const;
    void send(HttpResponse response) const;
    [[nodiscard]] const Responder& responder() const noexcept { return m_state->responder; }

    // Replies for a port: errors are answered as errors, results by the function.
    template <typename T, typename Then>
    [[nodiscard]] Reply<T> reply(Then then) const
    {
        return [call = *this, then = std::move(then)](Result<T> result) {
            if (result)
                then(call, std::move(result).value());
            else
                call.error(result.error());
        };
    }
    [[nodiscard]] Done done(int status = 200) const;
    [[nodiscard]] Reply<Text> plainReply() const;
    [[nodiscard]] Reply<Value> jsonReply() const;

private:
    std::shared_ptr<const State> m_state;
};

/// The body of an error; Unsupported is 501.
[[nodiscard]] HttpResponse errorResponse(const Error& error, std::string_view instance);

}  // namespace baton
