// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replayoutput.h"

#include "engine/replay/analysis/metrics.h"
#include "engine/replay/cellvalue.h"
#include "engine/replay/report/svgchart.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace baton::cli {

namespace {

std::string lower(std::string_view text)
{
    std::string small(text);
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return small;
}

/// One column of the output: its name and its value in a row of the table.
struct Column {
    std::string name;
    std::function<Value(std::size_t)> value;
};

Value numberOrNull(double number)
{
    return std::isnan(number) ? Value() : Value(number);
}

Value listOf(std::string_view joined)
{
    std::vector<Value> items;
    while (!joined.empty()) {
        const auto end = joined.find(';');
        items.emplace_back(joined.substr(0, end));
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
    }
    return Value::array(std::move(items));
}

Value wordOrNull(std::string_view word)
{
    return word.empty() ? Value() : Value(word);
}

void addData(std::vector<Column>& columns, const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings)
{
    const DataTable& data = *plan.data;
    const auto hidden = protectedColumnsOf(plan.mapping, data.columns);
    for (std::size_t c = 0; c < data.columns.size(); ++c) {
        if (settings.masked && std::find(hidden.begin(), hidden.end(), c) != hidden.end())
            continue;
        const bool personal = settings.masked && isPersonal(plan.mapping, data.columns[c].view());
        columns.push_back({data.columns[c].str(), [&table, &data, c, personal, seed = settings.seed](std::size_t row) {
            const Text& cell = data.rows[table.rows[row]].cells[c];
            if (personal && !cell.empty())
                return Value(pseudonymOf(cell.view(), seed));
            return cellValue(cell.view());
        }});
    }
}

void addVariant(std::vector<Column>& columns, const OutcomeTable& table, std::size_t v, const std::string& end)
{
    const VariantColumns& variant = table.variants[v];
    columns.push_back({"status" + end, [&variant](std::size_t row) { return Value(toText(variant.status[row])); }});
    for (std::size_t m = 0; m < table.measures.size(); ++m) {
        const MeasureSpec& spec = table.measures[m];
        columns.push_back({spec.name.str() + end, [&table, &variant, &spec, m](std::size_t row) {
            if (spec.kind == MeasureKind::Number)
                return numberOrNull(variant.numbers[m][row]);
            const std::string_view word = table.pools[m].word(variant.words[m][row]);
            return spec.kind == MeasureKind::Words ? listOf(word) : wordOrNull(word);
        }});
    }
    columns.push_back({"stopped_at" + end, [&table, &variant](std::size_t row) { return wordOrNull(table.references.word(variant.stoppedAt[row])); }});
    columns.push_back({"attempts" + end, [&variant](std::size_t row) { return Value(variant.attempts[row]); }});
    columns.push_back({"path" + end, [&table, &variant](std::size_t row) { return Value(table.paths.word(variant.path[row])); }});
}

std::vector<Column> columnsOf(const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings)
{
    const DataTable& data = *plan.data;
    std::vector<Column> columns;
    columns.push_back({"row", [&table](std::size_t row) { return Value(table.rows[row] + 1); }});
    columns.push_back({"line", [&table, &data](std::size_t row) { return Value(data.rows[table.rows[row]].line); }});
    if (settings.withData)
        addData(columns, table, plan, settings);
    columns.push_back({"decision_then", [&table](std::size_t row) { return wordOrNull(table.decisionWord(table.decision(OutcomeTable::kHistory, row))); }});
    for (std::size_t v = 0; v < table.variants.size(); ++v)
        addVariant(columns, table, v, "_" + lower(plan.variants[v].name.view()));
    // A data column of the same name as one of ours keeps its name with "data." before it.
    for (std::size_t c = 0; c < columns.size(); ++c)
        for (std::size_t other = c + 1; other < columns.size(); ++other)
            if (columns[other].name == columns[c].name)
                columns[other].name = "data." + columns[other].name;
    return columns;
}

std::string csvCell(const Value& value)
{
    if (value.isNull())
        return {};
    std::string text;
    if (value.isArray()) {
        for (const Value& item : value.items())
            text += (text.empty() ? "" : ";") + std::string(item.asText());
    } else {
        text = value.isText() ? std::string(value.asText()) : toJson(value);
    }
    // A cell that a spreadsheet would take for a formula is made text.
    if (value.isText() && !text.empty() && (text.front() == '=' || text.front() == '+' || text.front() == '-' || text.front() == '@'))
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string percent(double share)
{
    return std::isnan(share) ? "-" : fixedText(share * 100, 2) + " %";
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

void writeMatrix(std::ostream& out, const OutcomeTable& table, const std::string& title, const DecisionMatrix& matrix)
{
    out << '\n' << padded(title, 24);
    for (const WordCode word : matrix.secondWords)
        out << padded(std::string(table.decisionWord(word).empty() ? "(none)" : table.decisionWord(word)), 22);
    out << '\n';
    for (std::size_t r = 0; r < matrix.firstWords.size(); ++r) {
        const std::string_view word = table.decisionWord(matrix.firstWords[r]);
        out << padded("  " + std::string(word.empty() ? "(none)" : word), 24);
        for (std::size_t c = 0; c < matrix.secondWords.size(); ++c)
            out << padded(std::to_string(matrix.at(r, c)), 22);
        out << '\n';
    }
}

}  // namespace

bool isPersonal(const Mapping& mapping, std::string_view column)
{
    if (column == mapping.idColumn)
        return true;
    const std::string name = lower(column);
    constexpr std::array<std::string_view, 14> words {"name", "email", "mail", "phone", "mobile", "ssn", "social", "address", "street", "birth", "passport", "account_number", "user_id", "applicant_id"};
    return name == "id" || name == "dob" || std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::string pseudonymOf(std::string_view cell, std::uint64_t seed)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (const char c : cell)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash ^= hash >> 32U;
    std::array<char, 16> text {};
    std::snprintf(text.data(), text.size(), "#%08x", static_cast<unsigned>(hash & 0xffffffffU));
    return text.data();
}

void writeCsv(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings)
{
    const auto columns = columnsOf(table, plan, settings);
    for (std::size_t c = 0; c < columns.size(); ++c)
        out << (c == 0 ? "" : ",") << csvCell(Value(columns[c].name));
    out << '\n';
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            out << (c == 0 ? "" : ",") << csvCell(columns[c].value(row));
        out << '\n';
    }
}

void writeJsonLines(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings)
{
    const auto columns = columnsOf(table, plan, settings);
    std::vector<Key> keys;
    for (const Column& column : columns)
        keys.emplace_back(column.name);
    for (std::size_t row = 0; row < table.size(); ++row) {
        ObjectBuilder object(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c)
            object.set(keys[c], columns[c].value(row));
        out << toJson(std::move(object).build()) << '\n';
    }
}

void writeSummary(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan)
{
    const FigureSettings settings;
    out << table.size() << " rows, " << table.badRows.size() << " bad rows, " << table.problems.size() << " refused runs\n";
    for (std::size_t v = 0; v < table.variants.size(); ++v) {
        const ReplayVariant& variant = plan.variants[v];
        const Figures figures = figuresOf(table, v, settings);
        out << padded(variant.name.str() + " " + variant.policy, 24) << "approved " << percent(figures.approvalRate.value) << " ("
            << percent(figures.approvalRate.interval.low) << " - " << percent(figures.approvalRate.interval.high) << "), mean rate "
            << toJson(Value(std::round(figures.price.value * 1000) / 1000)) << " %\n";
    }
    for (std::size_t v = 0; v < table.variants.size(); ++v)
        writeMatrix(out, table, "then x " + plan.variants[v].name.str(), matrixOf(table, OutcomeTable::kHistory, v, settings.scale));
    for (std::size_t v = 1; v < table.variants.size(); ++v)
        writeMatrix(out, table, "A x " + plan.variants[v].name.str(), matrixOf(table, 0, v, settings.scale));
    if (table.variants.size() > 1) {
        const SwapSet set = swapSetOf(table, 0, table.variants.size() - 1, settings.scale);
        out << "\nswapped in " << set.swappedIn << ", swapped out " << set.swappedOut << ", flips " << set.flips << " (" << percent(set.flipRate()) << ")\n";
    }
    constexpr std::size_t kShown = 20;
    for (std::size_t i = 0; i < std::min(kShown, table.badRows.size()); ++i)
        out << plan.data->source << ':' << table.badRows[i].line << ": " << table.badRows[i].problem << '\n';
    if (table.badRows.size() > kShown)
        out << "... and " << table.badRows.size() - kShown << " more bad rows\n";
}

}  // namespace baton::cli
