// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settings.h"
#include "engine/remote/health.h"

#include <optional>

namespace baton {

/// Which Conductor something belongs to.
enum class Origin : std::uint8_t { Remote, Embedded };

enum class FailoverPhase : std::uint8_t {
    Starting,    // nobody has looked at the server yet; nobody is active
    Connected,   // the server does the work
    Unsteady,    // it still does, but fails since a moment
    Rehearsing,  // the embedded Conductor does the work, the server is away
    Returning,   // the same, the server is back but has to stay well for a while
    Waiting,     // the server is away and nobody stands in: calls go to it and fail
    Refused,     // the server was away at the start and settings say not to start without it
};

enum class FailoverReason : std::uint8_t {
    None, Unreachable, Unhealthy, NeedsAuthentication, WrongPath,
    Recovered,   // the server has been well for long enough
    Chosen,      // somebody decided so
};

/// Who decides: the state of the server, or somebody.
enum class FailoverChoice : std::uint8_t { Automatic, Remote, Embedded };

[[nodiscard]] std::string_view toText(Origin origin) noexcept;              // "remote", "embedded"
[[nodiscard]] std::string_view toText(FailoverPhase phase) noexcept;        // "starting", "connected"...
[[nodiscard]] std::string_view toText(FailoverReason reason) noexcept;      // "none", "needs_authentication"...

/// The whole state, to show and to publish. A plain value.
struct FailoverView {
    FailoverPhase phase = FailoverPhase::Starting;
    FailoverReason reason = FailoverReason::None;    // of being in this phase
    FailoverChoice choice = FailoverChoice::Automatic;
    EpochMs since = 0;                // of this phase
    HealthReport health {};           // the last look; checkedAt 0: none yet
    int failures = 0;                 // looks in a row that found it unwell
    int successes = 0;                // looks in a row that found it well
    std::uint64_t switches = 0;       // how often the work has moved
    EpochMs returnAt = 0;             // Returning: not before; 0 else
    bool sideEffects = true;          // may tasks of the active Conductor touch the world

    /// Who gets new work; none while starting or refused.
    [[nodiscard]] std::optional<Origin> active() const noexcept;
    bool sameState(const FailoverView& other) const noexcept;   // phase, reason, choice, returnAt: what observers are told of
};

/// When to leave a server and when to return: no clock, no network. Each leaving soon after a return doubles the time that
/// the server has to stay well before the next one, up to 16 times; a long good time halves it again.
class FailoverState {
public:
    /// embeddedAvailable false: nobody can stand in.
    FailoverState(const FailoverSettings& settings, bool embeddedAvailable, EpochMs now);

    void looked(const HealthReport& report, EpochMs now);   // a look at the server came back
    void callFailed(EpochMs now);                           // a call got no answer: look again soon
    void choose(FailoverChoice choice, EpochMs now);
    void reconfigure(const FailoverSettings& settings, EpochMs now);

    [[nodiscard]] const FailoverView& view() const noexcept { return m_view; }
    [[nodiscard]] EpochMs nextLook() const noexcept { return m_nextLook; }
    [[nodiscard]] std::int64_t returnDelay() const noexcept;   // how long it must stay well now, ms

private:
    void enter(FailoverPhase phase, FailoverReason reason, EpochMs now);
    void foundWell(EpochMs now);
    void foundUnwell(FailoverReason reason, EpochMs now);
    void leave(FailoverReason reason, EpochMs now);
    void followChoice(EpochMs now);
    void planLook(EpochMs now);
    [[nodiscard]] bool mayStandIn() const noexcept { return m_embedded && m_settings.enabled; }

    FailoverSettings m_settings;
    bool m_embedded;
    FailoverView m_view;
    EpochMs m_nextLook;
    EpochMs m_lookedAt = 0;
    EpochMs m_wellSince = 0;
    EpochMs m_returnedAt = 0;         // 0: never
    int m_damping = 0;                // returnDelay is doubled this often
};

}  // namespace baton
