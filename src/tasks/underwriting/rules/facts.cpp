// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/facts.h"

#include "tasks/underwriting/rules/pricing.h"

#include <algorithm>
#include <cmath>

namespace baton::tasks {

namespace {

double ratio(double part, double whole, double most) noexcept
{
    if (part <= 0)
        return 0;
    return whole <= 0 ? most : std::min(most, roundedTo(part / whole, 4));
}

}  // namespace

double debtToIncome(const Policy& policy, const Facts& facts) noexcept
{
    Cents debt = facts.monthlyDebt;
    if (policy.debt.countNewPayment)
        debt += monthlyPayment(facts.loanAmount, policy.debt.assumedRate, facts.termMonths);
    return ratio(static_cast<double>(debt), static_cast<double>(facts.monthlyIncome), 99.9999);
}

double loanToIncome(const Facts& facts) noexcept
{
    return ratio(static_cast<double>(facts.loanAmount), static_cast<double>(facts.annualIncome), 9999.9999);
}

const CreditBand& bandOf(const Policy& policy, int creditScore) noexcept
{
    for (const CreditBand& band : policy.credit.bands) {
        if (creditScore >= band.minimum)
            return band;
    }
    return policy.credit.bands.back();
}

double incomeVariance(Cents stated, Cents verified) noexcept
{
    if (stated <= 0)
        return 0;
    return roundedTo(std::fabs(static_cast<double>(verified - stated)) / static_cast<double>(stated) * 100.0, 1);
}

std::string_view incomeStability(const Policy& policy, double variancePercent) noexcept
{
    if (variancePercent <= policy.income.stableWithin)
        return "stable";
    return variancePercent <= policy.income.moderateWithin ? "moderate" : "high";
}

}  // namespace baton::tasks
