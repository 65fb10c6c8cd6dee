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
    description.name = "fraud_detection";
    description.description = "Looks for signs of fraud";
    description.inputs = {
        required("application", Object, "The application: loan_amount, user_id, or an id to look it up by"),
        required("credit", Object, "Output of credit_check"),
        required("income", Object, "Output of income_verification"),
        optional("user_id", Text, "Who asks; the application's own user where absent"),
    };
    description.outputs = {
        ranged(required("fraud_score", Number, "0 to 100, higher is worse"), 0, 100),
        required("indicators", Array, "What was found: code, points, actual; most points first"),
        oneOf(required("verdict", Text, "What to do about it"), {"clear", "review", "block"}),
        required("policy_version", Text, "The policy"),
    };
    return description;
}

class FraudDetection final : public UnderwritingTask {
public:
    explicit FraudDetection(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        OrElse<KnownCase> known = knownCase(input, context, policy(), providers());
        if (!known.ok())
            return std::move(known).output();
        const auto& owner = known->application.userId;
        const std::string_view asking = known->call.userId;
        known->facts.identityMismatch = !asking.empty() && !owner.empty() && !(owner == asking);
        return TaskOutput::completed(write(detectFraud(policy(), known->facts)));
    }

private:
    [[nodiscard]] Value write(const FraudFindings& findings) const
    {
        std::vector<Value> indicators;
        indicators.reserve(findings.list.size());
        for (const FraudFinding& finding : findings.list) {
            ObjectBuilder object(3);
            object.set(key::code, codeValue(finding.code)).set(key::points, finding.points).set(key::actual, finding.actual);
            indicators.push_back(std::move(object).build());
        }
        ObjectBuilder output(4);
        output.set(key::fraudScore, findings.score)
            .set(key::indicators, Value::array(std::move(indicators)))
            .set(key::verdict, toText(findings.verdict))
            .set(key::policyVersion, policy().label);
        return std::move(output).build();
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeFraudDetection(ServicesPtr services)
{
    return std::make_shared<FraudDetection>(std::move(services));
}

}  // namespace baton::tasks
