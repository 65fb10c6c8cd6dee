// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/datatable.h"

namespace baton {

/// One JSON object a line. The columns are the names in order of first use; an object inside becomes columns of its own
/// (applicant.income), an array stays as JSON text, null and an absent name are an empty cell. A line that is no object is a
/// bad row. Errors: ParseError for text that is not UTF-8, InvalidArgument for an empty file or too many columns.
[[nodiscard]] Result<DataTable> parseJsonLines(std::string_view text, std::string_view source, const CsvLimits& limits = {});

/// An array of objects, or an object whose only array is one; otherwise as above. Errors: what parseJson says, with its line.
[[nodiscard]] Result<DataTable> parseJsonTable(std::string_view text, std::string_view source, const CsvLimits& limits = {});

/// By the file's name: .json, .jsonl or .ndjson, else CSV. Errors: those of the reader, NotFound, IoError.
[[nodiscard]] Result<DataTable> readDataFile(const std::string& path, const CsvLimits& limits = {});
/// The same from text, by the name of its source.
[[nodiscard]] Result<DataTable> parseData(std::string_view text, std::string_view source, const CsvLimits& limits = {});

}  // namespace baton
