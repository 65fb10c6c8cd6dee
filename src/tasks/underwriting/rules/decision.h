// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/rules/compliance.h"
#include "tasks/underwriting/rules/pricing.h"
#include "tasks/underwriting/rules/scoring.h"

namespace baton::tasks {

/// Why a decision came out as it did. Decisive ones first, then by contribution.
struct Reason {
    ReasonCode code = ReasonCode::Other;
    double contribution = 0;            // points of the risk score; of a limit, by how many percent it is broken
    bool decisive = false;              // without these it would have come out better
    double actual = 0;
    std::optional<double> limit;        // of a limit
};
using Reasons = FixedList<Reason, 40>;

struct CounterOffer {
    bool possible = false;
    std::string_view obstacle;          // where not: below_minimum, above_maximum_rounds, not_about_the_amount
    Terms terms;
    RiskLevel level = RiskLevel::Low;   // at the smaller amount
    double score = 0;
    double debtToIncome = 0;
};

/// Everything a decision rests on. The level and score may come from a model or from another system.
struct Case {
    Facts facts;
    RiskLevel level = RiskLevel::Low;
    double score = 0;
    RiskAssessment assessment;                     // by the policy, at the amount asked for
    Compliance compliance;
    FraudVerdict fraud = FraudVerdict::Clear;
    std::optional<FraudFindings> findings;
    std::optional<int> requestedTerm;
};

struct Decision {
    Outcome outcome = Outcome::Denied;
    Reasons reasons;
    FixedList<ConditionCode, kConditionCodeCount> conditions;   // of a conditional approval or counter offer
    std::optional<Terms> terms;                                 // of an approval of either kind
    std::optional<CounterOffer> counterOffer;                   // of the outcome CounterOffer
};

[[nodiscard]] Case caseOf(const Policy& policy, const Facts& facts, const std::optional<FraudFindings>& findings = {}) noexcept;

/// The decision by the policy. Pure: the same case at the same time gives the same decision.
[[nodiscard]] Decision decide(const Policy& policy, const Case& application, EpochMs now) noexcept;

/// A smaller loan for a case that is denied: the amount times the policy's factor, `round` times over (1 for the first), in
/// whole units. It must be a loan the policy itself would approve, with or without conditions.
[[nodiscard]] CounterOffer counterOffer(const Policy& policy, const Case& application, int round, EpochMs now) noexcept;

/// The conditions that apply to a case, in the order of the policy; at least one.
[[nodiscard]] FixedList<ConditionCode, kConditionCodeCount> conditionsFor(const Policy& policy, const Facts& facts) noexcept;

}  // namespace baton::tasks
