// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/support/rehearsals.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <cstdlib>

namespace baton::test {

namespace {

Value parsed(std::string_view json)
{
    Result<Value> value = parseJson(json);
    return value ? std::move(value).value() : Value();
}

WorkflowDefPtr definitionFrom(std::string_view json)
{
    Result<WorkflowDefPtr> definition = workflowDefFrom(parsed(json));
    if (!definition)
        std::abort();   // a mistake in this file
    return std::move(definition).value();
}

class Canned final : public TaskHandler {
public:
    Canned(std::string name, Value output, int failures = 0)
        : m_output(std::move(output))
        , m_failures(failures)
    {
        m_description.name = std::move(name);
    }
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    [[nodiscard]] TaskOutput execute(const Value&, TaskContext& context) override
    {
        if (context.attempt() < m_failures)
            return TaskOutput::failed({"UW_007", "the credit bureau does not answer", Value::object(), true});
        return TaskOutput::completed(m_output);
    }

private:
    TaskDescription m_description;
    Value m_output;
    int m_failures;
};

constexpr const char* kCredit = R"({"credit_score": 712, "credit_score_range": "good", "credit_utilization": 0.34,
    "payment_history": {"on_time": 46, "late_30": 1, "late_60": 0, "late_90": 0, "charge_offs": 0},
    "derogatory": {"bankruptcies": 0, "liens": 0, "judgments": 0}, "risk_factors": ["utilization above 30 %"],
    "report_provider": "simulated", "report_date": "2026-03-02"})";
constexpr const char* kIncome = R"({"verification_status": "verified", "verified_annual_income": 68400.0, "stated_annual_income": 70000,
    "income_variance_percent": 2.29, "employment": {"status": "employed", "years": 6.5}, "documents": ["payroll", "tax return"], "risk_factors": []})";
constexpr const char* kRisk = R"({"risk_score": 31.5, "risk_level": "low", "components": {"credit": 22.0, "income": 10.0, "debt": 40.0, "fraud": 20.0},
    "probability_of_default": 0.0945, "risk_factors": ["debt to income 0.37"], "mitigating_factors": ["stable income"],
    "recommended_action": "approve", "model_version": "rules-1"})";
constexpr const char* kDecision = R"({"decision": "approved", "interest_rate": 6.75, "terms": {"amount": 240000, "term": 360, "apr": 6.91,
    "monthly_payment": 1556.64, "total_interest": 320390.4, "offer_expires": "2026-03-09"}, "conditions": [],
    "decision_reasons": ["low risk", "verified income", "clean history"], "counter_offer": null, "policy_version": "standard/1", "automated": true})";
constexpr const char* kState = R"({"previous_state": "submitted", "new_state": "approved", "updated_at": "2026-03-02T09:00:00Z"})";

std::shared_ptr<const TaskRegistry> handlers()
{
    auto registry = std::make_shared<TaskRegistry>();
    const auto add = [&](const char* name, const char* output, int failures = 0) {
        (void)registry->add(std::make_shared<Canned>(name, parsed(output), failures));
    };
    add("credit_check", kCredit);
    add("income_verification", kIncome);
    add("risk_assessment", kRisk);
    add("underwriting_decision", kDecision);
    add("update_application_state", kState);
    add("flaky_bureau", kCredit, 1);
    add("notify", R"({"sent": true})");
    return registry;
}

class NoEnvironment final : public EnvironmentSource {
public:
    [[nodiscard]] std::optional<std::string> workflowEnvironment(std::string_view) const override { return std::nullopt; }
    [[nodiscard]] std::optional<std::string> systemVariable(std::string_view) const override { return std::nullopt; }
    [[nodiscard]] std::optional<std::string> secret(std::string_view) const override { return std::nullopt; }
};

}  // namespace

WorkflowDefPtr loanWorkflow()
{
    return definitionFrom(R"({"name": "underwriting_workflow", "version": 1, "schemaVersion": 2, "ownerEmail": "a@b.c",
        "description": "Loan underwriting in five steps", "timeoutSeconds": 0,
        "variables": {"max_credit_score": 850, "min_credit_score": 300, "max_debt_to_income": 0.43, "max_loan_amount": 1000000},
        "inputParameters": ["application_id", "user_id", "loan_amount", "loan_purpose"],
        "outputParameters": {"decision": "${underwriting_decision_task.output.decision}",
            "interest_rate": "${underwriting_decision_task.output.interest_rate}", "risk_score": "${risk_assessment_task.output.risk_score}"},
        "tasks": [
        {"name": "credit_check", "taskReferenceName": "credit_check_task", "type": "credit_check", "description": "Perform comprehensive credit analysis",
            "inputParameters": {"application_id": "${workflow.input.application_id}", "user_id": "${workflow.input.user_id}", "credit_bureau_consent": true}},
        {"name": "income_verification", "taskReferenceName": "income_verification_task", "type": "income_verification", "description": "Verify employment and income information",
            "inputParameters": {"application_id": "${workflow.input.application_id}", "user_id": "${workflow.input.user_id}", "income_verification_consent": true}},
        {"name": "risk_assessment", "taskReferenceName": "risk_assessment_task", "type": "risk_assessment", "description": "Perform multi-dimensional risk scoring",
            "inputParameters": {"credit_data": "${credit_check_task.output}", "income_data": "${income_verification_task.output}",
                "loan_amount": "${workflow.input.loan_amount}", "loan_purpose": "${workflow.input.loan_purpose}"}},
        {"name": "underwriting_decision", "taskReferenceName": "underwriting_decision_task", "type": "underwriting_decision", "description": "Make final underwriting decision",
            "inputParameters": {"risk_assessment": "${risk_assessment_task.output}", "loan_amount": "${workflow.input.loan_amount}"}},
        {"name": "update_application_state", "taskReferenceName": "update_state_task", "type": "update_application_state", "description": "Update application state and log decision",
            "inputParameters": {"application_id": "${workflow.input.application_id}", "new_state": "${underwriting_decision_task.output.decision}"}}
        ]})");
}

WorkflowDefPtr branchingWorkflow()
{
    return definitionFrom(R"({"name": "branching", "version": 3, "schemaVersion": 2, "ownerEmail": "a@b.c", "timeoutSeconds": 0, "tasks": [
        {"name": "fork", "taskReferenceName": "checks", "type": "FORK_JOIN", "forkTasks": [
            [{"name": "flaky_bureau", "taskReferenceName": "bureau", "type": "flaky_bureau", "retryCount": 3}],
            [{"name": "income_verification", "taskReferenceName": "income", "type": "income_verification"}]]},
        {"name": "join", "taskReferenceName": "checks_join", "type": "JOIN", "joinOn": ["bureau", "income"]},
        {"name": "set", "taskReferenceName": "remember", "type": "SET_VARIABLE", "inputParameters": {"score": "${bureau.output.credit_score}"}},
        {"name": "switch", "taskReferenceName": "by_score", "type": "SWITCH", "evaluatorType": "value-param", "expression": "range",
            "inputParameters": {"range": "${bureau.output.credit_score_range}"},
            "decisionCases": {"good": [{"name": "underwriting_decision", "taskReferenceName": "approve", "type": "underwriting_decision"}],
                              "poor": [{"name": "notify", "taskReferenceName": "decline", "type": "notify"}]},
            "defaultCase": [{"name": "notify", "taskReferenceName": "review", "type": "notify"}]},
        {"name": "notify", "taskReferenceName": "tell", "type": "notify", "inputParameters": {"score": "${workflow.variables.score}"}}
        ]})");
}

WorkflowDefPtr waitingWorkflow()
{
    return definitionFrom(R"({"name": "waiting", "version": 1, "schemaVersion": 2, "ownerEmail": "a@b.c", "timeoutSeconds": 0, "tasks": [
        {"name": "appraise", "taskReferenceName": "appraise_house", "type": "appraise", "inputParameters": {"address": "${workflow.input.address}"}},
        {"name": "notify", "taskReferenceName": "tell", "type": "notify", "inputParameters": {"worth": "${appraise_house.output.worth}"}}]})");
}

RehearsalSetup setupFor(WorkflowDefPtr workflow, Value input)
{
    RehearsalSetup setup;
    setup.workflow = std::move(workflow);
    setup.input = std::move(input);
    setup.handlers = handlers();
    setup.environment = std::make_shared<NoEnvironment>();
    setup.startAt = 1'772'442'000'000;
    return setup;
}

}  // namespace baton::test
