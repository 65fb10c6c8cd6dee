// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/applicationrecord.h"

#include "tasks/underwriting/sectionreader.h"
#include "tasks/underwriting/words.h"

namespace baton::tasks {

namespace {

constexpr Words<EmploymentStatus, 6> kEmployment {{"", "employed", "self_employed", "part_time", "retired", "unemployed"}};
constexpr Words<VerificationStatus, 5> kVerification {{"", "verified", "partial", "unverified", "failed"}};

constexpr int kMaxCount = 1'000'000;

PaymentHistory paymentsFrom(SectionReader& reader, const Value& section)
{
    static const Key kOnTime("on_time"), kLate30("late_30"), kLate60("late_60"), kLate90("late_90"), kLate120("late_120"),
        kChargeOffs("charge_offs"), kCollections("collections");
    const auto count = [&](const Key& key) { return reader.integerIn(section, key, 0, kMaxCount).value_or(0); };
    return {count(kOnTime), count(kLate30), count(kLate60), count(kLate90), count(kLate120), count(kChargeOffs),
        count(kCollections)};
}

DerogatoryItems derogatoryFrom(SectionReader& reader, const Value& section)
{
    static const Key kBankruptcies("bankruptcies"), kLiens("liens"), kJudgments("judgments"), kChargeOffs("charge_offs"),
        kCollections("collections");
    const auto count = [&](const Key& key) { return reader.integerIn(section, key, 0, kMaxCount).value_or(0); };
    return {count(kBankruptcies), count(kLiens), count(kJudgments), count(kChargeOffs), count(kCollections)};
}

}  // namespace

std::string_view toText(EmploymentStatus status) noexcept
{
    return kEmployment.text(status);
}

std::string_view toText(VerificationStatus status) noexcept
{
    return kVerification.text(status);
}

EmploymentStatus employmentStatusFrom(std::string_view text) noexcept
{
    return kEmployment.from(text).value_or(EmploymentStatus::Unknown);
}

VerificationStatus verificationStatusFrom(std::string_view text) noexcept
{
    return kVerification.from(text).value_or(VerificationStatus::Unknown);
}

Result<LoanApplication> loanApplicationFrom(const Value& section)
{
    static const Key kId("id"), kUserId("user_id"), kNumber("application_number"), kAmount("loan_amount"),
        kTerm("requested_term_months"), kPurpose("loan_purpose"), kAnnual("annual_income"), kMonthly("monthly_income"),
        kDebt("monthly_debt_payments"), kEmploymentKey("employment_status"), kVerificationKey("income_verification_status"),
        kState("current_state");
    SectionReader reader(section, "application");
    LoanApplication application;
    application.id = reader.text(kId);
    application.userId = reader.text(kUserId);
    application.number = reader.text(kNumber);
    application.loanAmount = reader.money(kAmount);
    application.requestedTermMonths = reader.integer(kTerm, 1, 600);
    application.loanPurpose = reader.text(kPurpose);
    application.annualIncome = reader.money(kAnnual);
    application.monthlyIncome = reader.money(kMonthly);
    application.monthlyDebt = reader.money(kDebt);
    application.employment = reader.word(kEmploymentKey, kEmployment);
    application.incomeVerification = reader.word(kVerificationKey, kVerification);
    application.currentState = reader.text(kState);
    application.source = section;
    if (reader.failed())
        return reader.error();
    return application;
}

Result<CreditFile> creditFileFrom(const Value& section)
{
    static const Key kScore("credit_score"), kUtilization("credit_utilization"), kPayments("payment_history"),
        kDerogatory("derogatory"), kAccounts("accounts"), kInquiries("inquiries"), kRecords("public_records"),
        kFactors("risk_factors"), kProvider("report_provider"), kDate("report_date");
    SectionReader reader(section, "credit");
    CreditFile file;
    const std::optional<int> score = reader.integer(kScore, 300, 850);
    if (!score)
        reader.fail(kScore, "is missing");
    file.score = score.value_or(0);
    file.utilization = reader.number(kUtilization, 0, 1);
    file.payments = paymentsFrom(reader, reader.object(kPayments));
    file.derogatory = derogatoryFrom(reader, reader.object(kDerogatory));
    file.accounts = reader.integer(kAccounts, 0, kMaxCount);
    file.inquiries = reader.integer(kInquiries, 0, kMaxCount);
    file.publicRecords = reader.integer(kRecords, 0, kMaxCount).value_or(0);
    file.riskFactors = reader.texts(kFactors);
    file.provider = reader.text(kProvider);
    file.reportDate = reader.text(kDate);
    if (reader.failed())
        return reader.error();
    return file;
}

Result<IncomeReport> incomeReportFrom(const Value& section)
{
    static const Key kStatus("verification_status"), kIncome("verified_annual_income"), kEmploymentKey("employment_status"),
        kEmployer("employer"), kYears("employment_years"), kDocuments("documents");
    SectionReader reader(section, "income");
    IncomeReport report;
    report.status = reader.word(kStatus, kVerification);
    report.verifiedAnnualIncome = reader.money(kIncome);
    report.employment = reader.word(kEmploymentKey, kEmployment);
    report.employer = reader.text(kEmployer);
    report.employmentYears = reader.number(kYears, 0, 100);
    report.documents = reader.texts(kDocuments);
    if (reader.failed())
        return reader.error();
    return report;
}

Result<ApplicationRecord> applicationRecordFrom(const Value& row)
{
    static const Key kApplication("application"), kCredit("credit"), kIncome("income");
    ApplicationRecord record;
    Result<LoanApplication> application = loanApplicationFrom(row[kApplication]);
    if (!application)
        return std::move(application).error();
    record.application = std::move(application).value();
    if (const Value* section = row.find(kCredit); section != nullptr && !section->isNull()) {
        Result<CreditFile> file = creditFileFrom(*section);
        if (!file)
            return std::move(file).error();
        record.credit = std::move(file).value();
    }
    if (const Value* section = row.find(kIncome); section != nullptr && !section->isNull()) {
        Result<IncomeReport> report = incomeReportFrom(*section);
        if (!report)
            return std::move(report).error();
        record.income = std::move(report).value();
    }
    return record;
}

}  // namespace baton::tasks
