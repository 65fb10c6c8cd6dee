// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// One row of a data set: its cells as text, by column, and the line of the file it starts on (1-based).
struct DataRow {
    int line = 0;
    std::vector<Text> cells;      // as many as the table has columns
};

/// A row that cannot be used, and why. Never dropped silently: whoever shows the rows shows these too.
struct BadRow {
    int line = 0;
    std::string problem;
};

/// A table of text with a header line. A plain value.
struct DataTable {
    std::string source;
    std::vector<Text> columns;    // a column without a name is called "row" (R's row names) or "column N"
    std::vector<DataRow> rows;
    std::vector<BadRow> badRows;

    /// The row as one object: cells that read as numbers become numbers, the rest text.
    [[nodiscard]] Value rowValue(std::size_t index) const;
};

struct CsvLimits {
    std::size_t maxBytes = std::size_t {1} << 31U;
    std::size_t maxColumns = 4096;
};

/// CSV by RFC 4180 (UTF-8, quotes, line breaks inside quotes, CRLF or LF). A row with another number of cells than the
/// header, or with a quote where none may stand, is a bad row. Errors: ParseError for no header, two columns of one name, a
/// quote that never closes (with the line it opened on), text that is not UTF-8.
[[nodiscard]] Result<DataTable> parseCsv(std::string_view text, std::string_view source, const CsvLimits& limits = {});
[[nodiscard]] Result<DataTable> readCsvFile(const std::string& path, const CsvLimits& limits = {});

}  // namespace baton
