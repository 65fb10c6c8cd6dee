// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replayreport.h"

#include "baton/version.h"
#include "engine/model/codec.h"
#include "engine/replay/report/htmlreport.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace baton::cli {

namespace {

std::string written(const Value& value)
{
    return value.isNull() ? "-" : value.isText() ? std::string(value.asText()) : toJson(value);
}

/// The columns that expressions and fields of the mapping lead to the workflow, as long as they are few: what to segment by.
std::vector<std::string> segmentsOf(const ReplayPlan& plan)
{
    constexpr std::size_t kMost = 4;
    const auto hidden = protectedColumnsOf(plan.mapping, plan.data->columns);
    std::vector<std::string> columns;
    for (const MappedField& field : plan.mapping.fields) {
        if (!field.column || columns.size() == kMost || std::find(columns.begin(), columns.end(), field.column->str()) != columns.end())
            continue;
        const auto at = std::find(plan.data->columns.begin(), plan.data->columns.end(), *field.column) - plan.data->columns.begin();
        const auto* const section = std::get_if<Key>(&field.to.steps.front());
        if (std::find(hidden.begin(), hidden.end(), static_cast<std::size_t>(at)) == hidden.end() && section != nullptr && section->view() != "decision")
            columns.push_back(field.column->str());
    }
    return columns;
}

std::string hex(std::uint64_t number)
{
    std::array<char, 20> text {};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
    return text.data();
}

}  // namespace

std::string replayReport(const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table)
{
    ReportInput input {.title = "Replay of " + plan.data->source, .plan = plan, .table = table, .facts = {}, .changes = {}};
    const WorkflowDef& workflow = *plan.variants.front().workflow;
    input.facts = {{"Program", "Baton " + std::string(kVersion)}, {"Data set", plan.data->source}};
    if (!sources.dataHash.empty())
        input.facts.emplace_back("Data set, SHA-256", sources.dataHash);
    input.facts.emplace_back("Mapping", plan.mapping.name + " " + plan.mapping.version + " (" + plan.mapping.source + ")");
    input.facts.emplace_back("Workflow", workflow.name.str() + " " + std::to_string(workflow.version) + ", SHA-256 " + sha256(toCanonicalJson(toValue(workflow))));
    for (const ReplayVariant& variant : plan.variants)
        input.facts.emplace_back("Policy " + variant.name.str(), variant.policy + " (" + variant.policySource + "), " + variant.policyHash);
    input.facts.emplace_back("Rows", std::to_string(table.size()) + " used, " + std::to_string(table.badRows.size()) + " could not be used");
    input.facts.emplace_back("Seed", std::to_string(plan.seed));
    input.facts.emplace_back("Result", hex(table.digest()));
    if (sources.policies.size() > 1)
        if (const auto differences = policyDifferences(sources.policies.front(), sources.policies.back()))
            for (const PolicyDifference& difference : *differences)
                input.changes.push_back({difference.path, written(difference.before), written(difference.after)});
    input.segments = segmentsOf(plan);
    return htmlReport(input);
}

}  // namespace baton::cli
