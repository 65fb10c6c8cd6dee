// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/task/taskregistry.h"
#include "engine/value/json.h"
#include "tasks/underwriting/fixture_context.h"
#include "tasks/underwriting/handlers/register.h"
#include "tasks/underwriting/policyreader.h"
#include "tasks/underwriting/providers/recorded.h"
#include "tasks/underwriting/providers/simulated.h"

#include <QTest>

namespace baton::tasks::test {

inline Value json(std::string_view text)
{
    const Result<Value> value = parseJson(text);
    if (!value)
        qFatal("bad JSON in a test: %s", value.error().oneLine().c_str());
    return *value;
}

/// A member by a dotted path of names and indexes.
inline Value at(const Value& value, std::string_view path)
{
    const Result<Path> parsed = Path::parse(path);
    const Value* found = parsed ? find(value, *parsed) : nullptr;
    return found != nullptr ? *found : Value();
}

/// An applicant nobody would worry about: 120,000 a year, verified; 760; debts of 20 %; asks for 50,000 over 60 months.
inline Value goodRow()
{
    return json(R"({
        "application": {"id": "APP-1", "user_id": "U-1", "loan_amount": 50000, "requested_term_months": 60,
            "loan_purpose": "auto", "annual_income": 120000, "monthly_income": 10000, "monthly_debt_payments": 2000,
            "employment_status": "employed", "current_state": "submitted"},
        "credit": {"credit_score": 760, "credit_utilization": 0.2, "accounts": 8, "inquiries": 1,
            "payment_history": {"on_time": 100}, "report_provider": "test bureau", "report_date": "2025-12-31"},
        "income": {"verification_status": "verified", "verified_annual_income": 120000, "employment_status": "employed"}
    })");
}

inline Value withField(const Value& row, std::string_view path, Value value)
{
    return withValueAt(row, *Path::parse(path), std::move(value)).valueOr(row);
}

/// The tasks over one row, as a workflow would call them.
class Desk {
public:
    explicit Desk(Value row = goodRow(), std::shared_ptr<const Policy> policy = standardPolicy())
        : rows(std::make_shared<SingleRow>(std::move(row)))
    {
        use(std::move(policy), recordedProviders(rows));
    }
    Desk(std::shared_ptr<const Policy> policy, Providers providers) { use(std::move(policy), std::move(providers)); }

    TaskOutput run(std::string_view type, const Value& input) { return registry->run(type, input, context); }
    Value output(std::string_view type, const Value& input)
    {
        const TaskOutput result = run(type, input);
        if (result.outcome != TaskOutcome::Completed)
            qWarning("%s: %s", std::string(type).c_str(), result.reason.c_str());
        return result.output;
    }

    static Value ids() { return json(R"({"application_id": "APP-1", "user_id": "U-1"})"); }
    Value credit() { return output("credit_check", ids().with("credit_bureau_consent", true)); }
    Value income() { return output("income_verification", ids().with("income_verification_consent", true)); }
    Value risk(const Value& amount = 50000)
    {
        return output("risk_assessment", Value::object({{"credit_data", credit()}, {"income_data", income()},
            {"loan_amount", amount}, {"loan_purpose", "auto"}}));
    }
    Value decisionInput(const Value& amount = 50000)
    {
        return Value::object({{"risk_assessment", risk(amount)}, {"credit_check", credit()},
            {"income_verification", income()}, {"loan_amount", amount}, {"loan_purpose", "auto"}});
    }
    Value decision(const Value& amount = 50000) { return output("underwriting_decision", decisionInput(amount)); }

    std::shared_ptr<SingleRow> rows;
    std::unique_ptr<TaskRegistry> registry;
    Context context;

private:
    void use(std::shared_ptr<const Policy> policy, Providers providers)
    {
        registry = std::make_unique<TaskRegistry>();
        const Status status = registerUnderwriting(*registry, std::move(policy), std::move(providers));
        if (!status)
            qFatal("%s", status.error().oneLine().c_str());
    }
};

}  // namespace baton::tasks::test
