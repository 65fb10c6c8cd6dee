// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policy.h"

#include "tasks/underwriting/words.h"

namespace baton::tasks {

namespace {

constexpr Words<RiskLevel, 4> kLevels {{"low", "medium", "high", "critical"}};
constexpr Words<Outcome, 5> kOutcomes {{"denied", "counter_offer", "manual_review", "conditional_approval", "approved"}};
constexpr Words<Severity, 2> kSeverities {{"soft", "hard"}};
constexpr Words<ReviewCause, 4> kCauses {{"any", "risk", "fraud", "failure"}};
constexpr Words<ConditionCode, kConditionCodeCount> kConditions {{"verify_income", "verify_employment",
    "self_employed_returns", "explain_derogatory", "reduce_utilization", "confirm_debts", "automatic_payment"}};

}  // namespace

std::string_view toText(RiskLevel level) noexcept
{
    return kLevels.text(level);
}

std::string_view toText(Outcome outcome) noexcept
{
    return kOutcomes.text(outcome);
}

std::string_view toText(Severity severity) noexcept
{
    return kSeverities.text(severity);
}

std::string_view toText(ReviewCause cause) noexcept
{
    return kCauses.text(cause);
}

std::string_view toText(ConditionCode code) noexcept
{
    return kConditions.text(code);
}

std::optional<RiskLevel> riskLevelFrom(std::string_view text) noexcept
{
    return kLevels.from(text);
}

std::optional<Outcome> outcomeFrom(std::string_view text) noexcept
{
    return kOutcomes.from(text);
}

std::optional<ReviewCause> reviewCauseFrom(std::string_view text) noexcept
{
    return kCauses.from(text);
}

}  // namespace baton::tasks
