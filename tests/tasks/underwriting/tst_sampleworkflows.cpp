// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// The workflows that ship, run whole by the engine with the real tasks.
#include "fixture.h"

#include "engine/debugger/rehearsal.h"
#include "engine/model/codec.h"

using namespace baton;
using namespace baton::tasks;
using namespace baton::tasks::test;
using Stop = StepReport::Stop;

class TestSampleWorkflows : public QObject {
    Q_OBJECT

private slots:
    void usersWorkflowRunsAsItIs();
    void fullWorkflowTakesEveryWay_data();
    void fullWorkflowTakesEveryWay();
    void everyTaskIsUsedAndDefined();
    void failureLeavesTheCaseToAPerson();
    void failureWithoutAnApplicationDoesToo();
};

namespace {

const std::string kSamples = std::string(BATON_SOURCE_DIR) + "/resources/samples/underwriting/";

Value file(const std::string& name)
{
    const Result<Value> value = readJsonFile(kSamples + name);
    if (!value)
        qFatal("%s", value.error().oneLine().c_str());
    return *value;
}

WorkflowDefPtr workflow(const std::string& name)
{
    const Result<WorkflowDefPtr> definition = workflowDefFrom(file(name));
    if (!definition)
        qFatal("%s: %s", name.c_str(), definition.error().oneLine().c_str());
    return *definition;
}

RehearsalSetup setupFor(const std::string& name, Value row, double amount)
{
    RehearsalSetup setup;
    setup.workflow = workflow(name);
    setup.library = {workflow("underwriting_offer.json"), workflow("underwriting_failure_workflow.json")};
    const Value definitions = file("taskdefs.json");
    for (const Value& definition : definitions.items())
        setup.taskDefs.push_back(*taskDefFrom(definition));
    setup.input = Desk::ids()
                      .with("loan_amount", amount)
                      .with("loan_purpose", "auto")
                      .with("credit_bureau_consent", true)
                      .with("income_verification_consent", true);
    auto registry = std::make_shared<TaskRegistry>();
    const Status status = registerUnderwriting(*registry, standardPolicy(),
        recordedProviders(std::make_shared<SingleRow>(std::move(row))));
    if (!status)
        qFatal("%s", status.error().oneLine().c_str());
    setup.handlers = std::move(registry);
    setup.startAt = kStart;
    return setup;
}

/// Runs to the end, answering whoever waits with the same output.
std::unique_ptr<Rehearsal> ran(RehearsalSetup setup, const Value& answer)
{
    auto started = Rehearsal::start(std::move(setup));
    if (!started)
        qFatal("%s", started.error().oneLine().c_str());
    std::unique_ptr<Rehearsal> rehearsal = std::move(started).value();
    for (int round = 0; round < 20; ++round) {
        const StepReport report = rehearsal->run();
        if (report.stop != Stop::Waiting)
            break;
        const WaitingTask waiting = rehearsal->waitingTasks().front();
        TaskResult result;
        result.workflowInstanceId = waiting.workflowId;
        result.taskId = rehearsal->world().find(waiting.workflowId)->task(waiting.slot)->taskId;
        result.status = TaskStatus::Completed;
        result.outputData = answer;
        const auto answered = rehearsal->answer(std::move(result));
        if (!answered)
            qFatal("%s", answered.error().oneLine().c_str());
    }
    return rehearsal;
}

const Execution& mainOf(const Rehearsal& rehearsal)
{
    return *rehearsal.world().find(rehearsal.mainWorkflowId());
}

/// The output of the last attempt of a task; null when it never ran.
Value outputOf(const Execution& execution, std::string_view reference)
{
    const Value json = toValue(execution, kStart);
    Value found;
    for (const Value& task : json["tasks"].items()) {
        if (task["referenceTaskName"].asText() == reference)
            found = task["outputData"];
    }
    return found;
}

void collect(const Value& tasks, std::map<std::string, int>& names)
{
    for (const Value& task : tasks.items()) {
        ++names[std::string(task["name"].asText())];
        collect(task["loopOver"], names);
        collect(task["defaultCase"], names);
        for (const Value& branch : task["forkTasks"].items())
            collect(branch, names);
        for (const Member& branch : task["decisionCases"].members())
            collect(branch.value, names);
    }
}

}  // namespace

void TestSampleWorkflows::usersWorkflowRunsAsItIs()
{
    const auto rehearsal = ran(setupFor("underwriting_workflow.json", goodRow(), 50000), {});
    const Execution& execution = mainOf(*rehearsal);
    QCOMPARE(execution.status, WorkflowStatus::Completed);
    QCOMPARE(execution.output["decision"], Value("approved"));
    QCOMPARE(execution.output["interest_rate"], Value(6.5));
    QCOMPARE(outputOf(execution, "update_state_task")["new_state"], Value("approved"));
}

void TestSampleWorkflows::fullWorkflowTakesEveryWay_data()
{
    QTest::addColumn<QByteArray>("changes");    // {path: value} of the good applicant's row
    QTest::addColumn<double>("amount");
    QTest::addColumn<QByteArray>("answer");     // of whoever is asked
    QTest::addColumn<QByteArray>("decision");
    QTest::addColumn<QByteArray>("lastState");  // the task that set it, and the state
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* name, const char* changes, double amount, const char* answer, const char* decision,
                         const char* lastState, const char* state) {
        QTest::newRow(name) << QByteArray(changes) << amount << QByteArray(answer) << QByteArray(decision)
                            << QByteArray(lastState) << QByteArray(state);
    };
    const char* review = R"({"credit": {"credit_score": 600, "credit_utilization": 0.9, "payment_history": {"late_30": 10},
        "derogatory": {"charge_offs": 1}}, "application.annual_income": 38000, "application.monthly_income": 3166,
        "application.monthly_debt_payments": 600, "application.employment_status": "part_time",
        "income": {"verification_status": "unverified", "employment_status": "part_time"}})";
    const char* large = R"({"application.annual_income": 900000, "income.verified_annual_income": 900000})";
    row("approved", "{}", 50000, "{}", "approved", "approved_state", "approved");
    row("conditions met", R"({"income.verification_status": "unverified"})", 50000, R"({"conditions_met": true})",
        "conditional_approval", "conditional_state", "conditional_approval");
    row("denied", R"({"credit.credit_score": 500})", 50000, "{}", "denied", "denied_state", "denied");
    row("counter offer taken", large, 1200000, R"({"accepted": true})", "counter_offer", "counter_accepted_state", "approved");
    row("counter offer refused", large, 1200000, R"({"accepted": false})", "counter_offer", "counter_denied_state", "denied");
    row("review approves", review, 50000, R"({"decision": "approved"})", "manual_review", "review_approved_state", "approved");
    row("review denies", review, 50000, R"({"decision": "denied", "reasons": ["Income does not carry the loan"]})",
        "manual_review", "review_denied_state", "denied");
    row("fraud", R"({"income": {"verification_status": "failed", "verified_annual_income": 10000,
        "employment_status": "unemployed"}, "credit.inquiries": 20})",
        50000, "{}", "blocked", "fraud_state", "manual_review");
}

void TestSampleWorkflows::fullWorkflowTakesEveryWay()
{
    QFETCH(QByteArray, changes);
    QFETCH(double, amount);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, decision);
    QFETCH(QByteArray, lastState);
    QFETCH(QByteArray, state);
    Value row = goodRow();
    const Value changed = json(changes.toStdString());
    for (const Member& change : changed.members())
        row = withField(row, change.key.view(), change.value);
    const auto rehearsal = ran(setupFor("underwriting_full.json", row, amount), json(answer.toStdString()));
    const Execution& execution = mainOf(*rehearsal);
    QVERIFY2(execution.status == WorkflowStatus::Completed, execution.reasonForIncompletion.str().c_str());
    QVERIFY2(execution.output["decision"].asText() == decision.toStdString(), toJson(execution.output).c_str());
    QVERIFY2(outputOf(execution, lastState.toStdString())["new_state"].asText() == state.toStdString(),
        toJson(toValue(execution, kStart)).c_str());
}

void TestSampleWorkflows::everyTaskIsUsedAndDefined()
{
    std::map<std::string, int> used;
    collect(file("underwriting_full.json")["tasks"], used);
    collect(file("underwriting_offer.json")["tasks"], used);
    Desk desk;
    for (const std::string& type : desk.registry->taskTypes())
        QVERIFY2(used.contains(type), type.c_str());
    const Value definitions = file("taskdefs.json");
    QCOMPARE(definitions.size(), std::size_t {13});
    for (const Value& definition : definitions.items()) {
        QVERIFY(desk.registry->find(definition["name"].asText()) != nullptr);
        QVERIFY(definition["responseTimeoutSeconds"].asInteger() < definition["timeoutSeconds"].asInteger());
    }
}

void TestSampleWorkflows::failureLeavesTheCaseToAPerson()
{
    // No such application at the store: the credit check fails for good.
    RehearsalSetup setup = setupFor("underwriting_full.json", goodRow(), 50000);
    setup.input = setup.input.with("credit_bureau_consent", false);
    const auto rehearsal = ran(std::move(setup), {});
    const Execution& execution = mainOf(*rehearsal);
    QCOMPARE(execution.status, WorkflowStatus::Failed);
    const Text failure = execution.output["conductor.failure_workflow"].toText();
    const Execution* taken = rehearsal->world().find(failure);
    QVERIFY(taken != nullptr);
    QCOMPARE(taken->status, WorkflowStatus::Completed);
    QCOMPARE(taken->output["state"], Value("manual_review"));
    QCOMPARE(taken->output["queue"], Value("incidents"));
}

void TestSampleWorkflows::failureWithoutAnApplicationDoesToo()
{
    RehearsalSetup setup = setupFor("underwriting_failure_workflow.json", Value::object(), 1);
    setup.input = Value::object({{"workflowId", "w-9"}, {"reason", "no input"}, {"failureStatus", "FAILED"}});
    const auto rehearsal = ran(std::move(setup), {});
    const Execution& execution = mainOf(*rehearsal);
    QVERIFY2(execution.status == WorkflowStatus::Completed, execution.reasonForIncompletion.str().c_str());
    QCOMPARE(execution.output["application_id"], Value("workflow w-9"));
    QCOMPARE(execution.output["queue"], Value("incidents"));
    QVERIFY(!execution.output["review_id"].isNull());
}

QTEST_GUILESS_MAIN(TestSampleWorkflows)
#include "tst_sampleworkflows.moc"
