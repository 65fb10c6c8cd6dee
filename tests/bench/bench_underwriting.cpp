// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// All 13 underwriting tasks for many applicants, as a workflow would hand their outputs on: time for each task, and in all.
// bench_underwriting [applications, 20000]
#include "engine/task/taskregistry.h"
#include "tasks/underwriting/handlers/register.h"
#include "tasks/underwriting/policyreader.h"
#include "tasks/underwriting/providers/recorded.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace baton;
using namespace baton::tasks;

namespace {

class Context final : public TaskContext {
public:
    const Clock& clock() const override { return m_clock; }
    std::string_view taskId() const override { return "task"; }
    std::string_view workflowId() const override { return "workflow"; }
    std::string_view referenceName() const override { return "ref"; }
    int attempt() const override { return 0; }
    std::stop_token stopToken() const override { return {}; }
    bool sideEffectsAllowed() const override { return false; }
    void log(std::string) override { }

private:
    VirtualClock m_clock {1767225600000};
};

Value rowFor(int number)
{
    const Value application = Value::object({{"id", "A-" + std::to_string(number)}, {"user_id", "U"},
        {"loan_amount", 150000 + number % 700 * 1000}, {"requested_term_months", 360}, {"loan_purpose", "home_purchase"},
        {"annual_income", 60000 + number % 50 * 2000}, {"monthly_debt_payments", 1200 + number % 13 * 150},
        {"employment_status", number % 7 == 0 ? "self_employed" : "employed"}});
    const Value credit = Value::object({{"credit_score", 560 + number * 37 % 290}, {"credit_utilization", number % 100 / 100.0},
        {"accounts", 6}, {"inquiries", number % 10},
        {"payment_history", Value::object({{"on_time", 80}, {"late_30", number % 4}})},
        {"derogatory", Value::object({{"collections", number % 11 == 0 ? 1 : 0}})}});
    const Value income = Value::object({{"verification_status", number % 6 == 0 ? "unverified" : "verified"}});
    return Value::object({{"application", application}, {"credit", credit}, {"income", income}});
}

struct Total {
    std::chrono::nanoseconds time {0};
    long runs = 0;
};

class Bench {
public:
    Bench()
    {
        if (!registerUnderwriting(m_registry, standardPolicy(), recordedProviders(m_rows)))
            std::abort();
    }
    Value run(const char* type, const Value& input)
    {
        const auto began = std::chrono::steady_clock::now();
        TaskOutput result = m_registry.run(type, input, m_context);
        Total& total = m_totals[type];
        total.time += std::chrono::steady_clock::now() - began;
        ++total.runs;
        if (result.outcome != TaskOutcome::Completed) {
            std::fprintf(stderr, "%s: %s\n", type, result.reason.c_str());
            std::exit(1);
        }
        return std::move(result.output);
    }
    void applicant(int number)
    {
        const Value row = rowFor(number);
        m_rows->set(row);
        const Value& application = row["application"];
        const Value ids = Value::object({{"application_id", application["id"]}, {"user_id", "U"},
            {"credit_bureau_consent", true}, {"income_verification_consent", true}});
        const Value amount = application["loan_amount"];
        const Value credit = run("credit_check", ids);
        const Value income = run("income_verification", ids);
        const Value asked = Value::object({{"application", Value::object({{"application_id", application["id"]}, {"loan_amount", amount}})},
            {"credit", credit}, {"income", income}});
        const Value fraud = run("fraud_detection", asked);
        const Value compliance = run("policy_compliance_check", asked);
        const Value risk = run("risk_assessment", Value::object({{"credit_data", credit}, {"income_data", income},
            {"loan_amount", amount}, {"loan_purpose", "home_purchase"}, {"fraud_data", fraud}}));
        const Value decision = run("underwriting_decision", Value::object({{"risk_assessment", risk}, {"credit_check", credit},
            {"income_verification", income}, {"fraud_detection", fraud}, {"policy_compliance", compliance},
            {"loan_amount", amount}, {"loan_purpose", "home_purchase"}}));
        const Value priced = run("calculate_interest_rate", Value::object({{"credit_score", credit["credit_score"]},
            {"risk_level", risk["risk_level"]}, {"loan_amount", amount}, {"term", 360}}));
        run("generate_counter_offer", asked.with("risk", risk).with("fraud", fraud));
        run("process_denial", Value::object({{"decision", "denied"}, {"reasons", Value::array({"LATE_PAYMENTS", "LOW_INCOME"})},
            {"credit", credit}}));
        run("assign_manual_review", Value::object({{"application_id", application["id"]}, {"reasons", decision["decision_reasons"]}}));
        run("process_conditional_approval",
            Value::object({{"decision", "conditional_approval"}, {"conditions", Value::array({"verify_income"})}}));
        run("final_approval", Value::object({{"decision", "approved"}, {"terms", priced["terms"]}}));
        run("update_application_state", Value::object({{"application_id", application["id"]}, {"new_state", decision["decision"]},
            {"decision_details", decision}}));
    }
    void print() const
    {
        Total all;
        for (const auto& [type, total] : m_totals) {
            std::printf("%-30s %8.0f ns\n", type.c_str(), static_cast<double>(total.time.count()) / static_cast<double>(total.runs));
            all.time += total.time;
            all.runs += total.runs;
        }
        std::printf("%-30s %8.0f ns a task, %ld tasks in %.2f s (aim: 2000 ns)\n", "all", static_cast<double>(all.time.count()) / static_cast<double>(all.runs), all.runs, static_cast<double>(all.time.count()) / 1e9);
    }

private:
    std::shared_ptr<SingleRow> m_rows = std::make_shared<SingleRow>();
    TaskRegistry m_registry;
    Context m_context;
    std::map<std::string, Total> m_totals;
};

}  // namespace

int main(int argc, char** argv)
{
    const int applications = argc > 1 ? std::atoi(argv[1]) : 20000;
    Bench bench;
    for (int i = 0; i < applications; ++i)
        bench.applicant(i);
    bench.print();
}
