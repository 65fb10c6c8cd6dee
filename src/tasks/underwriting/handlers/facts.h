// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/handlers/task.h"
#include "tasks/underwriting/rules/facts.h"
#include "tasks/underwriting/rules/fraud.h"

namespace baton::tasks {

/// The output of income_verification, read back.
struct IncomeFindings {
    VerificationStatus status = VerificationStatus::Unknown;
    std::optional<Cents> verified;
    std::optional<Cents> stated;
    EmploymentStatus employment = EmploymentStatus::Unknown;
    EmploymentStatus statedEmployment = EmploymentStatus::Unknown;
    std::optional<Cents> monthlyIncome;
    std::optional<Cents> monthlyDebt;
};

/// Where a task found what its facts are made of.
struct FactsSource {
    const Value& credit;               // output of credit_check
    const Value& income;               // output of income_verification
    Key creditName;                    // the inputs' names, for errors
    Key incomeName;
    const Value& loanAmount;
    const LoanApplication* application = nullptr;   // for what the others lack
};

/// Everything the rules look at. What is missing for it is a terminal UW_008 that names the field.
[[nodiscard]] OrElse<Facts> factsFrom(const Policy& policy, const FactsSource& source);

/// The output of fraud_detection, read back; nothing where the input has none.
[[nodiscard]] std::optional<FraudFindings> fraudFindingsFrom(const Value& output);

/// What income_verification has to say of an application.
[[nodiscard]] Result<IncomeFindings> incomeFindingsFrom(const Value& output, std::string_view name);

/// The application in the input, completed from the store where it has an id there. What the input says comes first.
[[nodiscard]] OrElse<LoanApplication> applicationIn(const Value& input, const Providers& providers, const ProviderCall& call);

/// How the tasks that come after the checks begin: the application in `application` with the facts that the outputs in `credit` and
/// `income` make of it. Ends as applicationIn and factsFrom do.
struct KnownCase {
    ProviderCall call;
    LoanApplication application;
    Facts facts;
};
[[nodiscard]] OrElse<KnownCase> knownCase(const Value& input, const TaskContext& context, const Policy& policy, const Providers& providers);

/// Puts what only an application knows into the facts: the term, the collateral.
void addApplication(Facts& facts, const Policy& policy, const LoanApplication& application);

}  // namespace baton::tasks
