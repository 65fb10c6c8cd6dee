// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/ids.h"
#include "engine/conductor/conductor.h"
#include "engine/config/settings.h"
#include "engine/remote/health.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace baton {

class Logger;

/// Requests of one kind share connections and never wait for another kind's: held polls cannot keep a lease from being
/// extended. extendLease goes by Heartbeat; waiting calls (execute, signalAndWait) go by Control.
enum class Lane : std::uint8_t { Poll, Update, Heartbeat, Control };
inline constexpr std::size_t kLanes = 4;
[[nodiscard]] std::string_view toText(Lane lane) noexcept;   // "poll"...

/// One request that ended, for metrics: every attempt is one.
struct RequestRecord {
    Lane lane = Lane::Control;
    std::string method;               // "GET"
    std::string uri;                  // the template: "/tasks/poll/batch/{tasktype}"
    int status = 0;                   // 0: no answer
    std::chrono::microseconds took {0};
    int attempt = 1;                  // 2: the first repetition
};

/// What is known of the connection without asking.
struct RemoteFacts {
    std::array<int, kLanes> inFlight {};       // requests by lane
    std::int64_t clockSkewMs = 0;              // of the last answer with a date
    std::int64_t latencyMs = -1;               // of the last answer that was not held
    EpochMs lastAnswerAt = 0;
    EpochMs tokenSince = 0;                    // when the token in use was got; 0: none
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;                // requests without an answer
    std::uint64_t repetitions = 0;
    std::uint64_t tokenRefreshes = 0;
};

struct RemoteSetup {
    ServerSettings server {};
    std::shared_ptr<const Clock> clock {};     // none: the machine's
    std::shared_ptr<IdSource> ids {};          // chance for jitter, network thread only; none: random
    Logger* logger = nullptr;                  // outlives the conductor; every credential is made known to it for masking
    std::function<void(const RequestRecord&)> observer {};                       // network thread; must not block
    std::function<std::optional<std::string>(std::string_view)> environment {};  // variables; none: the process's
    std::size_t bodyLimit = 64U << 20U;        // a longer answer is an error; in bytes
};

/// A real Conductor behind its REST interface. Safe to call from any thread; every answer comes on the network thread that
/// it owns, so replies must not block. Needs a QCoreApplication, but no event loop of the caller's.
///
/// Repeated on their own, with growing jittered pauses: what the server refused before doing it (429, 503 with Retry-After,
/// a connection that was never made), and lost requests that do nothing new the second time: questions, final results,
/// leases, replacing definitions. Polls are asked once. Held requests are never aborted before their time is over.
/// Errors beside port/reply.h's: Unavailable: no connection, 401, 403, 429, 502, 503, answers that are no Conductor's, a
/// lost answer (the request may have been done); Timeout: 408, 504, no answer in time; Unsupported: the REST interface
/// lacks it (publish, updateVariables); ParseError: an answer that is broken. Error::source is the URL, without secrets.
class RemoteConductor final : public Conductor {
public:
    explicit RemoteConductor(RemoteSetup setup);
    ~RemoteConductor() override;   // answers what is still open with Cancelled, then ends the thread

    [[nodiscard]] MetadataPort& metadata() override;
    [[nodiscard]] WorkflowPort& workflows() override;
    [[nodiscard]] TaskPort& tasks() override;
    [[nodiscard]] EventPort& events() override;
    [[nodiscard]] SchedulePort& schedules() override;
    [[nodiscard]] AdminPort& admin() override;

    /// Never fails: what goes wrong is the report. At most `timeout` long.
    void checkHealth(std::chrono::milliseconds timeout, Reply<HealthReport> reply);
    [[nodiscard]] RemoteFacts facts() const;
    [[nodiscard]] std::string url() const;     // the API's, without credentials
    /// Calls back once on the network thread; not at all when the conductor has gone by then.
    void after(std::chrono::milliseconds delay, std::function<void()> call);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
