// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/metrics.h"

#include "engine/expression/evaluator.h"
#include "engine/replay/analysis/reasons.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

double asDouble(std::size_t number) noexcept
{
    return static_cast<double>(number);
}

std::string lower(std::string_view name)
{
    std::string small(name);
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return small;
}

void addComparison(std::vector<Metric>& metrics, const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale)
{
    const SwapSet set = swapSetOf(table, first, second, scale);
    metrics.push_back({"flips", asDouble(set.flips)});
    metrics.push_back({"flip_rate", set.flipRate()});
    metrics.push_back({"swapped_in", asDouble(set.swappedIn)});
    metrics.push_back({"swapped_out", asDouble(set.swappedOut)});
    const double total = asDouble(std::max<std::size_t>(1, set.total));
    metrics.push_back({"approval_change", (asDouble(set.swappedIn) - asDouble(set.swappedOut)) / total});
}

double agreementWithHistory(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale)
{
    std::size_t known = 0;
    std::size_t agreed = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const WordCode then = table.decision(OutcomeTable::kHistory, row);
        if (then == 0)
            continue;
        ++known;
        agreed += scale.approves(table.decisionWord(then)) == scale.approves(table.decisionWord(table.decision(variant, row))) ? 1U : 0U;
    }
    return known == 0 ? OutcomeTable::kNothing : asDouble(agreed) / asDouble(known);
}

std::size_t countOf(const std::vector<RunStatus>& column, RunStatus status)
{
    return static_cast<std::size_t>(std::count(column.begin(), column.end(), status));
}

}  // namespace

std::vector<Metric> metricsOf(const OutcomeTable& table, const std::vector<Text>& variantNames, const FigureSettings& settings, const FairnessSettings& fairness)
{
    std::vector<Metric> metrics {{"rows", asDouble(table.size())}, {"bad_rows", asDouble(table.badRows.size())}, {"refused", asDouble(table.problems.size())}};
    if (!table.variants.empty())
        addComparison(metrics, table, table.variants.size() > 1 ? 0 : OutcomeTable::kHistory, table.variants.size() - 1, settings.scale);
    const ReasonFigures reasons = reasonsOf(table, settings.scale);
    for (std::size_t v = 0; v < table.variants.size(); ++v) {
        const std::string end = "_" + lower(v < variantNames.size() ? variantNames[v].view() : std::string_view("x"));
        const Figures figures = figuresOf(table, v, settings);
        metrics.push_back({"approval_rate" + end, figures.approvalRate.value});
        metrics.push_back({"mean_price" + end, figures.price.value});
        metrics.push_back({"exposure" + end, figures.exposure.value});
        metrics.push_back({"expected_loss" + end, figures.expectedLoss.value});
        metrics.push_back({"failed" + end, asDouble(countOf(table.variants[v].status, RunStatus::Failed))});
        metrics.push_back({"waiting" + end, asDouble(countOf(table.variants[v].status, RunStatus::Waiting))});
        metrics.push_back({"declines_without_reason" + end, asDouble(reasons.withoutReason.at(v))});
        metrics.push_back({"agreement_with_history" + end, agreementWithHistory(table, v, settings.scale)});
        double smallest = OutcomeTable::kNothing;
        for (std::size_t attribute = 0; attribute < table.protectedNames.size(); ++attribute) {
            const AttributeFigures screened = fairnessOf(table, attribute, v, fairness);
            if (!screened.reference.empty())
                smallest = std::isnan(smallest) ? screened.parityRatio : std::min(smallest, screened.parityRatio);
        }
        metrics.push_back({"air_min" + end, smallest});
    }
    return metrics;
}

Result<bool> holds(std::string_view condition, const std::vector<Metric>& metrics)
{
    const auto wrong = [&](std::string message) {
        std::string names;
        for (const Metric& metric : metrics)
            names += (names.empty() ? "" : ", ") + metric.name;
        return Error {ErrorCode::InvalidArgument, "the condition '" + std::string(condition) + "' " + std::move(message), {}, {}, 0, 0, "it may use " + names};
    };
    const auto scripts = makeJavaScript();
    const std::string code = "(" + std::string(condition) + ")";
    if (const Status sound = scripts->check(code); !sound)
        return wrong("is no JavaScript: " + sound.error().message);
    ObjectBuilder values(metrics.size());
    std::string script;
    for (const Metric& metric : metrics) {
        if (!std::isnan(metric.value))
            values.set(Key(metric.name), metric.value);
        script += "var " + metric.name + " = $." + metric.name + ";\n";
    }
    const auto result = scripts->evaluate(script + code, std::move(values).build());
    if (!result)
        return wrong("cannot be told: " + result.error().message);
    if (!result->isBool())
        return wrong("is neither true nor false");
    return result->asBool();
}

}  // namespace baton
