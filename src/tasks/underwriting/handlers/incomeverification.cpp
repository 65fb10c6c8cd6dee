// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

#include <algorithm>

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "income_verification";
    description.description = "Verifies income and employment";
    description.inputs = {
        required("application_id", Text, "The loan application"),
        required("user_id", Text, "The applicant"),
        required("income_verification_consent", Bool, "The applicant's consent; must be true"),
        oneOf(optional("method", Text, "Where to look"), {"bank_data", "payroll", "tax"}),
    };
    description.outputs = {
        oneOf(required("verification_status", Text, "How far the income is verified"),
            {"verified", "partial", "unverified", "failed"}),
        ranged(optional("verified_annual_income", Number, "Whole units a year"), 0, 1e13),
        ranged(optional("stated_annual_income", Number, "Whole units a year"), 0, 1e13),
        ranged(optional("income_variance_percent", Number, "Verified off stated income"), 0, 1e15),
        required("employment", Object, "status, stated_status, employer, employment_years"),
        required("documents", Array, "What was looked at"),
        required("risk_factors", Array, "Codes of what speaks against the income"),
        required("application_id", Text, "The loan application"),
        oneOf(optional("income_stability", Text, "By the variance"), {"stable", "moderate", "high"}),
        ranged(optional("monthly_income", Number, "A twelfth of the income that counts"), 0, 1e13),
        ranged(optional("monthly_debt_payments", Number, "Of the application"), 0, 1e13),
        ranged(optional("debt_to_income_ratio", Number, "Monthly debt over monthly income"), 0, 100),
    };
    return description;
}

class IncomeVerification final : public UnderwritingTask {
public:
    explicit IncomeVerification(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        if (!input[key::incomeVerificationConsent].asBool())
            return refused(kInvalidApplication, "the applicant has not agreed to an income verification",
                key::incomeVerificationConsent.view());
        const ProviderCall call = callFor(input, context);
        OrElse<LoanApplication> application = lookUpApplication(providers(), call);
        if (!application.ok())
            return std::move(application).output();
        if (!application->userId.empty() && !(application->userId == call.userId))
            return refused(kInvalidApplication, "the application belongs to another user", key::userId.view());
        OrElse<IncomeReport> report
            = answered(providers().income->verify(call, *application, input[key::method].asText()),
                kIncomeVerificationFailed, kInsufficientData);
        if (!report.ok())
            return std::move(report).output();
        if (report->verifiedAnnualIncome.value_or(0) < 0)
            return failedBy({.code = ErrorCode::InvalidArgument, .message = "is negative", .source = "income source",
                                .field = key::verifiedAnnualIncome.str()},
                kIncomeVerificationFailed, kInsufficientData);
        return TaskOutput::completed(write(*report, *application, call));
    }

private:
    [[nodiscard]] Value factors(const IncomeReport& report, const LoanApplication& application,
        const std::optional<double>& variance, VerificationStatus status) const
    {
        std::vector<Value> codes;
        const auto note = [&codes](bool holds, ReasonCode code) {
            if (holds)
                codes.push_back(codeValue(code));
        };
        const EmploymentStatus employment
            = report.employment != EmploymentStatus::Unknown ? report.employment : application.employment;
        note(status == VerificationStatus::Failed, ReasonCode::IncomeVerificationFailed);
        note(status == VerificationStatus::Unverified, ReasonCode::IncomeUnverified);
        note(status == VerificationStatus::Partial, ReasonCode::IncomePartlyVerified);
        note(variance.value_or(0) > policy().income.moderateWithin, ReasonCode::IncomeMismatch);
        note(application.employment != EmploymentStatus::Unknown && employment != application.employment,
            ReasonCode::EmploymentMismatch);
        note(employment == EmploymentStatus::Unemployed, ReasonCode::Unemployed);
        note(employment == EmploymentStatus::SelfEmployed, ReasonCode::SelfEmployed);
        note(employment == EmploymentStatus::PartTime, ReasonCode::PartTimeEmployment);
        note(employment == EmploymentStatus::Unknown, ReasonCode::EmploymentUnknown);
        return Value::array(std::move(codes));
    }
    [[nodiscard]] Value write(const IncomeReport& report, const LoanApplication& application, const ProviderCall& call) const
    {
        const VerificationStatus status
            = report.status == VerificationStatus::Unknown ? VerificationStatus::Unverified : report.status;
        const bool checked = status == VerificationStatus::Verified || status == VerificationStatus::Partial;
        const bool counts = checked && report.verifiedAnnualIncome;
        std::optional<Cents> monthly = application.monthlyIncome;
        if (counts)
            monthly = *report.verifiedAnnualIncome / 12;
        else if (!monthly && application.annualIncome)
            monthly = *application.annualIncome / 12;
        std::optional<double> variance;
        if (application.annualIncome && report.verifiedAnnualIncome)
            variance = incomeVariance(*application.annualIncome, *report.verifiedAnnualIncome);

        ObjectBuilder employment(4);
        employment.set(key::status, wordValue(toText(report.employment)))
            .set(key::statedStatus, wordValue(toText(application.employment)))
            .set(key::employer, report.employer.empty() ? Value() : Value(report.employer))
            .set(key::employmentYears, numberValue(report.employmentYears));
        ObjectBuilder output(13);
        output.set(key::applicationId, call.applicationId)
            .set(key::verificationStatus, toText(status))
            .set(key::verifiedAnnualIncome, moneyValue(report.verifiedAnnualIncome))
            .set(key::statedAnnualIncome, moneyValue(application.annualIncome))
            .set(key::incomeVariancePercent, numberValue(variance))
            .set(key::incomeStability, variance ? Value(incomeStability(policy(), *variance)) : Value())
            .set(key::employment, std::move(employment).build())
            .set(key::monthlyIncome, moneyValue(monthly))
            .set(key::monthlyDebtPayments, moneyValue(application.monthlyDebt))
            .set(key::debtToIncomeRatio, ratio(monthly, application.monthlyDebt))
            .set(key::documents, textsValue(report.documents))
            .set(key::riskFactors, factors(report, application, variance, status));
        return std::move(output).build();
    }
    [[nodiscard]] static Value ratio(const std::optional<Cents>& income, const std::optional<Cents>& debt)
    {
        if (!income || !debt || *income == 0)
            return {};
        return std::min(99.9999, roundedTo(static_cast<double>(*debt) / static_cast<double>(*income), 4));
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeIncomeVerification(ServicesPtr services)
{
    return std::make_shared<IncomeVerification>(std::move(services));
}

}  // namespace baton::tasks
