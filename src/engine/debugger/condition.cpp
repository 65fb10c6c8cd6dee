// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/condition.h"

#include <cmath>
#include <optional>

namespace baton {
namespace {

using Operation = Condition::Operation;

bool same(const Value& a, const Value& b)
{
    if (a.isNumber() && b.isNumber() && a.type() != b.type())
        return a.asDecimal() == b.asDecimal();
    return a == b;
}

std::optional<int> order(const Value& a, const Value& b)
{
    if (a.isInteger() && b.isInteger())
        return a.asInteger() < b.asInteger() ? -1 : a.asInteger() > b.asInteger() ? 1 : 0;
    if (a.isNumber() && b.isNumber()) {
        const double x = a.asDecimal();
        const double y = b.asDecimal();
        if (std::isnan(x) || std::isnan(y))
            return std::nullopt;
        return x < y ? -1 : x > y ? 1 : 0;
    }
    if (a.isText() && b.isText()) {
        const int compared = a.asText().compare(b.asText());
        return compared < 0 ? -1 : compared > 0 ? 1 : 0;
    }
    return std::nullopt;
}

bool contains(const Value& whole, const Value& part)
{
    if (whole.isText())
        return part.isText() && whole.asText().find(part.asText()) != std::string_view::npos;
    if (whole.isObject())
        return part.isText() && whole.contains(part.asText());
    for (const Value& item : whole.items()) {
        if (same(item, part))
            return true;
    }
    return false;
}

Value compare(Operation operation, const Value& a, const Value& b)
{
    const std::optional<int> ordered = order(a, b);
    if (!ordered)
        return false;
    switch (operation) {
    case Operation::Less: return *ordered < 0;
    case Operation::LessOrEqual: return *ordered <= 0;
    case Operation::Greater: return *ordered > 0;
    default: return *ordered >= 0;
    }
}

// Whole numbers stay whole while they fit.
Value whole(Operation operation, std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    switch (operation) {
    case Operation::Add:
        if (!__builtin_add_overflow(a, b, &result))
            return result;
        break;
    case Operation::Subtract:
        if (!__builtin_sub_overflow(a, b, &result))
            return result;
        break;
    case Operation::Multiply:
        if (!__builtin_mul_overflow(a, b, &result))
            return result;
        break;
    default: break;
    }
    return {};
}

Value arithmetic(Operation operation, const Value& a, const Value& b)
{
    if (operation == Operation::Add && a.isText() && b.isText())
        return Value(std::string(a.asText()) + std::string(b.asText()));
    if (!a.isNumber() || !b.isNumber())
        return {};
    if (a.isInteger() && b.isInteger()) {
        if (Value result = whole(operation, a.asInteger(), b.asInteger()); !result.isNull())
            return result;
    }
    const double x = a.asDecimal();
    const double y = b.asDecimal();
    switch (operation) {
    case Operation::Add: return x + y;
    case Operation::Subtract: return x - y;
    case Operation::Multiply: return x * y;
    case Operation::Divide: return y == 0 ? Value() : Value(x / y);
    default: return y == 0 ? Value() : Value(std::fmod(x, y));
    }
}

Value lengthOf(const Value& value)
{
    if (value.isText())
        return value.asText().size();
    return value.isArray() || value.isObject() ? Value(value.size()) : Value();
}

Value unary(Operation operation, const Value& value)
{
    switch (operation) {
    case Operation::Not: return !isTruthy(value);
    case Operation::Length: return lengthOf(value);
    case Operation::Exists: return !value.isNull();
    case Operation::Absolute: return value.isNumber() ? Value(std::abs(value.asDecimal())) : Value();
    default: return arithmetic(Operation::Subtract, Value(0), value);
    }
}

}  // namespace

bool isTruthy(const Value& value) noexcept
{
    switch (value.type()) {
    case Value::Type::Null: return false;
    case Value::Type::Bool: return value.asBool();
    case Value::Type::Integer: return value.asInteger() != 0;
    case Value::Type::Decimal: return value.asDecimal() != 0;
    case Value::Type::Text: return !value.asText().empty();
    case Value::Type::Array:
    case Value::Type::Object: return !value.empty();
    }
    return false;
}

Value Condition::evaluate(std::span<const Value> values) const
{
    return m_nodes.empty() || values.size() < m_references.size() ? Value() : at(m_nodes.size() - 1, values);
}

Value Condition::at(std::size_t node, std::span<const Value> values) const
{
    const Node& here = m_nodes[node];
    switch (here.operation) {
    case Operation::Literal: return here.literal;
    case Operation::Reference: return values[here.left];
    case Operation::Or: return isTruthy(at(here.left, values)) || isTruthy(at(here.right, values));
    case Operation::And: return isTruthy(at(here.left, values)) && isTruthy(at(here.right, values));
    case Operation::Equal: return same(at(here.left, values), at(here.right, values));
    case Operation::NotEqual: return !same(at(here.left, values), at(here.right, values));
    case Operation::Less:
    case Operation::LessOrEqual:
    case Operation::Greater:
    case Operation::GreaterOrEqual: return compare(here.operation, at(here.left, values), at(here.right, values));
    case Operation::Contains: return contains(at(here.left, values), at(here.right, values));
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
    case Operation::Remainder: return arithmetic(here.operation, at(here.left, values), at(here.right, values));
    default: return unary(here.operation, at(here.left, values));
    }
}

}  // namespace baton
