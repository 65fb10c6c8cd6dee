// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/dataformats.h"

#include "engine/replay/cellvalue.h"
#include "engine/value/json.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <optional>

namespace baton {

namespace {

Error refuse(ErrorCode code, std::string message, std::string_view source, int line, std::string hint)
{
    return {code, std::move(message), std::string(source), {}, line, 0, std::move(hint)};
}

Text cellOf(const Value& value)
{
    if (value.isNull())
        return {};
    return value.isText() ? value.toText() : Text(toJson(value));
}

/// Puts objects into a table whose columns grow with the names they bring.
class TableMaker {
public:
    TableMaker(std::string_view source, const CsvLimits& limits) : m_limits(limits) { m_table.source = source; }

    void add(const Value& object, int line)
    {
        DataRow row {line, std::vector<Text>(m_table.columns.size())};
        put(object, {}, row);
        m_table.rows.push_back(std::move(row));
    }
    void addBad(int line, std::string problem) { m_table.badRows.push_back({line, std::move(problem)}); }

    Result<DataTable> finish()
    {
        if (m_table.columns.size() > m_limits.maxColumns)
            return refuse(ErrorCode::InvalidArgument, "has more than " + std::to_string(m_limits.maxColumns) + " columns", m_table.source, 0, "keep to the fields that are needed");
        if (m_table.rows.empty() && m_table.badRows.empty())
            return refuse(ErrorCode::InvalidArgument, "has no rows", m_table.source, 1, "give a data set with rows");
        for (DataRow& row : m_table.rows)
            row.cells.resize(m_table.columns.size());
        return std::move(m_table);
    }

private:
    void put(const Value& object, const std::string& prefix, DataRow& row)
    {
        for (const Member& member : object.members()) {
            const std::string name = prefix + member.key.str();
            if (member.value.isObject() && !member.value.empty()) {
                put(member.value, name + ".", row);
                continue;
            }
            const auto [at, added] = m_columns.try_emplace(name, m_table.columns.size());
            if (added)
                m_table.columns.emplace_back(name);
            if (row.cells.size() <= at->second)
                row.cells.resize(at->second + 1);
            row.cells[at->second] = cellOf(member.value);
        }
    }

    const CsvLimits& m_limits;
    DataTable m_table;
    std::map<std::string, std::size_t, std::less<>> m_columns;
};

/// The lines on which the items of the document's first array begin.
std::vector<int> itemLines(std::string_view text)
{
    std::vector<int> lines;
    int depth = 0;
    int arrayDepth = 0;
    int line = 1;
    bool inText = false;
    bool expectsItem = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n')
            ++line;
        if (inText) {
            i += c == '\\' ? 1U : 0U;
            inText = c != '"';
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (expectsItem && c != ']')
            lines.push_back(line);
        expectsItem = false;
        inText = c == '"';
        if (c == '[' || c == '{') {
            ++depth;
            if (c == '[' && arrayDepth == 0) {
                arrayDepth = depth;
                expectsItem = true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth == arrayDepth) {
            expectsItem = true;
        }
    }
    return lines;
}

std::optional<Error> notText(std::string_view text, std::string_view source, const CsvLimits& limits)
{
    if (text.size() > limits.maxBytes)
        return refuse(ErrorCode::InvalidArgument, "is larger than " + std::to_string(limits.maxBytes >> 20U) + " MiB", source, 0, "split the file");
    if (const int line = firstLineNotUtf8(text))
        return refuse(ErrorCode::ParseError, "is not UTF-8 text", source, line, "save the file as UTF-8");
    return std::nullopt;
}

const Value* rowsOf(const Value& document)
{
    if (document.isArray())
        return &document;
    const Value* found = nullptr;
    for (const Member& member : document.members()) {
        if (!member.value.isArray())
            continue;
        if (found != nullptr)
            return nullptr;
        found = &member.value;
    }
    return found;
}

bool endsWith(std::string_view name, std::string_view end)
{
    return name.size() >= end.size() && std::equal(end.rbegin(), end.rend(), name.rbegin(), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
    });
}

}  // namespace

Result<DataTable> parseJsonLines(std::string_view text, std::string_view source, const CsvLimits& limits)
{
    if (const auto wrong = notText(text, source, limits))
        return *wrong;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    TableMaker maker(source, limits);
    for (int line = 1; !text.empty(); ++line) {
        const auto end = text.find('\n');
        std::string_view piece = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (piece.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const auto value = parseJson(piece);
        if (!value)
            maker.addBad(line, "is not JSON: " + value.error().message);
        else if (!value->isObject())
            maker.addBad(line, "is not an object");
        else
            maker.add(*value, line);
    }
    return maker.finish();
}

Result<DataTable> parseJsonTable(std::string_view text, std::string_view source, const CsvLimits& limits)
{
    if (const auto wrong = notText(text, source, limits))
        return *wrong;
    const auto document = parseJson(text);
    if (!document)
        return Error(document.error()).in(source);
    const Value* const rows = rowsOf(*document);
    if (rows == nullptr)
        return refuse(ErrorCode::ParseError, "is no list of objects", source, 1, "write an array of objects, or one object a line in a .jsonl file");
    const std::vector<int> lines = itemLines(text);
    TableMaker maker(source, limits);
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const int line = i < lines.size() ? lines[i] : 0;
        if (rows->at(i).isObject())
            maker.add(rows->at(i), line);
        else
            maker.addBad(line, "is not an object");
    }
    return maker.finish();
}

Result<DataTable> parseData(std::string_view text, std::string_view source, const CsvLimits& limits)
{
    if (endsWith(source, ".jsonl") || endsWith(source, ".ndjson"))
        return parseJsonLines(text, source, limits);
    return endsWith(source, ".json") ? parseJsonTable(text, source, limits) : parseCsv(text, source, limits);
}

Result<DataTable> readDataFile(const std::string& path, const CsvLimits& limits)
{
    if (!endsWith(path, ".jsonl") && !endsWith(path, ".ndjson") && !endsWith(path, ".json"))
        return readCsvFile(path, limits);
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return refuse(ErrorCode::NotFound, "the file cannot be opened", path, 0, "check the path and its permissions");
    const auto size = static_cast<std::int64_t>(file.tellg());
    if (size < 0 || size == std::numeric_limits<std::int64_t>::max())
        return refuse(ErrorCode::IoError, "is not a file that can be read", path, 0, "name a data file");
    if (static_cast<std::uint64_t>(size) > limits.maxBytes)
        return refuse(ErrorCode::InvalidArgument, "is larger than " + std::to_string(limits.maxBytes >> 20U) + " MiB", path, 0, "split the file");
    std::string text(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(text.data(), size))
        return refuse(ErrorCode::IoError, "cannot be read to its end", path, 0, "try again");
    return parseData(text, path, limits);
}

}  // namespace baton
