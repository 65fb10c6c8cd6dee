// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <string>
#include <string_view>

namespace baton {

struct JsonLimits {
    int maxDepth = Value::kMaxDepth;
};

/// JSON text (UTF-8, RFC 8259, one value) to a Value. Errors: ParseError with line, column and what was expected.
/// A byte order mark is accepted. Invalid UTF-8, duplicate-free order, depth and trailing text are checked.
[[nodiscard]] Result<Value> parseJson(std::string_view text, const JsonLimits& limits = {});
/// The same, reading the file; Error::source is the path. Errors also: NotFound, IoError.
[[nodiscard]] Result<Value> readJsonFile(const std::string& path);

/// Compact text. A decimal always shows that it is one (1.0, 1e+20), shortest form that reads back the same.
[[nodiscard]] std::string toJson(const Value& value);
void appendJson(std::string& out, const Value& value);
/// Text for people: two blanks a level, one member a line, empty and short scalar arrays on one line.
[[nodiscard]] std::string toPrettyJson(const Value& value);
/// Keys sorted, compact: equal values give equal bytes. For hashes and golden files.
[[nodiscard]] std::string toCanonicalJson(const Value& value);

}  // namespace baton
