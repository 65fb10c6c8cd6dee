// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec/scalars.h"

#include "engine/value/json.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace baton {
namespace {

template <typename Integer>
bool readInteger(Integer& target, const Value& json)
{
    std::int64_t number = 0;
    if (json.isInteger()) {
        number = json.asInteger();
    } else if (json.isDecimal()) {
        if (!(std::abs(json.asDecimal()) < 9.2e18))
            return false;
        number = json.asInteger();
    } else if (json.isText()) {
        const std::string_view text = json.asText();
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (!text.empty() && (problem != std::errc() || end != text.data() + text.size()))
            return false;
    } else {
        return false;
    }
    if (number < std::numeric_limits<Integer>::min() || number > std::numeric_limits<Integer>::max())
        return false;
    target = static_cast<Integer>(number);
    return true;
}

template <typename Enum>
bool readEnum(Enum& target, const Value& json, std::optional<Enum> (*from)(std::string_view) noexcept)
{
    const auto value = json.isText() ? from(json.asText()) : std::nullopt;
    if (value)
        target = *value;
    return value.has_value();
}

template <typename Enum>
std::string oneOf()
{
    std::string names = "one of";
    for (int i = 0; !toText(static_cast<Enum>(i)).empty(); ++i)
        names.append(i == 0 ? " " : ", ").append(toText(static_cast<Enum>(i)));
    return names;
}

}  // namespace

bool readInto(Text& target, const Value& json)
{
    if (json.isText())
        target = json.toText();
    else if (json.isNumber() || json.isBool())
        target = Text(toJson(json));
    else
        return false;
    return true;
}

bool readInto(bool& target, const Value& json)
{
    if (json.isBool()) {
        target = json.asBool();
    } else if (json.isInteger()) {
        target = json.asInteger() != 0;
    } else if (json.isText()) {
        const std::string_view text = json.asText();
        const bool truth = text == "true" || text == "True" || text == "TRUE";
        if (!truth && !text.empty() && text != "false" && text != "False" && text != "FALSE")
            return false;
        target = truth;
    } else {
        return false;
    }
    return true;
}

bool readInto(int& target, const Value& json) { return readInteger(target, json); }
bool readInto(std::int64_t& target, const Value& json) { return readInteger(target, json); }

bool readInto(std::vector<Text>& target, const Value& json)
{
    if (!json.isArray())
        return false;
    std::vector<Text> texts(json.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!json.at(i).isNull() && !readInto(texts[i], json.at(i)))
            return false;
    }
    target = std::move(texts);
    return true;
}

bool readInto(RetryLogic& target, const Value& json) { return readEnum(target, json, &retryLogicFrom); }
bool readInto(TaskTimeoutPolicy& target, const Value& json) { return readEnum(target, json, &taskTimeoutPolicyFrom); }
bool readInto(JoinMode& target, const Value& json) { return readEnum(target, json, &joinModeFrom); }
bool readInto(TaskStatus& target, const Value& json) { return readEnum(target, json, &taskStatusFrom); }
bool readInto(WorkflowStatus& target, const Value& json) { return readEnum(target, json, &workflowStatusFrom); }

bool readInto(WorkflowTimeoutPolicy& target, const Value& json)
{
    return readEnum(target, json, &workflowTimeoutPolicyFrom);
}

Value written(const std::vector<Text>& texts)
{
    if (texts.empty())
        return {};
    return Value::array({texts.begin(), texts.end()});
}

std::string expectedFor(const Text&) { return "a text"; }
std::string expectedFor(bool) { return "true or false"; }
std::string expectedFor(int) { return "a whole number of at most 32 bits"; }
std::string expectedFor(std::int64_t) { return "a whole number"; }
std::string expectedFor(const std::vector<Text>&) { return "a list of texts"; }
std::string expectedFor(RetryLogic) { return oneOf<RetryLogic>(); }
std::string expectedFor(TaskTimeoutPolicy) { return oneOf<TaskTimeoutPolicy>(); }
std::string expectedFor(WorkflowTimeoutPolicy) { return oneOf<WorkflowTimeoutPolicy>(); }
std::string expectedFor(JoinMode) { return oneOf<JoinMode>(); }
std::string expectedFor(TaskStatus) { return oneOf<TaskStatus>(); }
std::string expectedFor(WorkflowStatus) { return oneOf<WorkflowStatus>(); }

std::string_view described(const Value& json) noexcept
{
    switch (json.type()) {
    case Value::Type::Null: return "null";
    case Value::Type::Bool: return "true or false";
    case Value::Type::Integer:
    case Value::Type::Decimal: return "a number";
    case Value::Type::Text: return "a text";
    case Value::Type::Array: return "a list";
    case Value::Type::Object: return "an object";
    }
    return {};
}

}  // namespace baton
