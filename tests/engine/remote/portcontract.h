// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/conductor.h"
#include "engine/value/value.h"

#include <string>
#include <utility>
#include <vector>

namespace baton::test {

/// What a Conductor answered to one call: its wire form, or the error's code, message and violations.
struct Answered {
    std::string call;
    Value answer;
};

/// Asks a fresh Conductor, with the clock at `now`, for everything its ports offer, good and bad, in a fixed order. Two that
/// keep the same contract, with the same clock and ids, give the same transcript.
[[nodiscard]] std::vector<Answered> portTranscript(Conductor& conductor, EpochMs now);

}  // namespace baton::test
