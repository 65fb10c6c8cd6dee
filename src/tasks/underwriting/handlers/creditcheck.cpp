// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "credit_check";
    description.description = "Fetches the applicant's credit file";
    description.inputs = {
        required("application_id", Text, "The loan application"),
        required("user_id", Text, "The applicant"),
        required("credit_bureau_consent", Bool, "The applicant's consent; must be true"),
    };
    description.outputs = {
        ranged(required("credit_score", Integer, "300 to 850"), 300, 850),
        required("credit_score_range", Text, "The policy's band"),
        ranged(optional("credit_utilization", Number, "Balances over limits of revolving accounts"), 0, 1),
        required("payment_history", Object, "Counts: on_time, late_30, late_60, late_90, late_120, charge_offs, collections"),
        required("derogatory", Object, "Counts: bankruptcies, liens, judgments, charge_offs, collections, total"),
        required("risk_factors", Array, "The bureau's key factors, else what the policy sees"),
        required("report_provider", Text, "Who made the report"),
        required("report_date", Text, "YYYY-MM-DD"),
        required("application_id", Text, "The loan application"),
        ranged(required("late_payments", Integer, "All late payments"), 0, 1e7),
        ranged(optional("accounts", Integer, "Open accounts"), 0, 1e6),
        ranged(optional("inquiries", Integer, "Inquiries of the last six months"), 0, 1e6),
        ranged(required("public_records", Integer, "Public records"), 0, 1e6),
    };
    return description;
}

class CreditCheck final : public UnderwritingTask {
public:
    explicit CreditCheck(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        if (!input[key::creditBureauConsent].asBool())
            return refused(kInvalidApplication, "the applicant has not agreed to a credit report",
                key::creditBureauConsent.view());
        const ProviderCall call = callFor(input, context);
        OrElse<LoanApplication> application = lookUpApplication(providers(), call);
        if (!application.ok())
            return std::move(application).output();
        // A report on somebody else would be drawn without that person's consent.
        if (!application->userId.empty() && !(application->userId == call.userId))
            return refused(kInvalidApplication, "the application belongs to another user", key::userId.view());
        OrElse<CreditFile> file = answered(providers().bureau->report(call), kCreditCheckFailed, kInsufficientData);
        if (!file.ok())
            return std::move(file).output();
        if (file->score < 300 || file->score > 850)
            return failedBy({.code = ErrorCode::InvalidArgument,
                                .message = "a score of " + std::to_string(file->score) + " is not within 300 to 850",
                                .source = "credit bureau", .field = key::creditScore.str()},
                kCreditCheckFailed, kInsufficientData);
        return TaskOutput::completed(write(*file, call));
    }

private:
    [[nodiscard]] Value factors(const CreditFile& file) const
    {
        if (!file.riskFactors.empty())
            return textsValue(file.riskFactors);
        std::vector<Value> codes;
        const auto note = [&codes](bool holds, ReasonCode code) {
            if (holds)
                codes.push_back(codeValue(code));
        };
        note(bandAbove(policy().credit.utilization, file.utilization.value_or(0)) != nullptr, ReasonCode::HighUtilization);
        note(file.payments.late() > 0, ReasonCode::LatePayments);
        note(file.derogatory.bankruptcies > 0, ReasonCode::Bankruptcies);
        note(file.derogatory.liens > 0, ReasonCode::Liens);
        note(file.derogatory.judgments > 0, ReasonCode::Judgments);
        note(file.derogatory.chargeOffs > 0, ReasonCode::ChargeOffs);
        note(file.derogatory.collections > 0, ReasonCode::Collections);
        note(file.inquiries && *file.inquiries > policy().fraud.inquiries.bound, ReasonCode::ManyInquiries);
        note(file.accounts && *file.accounts < policy().fraud.thinFile.bound, ReasonCode::ThinCreditFile);
        return Value::array(std::move(codes));
    }
    [[nodiscard]] Value write(const CreditFile& file, const ProviderCall& call) const
    {
        ObjectBuilder output(13);
        output.set(key::applicationId, call.applicationId)
            .set(key::creditScore, file.score)
            .set(key::creditScoreRange, bandOf(policy(), file.score).name)
            .set(key::creditUtilization, numberValue(file.utilization))
            .set(key::paymentHistory, paymentHistoryValue(file.payments))
            .set(key::latePayments, file.payments.late())
            .set(key::derogatory, derogatoryValue(file.derogatory))
            .set(key::accounts, file.accounts ? Value(*file.accounts) : Value())
            .set(key::inquiries, file.inquiries ? Value(*file.inquiries) : Value())
            .set(key::publicRecords, file.publicRecords)
            .set(key::riskFactors, factors(file))
            .set(key::reportProvider, file.provider.empty() ? Text("recorded") : file.provider)
            .set(key::reportDate, file.reportDate.empty() ? dateText(call.now) : file.reportDate);
        return std::move(output).build();
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeCreditCheck(ServicesPtr services)
{
    return std::make_shared<CreditCheck>(std::move(services));
}

}  // namespace baton::tasks
