// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/replay/mapping.h"

#include "engine/replay/cellvalue.h"
#include "engine/value/json.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

const Key kInput {"input"};
const Key kProtected {"protected"};

std::optional<Value> typed(const Value& value, CellType type)
{
    switch (type) {
    case CellType::Any:
        return value;
    case CellType::Text:
        return value.isText() ? value : Value(toJson(value));
    case CellType::Number:
        return value.isNumber() ? std::optional(value) : std::nullopt;
    case CellType::Integer:
        if (value.isInteger())
            return value;
        if (value.isDecimal() && std::trunc(value.asDecimal()) == value.asDecimal() && std::abs(value.asDecimal()) < 9e15)
            return Value(value.asInteger());
        return std::nullopt;
    case CellType::Bool:
        return value.isBool() ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

std::string_view typeWord(CellType type) noexcept
{
    constexpr std::string_view words[] {"a value", "text", "a number", "a whole number", "true or false"};
    return words[static_cast<std::size_t>(type)];
}

}  // namespace

Result<CaseMapper> CaseMapper::make(Mapping mapping, const DataTable& table, ScriptEvaluator& scripts)
{
    CaseMapper mapper(std::move(mapping), scripts);
    const auto refuse = [&](const MappedField& field, std::string message, std::string hint) {
        return Error {ErrorCode::InvalidArgument, std::move(message), mapper.m_mapping.source, field.to.text(), field.line, 0, std::move(hint)};
    };
    for (std::size_t i = 0; i < mapper.m_mapping.fields.size(); ++i) {
        const MappedField& field = mapper.m_mapping.fields[i];
        std::size_t column = 0;
        if (field.column) {
            const auto found = std::find(table.columns.begin(), table.columns.end(), *field.column);
            if (found == table.columns.end())
                return refuse(field, "the data set has no column '" + field.column->str() + "'", "name one of the columns of " + table.source);
            column = static_cast<std::size_t>(found - table.columns.begin());
        }
        mapper.m_columns.push_back(column);
        mapper.m_slots.emplace_back("f" + std::to_string(i));
        if (field.expression.empty())
            continue;
        if (const auto checked = scripts.check("(" + field.expression + ")"); !checked)
            return refuse(field, "the expression is no JavaScript: " + checked.error().message, "write an expression over $");
        mapper.m_script += (mapper.m_script.empty() ? "({f" : ",\nf") + std::to_string(i) + ":(" + field.expression + ")";
    }
    if (!mapper.m_script.empty())
        mapper.m_script += "})";
    return mapper;
}

Result<MappedCase> CaseMapper::map(const DataTable& table, std::size_t row) const
{
    const auto evaluated = evaluateAll(table, row);
    if (!evaluated)
        return evaluated.error();
    Value sections = Value::object();
    for (std::size_t i = 0; i < m_mapping.fields.size(); ++i) {
        const MappedField& field = m_mapping.fields[i];
        auto value = valueOf(field, i, table, row, *evaluated);
        if (!value)
            return std::move(value).error();
        if (value->isNull() && !field.constant)
            continue;
        auto placed = withValueAt(sections, field.to, std::move(value).value());
        if (!placed)
            return fault(field, table, row, placed.error().message);
        sections = std::move(placed).value();
    }
    const auto take = [&](const Key& name) { return sections[name].isObject() ? sections[name] : Value::object(); };
    return MappedCase {take(kInput), sections.without(kInput).without(kProtected), take(kProtected)};
}

Result<Value> CaseMapper::valueOf(const MappedField& field, std::size_t index, const DataTable& table, std::size_t row,
                                  const Value& evaluated) const
{
    if (field.constant)
        return *field.constant;
    const std::string_view cell = field.column ? table.rows[row].cells[m_columns[index]].view() : std::string_view {};
    Value value = !field.column ? evaluated[m_slots[index]] : field.type == CellType::Text ? Value(cell) : cellValue(cell);
    if (!field.words.empty() && field.column) {
        const auto word = std::find_if(field.words.begin(), field.words.end(), [&](const Member& m) { return m.key.view() == cell; });
        if (word == field.words.end() && !cellValue(cell).isNull())
            return fault(field, table, row, "'" + std::string(cell) + "' is none of the words the mapping knows");
        value = word == field.words.end() ? Value() : word->value;
    }
    const bool noNumber = !field.column && field.type != CellType::Text && value.asText() == "NaN";   // made from a missing cell
    if (value.isNull() || noNumber || (value.isText() && value.asText().empty())) {
        if (field.missing == WhenMissing::BadRow)
            return fault(field, table, row, "the value is missing");
        return field.missing == WhenMissing::Fallback ? field.fallback : Value();
    }
    if (auto fitting = typed(value, field.type))
        return *std::move(fitting);
    return fault(field, table, row, toJson(value) + " is not " + std::string(typeWord(field.type)));
}

Result<Value> CaseMapper::evaluateAll(const DataTable& table, std::size_t row) const
{
    if (m_script.empty())
        return Value::object();
    const Value cells = table.rowValue(row);
    auto all = m_scripts->evaluate(m_script, cells);
    if (all)
        return all;
    for (const MappedField& field : m_mapping.fields) {   // which one was it
        if (field.expression.empty())
            continue;
        if (const auto one = m_scripts->evaluate("(" + field.expression + ")", cells); !one)
            return fault(field, table, row, "the expression failed: " + one.error().message);
    }
    return all;
}

Error CaseMapper::fault(const MappedField& field, const DataTable& table, std::size_t row, std::string message) const
{
    return {ErrorCode::InvalidArgument, std::move(message), table.source, field.to.text(), table.rows[row].line, 0,
            "mend the row or the mapping " + m_mapping.source};
}

}  // namespace baton
