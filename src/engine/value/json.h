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

/// JSON text (UTF-8, RFC 8259, one value) to a Value. A byte order mark is accepted; a later member of the same name wins
/// at the place of the first. A number with a point or an exponent is a decimal, and so is an integer beyond 64 bit; one
/// beyond the range of a double is refused, one too small for it is 0.0 (its exponent must fit 32 bit).
/// Errors: ParseError with line, column (in characters) and what was expected; invalid UTF-8, half surrogate pairs, text
/// after the value and deeper nesting than the limit (at most Value::kMaxDepth) are among them.
[[nodiscard]] Result<Value> parseJson(std::string_view text, const JsonLimits& limits = {});
/// The same, reading the file piece by piece; Error::source is the path. Errors also: NotFound, IoError (a folder, no
/// right to read), Unsupported (more than 2 GiB), InvalidArgument (no file name).
[[nodiscard]] Result<Value> readJsonFile(const std::string& path);

/// Compact text. A decimal always shows that it is one (1.0, 1e+20), in the shortest form that reads back the same. NaN and
/// infinities become null, bytes that are no UTF-8 become U+FFFD: what is written is always JSON.
[[nodiscard]] std::string toJson(const Value& value);
void appendJson(std::string& out, const Value& value);
/// Text for people: two blanks a level, one member a line, empty and short scalar arrays on one line.
[[nodiscard]] std::string toPrettyJson(const Value& value);
/// Keys sorted, compact: equal values give equal bytes. For hashes and golden files.
[[nodiscard]] std::string toCanonicalJson(const Value& value);

}  // namespace baton
