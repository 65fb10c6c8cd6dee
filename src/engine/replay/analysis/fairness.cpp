// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/fairness.h"

#include "engine/replay/analysis/reasons.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baton {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct GroupCounts {
    std::size_t n = 0;
    std::size_t approved = 0;
    std::size_t thenApproved = 0;          // at the time
    std::size_t thenDenied = 0;
    std::size_t bothApproved = 0;
    std::size_t wronglyApproved = 0;       // now, but not then
    Moments score;
};

std::vector<GroupCounts> countGroups(const OutcomeTable& table, const Segmentation& groups, std::size_t variant, const DecisionScale& scale)
{
    const auto score = table.measureOf(MeasureRole::Score);
    std::vector<GroupCounts> counts(groups.labels.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        GroupCounts& group = counts[groups.segmentOf[row]];
        const bool approved = scale.approves(table.decisionWord(table.decision(variant, row)));
        ++group.n;
        group.approved += approved ? 1U : 0U;
        if (const WordCode then = table.decision(OutcomeTable::kHistory, row); then != 0) {
            const bool was = scale.approves(table.decisionWord(then));
            ++(was ? group.thenApproved : group.thenDenied);
            if (approved)
                ++(was ? group.bothApproved : group.wronglyApproved);
        }
        if (score && variant != OutcomeTable::kHistory)
            if (const double number = table.variants[variant].numbers[*score][row]; !std::isnan(number))
                group.score.add(number);
    }
    return counts;
}

std::optional<std::size_t> referenceOf(const std::vector<GroupCounts>& counts, const Segmentation& groups, const FairnessSettings& settings)
{
    std::optional<std::size_t> best;
    for (std::size_t g = 0; g < counts.size(); ++g) {
        if (counts[g].n < settings.smallestCell || groups.labels[g].empty())
            continue;
        if (groups.labels[g] == settings.reference)
            return g;
        const auto rate = [&](std::size_t i) { return static_cast<double>(counts[i].approved) / static_cast<double>(counts[i].n); };
        if (!best || rate(g) > rate(*best))
            best = g;
    }
    return best;
}

double spread(const std::vector<GroupFigures>& groups, Estimate GroupFigures::* figure)
{
    double low = kNaN;
    double high = kNaN;
    for (const GroupFigures& group : groups) {
        if (group.hidden || (group.*figure).n == 0)
            continue;
        const double value = (group.*figure).value;
        low = std::isnan(low) ? value : std::min(low, value);
        high = std::isnan(high) ? value : std::max(high, value);
    }
    return high - low;
}

void addFunnel(AttributeFigures& figures, const OutcomeTable& table, const Segmentation& groups, std::size_t reference, const FairnessSettings& settings)
{
    std::vector<std::string> tasks;
    std::vector<std::vector<std::string_view>> stepsByPath;
    for (WordCode path = 0; path < table.paths.size(); ++path) {
        stepsByPath.push_back(stepsOf(table.paths.word(path)));
        for (const std::string_view step : stepsByPath.back())
            if (std::find(tasks.begin(), tasks.end(), step) == tasks.end())
                tasks.emplace_back(step);
    }
    std::vector<std::vector<std::size_t>> byPath(groups.labels.size(), std::vector<std::size_t>(table.paths.size()));
    for (std::size_t row = 0; row < table.size(); ++row)
        ++byPath[groups.segmentOf[row]][table.variants[figures.variant].path[row]];
    for (const std::string& task : tasks) {
        std::vector<std::size_t> reached(groups.labels.size());
        std::size_t all = 0;
        for (std::size_t g = 0; g < reached.size(); ++g)
            for (WordCode path = 0; path < table.paths.size(); ++path)
                if (byPath[g][path] > 0 && std::find(stepsByPath[path].begin(), stepsByPath[path].end(), task) != stepsByPath[path].end())
                    reached[g] += byPath[g][path];
        for (const std::size_t n : reached)
            all += n;
        if (all == 0 || all == table.size())   // nobody or everybody: no gap can appear here
            continue;
        FunnelStep step {task, {}, {}};
        for (std::size_t g = 0; g < reached.size(); ++g) {
            const GroupFigures& group = figures.groups[g];
            step.reached.push_back(group.hidden ? Estimate {} : shareOf(reached[g], group.n, settings.confidence));
            step.impactRatio.push_back(group.hidden ? Estimate {} : ratioOf(reached[g], group.n, reached[reference], figures.groups[reference].n, settings.confidence));
        }
        figures.funnel.push_back(std::move(step));
    }
}

}  // namespace

AttributeFigures fairnessOf(const OutcomeTable& table, std::size_t attribute, std::size_t variant, const FairnessSettings& settings)
{
    const Segmentation groups = segmentsByProtected(table, attribute);
    const auto counts = countGroups(table, groups, variant, settings.scale);
    const auto reference = referenceOf(counts, groups, settings);
    AttributeFigures figures;
    figures.attribute = groups.name;
    figures.variant = variant;
    figures.reference = reference ? groups.labels[*reference] : std::string {};
    for (std::size_t g = 0; g < counts.size(); ++g) {
        const GroupCounts& count = counts[g];
        GroupFigures group;
        group.group = groups.labels[g];
        group.hidden = count.n < settings.smallestCell || groups.labels[g].empty() || !reference;
        group.n = count.n;
        if (!group.hidden) {
            const GroupCounts& held = counts[*reference];
            group.approved = count.approved;
            group.approvalRate = shareOf(count.approved, count.n, settings.confidence);
            group.impactRatio = ratioOf(count.approved, count.n, held.approved, held.n, settings.confidence);
            group.scoreDifference = standardizedDifference(count.score, held.score, settings.confidence);
            group.fisher = fisherExact(count.approved, count.n - count.approved, held.approved, held.n - held.approved);
            group.truePositiveRate = shareOf(count.bothApproved, count.thenApproved, settings.confidence);
            group.falsePositiveRate = shareOf(count.wronglyApproved, count.thenDenied, settings.confidence);
            group.belowThreshold = group.impactRatio.value < settings.threshold;
            figures.parityRatio = std::min(figures.parityRatio, group.impactRatio.value);
        }
        figures.groups.push_back(std::move(group));
    }
    figures.parityDifference = spread(figures.groups, &GroupFigures::approvalRate);
    figures.oddsDifference = std::max(spread(figures.groups, &GroupFigures::truePositiveRate), spread(figures.groups, &GroupFigures::falsePositiveRate));
    if (reference && variant != OutcomeTable::kHistory)
        addFunnel(figures, table, groups, *reference, settings);
    return figures;
}

}  // namespace baton
