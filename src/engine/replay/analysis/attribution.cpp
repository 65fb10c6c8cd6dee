// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/attribution.h"

#include "engine/base/ids.h"
#include "engine/replay/caserun.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace baton {

namespace {

using Subset = std::vector<bool>;

/// For each flipped row, whether it has flipped once a subset of the changes is made. The rows are mapped once, each subset
/// runs once; one thread, as the rows are few.
class SubsetRuns {
public:
    SubsetRuns(const ReplayPlan& plan, const std::vector<ParameterValue>& changes, const VariantMaker& maker)
        : m_plan(plan), m_changes(changes), m_maker(maker), m_reader(plan.measures)
    {
    }

    Status prepare(const OutcomeTable& table, std::size_t first, const RowList& rows)
    {
        const auto scripts = makeJavaScript();
        const auto mapper = CaseMapper::make(m_plan.mapping, *m_plan.data, *scripts);
        if (!mapper)
            return mapper.error();
        for (const std::uint32_t row : rows) {
            auto mapped = mapper->map(*m_plan.data, table.rows[row]);
            if (!mapped)
                return std::move(mapped).error();
            m_cases.push_back({table.rows[row], mapped->input, mapped->record.without("decision"), std::string(table.decisionWord(table.decision(first, row)))});
        }
        return {};
    }
    [[nodiscard]] std::size_t count() const noexcept { return m_known.size(); }

    Result<const std::vector<bool>*> flipped(const Subset& subset)
    {
        if (const auto known = m_known.find(subset); known != m_known.end())
            return &known->second;
        std::vector<ParameterValue> made;
        for (std::size_t i = 0; i < subset.size(); ++i)
            if (subset[i])
                made.push_back(m_changes[i]);
        const auto variant = m_maker(made);
        if (!variant)
            return variant.error();
        auto handlers = variant->handlers();
        if (!handlers)
            return std::move(handlers).error();
        CaseRun run(m_plan, *variant, std::move(handlers).value());
        std::vector<bool> flips;
        for (const Case& one : m_cases) {
            (void)run.run(one.input, one.record, one.row);
            flips.push_back(decisionOf(run) != one.before);
        }
        return &m_known.emplace(subset, std::move(flips)).first->second;
    }

private:
    struct Case {
        std::uint32_t row;
        Value input;
        Value record;
        std::string before;
    };
    [[nodiscard]] std::string decisionOf(const CaseRun& run) const
    {
        const ExecutionPtr execution = run.main();
        for (std::size_t m = 0; m < m_reader.specs().size(); ++m)
            if (m_reader.specs()[m].role == MeasureRole::Decision && execution)
                return std::string(m_reader.read(m, *execution).asText());
        return {};
    }

    const ReplayPlan& m_plan;
    const std::vector<ParameterValue>& m_changes;
    const VariantMaker& m_maker;
    MeasureReader m_reader;
    std::vector<Case> m_cases;
    std::map<Subset, std::vector<bool>> m_known;
};

Subset subsetOf(std::size_t bits, std::size_t size)
{
    Subset subset(size);
    for (std::size_t i = 0; i < size; ++i)
        subset[i] = ((bits >> i) & 1U) != 0;
    return subset;
}

Status exactly(SubsetRuns& runs, FlipAttribution& made, std::size_t n)
{
    std::vector<double> weight(n);   // of a subset of that size without the change
    for (std::size_t size = 0; size < n; ++size) {
        double ways = 1;             // n * C(n - 1, size)
        for (std::size_t k = 0; k < size; ++k)
            ways = ways * static_cast<double>(n - 1 - k) / static_cast<double>(k + 1);
        weight[size] = 1 / (ways * static_cast<double>(n));
    }
    for (std::size_t bits = 0; bits < (std::size_t {1} << n); ++bits) {
        const Subset without = subsetOf(bits, n);
        const auto size = static_cast<std::size_t>(std::count(without.begin(), without.end(), true));
        const auto before = runs.flipped(without);
        if (!before)
            return before.error();
        for (std::size_t i = 0; i < n; ++i) {
            if (without[i])
                continue;
            Subset with = without;
            with[i] = true;
            const auto after = runs.flipped(with);
            if (!after)
                return after.error();
            for (std::size_t row = 0; row < made.byRow.size(); ++row)
                made.byRow[row][i] += weight[size] * (static_cast<double>((**after)[row]) - static_cast<double>((**before)[row]));
        }
    }
    return {};
}

Status byOrders(SubsetRuns& runs, FlipAttribution& made, std::size_t n, const AttributionSettings& settings)
{
    SeededIdSource chance(settings.seed);
    std::vector<Moments> sums(n);
    const auto orders = static_cast<double>(settings.orders);
    for (std::size_t drawn = 0; drawn < settings.orders; ++drawn) {
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t {0});
        for (std::size_t i = n; i > 1; --i)
            std::swap(order[i - 1], order[static_cast<std::size_t>(chance.nextNumber(i))]);
        Subset subset(n);
        for (const std::size_t change : order) {
            const auto before = runs.flipped(subset);
            subset[change] = true;
            const auto after = before ? runs.flipped(subset) : before;
            if (!after)
                return after.error();
            double sum = 0;
            for (std::size_t row = 0; row < made.byRow.size(); ++row) {
                const double part = static_cast<double>((**after)[row]) - static_cast<double>((**before)[row]);
                made.byRow[row][change] += part / orders;
                sum += part;
            }
            sums[change].add(sum);
        }
    }
    for (std::size_t i = 0; i < n; ++i)
        made.shares[i].interval = meanOf(sums[i]).interval;
    return {};
}

}  // namespace

Result<FlipAttribution> attributeFlips(const ReplayPlan& plan, const OutcomeTable& table, std::size_t first, std::size_t second, const std::vector<ParameterValue>& changes,
                                       const VariantMaker& maker, const AttributionSettings& settings)
{
    FlipAttribution made;
    made.rows = rowsBehind(table, first, second, {}, SwapPart::Flips);
    made.flips = made.rows.size();
    const std::size_t n = changes.size();
    for (const ParameterValue& change : changes)
        made.shares.push_back({change.path});
    if (made.rows.empty() || n == 0)
        return made;
    made.byRow.assign(made.rows.size(), std::vector<double>(n));
    SubsetRuns runs(plan, changes, maker);
    if (Status ready = runs.prepare(table, first, made.rows); !ready)
        return std::move(ready).error();
    made.exact = n <= std::min<std::size_t>(settings.exactUpTo, 16);
    if (Status done = made.exact ? exactly(runs, made, n) : byOrders(runs, made, n, settings); !done)
        return std::move(done).error();
    for (std::size_t i = 0; i < n; ++i) {
        FlipShare& share = made.shares[i];
        for (const auto& row : made.byRow)
            share.flips += row[i];
        if (made.exact)
            share.interval = {share.flips, share.flips};
        Subset alone(n);
        alone[i] = true;
        Subset others(n, true);
        others[i] = false;
        const auto single = runs.flipped(alone);
        const auto without = single ? runs.flipped(others) : single;
        if (!without)
            return without.error();
        share.alone = static_cast<std::size_t>(std::count((*single)->begin(), (*single)->end(), true));
        share.decisive = static_cast<std::size_t>(std::count((*without)->begin(), (*without)->end(), false));
    }
    made.runs = runs.count();
    return made;
}

}  // namespace baton
