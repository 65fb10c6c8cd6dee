// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/plan.h"

#include "engine/replay/cellvalue.h"

#include <algorithm>

namespace baton {

namespace {

Error wrong(std::string message, std::string source, std::string hint)
{
    return {ErrorCode::InvalidArgument, std::move(message), std::move(source), {}, 0, 0, std::move(hint)};
}

Status checkVariant(const ReplayVariant& variant)
{
    if (!variant.workflow)
        return wrong("variant " + variant.name.str() + " has no workflow", {}, "give each variant a workflow");
    if (!variant.handlers)
        return wrong("variant " + variant.name.str() + " has no tasks", {}, "give each variant the tasks that decide");
    const Result<ReplayHandlers> handlers = variant.handlers();
    if (!handlers)
        return handlers.error();
    if (!handlers->tasks || !handlers->show)
        return wrong("the tasks of variant " + variant.name.str() + " cannot be shown a case", {}, "give tasks that look cases up");
    return {};
}

bool fits(const MappedField& field, const Value& value, std::string_view cell)
{
    if (value.isNull())
        return true;
    if (!field.words.empty())
        return std::any_of(field.words.begin(), field.words.end(), [&](const Member& m) { return m.key.view() == cell; });
    switch (field.type) {
    case CellType::Any:
    case CellType::Text: return true;
    case CellType::Number: return value.isNumber();
    case CellType::Integer: return value.isNumber() && value.asDecimal() == static_cast<double>(value.asInteger());
    case CellType::Bool: return value.isBool();
    }
    return true;
}

}  // namespace

std::uint64_t rowSeed(std::uint64_t seed, std::uint32_t row) noexcept
{
    // splitmix64: neighbouring rows get ids that have nothing in common.
    std::uint64_t mixed = seed + 0x9e3779b97f4a7c15ULL * (std::uint64_t {row} + 1);
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
}

Status checkPlan(const ReplayPlan& plan)
{
    if (!plan.data || plan.data->rows.empty()) {
        const std::string source = plan.data ? plan.data->source : std::string {};
        if (plan.data && !plan.data->badRows.empty()) {
            const BadRow& bad = plan.data->badRows.front();
            Error error = wrong("has no row that can be used: " + bad.problem, source, "mend the rows");
            error.line = bad.line;
            return error;
        }
        return wrong("has no rows", source, "give a data set with rows");
    }
    if (plan.variants.empty())
        return wrong("there is nothing to decide by", {}, "give at least one policy");
    const auto scripts = makeJavaScript();
    if (const auto mapper = CaseMapper::make(plan.mapping, *plan.data, *scripts); !mapper)
        return mapper.error();
    for (const ReplayVariant& variant : plan.variants)
        if (Status fine = checkVariant(variant); !fine)
            return fine;
    for (std::size_t i = 0; i < plan.measures.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (plan.measures[i].name == plan.measures[j].name)
                return wrong("two measures are called '" + plan.measures[i].name.str() + "'", {}, "give each a name of its own");
    const auto outside = std::find_if(plan.rows.begin(), plan.rows.end(), [&](std::uint32_t row) { return row >= plan.data->rows.size(); });
    if (outside != plan.rows.end())
        return wrong("there is no row " + std::to_string(*outside + 1), plan.data->source, "name rows that are there");
    if (!std::is_sorted(plan.rows.begin(), plan.rows.end()))
        return wrong("the rows to run are not in order", plan.data->source, "sort them");
    return {};
}

std::vector<ColumnFinding> columnFindings(const DataTable& table, const Mapping& mapping)
{
    std::vector<ColumnFinding> findings;
    for (const MappedField& field : mapping.fields) {
        const auto column = field.column ? std::find(table.columns.begin(), table.columns.end(), *field.column) : table.columns.end();
        if (column == table.columns.end() || (field.words.empty() && (field.type == CellType::Any || field.type == CellType::Text)))
            continue;
        const auto at = static_cast<std::size_t>(column - table.columns.begin());
        ColumnFinding finding;
        for (const DataRow& row : table.rows) {
            const std::string_view cell = row.cells[at].view();
            if (fits(field, cellValue(cell), cell))
                continue;
            if (finding.rows++ == 0)
                finding.what = {ErrorCode::InvalidArgument, "'" + std::string(cell) + "' is not what the field wants", table.source,
                    field.to.text(), row.line, 0, "mend the column '" + field.column->str() + "' or the mapping"};
        }
        if (finding.rows > 0)
            findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace baton
