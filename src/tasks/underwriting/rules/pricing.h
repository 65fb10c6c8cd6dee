// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "tasks/underwriting/policy.h"

namespace baton::tasks {

/// How a rate came about, in percent a year.
struct RateParts {
    double base = 0;         // of the band
    double adjustment = 0;   // of the level
    double addition = 0;     // of a counter offer
    double rate = 0;         // their sum, rounded and held within the policy's bounds
};
[[nodiscard]] RateParts interestRate(const Policy& policy, int creditScore, RiskLevel level, double addition = 0) noexcept;

/// The level payment of an annuity, rounded to the cent; principal / months at a rate of 0. 0 for no principal or no months.
[[nodiscard]] Cents monthlyPayment(Cents principal, double ratePercent, int months) noexcept;

struct Instalment {
    Cents payment = 0, interest = 0, principal = 0, balance = 0;
    bool operator==(const Instalment&) const = default;
};

/// The repayment plan. Interest is rounded each month; the last payment absorbs what rounding left, so that the payments sum
/// to principal plus interest to the cent.
[[nodiscard]] std::vector<Instalment> schedule(Cents principal, double ratePercent, int months);

/// What a schedule sums up to, without making it.
struct Repayment {
    Cents payment = 0;         // of every month but the last
    Cents lastPayment = 0;
    Cents totalInterest = 0;
};
[[nodiscard]] Repayment repayment(Cents principal, double ratePercent, int months) noexcept;

/// The annual percentage rate, in percent: twelve times the monthly rate at which the payments (months - 1 of one size, one
/// last) are worth what the borrower receives (12 CFR 1026 Appendix J, equal unit-periods of a month). 0 when the payments
/// do not exceed it; nothing when nothing is received.
/// The guess, in percent, only saves time.
[[nodiscard]] std::optional<double> annualPercentageRate(Cents received, Cents payment, Cents lastPayment, int months,
    double guessPercent = 8) noexcept;

[[nodiscard]] Cents feesOf(const Policy& policy, Cents principal) noexcept;

/// A loan priced whole.
struct Terms {
    Cents amount = 0;
    int months = 0;
    RateParts rate;
    Cents fees = 0;
    Repayment repayment;
    double apr = 0;            // percent, three decimals; never below the rate
    EpochMs expires = 0;
};
[[nodiscard]] Terms termsOf(const Policy& policy, Cents amount, int months, const RateParts& rate, EpochMs now) noexcept;

/// The term asked for, held within the policy's, or the policy's default.
[[nodiscard]] int termFor(const Policy& policy, std::optional<int> requestedMonths) noexcept;

}  // namespace baton::tasks
