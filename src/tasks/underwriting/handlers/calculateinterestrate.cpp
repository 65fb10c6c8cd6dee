// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"
#include "tasks/underwriting/rules/pricing.h"

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "calculate_interest_rate";
    description.description = "Prices a loan";
    description.inputs = {
        ranged(required("credit_score", Integer, "300 to 850"), 300, 850),
        oneOf(required("risk_level", Text, "Of risk_assessment"), {"low", "medium", "high", "critical"}),
        ranged(required("loan_amount", Number, "Whole units"), 0.01, 1e11),
        ranged(required("term", Integer, "Months"), 1, 600),
        optional("schedule", Bool, "Whether to list every payment"),
    };
    description.outputs = {
        ranged(required("interest_rate", Number, "Percent a year"), 0, 100),
        ranged(required("apr", Number, "Percent a year, fees included"), 0, 1e9),
        ranged(required("monthly_payment", Number, "Whole units"), 0, 1e13),
        ranged(required("total_interest", Number, "Whole units"), 0, 1e15),
        required("adjustments", Array, "How the rate came about: reason, percent"),
        required("terms", Object, "The loan priced whole"),
        optional("schedule", Array, "month, payment, interest, principal, balance"),
        required("policy_version", Text, "The policy"),
    };
    return description;
}

class CalculateInterestRate final : public UnderwritingTask {
public:
    explicit CalculateInterestRate(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const int score = static_cast<int>(input[key::creditScore].asInteger());
        const RiskLevel level = riskLevelFrom(input[key::riskLevel].asText()).value_or(RiskLevel::Critical);
        const Cents amount = centsFrom(input[key::loanAmount].asDecimal()).value_or(0);
        const int months = static_cast<int>(input[key::term].asInteger());
        const RateParts rate = interestRate(policy(), score, level);
        const Terms terms = termsOf(policy(), amount, months, rate, context.clock().now());
        if (terms.fees >= terms.amount)
            return refused(kPolicyViolation, "the fees use up the whole loan", key::loanAmount.view());
        ObjectBuilder output(9);
        output.set(key::interestRate, rate.rate)
            .set(key::apr, terms.apr)
            .set(key::monthlyPayment, moneyValue(terms.repayment.payment))
            .set(key::totalInterest, moneyValue(terms.repayment.totalInterest))
            .set(key::adjustments, adjustments(rate, score, level))
            .set(key::terms, termsValue(terms))
            .set(key::policyVersion, policy().label);
        if (input[key::schedule].asBool())
            output.set(key::schedule, scheduleValue(terms));
        return TaskOutput::completed(std::move(output).build());
    }

private:
    /// They sum to the rate.
    [[nodiscard]] Value adjustments(const RateParts& rate, int score, RiskLevel level) const
    {
        std::vector<Value> items;
        const auto note = [&items](std::string reason, double percent) {
            ObjectBuilder object(2);
            object.set(key::reason, std::move(reason)).set(key::percent, percent);
            items.push_back(std::move(object).build());
        };
        note("credit score band " + bandOf(policy(), score).name.str(), rate.base);
        if (rate.adjustment != 0)
            note("risk level " + std::string(toText(level)), rate.adjustment);
        const double rest = roundedTo(rate.rate - rate.base - rate.adjustment, 6);
        if (rest != 0)
            note("held within the policy's bounds and decimals", rest);
        return Value::array(std::move(items));
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeCalculateInterestRate(ServicesPtr services)
{
    return std::make_shared<CalculateInterestRate>(std::move(services));
}

}  // namespace baton::tasks
