// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/scoring.h"

#include "tasks/underwriting/words.h"

#include <algorithm>

namespace baton::tasks {

namespace {

constexpr Words<RiskPart, kRiskPartCount> kParts {{"credit", "income", "debt", "fraud"}};
constexpr Words<MitigatingFactor, 7> kFactors {{"STRONG_CREDIT", "LOW_UTILIZATION", "NO_LATE_PAYMENTS", "VERIFIED_INCOME",
    "STABLE_INCOME", "LOW_DEBT_TO_INCOME", "LOW_LOAN_TO_INCOME"}};

const Band* bandBelow(const std::vector<Band>& bands, double value) noexcept
{
    const auto found = std::find_if(bands.begin(), bands.end(), [value](const Band& band) { return value < band.bound; });
    return found == bands.end() ? nullptr : &*found;
}

class Assessor {
public:
    Assessor(const Policy& policy, const Facts& facts) : m_policy(policy), m_facts(facts) { }

    RiskAssessment assess(const FraudFindings* findings) noexcept
    {
        m_result.debtToIncome = debtToIncome(m_policy, m_facts);
        m_result.loanToIncome = loanToIncome(m_facts);
        assessCredit();
        assessIncome();
        assessDebt();
        assessFraud(findings);
        sumUp();
        findMitigating();
        return m_result;
    }

private:
    const Policy& m_policy;
    const Facts& m_facts;
    RiskAssessment m_result;

    void hit(RiskPart part, ReasonCode code, double points, double actual, bool baseline = false) noexcept
    {
        if (points > 0)
            m_result.hits.add({code, part, points, 0, actual, baseline});
    }
    void assessCredit() noexcept;
    void assessIncome() noexcept;
    void assessDebt() noexcept;
    void assessFraud(const FraudFindings* findings) noexcept;
    void sumUp() noexcept;
    void findMitigating() noexcept;
};

void Assessor::assessCredit() noexcept
{
    const CreditRules& rules = m_policy.credit;
    const CreditBand& band = bandOf(m_policy, m_facts.creditScore);
    const bool best = &band == &rules.bands.front();
    hit(RiskPart::Credit, ReasonCode::CreditScoreLevel, band.points, m_facts.creditScore, best);
    if (m_facts.utilization) {
        if (const Band* found = bandAbove(rules.utilization, *m_facts.utilization))
            hit(RiskPart::Credit, ReasonCode::HighUtilization, found->points, *m_facts.utilization);
    }
    const auto each = [this](ReasonCode code, int count, double points) {
        hit(RiskPart::Credit, code, count * points, count);
    };
    each(ReasonCode::LatePayments, m_facts.payments.late(), rules.latePaymentPoints);
    each(ReasonCode::Bankruptcies, m_facts.derogatory.bankruptcies, rules.derogatoryItemPoints);
    each(ReasonCode::Liens, m_facts.derogatory.liens, rules.derogatoryItemPoints);
    each(ReasonCode::Judgments, m_facts.derogatory.judgments, rules.derogatoryItemPoints);
    each(ReasonCode::ChargeOffs, m_facts.derogatory.chargeOffs, rules.derogatoryItemPoints);
    each(ReasonCode::Collections, m_facts.derogatory.collections, rules.derogatoryItemPoints);
}

void Assessor::assessIncome() noexcept
{
    static constexpr std::array<ReasonCode, kEmploymentStatusCount> kEmployment {ReasonCode::EmploymentUnknown,
        ReasonCode::Other, ReasonCode::SelfEmployed, ReasonCode::PartTimeEmployment, ReasonCode::RetirementIncome,
        ReasonCode::Unemployed};
    static constexpr std::array<ReasonCode, kVerificationStatusCount> kVerification {ReasonCode::IncomeUnverified,
        ReasonCode::Other, ReasonCode::IncomePartlyVerified, ReasonCode::IncomeUnverified,
        ReasonCode::IncomeVerificationFailed};
    const IncomeRules& rules = m_policy.income;
    const double income = unitsFrom(m_facts.annualIncome);
    if (const Band* found = bandBelow(rules.annual, income))
        hit(RiskPart::Income, ReasonCode::LowIncome, found->points, income);
    const auto employment = static_cast<std::size_t>(m_facts.employment);
    hit(RiskPart::Income, kEmployment[employment], rules.employment[employment], 1,
        m_facts.employment == EmploymentStatus::Employed);
    const auto verification = static_cast<std::size_t>(m_facts.verification);
    hit(RiskPart::Income, kVerification[verification], rules.verification[verification], 1,
        m_facts.verification == VerificationStatus::Verified);
}

void Assessor::assessDebt() noexcept
{
    const double ratio = m_result.debtToIncome;
    const Band* found = bandAbove(m_policy.debt.ratio, ratio);
    hit(RiskPart::Debt, ReasonCode::HighDebtToIncome, found != nullptr ? found->points : m_policy.debt.otherwise, ratio,
        found == nullptr);
}

void Assessor::assessFraud(const FraudFindings* findings) noexcept
{
    if (const FraudFinding loan = loanFinding(m_policy, m_facts); loan.points > 0)
        hit(RiskPart::Fraud, loan.code, loan.points, loan.actual);
    if (findings == nullptr)
        return;
    for (const FraudFinding& finding : findings->list) {
        if (finding.code != ReasonCode::LoanHighForIncome)
            hit(RiskPart::Fraud, finding.code, finding.points, finding.actual);
    }
}

void Assessor::sumUp() noexcept
{
    const RiskRules& risk = m_policy.risk;
    const std::array<double, kRiskPartCount> weights {
        risk.creditWeight, risk.incomeWeight, risk.debtWeight, risk.fraudWeight};
    std::array<double, kRiskPartCount> sums {};
    for (const RuleHit& hit : m_result.hits)
        sums[static_cast<std::size_t>(hit.part)] += hit.points;
    double score = 0;
    for (std::size_t i = 0; i < kRiskPartCount; ++i) {
        m_result.components[i] = std::min(100.0, sums[i]);
        score += weights[i] * m_result.components[i];
    }
    for (RuleHit& hit : m_result.hits) {
        const auto part = static_cast<std::size_t>(hit.part);
        hit.contribution = weights[part] * hit.points * (m_result.components[part] / sums[part]);
    }
    m_result.score = roundedTo(score, 2);
    m_result.level = levelOf(m_policy, m_result.score);
    m_result.defaultProbability = defaultProbabilityOf(m_policy, m_result.score);
}

void Assessor::findMitigating() noexcept
{
    const auto note = [this](bool holds, MitigatingFactor factor) {
        if (holds)
            m_result.mitigating.add(factor);
    };
    const auto& bands = m_policy.credit.bands;
    const CreditBand& band = bandOf(m_policy, m_facts.creditScore);
    note(&band <= &bands[std::min<std::size_t>(1, bands.size() - 1)], MitigatingFactor::StrongCredit);
    note(m_facts.utilization && bandAbove(m_policy.credit.utilization, *m_facts.utilization) == nullptr,
        MitigatingFactor::LowUtilization);
    note(m_facts.payments.onTime > 0 && m_facts.payments.late() == 0, MitigatingFactor::NoLatePayments);
    const bool verified = m_facts.verification == VerificationStatus::Verified;
    note(verified, MitigatingFactor::VerifiedIncome);
    note(verified && m_facts.incomeVariance <= m_policy.income.stableWithin, MitigatingFactor::StableIncome);
    note(bandAbove(m_policy.debt.ratio, m_result.debtToIncome) == nullptr, MitigatingFactor::LowDebtToIncome);
    note(bandAbove(m_policy.fraud.loanToIncome, m_result.loanToIncome) == nullptr, MitigatingFactor::LowLoanToIncome);
}

}  // namespace

std::string_view toText(RiskPart part) noexcept
{
    return kParts.text(part);
}

std::string_view toText(MitigatingFactor factor) noexcept
{
    return kFactors.text(factor);
}

RiskAssessment assessRisk(const Policy& policy, const Facts& facts, const FraudFindings* findings) noexcept
{
    return Assessor(policy, facts).assess(findings);
}

RiskLevel levelOf(const Policy& policy, double score) noexcept
{
    if (score >= policy.risk.criticalAt)
        return RiskLevel::Critical;
    if (score >= policy.risk.highAt)
        return RiskLevel::High;
    return score >= policy.risk.mediumAt ? RiskLevel::Medium : RiskLevel::Low;
}

double defaultProbabilityOf(const Policy& policy, double score) noexcept
{
    return roundedTo(std::min(policy.risk.defaultMaximum, policy.risk.defaultSlope * score / 100.0), 4);
}

}  // namespace baton::tasks
