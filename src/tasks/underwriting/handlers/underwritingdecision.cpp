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
    description.name = "underwriting_decision";
    description.description = "Decides on the application and prices it";
    description.inputs = {
        required("risk_assessment", Object, "Output of risk_assessment"),
        required("credit_check", Object, "Output of credit_check"),
        required("income_verification", Object, "Output of income_verification"),
        ranged(required("loan_amount", Number, "Whole units"), 0.01, 1e11),
        required("loan_purpose", Text, "What the loan is for"),
        optional("fraud_detection", Object, "Output of fraud_detection"),
        optional("policy_compliance", Object, "Output of policy_compliance_check"),
        ranged(optional("requested_term_months", Integer, "The application's where absent"), 1, 600),
        optional("application_id", Text, "The loan application, where the outputs do not name it"),
    };
    description.outputs = {
        oneOf(required("decision", Text, "What is decided"),
            {"approved", "conditional_approval", "manual_review", "counter_offer", "denied"}),
        ranged(optional("interest_rate", Number, "Percent a year; of an approval"), 0, 100),
        optional("terms", Object, "Of an approval: amount, term, apr, payments, offer_expires"),
        required("conditions", Array, "What a conditional approval or counter offer asks for"),
        required("decision_reasons", Array, "The rules that fired, decisive ones first, then by contribution"),
        optional("counter_offer", Object, "A smaller loan, where the decision is one"),
        ranged(required("term_months", Integer, "The term asked for, held within the policy's"), 1, 600),
        required("policy_version", Text, "The policy"),
        required("automated", Bool, "Whether no person is needed"),
        oneOf(required("decision_source", Text, "Who decided"), {"policy", "engine"}),
        optional("engine_status", Text, "Why a configured engine did not decide"),
        required("decided_at", Text, "When"),
    };
    return description;
}

struct EngineAnswer {
    std::optional<EngineDecision> decision;
    Value status;   // why there is none, where an engine is configured
};

class UnderwritingDecision final : public UnderwritingTask {
public:
    explicit UnderwritingDecision(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const ProviderCall call = callFor(input, context, {key::creditCheck, key::incomeVerification});
        std::optional<LoanApplication> application;
        if (!call.applicationId.empty()) {
            OrElse<LoanApplication> found = lookUpApplication(providers(), call);
            if (!found.ok())
                return std::move(found).output();
            application = std::move(*found);
        }
        OrElse<Case> built = caseFrom(input, application ? &*application : nullptr);
        if (!built.ok())
            return std::move(built).output();
        OrElse<EngineAnswer> engine = askEngine(call, input);
        if (!engine.ok())
            return std::move(engine).output();
        Decision decision = decide(policy(), *built, call.now);
        const Outcome byPolicy = decision.outcome;
        if (engine->decision)
            decision = followEngine(*engine->decision, *built, std::move(decision), call.now);
        return TaskOutput::completed(write(decision, byPolicy, *engine, *built, call.now));
    }

private:
    [[nodiscard]] OrElse<Case> caseFrom(const Value& input, const LoanApplication* application) const;
    [[nodiscard]] OrElse<EngineAnswer> askEngine(const ProviderCall& call, const Value& input) const;
    [[nodiscard]] Decision followEngine(const EngineDecision& engine, const Case& application, Decision own, EpochMs now) const;
    [[nodiscard]] Value write(const Decision& decision, Outcome byPolicy, const EngineAnswer& engine,
        const Case& application, EpochMs now) const;
};

/// What policy_compliance_check found beyond our own look: somebody may have run it with other data.
void addViolations(Compliance& compliance, const Value& output)
{
    for (const Value& violation : output[key::violations].items()) {
        const auto code = reasonCodeFrom(violation[key::code].asText());
        if (code && !compliance.has(*code))
            compliance.violations.add({*code, violation[key::limit].asDecimal(), violation[key::actual].asDecimal(),
                violation[key::severity].asText() == "soft" ? Severity::Soft : Severity::Hard});
    }
}

OrElse<Case> UnderwritingDecision::caseFrom(const Value& input, const LoanApplication* application) const
{
    OrElse<Facts> facts = factsFrom(policy(),
        {input[key::creditCheck], input[key::incomeVerification], key::creditCheck, key::incomeVerification,
            input[key::loanAmount], application});
    if (!facts.ok())
        return std::move(facts).output();
    if (const Value& term = input[key::requestedTermMonths]; term.isNumber())
        facts->termMonths = static_cast<int>(term.asInteger());
    Case built = caseOf(policy(), *facts, fraudFindingsFrom(input[key::fraudDetection]));
    addViolations(built.compliance, input[key::policyCompliance]);
    // The assessment that was handed in decides, whoever made it.
    const Value& risk = input[key::riskAssessment];
    const auto level = riskLevelFrom(risk[key::riskLevel].asText());
    const Value& score = risk[key::riskScore];
    if (!level)
        return refused(kInsufficientData, "'risk_assessment.risk_level' is none of low, medium, high, critical",
            "risk_assessment.risk_level");
    if (!score.isNumber() || !(score.asDecimal() >= 0 && score.asDecimal() <= 100))
        return refused(kInsufficientData, "'risk_assessment.risk_score' is no number from 0 to 100",
            "risk_assessment.risk_score");
    built.level = *level;
    built.score = score.asDecimal();
    return built;
}

OrElse<EngineAnswer> UnderwritingDecision::askEngine(const ProviderCall& call, const Value& input) const
{
    if (providers().engine == nullptr)
        return EngineAnswer {};
    ProviderReply<EngineDecision> reply = providers().engine->decide(call, input);
    if (reply.pending())
        return TaskOutput::inProgress(reply.wait());
    if (reply.ok())
        return EngineAnswer {std::move(*reply), {}};
    return EngineAnswer {std::nullopt, reply.error().message + "; the policy decided"};
}

Decision UnderwritingDecision::followEngine(const EngineDecision& engine, const Case& application, Decision own, EpochMs now) const
{
    if (engine.outcome == own.outcome)
        return own;
    Decision decision = std::move(own);
    decision.outcome = engine.outcome;
    decision.terms.reset();
    decision.counterOffer.reset();
    decision.conditions.clear();
    for (Reason& reason : decision.reasons)
        reason.decisive = false;
    if (engine.outcome == Outcome::CounterOffer) {
        CounterOffer offer = counterOffer(policy(), application, 1, now);
        decision.outcome = offer.possible ? Outcome::CounterOffer : Outcome::ManualReview;
        if (offer.possible)
            decision.counterOffer = offer;
    }
    if (decision.outcome == Outcome::ConditionalApproval || decision.outcome == Outcome::CounterOffer)
        decision.conditions = conditionsFor(policy(), application.facts);
    if (decision.outcome == Outcome::Approved || decision.outcome == Outcome::ConditionalApproval) {
        const RateParts rate = interestRate(policy(), application.facts.creditScore, application.level);
        decision.terms = termsOf(policy(), application.facts.loanAmount, termFor(policy(), application.requestedTerm), rate, now);
    }
    return decision;
}

Value UnderwritingDecision::write(const Decision& decision, Outcome byPolicy, const EngineAnswer& engine,
    const Case& application, EpochMs now) const
{
    Value reasons = reasonsValue(policy(), decision.reasons);
    if (engine.decision) {
        // The engine's own words stand first: they are what decided.
        std::vector<Value> all;
        for (const Text& text : engine.decision->reasons)
            all.push_back(Value::object({{key::code, codeValue(ReasonCode::DecisionEngine)}, {key::statement, text},
                {key::hmdaCode, policy().termsOf(ReasonCode::DecisionEngine).hmda}, {key::contribution, 0.0},
                {key::decisive, decision.outcome != byPolicy}}));
        all.insert(all.end(), reasons.items().begin(), reasons.items().end());
        reasons = Value::array(std::move(all));
    }
    const Value conditions = conditionsValue(policy(), decision.conditions, now);
    ObjectBuilder output(19);
    output.set(key::decision, toText(decision.outcome))
        .set(key::interestRate, decision.terms ? Value(decision.terms->rate.rate) : Value())
        .set(key::terms, decision.terms ? termsValue(*decision.terms) : Value())
        .set(key::conditions, conditions)
        .set(key::decisionReasons, std::move(reasons))
        .set(key::counterOffer,
            decision.counterOffer ? counterOfferValue(policy(), *decision.counterOffer, conditions, 1) : Value())
        .set(key::termMonths, termFor(policy(), application.requestedTerm))
        .set(key::riskScore, application.score)
        .set(key::riskLevel, toText(application.level))
        .set(key::policyVersion, policy().label)
        .set(key::policyHash, policy().hash)
        .set(key::automated, decision.outcome != Outcome::ManualReview)
        .set(key::decisionSource, engine.decision ? "engine" : "policy");
    if (engine.decision)
        output.set(key::policyDecision, toText(byPolicy)).set(key::modelVersion, engine.decision->version);
    if (!engine.status.isNull())
        output.set(key::engineStatus, engine.status);
    output.set(key::decidedAt, timeText(now));
    return std::move(output).build();
}

}  // namespace

std::shared_ptr<TaskHandler> makeUnderwritingDecision(ServicesPtr services)
{
    return std::make_shared<UnderwritingDecision>(std::move(services));
}

}  // namespace baton::tasks
