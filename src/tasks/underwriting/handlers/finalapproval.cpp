// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/notify.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "final_approval";
    description.description = "Makes the offer final and lists what is to be signed";
    description.inputs = {
        oneOf(required("decision", Text, "What is decided"),
            {"approved", "conditional_approval", "counter_offer", "manual_review", "denied"}),
        required("terms", Object, "terms of underwriting_decision or of generate_counter_offer"),
        optional("application_id", Text, "The loan application"),
        optional("loan_purpose", Text, "What the loan is for"),
        optional("conditions_met", Bool, "Of a conditional approval: whether its conditions are met"),
        optional("counter_offer_accepted", Bool, "Of a counter offer: whether the applicant took it"),
    };
    description.outputs = {
        ranged(required("approved_amount", Number, "Whole units"), 0, 1e11),
        required("terms", Object, "As they were offered"),
        required("offer_expires", Text, "Until when they hold"),
        required("documents", Array, "Codes of what is to be signed"),
        required("policy_version", Text, "The policy"),
        required("notification", Object, "What became of the message to the applicant"),
    };
    return description;
}

class FinalApproval final : public UnderwritingTask {
public:
    explicit FinalApproval(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        if (std::optional<TaskOutput> obstacle = obstacleOf(input))
            return *std::move(obstacle);
        const ProviderCall call = callFor(input, context);
        const Value& terms = input[key::terms];
        const Value& expires = terms[key::offerExpires];
        // Both are UTC in one form, so that the order of the texts is the order of the times.
        if (expires.asText() < timeText(call.now).view())
            return refused(kWorkflowError, "the offer expired at " + std::string(expires.asText()), "terms.offer_expires");
        OrElse<Value> sent = notified(providers(), call, context, {"approval", "applicant", terms});
        if (!sent.ok())
            return std::move(sent).output();
        ObjectBuilder output(6);
        output.set(key::approvedAmount, terms[key::amount].asDecimal())
            .set(key::terms, terms)
            .set(key::offerExpires, expires)
            .set(key::documents, documents(input[key::loanPurpose].asText()))
            .set(key::policyVersion, policy().label)
            .set(key::notification, *sent);
        return TaskOutput::completed(std::move(output).build());
    }

private:
    [[nodiscard]] std::optional<TaskOutput> obstacleOf(const Value& input) const
    {
        const std::string_view decision = input[key::decision].asText();
        if (decision == "denied")
            return refused(kPolicyViolation, "a denied application cannot be approved", key::decision.view());
        if (decision == "manual_review")
            return refused(kManualReviewRequired, "a person has to decide first", key::decision.view());
        if (decision == "conditional_approval" && !input[key::conditionsMet].asBool())
            return refused(kManualReviewRequired, "the conditions are not met yet", key::conditionsMet.view());
        if (decision == "counter_offer" && !input[key::counterOfferAccepted].asBool())
            return refused(kManualReviewRequired, "the applicant has not taken the counter offer", key::counterOfferAccepted.view());
        const Value& terms = input[key::terms];
        const Value& amount = terms[key::amount];
        const LimitRules& limits = policy().limits;
        if (!amount.isNumber())
            return refused(kInsufficientData, "'terms.amount' is missing", "terms.amount");
        if (!terms[key::offerExpires].isText() || terms[key::offerExpires].asText().empty())
            return refused(kInsufficientData, "'terms.offer_expires' is missing", "terms.offer_expires");
        if (!(amount.asDecimal() >= limits.loanAmountMinimum.value && amount.asDecimal() <= limits.loanAmountMaximum.value))
            return refused(kPolicyViolation, "the amount is not within the policy's limits", "terms.amount");
        const double rate = terms[key::interestRate].asDecimal(-1);
        if (!(rate >= policy().pricing.rateMinimum && rate <= policy().pricing.rateMaximum))
            return refused(kPolicyViolation, "the interest rate is not within the policy's bounds", "terms.interest_rate");
        return std::nullopt;
    }
    [[nodiscard]] static Value documents(std::string_view purpose)
    {
        const bool secured = purpose.starts_with("home") || purpose.find("mortgage") != std::string_view::npos;
        if (secured)
            return Value::array({"loan_agreement", "promissory_note", "closing_disclosure", "deed_of_trust"});
        if (purpose == "auto")
            return Value::array({"loan_agreement", "promissory_note", "truth_in_lending_disclosure", "security_agreement"});
        return Value::array({"loan_agreement", "promissory_note", "truth_in_lending_disclosure"});
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeFinalApproval(ServicesPtr services)
{
    return std::make_shared<FinalApproval>(std::move(services));
}

}  // namespace baton::tasks
