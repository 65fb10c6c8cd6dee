// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// The five tasks of the default workflow, worked out by hand from the numbers of the policy 'standard'.
#include "fixture.h"

using namespace baton;
using namespace baton::tasks;
using namespace baton::tasks::test;

class TestWorkflowTasks : public QObject {
    Q_OBJECT

private slots:
    void checksCredit();
    void verifiesIncome();
    void assessesRisk();
    void approvesAGoodApplicant();
    void deniesByALimit();
    void offersLessWhereOnlyTheAmountIsTooMuch();
    void sendsHighRiskToAPerson();
    void asksForConditions();
    void movesTheApplication();
    void refusesIllegalMoves();
    void failsAsTheErrorTableSays_data();
    void failsAsTheErrorTableSays();
    void asksAgainWhenAProviderIsDownOrSlow();
    void looksThroughWrongAnswers();
};

void TestWorkflowTasks::checksCredit()
{
    Desk desk;
    const Value output = desk.credit();
    QCOMPARE(output["credit_score"].asInteger(), std::int64_t {760});
    QCOMPARE(output["credit_score_range"].asText(), std::string_view("very_good"));
    QCOMPARE(output["late_payments"].asInteger(), std::int64_t {0});
    QCOMPARE(output["report_provider"].asText(), std::string_view("test bureau"));
    QCOMPARE(output["report_date"].asText(), std::string_view("2025-12-31"));
    QCOMPARE(output["risk_factors"].size(), std::size_t {0});

    // Without factors of the bureau the policy's own view stands in.
    Value row = withField(goodRow(), "credit.credit_utilization", 0.9);
    row = withField(row, "credit.derogatory", json(R"({"bankruptcies": 1})"));
    Desk other(row);
    QCOMPARE(toJson(other.credit()["risk_factors"]), std::string(R"(["HIGH_UTILIZATION","BANKRUPTCIES"])"));
}

void TestWorkflowTasks::verifiesIncome()
{
    Desk desk(withField(goodRow(), "income.verified_annual_income", 96000));
    const Value output = desk.income();
    QCOMPARE(output["verification_status"].asText(), std::string_view("verified"));
    QCOMPARE(output["income_variance_percent"].asDecimal(), 20.0);      // 24,000 off 120,000
    QCOMPARE(output["income_stability"].asText(), std::string_view("moderate"));
    QCOMPARE(output["monthly_income"].asDecimal(), 8000.0);
    QCOMPARE(output["debt_to_income_ratio"].asDecimal(), 0.25);         // 2,000 / 8,000
    QCOMPARE(at(output, "employment.status").asText(), std::string_view("employed"));
}

void TestWorkflowTasks::assessesRisk()
{
    // Credit: very_good 10, utilization 0.6 +15, two late +6, one lien +10 = 41. Income: 50,000 +10, self-employed +20 = 30.
    // Debt: 1,700 / (50,000 / 12 = 4,166.66) = 0.408 -> 40. Fraud: 75,000 / 50,000 = 1.5 -> 10.
    // Score 0.4 x 41 + 0.3 x 30 + 0.2 x 40 + 0.1 x 10 = 16.4 + 9 + 8 + 1 = 34.4: low. PD 0.3 x 0.344 = 0.1032.
    Value row = goodRow();
    row = withField(row, "credit.credit_utilization", 0.6);
    row = withField(row, "credit.payment_history", json(R"({"on_time": 90, "late_30": 1, "late_90": 1})"));
    row = withField(row, "credit.derogatory", json(R"({"liens": 1})"));
    row = withField(row, "application.annual_income", 50000);
    row = withField(row, "application.monthly_debt_payments", 1700);
    row = withField(row, "application.employment_status", "self_employed");
    row = withField(row, "income", json(R"({"verification_status": "verified", "verified_annual_income": 50000,
        "employment_status": "self_employed"})"));
    Desk desk(row);
    const Value output = desk.risk(75000);
    QCOMPARE(at(output, "component_scores.credit.score").asDecimal(), 41.0);
    QCOMPARE(at(output, "component_scores.income.score").asDecimal(), 30.0);
    QCOMPARE(at(output, "component_scores.debt.score").asDecimal(), 40.0);
    QCOMPARE(at(output, "component_scores.fraud.score").asDecimal(), 10.0);
    QCOMPARE(at(output, "component_scores.credit.contribution").asDecimal(), 16.4);
    QCOMPARE(output["risk_score"].asDecimal(), 34.4);
    QCOMPARE(output["risk_level"].asText(), std::string_view("low"));
    QCOMPARE(output["probability_of_default"].asDecimal(), 0.1032);
    QCOMPARE(output["debt_to_income_ratio"].asDecimal(), 0.408);
    QCOMPARE(output["model_version"].asText(), std::string_view("standard/1"));
    double sum = 0;
    for (const Value& factor : output["risk_factors"].items())
        sum += factor["contribution"].asDecimal();
    QVERIFY(qFuzzyCompare(sum, 34.4));
}

void TestWorkflowTasks::approvesAGoodApplicant()
{
    // Score 0.4 x 10 (very_good) + 0.2 x 10 (debt 0.2) = 6: low. Rate 6.5 + 0. 50,000 over 60 months at 6.5 %: 978.31.
    Desk desk;
    const Value output = desk.decision();
    QCOMPARE(output["decision"].asText(), std::string_view("approved"));
    QCOMPARE(output["interest_rate"].asDecimal(), 6.5);
    QCOMPARE(at(output, "terms.monthly_payment").asDecimal(), 978.31);
    QCOMPARE(at(output, "terms.term_months").asInteger(), std::int64_t {60});
    QCOMPARE(at(output, "terms.fees").asDecimal(), 500.0);
    QCOMPARE(at(output, "terms.offer_expires").asText(), std::string_view("2026-01-08T00:00:00Z"));
    QVERIFY(at(output, "terms.apr").asDecimal() > 6.5);
    QCOMPARE(output["conditions"].size(), std::size_t {0});
    QCOMPARE(output["policy_version"].asText(), std::string_view("standard/1"));
    QCOMPARE(output["automated"].asBool(), true);
    QVERIFY(output["counter_offer"].isNull());
}

void TestWorkflowTasks::deniesByALimit()
{
    Value row = withField(goodRow(), "credit.credit_score", 560);
    row = withField(row, "credit.credit_utilization", 0.85);
    row = withField(row, "application.monthly_debt_payments", 5000);   // 0.5
    Desk desk(row);
    const Value output = desk.decision();
    QCOMPARE(output["decision"].asText(), std::string_view("denied"));
    QVERIFY(output["interest_rate"].isNull());
    QVERIFY(output["terms"].isNull());
    // 0.5 is 16.28 % above 0.43, 560 is 3.45 % below 580: the ratio weighs more.
    QCOMPARE(at(output, "decision_reasons[0].code").asText(), std::string_view("DEBT_TO_INCOME_ABOVE_MAXIMUM"));
    QCOMPARE(at(output, "decision_reasons[0].contribution").asDecimal(), 16.28);
    QCOMPARE(at(output, "decision_reasons[0].hmda_code").asInteger(), std::int64_t {1});
    QCOMPARE(at(output, "decision_reasons[1].code").asText(), std::string_view("CREDIT_SCORE_BELOW_MINIMUM"));
    // A score is no specific reason: what made it low is decisive with it (poor 50 x 0.4, utilization 20 x 0.4).
    QCOMPARE(at(output, "decision_reasons[2].code").asText(), std::string_view("CREDIT_SCORE_LEVEL"));
    QCOMPARE(at(output, "decision_reasons[3].code").asText(), std::string_view("HIGH_UTILIZATION"));
    QCOMPARE(at(output, "decision_reasons[3].decisive").asBool(), true);
    QCOMPARE(at(output, "decision_reasons[4].code").asText(), std::string_view("HIGH_DEBT_TO_INCOME"));
    QCOMPARE(at(output, "decision_reasons[4].decisive").asBool(), false);
}

void TestWorkflowTasks::offersLessWhereOnlyTheAmountIsTooMuch()
{
    Value row = withField(goodRow(), "application.annual_income", 700000);
    row = withField(row, "application.monthly_income", 58333.33);
    row = withField(row, "income.verified_annual_income", 700000);
    Desk desk(row);
    const Value output = desk.decision(1200000);
    QCOMPARE(output["decision"].asText(), std::string_view("counter_offer"));
    QCOMPARE(at(output, "counter_offer.offered_amount").asDecimal(), 840000.0);   // 70 %
    QCOMPARE(at(output, "counter_offer.interest_rate").asDecimal(), 8.5);         // 6.5 + 2
    QVERIFY(output["interest_rate"].isNull());
    QCOMPARE(at(output, "decision_reasons[0].code").asText(), std::string_view("LOAN_AMOUNT_ABOVE_MAXIMUM"));
    // 70 % of 1,500,000 is 1,050,000: still too much.
    QCOMPARE(desk.decision(1500000)["decision"].asText(), std::string_view("denied"));
    // A low score is not about the amount.
    desk.rows->set(withField(row, "credit.credit_score", 500));
    QCOMPARE(desk.decision(1200000)["decision"].asText(), std::string_view("denied"));
}

void TestWorkflowTasks::sendsHighRiskToAPerson()
{
    // Fair 35 + utilization 20 + 10 late 30 + one charge-off 10 = 95; 38,000 +20, part-time +30, failed +30 = 80;
    // 0.2 -> 10; 50,000 / 38,000 = 1.32 -> 10. 38 + 24 + 2 + 1 = 65: high.
    Value row = withField(goodRow(), "credit", json(R"({"credit_score": 600, "credit_utilization": 0.9,
        "payment_history": {"late_30": 10}, "derogatory": {"charge_offs": 1}})"));
    row = withField(row, "application.annual_income", 38000);
    row = withField(row, "application.monthly_income", 3166.66);
    row = withField(row, "application.monthly_debt_payments", 633);
    row = withField(row, "application.employment_status", "part_time");
    row = withField(row, "income", json(R"({"verification_status": "failed", "employment_status": "part_time"})"));
    Desk desk(row);
    QCOMPARE(desk.risk()["risk_score"].asDecimal(), 65.0);
    const Value output = desk.decision();
    QCOMPARE(output["decision"].asText(), std::string_view("manual_review"));
    QCOMPARE(output["automated"].asBool(), false);
    QCOMPARE(at(output, "decision_reasons[0].code").asText(), std::string_view("CREDIT_SCORE_LEVEL"));
    QCOMPARE(at(output, "decision_reasons[0].contribution").asDecimal(), 14.0);
    QCOMPARE(at(output, "decision_reasons[0].decisive").asBool(), true);
}

void TestWorkflowTasks::asksForConditions()
{
    Desk desk(withField(goodRow(), "income.verification_status", "unverified"));
    const Value output = desk.decision();
    QCOMPARE(output["decision"].asText(), std::string_view("conditional_approval"));
    QCOMPARE(output["conditions"].size(), std::size_t {1});
    QCOMPARE(at(output, "conditions[0].code").asText(), std::string_view("verify_income"));
    QCOMPARE(at(output, "conditions[0].type").asText(), std::string_view("prior_to_closing"));
    QCOMPARE(at(output, "conditions[0].due_date").asText(), std::string_view("2026-01-15"));
    QCOMPARE(at(output, "decision_reasons[0].code").asText(), std::string_view("INCOME_UNVERIFIED"));
    QVERIFY(!output["terms"].isNull());
}

void TestWorkflowTasks::movesTheApplication()
{
    Desk desk;
    const Value input = json(R"({"application_id": "APP-1", "new_state": "approved", "decision_details": {"a": 1},
        "workflow_instance_id": null})");
    const Value output = desk.output("update_application_state", input);
    QCOMPARE(output["previous_state"].asText(), std::string_view("submitted"));
    QCOMPARE(output["new_state"].asText(), std::string_view("approved"));
    QCOMPARE(output["changed"].asBool(), true);
    QCOMPARE(output["updated_at"].asText(), std::string_view("2026-01-01T00:00:00Z"));
    // Done again, as after a lost answer: nothing changes and nothing fails.
    QCOMPARE(desk.output("update_application_state", input.with("current_state", "approved"))["changed"].asBool(), false);
}

void TestWorkflowTasks::refusesIllegalMoves()
{
    Desk desk;
    const TaskOutput result = desk.run("update_application_state",
        json(R"({"application_id": "APP-1", "new_state": "denied", "current_state": "funded"})"));
    QCOMPARE(result.outcome, TaskOutcome::FailedTerminal);
    QCOMPARE(result.error->code, std::string("UW_010"));
    QCOMPARE(at(result.output, "error.details.previous_state").asText(), std::string_view("funded"));
    QCOMPARE(at(result.output, "error.workflow_id").asText(), std::string_view("wf-1"));
    QCOMPARE(at(result.output, "error.time").asInteger(), kStart);
}

void TestWorkflowTasks::failsAsTheErrorTableSays_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* task, const char* input, const char* code, const char* field) {
        QTest::newRow(name) << QByteArray(task) << QByteArray(input) << QByteArray(code) << QByteArray(field);
    };
    row("no id", "credit_check", R"({"user_id": "U-1", "credit_bureau_consent": true})", "UW_001", "application_id");
    row("no user", "credit_check", R"({"application_id": "APP-1", "credit_bureau_consent": true})", "UW_001", "user_id");
    row("no consent", "credit_check", R"({"application_id": "APP-1", "user_id": "U-1"})", "UW_001", "credit_bureau_consent");
    row("consent refused", "credit_check", R"({"application_id": "APP-1", "user_id": "U-1", "credit_bureau_consent": false})",
        "UW_001", "credit_bureau_consent");
    row("consent is text", "credit_check", R"({"application_id": "APP-1", "user_id": "U-1", "credit_bureau_consent": "yes"})",
        "UW_001", "credit_bureau_consent");
    row("empty id", "credit_check", R"({"application_id": "", "user_id": "U-1", "credit_bureau_consent": true})",
        "UW_001", "application_id");
    row("another's", "credit_check", R"({"application_id": "APP-1", "user_id": "U-2", "credit_bureau_consent": true})",
        "UW_001", "user_id");
    row("income consent", "income_verification",
        R"({"application_id": "APP-1", "user_id": "U-1", "income_verification_consent": false})", "UW_001",
        "income_verification_consent");
    row("method", "income_verification",
        R"({"application_id": "APP-1", "user_id": "U-1", "income_verification_consent": true, "method": "guess"})",
        "UW_001", "method");
    row("no amount", "risk_assessment", R"({"credit_data": {}, "income_data": {}, "loan_purpose": "auto"})", "UW_001",
        "loan_amount");
    row("no score", "risk_assessment",
        R"({"credit_data": {}, "income_data": {}, "loan_amount": 1, "loan_purpose": "auto"})", "UW_008",
        "credit_data.credit_score");
    row("mad score", "risk_assessment",
        R"({"credit_data": {"credit_score": 1200}, "income_data": {}, "loan_amount": 1, "loan_purpose": "auto"})", "UW_008",
        "credit_data.credit_score");
    row("no income", "risk_assessment",
        R"({"credit_data": {"credit_score": 700}, "income_data": {}, "loan_amount": 1, "loan_purpose": "auto"})", "UW_008",
        "income_data.stated_annual_income");
    row("no debt", "risk_assessment",
        R"({"credit_data": {"credit_score": 700}, "income_data": {"stated_annual_income": 1}, "loan_amount": 1,
            "loan_purpose": "auto"})",
        "UW_008", "income_data.monthly_debt_payments");
    row("no level", "underwriting_decision",
        R"({"credit_check": {"credit_score": 700}, "income_verification": {"stated_annual_income": 1,
            "monthly_debt_payments": 0}, "risk_assessment": {}, "loan_amount": 1, "loan_purpose": "auto"})",
        "UW_008", "risk_assessment.risk_level");
    row("no assessment", "underwriting_decision",
        R"({"credit_check": {}, "income_verification": {}, "loan_amount": 1, "loan_purpose": "auto"})", "UW_001",
        "risk_assessment");
    row("state", "update_application_state", R"({"application_id": "APP-1", "new_state": "happy"})", "UW_001", "new_state");
    row("no state", "update_application_state", R"({"application_id": "APP-1", "new_state": null})", "UW_001", "new_state");
}

void TestWorkflowTasks::failsAsTheErrorTableSays()
{
    QFETCH(QByteArray, task);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, field);
    Desk desk;
    const TaskOutput result = desk.run(task.toStdString(), json(input.toStdString()));
    QCOMPARE(result.outcome, TaskOutcome::FailedTerminal);
    QVERIFY2(result.error->code == code.toStdString(), result.reason.c_str());
    QVERIFY2(at(result.output, "error.details.field").asText() == field.toStdString(), toJson(result.output).c_str());

    Desk unknown {Value::object()};   // no such application
    const TaskOutput check = unknown.run("credit_check", Desk::ids().with("credit_bureau_consent", true));
    QCOMPARE(check.outcome, TaskOutcome::FailedTerminal);
    QCOMPARE(check.error->code, std::string("UW_001"));
    Desk noFile {Value::object({{"application", goodRow()["application"]}})};
    const TaskOutput file = noFile.run("credit_check", Desk::ids().with("credit_bureau_consent", true));
    QCOMPARE(file.error->code, std::string("UW_008"));
}

void TestWorkflowTasks::asksAgainWhenAProviderIsDownOrSlow()
{
    SimulationSettings settings;
    settings.bureau.downRate = 1;
    settings.bureau.downAttempts = 2;
    Desk desk(standardPolicy(), simulatedProviders(settings));
    const Value input = Desk::ids().with("credit_bureau_consent", true);
    for (desk.context.attempts = 0; desk.context.attempts < 2; ++desk.context.attempts) {
        const TaskOutput down = desk.run("credit_check", input);
        QCOMPARE(down.outcome, TaskOutcome::Failed);
        QCOMPARE(down.error->code, std::string("UW_007"));
        QVERIFY(down.error->retryable);
    }
    QCOMPARE(desk.run("credit_check", input).outcome, TaskOutcome::Completed);

    settings = {};
    settings.income.slowRate = 1;
    settings.income.slowness = std::chrono::seconds {45};
    Desk slow(standardPolicy(), simulatedProviders(settings));
    const Value ask = Desk::ids().with("income_verification_consent", true);
    const TaskOutput waiting = slow.run("income_verification", ask);
    QCOMPARE(waiting.outcome, TaskOutcome::InProgress);
    QCOMPARE(waiting.callbackAfter.count(), 45);
    slow.context.advance(45000);
    QCOMPARE(slow.run("income_verification", ask).outcome, TaskOutcome::Completed);
}

void TestWorkflowTasks::looksThroughWrongAnswers()
{
    SimulationSettings settings;
    settings.bureau.wrongRate = 1;
    settings.income.wrongRate = 1;
    Desk desk(standardPolicy(), simulatedProviders(settings));
    const TaskOutput credit = desk.run("credit_check", Desk::ids().with("credit_bureau_consent", true));
    QCOMPARE(credit.error->code, std::string("UW_002"));
    QVERIFY(credit.error->retryable);
    const TaskOutput income = desk.run("income_verification", Desk::ids().with("income_verification_consent", true));
    QCOMPARE(income.error->code, std::string("UW_003"));

    settings = {};
    settings.applications.unknownRate = 1;
    Desk unknown(standardPolicy(), simulatedProviders(settings));
    const TaskOutput result = unknown.run("credit_check", Desk::ids().with("credit_bureau_consent", true));
    QCOMPARE(result.outcome, TaskOutcome::FailedTerminal);
    QCOMPARE(result.error->code, std::string("UW_001"));
}

QTEST_GUILESS_MAIN(TestWorkflowTasks)
#include "tst_workflowtasks.moc"
