// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace baton::tasks {

/// Every rule that can fire, as decisions and notices name it. The policy gives each its statement and HMDA code.
enum class ReasonCode : std::uint8_t {
    // Limits of the policy.
    CreditScoreBelowMinimum,
    DebtToIncomeAboveMaximum,
    IncomeBelowMinimum,
    LoanAmountBelowMinimum,
    LoanAmountAboveMaximum,
    LoanToValueAboveMaximum,
    MortgageInsuranceDenied,
    // Credit risk.
    CreditScoreLevel,
    HighUtilization,
    LatePayments,
    Bankruptcies,
    Liens,
    Judgments,
    ChargeOffs,
    Collections,
    // Income risk.
    LowIncome,
    SelfEmployed,
    PartTimeEmployment,
    RetirementIncome,
    Unemployed,
    EmploymentUnknown,
    IncomePartlyVerified,
    IncomeUnverified,
    IncomeVerificationFailed,
    // Debt and fraud risk.
    HighDebtToIncome,
    LoanHighForIncome,
    IncomeMismatch,
    EmploymentMismatch,
    ManyInquiries,
    ThinCreditFile,
    IdentityMismatch,
    // From outside the policy.
    RiskModel,
    DecisionEngine,
    // Only given by a person or another system, for notices.
    ApplicationIncomplete,
    CollateralInsufficient,
    CashInsufficient,
    Other,
};

inline constexpr std::size_t kReasonCodeCount = static_cast<std::size_t>(ReasonCode::Other) + 1;

/// The code's spelling: CREDIT_SCORE_BELOW_MINIMUM...
[[nodiscard]] std::string_view toText(ReasonCode code) noexcept;
[[nodiscard]] std::optional<ReasonCode> reasonCodeFrom(std::string_view text) noexcept;

}  // namespace baton::tasks
