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
    description.name = "generate_counter_offer";
    description.description = "Finds a smaller loan that the policy would approve";
    description.inputs = {
        required("application", Object, "The application: loan_amount, or an id to look it up by"),
        required("risk", Object, "Output of risk_assessment"),
        optional("policy", Object, "Output of policy_compliance_check"),
        required("credit", Object, "Output of credit_check"),
        required("income", Object, "Output of income_verification"),
        optional("fraud", Object, "Output of fraud_detection"),
        ranged(optional("round", Integer, "How often the amount is cut; 1 where absent"), 0, 1000),
    };
    description.outputs = {
        required("offer_made", Bool, "Whether there is one"),
        oneOf(optional("obstacle", Text, "Why there is none"),
            {"below_minimum", "above_maximum_rounds", "not_about_the_amount"}),
        ranged(optional("offered_amount", Number, "Whole units"), 0, 1e11),
        ranged(optional("interest_rate", Number, "Percent a year"), 0, 100),
        optional("terms", Object, "The smaller loan priced whole"),
        required("reason", Text, "In words"),
        required("conditions", Array, "What it asks for"),
        optional("expires", Text, "When it does"),
        ranged(required("round", Integer, "How often the amount was cut"), 0, 1000),
        required("policy_version", Text, "The policy"),
    };
    return description;
}

std::string_view wordsFor(std::string_view obstacle)
{
    if (obstacle == "below_minimum")
        return "A smaller amount would be below the smallest loan";
    if (obstacle == "above_maximum_rounds")
        return "The policy allows no further cut of the amount";
    return "A smaller amount does not meet the policy either";
}

class GenerateCounterOffer final : public UnderwritingTask {
public:
    explicit GenerateCounterOffer(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        OrElse<KnownCase> known = knownCase(input, context, policy(), providers());
        if (!known.ok())
            return std::move(known).output();
        Case denied = caseOf(policy(), known->facts, fraudFindingsFrom(input[key::fraud]));
        const Value& risk = input[key::risk];
        denied.level = riskLevelFrom(risk[key::riskLevel].asText()).value_or(denied.level);
        denied.score = risk[key::riskScore].asDecimal(denied.score);
        const int round = static_cast<int>(input[key::round].asInteger(1));
        const CounterOffer offer = counterOffer(policy(), denied, round, known->call.now);
        const Value conditions = conditionsValue(policy(),
            offer.possible ? conditionsFor(policy(), denied.facts) : FixedList<ConditionCode, kConditionCodeCount>(), known->call.now);
        if (offer.possible)
            return TaskOutput::completed(counterOfferValue(policy(), offer, conditions, round).with(key::offerMade, true));
        ObjectBuilder output(6);
        output.set(key::offerMade, false)
            .set(key::obstacle, offer.obstacle)
            .set(key::reason, wordsFor(offer.obstacle))
            .set(key::conditions, conditions)
            .set(key::round, round)
            .set(key::policyVersion, policy().label);
        return TaskOutput::completed(std::move(output).build());
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeGenerateCounterOffer(ServicesPtr services)
{
    return std::make_shared<GenerateCounterOffer>(std::move(services));
}

}  // namespace baton::tasks
