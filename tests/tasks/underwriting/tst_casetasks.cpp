// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// The eight tasks around the decision, and what all 13 have in common.
#include "fixture.h"

#include <cmath>

using namespace baton;
using namespace baton::tasks;
using namespace baton::tasks::test;

class TestCaseTasks : public QObject {
    Q_OBJECT

private slots:
    void describesAllThirteen();
    void checksCompliance();
    void detectsFraud();
    void pricesALoan();
    void listsTheSchedule();
    void makesCounterOffers();
    void writesTheNotice();
    void assignsAReview();
    void laysDownConditions();
    void approvesFinally();
    void failsAsTheErrorTableSays_data();
    void failsAsTheErrorTableSays();
    void tellsNobodyWhileRehearsing();
    void asksTheDecisionEngineFirst();
    void keepsToTheModel();
    void simulatedApplicantsAreTheSameEveryTime();
    void simulatedApplicantsAreARealisticMix();
    void needsEveryProvider();
};

namespace {

/// What a workflow hands to the tasks after the checks.
Value caseInput(Desk& desk, const Value& amount)
{
    return Value::object({{"application", Value::object({{"application_id", "APP-1"}, {"loan_amount", amount}})},
        {"credit", desk.credit()}, {"income", desk.income()}});
}

class FixedEngine final : public DecisionEngine {
public:
    explicit FixedEngine(ProviderReply<EngineDecision> reply) : m_reply(std::move(reply)) { }
    ProviderReply<EngineDecision> decide(const ProviderCall&, const Value&) override { return m_reply; }

private:
    ProviderReply<EngineDecision> m_reply;
};

Providers withEngine(std::shared_ptr<RowSource> rows, ProviderReply<EngineDecision> reply)
{
    Providers providers = recordedProviders(std::move(rows));
    providers.engine = std::make_shared<FixedEngine>(std::move(reply));
    return providers;
}

}  // namespace

void TestCaseTasks::describesAllThirteen()
{
    Desk desk;
    const std::vector<std::string> types = desk.registry->taskTypes();
    QCOMPARE(types.size(), std::size_t {13});
    for (const std::string& type : types) {
        const TaskDescription& description = desk.registry->find(type)->description();
        QCOMPARE(description.name, type);
        QVERIFY(!description.description.empty());
        QVERIFY(!description.inputs.empty() && !description.outputs.empty());
        QVERIFY(description.inputs.front().required);
        for (const auto* specs : {&description.inputs, &description.outputs}) {
            for (const FieldSpec& spec : *specs)
                QVERIFY2(!spec.description.empty() && spec.type != FieldType::Any, (type + "." + spec.name).c_str());
        }
    }
}

void TestCaseTasks::checksCompliance()
{
    Desk desk;
    const Value good = desk.output("policy_compliance_check", caseInput(desk, 50000));
    QCOMPARE(good["compliant"].asBool(), true);
    QCOMPARE(good["severity"].asText(), std::string_view("none"));
    QCOMPARE(good["debt_to_income_ratio"].asDecimal(), 0.2);
    const Value bad = desk.output("policy_compliance_check", caseInput(desk, 2000000));
    QCOMPARE(bad["compliant"].asBool(true), false);
    QCOMPARE(toJson(bad["violations"]),
        std::string(R"([{"rule":"loan_amount_maximum","code":"LOAN_AMOUNT_ABOVE_MAXIMUM","limit":1000000.0,)"
                    R"("actual":2000000.0,"severity":"hard","excess_percent":100.0}])"));
    // Without an amount the application's own stands.
    const Value own = desk.output("policy_compliance_check",
        Value::object({{"application", Desk::ids()}, {"credit", desk.credit()}, {"income", desk.income()}}));
    QCOMPARE(own["compliant"].asBool(), true);
}

void TestCaseTasks::detectsFraud()
{
    // 130,000 / 120,000 = 1.08 -> 10; 90,000 verified of 120,000 stated is 25 % off: not above 25; 9 inquiries +15.
    Value row = withField(goodRow(), "credit.inquiries", 9);
    row = withField(row, "income.verified_annual_income", 90000);
    Desk desk(row);
    const Value output = desk.output("fraud_detection", caseInput(desk, 130000));
    QCOMPARE(output["fraud_score"].asDecimal(), 25.0);
    QCOMPARE(output["verdict"].asText(), std::string_view("clear"));
    QCOMPARE(at(output, "indicators[0].code").asText(), std::string_view("MANY_INQUIRIES"));
    // Asked for by somebody else: +60 is 85, block.
    const Value other = desk.output("fraud_detection", caseInput(desk, 130000).with("user_id", "U-9"));
    QCOMPARE(other["fraud_score"].asDecimal(), 85.0);
    QCOMPARE(other["verdict"].asText(), std::string_view("block"));
}

void TestCaseTasks::pricesALoan()
{
    Desk desk;
    const Value output = desk.output("calculate_interest_rate",
        json(R"({"credit_score": 700, "risk_level": "medium", "loan_amount": 10000, "term": 12})"));
    QCOMPARE(output["interest_rate"].asDecimal(), 9.5);             // 8 + 1.5
    QCOMPARE(output["monthly_payment"].asDecimal(), 876.84);        // 10,000 x i / (1 - (1 + i)^-12), i = 0.095 / 12
    QCOMPARE(toJson(output["adjustments"]),
        std::string(R"([{"reason":"credit score band good","percent":8.0},{"reason":"risk level medium","percent":1.5}])"));
    QVERIFY(output["schedule"].isNull());
    // The simple bound: fees of 100 on 10,000 over a year add about 100 / 5,423 (the mean balance) = 1.84 %.
    QVERIFY(std::fabs(output["apr"].asDecimal() - 11.4) < 0.1);
}

void TestCaseTasks::listsTheSchedule()
{
    Desk desk;
    const Value output = desk.output("calculate_interest_rate",
        json(R"({"credit_score": 700, "risk_level": "low", "loan_amount": 1000, "term": 3, "schedule": true})"));
    // 1,000 at 8 % over 3 months: 337.79. Interest 6.67, 4.46, 2.24; the last payment is 335.55 + 2.24.
    QCOMPARE(output["schedule"].size(), std::size_t {3});
    QCOMPARE(at(output, "schedule[0].interest").asDecimal(), 6.67);
    QCOMPARE(at(output, "schedule[1].balance").asDecimal(), 335.55);
    QCOMPARE(at(output, "schedule[2].payment").asDecimal(), 337.79);
    QCOMPARE(at(output, "schedule[2].balance").asDecimal(), 0.0);
    QCOMPARE(output["total_interest"].asDecimal(), 13.37);
}

void TestCaseTasks::makesCounterOffers()
{
    Value row = withField(goodRow(), "application.annual_income", 900000);
    row = withField(row, "income.verified_annual_income", 900000);
    Desk desk(row);
    const auto ask = [&desk](const Value& amount, int round) {
        return desk.output("generate_counter_offer",
            caseInput(desk, amount).with("risk", desk.risk(amount)).with("round", round));
    };
    const Value first = ask(1500000, 1);          // 1,050,000 is still too much
    QCOMPARE(first["offer_made"].asBool(true), false);
    QCOMPARE(first["obstacle"].asText(), std::string_view("not_about_the_amount"));
    const Value second = ask(1500000, 2);         // 49 %
    QCOMPARE(second["offer_made"].asBool(), true);
    QCOMPARE(second["offered_amount"].asDecimal(), 735000.0);
    QCOMPARE(second["interest_rate"].asDecimal(), 8.5);
    QCOMPARE(at(second, "terms.amount").asDecimal(), 735000.0);
    QCOMPARE(second["expires"].asText(), std::string_view("2026-01-08T00:00:00Z"));
    QVERIFY(second["conditions"].size() > 0);
    QCOMPARE(ask(1500000, 4)["obstacle"].asText(), std::string_view("above_maximum_rounds"));
    QCOMPARE(ask(1200, 1)["obstacle"].asText(), std::string_view("below_minimum"));
}

void TestCaseTasks::writesTheNotice()
{
    Value row = withField(goodRow(), "credit.credit_score", 560);
    row = withField(row, "credit.payment_history", json(R"({"late_60": 2})"));
    Desk desk(row);
    const Value decision = desk.decision();
    const Value output = desk.output("process_denial", Value::object({{"decision", decision["decision"]},
        {"reasons", decision["decision_reasons"]}, {"credit", desk.credit()}, {"application_id", "APP-1"}}));
    QCOMPARE(toJson(output["principal_reasons"]), std::string(R"(["Delinquent past or present credit obligations with others"])"));
    QCOMPARE(toJson(output["hmda_denial_codes"]), std::string("[3]"));
    QCOMPARE(output["vague_reasons"].asBool(true), false);
    QCOMPARE(output["respond_by"].asText(), std::string_view("2026-01-31"));
    const Value& notice = output["notice"];
    QCOMPARE(at(notice, "score_disclosure.credit_score").asInteger(), std::int64_t {560});
    QCOMPARE(at(notice, "score_disclosure.range.maximum").asInteger(), std::int64_t {850});
    QVERIFY(notice["ecoa_notice"].asText().find("Consumer Financial Protection Bureau") != std::string_view::npos);
    QVERIFY(notice["right_to_copy"].asText().find("60 days") != std::string_view::npos);

    // Words of a person are taken as they are.
    const Value own = desk.output("process_denial",
        json(R"({"decision": "denied", "reasons": ["House in a flood plain", {"reason": "No heating", "hmda_code": 4}]})"));
    QCOMPARE(toJson(own["principal_reasons"]), std::string(R"(["House in a flood plain","No heating"])"));
    QCOMPARE(toJson(own["hmda_denial_codes"]), std::string("[9,4]"));
    QCOMPARE(at(own, "notice.hmda_other").asText(), std::string_view("House in a flood plain"));
    QVERIFY(at(own, "notice.score_disclosure").isNull());
}

void TestCaseTasks::assignsAReview()
{
    Desk desk;
    const Value input = json(R"({"application_id": "APP-1", "reasons": ["look at it"], "workflow_instance_id": "w"})");
    const Value output = desk.output("assign_manual_review", input);
    QCOMPARE(output["queue"].asText(), std::string_view("underwriting"));
    QCOMPARE(output["reviewer"].asText(), std::string_view("underwriter"));
    QCOMPARE(output["due_at"].asText(), std::string_view("2026-01-03T00:00:00Z"));   // 48 hours
    QVERIFY(desk.output("assign_manual_review", input)["review_id"] == output["review_id"]);
    const Value fraud = desk.output("assign_manual_review", input.with("cause", "fraud"));
    QCOMPARE(fraud["queue"].asText(), std::string_view("fraud_review"));
    QVERIFY(!(fraud["review_id"] == output["review_id"]));
    QCOMPARE(desk.output("assign_manual_review", input.with("loan_amount", 600000))["queue"].asText(),
        std::string_view("large_loans"));
    // Even an application that nobody knows gets a person.
    Desk unknown {Value::object()};
    QCOMPARE(unknown.output("assign_manual_review", input.with("cause", "failure"))["queue"].asText(),
        std::string_view("incidents"));
}

void TestCaseTasks::laysDownConditions()
{
    Desk desk;
    const Value output = desk.output("process_conditional_approval", json(R"({"decision": "conditional_approval",
        "conditions": ["self_employed_returns", {"code": "verify_income", "status": "met"},
            {"statement": "Bring the deed", "due_date": "2026-01-05", "priority": "urgent"}]})"));
    QCOMPARE(output["open_count"].asInteger(), std::int64_t {2});
    QCOMPARE(output["earliest_due_date"].asText(), std::string_view("2026-01-05"));
    QCOMPARE(at(output, "conditions[0].code").asText(), std::string_view("other"));
    QCOMPARE(at(output, "conditions[0].priority").asText(), std::string_view("urgent"));
    QCOMPARE(at(output, "conditions[1].code").asText(), std::string_view("verify_income"));
    QCOMPARE(at(output, "conditions[1].status").asText(), std::string_view("met"));
    QCOMPARE(at(output, "conditions[2].due_date").asText(), std::string_view("2026-01-22"));   // 21 days
}

void TestCaseTasks::approvesFinally()
{
    Desk desk;
    const Value decision = desk.decision();
    const Value input = Value::object({{"decision", "approved"}, {"terms", decision["terms"]}, {"loan_purpose", "auto"}});
    const Value output = desk.output("final_approval", input);
    QCOMPARE(output["approved_amount"].asDecimal(), 50000.0);
    QCOMPARE(output["offer_expires"].asText(), std::string_view("2026-01-08T00:00:00Z"));
    QVERIFY(toJson(output["documents"]).find("security_agreement") != std::string::npos);
    const Value conditional = input.with("decision", "conditional_approval");
    QCOMPARE(desk.run("final_approval", conditional).error->code, std::string("UW_006"));
    QCOMPARE(desk.run("final_approval", conditional.with("conditions_met", true)).outcome, TaskOutcome::Completed);
    desk.context.advance(7LL * 24 * 3600 * 1000 + 1000);
    const TaskOutput expired = desk.run("final_approval", input);
    QCOMPARE(expired.outcome, TaskOutcome::FailedTerminal);
    QCOMPARE(expired.error->code, std::string("UW_010"));
}

void TestCaseTasks::failsAsTheErrorTableSays_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* task, const char* input, const char* code, const char* field) {
        QTest::newRow(name) << QByteArray(task) << QByteArray(input) << QByteArray(code) << QByteArray(field);
    };
    row("compliance input", "policy_compliance_check", R"({"application": 1, "credit": {}, "income": {}})", "UW_001", "application");
    row("compliance facts", "policy_compliance_check", R"({"application": {"loan_amount": 5}, "credit": {}, "income": {}})",
        "UW_008", "credit.credit_score");
    row("mad application", "policy_compliance_check",
        R"({"application": {"loan_amount": "much"}, "credit": {}, "income": {}})", "UW_001", "application.loan_amount");
    row("fraud input", "fraud_detection", R"({"application": {}, "credit": {}})", "UW_001", "income");
    row("fraud amount", "fraud_detection",
        R"({"application": {}, "credit": {"credit_score": 700}, "income": {"stated_annual_income": 5, "monthly_debt_payments": 1}})",
        "UW_001", "loan_amount");
    row("rate score", "calculate_interest_rate", R"({"credit_score": 900, "risk_level": "low", "loan_amount": 1, "term": 1})",
        "UW_001", "credit_score");
    row("rate level", "calculate_interest_rate", R"({"credit_score": 700, "risk_level": "mad", "loan_amount": 1, "term": 1})",
        "UW_001", "risk_level");
    row("rate term", "calculate_interest_rate", R"({"credit_score": 700, "risk_level": "low", "loan_amount": 1, "term": 0})",
        "UW_001", "term");
    row("approval of a denial", "final_approval", R"({"decision": "denied", "terms": {}})", "UW_005", "decision");
    row("approval before review", "final_approval", R"({"decision": "manual_review", "terms": {}})", "UW_006", "decision");
    row("counter offer open", "final_approval", R"({"decision": "counter_offer", "terms": {}})", "UW_006",
        "counter_offer_accepted");
    row("no terms", "final_approval", R"({"decision": "approved", "terms": {}})", "UW_008", "terms.amount");
    row("amount", "final_approval", R"({"decision": "approved", "terms": {"amount": 5e6, "offer_expires": "2026-01-02T00:00:00Z"}})",
        "UW_005", "terms.amount");
    row("rate", "final_approval",
        R"({"decision": "approved", "terms": {"amount": 5000, "interest_rate": 40, "offer_expires": "2026-01-02T00:00:00Z"}})",
        "UW_005", "terms.interest_rate");
    row("denial", "process_denial", R"({"decision": "approved", "reasons": []})", "UW_001", "decision");
    row("denial reasons", "process_denial", R"({"decision": "denied", "reasons": []})", "UW_008", "reasons");
    row("review id", "assign_manual_review", R"({"application_id": "", "reasons": []})", "UW_001", "application_id");
    row("review cause", "assign_manual_review", R"({"application_id": "A", "reasons": [], "cause": "mood"})", "UW_001", "cause");
    row("no conditions", "process_conditional_approval", R"({"decision": "conditional_approval", "conditions": []})", "UW_001",
        "conditions");
    row("silent condition", "process_conditional_approval", R"({"decision": "conditional_approval", "conditions": [{}]})",
        "UW_001", "conditions");
    row("counter offer", "generate_counter_offer", R"({"application": {}, "risk": {}, "credit": {}})", "UW_001", "income");
}

void TestCaseTasks::failsAsTheErrorTableSays()
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
}

void TestCaseTasks::tellsNobodyWhileRehearsing()
{
    SimulationSettings settings;
    settings.notifier.downRate = 1;
    settings.notifier.downAttempts = 0;
    Desk desk(standardPolicy(), simulatedProviders(settings));
    const Value input = json(R"({"application_id": "APP-1", "reasons": ["x"]})");
    QCOMPARE(at(desk.output("assign_manual_review", input), "notification.status").asText(), std::string_view("suppressed"));
    desk.context.sideEffects = true;
    const TaskOutput down = desk.run("assign_manual_review", input);
    QCOMPARE(down.outcome, TaskOutcome::Failed);
    QCOMPARE(down.error->code, std::string("UW_007"));
    Desk up(standardPolicy(), simulatedProviders());
    up.context.sideEffects = true;
    QCOMPARE(at(up.output("assign_manual_review", input), "notification.status").asText(), std::string_view("sent"));
}

void TestCaseTasks::asksTheDecisionEngineFirst()
{
    const auto rows = std::make_shared<SingleRow>(goodRow());
    Desk engine(standardPolicy(), withEngine(rows, EngineDecision {Outcome::Denied, {"Sector limit reached"}, "v9"}));
    const Value denied = engine.decision();
    QCOMPARE(denied["decision"].asText(), std::string_view("denied"));
    QCOMPARE(denied["decision_source"].asText(), std::string_view("engine"));
    QCOMPARE(denied["policy_decision"].asText(), std::string_view("approved"));
    QCOMPARE(at(denied, "decision_reasons[0].statement").asText(), std::string_view("Sector limit reached"));
    QVERIFY(denied["terms"].isNull());

    Desk down(standardPolicy(), withEngine(rows, Error {.code = ErrorCode::Unavailable, .message = "refused the connection"}));
    const Value fallback = down.decision();
    QCOMPARE(fallback["decision"].asText(), std::string_view("approved"));
    QCOMPARE(fallback["decision_source"].asText(), std::string_view("policy"));
    QVERIFY(fallback["engine_status"].asText().find("refused the connection") != std::string_view::npos);

    Desk slow(standardPolicy(), withEngine(rows, ProviderReply<EngineDecision>::later(std::chrono::seconds {5})));
    QCOMPARE(slow.run("underwriting_decision", slow.decisionInput()).outcome, TaskOutcome::InProgress);
}

void TestCaseTasks::keepsToTheModel()
{
    Desk desk(withField(goodRow(), "risk", json(R"({"risk_score": 45, "model_version": "m-3"})")));
    const Value risk = desk.risk();
    QCOMPARE(risk["risk_score"].asDecimal(), 45.0);
    QCOMPARE(risk["risk_level"].asText(), std::string_view("medium"));
    QCOMPARE(risk["probability_of_default"].asDecimal(), 0.135);
    QCOMPARE(risk["model_version"].asText(), std::string_view("m-3"));
    const Value decision = desk.decision();
    QCOMPARE(decision["decision"].asText(), std::string_view("conditional_approval"));
    QCOMPARE(at(decision, "decision_reasons[0].code").asText(), std::string_view("RISK_MODEL"));
    QCOMPARE(at(decision, "decision_reasons[0].contribution").asDecimal(), 39.0);   // 45 against 6 by the policy
}

void TestCaseTasks::simulatedApplicantsAreTheSameEveryTime()
{
    Desk a(standardPolicy(), simulatedProviders());
    Desk b(standardPolicy(), simulatedProviders());
    QVERIFY(a.credit() == b.credit());
    QVERIFY(a.income() == b.income());
    QVERIFY(a.decision() == b.decision());
    SimulationSettings other;
    other.seed = 2;
    Desk c(standardPolicy(), simulatedProviders(other));
    QVERIFY(!(a.credit() == c.credit()));
}

void TestCaseTasks::simulatedApplicantsAreARealisticMix()
{
    Desk desk(standardPolicy(), simulatedProviders());
    std::map<std::string, int> outcomes;
    double scores = 0;
    constexpr int kApplicants = 2000;
    for (int i = 0; i < kApplicants; ++i) {
        const Value ids = Value::object({{"application_id", "APP-" + std::to_string(i)}, {"user_id", "U-1"}});
        const Value credit = desk.output("credit_check", ids.with("credit_bureau_consent", true));
        const Value income = desk.output("income_verification", ids.with("income_verification_consent", true));
        const Value risk = desk.output("risk_assessment", Value::object({{"credit_data", credit}, {"income_data", income},
            {"loan_amount", 20000}, {"loan_purpose", "auto"}}));
        const Value decision = desk.output("underwriting_decision", Value::object({{"risk_assessment", risk},
            {"credit_check", credit}, {"income_verification", income}, {"loan_amount", 20000}, {"loan_purpose", "auto"}}));
        ++outcomes[std::string(decision["decision"].asText())];
        scores += static_cast<double>(credit["credit_score"].asInteger());
    }
    const double mean = scores / kApplicants;
    QVERIFY2(mean > 680 && mean < 735, QByteArray::number(mean).constData());
    QVERIFY2(outcomes["approved"] > kApplicants / 2, QByteArray::number(outcomes["approved"]).constData());
    QVERIFY(outcomes["denied"] > kApplicants / 20);
    QVERIFY(outcomes["conditional_approval"] > kApplicants / 50);
}

void TestCaseTasks::needsEveryProvider()
{
    TaskRegistry registry;
    Providers providers = simulatedProviders();
    providers.bureau = nullptr;
    const Status status = registerUnderwriting(registry, standardPolicy(), providers);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().message, std::string("underwriting needs a credit bureau"));
    QVERIFY(!registerUnderwriting(registry, nullptr, simulatedProviders()).ok());
    QVERIFY(registerUnderwriting(registry, standardPolicy(), simulatedProviders()).ok());
    QCOMPARE(registerUnderwriting(registry, standardPolicy(), simulatedProviders()).error().code, ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(TestCaseTasks)
#include "tst_casetasks.moc"
