// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policyschema.h"

#include <cmath>

namespace baton::tasks {

namespace {

class Contradictions {
public:
    Contradictions(const YamlDocument& document, const Policy& policy) : m_document(document), m_policy(policy) { }

    std::vector<Error> found()
    {
        checkLimits();
        checkCredit();
        checkBands();
        checkRisk();
        checkPricing();
        checkQueues();
        return std::move(m_errors);
    }

private:
    const YamlDocument& m_document;
    const Policy& m_policy;
    std::vector<Error> m_errors;

    void require(bool holds, std::string_view path, std::string message, std::string hint = {})
    {
        if (!holds)
            m_errors.push_back(m_document.errorAt(Path::parse(path).valueOr({}), std::move(message), std::move(hint)));
    }
    void checkLimits();
    void checkCredit();
    void checkBands();
    void checkOrder(const std::vector<Band>& bands, const std::string& path, bool highestFirst);
    void checkRisk();
    void checkPricing();
    void checkQueues();
};

void Contradictions::checkLimits()
{
    const LimitRules& limits = m_policy.limits;
    require(limits.loanAmountMinimum.value <= limits.loanAmountMaximum.value, "limits.loan_amount_minimum.value",
        "the smallest loan is larger than the largest", "Lower it, or raise loan_amount_maximum");
    require(limits.creditScoreMinimum.value <= m_policy.credit.bands.front().minimum
            || m_policy.credit.bands.size() == 1,
        "limits.credit_score_minimum.value", "no score of the best band reaches it", "Lower it");
}

void Contradictions::checkCredit()
{
    const auto& bands = m_policy.credit.bands;
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const std::string path = "credit.bands[" + std::to_string(i) + "]";
        require(bands[i].minimum < bands[i - 1].minimum, path + ".minimum", "is not below the band before it",
            "List the bands from the highest score to the lowest");
        require(bands[i].points >= bands[i - 1].points, path + ".points", "a worse band has fewer points",
            "Give it at least the points of the band before it");
        require(bands[i].baseRate >= bands[i - 1].baseRate, path + ".base_rate", "a worse band has a lower rate",
            "Give it at least the rate of the band before it");
        for (std::size_t j = 0; j < i; ++j)
            require(bands[i].name != bands[j].name, path + ".name", "is used by another band");
    }
    require(bands.back().minimum == 300, "credit.bands[" + std::to_string(bands.size() - 1) + "].minimum",
        "scores below it belong to no band", "Let the last band begin at 300");
}

void Contradictions::checkOrder(const std::vector<Band>& bands, const std::string& path, bool highestFirst)
{
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const std::string entry = path + "[" + std::to_string(i) + "]";
        const bool ordered = highestFirst ? bands[i].bound < bands[i - 1].bound : bands[i].bound > bands[i - 1].bound;
        require(ordered, entry + (highestFirst ? ".above" : ".below"), "is out of order: the entry is never reached",
            highestFirst ? "List the entries from the highest bound to the lowest"
                         : "List the entries from the lowest bound to the highest");
        require(bands[i].points <= bands[i - 1].points, entry + ".points", "has more points than the worse entry before it",
            "Give it at most the points of the entry before it");
    }
}

void Contradictions::checkBands()
{
    checkOrder(m_policy.credit.utilization, "credit.utilization", true);
    checkOrder(m_policy.income.annual, "income.annual", false);
    checkOrder(m_policy.debt.ratio, "debt.ratio", true);
    checkOrder(m_policy.fraud.loanToIncome, "fraud.loan_to_income", true);
    require(m_policy.debt.ratio.empty() || m_policy.debt.otherwise <= m_policy.debt.ratio.back().points, "debt.otherwise",
        "has more points than the worse entries", "Give it at most the points of the last entry");
    const auto& points = m_policy.income.verification;
    const auto of = [&points](VerificationStatus status) { return points[static_cast<std::size_t>(status)]; };
    require(of(VerificationStatus::Verified) <= of(VerificationStatus::Partial), "income.verification.partial",
        "has fewer points than verified");
    require(of(VerificationStatus::Partial) <= of(VerificationStatus::Unverified), "income.verification.unverified",
        "has fewer points than partial");
    require(m_policy.income.stableWithin <= m_policy.income.moderateWithin, "income.variance.stable_within",
        "is above moderate_within");
    require(m_policy.fraud.reviewAt <= m_policy.fraud.blockAt, "fraud.review_at", "is above block_at: nothing is reviewed");
}

void Contradictions::checkRisk()
{
    const RiskRules& risk = m_policy.risk;
    const double sum = risk.creditWeight + risk.incomeWeight + risk.debtWeight + risk.fraudWeight;
    require(std::fabs(sum - 1.0) < 1e-9, "risk.weights", "the weights sum to " + std::to_string(sum) + ", not to 1");
    require(risk.mediumAt < risk.highAt, "risk.levels.high", "is not above medium");
    require(risk.highAt < risk.criticalAt, "risk.levels.critical", "is not above high");
    constexpr std::array<const char*, kRiskLevelCount> kPaths {
        "decision.low", "decision.medium", "decision.high", "decision.critical"};
    for (std::size_t i = 1; i < kRiskLevelCount; ++i)
        require(m_policy.decision.byLevel[i] <= m_policy.decision.byLevel[i - 1], kPaths[i],
            "is better than the decision of the lower risk level");
}

void Contradictions::checkPricing()
{
    const PricingRules& pricing = m_policy.pricing;
    require(pricing.rateMinimum <= pricing.rateMaximum, "pricing.rate_minimum", "is above rate_maximum");
    require(pricing.minimumTerm <= pricing.maximumTerm, "pricing.term_months.minimum", "is above the longest term");
    require(pricing.defaultTerm >= pricing.minimumTerm && pricing.defaultTerm <= pricing.maximumTerm,
        "pricing.term_months.default", "is not between the shortest and the longest term");
    constexpr std::array<const char*, kRiskLevelCount> kPaths {"pricing.level_adjustment.low",
        "pricing.level_adjustment.medium", "pricing.level_adjustment.high", "pricing.level_adjustment.critical"};
    for (std::size_t i = 1; i < kRiskLevelCount; ++i)
        require(pricing.levelAdjustment[i] >= pricing.levelAdjustment[i - 1], kPaths[i],
            "is below the adjustment of the lower risk level");
    const double smallest = m_policy.limits.loanAmountMinimum.value;
    const double fees = smallest * pricing.originationFee / 100.0 + unitsFrom(pricing.flatFee);
    require(smallest <= 0 || fees < smallest, "pricing.flat_fee", "the fees use up the whole of the smallest loan",
        "Lower the fees, or raise loan_amount_minimum");
}

void Contradictions::checkQueues()
{
    const std::string last = "manual_review.queues[" + std::to_string(m_policy.queues.size() - 1) + "]";
    const ReviewQueue& queue = m_policy.queues.back();
    require(queue.cause == ReviewCause::Any && queue.loanAbove < 0, last, "the last queue does not take every case",
        "Give it the cause any and no loan_above");
}

}  // namespace

std::vector<Error> checkPolicyContradictions(const YamlDocument& document, const Policy& policy)
{
    return Contradictions(document, policy).found();
}

std::vector<Error> policyWarnings(const YamlDocument& document, const Policy& policy)
{
    std::vector<Error> warnings;
    const auto warn = [&](std::string_view path, std::string message, std::string hint) {
        warnings.push_back(document.errorAt(Path::parse(path).valueOr({}), std::move(message), std::move(hint)));
    };
    const auto points = [&policy](EmploymentStatus status) {
        return policy.income.employment[static_cast<std::size_t>(status)];
    };
    const double employed = points(EmploymentStatus::Employed);
    const std::string law = "12 CFR 1002.6(b)(5) lets a creditor weigh the amount and the probable continuance of income";
    if (points(EmploymentStatus::Retired) > employed)
        warn("income.employment.retired", "income is marked down because it comes from retirement", law);
    if (points(EmploymentStatus::PartTime) > employed)
        warn("income.employment.part_time", "income is marked down because it comes from part-time work", law);
    if (policy.notice.maximumReasons > 4)
        warn("adverse_action.maximum_reasons", "more than four reasons are not likely to help the applicant",
            "Comment 9(b)(2)-1 to 12 CFR 1002.9");
    return warnings;
}

}  // namespace baton::tasks
