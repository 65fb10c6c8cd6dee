// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/rules/fraud.h"

namespace baton::tasks {

enum class RiskPart : std::uint8_t { Credit, Income, Debt, Fraud };
inline constexpr std::size_t kRiskPartCount = 4;

enum class MitigatingFactor : std::uint8_t {
    StrongCredit, LowUtilization, NoLatePayments, VerifiedIncome, StableIncome, LowDebtToIncome, LowLoanToIncome
};

[[nodiscard]] std::string_view toText(RiskPart part) noexcept;              // credit income debt fraud
[[nodiscard]] std::string_view toText(MitigatingFactor factor) noexcept;    // STRONG_CREDIT...

/// One rule that fired and what it added.
struct RuleHit {
    ReasonCode code = ReasonCode::Other;
    RiskPart part = RiskPart::Credit;
    double points = 0;          // of its component
    double contribution = 0;    // to the risk score: the hits of an assessment sum to its score
    double actual = 0;          // what was looked at: a score, a ratio, a count, an amount in whole units
    bool baseline = false;      // what even the best applicant is charged; never a reason
};
using RuleHits = FixedList<RuleHit, 24>;

struct RiskAssessment {
    std::array<double, kRiskPartCount> components {};   // 0..100 each, by RiskPart
    double score = 0;                                   // 0..100, two decimals
    RiskLevel level = RiskLevel::Low;
    double defaultProbability = 0;                      // 0..1, four decimals
    double debtToIncome = 0;
    double loanToIncome = 0;
    RuleHits hits;
    FixedList<MitigatingFactor, 7> mitigating;
};

/// The four components, their weighted sum, its level. The fraud component is the loan over the income and, where fraud
/// detection ran, what else it found.
[[nodiscard]] RiskAssessment assessRisk(const Policy& policy, const Facts& facts,
    const FraudFindings* findings = nullptr) noexcept;

[[nodiscard]] RiskLevel levelOf(const Policy& policy, double score) noexcept;
[[nodiscard]] double defaultProbabilityOf(const Policy& policy, double score) noexcept;

}  // namespace baton::tasks
