// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/auth/authenticator.h"
#include "engine/remote/http/backoff.h"
#include "engine/remote/http/network.h"

#include <memory>
#include <optional>
#include <unordered_set>

namespace baton {

/// One request to the API, in its words.
struct ApiCall {
    Lane lane = Lane::Control;
    std::string method = "GET";
    std::string path;                       // below the API's URL, encoded: "/tasks/poll/batch/a%20b"
    std::string uri;                        // its template, for metrics: "/tasks/poll/batch/{tasktype}"
    std::string query {};                   // encoded, without '?'
    std::string body {};
    std::string contentType {};             // empty: no body
    bool repeatable = true;                 // twice does no more than once
    std::chrono::milliseconds held {0};     // how long the server may keep it before it answers
    std::chrono::milliseconds timeout {0};  // instead of the settings'; 0: those
    int attempts = 0;                       // instead of the settings'; 0: those
};

struct ApiOutcome {
    HttpAnswer answer {};                   // valid when there is no error; its status also with one, 0: no answer
    std::optional<Error> error {};
    bool credentials = false;               // the error is about them
    std::string url {};
};

/// What a courier counts; read on the network thread.
struct CourierCounts {
    std::array<int, kLanes> inFlight {};
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;
    std::uint64_t repetitions = 0;
    std::int64_t clockSkewMs = 0;
    std::int64_t latencyMs = -1;
    EpochMs lastAnswerAt = 0;
};

struct CourierSetup {
    std::string apiUrl;
    ConnectionSettings connection {};
    const Clock* clock = nullptr;
    IdSource* chance = nullptr;
    std::function<void(const RequestRecord&)> observer {};
};

/// Brings requests to the API and answers back: credentials, repetition, errors, counts. One thread, the Network's.
class Courier {
public:
    Courier(CourierSetup setup, Network& network, Authenticator& authenticator);

    /// Calls back once, with a 2xx answer or an error.
    void send(ApiCall call, std::function<void(ApiOutcome)> reply);
    /// Answers everything that is open with Cancelled, now and from now on.
    void close();
    [[nodiscard]] const CourierCounts& counts() const noexcept { return m_counts; }

private:
    struct Errand;
    using ErrandPtr = std::shared_ptr<Errand>;
    void attempt(const ErrandPtr& errand);
    void dispatch(const ErrandPtr& errand, const Authorization& authorization);
    void arrived(const ErrandPtr& errand, const Authorization& authorization, HttpAnswer answer);
    void refused(const ErrandPtr& errand, const Authorization& authorization, HttpAnswer answer);
    void learnFrom(const Errand& errand, const HttpAnswer& answer);
    void lost(const ErrandPtr& errand, HttpFailure failure);
    bool repeat(const ErrandPtr& errand, bool harmless, std::optional<std::chrono::milliseconds> asked);
    void record(const Errand& errand, int status, std::chrono::microseconds took);
    void finish(const ErrandPtr& errand, ApiOutcome outcome);

    CourierSetup m_setup;
    Network& m_network;
    Authenticator& m_authenticator;
    Backoff m_backoff;
    CourierCounts m_counts;
    std::unordered_set<ErrandPtr> m_open;
    bool m_closed = false;
};

}  // namespace baton
