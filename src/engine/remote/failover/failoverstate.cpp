// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverstate.h"

#include <algorithm>

namespace baton {
namespace {

constexpr int kMostDamping = 4;          // 16 times
constexpr std::int64_t kSoon = 4;        // leaving within so many return delays counts as flapping
constexpr std::int64_t kFastLooks = 4;   // an unsteady server is looked at so much more often
constexpr std::int64_t kLeastGapMs = 100;

FailoverReason reasonOf(HealthState state) noexcept
{
    switch (state) {
    case HealthState::Healthy: return FailoverReason::None;
    case HealthState::Unhealthy: return FailoverReason::Unhealthy;
    case HealthState::NeedsAuthentication: return FailoverReason::NeedsAuthentication;
    case HealthState::WrongPath: return FailoverReason::WrongPath;
    case HealthState::Unreachable: return FailoverReason::Unreachable;
    }
    return FailoverReason::Unreachable;
}

}  // namespace

std::string_view toText(Origin origin) noexcept
{
    return origin == Origin::Remote ? "remote" : "embedded";
}

std::string_view toText(FailoverPhase phase) noexcept
{
    switch (phase) {
    case FailoverPhase::Starting: return "starting";
    case FailoverPhase::Connected: return "connected";
    case FailoverPhase::Unsteady: return "unsteady";
    case FailoverPhase::Rehearsing: return "rehearsing";
    case FailoverPhase::Returning: return "returning";
    case FailoverPhase::Waiting: return "waiting";
    case FailoverPhase::Refused: return "refused";
    }
    return "starting";
}

std::string_view toText(FailoverReason reason) noexcept
{
    switch (reason) {
    case FailoverReason::None: return "none";
    case FailoverReason::Unreachable: return "unreachable";
    case FailoverReason::Unhealthy: return "unhealthy";
    case FailoverReason::NeedsAuthentication: return "needs_authentication";
    case FailoverReason::WrongPath: return "wrong_path";
    case FailoverReason::Recovered: return "recovered";
    case FailoverReason::Chosen: return "chosen";
    }
    return "none";
}

std::optional<Origin> FailoverView::active() const noexcept
{
    switch (phase) {
    case FailoverPhase::Starting:
    case FailoverPhase::Refused: return std::nullopt;
    case FailoverPhase::Rehearsing:
    case FailoverPhase::Returning: return Origin::Embedded;
    default: return Origin::Remote;
    }
}

bool FailoverView::sameState(const FailoverView& other) const noexcept
{
    return phase == other.phase && reason == other.reason && choice == other.choice && returnAt == other.returnAt
        && sideEffects == other.sideEffects;
}

FailoverState::FailoverState(const FailoverSettings& settings, bool embeddedAvailable, EpochMs now)
    : m_settings(settings), m_embedded(embeddedAvailable), m_nextLook(now)
{
    m_view.since = now;
}

std::int64_t FailoverState::returnDelay() const noexcept
{
    return std::max<std::int64_t>(m_settings.stableBeforeReturn.count(), 0) << m_damping;
}

void FailoverState::enter(FailoverPhase phase, FailoverReason reason, EpochMs now)
{
    const std::optional<Origin> before = m_view.active();
    if (phase != m_view.phase)
        m_view.since = now;
    m_view.phase = phase;
    m_view.reason = reason;
    if (phase != FailoverPhase::Returning)
        m_view.returnAt = 0;
    const std::optional<Origin> after = m_view.active();
    if (before && after && before != after)
        ++m_view.switches;
    m_view.sideEffects = after != Origin::Embedded || m_settings.sideEffectsWhileRehearsing;
    if (before == Origin::Embedded && after == Origin::Remote)
        m_returnedAt = now;
}

void FailoverState::looked(const HealthReport& report, EpochMs now)
{
    m_view.health = report;
    m_lookedAt = now;
    m_view.failures = report.healthy() ? 0 : m_view.failures + 1;
    m_view.successes = report.healthy() ? m_view.successes + 1 : 0;
    if (m_view.choice != FailoverChoice::Automatic)
        followChoice(now);
    else if (report.healthy())
        foundWell(now);
    else
        foundUnwell(reasonOf(report.state), now);
    planLook(now);
}

void FailoverState::foundWell(EpochMs now)
{
    switch (m_view.phase) {
    case FailoverPhase::Refused: return;
    case FailoverPhase::Connected: return;
    case FailoverPhase::Starting: enter(FailoverPhase::Connected, FailoverReason::None, now); return;
    case FailoverPhase::Unsteady:
    case FailoverPhase::Waiting: enter(FailoverPhase::Connected, FailoverReason::Recovered, now); return;
    case FailoverPhase::Rehearsing:
        m_wellSince = now;
        enter(FailoverPhase::Returning, m_view.reason, now);
        m_view.returnAt = now + returnDelay();
        break;
    case FailoverPhase::Returning: break;
    }
    if (m_view.successes >= m_settings.successesToReturn && now >= m_wellSince + returnDelay())
        enter(FailoverPhase::Connected, FailoverReason::Recovered, now);
}

void FailoverState::foundUnwell(FailoverReason reason, EpochMs now)
{
    const bool enough = m_view.failures >= std::max(1, m_settings.failuresToLeave);
    switch (m_view.phase) {
    case FailoverPhase::Refused: return;
    case FailoverPhase::Starting:
        if (m_settings.requireServerAtStart) {
            if (enough)
                enter(FailoverPhase::Refused, reason, now);
            else
                m_view.reason = reason;
            return;
        }
        enter(mayStandIn() ? FailoverPhase::Rehearsing : FailoverPhase::Waiting, reason, now);
        return;
    case FailoverPhase::Connected:
    case FailoverPhase::Unsteady:
        if (enough)
            leave(reason, now);
        else
            enter(FailoverPhase::Unsteady, reason, now);
        return;
    case FailoverPhase::Rehearsing:
    case FailoverPhase::Returning: enter(FailoverPhase::Rehearsing, reason, now); return;
    case FailoverPhase::Waiting: enter(mayStandIn() ? FailoverPhase::Rehearsing : FailoverPhase::Waiting, reason, now); return;
    }
}

void FailoverState::leave(FailoverReason reason, EpochMs now)
{
    if (!mayStandIn()) {
        enter(FailoverPhase::Waiting, reason, now);
        return;
    }
    if (m_returnedAt != 0) {
        const std::int64_t window = std::max<std::int64_t>(1, returnDelay() * kSoon);
        const std::int64_t good = now - m_returnedAt;
        if (good < window)
            m_damping = std::min(m_damping + 1, kMostDamping);
        else
            m_damping -= static_cast<int>(std::min<std::int64_t>(m_damping, good / window));
    }
    enter(FailoverPhase::Rehearsing, reason, now);
}

void FailoverState::planLook(EpochMs now)
{
    std::int64_t interval = std::max<std::int64_t>(kLeastGapMs, m_settings.probeInterval.count());
    if (m_view.phase == FailoverPhase::Unsteady || (m_view.phase == FailoverPhase::Starting && m_view.failures > 0))
        interval = std::max(kLeastGapMs, interval / kFastLooks);
    m_nextLook = now + interval;
    if (m_view.phase == FailoverPhase::Returning && m_view.successes >= m_settings.successesToReturn)
        m_nextLook = std::min(m_nextLook, std::max(m_view.returnAt, now + kLeastGapMs));
}

void FailoverState::callFailed(EpochMs now)
{
    if (m_view.phase == FailoverPhase::Connected || m_view.phase == FailoverPhase::Unsteady)
        m_nextLook = std::min(m_nextLook, std::max(now, m_lookedAt + kLeastGapMs));
}

void FailoverState::choose(FailoverChoice choice, EpochMs now)
{
    if (choice == FailoverChoice::Embedded && !m_embedded)
        return;
    m_view.choice = choice;
    m_nextLook = now;
    if (choice != FailoverChoice::Automatic) {
        followChoice(now);
        return;
    }
    // What the server is like decides again, from where the choice has left it; the next look is due at once.
    if (m_view.phase == FailoverPhase::Waiting && mayStandIn())
        enter(FailoverPhase::Rehearsing, m_view.health.checkedAt == 0 ? FailoverReason::None : reasonOf(m_view.health.state), now);
}

void FailoverState::followChoice(EpochMs now)
{
    if (m_view.choice == FailoverChoice::Embedded) {
        enter(FailoverPhase::Rehearsing, FailoverReason::Chosen, now);
        return;
    }
    const bool well = m_view.health.checkedAt == 0 || m_view.health.healthy();
    enter(well ? FailoverPhase::Connected : FailoverPhase::Waiting, FailoverReason::Chosen, now);
}

void FailoverState::reconfigure(const FailoverSettings& settings, EpochMs now)
{
    m_settings = settings;
    const bool standsIn = m_view.active() == Origin::Embedded && m_view.choice == FailoverChoice::Automatic;
    if (standsIn && !mayStandIn())
        enter(FailoverPhase::Waiting, m_view.reason, now);
    else
        enter(m_view.phase, m_view.reason, now);
    if (m_view.phase == FailoverPhase::Returning)
        m_view.returnAt = m_wellSince + returnDelay();
    planLook(now);
}

}  // namespace baton
