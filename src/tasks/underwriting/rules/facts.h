// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/policy.h"

namespace baton::tasks {

/// What the rules look at: one applicant and one loan. Nothing here identifies a person.
struct Facts {
    int creditScore = 0;                     // 300..850
    std::optional<double> utilization;       // 0..1
    PaymentHistory payments;
    DerogatoryItems derogatory;
    std::optional<int> accounts;
    std::optional<int> inquiries;

    VerificationStatus verification = VerificationStatus::Unknown;
    EmploymentStatus employment = EmploymentStatus::Unknown;
    bool employmentMismatch = false;         // stated and verified employment differ
    bool identityMismatch = false;           // the application belongs to another user
    Cents annualIncome = 0;                  // the verified one where it is verified at least in part
    double incomeVariance = 0;               // percent by which the verified income is off the stated one; 0 when unknown
    Cents monthlyIncome = 0;
    Cents monthlyDebt = 0;

    Cents loanAmount = 0;
    int termMonths = 0;
    std::optional<double> loanToValue;
    bool mortgageInsuranceDenied = false;
};

/// Monthly debt payments over monthly income, four decimals, 0..99.9999; with the new loan's payment where the policy counts
/// it. Debt without income is 99.9999.
[[nodiscard]] double debtToIncome(const Policy& policy, const Facts& facts) noexcept;

/// The loan over the annual income, four decimals, 0..9999.9999.
[[nodiscard]] double loanToIncome(const Facts& facts) noexcept;

[[nodiscard]] const CreditBand& bandOf(const Policy& policy, int creditScore) noexcept;

/// Percent, one decimal, of the stated income; 0 when nothing was stated.
[[nodiscard]] double incomeVariance(Cents stated, Cents verified) noexcept;

/// stable, moderate or high.
[[nodiscard]] std::string_view incomeStability(const Policy& policy, double variancePercent) noexcept;

}  // namespace baton::tasks
