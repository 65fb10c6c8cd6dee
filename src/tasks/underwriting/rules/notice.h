// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/policy.h"

#include <span>

namespace baton::tasks {

/// A reason as it reaches the notice: one of the policy's codes, or words of a person or another system.
struct GivenReason {
    ReasonCode code = ReasonCode::Other;
    double contribution = 0;
    bool decisive = true;
    Text statement;             // of Other; else the policy's statement stands
    std::optional<int> hmda;    // of Other; 9 when absent
};

struct PrincipalReason {
    ReasonCode code = ReasonCode::Other;
    Text statement;
    int hmda = 9;
    bool specific = true;
};

/// What an adverse-action notice states (12 CFR 1002.9(b)(2)).
struct PrincipalReasons {
    std::vector<PrincipalReason> reasons;   // at most the policy's number, each statement once, in the order of their weight
    std::vector<int> hmdaCodes;             // at most four, each once
    Text otherStatement;                    // what HMDA code 9 wants in words; empty without it
    bool vague = false;                     // only reasons that are not specific were there
};

/// Only decisive reasons count, in the order given; where any of them is specific the others are left out.
[[nodiscard]] PrincipalReasons principalReasons(const Policy& policy, std::span<const GivenReason> given);

}  // namespace baton::tasks
