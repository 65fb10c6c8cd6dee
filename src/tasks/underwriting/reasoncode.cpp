// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/reasoncode.h"

#include <algorithm>
#include <array>

namespace baton::tasks {

namespace {

constexpr std::array<std::string_view, kReasonCodeCount> kSpellings {
    "CREDIT_SCORE_BELOW_MINIMUM",
    "DEBT_TO_INCOME_ABOVE_MAXIMUM",
    "INCOME_BELOW_MINIMUM",
    "LOAN_AMOUNT_BELOW_MINIMUM",
    "LOAN_AMOUNT_ABOVE_MAXIMUM",
    "LOAN_TO_VALUE_ABOVE_MAXIMUM",
    "MORTGAGE_INSURANCE_DENIED",
    "CREDIT_SCORE_LEVEL",
    "HIGH_UTILIZATION",
    "LATE_PAYMENTS",
    "BANKRUPTCIES",
    "LIENS",
    "JUDGMENTS",
    "CHARGE_OFFS",
    "COLLECTIONS",
    "LOW_INCOME",
    "SELF_EMPLOYED",
    "PART_TIME_EMPLOYMENT",
    "RETIREMENT_INCOME",
    "UNEMPLOYED",
    "EMPLOYMENT_UNKNOWN",
    "INCOME_PARTLY_VERIFIED",
    "INCOME_UNVERIFIED",
    "INCOME_VERIFICATION_FAILED",
    "HIGH_DEBT_TO_INCOME",
    "LOAN_HIGH_FOR_INCOME",
    "INCOME_MISMATCH",
    "EMPLOYMENT_MISMATCH",
    "MANY_INQUIRIES",
    "THIN_CREDIT_FILE",
    "IDENTITY_MISMATCH",
    "RISK_MODEL",
    "DECISION_ENGINE",
    "APPLICATION_INCOMPLETE",
    "COLLATERAL_INSUFFICIENT",
    "CASH_INSUFFICIENT",
    "OTHER",
};

static_assert(std::none_of(kSpellings.begin(), kSpellings.end(), [](std::string_view text) { return text.empty(); }));

}  // namespace

std::string_view toText(ReasonCode code) noexcept
{
    const auto index = static_cast<std::size_t>(code);
    return index < kSpellings.size() ? kSpellings[index] : kSpellings.back();
}

std::optional<ReasonCode> reasonCodeFrom(std::string_view text) noexcept
{
    const auto found = std::find(kSpellings.begin(), kSpellings.end(), text);
    if (found == kSpellings.end())
        return std::nullopt;
    return static_cast<ReasonCode>(found - kSpellings.begin());
}

}  // namespace baton::tasks
