// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/task/fieldcheck.h"

#include "engine/task/taskregistry.h"
#include "engine/value/json.h"

#include <algorithm>
#include <cmath>

namespace baton {
namespace {

std::string_view nameOf(FieldType type) noexcept
{
    switch (type) {
    case FieldType::Any: return "any";
    case FieldType::Text: return "text";
    case FieldType::Number: return "number";
    case FieldType::Integer: return "integer";
    case FieldType::Bool: return "boolean";
    case FieldType::Object: return "object";
    case FieldType::Array: return "array";
    }
    return "any";
}

std::string_view nameOf(Value::Type type) noexcept
{
    switch (type) {
    case Value::Type::Null: return "null";
    case Value::Type::Bool: return "boolean";
    case Value::Type::Integer: return "integer";
    case Value::Type::Decimal: return "number";
    case Value::Type::Text: return "text";
    case Value::Type::Array: return "array";
    case Value::Type::Object: return "object";
    }
    return "null";
}

// Java and JSON clients write 5 as 5.0: a decimal without fraction is an integer too.
bool isWhole(const Value& value) noexcept
{
    return value.isInteger() || (value.isDecimal() && std::isfinite(value.asDecimal())
                                 && std::trunc(value.asDecimal()) == value.asDecimal());
}

bool fits(FieldType type, const Value& value) noexcept
{
    switch (type) {
    case FieldType::Any: return true;
    case FieldType::Text: return value.isText();
    case FieldType::Number: return value.isNumber();
    case FieldType::Integer: return isWhole(value);
    case FieldType::Bool: return value.isBool();
    case FieldType::Object: return value.isObject();
    case FieldType::Array: return value.isArray();
    }
    return false;
}

TaskError breach(const FieldSpec& spec, std::string_view problem, std::string message, Value details)
{
    return {"INVALID_FIELD", std::move(message),
        Value::object({{"field", spec.name}, {"problem", problem}}).mergedWith(details), false};
}

std::optional<TaskError> checkNumber(const FieldSpec& spec, const Value& value)
{
    const double number = value.asDecimal();
    if (std::isnan(number))
        return breach(spec, "type", "'" + spec.name + "' is not a number", Value::object());
    if (spec.minimum && number < *spec.minimum) {
        return breach(spec, "minimum", "'" + spec.name + "' is " + toJson(value) + ", the minimum is "
                + toJson(Value(*spec.minimum)), Value::object({{"minimum", *spec.minimum}, {"actual", value}}));
    }
    if (spec.maximum && number > *spec.maximum) {
        return breach(spec, "maximum", "'" + spec.name + "' is " + toJson(value) + ", the maximum is "
                + toJson(Value(*spec.maximum)), Value::object({{"maximum", *spec.maximum}, {"actual", value}}));
    }
    return std::nullopt;
}

std::optional<TaskError> checkWord(const FieldSpec& spec, const Value& value)
{
    if (spec.oneOf.empty() || std::ranges::find(spec.oneOf, value.asText()) != spec.oneOf.end())
        return std::nullopt;
    std::string words;
    std::vector<Value> allowed;
    for (const std::string& word : spec.oneOf) {
        words += (words.empty() ? "" : ", ") + word;
        allowed.emplace_back(word);
    }
    return breach(spec, "oneOf", "'" + spec.name + "' is \"" + std::string(value.asText()) + "\", allowed are " + words,
        Value::object({{"allowed", Value::array(std::move(allowed))}, {"actual", value}}));
}

}  // namespace

std::vector<Key> fieldKeys(std::span<const FieldSpec> specs)
{
    std::vector<Key> keys;
    keys.reserve(specs.size());
    for (const FieldSpec& spec : specs)
        keys.emplace_back(spec.name);
    return keys;
}

std::optional<TaskError> validateFields(std::span<const FieldSpec> specs, const Value& value)
{
    return validateFields(specs, fieldKeys(specs), value);
}

std::optional<TaskError> validateFields(std::span<const FieldSpec> specs, std::span<const Key> keys, const Value& value)
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const FieldSpec& spec = specs[i];
        const Value* field = value.find(keys[i]);
        if (!field || field->isNull()) {
            if (!spec.required)
                continue;
            return breach(spec, "missing", "'" + spec.name + "' is missing", Value::object());
        }
        if (!fits(spec.type, *field)) {
            return breach(spec, "type", "'" + spec.name + "' must be " + std::string(nameOf(spec.type)) + ", not "
                    + std::string(nameOf(field->type())),
                Value::object({{"expected", nameOf(spec.type)}, {"actual", nameOf(field->type())}}));
        }
        std::optional<TaskError> error;
        if (field->isNumber())
            error = checkNumber(spec, *field);
        else if (field->isText())
            error = checkWord(spec, *field);
        if (error)
            return error;
    }
    return std::nullopt;
}

}  // namespace baton
