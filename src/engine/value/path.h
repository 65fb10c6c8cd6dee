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
/// A copy with the value put there; missing objects on the way are made; an array index may be at most its size.
[[nodiscard]] Result<Value> withValueAt(const Value& root, const Path& path, Value value);

enum class ChangeKind : std::uint8_t { Added, Removed, Replaced };

struct Change {
    ChangeKind kind;
    Path path;
    Value before;   // null when Added
    Value after;    // null when Removed
    bool operator==(const Change&) const = default;
};

/// What to change in `before` to get `after`, leaves first seen in after's order. Shared nodes are skipped unseen.
/// Arrays are compared by position. Empty when equal.
[[nodiscard]] std::vector<Change> diff(const Value& before, const Value& after);

}  // namespace baton
