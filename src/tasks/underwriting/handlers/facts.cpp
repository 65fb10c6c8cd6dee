// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/facts.h"

#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/writers.h"
#include "tasks/underwriting/sectionreader.h"

namespace baton::tasks {

namespace {

constexpr Words<EmploymentStatus, 6> kEmployment {{"", "employed", "self_employed", "part_time", "retired", "unemployed"}};
constexpr Words<VerificationStatus, 5> kVerification {{"", "verified", "partial", "unverified", "failed"}};

TaskOutput lacking(std::string_view part, const Error& error)
{
    // creditFileFrom calls its section "credit"; the reader of the error knows it by the input's name.
    const std::size_t dot = error.field.find('.');
    const std::string field = std::string(part) + (dot == std::string::npos ? "" : error.field.substr(dot));
    return refused(kInsufficientData, "'" + field + "' " + error.message, field);
}

void addCredit(Facts& facts, CreditFile file)
{
    facts.creditScore = file.score;
    facts.utilization = file.utilization;
    facts.payments = file.payments;
    facts.derogatory = file.derogatory;
    facts.accounts = file.accounts;
    facts.inquiries = file.inquiries;
}

/// The verified income counts where there is one; the name of what is missing, or nothing.
std::string_view addIncome(Facts& facts, const IncomeFindings& income)
{
    facts.verification = income.status;
    facts.employment = income.employment != EmploymentStatus::Unknown ? income.employment : income.statedEmployment;
    facts.employmentMismatch = income.employment != EmploymentStatus::Unknown
        && income.statedEmployment != EmploymentStatus::Unknown && income.employment != income.statedEmployment;
    const bool checked = income.status == VerificationStatus::Verified || income.status == VerificationStatus::Partial;
    const std::optional<Cents> counted = checked && income.verified ? income.verified : income.stated;
    if (!counted)
        return "stated_annual_income";
    if (!income.monthlyDebt)
        return "monthly_debt_payments";
    facts.annualIncome = *counted;
    facts.monthlyIncome = checked && income.verified ? *counted / 12 : income.monthlyIncome.value_or(*counted / 12);
    facts.monthlyDebt = *income.monthlyDebt;
    if (income.stated && income.verified)
        facts.incomeVariance = incomeVariance(*income.stated, *income.verified);
    return {};
}

void completeIncome(IncomeFindings& income, const LoanApplication& application)
{
    if (!income.stated)
        income.stated = application.annualIncome;
    if (!income.monthlyIncome)
        income.monthlyIncome = application.monthlyIncome;
    if (!income.monthlyDebt)
        income.monthlyDebt = application.monthlyDebt;
    if (income.statedEmployment == EmploymentStatus::Unknown)
        income.statedEmployment = application.employment;
}

template <typename T>
void prefer(T& value, const T& given, const T& nothing)
{
    if (!(given == nothing))
        value = given;
}

}  // namespace

Result<IncomeFindings> incomeFindingsFrom(const Value& output, std::string_view name)
{
    SectionReader reader(output, name);
    IncomeFindings income;
    income.status = reader.word(key::verificationStatus, kVerification);
    income.verified = reader.money(key::verifiedAnnualIncome);
    income.stated = reader.money(key::statedAnnualIncome);
    income.monthlyIncome = reader.money(key::monthlyIncome);
    income.monthlyDebt = reader.money(key::monthlyDebtPayments);
    const Value& employment = reader.object(key::employment);
    SectionReader employmentReader(employment, name);
    income.employment = employmentReader.word(key::status, kEmployment);
    income.statedEmployment = employmentReader.word(key::statedStatus, kEmployment);
    if (reader.failed())
        return reader.error();
    if (employmentReader.failed())
        return employmentReader.error();
    return income;
}

OrElse<Facts> factsFrom(const Policy& policy, const FactsSource& source)
{
    Facts facts;
    Result<CreditFile> credit = creditFileFrom(source.credit);
    if (!credit)
        return lacking(source.creditName.view(), credit.error());
    Result<IncomeFindings> income = incomeFindingsFrom(source.income, source.incomeName.view());
    if (!income)
        return lacking(source.incomeName.view(), income.error());
    if (source.application != nullptr)
        completeIncome(*income, *source.application);
    addCredit(facts, std::move(credit).value());
    if (const std::string_view missing = addIncome(facts, *income); !missing.empty()) {
        const std::string field = source.incomeName.str() + "." + std::string(missing);
        return refused(kInsufficientData, "'" + field + "' is missing", field);
    }
    const std::optional<Cents> amount
        = source.loanAmount.isNumber() ? centsFrom(source.loanAmount.asDecimal()) : std::nullopt;
    if (!amount || *amount <= 0)
        return refused(kInvalidApplication, "'loan_amount' is no amount above 0", key::loanAmount.view());
    facts.loanAmount = *amount;
    facts.termMonths = policy.pricing.defaultTerm;
    if (source.application != nullptr)
        addApplication(facts, policy, *source.application);
    return facts;
}

void addApplication(Facts& facts, const Policy& policy, const LoanApplication& application)
{
    if (application.requestedTermMonths)
        facts.termMonths = *application.requestedTermMonths;
    if (policy.limits.loanToValueMaximum) {
        if (const Value& ratio = application.source[key::loanToValue]; ratio.isNumber())
            facts.loanToValue = ratio.asDecimal();
    }
    if (policy.limits.mortgageInsuranceDenied)
        facts.mortgageInsuranceDenied = application.source[key::mortgageInsuranceDenied].asBool();
}

std::optional<FraudFindings> fraudFindingsFrom(const Value& output)
{
    if (!output.isObject())
        return std::nullopt;
    FraudFindings findings;
    findings.score = output[key::fraudScore].asDecimal();
    findings.verdict = fraudVerdictFrom(output[key::verdict].asText()).value_or(FraudVerdict::Clear);
    for (const Value& indicator : output[key::indicators].items()) {
        if (const auto code = reasonCodeFrom(indicator[key::code].asText()))
            findings.list.add({*code, indicator[key::points].asDecimal(), indicator[key::actual].asDecimal()});
    }
    return findings;
}

OrElse<LoanApplication> applicationIn(const Value& input, const Providers& providers, const ProviderCall& call)
{
    const Value& section = input[key::application];
    Result<LoanApplication> given = loanApplicationFrom(section.isObject() ? section : Value::object());
    if (!given)
        return refused(kInvalidApplication, "'" + given.error().field + "' " + given.error().message, given.error().field);
    const bool whole = given->loanAmount && given->annualIncome && given->monthlyDebt && given->requestedTermMonths;
    if (whole || call.applicationId.empty())
        return std::move(given).value();
    OrElse<LoanApplication> stored = lookUpApplication(providers, call);
    if (!stored.ok())
        return stored;
    LoanApplication& application = *stored;
    const LoanApplication nothing;
    prefer(application.userId, given->userId, nothing.userId);
    prefer(application.loanAmount, given->loanAmount, nothing.loanAmount);
    prefer(application.requestedTermMonths, given->requestedTermMonths, nothing.requestedTermMonths);
    prefer(application.loanPurpose, given->loanPurpose, nothing.loanPurpose);
    prefer(application.annualIncome, given->annualIncome, nothing.annualIncome);
    prefer(application.monthlyIncome, given->monthlyIncome, nothing.monthlyIncome);
    prefer(application.monthlyDebt, given->monthlyDebt, nothing.monthlyDebt);
    prefer(application.employment, given->employment, nothing.employment);
    for (const Key& name : {key::loanToValue, key::mortgageInsuranceDenied}) {
        if (const Value* value = given->source.find(name))
            application.source = application.source.with(name, *value);
    }
    return stored;
}

OrElse<KnownCase> knownCase(const Value& input, const TaskContext& context, const Policy& policy, const Providers& providers)
{
    ProviderCall call = callFor(input, context, {key::application, key::credit, key::income});
    OrElse<LoanApplication> application = applicationIn(input, providers, call);
    if (!application.ok())
        return std::move(application).output();
    OrElse<Facts> facts = factsFrom(policy,
        {input[key::credit], input[key::income], key::credit, key::income, moneyValue(application->loanAmount), &*application});
    if (!facts.ok())
        return std::move(facts).output();
    return KnownCase {std::move(call), *std::move(application), *std::move(facts)};
}

}  // namespace baton::tasks
