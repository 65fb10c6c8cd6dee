// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// A portfolio of applications (the Boston sample again and again, with noise of a fixed seed) through the full underwriting
// workflow. Prints the time, rows a second and the greatest memory in use; then a tick of a threshold over all of them, the
// matrix behind a click, and a case made again for the debugger.
// bench_replay [applications, 100000] [threads, 2] [policies, 1]
#include "cli/replayimpact.h"
#include "engine/replay/batchreplay.h"

#include <QtCore/QCoreApplication>

#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace baton;
using namespace baton::cli;

namespace {

std::string noisy(std::string_view cell, SeededIdSource& chance)
{
    const double value = std::strtod(std::string(cell).c_str(), nullptr);
    const double factor = 0.95 + static_cast<double>(chance.nextNumber(10'000)) / 100'000.0;
    return std::to_string(std::round(value * factor * 10'000) / 10'000);
}

/// `count` rows: each a row of the sample with its ratios moved by up to 5 %.
std::shared_ptr<const DataTable> portfolio(const DataTable& sample, std::size_t count)
{
    SeededIdSource chance(6);
    DataTable table;
    table.source = "portfolio";
    table.columns = sample.columns;
    table.rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        DataRow row = sample.rows[i % sample.rows.size()];
        row.line = static_cast<int>(i + 2);
        row.cells[0] = Text(std::to_string(i + 1));
        for (std::size_t c = 1; c <= 3; ++c)
            row.cells[c] = Text(noisy(row.cells[c].view(), chance));
        table.rows.push_back(std::move(row));
    }
    return std::make_shared<const DataTable>(std::move(table));
}

double megabytes()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

class Stopwatch {
public:
    [[nodiscard]] double milliseconds() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

void measureTicks(const Casebook& casebook, ReplayPlan plan, const OutcomeTable& table, const Clock& clock)
{
    const PolicyText policy = findPolicy(casebook, "standard").valueOr({});
    plan.variants.resize(1);
    const WhatIf whatIf(plan, std::make_shared<const OutcomeTable>(withOnly(table, 0)), variantMaker(casebook, policy), underwritingImpact(), clock);
    for (const char* const path : {"limits.credit_score_minimum.value", "limits.debt_to_income_maximum.value"}) {
        const Value before = parameterOf(policy, path).valueOr({});
        const Value after = before.isInteger() ? Value(before.asInteger() + 5) : Value(before.asDecimal() - 0.01);
        const Stopwatch watch;
        const auto outcome = whatIf.run({{path, before}}, {{path, after}});
        std::printf("tick of %s: %.0f ms, %zu rows ran again\n", path, watch.milliseconds(), outcome ? outcome->ran : 0);
    }
}

void measureClick(const Casebook& casebook, const OutcomeTable& table)
{
    const Stopwatch matrix;
    const DecisionScale scale;
    const DecisionMatrix counts = matrixOf(table, OutcomeTable::kHistory, 0, scale);
    const RowList rows = rowsBehind(table, OutcomeTable::kHistory, 0, counts.firstWords.front(), counts.secondWords.front());
    std::printf("matrix and the rows behind a cell: %.1f ms\n", matrix.milliseconds());
    const Stopwatch click;
    for (const char* const policy : {"standard", "cautious"}) {
        RehearsalRequest request;
        request.row = table.rows[rows.empty() ? 0 : rows[rows.size() / 2]];
        request.policy = policy;
        request.startAt = replayMorning();
        auto setup = prepareRehearsal(casebook, request);
        if (auto rehearsal = setup ? Rehearsal::start(std::move(setup).value()) : Result<std::unique_ptr<Rehearsal>>(Error {}))
            (void)(*rehearsal)->run();
    }
    std::printf("a case run again under two policies: %.0f ms\n", click.milliseconds());
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto count = static_cast<std::size_t>(argc > 1 ? std::atol(argv[1]) : 100'000);
    const auto threads = static_cast<unsigned>(argc > 2 ? std::atol(argv[2]) : 2);
    auto casebook = Casebook::fromSample("underwriting-full");
    if (!casebook)
        return 1;
    ReplayRequest request;
    request.policies = {"standard"};
    if (argc > 3 && std::atol(argv[3]) > 1)
        request.policies.emplace_back("cautious");
    request.threads = threads;
    auto plan = prepareReplay(*casebook, request);
    if (!plan)
        return 1;
    plan->data = portfolio(*casebook->table, count);
    std::printf("%zu applications x %zu policies, %u threads; the data set takes %.0f MiB\n", count, plan->variants.size(), threads, megabytes());
    const SystemClock clock;
    const Stopwatch watch;
    const auto table = replayAll(*plan, clock);
    const double seconds = watch.milliseconds() / 1000;
    if (!table)
        return 1;
    std::printf("%.2f s, %.0f applications/s, at most %.0f MiB, table %.0f MiB, digest %016llx\n", seconds,
        static_cast<double>(count) / seconds, megabytes(), static_cast<double>((*table)->bytes()) / 1048576,
        static_cast<unsigned long long>((*table)->digest()));
    std::map<std::string, std::size_t> outcomes;
    for (std::size_t v = 0; v < plan->variants.size(); ++v)
        for (std::size_t i = 0; i < (*table)->size(); ++i)
            ++outcomes[plan->variants[v].policy + " " + std::string((*table)->decisionWord((*table)->decision(v, i))) + " " + std::string(toText((*table)->variants[v].status[i]))
                + " " + std::string((*table)->references.word((*table)->variants[v].stoppedAt[i]))];
    for (const auto& [outcome, rows] : outcomes)
        std::printf("  %-60s %zu\n", outcome.c_str(), rows);
    casebook->table = plan->data;
    measureTicks(*casebook, *plan, **table, clock);
    measureClick(*casebook, **table);
    return 0;
}
