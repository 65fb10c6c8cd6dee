// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/facts.h"
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "policy_compliance_check";
    description.description = "Holds the application against the policy's limits";
    description.inputs = {
        required("application", Object, "The application: loan_amount, or an id to look it up by"),
        required("credit", Object, "Output of credit_check"),
        required("income", Object, "Output of income_verification"),
    };
    description.outputs = {
        required("compliant", Bool, "Whether no limit is broken"),
        required("violations", Array, "Limits that are broken: rule, code, limit, actual, severity, excess_percent"),
        oneOf(required("severity", Text, "The worst of them"), {"none", "soft", "hard"}),
        ranged(required("debt_to_income_ratio", Number, "As the limit sees it"), 0, 100),
        required("policy_version", Text, "The policy"),
    };
    return description;
}

class PolicyComplianceCheck final : public UnderwritingTask {
public:
    explicit PolicyComplianceCheck(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        OrElse<KnownCase> known = knownCase(input, context, policy(), providers());
        if (!known.ok())
            return std::move(known).output();
        const Compliance compliance = checkCompliance(policy(), known->facts);
        ObjectBuilder output(5);
        output.set(key::compliant, compliance.compliant())
            .set(key::violations, violationsValue(compliance))
            .set(key::severity, compliance.has(Severity::Hard) ? "hard" : compliance.compliant() ? "none" : "soft")
            .set(key::debtToIncomeRatio, debtToIncome(policy(), known->facts))
            .set(key::policyVersion, policy().label);
        return TaskOutput::completed(std::move(output).build());
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makePolicyComplianceCheck(ServicesPtr services)
{
    return std::make_shared<PolicyComplianceCheck>(std::move(services));
}

}  // namespace baton::tasks
