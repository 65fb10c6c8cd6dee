// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policyreader.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace baton;
using namespace baton::tasks;

class TestPolicy : public QObject {
    Q_OBJECT

private slots:
    void standardHoldsTheReferenceNumbers();
    void compiledInIsTheFile();
    void shipsASecondPolicy();
    void namesEveryMistakeAtOnce();
    void namesContradictions_data();
    void namesContradictions();
    void warnsOfWhatTheLawFrownsAt();
    void hashesParametersAlone();
    void diffsByParameter();
    void describesEveryParameter();
};

namespace {

std::string standardText()
{
    return std::string(standardPolicyText());
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("the policy has no '%s'", from.c_str());
    return text.replace(at, from.size(), to);
}

std::string listed(const std::vector<Error>& errors)
{
    std::string text;
    for (const Error& error : errors)
        text += error.oneLine() + "\n";
    return text;
}

std::string fileText(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string kPolicies = std::string(BATON_SOURCE_DIR) + "/resources/policies/";

}  // namespace

void TestPolicy::standardHoldsTheReferenceNumbers()
{
    const auto policy = standardPolicy();
    QVERIFY(policy != nullptr);
    QCOMPARE(policy->label.str(), std::string("standard/1"));
    QCOMPARE(policy->limits.creditScoreMinimum.value, 580.0);
    QCOMPARE(policy->limits.debtToIncomeMaximum.value, 0.43);
    QCOMPARE(policy->limits.annualIncomeMinimum.value, 25000.0);
    QCOMPARE(policy->limits.loanAmountMaximum.value, 1e6);
    QVERIFY(!policy->limits.loanToValueMaximum);
    QCOMPARE(policy->credit.bands.size(), std::size_t {5});
    QCOMPARE(policy->credit.bands[1].minimum, 740);
    QCOMPARE(policy->credit.utilization[0].points, 20.0);
    QCOMPARE(policy->income.employment[static_cast<std::size_t>(EmploymentStatus::Unemployed)], 50.0);
    QCOMPARE(policy->income.verification[static_cast<std::size_t>(VerificationStatus::Failed)], 30.0);
    QCOMPARE(policy->debt.ratio[0].points, 80.0);
    QCOMPARE(policy->debt.otherwise, 10.0);
    QCOMPARE(policy->risk.creditWeight, 0.4);
    QCOMPARE(policy->risk.criticalAt, 80.0);
    QCOMPARE(policy->decision.byLevel[static_cast<std::size_t>(RiskLevel::High)], Outcome::ManualReview);
    QCOMPARE(policy->pricing.offerDays, 7);
    QCOMPARE(policy->counterOffer.amountFactor, 0.7);
    QCOMPARE(policy->counterOffer.rateAddition, 2.0);
    QCOMPARE(policy->termsOf(ReasonCode::DebtToIncomeAboveMaximum).hmda, 1);
    QCOMPARE(policy->notice.maximumReasons, 4);
}

void TestPolicy::compiledInIsTheFile()
{
    QCOMPARE(standardText(), fileText(kPolicies + "standard-1.yaml"));
}

void TestPolicy::shipsASecondPolicy()
{
    const PolicyReading reading = readPolicyFile(kPolicies + "cautious-1.yaml");
    QVERIFY2(reading.ok(), listed(reading.errors).c_str());
    QCOMPARE(reading.policy->label.str(), std::string("cautious/1"));
    QCOMPARE(reading.policy->limits.loanToValueMaximum->value, 0.95);
    QCOMPARE(*reading.policy->limits.mortgageInsuranceDenied, Severity::Hard);
}

void TestPolicy::namesEveryMistakeAtOnce()
{
    std::string text = standardText();
    text = replaced(text, "credit_score_minimum: {value: 580", "credit_score_minimum: {value: 5800");
    text = replaced(text, "late_payment_points: 3", "late_payment_point: 3");
    text = replaced(text, "  low: approved", "  low: maybe");
    text = replaced(text, "offer_days: 7", "offer_days: 7.5");
    text = replaced(text, "count_new_payment: false", "count_new_payment: no");
    const PolicyReading reading = readPolicy(text, "p.yaml");
    QVERIFY(!reading.ok());
    const std::string all = listed(reading.errors);
    const auto has = [&all](const char* part) { return all.find(part) != std::string::npos; };
    QVERIFY2(reading.errors.size() == 6, all.c_str());
    QVERIFY2(has("p.yaml:16:26: limits.credit_score_minimum.value: 5800 is out of range (It must be 300 to 850)"), all.c_str());
    QVERIFY2(has("credit.late_payment_point: is no parameter of a policy (Did you mean 'late_payment_points'?)"), all.c_str());
    QVERIFY2(has("credit: 'late_payment_points' is missing"), all.c_str());
    QVERIFY2(has("decision.low: must be one of denied, manual_review"), all.c_str());
    QVERIFY2(has("pricing.offer_days: must be a whole number, 1 to 365"), all.c_str());
    QVERIFY2(has("debt.count_new_payment: must be true or false"), all.c_str());
    for (const Error& error : reading.errors)
        QVERIFY2(error.line > 0, error.oneLine().c_str());

    QVERIFY(listed(readPolicy("").errors).find("must be a section") != std::string::npos);
    QVERIFY(readPolicy("[1").errors.size() == 1);
    QVERIFY(readPolicy("name: x").errors.size() > 10);
    QCOMPARE(readPolicyFile("no-such.yaml").errors.front().code, ErrorCode::NotFound);
}

void TestPolicy::namesContradictions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* from, const char* to, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(error);
    };
    row("loan", "loan_amount_minimum: {value: 1000,", "loan_amount_minimum: {value: 2000000,",
        "limits.loan_amount_minimum.value: the smallest loan is larger than the largest");
    row("bands", "name: good, minimum: 670", "name: good, minimum: 760", "credit.bands[2].minimum: is not below");
    row("band points", "minimum: 670, points: 20", "minimum: 670, points: 2", "credit.bands[2].points: a worse band");
    row("band rate", "points: 20, base_rate: 8.0", "points: 20, base_rate: 6.0", "credit.bands[2].base_rate: a worse band");
    row("band name", "name: good,", "name: fair,", "credit.bands[3].name: is used by another band");
    row("hole", "name: poor, minimum: 300", "name: poor, minimum: 400", "credit.bands[4].minimum: scores below it");
    row("utilization", "{above: 0.5, points: 15}", "{above: 0.9, points: 15}", "credit.utilization[1].above: is out of order");
    row("income", "{below: 40000, points: 20}", "{below: 20000, points: 20}", "income.annual[1].below: is out of order");
    row("weights", "{credit: 0.4,", "{credit: 0.5,", "risk.weights: the weights sum to 1.1");
    row("levels", "{medium: 40, high: 60", "{medium: 70, high: 60", "risk.levels.high: is not above medium");
    row("decision", "  medium: conditional_approval", "  medium: denied", "decision.high: is better than");
    row("rates", "rate_minimum: 5", "rate_minimum: 26", "pricing.rate_minimum: is above rate_maximum");
    row("term", "{default: 60, minimum: 6", "{default: 60, minimum: 61", "pricing.term_months.default: is not between");
    row("fees", "flat_fee: 0", "flat_fee: 990", "pricing.flat_fee: the fees use up the whole");
    row("fraud", "review_at: 40", "review_at: 90", "fraud.review_at: is above block_at");
    row("queue", "{name: underwriting, cause: any,", "{name: underwriting, cause: risk,", "manual_review.queues[3]: the last queue");
}

void TestPolicy::namesContradictions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, error);
    const PolicyReading reading = readPolicy(replaced(standardText(), from.toStdString(), to.toStdString()), "p.yaml");
    QVERIFY(!reading.ok());
    const std::string all = listed(reading.errors);
    QVERIFY2(all.find(error.toStdString()) != std::string::npos, all.c_str());
    QVERIFY(reading.errors.front().line > 1);
}

void TestPolicy::warnsOfWhatTheLawFrownsAt()
{
    const PolicyReading standard = readPolicy(standardText());
    QVERIFY(standard.ok());
    QCOMPARE(standard.warnings.size(), std::size_t {2});   // retirement and part-time income are marked down
    const PolicyReading five = readPolicy(replaced(standardText(), "maximum_reasons: 4", "maximum_reasons: 5"));
    QVERIFY(five.ok());
    QVERIFY(listed(five.warnings).find("more than four reasons") != std::string::npos);
}

void TestPolicy::hashesParametersAlone()
{
    const std::string text = standardText();
    const Text hash = readPolicy(text).policy->hash;
    QCOMPARE(hash.size(), std::size_t {16});
    QVERIFY(readPolicy(replaced(text, "name: standard", "name: other")).policy->hash == hash);
    QVERIFY(readPolicy(replaced(text, "rate_minimum: 5", "rate_minimum: 5.0")).policy->hash == hash);
    QVERIFY(!(readPolicy(replaced(text, "rate_minimum: 5", "rate_minimum: 5.1")).policy->hash == hash));
}

void TestPolicy::diffsByParameter()
{
    const auto standard = standardPolicy();
    QVERIFY(diffPolicies(*standard, *standard).empty());
    const auto cautious = readPolicyFile(kPolicies + "cautious-1.yaml").policy;
    const auto changes = diffPolicies(*standard, *cautious);
    const auto found = std::find_if(changes.begin(), changes.end(),
        [](const PolicyChange& change) { return change.path == "limits.credit_score_minimum.value"; });
    QVERIFY(found != changes.end());
    QCOMPARE(found->before.asInteger(), std::int64_t {580});
    QCOMPARE(found->after.asInteger(), std::int64_t {620});
}

void TestPolicy::describesEveryParameter()
{
    for (const ParameterSpec& spec : policyParameters()) {
        QVERIFY2(!spec.description.empty(), spec.path.c_str());
        if (spec.kind == ParameterKind::Number || spec.kind == ParameterKind::Integer) {
            QVERIFY2(!spec.unit.empty(), spec.path.c_str());
            QVERIFY2(spec.minimum < spec.maximum, spec.path.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
