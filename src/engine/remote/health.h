// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace baton {

/// What a look at a server found. Its own /health always says yes, so a question that needs its store decides.
enum class HealthState : std::uint8_t {
    Healthy,              // it answers questions about its queues
    Unhealthy,            // a Conductor answers, but says no, or its store fails
    NeedsAuthentication,  // 401 or 403: credentials are missing, wrong or not enough
    WrongPath,            // something answers there that is no Conductor, or one under another path
    Unreachable,          // nobody answers
};
[[nodiscard]] std::string_view toText(HealthState state) noexcept;   // "healthy", "needs_authentication"...

struct HealthReport {
    HealthState state = HealthState::Unreachable;
    Error error {};                   // why it is not healthy, with the way out; its message is empty when it is
    std::string url {};               // the API's, without credentials
    std::string version {};           // as the server tells it; empty: it does not
    std::int64_t latencyMs = -1;      // of the fastest answer; -1: none
    std::int64_t clockSkewMs = 0;     // the server's clock minus ours, to a second
    EpochMs checkedAt = 0;

    [[nodiscard]] bool healthy() const noexcept { return state == HealthState::Healthy; }
};

}  // namespace baton
