// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <span>
#include <string>
#include <string_view>

namespace baton {

// The JSON objects of the REST interface by name, with the types of their members. Types are written "String", "int"
// (never absent), "Integer" (may be), "long", "Long", "boolean", "Boolean", "Object" (anything), the name of another bean or
// enumeration, "List<T>", "Set<T>", "Map<T>" (its keys are text).

struct BeanField {
    std::string_view name;
    std::string_view type;
};

struct Bean {
    std::string_view name;                   // "TaskResult"
    std::string_view package;                // what error messages call it by: package.name
    std::span<const BeanField> fields;
    std::string_view note = {};
};

struct BeanEnum {
    std::string_view name;                   // "TaskResult$Status"
    std::string_view package;
    std::span<const std::string_view> words; // in the order the real server lists them
};

[[nodiscard]] std::span<const Bean> requestBeans() noexcept;
[[nodiscard]] std::span<const Bean> answerBeans() noexcept;
[[nodiscard]] std::span<const BeanEnum> beanEnums() noexcept;
[[nodiscard]] const Bean* findBean(std::string_view name) noexcept;
[[nodiscard]] const BeanEnum* findBeanEnum(std::string_view name) noexcept;

/// The T of "List<T>", "Set<T>" or "Map<T>"; empty for another type.
[[nodiscard]] std::string_view elementType(std::string_view type) noexcept;
/// "java.util.ArrayList<java.lang.String>" for "List<String>", as error messages name it.
[[nodiscard]] std::string javaType(std::string_view type);

/// The value as a bean of that type would hold it: a "5" where a number belongs is 5, a 1.5 where an integer belongs is 1,
/// members it has not are left out. Internal (500) in the real server's words for what it cannot read, at any depth.
[[nodiscard]] Result<Value> shaped(const Value& json, std::string_view type);

}  // namespace baton
