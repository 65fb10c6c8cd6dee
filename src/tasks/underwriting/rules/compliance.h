// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/rules/facts.h"
#include "tasks/underwriting/rules/fixedlist.h"

namespace baton::tasks {

/// One limit that is broken.
struct Violation {
    ReasonCode code = ReasonCode::Other;
    double limit = 0;
    double actual = 0;
    Severity severity = Severity::Hard;

    /// How far off, in percent of the limit, 0..100.
    [[nodiscard]] double excess() const noexcept;
};

struct Compliance {
    FixedList<Violation, 7> violations;   // furthest off first

    [[nodiscard]] bool compliant() const noexcept { return violations.empty(); }
    [[nodiscard]] bool has(Severity severity) const noexcept;
    [[nodiscard]] bool has(ReasonCode code) const noexcept;
};

[[nodiscard]] Compliance checkCompliance(const Policy& policy, const Facts& facts) noexcept;

/// The name of the limit in the policy: credit_score_minimum...
[[nodiscard]] std::string_view limitName(ReasonCode code) noexcept;

}  // namespace baton::tasks
