// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/http/responder.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace baton {

struct HttpLimits {
    std::size_t headerBytes = 64 * 1024;                // more: 431
    std::size_t bodyBytes = 64 * 1024 * 1024;           // more: 413
    std::size_t connections = 10'000;                   // more: 503 and closed
    std::chrono::milliseconds idle {60'000};            // a kept connection without a request is closed
    std::chrono::milliseconds transfer {30'000};        // a request that does not come, or an answer that is not taken, in time
};

struct HttpServerSettings {
    std::string address = "127.0.0.1";                  // an IP address; "0.0.0.0" or "::" for all
    std::uint16_t port = 0;                             // 0: any that is free
    int threads = 2;
    HttpLimits limits {};
    /// Set: every request must carry it as "Authorization: Bearer TOKEN" or "X-Authorization: TOKEN", or gets a 401.
    std::string token {};
    std::vector<std::string> openPaths {};              // answered without a token: "/health"
    /// What the server itself answers: 400, 401, 413, 431, 500, 503. Unset: the message as plain text. Called on any thread.
    std::function<HttpResponse(int status, std::string_view message)> refusal {};
};

/// A server for HTTP/1.1 with kept connections and pipelining on a few threads, however many requests are held. HEAD is
/// handed to the handler as it is; its answer's body is not sent. "Expect: 100-continue" is honoured. start and stop on one
/// thread; the rest from any.
class HttpServer {
public:
    HttpServer(HttpServerSettings settings, HttpHandler handler);
    ~HttpServer();   // stops
    HttpServer(HttpServer&&) = delete;

    /// Listens and serves until stop(). Errors: InvalidArgument (no IP address), Unavailable (the port is taken, or not
    /// ours to open); both name address and port.
    [[nodiscard]] Status start();
    /// Takes no more connections, ends idle ones at once and the rest after their answer, or when the grace is over.
    /// Held requests have to be answered by whoever holds them. May be called twice.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

    [[nodiscard]] std::uint16_t port() const noexcept;      // the real one, once started
    [[nodiscard]] std::size_t connections() const noexcept; // open now
    [[nodiscard]] std::string url() const;                  // "http://127.0.0.1:8080"

private:
    class Listener;
    std::shared_ptr<Listener> m_listener;
};

/// Same bytes, in a time that does not tell where they differ.
[[nodiscard]] bool equalSecrets(std::string_view a, std::string_view b) noexcept;

}  // namespace baton
