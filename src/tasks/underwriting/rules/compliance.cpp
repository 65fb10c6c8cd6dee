// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/compliance.h"

#include <algorithm>
#include <cmath>

namespace baton::tasks {

double Violation::excess() const noexcept
{
    if (limit <= 0)
        return 100;
    return std::min(100.0, roundedTo(std::fabs(actual - limit) / limit * 100.0, 2));
}

bool Compliance::has(Severity severity) const noexcept
{
    return std::any_of(violations.begin(), violations.end(), [=](const Violation& v) { return v.severity == severity; });
}

bool Compliance::has(ReasonCode code) const noexcept
{
    return std::any_of(violations.begin(), violations.end(), [=](const Violation& v) { return v.code == code; });
}

Compliance checkCompliance(const Policy& policy, const Facts& facts) noexcept
{
    const LimitRules& limits = policy.limits;
    Compliance result;
    const auto atLeast = [&result](ReasonCode code, const Limit& limit, double actual) {
        if (actual < limit.value)
            result.violations.add({code, limit.value, actual, limit.severity});
    };
    const auto atMost = [&result](ReasonCode code, const Limit& limit, double actual) {
        if (actual > limit.value)
            result.violations.add({code, limit.value, actual, limit.severity});
    };
    atLeast(ReasonCode::CreditScoreBelowMinimum, limits.creditScoreMinimum, facts.creditScore);
    atMost(ReasonCode::DebtToIncomeAboveMaximum, limits.debtToIncomeMaximum, debtToIncome(policy, facts));
    atLeast(ReasonCode::IncomeBelowMinimum, limits.annualIncomeMinimum, unitsFrom(facts.annualIncome));
    atLeast(ReasonCode::LoanAmountBelowMinimum, limits.loanAmountMinimum, unitsFrom(facts.loanAmount));
    atMost(ReasonCode::LoanAmountAboveMaximum, limits.loanAmountMaximum, unitsFrom(facts.loanAmount));
    if (limits.loanToValueMaximum && facts.loanToValue)
        atMost(ReasonCode::LoanToValueAboveMaximum, *limits.loanToValueMaximum, *facts.loanToValue);
    if (limits.mortgageInsuranceDenied && facts.mortgageInsuranceDenied)
        result.violations.add({ReasonCode::MortgageInsuranceDenied, 0, 1, *limits.mortgageInsuranceDenied});
    std::stable_sort(result.violations.begin(), result.violations.end(), [](const Violation& a, const Violation& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.excess() > b.excess();
    });
    return result;
}

std::string_view limitName(ReasonCode code) noexcept
{
    switch (code) {
    case ReasonCode::CreditScoreBelowMinimum: return "credit_score_minimum";
    case ReasonCode::DebtToIncomeAboveMaximum: return "debt_to_income_maximum";
    case ReasonCode::IncomeBelowMinimum: return "annual_income_minimum";
    case ReasonCode::LoanAmountBelowMinimum: return "loan_amount_minimum";
    case ReasonCode::LoanAmountAboveMaximum: return "loan_amount_maximum";
    case ReasonCode::LoanToValueAboveMaximum: return "loan_to_value_maximum";
    case ReasonCode::MortgageInsuranceDenied: return "mortgage_insurance_denied";
    default: return "";
    }
}

}  // namespace baton::tasks
