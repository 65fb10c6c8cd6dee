// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/replay/datatable.h"

#include "engine/replay/cellvalue.h"

#include <csv.h>

#include <fstream>
#include <limits>
#include <optional>
#include <set>

namespace baton {

namespace {

/// Collects libcsv's cells into rows while the text goes in line by line, so that every row knows its line.
class CsvReader {
public:
    CsvReader(std::string_view source, const CsvLimits& limits) : m_limits(limits) { m_table.source = source; }

    Result<DataTable> read(std::string_view text)
    {
        csv_parser parser;
        if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
            return Error {ErrorCode::Internal, "the CSV parser cannot start", m_table.source};
        if (const auto failed = feed(parser, text)) {
            csv_free(&parser);
            return *failed;
        }
        const bool open = csv_fini(&parser, &CsvReader::onCell, &CsvReader::onRow, this) != 0;
        csv_free(&parser);
        if (open)
            return fault("a quote opened on this line never closes", rowLine(), "close the quote or double it inside quotes");
        if (m_error)
            return *m_error;
        if (m_table.columns.empty())
            return fault("there is no header line", 1, "the first line must name the columns");
        return std::move(m_table);
    }

private:
    std::optional<Error> feed(csv_parser& parser, std::string_view text)
    {
        while (!text.empty() && !m_error) {
            const auto end = text.find('\n');
            const auto piece = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
            ++m_line;
            if (m_rowStart == 0)
                m_rowStart = m_line;
            if (csv_parse(&parser, piece.data(), piece.size(), &CsvReader::onCell, &CsvReader::onRow, this) != piece.size())
                skipBrokenLine(parser);
            text.remove_prefix(piece.size());
        }
        return m_error;
    }

    // A stray quote breaks this line only: the parser starts afresh on the next one.
    void skipBrokenLine(csv_parser& parser)
    {
        m_table.badRows.push_back({rowLine(), std::string("a quote stands where none may stand (") + csv_strerror(csv_error(&parser)) + ")"});
        csv_free(&parser);
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
        m_cells.clear();
        m_rowStart = 0;
    }

    // A lone carriage return ends a row too: the next one then starts on the same line of the file.
    [[nodiscard]] int rowLine() const noexcept { return m_rowStart != 0 ? m_rowStart : m_line; }

    static void onCell(void* cell, std::size_t size, void* self)
    {
        auto& reader = *static_cast<CsvReader*>(self);
        reader.m_cells.emplace_back(std::string_view(static_cast<const char*>(cell), size));
    }

    static void onRow(int /*character*/, void* self) { static_cast<CsvReader*>(self)->endRow(); }

    void endRow()
    {
        const int line = rowLine();
        m_rowStart = 0;
        auto cells = std::move(m_cells);
        m_cells.clear();
        if (m_table.columns.empty())
            return header(std::move(cells), line);
        if (cells.size() != m_table.columns.size()) {
            m_table.badRows.push_back({line, "has " + std::to_string(cells.size()) + " cells, the header has "
                                                 + std::to_string(m_table.columns.size())});
            return;
        }
        m_table.rows.push_back({line, std::move(cells)});
    }

    void header(std::vector<Text> cells, int line)
    {
        if (cells.size() > m_limits.maxColumns) {
            m_error = fault("has more than " + std::to_string(m_limits.maxColumns) + " columns", line, "is this a CSV file");
            return;
        }
        std::set<std::string, std::less<>> seen;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty())
                cells[i] = i == 0 ? Text("row") : Text("column " + std::to_string(i + 1));
            if (!seen.insert(cells[i].str()).second)
                m_error = fault("two columns are called '" + cells[i].str() + "'", line, "give each column a name of its own");
        }
        m_table.columns = std::move(cells);
    }

    [[nodiscard]] Error fault(std::string message, int line, std::string hint) const
    {
        return {ErrorCode::ParseError, std::move(message), m_table.source, {}, line, 0, std::move(hint)};
    }

    const CsvLimits& m_limits;
    DataTable m_table;
    std::vector<Text> m_cells;
    std::optional<Error> m_error;
    int m_line = 0;
    int m_rowStart = 0;
};

}  // namespace

Value DataTable::rowValue(std::size_t index) const
{
    const auto& row = rows.at(index);
    ObjectBuilder builder(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        builder.set(Key(columns[i].view()), cellValue(row.cells[i].view()));
    return std::move(builder).build();
}

Result<DataTable> parseCsv(std::string_view text, std::string_view source, const CsvLimits& limits)
{
    if (text.size() > limits.maxBytes)
        return Error {ErrorCode::InvalidArgument, "is larger than " + std::to_string(limits.maxBytes >> 20U) + " MiB",
                      std::string(source), {}, 0, 0, "split the file"};
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    if (const int line = firstLineNotUtf8(text))
        return Error {ErrorCode::ParseError, "is not UTF-8 text", std::string(source), {}, line, 0, "save the file as UTF-8"};
    return CsvReader(source, limits).read(text);
}

Result<DataTable> readCsvFile(const std::string& path, const CsvLimits& limits)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return Error {ErrorCode::NotFound, "the file cannot be opened", path, {}, 0, 0, "check the path and its permissions"};
    const auto size = static_cast<std::int64_t>(file.tellg());
    if (size < 0 || size == std::numeric_limits<std::int64_t>::max())
        return Error {ErrorCode::IoError, "is not a file that can be read", path, {}, 0, 0, "name a CSV file"};
    if (static_cast<std::uint64_t>(size) > limits.maxBytes)
        return Error {ErrorCode::InvalidArgument, "is larger than " + std::to_string(limits.maxBytes >> 20U) + " MiB", path, {}, 0,
                      0, "split the file"};
    std::string text(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(text.data(), size))
        return Error {ErrorCode::IoError, "cannot be read to its end", path, {}, 0, 0, "try again"};
    return parseCsv(text, path, limits);
}

}  // namespace baton
