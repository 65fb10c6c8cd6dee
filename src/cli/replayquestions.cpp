// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replayquestions.h"

#include "engine/replay/analysis/attribution.h"
#include "engine/replay/report/svgchart.h"

#include <charconv>
#include <cmath>
#include <ostream>

namespace baton::cli {

namespace {

struct Sweep {
    ParameterValue parameter;
    std::vector<double> values;
};

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

std::string plain(double number)
{
    return fixedText(number, std::abs(number - std::round(number)) < 1e-9 ? 0 : 3);
}

bool readNumber(std::string_view& text, double& number)
{
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc {} || !std::isfinite(number))
        return false;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    return true;
}

Result<Sweep> sweepFrom(const PolicyText& policy, const std::string& spec)
{
    const auto wrong = [&](const char* what) { return Error {ErrorCode::InvalidArgument, "'" + spec + "' " + what, {}, {}, 0, 0, "write --sweep limits.credit_score_minimum.value=560:700:15"}; };
    const auto equals = spec.find('=');
    if (equals == std::string::npos)
        return wrong("names no range");
    std::string_view rest = std::string_view(spec).substr(equals + 1);
    double from = 0;
    double to = 0;
    double points = 9;
    const auto colon = [&rest] {
        const bool there = rest.starts_with(':');
        rest.remove_prefix(there ? 1 : 0);
        return there;
    };
    if (!readNumber(rest, from) || !colon() || !readNumber(rest, to) || (colon() && !readNumber(rest, points)) || !rest.empty() || !(to > from) || !(points >= 2 && points <= 1000))
        return wrong("is no range");
    const std::string path = spec.substr(0, equals);
    const auto value = parameterOf(policy, path);
    if (!value)
        return value.error();
    if (!value->isNumber())
        return wrong("names no number of the policy");
    Sweep sweep {{path, *value}, {}};
    for (int i = 0; i < static_cast<int>(points); ++i) {
        double at = from + (to - from) * i / (std::floor(points) - 1);
        at = value->isInteger() ? std::round(at) : at;
        if (sweep.values.empty() || at > sweep.values.back())
            sweep.values.push_back(at);
    }
    return sweep;
}

}  // namespace

Status writeAttribution(std::ostream& out, const Casebook& casebook, const std::vector<PolicyText>& policies, const ReplayPlan& plan, const OutcomeTable& table)
{
    if (policies.size() < 2 || plan.variants.size() < 2)
        return Error {ErrorCode::InvalidArgument, "flips are split between two policies", {}, {}, 0, 0, "give two with --policy"};
    const auto changes = changesBetween(policies.front(), policies.back());
    if (!changes)
        return changes.error();
    const auto split = attributeFlips(plan, table, 0, plan.variants.size() - 1, *changes, variantMaker(casebook, policies.front()));
    if (!split)
        return split.error();
    out << '\n' << split->flips << " decisions changed; which parameter they go back to (" << (split->exact ? "exactly" : "by drawn orders") << ", " << split->runs << " runs):\n";
    out << padded("", 48) << padded("flips", 24) << padded("alone", 10) << "decisive\n";
    for (const FlipShare& share : split->shares) {
        if (!(std::abs(share.flips) > 0) && share.alone == 0 && share.decisive == 0)
            continue;
        const std::string interval = split->exact ? "" : " (" + fixedText(share.interval.low, 1) + " - " + fixedText(share.interval.high, 1) + ")";
        out << padded("  " + share.path, 48) << padded(fixedText(share.flips, 2) + interval, 24) << padded(std::to_string(share.alone), 10) << share.decisive << '\n';
    }
    return {};
}

Status writeSweep(std::ostream& out, const Casebook& casebook, const PolicyText& policy, const ReplayPlan& plan, const OutcomeTable& table, const std::vector<std::string>& specs)
{
    std::vector<Sweep> sweeps;
    for (const std::string& spec : specs) {
        auto sweep = sweepFrom(policy, spec);
        if (!sweep)
            return std::move(sweep).error();
        sweeps.push_back(std::move(sweep).value());
    }
    if (sweeps.empty() || sweeps.size() > 2)
        return Error {ErrorCode::InvalidArgument, "one or two parameters can be swept", {}, {}, 0, 0, "give --sweep once or twice"};
    const SystemClock clock;
    ReplayPlan base = plan;
    base.variants.resize(1);
    const WhatIf whatIf(std::move(base), std::make_shared<const OutcomeTable>(withOnly(table, 0)), variantMaker(casebook, policy), underwritingImpact(), clock);
    const auto points = sweeps.size() == 1 ? baton::sweep(whatIf, sweeps[0].parameter, sweeps[0].values, {})
                                           : sweepTwo(whatIf, sweeps[0].parameter, sweeps[0].values, sweeps[1].parameter, sweeps[1].values, {});
    if (!points)
        return points.error();
    out << '\n' << padded(sweeps[0].parameter.path, 36) << (sweeps.size() > 1 ? padded(sweeps[1].parameter.path, 36) : std::string {}) << padded("approved", 12) << padded("in", 8) << padded("out", 8) << padded("expected loss", 18) << "rows run again\n";
    for (const SweepPoint& point : *points)
        out << padded(plain(point.first), 36) << (sweeps.size() > 1 ? padded(plain(point.second), 36) : std::string {}) << padded(fixedText(point.figures.approvalRate.value * 100, 2) + " %", 12)
            << padded(std::to_string(point.against.swappedIn), 8) << padded(std::to_string(point.against.swappedOut), 8) << padded(fixedText(point.figures.expectedLoss.value, 0), 18) << point.ran << '\n';
    return {};
}

Status writeCounterfactuals(std::ostream& out, const ReplayPlan& plan, std::int64_t row)
{
    if (row < 1 || row > static_cast<std::int64_t>(plan.data->rows.size()))
        return Error {ErrorCode::InvalidArgument, "there is no row " + std::to_string(row), plan.data->source, {}, 0, 0, "name a row from 1 to " + std::to_string(plan.data->rows.size())};
    auto search = CounterfactualSearch::make(plan, plan.variants.size() - 1);
    if (!search)
        return std::move(search).error();
    const DecisionScale scale;
    const auto found = (*search)->find(static_cast<std::uint32_t>(row - 1), underwritingLevers(), [&scale](std::string_view word) { return scale.approves(word); });
    if (!found)
        return found.error();
    out << "\nrow " << row << ", " << plan.variants.back().policy << ": what would have to change (" << (*search)->runs() << " runs)\n";
    for (const Counterfactual& one : *found) {
        std::string text;
        for (const LeverChange& change : one.changes)
            text += (text.empty() ? "  " : ", ") + change.lever + " " + plain(change.from) + " -> " + plain(change.to);
        out << text << ": " << one.decision << '\n';
    }
    if (found->empty())
        out << "  nothing found within reach\n";
    return {};
}

}  // namespace baton::cli
