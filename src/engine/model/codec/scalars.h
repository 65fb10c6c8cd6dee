// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/enums.h"
#include "engine/value/value.h"

#include <optional>
#include <string>
#include <vector>

namespace baton {

// One JSON value to one member of a definition and back. Reading takes what the real server's mapper takes: "3" and 3.7 for
// a number, 3 and true for a text, "true" and 1 for a truth. False when the value cannot be taken; the target is then as
// before. Writing gives null for what is not set.

bool readInto(Text& target, const Value& json);
bool readInto(bool& target, const Value& json);
bool readInto(int& target, const Value& json);
bool readInto(std::int64_t& target, const Value& json);
bool readInto(std::vector<Text>& target, const Value& json);
bool readInto(RetryLogic& target, const Value& json);
bool readInto(TaskTimeoutPolicy& target, const Value& json);
bool readInto(WorkflowTimeoutPolicy& target, const Value& json);
bool readInto(JoinMode& target, const Value& json);
bool readInto(TaskStatus& target, const Value& json);
bool readInto(WorkflowStatus& target, const Value& json);

template <typename T>
bool readInto(std::optional<T>& target, const Value& json)
{
    T value {};
    if (!readInto(value, json))
        return false;
    target = value;
    return true;
}

[[nodiscard]] inline Value written(const Text& text) { return text.empty() ? Value() : Value(text); }
[[nodiscard]] inline Value written(bool value) { return value; }
[[nodiscard]] inline Value written(int value) { return value; }
[[nodiscard]] inline Value written(std::int64_t value) { return value; }
[[nodiscard]] inline Value written(const Value& value) { return value; }
[[nodiscard]] Value written(const std::vector<Text>& texts);

template <typename Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] Value written(Enum value) { return toText(value); }

template <typename T>
[[nodiscard]] Value written(const std::optional<T>& value) { return value ? written(*value) : Value(); }

/// What a member of that type can be, for an error: "a whole number".
[[nodiscard]] std::string expectedFor(const Text&);
[[nodiscard]] std::string expectedFor(bool);
[[nodiscard]] std::string expectedFor(int);
[[nodiscard]] std::string expectedFor(std::int64_t);
[[nodiscard]] std::string expectedFor(const std::vector<Text>&);
[[nodiscard]] std::string expectedFor(RetryLogic);
[[nodiscard]] std::string expectedFor(TaskTimeoutPolicy);
[[nodiscard]] std::string expectedFor(WorkflowTimeoutPolicy);
[[nodiscard]] std::string expectedFor(JoinMode);
[[nodiscard]] std::string expectedFor(TaskStatus);
[[nodiscard]] std::string expectedFor(WorkflowStatus);

template <typename T>
[[nodiscard]] std::string expectedFor(const std::optional<T>&) { return expectedFor(T {}); }

/// What this value is, for an error: "a text", "an object".
[[nodiscard]] std::string_view described(const Value& json) noexcept;

}  // namespace baton
