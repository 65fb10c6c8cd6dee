// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/rules/facts.h"
#include "tasks/underwriting/rules/fixedlist.h"

namespace baton::tasks {

enum class FraudVerdict : std::uint8_t { Clear, Review, Block };

[[nodiscard]] std::string_view toText(FraudVerdict verdict) noexcept;    // clear review block
[[nodiscard]] std::optional<FraudVerdict> fraudVerdictFrom(std::string_view text) noexcept;

struct FraudFinding {
    ReasonCode code = ReasonCode::Other;
    double points = 0;
    double actual = 0;   // a ratio, a percentage or a count
};

struct FraudFindings {
    FixedList<FraudFinding, 8> list;      // most points first
    double score = 0;                     // 0..100
    FraudVerdict verdict = FraudVerdict::Clear;
};

[[nodiscard]] FraudFindings detectFraud(const Policy& policy, const Facts& facts) noexcept;

/// The loan over the annual income alone; no points where the policy sees nothing in it.
[[nodiscard]] FraudFinding loanFinding(const Policy& policy, const Facts& facts) noexcept;

/// The first band whose bound the value is above; nullptr when none.
[[nodiscard]] const Band* bandAbove(const std::vector<Band>& bands, double value) noexcept;

}  // namespace baton::tasks
