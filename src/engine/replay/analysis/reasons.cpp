// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/reasons.h"

#include <algorithm>
#include <map>

namespace baton {

namespace {

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find(at);
        if (end != 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

std::optional<std::size_t> reasonMeasure(const OutcomeTable& table)
{
    const auto notices = table.measureOf(MeasureRole::NoticeReasons);
    return notices ? notices : table.measureOf(MeasureRole::Reasons);
}

/// The reasons a row's decline states: the notice's, else (it was not declined by a notice) the decision's.
std::string_view statedReasons(const OutcomeTable& table, std::size_t variant, std::size_t row)
{
    for (const MeasureRole role : {MeasureRole::NoticeReasons, MeasureRole::Reasons})
        if (const auto measure = table.measureOf(role))
            if (const WordCode code = table.variants[variant].words[*measure][row]; code != 0)
                return table.pools[*measure].word(code);
    return {};
}

template <typename Visit>
void eachDecline(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale, const Visit& visit)
{
    for (std::size_t row = 0; row < table.size(); ++row)
        if (scale.declines(table.decisionWord(table.decision(variant, row))))
            visit(row);
}

void count(std::map<std::pair<std::string_view, std::string_view>, std::size_t>& places, std::vector<StepCount>& steps, std::string_view from, std::string_view to, std::size_t variant, std::size_t variants, std::size_t rows)
{
    const auto [at, added] = places.try_emplace({from, to}, steps.size());
    if (added)
        steps.push_back({std::string(from), std::string(to), std::vector<std::size_t>(variants)});
    steps[at->second].counts[variant] += rows;
}

}  // namespace

ReasonFigures reasonsOf(const OutcomeTable& table, const DecisionScale& scale)
{
    const std::size_t variants = table.variants.size();
    ReasonFigures figures;
    figures.declines.assign(variants, 0);
    figures.withoutReason.assign(variants, 0);
    figures.aboveFour.assign(variants, 0);
    if (!reasonMeasure(table))
        return figures;
    std::map<std::string_view, ReasonCount> counts;
    for (std::size_t v = 0; v < variants; ++v) {
        eachDecline(table, v, scale, [&](std::size_t row) {
            ++figures.declines[v];
            const auto codes = split(statedReasons(table, v, row), ';');
            figures.withoutReason[v] += codes.empty() ? 1U : 0U;
            figures.aboveFour[v] += codes.size() > 4 ? 1U : 0U;
            for (std::size_t i = 0; i < codes.size(); ++i) {
                ReasonCount& reason = counts[codes[i]];
                if (reason.counts.empty())
                    reason = {std::string(codes[i]), std::vector<std::size_t>(variants), std::vector<std::size_t>(variants)};
                ++reason.counts[v];
                reason.first[v] += i == 0 ? 1U : 0U;
            }
        });
    }
    for (auto& [code, reason] : counts)
        figures.reasons.push_back(std::move(reason));
    std::stable_sort(figures.reasons.begin(), figures.reasons.end(), [](const ReasonCount& a, const ReasonCount& b) { return a.counts.back() > b.counts.back(); });
    return figures;
}

RowList rowsWithReason(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale, std::string_view code)
{
    RowList rows;
    eachDecline(table, variant, scale, [&](std::size_t row) {
        const auto codes = split(statedReasons(table, variant, row), ';');
        if (std::find(codes.begin(), codes.end(), code) != codes.end())
            rows.push_back(static_cast<std::uint32_t>(row));
    });
    return rows;
}

RowList declinesWithoutReason(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale)
{
    RowList rows;
    eachDecline(table, variant, scale, [&](std::size_t row) {
        if (statedReasons(table, variant, row).empty())
            rows.push_back(static_cast<std::uint32_t>(row));
    });
    return rows;
}

std::vector<std::string_view> stepsOf(std::string_view path)
{
    std::vector<std::string_view> steps;
    for (const std::string_view step : split(path, ' ')) {
        std::string_view name = step.substr(0, step.rfind(':'));
        name = name.substr(0, name.find("__"));
        if (std::find(steps.begin(), steps.end(), name) == steps.end())
            steps.push_back(name);
    }
    return steps;
}

PathFigures pathsOf(const OutcomeTable& table)
{
    const std::size_t variants = table.variants.size();
    PathFigures figures;
    for (WordCode code = 0; code < table.paths.size(); ++code)
        figures.paths.push_back({code, std::vector<std::size_t>(variants)});
    for (std::size_t v = 0; v < variants; ++v)
        for (const WordCode code : table.variants[v].path)
            ++figures.paths[code].counts[v];
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> taskPlaces;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> edgePlaces;
    for (const PathCount& path : figures.paths) {
        const auto steps = stepsOf(table.paths.word(path.path));
        for (std::size_t v = 0; v < variants; ++v) {
            if (path.counts[v] == 0)
                continue;
            std::string_view before;
            for (const std::string_view step : steps) {
                count(taskPlaces, figures.tasks, step, {}, v, variants, path.counts[v]);
                count(edgePlaces, figures.edges, before, step, v, variants, path.counts[v]);
                before = step;
            }
            count(edgePlaces, figures.edges, before, {}, v, variants, path.counts[v]);
        }
    }
    std::erase_if(figures.paths, [](const PathCount& p) { return std::all_of(p.counts.begin(), p.counts.end(), [](std::size_t n) { return n == 0; }); });
    std::stable_sort(figures.paths.begin(), figures.paths.end(), [](const PathCount& a, const PathCount& b) { return a.counts.back() > b.counts.back(); });
    return figures;
}

RowList rowsOfPath(const OutcomeTable& table, std::size_t variant, WordCode path)
{
    RowList rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.variants[variant].path[row] == path)
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

RowList rowsThrough(const OutcomeTable& table, std::size_t variant, std::string_view reference)
{
    std::vector<bool> through(table.paths.size());
    for (WordCode code = 0; code < table.paths.size(); ++code) {
        const auto steps = stepsOf(table.paths.word(code));
        through[code] = std::find(steps.begin(), steps.end(), reference) != steps.end();
    }
    RowList rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (through[table.variants[variant].path[row]])
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

}  // namespace baton
