// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// What holds for every applicant, tried on drawn ones; and the state machine.
#include "fixture.h"

#include "tasks/underwriting/providers/chance.h"
#include "tasks/underwriting/rules/decision.h"
#include "tasks/underwriting/rules/notice.h"
#include "tasks/underwriting/rules/review.h"
#include "tasks/underwriting/rules/states.h"

#include <cmath>
#include <set>

using namespace baton;
using namespace baton::tasks;

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void aBetterScoreNeverWorsensTheOutcome();
    void whatIsBetterNeverRaisesTheRisk();
    void contributionsSumToTheScore();
    void offersMeetTheirOwnPolicy();
    void decidesAlikeForTheSameCase();
    void everyDenialHasADecisiveReason();
    void limitsAreInclusive();
    void fraudBlocksAndSendsToReview();
    void anotherModelsLevelDecides();
    void writesPrincipalReasons();
    void prefersSpecificReasons();
    void picksTheQueue();
    void movesThroughStates();
};

namespace {

const EpochMs kNow = test::kStart;

Facts drawn(Chance& chance)
{
    Facts facts;
    facts.creditScore = 300 + chance.below(551);
    if (chance.happens(0.9))
        facts.utilization = roundedTo(chance.uniform(), 2);
    facts.payments.late30 = chance.count(0.8);
    facts.payments.late90 = chance.count(0.3);
    facts.derogatory.bankruptcies = chance.count(0.1);
    facts.derogatory.collections = chance.count(0.3);
    facts.accounts = chance.below(12);
    facts.inquiries = chance.below(14);
    facts.verification = static_cast<VerificationStatus>(chance.below(5));
    facts.employment = static_cast<EmploymentStatus>(chance.below(6));
    facts.employmentMismatch = chance.happens(0.1);
    facts.annualIncome = static_cast<Cents>(std::exp(9.5 + 3 * chance.uniform())) * 100;
    facts.incomeVariance = roundedTo(chance.uniform() * 40, 1);
    facts.monthlyIncome = facts.annualIncome / 12;
    facts.monthlyDebt = static_cast<Cents>(static_cast<double>(facts.monthlyIncome) * chance.uniform() * 0.7);
    facts.loanAmount = static_cast<Cents>(std::exp(6.5 + 8 * chance.uniform())) * 100;
    facts.termMonths = 6 + chance.below(475);
    if (chance.happens(0.5))
        facts.loanToValue = roundedTo(0.3 + chance.uniform(), 2);
    facts.mortgageInsuranceDenied = chance.happens(0.02);
    return facts;
}

std::vector<std::shared_ptr<const Policy>> policies()
{
    const std::string folder = std::string(BATON_SOURCE_DIR) + "/resources/policies/";
    return {standardPolicy(), readPolicyFile(folder + "cautious-1.yaml").policy};
}

Decision decided(const Policy& policy, const Facts& facts)
{
    return decide(policy, caseOf(policy, facts, detectFraud(policy, facts)), kNow);
}

}  // namespace

void TestRules::aBetterScoreNeverWorsensTheOutcome()
{
    Chance chance(1, "applicants", "monotone");
    for (const auto& policy : policies()) {
        for (int i = 0; i < 3000; ++i) {
            Facts facts = drawn(chance);
            const Decision before = decided(*policy, facts);
            facts.creditScore = std::min(850, facts.creditScore + 1 + chance.below(200));
            const Decision after = decided(*policy, facts);
            QVERIFY(after.outcome >= before.outcome);
            if (before.terms && after.terms)
                QVERIFY(after.terms->rate.rate <= before.terms->rate.rate);
            if (before.counterOffer && after.counterOffer)
                QVERIFY(after.counterOffer->terms.rate.rate <= before.counterOffer->terms.rate.rate);
        }
    }
}

void TestRules::whatIsBetterNeverRaisesTheRisk()
{
    const auto policy = standardPolicy();
    Chance chance(2, "applicants", "risk");
    using Improve = void (*)(Facts&);
    const std::vector<Improve> improvements {
        [](Facts& f) { f.creditScore = std::min(850, f.creditScore + 40); },
        [](Facts& f) { f.utilization = f.utilization.value_or(0) / 2; },
        [](Facts& f) { f.payments.late30 = 0; },
        [](Facts& f) { f.derogatory.collections = 0; },
        [](Facts& f) { f.monthlyDebt /= 2; },
        [](Facts& f) { f.loanAmount /= 2; },
        [](Facts& f) { f.verification = VerificationStatus::Verified; },
        [](Facts& f) { f.employment = EmploymentStatus::Employed; },
        [](Facts& f) { f.annualIncome *= 2; f.monthlyIncome *= 2; },
        [](Facts& f) { f.incomeVariance = 0; },
    };
    for (int i = 0; i < 2000; ++i) {
        const Facts facts = drawn(chance);
        const FraudFindings findings = detectFraud(*policy, facts);
        const double before = assessRisk(*policy, facts, &findings).score;
        for (const Improve improve : improvements) {
            Facts better = facts;
            improve(better);
            const FraudFindings betterFindings = detectFraud(*policy, better);
            QVERIFY(assessRisk(*policy, better, &betterFindings).score <= before);
        }
    }
}

void TestRules::contributionsSumToTheScore()
{
    Chance chance(3, "applicants", "sums");
    const auto policy = standardPolicy();
    for (int i = 0; i < 2000; ++i) {
        const Facts facts = drawn(chance);
        const FraudFindings findings = detectFraud(*policy, facts);
        const RiskAssessment risk = assessRisk(*policy, facts, &findings);
        double sum = 0;
        for (const RuleHit& hit : risk.hits)
            sum += hit.contribution;
        QVERIFY(std::fabs(sum - risk.score) <= 0.005 + 1e-9);   // the score is rounded to two decimals
        QVERIFY(risk.score >= 0 && risk.score <= 100);
        QVERIFY(risk.defaultProbability <= 0.3);
    }
}

void TestRules::offersMeetTheirOwnPolicy()
{
    Chance chance(4, "applicants", "offers");
    int counterOffers = 0;
    for (const auto& policy : policies()) {
        for (int i = 0; i < 20000; ++i) {
            const Facts facts = drawn(chance);
            const Decision decision = decided(*policy, facts);
            if (decision.terms) {
                QVERIFY(checkCompliance(*policy, facts).compliant());
                QVERIFY(decision.terms->apr >= decision.terms->rate.rate);
            }
            if (!decision.counterOffer)
                continue;
            ++counterOffers;
            const Terms& terms = decision.counterOffer->terms;
            Facts smaller = facts;
            smaller.loanAmount = terms.amount;
            if (smaller.loanToValue)
                smaller.loanToValue = *smaller.loanToValue * policy->counterOffer.amountFactor;
            QVERIFY(checkCompliance(*policy, smaller).compliant());
            const Outcome outcome = decided(*policy, smaller).outcome;
            QVERIFY(outcome == Outcome::Approved || outcome == Outcome::ConditionalApproval);
            QVERIFY(terms.amount < facts.loanAmount);
            QVERIFY(unitsFrom(terms.amount) > policy->limits.loanAmountMinimum.value);
            QVERIFY(terms.rate.rate <= policy->pricing.rateMaximum);
            QCOMPARE(terms.amount % 100, Cents {0});
        }
    }
    QVERIFY(counterOffers > 50);
}

void TestRules::decidesAlikeForTheSameCase()
{
    Chance chance(5, "applicants", "same");
    const auto policy = standardPolicy();
    for (int i = 0; i < 500; ++i) {
        const Facts facts = drawn(chance);
        const Decision a = decided(*policy, facts);
        const Decision b = decided(*policy, facts);
        QCOMPARE(a.outcome, b.outcome);
        QCOMPARE(a.reasons.size(), b.reasons.size());
        for (std::size_t j = 0; j < a.reasons.size(); ++j)
            QVERIFY(a.reasons[j].code == b.reasons[j].code);
    }
}

void TestRules::everyDenialHasADecisiveReason()
{
    Chance chance(6, "applicants", "reasons");
    const auto policy = standardPolicy();
    int denials = 0;
    for (int i = 0; i < 5000; ++i) {
        const Decision decision = decided(*policy, drawn(chance));
        bool stillDecisive = true;
        for (std::size_t j = 1; j < decision.reasons.size(); ++j) {
            stillDecisive = decision.reasons[j].decisive;
            QVERIFY(decision.reasons[j - 1].decisive || !stillDecisive);
        }
        if (decision.outcome == Outcome::Approved) {
            QVERIFY(decision.reasons.empty() || !decision.reasons[0].decisive);
            continue;
        }
        QVERIFY(!decision.reasons.empty());
        QVERIFY(decision.reasons[0].decisive);
        denials += decision.outcome == Outcome::Denied ? 1 : 0;
    }
    QVERIFY(denials > 1000);
}

void TestRules::limitsAreInclusive()
{
    const auto policy = standardPolicy();
    Facts facts;
    facts.creditScore = 580;
    facts.verification = VerificationStatus::Verified;
    facts.employment = EmploymentStatus::Employed;
    facts.annualIncome = 2500000;
    facts.monthlyIncome = 200000;
    facts.monthlyDebt = 86000;   // 0.43 exactly
    facts.loanAmount = 100000;
    facts.termMonths = 12;
    QVERIFY(checkCompliance(*policy, facts).compliant());
    facts.loanAmount = 100000000;
    QVERIFY(checkCompliance(*policy, facts).compliant());
    facts.creditScore = 579;
    facts.annualIncome -= 1;
    facts.monthlyDebt = 86011;   // 0.430055 is 0.4301
    facts.loanAmount += 1;
    QCOMPARE(checkCompliance(*policy, facts).violations.size(), std::size_t {4});
    facts.monthlyIncome = 0;
    QCOMPARE(debtToIncome(*policy, facts), 99.9999);
}

void TestRules::fraudBlocksAndSendsToReview()
{
    const auto policy = standardPolicy();
    Facts facts;
    facts.creditScore = 820;
    facts.verification = VerificationStatus::Verified;
    facts.employment = EmploymentStatus::Employed;
    facts.annualIncome = 10000000;
    facts.monthlyIncome = 833333;
    facts.loanAmount = 2000000;
    facts.incomeVariance = 26;   // +30
    QCOMPARE(decided(*policy, facts).outcome, Outcome::Approved);
    facts.employmentMismatch = true;   // +15 is 45: review
    const Decision review = decided(*policy, facts);
    QCOMPARE(review.outcome, Outcome::ManualReview);
    QCOMPARE(review.reasons[0].code, ReasonCode::IncomeMismatch);
    facts.identityMismatch = true;     // +60 is 105, held at 100: block
    QCOMPARE(detectFraud(*policy, facts).score, 100.0);
    const Decision blocked = decided(*policy, facts);
    QCOMPARE(blocked.outcome, Outcome::Denied);
    QCOMPARE(blocked.reasons[0].code, ReasonCode::IdentityMismatch);
}

void TestRules::anotherModelsLevelDecides()
{
    const auto policy = standardPolicy();
    Facts facts;
    facts.creditScore = 820;
    facts.verification = VerificationStatus::Verified;
    facts.employment = EmploymentStatus::Employed;
    facts.annualIncome = 10000000;
    facts.monthlyIncome = 833333;
    facts.loanAmount = 2000000;
    Case application = caseOf(*policy, facts);
    application.score = 85;
    application.level = RiskLevel::Critical;
    const Decision decision = decide(*policy, application, kNow);
    QCOMPARE(decision.outcome, Outcome::Denied);
    QCOMPARE(decision.reasons[0].code, ReasonCode::RiskModel);
    QVERIFY(decision.reasons[0].decisive);
}

void TestRules::writesPrincipalReasons()
{
    const auto policy = standardPolicy();
    const auto reason = [](ReasonCode code) { return GivenReason {code, 1, true, {}, {}}; };
    const std::vector<GivenReason> given {reason(ReasonCode::DebtToIncomeAboveMaximum), reason(ReasonCode::HighDebtToIncome),
        reason(ReasonCode::LatePayments), reason(ReasonCode::Bankruptcies), reason(ReasonCode::Unemployed),
        reason(ReasonCode::IncomeUnverified)};
    const PrincipalReasons principal = principalReasons(*policy, given);
    // Both debt-to-income rules say the same to the applicant: stated once. At most four.
    QCOMPARE(principal.reasons.size(), std::size_t {4});
    QCOMPARE(principal.reasons[0].code, ReasonCode::DebtToIncomeAboveMaximum);
    QCOMPARE(principal.reasons[1].code, ReasonCode::LatePayments);
    QCOMPARE(principal.reasons[3].code, ReasonCode::Unemployed);
    QCOMPARE(principal.hmdaCodes, (std::vector<int> {1, 3, 2}));   // credit history once
    QVERIFY(!principal.vague);
}

void TestRules::prefersSpecificReasons()
{
    const auto policy = standardPolicy();
    const auto reason = [](ReasonCode code, bool decisive) { return GivenReason {code, 1, decisive, {}, {}}; };
    const std::vector<GivenReason> mixed {reason(ReasonCode::CreditScoreBelowMinimum, true),
        reason(ReasonCode::CreditScoreLevel, true), reason(ReasonCode::Collections, true), reason(ReasonCode::LowIncome, false)};
    PrincipalReasons principal = principalReasons(*policy, mixed);
    QCOMPARE(principal.reasons.size(), std::size_t {1});
    QCOMPARE(principal.reasons[0].statement.str(), std::string("Collection action"));
    const std::vector<GivenReason> vague {reason(ReasonCode::CreditScoreBelowMinimum, true)};
    principal = principalReasons(*policy, vague);
    QVERIFY(principal.vague);
    QCOMPARE(principal.reasons.size(), std::size_t {1});
    const std::vector<GivenReason> own {{ReasonCode::Other, 0, true, "Roof in bad repair", 4}};
    principal = principalReasons(*policy, own);
    QCOMPARE(principal.hmdaCodes, std::vector<int> {4});
    QVERIFY(principalReasons(*policy, {}).reasons.empty());
}

void TestRules::picksTheQueue()
{
    const auto policy = standardPolicy();
    QCOMPARE(queueFor(*policy, ReviewCause::Fraud, 100).name.str(), std::string("fraud_review"));
    QCOMPARE(queueFor(*policy, ReviewCause::Failure, std::nullopt).name.str(), std::string("incidents"));
    QCOMPARE(queueFor(*policy, ReviewCause::Risk, 50000100).name.str(), std::string("large_loans"));
    QCOMPARE(queueFor(*policy, ReviewCause::Risk, 50000000).name.str(), std::string("underwriting"));
}

void TestRules::movesThroughStates()
{
    using State = ApplicationState;
    QVERIFY(isLegalTransition(State::Submitted, State::Approved));
    QVERIFY(isLegalTransition(State::UnderReview, State::Denied));
    QVERIFY(isLegalTransition(State::ProcessingError, State::ManualReview));
    QVERIFY(!isLegalTransition(State::Funded, State::Denied));
    QVERIFY(!isLegalTransition(State::Withdrawn, State::Approved));
    QVERIFY(!isLegalTransition(State::Draft, State::Approved));
    QVERIFY(!isLegalTransition(State::Denied, State::Approved));
    QVERIFY(nextStates(State::Funded).empty());
    // Every state but the first is reached from draft, and every spelling reads back.
    std::set<State> reached {State::Draft};
    for (std::size_t size = 0; size != reached.size();) {
        size = reached.size();
        for (const State state : std::set<State>(reached)) {
            for (const State next : nextStates(state))
                reached.insert(next);
        }
    }
    QCOMPARE(static_cast<int>(reached.size()), kApplicationStateCount);
    for (int i = 0; i < kApplicationStateCount; ++i)
        QVERIFY(applicationStateFrom(toText(static_cast<State>(i))) == static_cast<State>(i));
    for (const char* decision : {"approved", "conditional_approval", "manual_review", "counter_offer", "denied"})
        QVERIFY(applicationStateFrom(decision).has_value());
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
