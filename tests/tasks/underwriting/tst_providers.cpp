// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include <thread>

using namespace baton;
using namespace baton::tasks;
using namespace baton::tasks::test;

class TestProviders : public QObject {
    Q_OBJECT

private slots:
    void readsARowWhole();
    void namesTheFieldThatIsWrong_data();
    void namesTheFieldThatIsWrong();
    void findsRowsById();
    void completesIncomeFromTheApplication();
    void neverReadsTheHistoricalDecision();
    void faultsHitTheSameApplications();
    void decidesTheSameOnAnyThread();
};

void TestProviders::readsARowWhole()
{
    const Result<ApplicationRecord> record = applicationRecordFrom(goodRow());
    QVERIFY(record.ok());
    QCOMPARE(*record->application.loanAmount, Cents {5000000});
    QCOMPARE(record->credit->score, 760);
    QCOMPARE(record->credit->payments.onTime, 100);
    QCOMPARE(record->income->status, VerificationStatus::Verified);
    QVERIFY(!applicationRecordFrom(Value::object())->credit.has_value());
}

void TestProviders::namesTheFieldThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* path, const char* value) { QTest::newRow(path) << QByteArray(path) << QByteArray(value); };
    row("application.loan_amount", "\"a lot\"");
    row("application.annual_income", "-5");
    row("application.monthly_debt_payments", "1e300");
    row("application.requested_term_months", "0");
    row("application.employment_status", "\"sometimes\"");
    row("application.id", "[1]");
    row("credit.credit_score", "851");
    row("credit.credit_utilization", "1.5");
    row("credit.payment_history", "3");
    row("credit.accounts", "2.5");
    row("credit.risk_factors", "\"x\"");
    row("income.verification_status", "\"done\"");
    row("income.employment_years", "-1");
}

void TestProviders::namesTheFieldThatIsWrong()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    const Result<ApplicationRecord> record
        = applicationRecordFrom(withField(goodRow(), path.toStdString(), json(value.toStdString())));
    QVERIFY(!record.ok());
    QCOMPARE(record.error().field, path.toStdString());
}

void TestProviders::findsRowsById()
{
    const auto table = std::make_shared<RowTable>();
    table->add(goodRow());
    table->add(withField(withField(goodRow(), "application.id", 42), "credit.credit_score", 601));
    QCOMPARE(table->size(), std::size_t {2});
    Desk desk(standardPolicy(), recordedProviders(table));
    const Value input = json(R"({"application_id": "42", "user_id": "U-1", "credit_bureau_consent": true})");
    QCOMPARE(desk.output("credit_check", input)["credit_score"], Value(601));
    QCOMPARE(desk.run("credit_check", input.with("application_id", "43")).error->code, std::string("UW_001"));
}

void TestProviders::completesIncomeFromTheApplication()
{
    Value row = goodRow().without("income");
    Desk none(row);
    QCOMPARE(none.income()["verification_status"], Value("unverified"));
    Desk stated(withField(row, "application.income_verification_status", "verified"));
    QCOMPARE(stated.income()["verification_status"], Value("verified"));
    QCOMPARE(stated.income()["verified_annual_income"], Value(120000.0));
}

void TestProviders::neverReadsTheHistoricalDecision()
{
    Desk without;
    Desk with(withField(goodRow(), "decision", json(R"({"decision": "denied", "reasons": ["x"]})")));
    QVERIFY(without.decision() == with.decision());
}

void TestProviders::faultsHitTheSameApplications()
{
    SimulationSettings settings;
    settings.bureau.downRate = 0.3;
    settings.bureau.downAttempts = 0;
    Desk first(standardPolicy(), simulatedProviders(settings));
    Desk second(standardPolicy(), simulatedProviders(settings));
    int down = 0;
    for (int i = 0; i < 500; ++i) {
        const Value input = Value::object(
            {{"application_id", "A-" + std::to_string(i)}, {"user_id", "U"}, {"credit_bureau_consent", true}});
        const TaskOutcome outcome = first.run("credit_check", input).outcome;
        QCOMPARE(second.run("credit_check", input).outcome, outcome);
        down += outcome == TaskOutcome::Failed ? 1 : 0;
    }
    QVERIFY(down > 100 && down < 200);   // 150 expected
}

void TestProviders::decidesTheSameOnAnyThread()
{
    TaskRegistry registry;
    QVERIFY(registerUnderwriting(registry, standardPolicy(), simulatedProviders()).ok());
    constexpr int kThreads = 4;
    std::array<std::vector<Value>, kThreads> outputs;
    {
        std::vector<std::jthread> threads;
        for (auto& mine : outputs) {
            threads.emplace_back([&registry, &mine] {
                Context context;
                for (int i = 0; i < 200; ++i) {
                    const Value ids = Value::object({{"application_id", "A-" + std::to_string(i)}, {"user_id", "U"},
                        {"credit_bureau_consent", true}, {"income_verification_consent", true}});
                    const Value credit = registry.run("credit_check", ids, context).output;
                    const Value income = registry.run("income_verification", ids, context).output;
                    const Value risk = registry.run("risk_assessment", Value::object({{"credit_data", credit},
                        {"income_data", income}, {"loan_amount", 9000}, {"loan_purpose", "auto"}}), context).output;
                    mine.push_back(registry.run("underwriting_decision", Value::object({{"risk_assessment", risk},
                        {"credit_check", credit}, {"income_verification", income}, {"loan_amount", 9000},
                        {"loan_purpose", "auto"}}), context).output);
                }
            });
        }
    }
    for (const auto& other : outputs)
        QVERIFY(other == outputs[0]);
}

QTEST_GUILESS_MAIN(TestProviders)
#include "tst_providers.moc"
