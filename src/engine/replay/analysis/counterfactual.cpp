// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/counterfactual.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

const Key kInput {"input"};
const Key kDecision {"decision"};

Value whole(const MappedCase& mapped)
{
    return mapped.record.with(kInput, mapped.input);
}

MappedCase caseFrom(const Value& sections)
{
    return {sections[kInput], sections.without(kInput), Value::object()};
}

std::optional<double> valueAt(const Value& sections, const Lever& lever)
{
    for (const Path& place : lever.places)
        if (const Value* const value = find(sections, place); value != nullptr && value->isNumber())
            return value->asDecimal();
    return std::nullopt;
}

Value moved(Value sections, const Lever& lever, double to)
{
    for (const Path& place : lever.places) {
        if (find(sections, place) == nullptr)
            continue;
        const Value value = lever.whole ? Value(static_cast<std::int64_t>(std::llround(to))) : Value(to);
        if (auto placed = withValueAt(sections, place, value))
            sections = std::move(placed).value();
    }
    return sections;
}

/// The lever's values that are `steps` away from where it stands, inside its bounds.
std::vector<double> at(const Lever& lever, double from, std::size_t steps)
{
    std::vector<double> values;
    const double reach = lever.step * static_cast<double>(steps);
    for (const double to : {from - reach, from + reach})
        if (to >= lever.least && to <= lever.most)
            values.push_back(to);
    return values;
}

std::size_t stepsWithin(const Lever& lever, double from)
{
    const double reach = std::max(from - lever.least, lever.most - from);
    return lever.step > 0 && reach > 0 ? static_cast<std::size_t>(std::min(1e6, reach / lever.step)) : 0;
}

}  // namespace

struct CounterfactualSearch::Moved {
    const Lever* lever;
    double from;
};

CounterfactualSearch::CounterfactualSearch(const ReplayPlan& plan, std::size_t variant, ReplayHandlers handlers)
    : m_plan(plan), m_scripts(makeJavaScript()), m_reader(plan.measures), m_run(m_plan, m_plan.variants[variant], std::move(handlers))
{
}

Result<std::unique_ptr<CounterfactualSearch>> CounterfactualSearch::make(const ReplayPlan& plan, std::size_t variant)
{
    auto handlers = plan.variants.at(variant).handlers();
    if (!handlers)
        return std::move(handlers).error();
    auto search = std::unique_ptr<CounterfactualSearch>(new CounterfactualSearch(plan, variant, std::move(handlers).value()));
    auto mapper = CaseMapper::make(plan.mapping, *plan.data, *search->m_scripts);
    if (!mapper)
        return std::move(mapper).error();
    search->m_mapper = std::move(mapper).value();
    return search;
}

std::string CounterfactualSearch::decisionOf(const MappedCase& mapped, std::uint32_t row)
{
    ++m_runs;
    (void)m_run.run(mapped.input, mapped.record.without(kDecision), row);
    const ExecutionPtr execution = m_run.main();
    for (std::size_t m = 0; m < m_reader.specs().size(); ++m)
        if (m_reader.specs()[m].role == MeasureRole::Decision && execution)
            return std::string(m_reader.read(m, *execution).asText());
    return {};
}

Result<std::vector<Counterfactual>> CounterfactualSearch::find(std::uint32_t row, const std::vector<Lever>& levers, const std::function<bool(std::string_view)>& wanted, std::size_t mostRuns)
{
    const auto mapped = m_mapper->map(*m_plan.data, row);
    if (!mapped)
        return mapped.error();
    m_runs = 0;
    const Value sections = whole(*mapped);
    std::vector<Counterfactual> found;
    std::vector<Moved> movable;
    for (const Lever& lever : levers) {
        const auto from = valueAt(sections, lever);
        if (!from)
            continue;
        movable.push_back({&lever, *from});
        const std::size_t most = stepsWithin(lever, *from);
        bool isThere = false;
        for (std::size_t steps = 1; steps <= most && !isThere && m_runs < mostRuns; ++steps) {
            for (const double to : at(lever, *from, steps)) {
                const std::string decision = decisionOf(caseFrom(moved(sections, lever, to)), row);
                if (!wanted(decision))
                    continue;
                found.push_back({{{lever.name, *from, to}}, static_cast<double>(steps), decision});
                isThere = true;
                break;
            }
        }
    }
    // Two together, by the sum of their steps: the first that is found is the smallest.
    for (std::size_t sum = 2; found.empty() && sum < 60 && m_runs < mostRuns; ++sum) {
        for (std::size_t i = 0; i < movable.size() && found.empty(); ++i)
            for (std::size_t j = i + 1; j < movable.size() && found.empty(); ++j)
                for (std::size_t part = 1; part < sum && found.empty(); ++part)
                    for (const double a : at(*movable[i].lever, movable[i].from, part))
                        for (const double b : at(*movable[j].lever, movable[j].from, sum - part)) {
                            const std::string decision = decisionOf(caseFrom(moved(moved(sections, *movable[i].lever, a), *movable[j].lever, b)), row);
                            if (found.empty() && wanted(decision))
                                found.push_back({{{movable[i].lever->name, movable[i].from, a}, {movable[j].lever->name, movable[j].from, b}}, static_cast<double>(sum), decision});
                        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Counterfactual& a, const Counterfactual& b) { return a.steps < b.steps; });
    return found;
}

}  // namespace baton
