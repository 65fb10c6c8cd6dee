// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/whatif.h"

#include "engine/replay/batchreplay.h"

#include <algorithm>

namespace baton {

namespace {

/// Numbers a pool's words anew in order of first use.
class Renumbering {
public:
    Renumbering(const WordPool& from, WordPool& to) : m_from(from), m_to(to), m_known(from.size(), kUnknown) { }
    WordCode operator()(WordCode code)
    {
        if (m_known[code] == kUnknown)
            m_known[code] = m_to.codeOf(m_from.word(code));
        return m_known[code];
    }

private:
    static constexpr WordCode kUnknown = 0xffffffff;
    const WordPool& m_from;
    WordPool& m_to;
    std::vector<WordCode> m_known;
};

void setRow(VariantColumns& to, std::size_t row, const VariantColumns& from, std::size_t at, const std::vector<std::vector<WordCode>>& pools,
            const std::vector<WordCode>& paths, const std::vector<WordCode>& references)
{
    to.status[row] = from.status[at];
    to.path[row] = paths[from.path[at]];
    to.stoppedAt[row] = references[from.stoppedAt[at]];
    to.attempts[row] = from.attempts[at];
    for (std::size_t m = 0; m < to.words.size(); ++m) {
        if (!to.words[m].empty())
            to.words[m][row] = pools[m][from.words[m][at]];
        if (!to.numbers[m].empty())
            to.numbers[m][row] = from.numbers[m][at];
    }
}

/// The base with the rows of `again` put in the place of its own.
OutcomeTable patched(const OutcomeTable& base, const OutcomeTable& again)
{
    OutcomeTable table = base;
    std::vector<std::vector<WordCode>> pools;
    for (std::size_t m = 0; m < table.measures.size(); ++m)
        pools.push_back(table.pools[m].take(again.pools[m]));
    const auto paths = table.paths.take(again.paths);
    const auto references = table.references.take(again.references);
    for (std::size_t at = 0, row = 0; at < again.size(); ++at) {
        while (row < table.size() && table.rows[row] < again.rows[at])
            ++row;
        setRow(table.variants[0], row, again.variants[0], at, pools, paths, references);
    }
    std::erase_if(table.problems, [&](const RunProblem& p) { return std::binary_search(again.rows.begin(), again.rows.end(), p.row); });
    table.problems.insert(table.problems.end(), again.problems.begin(), again.problems.end());
    std::stable_sort(table.problems.begin(), table.problems.end(), [](const RunProblem& a, const RunProblem& b) { return a.row < b.row; });
    return renumbered(table);
}

}  // namespace

OutcomeTable renumbered(const OutcomeTable& table)
{
    OutcomeTable made = table;
    made.paths = {};
    made.references = {};
    made.protectedPool = {};
    for (WordPool& pool : made.pools)
        pool = {};
    std::vector<Renumbering> pools;
    for (std::size_t m = 0; m < table.measures.size(); ++m)
        pools.emplace_back(table.pools[m], made.pools[m]);
    Renumbering paths(table.paths, made.paths);
    Renumbering references(table.references, made.references);
    Renumbering protectedWords(table.protectedPool, made.protectedPool);
    const auto decides = table.measureOf(MeasureRole::Decision);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (decides)
            made.history[row] = pools[*decides](table.history[row]);
        for (std::size_t p = 0; p < made.protectedWords.size(); ++p)
            made.protectedWords[p][row] = protectedWords(table.protectedWords[p][row]);
        for (std::size_t v = 0; v < made.variants.size(); ++v) {
            made.variants[v].path[row] = paths(table.variants[v].path[row]);
            made.variants[v].stoppedAt[row] = references(table.variants[v].stoppedAt[row]);
            for (std::size_t m = 0; m < made.measures.size(); ++m)
                if (!made.variants[v].words[m].empty())
                    made.variants[v].words[m][row] = pools[m](table.variants[v].words[m][row]);
        }
    }
    return made;
}

OutcomeTable withOnly(const OutcomeTable& table, std::size_t variant)
{
    OutcomeTable one = table;
    one.variants = {table.variants.at(variant)};
    std::erase_if(one.problems, [&](const RunProblem& p) { return p.variant != variant; });
    for (RunProblem& problem : one.problems)
        problem.variant = 0;
    return renumbered(one);
}

WhatIf::WhatIf(ReplayPlan plan, std::shared_ptr<const OutcomeTable> base, VariantMaker maker, ImpactFinder impact, const Clock& clock)
    : m_plan(std::move(plan)), m_base(std::move(base)), m_maker(std::move(maker)), m_impact(std::move(impact)), m_clock(clock)
{
}

Result<WhatIfOutcome> WhatIf::run(const std::vector<ParameterValue>& before, const std::vector<ParameterValue>& after) const
{
    auto variant = m_maker(after);
    if (!variant)
        return std::move(variant).error();
    std::vector<RowTest> tests;
    for (std::size_t i = 0; i < after.size() && i < before.size(); ++i) {
        if (before[i] == after[i])
            continue;
        RowTest test = m_impact ? m_impact(*m_base, before[i], after[i]) : RowTest {};
        tests.push_back(test ? std::move(test) : RowTest([](std::size_t) { return true; }));
    }
    // Two changes at once can reach where neither does alone: only a single one is told apart by rows.
    if (tests.size() > 1)
        tests = {[](std::size_t) { return true; }};
    ReplayPlan plan = m_plan;
    plan.variants = {std::move(variant).value()};
    plan.rows.clear();
    for (std::size_t row = 0; row < m_base->size() && !tests.empty(); ++row)
        if (tests.front()(row))
            plan.rows.push_back(m_base->rows[row]);
    if (plan.rows.empty())
        return WhatIfOutcome {m_base, 0};
    const std::size_t ran = plan.rows.size();
    const auto again = replayAll(std::move(plan), m_clock);
    if (!again)
        return again.error();
    return WhatIfOutcome {std::make_shared<const OutcomeTable>(patched(*m_base, **again)), ran};
}

namespace {

/// The base and the changed side by side, for what compares two variants of one table.
SwapSet against(const OutcomeTable& base, const OutcomeTable& changed, const DecisionScale& scale)
{
    SwapSet set;
    for (std::size_t row = 0; row < base.size(); ++row) {
        const std::string_view a = base.decisionWord(base.decision(0, row));
        const std::string_view b = changed.decisionWord(changed.decision(0, row));
        ++set.total;
        set.flips += a != b ? 1U : 0U;
        const bool was = scale.approves(a);
        const bool is = scale.approves(b);
        ++(was ? (is ? set.bothApprove : set.swappedOut) : (is ? set.swappedIn : set.neitherApproves));
    }
    return set;
}

SweepPoint pointOf(const WhatIf& whatIf, const WhatIfOutcome& outcome, const FigureSettings& settings)
{
    return {0, 0, figuresOf(*outcome.table, 0, settings), against(whatIf.base(), *outcome.table, settings.scale), outcome.ran};
}

// A whole parameter stays a whole number.
Value like(const Value& model, double number)
{
    return model.isInteger() ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

}  // namespace

Result<std::vector<SweepPoint>> sweep(const WhatIf& whatIf, const ParameterValue& parameter, const std::vector<double>& values, const FigureSettings& settings)
{
    std::vector<SweepPoint> points;
    std::optional<Error> refused;
    for (const double value : values) {
        const auto outcome = whatIf.run({parameter}, {{parameter.path, like(parameter.value, value)}});
        if (!outcome) {
            refused = outcome.error();
            continue;
        }
        points.push_back(pointOf(whatIf, *outcome, settings));
        points.back().first = value;
    }
    if (points.empty() && refused)
        return *refused;
    return points;
}

Result<std::vector<SweepPoint>> sweepTwo(const WhatIf& whatIf, const ParameterValue& first, const std::vector<double>& firstValues,
                                         const ParameterValue& second, const std::vector<double>& secondValues, const FigureSettings& settings)
{
    std::vector<SweepPoint> points;
    for (const double a : firstValues) {
        for (const double b : secondValues) {
            const auto outcome = whatIf.run({first, second}, {{first.path, like(first.value, a)}, {second.path, like(second.value, b)}});
            if (!outcome)
                return outcome.error();
            points.push_back(pointOf(whatIf, *outcome, settings));
            points.back().first = a;
            points.back().second = b;
        }
    }
    return points;
}

}  // namespace baton
