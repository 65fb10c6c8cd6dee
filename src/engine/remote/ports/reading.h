// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"

namespace baton {

// The small answers of the REST interface, read back. ParseError names what is not as it should be.

[[nodiscard]] Result<TaskView> taskViewFrom(const Value& json);          // its execution knows what a task tells of it
[[nodiscard]] Result<BulkResult> bulkResultFrom(const Value& json);
[[nodiscard]] Result<PollData> pollDataFrom(const Value& json);
[[nodiscard]] Result<TaskLogEntry> logEntryFrom(const Value& json);
[[nodiscard]] Error notA(std::string_view what, const Value& json);

/// Every item, or the first error with its index.
template <typename T, typename Read>
[[nodiscard]] Result<std::vector<T>> listFrom(const Value& json, Read read)
{
    if (!json.isArray())
        return notA("list", json);
    std::vector<T> list;
    list.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        Result<T> item = read(json.at(i));
        if (!item) {
            Error error = std::move(item).error();
            error.code = ErrorCode::ParseError;
            error.field = '[' + std::to_string(i) + ']' + (error.field.empty() ? "" : '.' + error.field);
            return error;
        }
        list.push_back(std::move(item).value());
    }
    return list;
}

/// {totalHits, results}
template <typename T, typename Read>
[[nodiscard]] Result<Page<T>> pageFrom(const Value& json, Read read)
{
    if (!json.isObject())
        return notA("search result", json);
    Result<std::vector<T>> results = listFrom<T>(json["results"].isNull() ? Value::array() : json["results"], read);
    if (!results)
        return std::move(results).error();
    return Page<T> {json["totalHits"].asInteger(), std::move(results).value()};
}

}  // namespace baton
