// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"
#include "tasks/underwriting/money.h"

#include <optional>
#include <string_view>
#include <vector>

namespace baton::tasks {

// What a data set's row becomes by mapping, and what the recorded providers read. A row is one object with up to five
// sections, each an object; names are as below, in snake_case. A field that is absent or null is unknown, never zero.
//
//   application   id text, user_id text, application_number text, loan_amount money, requested_term_months integer 1..600,
//                 loan_purpose text, annual_income money, monthly_income money (a twelfth of the annual when absent),
//                 monthly_debt_payments money, employment_status (employed self_employed part_time retired unemployed),
//                 income_verification_status (verified partial unverified failed), current_state (see states.h),
//                 anything else: kept and handed on as it is
//   credit        credit_score integer 300..850, credit_utilization 0..1,
//                 payment_history {on_time, late_30, late_60, late_90, late_120, charge_offs, collections} counts,
//                 derogatory {bankruptcies, liens, judgments, charge_offs, collections} counts,
//                 accounts, inquiries (last six months), public_records counts, risk_factors array of text (the bureau's key factors),
//                 report_provider text, report_date text YYYY-MM-DD
//   income        verification_status (as above), verified_annual_income money, employment_status, employer text,
//                 employment_years number, documents array of text
//   risk          risk_score 0..100, probability_of_default 0..1, model_version text: what another model said at the time
//   decision      decision text, reasons array of text, decided_at text: what was decided at the time (never read by a task)
//
// money: a number of whole currency units, two decimals, 0 or more. Counts: integers, 0 or more.
// Only `application.id`, `application.loan_amount` and a `credit.credit_score` are needed for a run to reach a decision;
// what else is missing becomes a reason, a condition or the failure "insufficient data" as the policy has it.

enum class EmploymentStatus : std::uint8_t { Unknown, Employed, SelfEmployed, PartTime, Retired, Unemployed };
enum class VerificationStatus : std::uint8_t { Unknown, Verified, Partial, Unverified, Failed };

[[nodiscard]] std::string_view toText(EmploymentStatus status) noexcept;        // "" for Unknown
[[nodiscard]] std::string_view toText(VerificationStatus status) noexcept;
[[nodiscard]] EmploymentStatus employmentStatusFrom(std::string_view text) noexcept;   // Unknown for another word
[[nodiscard]] VerificationStatus verificationStatusFrom(std::string_view text) noexcept;

struct LoanApplication {
    Text id;
    Text userId;
    Text number;
    std::optional<Cents> loanAmount;
    std::optional<int> requestedTermMonths;
    Text loanPurpose;
    std::optional<Cents> annualIncome;
    std::optional<Cents> monthlyIncome;
    std::optional<Cents> monthlyDebt;
    EmploymentStatus employment = EmploymentStatus::Unknown;
    VerificationStatus incomeVerification = VerificationStatus::Unknown;
    Text currentState;
    Value source;   // the section as it came, with what the data set brings beside these

    bool operator==(const LoanApplication&) const = default;
};

struct PaymentHistory {
    int onTime = 0, late30 = 0, late60 = 0, late90 = 0, late120 = 0, chargeOffs = 0, collections = 0;

    [[nodiscard]] int late() const noexcept { return late30 + late60 + late90 + late120; }
    bool operator==(const PaymentHistory&) const = default;
};

struct DerogatoryItems {
    int bankruptcies = 0, liens = 0, judgments = 0, chargeOffs = 0, collections = 0;

    [[nodiscard]] int total() const noexcept { return bankruptcies + liens + judgments + chargeOffs + collections; }
    bool operator==(const DerogatoryItems&) const = default;
};

struct CreditFile {
    int score = 0;                        // 300..850
    std::optional<double> utilization;    // 0..1
    PaymentHistory payments;
    DerogatoryItems derogatory;
    std::optional<int> accounts;
    std::optional<int> inquiries;         // of the last six months
    int publicRecords = 0;
    std::vector<Text> riskFactors;
    Text provider;
    Text reportDate;                      // YYYY-MM-DD

    bool operator==(const CreditFile&) const = default;
};

struct IncomeReport {
    VerificationStatus status = VerificationStatus::Unknown;
    std::optional<Cents> verifiedAnnualIncome;
    EmploymentStatus employment = EmploymentStatus::Unknown;
    Text employer;
    std::optional<double> employmentYears;
    std::vector<Text> documents;

    bool operator==(const IncomeReport&) const = default;
};

/// One section of a row each. Errors: InvalidArgument naming the field ("credit.credit_score") and what it should be.
[[nodiscard]] Result<LoanApplication> loanApplicationFrom(const Value& section);
[[nodiscard]] Result<CreditFile> creditFileFrom(const Value& section);
[[nodiscard]] Result<IncomeReport> incomeReportFrom(const Value& section);

/// A whole row, for checking a mapping before a run: the first error of any section, or all three parts.
struct ApplicationRecord {
    LoanApplication application;
    std::optional<CreditFile> credit;     // absent when the row has no such section
    std::optional<IncomeReport> income;
};
[[nodiscard]] Result<ApplicationRecord> applicationRecordFrom(const Value& row);

}  // namespace baton::tasks
