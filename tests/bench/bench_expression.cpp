// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// What resolving a task's input costs, and a script or jq program evaluated again and again.

#include "engine/expression/evaluator.h"
#include "engine/expression/jsonpath.h"
#include "engine/expression/template.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

using namespace baton;

namespace {

template <typename Work>
double nanoseconds(int calls, Work&& work)
{
    using Clock = std::chrono::steady_clock;
    double best = 1e300;
    for (int round = 0; round < 15; ++round) {
        const auto start = Clock::now();
        for (int call = 0; call < calls; ++call)
            work();
        const std::chrono::duration<double, std::nano> taken = Clock::now() - start;
        best = std::min(best, taken.count() / calls);
    }
    return best;
}

void say(const char* what, double time)
{
    std::printf("%-58s %10.0f ns\n", what, time);
}

class Scope final : public ReferenceScope {
public:
    Scope()
    {
        Value input = Value::object({{"applicant", Value::object({{"name", "Ada"}, {"income", 5200.5}})}, {"amount", 25000}});
        Value output = Value::object({{"score", 712}, {"list", Value::array({Value::object({{"x", 1}}), Value::object({{"x", 2}})})}});
        m_workflow = Value::object({{"input", std::move(input)}});
        m_credit = Value::object({{"output", std::move(output)}});
    }
    const Value* root(std::string_view name, std::string_view) override
    {
        if (name == "workflow")
            return &m_workflow;
        return name == "credit" ? &m_credit : nullptr;
    }
    std::optional<Value> environment(std::string_view) override { return std::nullopt; }
    std::string_view taskId() const override { return "id"; }
    [[nodiscard]] const Value& workflow() const noexcept { return m_workflow; }

private:
    Value m_workflow;
    Value m_credit;
};

std::size_t g_seen = 0;   // keeps the optimiser from dropping the work

void resolving(Scope& scope)
{
    const Template plain(Value::object({{"name", "${workflow.input.applicant.name}"},
        {"income", "${workflow.input.applicant.income}"}, {"amount", "${workflow.input.amount}"},
        {"score", "${credit.output.score}"}, {"applicant", "${workflow.input.applicant}"}, {"missing", "${credit.output.none}"}}));
    say("6 inputs of plain references", nanoseconds(20'000, [&] { g_seen += plain.resolve(scope).size(); }));
    const Template text(Value::object({{"text", "score ${credit.output.score} of ${workflow.input.applicant.name}"}}));
    say("1 text with 2 references", nanoseconds(20'000, [&] { g_seen += text.resolve(scope).size(); }));
    const Template filter(Value::object({{"x", "${credit.output.list[?(@.x > 1)].x}"}}));
    say("1 path with a filter", nanoseconds(5'000, [&] { g_seen += filter.resolve(scope).size(); }));
    const Template nested(Value::object({{"x", "${credit.output.${workflow.input.applicant.name}}"}}));
    say("1 nested reference", nanoseconds(5'000, [&] { g_seen += nested.resolve(scope).size(); }));
    say("parsing the 6 inputs", nanoseconds(2'000, [&] { g_seen += Template(plain.source()).hasExpressions() ? 1U : 0U; }));
    say("parsing a path with a filter", nanoseconds(2'000, [] {
        g_seen += JsonPath::parse("$.a.list[?(@.x > 1 && @.name =~ /b.*/i)].x").ok() ? 1U : 0U;
    }));
}

void evaluating(const Value& input)
{
    const Evaluators evaluators = makeEvaluators();
    const auto script = [&](const char* what, const char* text) {
        say(what, nanoseconds(2'000, [&] { g_seen += evaluators.javascript->evaluate(text, input).ok() ? 1U : 0U; }));
    };
    script("JavaScript: an expression", "$.input.amount > 1000 ? 'large' : 'small'");
    script("JavaScript: a function called", "function f() { if ($.input.amount > 1) { return {a: 1, b: 'x'}; } return null; } f();");
    script("JavaScript: statements, compiled at each run", "if ($.input.amount > 1) { 'large' } else { 'small' }");
    say("JavaScript: an engine", nanoseconds(5, [&] { g_seen += makeJavaScript()->evaluate("1", input).ok() ? 1U : 0U; }));
    say("jq: a query", nanoseconds(2'000, [&] {
        g_seen += evaluators.jq->evaluate(".input | {name: .applicant.name, twice: (.amount * 2)}", input).ok() ? 1U : 0U;
    }));
    say("jq: a query on the thread with the deep stack", nanoseconds(500, [&] {
        g_seen += evaluators.jq->evaluate("[.input.amount, 2] | reduce .[] as $x (0; . + $x)", input).ok() ? 1U : 0U;
    }));
    say("jq: a program compiled", nanoseconds(2, [&] { g_seen += makeJq()->evaluate(".a", input).ok() ? 1U : 0U; }));
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    Scope scope;
    resolving(scope);
    evaluating(scope.workflow());
    return g_seen > 0 ? 0 : 1;
}
