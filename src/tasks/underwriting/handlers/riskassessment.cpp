// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/facts.h"
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"
#include "tasks/underwriting/rules/scoring.h"

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "risk_assessment";
    description.description = "Scores the risk of the loan";
    description.inputs = {
        required("credit_data", Object, "Output of credit_check"),
        required("income_data", Object, "Output of income_verification"),
        ranged(required("loan_amount", Number, "Whole units"), 0.01, 1e11),
        required("loan_purpose", Text, "What the loan is for"),
        optional("fraud_data", Object, "Output of fraud_detection"),
        optional("application_id", Text, "The loan application, where the two outputs do not name it"),
    };
    description.outputs = {
        ranged(required("risk_score", Number, "0 to 100, higher is worse"), 0, 100),
        oneOf(required("risk_level", Text, "By the score"), {"low", "medium", "high", "critical"}),
        required("component_scores", Object, "credit, income, debt, fraud: score, weight, contribution"),
        ranged(required("probability_of_default", Number, "0 to 1"), 0, 1),
        ranged(required("debt_to_income_ratio", Number, "As the limits see it"), 0, 100),
        ranged(required("loan_to_income_ratio", Number, "Loan over annual income"), 0, 10000),
        required("risk_factors", Array, "What adds to the score: code, part, points, contribution, actual"),
        required("mitigating_factors", Array, "Codes of what speaks for the applicant"),
        oneOf(required("recommended_action", Text, "What the level leads to"),
            {"approved", "conditional_approval", "manual_review", "denied"}),
        required("model_version", Text, "The model, else the policy"),
        required("policy_version", Text, "The policy"),
    };
    return description;
}

class RiskAssessmentTask final : public UnderwritingTask {
public:
    explicit RiskAssessmentTask(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const ProviderCall call = callFor(input, context, {key::creditData, key::incomeData});
        std::optional<LoanApplication> application;
        const bool lacksDebt = input[key::incomeData][key::monthlyDebtPayments].isNull();
        if (!call.applicationId.empty() && (lacksDebt || policy().debt.countNewPayment)) {
            OrElse<LoanApplication> found = lookUpApplication(providers(), call);
            if (!found.ok())
                return std::move(found).output();
            application = std::move(*found);
        }
        OrElse<Facts> facts = factsFrom(policy(),
            {input[key::creditData], input[key::incomeData], key::creditData, key::incomeData, input[key::loanAmount],
                application ? &*application : nullptr});
        if (!facts.ok())
            return std::move(facts).output();
        const std::optional<FraudFindings> findings = fraudFindingsFrom(input[key::fraudData]);
        const RiskAssessment assessment = assessRisk(policy(), *facts, findings ? &*findings : nullptr);
        OrElse<ModelScore> model = modelScore(call, input, assessment);
        if (!model.ok())
            return std::move(model).output();
        return TaskOutput::completed(write(assessment, *model));
    }

private:
    /// The model's view, or the policy's own as one.
    [[nodiscard]] OrElse<ModelScore> modelScore(const ProviderCall& call, const Value& input, const RiskAssessment& own) const
    {
        const ModelScore byPolicy {own.score, own.defaultProbability, policy().label};
        if (providers().model == nullptr)
            return byPolicy;
        ProviderReply<ModelScore> reply = providers().model->score(call, input);
        if (!reply.ok() && !reply.pending() && reply.error().code == ErrorCode::NotFound)
            return byPolicy;
        OrElse<ModelScore> score = answered(std::move(reply), kRiskAssessmentFailed, kRiskAssessmentFailed);
        if (score.ok() && !(score->score >= 0 && score->score <= 100))
            return failedBy({.code = ErrorCode::InvalidArgument, .message = "is not within 0 to 100", .source = "risk model",
                                .field = key::riskScore.str()},
                kRiskAssessmentFailed, kRiskAssessmentFailed);
        return score;
    }
    [[nodiscard]] Value components(const RiskAssessment& assessment) const
    {
        const RiskRules& risk = policy().risk;
        const auto part = [&assessment](RiskPart of, double weight) {
            const double score = assessment.components[static_cast<std::size_t>(of)];
            ObjectBuilder object(3);
            object.set(key::score, score).set(key::weight, weight).set(key::contribution, roundedTo(score * weight, 4));
            return std::move(object).build();
        };
        ObjectBuilder object(4);
        object.set(key::credit, part(RiskPart::Credit, risk.creditWeight))
            .set(key::income, part(RiskPart::Income, risk.incomeWeight))
            .set(key::debt, part(RiskPart::Debt, risk.debtWeight))
            .set(key::fraud, part(RiskPart::Fraud, risk.fraudWeight));
        return std::move(object).build();
    }
    [[nodiscard]] Value write(const RiskAssessment& assessment, const ModelScore& model) const
    {
        const RiskLevel level = levelOf(policy(), model.score);
        std::vector<Value> mitigating;
        mitigating.reserve(assessment.mitigating.size());
        for (const MitigatingFactor factor : assessment.mitigating)
            mitigating.emplace_back(toText(factor));
        ObjectBuilder output(11);
        output.set(key::riskScore, model.score)
            .set(key::riskLevel, toText(level))
            .set(key::componentScores, components(assessment))
            .set(key::probabilityOfDefault, model.defaultProbability.value_or(defaultProbabilityOf(policy(), model.score)))
            .set(key::debtToIncomeRatio, assessment.debtToIncome)
            .set(key::loanToIncomeRatio, assessment.loanToIncome)
            .set(key::riskFactors, hitsValue(assessment.hits))
            .set(key::mitigatingFactors, Value::array(std::move(mitigating)))
            .set(key::recommendedAction, toText(policy().decision.byLevel[static_cast<std::size_t>(level)]))
            .set(key::modelVersion, model.version.empty() ? Text("unnamed model") : model.version)
            .set(key::policyVersion, policy().label);
        return std::move(output).build();
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeRiskAssessment(ServicesPtr services)
{
    return std::make_shared<RiskAssessmentTask>(std::move(services));
}

}  // namespace baton::tasks
