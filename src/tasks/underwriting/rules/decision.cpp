// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/decision.h"

#include <algorithm>
#include <cmath>

namespace baton::tasks {

namespace {

/// What the policy says before a counter offer is thought of.
Outcome outcomeOf(const Policy& policy, const Facts& facts, RiskLevel level, const Compliance& compliance, FraudVerdict fraud)
{
    if (compliance.has(Severity::Hard) || fraud == FraudVerdict::Block)
        return Outcome::Denied;
    Outcome outcome = policy.decision.byLevel[static_cast<std::size_t>(level)];
    if (facts.verification != VerificationStatus::Verified)
        outcome = std::min(outcome, policy.decision.unverifiedIncome);
    if (compliance.has(Severity::Soft) || fraud == FraudVerdict::Review)
        outcome = std::min(outcome, Outcome::ManualReview);
    return outcome;
}

bool isApproval(Outcome outcome)
{
    return outcome == Outcome::Approved || outcome == Outcome::ConditionalApproval;
}

/// Which rules made the difference to an approval.
class Blame {
public:
    Blame(const Policy& policy, const Case& application, Outcome outcome)
        : m_review(outcome == Outcome::ManualReview)
        , m_fraud(application.fraud == FraudVerdict::Block || (m_review && application.fraud == FraudVerdict::Review))
    {
        const auto& violations = application.compliance.violations;
        m_scoreLimit = std::any_of(violations.begin(), violations.end(), [this](const Violation& violation) {
            return violation.code == ReasonCode::CreditScoreBelowMinimum && falls(violation);
        });
        const auto caps = [outcome](Outcome cap) { return cap <= outcome && outcome != Outcome::Approved; };
        m_level = caps(policy.decision.byLevel[static_cast<std::size_t>(application.level)]);
        m_verification = application.facts.verification != VerificationStatus::Verified
            && caps(policy.decision.unverifiedIncome);
    }
    /// A soft limit does not matter where something else denies.
    [[nodiscard]] bool falls(const Violation& violation) const { return violation.severity == Severity::Hard || m_review; }
    [[nodiscard]] bool falls(const RuleHit& hit) const
    {
        const bool aboutVerification = hit.code == ReasonCode::IncomeUnverified
            || hit.code == ReasonCode::IncomePartlyVerified || hit.code == ReasonCode::IncomeVerificationFailed;
        return m_level || (m_scoreLimit && hit.part == RiskPart::Credit) || (m_fraud && hit.part == RiskPart::Fraud)
            || (m_verification && aboutVerification);
    }
    [[nodiscard]] bool level() const { return m_level; }
    [[nodiscard]] bool verification() const { return m_verification; }

private:
    bool m_review = false;
    bool m_fraud = false;
    bool m_scoreLimit = false;
    bool m_level = false;
    bool m_verification = false;
};

Reasons reasonsOf(const Policy& policy, const Case& application, Outcome outcome)
{
    const Blame blame(policy, application, outcome);
    Reasons reasons;
    for (const Violation& violation : application.compliance.violations)
        reasons.add({violation.code, violation.excess(), blame.falls(violation), violation.actual, violation.limit});
    for (const RuleHit& hit : application.assessment.hits) {
        if (!hit.baseline)
            reasons.add({hit.code, roundedTo(hit.contribution, 4), blame.falls(hit), hit.actual, std::nullopt});
    }
    // Income that is verified in part adds no points, yet it makes an approval a conditional one.
    if (blame.verification() && application.facts.verification == VerificationStatus::Partial
        && policy.income.verification[static_cast<std::size_t>(VerificationStatus::Partial)] <= 0)
        reasons.add({ReasonCode::IncomePartlyVerified, 0, true, 1, std::nullopt});
    if (application.score != application.assessment.score)
        reasons.add({ReasonCode::RiskModel, roundedTo(std::max(0.0, application.score - application.assessment.score), 4),
            blame.level(), application.score, std::nullopt});
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        if (a.decisive != b.decisive)
            return a.decisive;
        if (a.limit.has_value() != b.limit.has_value())
            return a.limit.has_value();
        return a.contribution > b.contribution;
    });
    return reasons;
}

}  // namespace

Case caseOf(const Policy& policy, const Facts& facts, const std::optional<FraudFindings>& findings) noexcept
{
    Case application;
    application.facts = facts;
    application.findings = findings;
    application.assessment = assessRisk(policy, facts, findings ? &*findings : nullptr);
    application.level = application.assessment.level;
    application.score = application.assessment.score;
    application.compliance = checkCompliance(policy, facts);
    application.fraud = findings ? findings->verdict : FraudVerdict::Clear;
    application.requestedTerm = facts.termMonths > 0 ? std::optional(facts.termMonths) : std::nullopt;
    return application;
}

Decision decide(const Policy& policy, const Case& application, EpochMs now) noexcept
{
    Decision decision;
    decision.outcome
        = outcomeOf(policy, application.facts, application.level, application.compliance, application.fraud);
    if (decision.outcome == Outcome::Denied && application.fraud != FraudVerdict::Block
        && policy.counterOffer.maximumRounds > 0) {
        CounterOffer offer = counterOffer(policy, application, 1, now);
        if (offer.possible) {
            decision.outcome = Outcome::CounterOffer;
            decision.counterOffer = offer;
        }
    }
    decision.reasons = reasonsOf(policy, application,
        decision.outcome == Outcome::CounterOffer ? Outcome::Denied : decision.outcome);
    if (decision.outcome == Outcome::ConditionalApproval || decision.outcome == Outcome::CounterOffer)
        decision.conditions = conditionsFor(policy, application.facts);
    if (isApproval(decision.outcome)) {
        const RateParts rate = interestRate(policy, application.facts.creditScore, application.level);
        decision.terms
            = termsOf(policy, application.facts.loanAmount, termFor(policy, application.requestedTerm), rate, now);
    }
    return decision;
}

CounterOffer counterOffer(const Policy& policy, const Case& application, int round, EpochMs now) noexcept
{
    CounterOffer offer;
    if (round < 1 || round > policy.counterOffer.maximumRounds) {
        offer.obstacle = "above_maximum_rounds";
        return offer;
    }
    const double part = std::pow(policy.counterOffer.amountFactor, round);
    Facts facts = application.facts;
    // A whisker against 0.7 x 10 being 6.999...; offers are whole units.
    const double units = std::floor(unitsFrom(facts.loanAmount) * part + 1e-6);
    facts.loanAmount = centsFrom(units).value_or(0);
    if (facts.loanToValue)
        facts.loanToValue = *facts.loanToValue * part;
    if (units <= policy.limits.loanAmountMinimum.value) {
        offer.obstacle = "below_minimum";
        return offer;
    }
    Case smaller = caseOf(policy, facts, application.findings);
    // A model's view of the applicant stays what it was: only the amount's part in the score moves. A level that does not
    // follow from its score was set by somebody and stays.
    smaller.score = std::clamp(smaller.score + application.score - application.assessment.score, 0.0, 100.0);
    smaller.level = levelOf(policy, application.score) == application.level ? levelOf(policy, smaller.score)
                                                                           : application.level;
    const Outcome outcome = outcomeOf(policy, facts, smaller.level, smaller.compliance, application.fraud);
    if (!isApproval(outcome)) {
        offer.obstacle = "not_about_the_amount";
        return offer;
    }
    offer.possible = true;
    offer.level = smaller.level;
    offer.score = smaller.score;
    offer.debtToIncome = smaller.assessment.debtToIncome;
    const RateParts rate = interestRate(policy, facts.creditScore, smaller.level, policy.counterOffer.rateAddition);
    offer.terms = termsOf(policy, facts.loanAmount, termFor(policy, application.requestedTerm), rate, now);
    return offer;
}

FixedList<ConditionCode, kConditionCodeCount> conditionsFor(const Policy& policy, const Facts& facts) noexcept
{
    FixedList<ConditionCode, kConditionCodeCount> conditions;
    const auto ask = [&conditions](bool applies, ConditionCode code) {
        if (applies)
            conditions.add(code);
    };
    ask(facts.verification != VerificationStatus::Verified, ConditionCode::VerifyIncome);
    ask(facts.employment == EmploymentStatus::Unknown || facts.employmentMismatch, ConditionCode::VerifyEmployment);
    ask(facts.employment == EmploymentStatus::SelfEmployed, ConditionCode::SelfEmployedReturns);
    ask(facts.derogatory.total() > 0, ConditionCode::ExplainDerogatory);
    ask(facts.utilization && bandAbove(policy.credit.utilization, *facts.utilization) != nullptr,
        ConditionCode::ReduceUtilization);
    ask(bandAbove(policy.debt.ratio, debtToIncome(policy, facts)) != nullptr, ConditionCode::ConfirmDebts);
    if (conditions.empty())
        conditions.add(ConditionCode::AutomaticPayment);
    return conditions;
}

}  // namespace baton::tasks
