// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace baton {

/// A place inside a Value: member names and array indexes. Text form: a.b[0]['odd key'].
struct Path {
    using Step = std::variant<Key, std::size_t>;
    std::vector<Step> steps;

    [[nodiscard]] static Result<Path> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    bool operator==(const Path&) const = default;
};

[[nodiscard]] const Value* find(const Value& root, const Path& path) noexcept;      // nullptr when absent
/// A copy with the value put there. What is missing or null on the way is made: an object for a name, an array for index 0.
/// An index may be at most the size of its array. Errors: InvalidArgument, with the place that is in the way as field.
[[nodiscard]] Result<Value> withValueAt(const Value& root, const Path& path, Value value);

enum class ChangeKind : std::uint8_t { Added, Removed, Replaced };

struct Change {
    ChangeKind kind;
    Path path;
    Value before;   // null when Added
    Value after;    // null when Removed
    bool operator==(const Change&) const = default;
};

/// What to change in `before` to get `after`: made one by one in this order, the changes lead there. Members come in the
/// order of `after`, then those removed; an array is compared by position and loses items from its end, the last first.
/// What is only in one of the two is one change, whatever is in it. Shared nodes are skipped unseen. Empty when equal.
[[nodiscard]] std::vector<Change> diff(const Value& before, const Value& after);

}  // namespace baton
