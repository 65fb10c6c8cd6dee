// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jqvalue.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace baton {

namespace {

jv toJvText(std::string_view text)
{
    constexpr std::size_t kLongest = std::numeric_limits<int>::max() / 4;
    return jv_string_sized(text.data(), static_cast<int>(std::min(text.size(), kLongest)));
}

Value fromNumber(double number)
{
    if (std::isnan(number))
        return Value("NaN");
    if (std::isinf(number))
        return Value(number > 0 ? "Infinity" : "-Infinity");
    const bool whole = !(std::trunc(number) < number) && !(std::trunc(number) > number);
    if (whole && number >= -0x1p63 && number < 0x1p63)
        return Value(static_cast<std::int64_t>(number));
    return Value(number);
}

std::string_view textOf(jv text)   // borrows
{
    const auto size = static_cast<std::size_t>(jv_string_length_bytes(jv_copy(text)));
    return {jv_string_value(text), size};
}

std::optional<Value> fromArray(jv array, int depth)
{
    std::vector<Value> items;
    const int size = jv_array_length(jv_copy(array));
    items.reserve(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
        std::optional<Value> item = fromJv(jv_array_get(jv_copy(array), i), depth + 1);
        if (!item)
            return std::nullopt;
        items.push_back(*std::move(item));
    }
    return Value::array(std::move(items));
}

std::optional<Value> fromObject(jv object, int depth)
{
    ObjectBuilder made(static_cast<std::size_t>(jv_object_length(jv_copy(object))));
    for (int i = jv_object_iter(object); jv_object_iter_valid(object, i); i = jv_object_iter_next(object, i)) {
        const jv key = jv_object_iter_key(object, i);
        std::optional<Value> value = fromJv(jv_object_iter_value(object, i), depth + 1);
        if (value)
            made.set(textOf(key), *std::move(value));
        jv_free(key);
        if (!value)
            return std::nullopt;
    }
    return std::move(made).build();
}

}  // namespace

jv toJv(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return jv_null();
    case Value::Type::Bool:
        return jv_bool(value.asBool() ? 1 : 0);
    case Value::Type::Integer:
    case Value::Type::Decimal:
        return jv_number(value.asDecimal());
    case Value::Type::Text:
        return toJvText(value.asText());
    case Value::Type::Array: {
        jv array = jv_array_sized(static_cast<int>(std::clamp<std::size_t>(value.size(), 1, 1 << 20U)));
        for (const Value& item : value.items())
            array = jv_array_append(array, toJv(item));
        return array;
    }
    case Value::Type::Object: {
        jv object = jv_object();
        for (const Member& member : value.members())
            object = jv_object_set(object, toJvText(member.key.view()), toJv(member.value));
        return object;
    }
    }
    return jv_null();
}

std::optional<Value> fromJv(jv value, int depth)
{
    std::optional<Value> made;
    switch (jv_get_kind(value)) {
    case JV_KIND_FALSE:
    case JV_KIND_TRUE:
        made = Value(jv_get_kind(value) == JV_KIND_TRUE);
        break;
    case JV_KIND_NUMBER:
        made = fromNumber(jv_number_value(value));
        break;
    case JV_KIND_STRING:
        made = Value(textOf(value));
        break;
    case JV_KIND_ARRAY:
        made = depth < Value::kMaxDepth ? fromArray(value, depth) : std::nullopt;
        break;
    case JV_KIND_OBJECT:
        made = depth < Value::kMaxDepth ? fromObject(value, depth) : std::nullopt;
        break;
    case JV_KIND_NULL:
    case JV_KIND_INVALID:
        made = Value();
        break;
    }
    jv_free(value);
    return made;
}

}  // namespace baton
