// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/secret.h"
#include "engine/log/logsettings.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Everything a service can be told, as plain values with the defaults that hold when nothing is said. Loaded by
// settingsloader.h, which checks every bound given here; who takes a struct of these may rely on them.

namespace baton {

using Milliseconds = std::chrono::milliseconds;

enum class AuthKind : std::uint8_t { None, Basic, Bearer, OAuth2, KeySecret };

struct AuthSettings {
    AuthKind kind = AuthKind::None;
    std::string username {};                          // Basic
    Secret password {};
    Secret token {};                                  // Bearer, given directly
    std::string tokenFile {};                         // Bearer, read again after a 401; wins over token
    std::string tokenVariable {};                     // Bearer, the name of an environment variable
    std::string tokenKeychain {};                     // Bearer, "service/account" in the desktop's key chain
    std::string tokenUrl {};                          // OAuth2 client credentials
    std::string clientId {};
    Secret clientSecret {};
    std::string scope {};
    std::string audience {};
    std::string keyId {};                             // KeySecret: POST /token, then X-Authorization
    Secret keySecret {};
    Milliseconds refreshInterval {45 * 60'000};    // of a token that does not say when it ends
};

struct TlsSettings {
    bool verify = true;
    std::string caFile {};                            // PEM; besides the system's
    std::string certificateFile {};                   // client certificate, PEM
    std::string keyFile {};
    Secret keyPassphrase {};
};

struct ProxySettings {
    std::string url {};                               // http://host:port or socks5://host:port; empty: none
    std::string username {};
    Secret password {};
    std::vector<std::string> exceptions {};           // host names reached directly
};

struct ConnectionSettings {
    Milliseconds connectTimeout {10'000};
    Milliseconds timeout {30'000};                 // of one request, without the time a long poll may wait
    Milliseconds keepAlive {30'000};
    int maxIdleConnections = 100;
    int maxIdleConnectionsPerHost = 10;
    Milliseconds idleTimeout {90'000};
    bool http2 = false;
    int maxRetries = 3;                            // of requests that may be repeated, each 1..
    Milliseconds retryDelay {200};                 // doubled each time, with jitter
    Milliseconds maxRetryDelay {10'000};
};

/// A Conductor to reach.
struct ServerSettings {
    std::string url = "http://localhost:8080";     // as given, with or without /api
    AuthSettings auth {};
    TlsSettings tls {};
    ProxySettings proxy {};
    ConnectionSettings connection {};

    [[nodiscard]] std::string apiUrl() const;      // without a final slash, ending with /api
};

/// How one task type is worked on. What is not set comes from WorkerSettings::all, see WorkerSettings::of.
struct WorkerTypeSettings {
    std::optional<int> threadCount {};             // 1..4096
    std::optional<Milliseconds> pollInterval {};   // 1 ms..1 h; the longest pause between polls that brought nothing
    std::optional<Milliseconds> pollTimeout {};    // 0..5 s; how long the server may hold an idle poll
    std::optional<std::string> domain {};          // never "" (that is none)
    std::optional<std::string> workerId {};
    std::optional<bool> leaseExtend {};
    std::optional<bool> paused {};
    std::optional<bool> registerTaskDef {};
    std::optional<bool> overwriteTaskDef {};
    std::optional<bool> strictSchema {};
    bool operator==(const WorkerTypeSettings&) const = default;
};

/// The same with nothing left open.
struct WorkerPlan {
    int threadCount = 1;
    Milliseconds pollInterval {1'000};
    Milliseconds pollTimeout {1'000};
    std::string domain {};                            // empty: none
    std::string workerId {};                          // empty: the host's name
    bool leaseExtend = true;
    bool paused = false;
    bool registerTaskDef = true;
    bool overwriteTaskDef = false;
    bool strictSchema = false;
    bool operator==(const WorkerPlan&) const = default;
};

struct WorkerSettings {
    WorkerPlan all {};                                             // threadCount: conductor.worker_pool_size (10)
    std::map<std::string, WorkerTypeSettings, std::less<>> types {};   // by task type
    int maxConcurrent = 100;                                    // tasks at once, all types together
    Milliseconds updateRetryTime {3'000};                       // first pause before a result is sent again
    Milliseconds maxUpdateRetryTime {30'000};
    Milliseconds shutdownTimeout {30'000};                      // of a graceful drain
    Milliseconds pollErrorDelay {200};                          // first pause after a failed poll; grows, with jitter
    Milliseconds maxPollErrorDelay {10'000};
    bool chainedUpdates = false;                                // update-v2: a result's answer may bring the next task
    std::vector<std::string> only {};                              // task types to serve; empty: every one known

    [[nodiscard]] WorkerPlan of(std::string_view taskType) const;
};

/// What task definitions get that say nothing themselves.
struct TaskDefaults {
    Milliseconds timeout {300'000};
    int retryCount = 3;
    Milliseconds retryDelay {5'000};
    Milliseconds maxRetryDelay {60'000};
};

struct RegistrationSettings {
    bool autoRegister = true;
    bool overwrite = false;                        // replace definitions that differ on the server
    std::string nameSpace {};                         // noted in the definitions' metadata
    int version = 1;
    std::string ownerEmail = "baton@localhost.localdomain";
    std::vector<std::string> workflowFiles {};        // besides the shipped one
    TaskDefaults defaults {};
};

/// When to work for the embedded Conductor instead of the server, and when to return.
struct FailoverSettings {
    bool enabled = true;                           // false: wait for the server, however long
    bool requireServerAtStart = false;             // true: do not start without it
    Milliseconds probeInterval {5'000};
    Milliseconds probeTimeout {5'000};
    int failuresToLeave = 3;                       // probes in a row
    int successesToReturn = 3;
    Milliseconds stableBeforeReturn {15'000};      // flap damping: well for this long
    bool sideEffectsWhileRehearsing = false;
};

struct ResultJournalSettings {
    std::string file {};                              // SQLite; empty: in the user's state folder
    int senders = 2;                               // 1..64
    Milliseconds keepDelivered {24 * 3'600'000};   // for the duplicate guard
    std::int64_t maxBytes = 1LL << 30U;
};

struct EndpointSettings {
    bool enabled = true;
    std::string bind = "127.0.0.1";
    std::uint16_t port = 0;                        // 0: any free one
    std::string path {};                              // begins with /
};

struct MonitoringSettings {
    EndpointSettings metrics {.port = 9090, .path = "/metrics"};
    Milliseconds collectInterval {15'000};
    EndpointSettings health {.port = 8084, .path = "/health"};
    Milliseconds healthTimeout {5'000};
};

/// A service that tasks call, such as credit_bureau.
struct ServiceSettings {
    std::string provider {};
    std::string baseUrl {};
    Secret apiKey {};
    std::string modelVersion {};
    Milliseconds timeout {30'000};
    int retryCount = 0;
    Milliseconds retryDelay {1'000};
    Milliseconds cacheTtl {0};
};

struct ApplicationSettings {
    std::string name = "baton";
    std::string version {};
    std::string environment = "development";       // side effects ask for "production" where they matter
    std::uint16_t port = 0;                        // of the guide's own service; nothing listens there
};

struct Settings {
    ApplicationSettings application {};
    ServerSettings server {};
    WorkerSettings worker {.all = {.threadCount = 10}};
    RegistrationSettings registration {};
    FailoverSettings failover {};
    ResultJournalSettings journal {};
    LogSettings logging {};
    MonitoringSettings monitoring {};
    std::map<std::string, ServiceSettings, std::less<>> services {};   // by name: credit_bureau, risk_scoring...

    /// Every secret in it, for a logger to mask.
    [[nodiscard]] std::vector<Secret> secrets() const;
};

[[nodiscard]] std::string_view toText(AuthKind kind) noexcept;       // "none", "basic", "bearer", "oauth2", "key_secret"

}  // namespace baton
