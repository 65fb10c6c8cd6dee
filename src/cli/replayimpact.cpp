// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replayimpact.h"

#include "engine/config/yaml.h"

#include <algorithm>
#include <cmath>

namespace baton::cli {

namespace {

/// A column of numbers of the base variant; null where the table has none such.
const std::vector<double>* column(const OutcomeTable& table, std::string_view name)
{
    const auto measure = table.measureNamed(name);
    return measure && !table.variants.empty() ? &table.variants[0].numbers[*measure] : nullptr;
}

/// Rows below (or above) the looser bound of a limit may break it; the others do under neither value.
RowTest beyond(const std::vector<double>* numbers, double bound, bool below)
{
    if (numbers == nullptr)
        return {};
    return [numbers, bound, below](std::size_t row) {
        const double number = (*numbers)[row];
        return std::isnan(number) || (below ? number < bound : number > bound);
    };
}

/// An approval stays one while its score is on the same side of the bound: nothing better is in reach of another level.
RowTest levelBound(const OutcomeTable& table, double before, double after)
{
    const auto* const scores = column(table, "risk_score");
    if (scores == nullptr)
        return {};
    return [&table, scores, before, after](std::size_t row) {
        const double score = (*scores)[row];
        const bool approved = table.decisionWord(table.decision(0, row)) == "approved";
        return !approved || std::isnan(score) || (score >= before) != (score >= after);
    };
}

Path placed(const char* text)
{
    return Path::parse(text).valueOr({});
}

}  // namespace

VariantMaker variantMaker(const Casebook& casebook, const PolicyText& policy)
{
    return [casebook, policy](const std::vector<ParameterValue>& changes) -> Result<ReplayVariant> {
        std::vector<ParameterChange> made;
        for (const ParameterValue& change : changes)
            made.push_back({change.path, change.value});
        const auto changed = changedPolicy(policy, made);
        if (!changed)
            return changed.error();
        return variantOf(casebook, *changed, Text("A"));
    };
}

ImpactFinder underwritingImpact()
{
    return [](const OutcomeTable& base, const ParameterValue& before, const ParameterValue& after) -> RowTest {
        if (!before.value.isNumber() || !after.value.isNumber())
            return {};
        const double a = before.value.asDecimal();
        const double b = after.value.asDecimal();
        if (after.path == "limits.credit_score_minimum.value")
            return beyond(column(base, "credit_score"), std::max(a, b), true);
        if (after.path == "limits.debt_to_income_maximum.value")
            return beyond(column(base, "debt_to_income"), std::min(a, b), false);
        if (after.path == "limits.loan_amount_maximum.value")
            return beyond(column(base, "requested_amount"), std::min(a, b), false);
        if (after.path == "risk.levels.medium" || after.path == "risk.levels.high" || after.path == "risk.levels.critical")
            return levelBound(base, a, b);
        return {};
    };
}

std::vector<Lever> underwritingLevers()
{
    return {
        {"monthly_debt_payments", {placed("application.monthly_debt_payments")}, 25, 0, 100'000, true},
        {"loan_amount", {placed("input.loan_amount"), placed("application.loan_amount")}, 1'000, 1'000, 5'000'000, true},
        {"annual_income", {placed("application.annual_income"), placed("income.verified_annual_income")}, 1'000, 0, 2'000'000, true},
        {"credit_score", {placed("credit.credit_score")}, 5, 300, 850, true},
    };
}

Result<Value> parameterOf(const PolicyText& policy, const std::string& path)
{
    const auto document = parseYaml(policy.text, policy.source);
    if (!document)
        return document.error();
    const auto place = Path::parse(path);
    if (!place)
        return place.error();
    const Value* const found = find(document->value(), *place);
    return found == nullptr ? Value() : *found;
}

Result<std::vector<ParameterValue>> changesBetween(const PolicyText& before, const PolicyText& after)
{
    const auto differences = policyDifferences(before, after);
    if (!differences)
        return differences.error();
    std::vector<ParameterValue> changes;
    for (const PolicyDifference& difference : *differences) {
        if (difference.path == "name" || difference.path == "version" || difference.path == "description")
            continue;   // what it is called decides nothing
        // An item that only one of them has: the list as a whole is what changed.
        const bool inList = difference.before.isNull() != difference.after.isNull() && difference.path.rfind('[') != std::string::npos;
        const std::string path = inList ? difference.path.substr(0, difference.path.rfind('[')) : difference.path;
        if (std::any_of(changes.begin(), changes.end(), [&](const ParameterValue& c) { return c.path == path; }))
            continue;
        auto value = inList ? parameterOf(after, path) : Result<Value>(difference.after);
        if (!value)
            return value.error();
        std::erase_if(changes, [&](const ParameterValue& c) { return inList && c.path.starts_with(path + "["); });
        changes.push_back({path, std::move(value).value()});
    }
    return changes;
}

}  // namespace baton::cli
