// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/fraud.h"

#include "tasks/underwriting/words.h"

#include <algorithm>

namespace baton::tasks {

namespace {

constexpr Words<FraudVerdict, 3> kVerdicts {{"clear", "review", "block"}};

}  // namespace

std::string_view toText(FraudVerdict verdict) noexcept
{
    return kVerdicts.text(verdict);
}

std::optional<FraudVerdict> fraudVerdictFrom(std::string_view text) noexcept
{
    return kVerdicts.from(text);
}

const Band* bandAbove(const std::vector<Band>& bands, double value) noexcept
{
    const auto found = std::find_if(bands.begin(), bands.end(), [value](const Band& band) { return value > band.bound; });
    return found == bands.end() ? nullptr : &*found;
}

FraudFinding loanFinding(const Policy& policy, const Facts& facts) noexcept
{
    const double ratio = loanToIncome(facts);
    const Band* band = bandAbove(policy.fraud.loanToIncome, ratio);
    return {ReasonCode::LoanHighForIncome, band != nullptr ? band->points : 0, ratio};
}

FraudFindings detectFraud(const Policy& policy, const Facts& facts) noexcept
{
    const FraudRules& rules = policy.fraud;
    FraudFindings findings;
    const auto note = [&findings](ReasonCode code, double points, double actual) {
        if (points <= 0)
            return;
        findings.list.add({code, points, actual});
        findings.score += points;
    };
    const FraudFinding loan = loanFinding(policy, facts);
    note(loan.code, loan.points, loan.actual);
    if (facts.incomeVariance > policy.income.moderateWithin)
        note(ReasonCode::IncomeMismatch, rules.incomeMismatch, facts.incomeVariance);
    if (facts.verification == VerificationStatus::Failed)
        note(ReasonCode::IncomeVerificationFailed, rules.verificationFailed, 1);
    if (facts.employmentMismatch)
        note(ReasonCode::EmploymentMismatch, rules.employmentMismatch, 1);
    if (facts.identityMismatch)
        note(ReasonCode::IdentityMismatch, rules.identityMismatch, 1);
    if (facts.inquiries && *facts.inquiries > rules.inquiries.bound)
        note(ReasonCode::ManyInquiries, rules.inquiries.points, *facts.inquiries);
    if (facts.accounts && *facts.accounts < rules.thinFile.bound)
        note(ReasonCode::ThinCreditFile, rules.thinFile.points, *facts.accounts);
    std::stable_sort(findings.list.begin(), findings.list.end(),
        [](const FraudFinding& a, const FraudFinding& b) { return a.points > b.points; });
    findings.score = std::min(100.0, findings.score);
    if (findings.score >= rules.blockAt)
        findings.verdict = FraudVerdict::Block;
    else if (findings.score >= rules.reviewAt)
        findings.verdict = FraudVerdict::Review;
    return findings;
}

}  // namespace baton::tasks
