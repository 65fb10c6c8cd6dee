// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/notify.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

namespace baton::tasks {

namespace {

// The words of 12 CFR 1002.9(b)(1); the agency's name follows.
constexpr std::string_view kEcoaNotice
    = "The federal Equal Credit Opportunity Act prohibits creditors from discriminating against credit applicants on the basis "
      "of race, color, religion, national origin, sex, marital status, age (provided the applicant has the capacity to enter "
      "into a binding contract); because all or part of the applicant's income derives from any public assistance program; or "
      "because the applicant has in good faith exercised any right under the Consumer Credit Protection Act. The federal agency "
      "that administers compliance with this law concerning this creditor is: ";

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "process_denial";
    description.description = "Writes and sends the adverse-action notice";
    description.inputs = {
        oneOf(required("decision", Text, "What is decided"), {"denied", "counter_offer"}),
        required("reasons", Array, "decision_reasons of underwriting_decision, or plain words"),
        optional("application_id", Text, "The loan application"),
        optional("credit", Object, "Output of credit_check, for the score disclosure"),
    };
    description.outputs = {
        required("notice", Object, "action, creditor, principal_reasons, score_disclosure, right_to_copy, ecoa_notice..."),
        required("principal_reasons", Array, "Statements, the weightiest first"),
        required("reason_codes", Array, "Codes of these"),
        required("hmda_denial_codes", Array, "At most four, each once"),
        required("vague_reasons", Bool, "Whether no specific reason was there to state"),
        required("respond_by", Text, "Date by which the notice has to be sent"),
        required("notification", Object, "What became of it"),
    };
    return description;
}

class ProcessDenial final : public UnderwritingTask {
public:
    explicit ProcessDenial(ServicesPtr services)
        : UnderwritingTask(std::move(services), describe())
        , m_ecoaNotice(std::string(kEcoaNotice) + policy().notice.agency.str())
        , m_rightToCopy("You have a right to a free copy of your credit report from the agency that made it, if you ask for it "
                        "no later than "
              + std::to_string(policy().notice.copyRequestDays)
              + " days after you receive this notice, and to dispute with it what is incomplete or wrong. The agency played no "
                "part in our decision and cannot say why it was made.")
    {
    }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const std::vector<GivenReason> given = givenReasonsFrom(input[key::reasons]);
        const PrincipalReasons principal = principalReasons(policy(), given);
        if (principal.reasons.empty())
            return refused(kInsufficientData, "a denial needs at least one reason that decided it", key::reasons.view());
        const ProviderCall call = callFor(input, context, {key::credit});
        const Value notice = write(input, principal, call.now);
        const Notification notification {"adverse_action", "applicant", notice};
        OrElse<Value> sent = notified(providers(), call, context, notification);
        if (!sent.ok())
            return std::move(sent).output();
        std::vector<Value> statements;
        std::vector<Value> codes;
        for (const PrincipalReason& reason : principal.reasons) {
            statements.emplace_back(reason.statement);
            codes.push_back(codeValue(reason.code));
        }
        ObjectBuilder output(7);
        output.set(key::notice, notice)
            .set(key::principalReasons, Value::array(std::move(statements)))
            .set(key::reasonCodes, Value::array(std::move(codes)))
            .set(key::hmdaDenialCodes, notice[key::hmdaDenialCodes])
            .set(key::vagueReasons, principal.vague)
            .set(key::respondBy, notice[key::respondBy])
            .set(key::notification, *sent);
        return TaskOutput::completed(std::move(output).build());
    }

private:
    const Text m_ecoaNotice;
    const Text m_rightToCopy;

    [[nodiscard]] Value write(const Value& input, const PrincipalReasons& principal, EpochMs now) const
    {
        std::vector<Value> reasons;
        for (const PrincipalReason& reason : principal.reasons) {
            ObjectBuilder object(3);
            object.set(key::code, codeValue(reason.code)).set(key::statement, reason.statement).set(key::hmdaCode, reason.hmda);
            reasons.push_back(std::move(object).build());
        }
        std::vector<Value> hmda(principal.hmdaCodes.begin(), principal.hmdaCodes.end());
        const bool counter = input[key::decision].asText() == "counter_offer";
        ObjectBuilder notice(11);
        notice.set(key::action, counter ? "Credit on the terms requested denied; counter-offer made" : "Credit denied")
            .set(key::creditor, policy().notice.creditor)
            .set(key::date, dateText(now))
            .set(key::respondBy, dateText(now + policy().notice.respondWithinDays * kDayMs))
            .set(key::principalReasons, Value::array(std::move(reasons)))
            .set(key::hmdaDenialCodes, Value::array(std::move(hmda)))
            .set(key::scoreDisclosure, scoreDisclosure(input[key::credit]));
        if (!principal.otherStatement.empty())
            notice.set(key::hmdaOther, principal.otherStatement);
        notice.set(key::rightToCopy, m_rightToCopy)
            .set(key::ecoaNotice, m_ecoaNotice)
            .set(key::policyVersion, policy().label);
        return std::move(notice).build();
    }
    /// What the Fair Credit Reporting Act wants said of a score that was used; null when none is known.
    [[nodiscard]] static Value scoreDisclosure(const Value& credit)
    {
        if (!credit[key::creditScore].isNumber())
            return {};
        ObjectBuilder object(5);
        object.set(key::creditScore, credit[key::creditScore])
            .set(key::range, Value::object({{key::minimum, 300}, {key::maximum, 850}}))
            .set(key::date, credit[key::reportDate])
            .set(key::source, credit[key::reportProvider])
            .set(key::keyFactors, credit[key::riskFactors]);
        return std::move(object).build();
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeProcessDenial(ServicesPtr services)
{
    return std::make_shared<ProcessDenial>(std::move(services));
}

}  // namespace baton::tasks
