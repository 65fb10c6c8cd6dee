// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/beans.h"

#include "engine/value/json.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <vector>

namespace baton {
namespace {

bool isGeneric(std::string_view type, std::string_view outer)
{
    return type.size() > outer.size() + 2 && type.starts_with(outer) && type[outer.size()] == '<' && type.back() == '>';
}

std::string javaName(std::string_view type, bool isNested)
{
    if (isGeneric(type, "List"))
        return (isNested ? "java.util.List<" : "java.util.ArrayList<") + javaName(elementType(type), true) + '>';
    if (isGeneric(type, "Set"))
        return (isNested ? "java.util.Set<" : "java.util.HashSet<") + javaName(elementType(type), true) + '>';
    if (isGeneric(type, "Map"))
        return std::string(isNested ? "java.util.Map" : "java.util.LinkedHashMap") + "<java.lang.String,"
            + javaName(elementType(type), true) + '>';
    if (const Bean* const bean = findBean(type))
        return std::string(bean->package) + '.' + std::string(type);
    if (const BeanEnum* const words = findBeanEnum(type))
        return std::string(words->package) + '.' + std::string(type);
    if (type == "int" || type == "long" || type == "boolean" || type == "double")
        return std::string(type);
    return "java.lang." + std::string(type);
}

Error parseError(std::string message)
{
    return {ErrorCode::Internal, "JSON parse error: " + std::move(message)};
}

// "Array value (token `JsonToken.START_ARRAY`)"
std::string describedToken(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Array: return "Array value (token `JsonToken.START_ARRAY`)";
    case Value::Type::Object: return "Object value (token `JsonToken.START_OBJECT`)";
    case Value::Type::Integer: return "Integer value (token `JsonToken.VALUE_NUMBER_INT`)";
    case Value::Type::Decimal: return "Floating-point value (token `JsonToken.VALUE_NUMBER_FLOAT`)";
    case Value::Type::Bool:
        return std::string("Boolean value (token `JsonToken.VALUE_") + (value.asBool() ? "TRUE" : "FALSE") + "`)";
    case Value::Type::Text: return "String value (token `JsonToken.VALUE_STRING`)";
    case Value::Type::Null: break;
    }
    return "Null value (token `JsonToken.VALUE_NULL`)";
}

Error cannotRead(std::string_view type, const Value& value)
{
    return parseError("Cannot deserialize value of type `" + javaType(type) + "` from " + describedToken(value));
}

// What a scalar gives where an object (or a list, for text) belongs.
Error cannotMake(std::string_view type, const Value& value)
{
    std::string name = javaType(type);
    name.resize(std::min(name.find('<'), name.size()));
    std::string kind;
    std::string from;
    switch (value.type()) {
    case Value::Type::Integer: kind = "int/Int", from = "Number value (" + toJson(value) + ')'; break;
    case Value::Type::Decimal: kind = "double/Double", from = "Number value (" + toJson(value) + ')'; break;
    case Value::Type::Bool: kind = "boolean/Boolean", from = "boolean value (" + toJson(value) + ')'; break;
    default: kind = "String", from = "String value ('" + std::string(value.asText()) + "')"; break;
    }
    return parseError("Cannot construct instance of `" + name + "` (although at least one Creator exists): no " + kind
                      + "-argument constructor/factory method to deserialize from " + from);
}

std::optional<std::int64_t> integerIn(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

Result<Value> shapedInteger(const Value& json, std::string_view type)
{
    const bool isLong = type == "long" || type == "Long";
    const std::int64_t least = isLong ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int32_t>::min();
    const std::int64_t most = isLong ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int32_t>::max();
    const auto checked = [&](const Value& value) -> Result<Value> {
        const double number = value.asDecimal();
        const bool isBeyond = value.isDecimal() ? number < static_cast<double>(least) || number >= static_cast<double>(most) + 1
                                                : value.asInteger() < least || value.asInteger() > most;
        if (isBeyond)
            return parseError("Numeric value (" + toJson(value) + ") out of range of " + (isLong ? "long" : "int") + " ("
                              + std::to_string(least) + " - " + std::to_string(most) + ')');
        return value.isInteger() ? value : Value(value.asInteger());
    };
    if (json.isNumber())
        return checked(json);
    if (!json.isText())
        return cannotRead(type, json);
    const std::string name = javaType(type);
    if (json.asText().empty())
        return Value();
    if (const std::optional<std::int64_t> number = integerIn(json.asText()))
        return checked(Value(*number));
    return parseError("Cannot deserialize value of type `" + name + "` from String \"" + std::string(json.asText())
                      + "\": not a valid `" + name + "` value");
}

Result<Value> shapedBool(const Value& json, std::string_view type)
{
    if (json.isBool())
        return json;
    if (json.isInteger())
        return Value(json.asInteger() != 0);
    if (!json.isText())
        return cannotRead(type, json);
    const std::string_view text = json.asText();
    if (text == "true" || text == "True" || text == "TRUE")
        return Value(true);
    if (text == "false" || text == "False" || text == "FALSE")
        return Value(false);
    if (text.empty())
        return Value();
    return parseError("Cannot deserialize value of type `" + javaType(type) + "` from String \"" + std::string(text) + "\": only "
                      + (type == "boolean" ? R"("true"/"True"/"TRUE" or "false"/"False"/"FALSE" recognized)"
                                           : R"("true" or "false" recognized)"));
}

Result<Value> shapedWord(const Value& json, const BeanEnum& words)
{
    const std::string name = javaType(words.name);
    if (json.isInteger()) {
        const std::int64_t index = json.asInteger();
        return parseError("Cannot deserialize value of type `" + name + "` from number " + std::to_string(index)
                          + ": index value outside legal index range [0.." + std::to_string(words.words.size() - 1) + ']');
    }
    if (!json.isText())
        return cannotRead(words.name, json);
    if (std::ranges::find(words.words, json.asText()) != words.words.end())
        return json;
    if (json.asText().empty())
        return parseError("Cannot coerce empty String (\"\") to `" + name
                          + "` value (but could if coercion was enabled using `CoercionConfig`)");
    std::string list;
    for (const std::string_view word : words.words)
        list.append(list.empty() ? "" : ", ").append(word);
    return parseError("Cannot deserialize value of type `" + name + "` from String \"" + std::string(json.asText())
                      + "\": not one of the values accepted for Enum class: [" + list + ']');
}

Result<Value> shapedItems(const Value& json, std::string_view type)
{
    if (json.isText())
        return cannotMake(type, json);
    if (!json.isArray())
        return cannotRead(type, json);
    Value made = json;
    for (std::size_t i = 0; i < json.size(); ++i) {
        Result<Value> item = shaped(json.at(i), elementType(type));
        if (!item)
            return item;
        if (!item->sharesNodeWith(json.at(i)))
            made = std::move(made).withItem(i, std::move(item).value());
    }
    return made;
}

Result<Value> shapedMembers(const Value& json, std::string_view type, const Bean* bean)
{
    if (json.isArray())
        return cannotRead(type, json);
    if (!json.isObject())
        return cannotMake(type, json);
    Value made = json;
    for (const Member& member : json.members()) {
        std::string_view memberType = elementType(type);
        if (bean) {
            const auto field = std::ranges::find(bean->fields, member.key.view(), &BeanField::name);
            if (field == bean->fields.end()) {
                made = made.without(member.key);
                continue;
            }
            memberType = field->type;
        }
        Result<Value> value = shaped(member.value, memberType);
        if (!value)
            return value;
        if (!value->sharesNodeWith(member.value))
            made = std::move(made).with(member.key, std::move(value).value());
    }
    if (type == "SchemaDef")
        for (const std::string_view time : {"createTime", "updateTime"})
            if (made[time].isNull())
                made = std::move(made).with(time, Value(0));
    return made;
}

}  // namespace

const Bean* findBean(std::string_view name) noexcept
{
    for (const std::span<const Bean> beans : {requestBeans(), answerBeans()})
        if (const auto found = std::ranges::find(beans, name, &Bean::name); found != beans.end())
            return &*found;
    return nullptr;
}

const BeanEnum* findBeanEnum(std::string_view name) noexcept
{
    const auto found = std::ranges::find(beanEnums(), name, &BeanEnum::name);
    return found == beanEnums().end() ? nullptr : &*found;
}

std::string_view elementType(std::string_view type) noexcept
{
    for (const std::string_view outer : {"List", "Set", "Map"})
        if (isGeneric(type, outer))
            return type.substr(outer.size() + 1, type.size() - outer.size() - 2);
    return {};
}

std::string javaType(std::string_view type)
{
    return javaName(type, false);
}

Result<Value> shaped(const Value& json, std::string_view type)
{
    if (json.isNull() || type == "Object")
        return json;
    if (type == "String") {
        if (json.isText())
            return json;
        return json.isArray() || json.isObject() ? Result<Value>(cannotRead(type, json)) : Result<Value>(Value(toJson(json)));
    }
    if (type == "int" || type == "Integer" || type == "long" || type == "Long")
        return shapedInteger(json, type);
    if (type == "boolean" || type == "Boolean")
        return shapedBool(json, type);
    if (isGeneric(type, "List") || isGeneric(type, "Set"))
        return shapedItems(json, type);
    if (isGeneric(type, "Map"))
        return shapedMembers(json, type, nullptr);
    if (const BeanEnum* const words = findBeanEnum(type))
        return shapedWord(json, *words);
    if (json.isText() && type == "TaskDef")   // the one bean that can be made of a text
        return Value::object({{"name", json}});
    return shapedMembers(json, type, findBean(type));
}

}  // namespace baton
