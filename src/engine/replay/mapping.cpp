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

bool isProtected(const MappedField& field) noexcept
{
    const auto* const section = std::get_if<Key>(&field.to.steps.front());
    return section != nullptr && section->view() == kProtected.view();
}

bool isNameCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

/// Does the name stand in the expression, not as part of a longer one?
bool names(std::string_view expression, std::string_view name) noexcept
{
    for (auto at = expression.find(name); at != std::string_view::npos; at = expression.find(name, at + 1)) {
        const auto end = at + name.size();
        if ((at == 0 || !isNameCharacter(expression[at - 1])) && (end == expression.size() || !isNameCharacter(expression[end])))
            return true;
    }
    return false;
}

}  // namespace

std::vector<std::size_t> protectedColumnsOf(const Mapping& mapping, const std::vector<Text>& columns)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto takes = [&](const MappedField& field) {
            return isProtected(field) && (field.column == columns[i] || (!field.expression.empty() && names(field.expression, columns[i].view())));
        };
        if (std::any_of(mapping.fields.begin(), mapping.fields.end(), takes)
            || std::find(mapping.protectedColumns.begin(), mapping.protectedColumns.end(), columns[i]) != mapping.protectedColumns.end())
            found.push_back(i);
    }
    return found;
}

Status checkProtection(const Mapping& mapping, const std::vector<Text>& columns)
{
    for (const std::size_t at : protectedColumnsOf(mapping, columns)) {
        for (const MappedField& field : mapping.fields) {
            if (isProtected(field) || !(field.column == columns[at] || (!field.expression.empty() && names(field.expression, columns[at].view()))))
                continue;
            return Error {ErrorCode::InvalidArgument, "would let the workflow read the protected column '" + columns[at].str() + "'",
                mapping.source, field.to.text(), field.line, 0, "take another column, or map this one under protected alone"};
        }
    }
    return {};
}

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
        mapper.addToScripts(field, i);
    }
    if (Status fine = checkProtection(mapper.m_mapping, table.columns); !fine)
        return std::move(fine).error();
    for (std::string& code : mapper.m_code)
        if (!code.empty())
            code += "})";
    for (const Text& column : table.columns)
        mapper.m_columnKeys.emplace_back(column.view());
    mapper.m_isProtected.assign(table.columns.size(), false);
    for (const std::size_t column : protectedColumnsOf(mapper.m_mapping, table.columns))
        mapper.m_isProtected[column] = true;
    return mapper;
}

void CaseMapper::addToScripts(const MappedField& field, std::size_t index)
{
    std::string& code = m_code[isProtected(field) ? 1 : 0];
    code += (code.empty() ? "({f" : ",\nf") + std::to_string(index) + ":(" + field.expression + ")";
}

Result<MappedCase> CaseMapper::map(const DataTable& table, std::size_t row) const
{
    const auto evaluated = evaluateAll(table, row, false);
    const auto evaluatedProtected = evaluated ? evaluateAll(table, row, true) : evaluated;
    if (!evaluatedProtected)
        return evaluatedProtected.error();
    Value sections = Value::object();
    for (std::size_t i = 0; i < m_mapping.fields.size(); ++i) {
        const MappedField& field = m_mapping.fields[i];
        auto value = valueOf(field, i, table, row, isProtected(field) ? *evaluatedProtected : *evaluated);
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

// What is protected is not in the row that other expressions see: not even a computed name finds it there.
Value CaseMapper::rowFor(const DataTable& table, std::size_t row, bool ofProtected) const
{
    const std::vector<Text>& cells = table.rows[row].cells;
    ObjectBuilder builder(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (m_isProtected[i] && !ofProtected)
            continue;
        // A missing cell is undefined to an expression: null would count as 0 in a sum.
        if (Value value = cellValue(cells[i].view()); !value.isNull())
            builder.set(m_columnKeys[i], std::move(value));
    }
    return std::move(builder).build();
}

Result<Value> CaseMapper::evaluateAll(const DataTable& table, std::size_t row, bool ofProtected) const
{
    const std::string& code = m_code[ofProtected ? 1 : 0];
    if (code.empty())
        return Value::object();
    const Value cells = rowFor(table, row, ofProtected);
    auto all = m_scripts->evaluate(code, cells);
    if (all)
        return all;
    for (const MappedField& field : m_mapping.fields) {   // which one was it
        if (field.expression.empty() || isProtected(field) != ofProtected)
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
