// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpathplan.h"
#include "engine/expression/template.h"

#include <cmath>
#include <limits>

namespace baton::jsonpath {

namespace {

Findings aborted()
{
    return {{}, PathFailure::Aborted};
}

struct Arguments {
    std::vector<Value> values;
    PathFailure failure = PathFailure::None;
};

Arguments argumentValues(const Token& token, Reading& reading)
{
    std::vector<Value> values;
    for (const Argument& argument : token.arguments) {
        if (const auto* json = std::get_if<std::optional<Value>>(&argument)) {
            if (!*json)
                return {{}, PathFailure::Aborted};
            values.push_back(**json);
            continue;
        }
        const Route& path = *std::get<std::shared_ptr<const Route>>(argument);
        Findings found = follow(path, reading.root, false, reading);
        if (found.failure != PathFailure::None)
            return {{}, found.failure};
        values.push_back(std::move(found.value));
    }
    return {std::move(values)};
}

// What the aggregating functions work on: the model's items and the arguments, whose arrays count by their items.
template <typename Take>
void flatten(const std::vector<Value>& arguments, Take take)
{
    for (const Value& argument : arguments) {
        if (!argument.isArray())
            take(argument);
        for (const Value& item : argument.items())
            take(item);
    }
}

Findings aggregate(const Token& token, const Value& model, const std::vector<Value>& arguments)
{
    double sum = 0;
    double squares = 0;
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::denorm_min();   // Java starts there too, so that no maximum is negative
    double count = 0;
    const auto take = [&](const Value& value) {
        if (!value.isNumber())
            return;
        const double number = value.asDecimal();
        sum += number;
        squares += number * number;
        least = number < least ? number : least;
        most = number > most ? number : most;
        ++count;
    };
    for (const Value& item : model.items())
        take(item);
    flatten(arguments, take);
    if (!(count > 0))
        return aborted();
    switch (token.function) {
    case Function::Average:
        return {Value(sum / count)};
    case Function::Deviation:
        return {Value(std::sqrt(squares / count - sum * sum / count / count))};
    case Function::Minimum:
        return {Value(least)};
    case Function::Maximum:
        return {Value(most)};
    default:
        return {Value(sum)};
    }
}

Findings concatenate(const Value& model, const std::vector<Value>& arguments)
{
    std::string made;
    for (const Value& item : model.items())
        made += item.asText();
    flatten(arguments, [&made](const Value& value) {
        if (!value.isNull())
            made += javaText(value);
    });
    return {Value(made)};
}

// The item counted from the front, or from the back without the very first one (as the library has it).
Findings itemAt(const Value& model, std::int64_t index)
{
    const auto size = static_cast<std::int64_t>(model.items().size());
    if (!model.isArray() || (index < 0 && (index += size) <= 0))
        return aborted();
    if (index >= size)
        return {{}, PathFailure::OutOfRange};
    return {model.at(static_cast<std::size_t>(index))};
}

Findings indexed(const Value& model, const std::vector<Value>& arguments)
{
    std::optional<std::int64_t> index;
    flatten(arguments, [&index](const Value& value) {
        if (value.isNumber() && !index)
            index = static_cast<std::int32_t>(value.asInteger());
    });
    if (!index && model.isArray())
        return {{}, PathFailure::OutOfRange};
    return index ? itemAt(model, *index) : aborted();
}

// With a path as its argument: the size of the array of all that the path's end holds, looked for from the model.
Findings length(const Token& token, const Value& model, Reading& reading)
{
    if (!token.arguments.empty()) {
        const auto* path = std::get_if<std::shared_ptr<const Route>>(&token.arguments[0]);
        if (path == nullptr || model.isNull())
            return aborted();
        Route inner = **path;
        inner.widened = !inner.endsInFunction && !inner.tokens.empty();
        if (inner.widened)
            inner.tokens.push_back({.kind = Token::Kind::Wildcard});
        Reading within {model, reading.stepsLeft, reading.depth};
        const Findings found = follow(inner, model, false, within);
        reading.stepsLeft = within.stepsLeft;
        if (found.failure != PathFailure::None)
            return {{}, found.failure};
        if (found.value.isArray())
            return {Value(static_cast<std::int64_t>(found.value.size()))};
    }
    if (model.isArray() || model.isObject())
        return {Value(static_cast<std::int64_t>(model.size()))};
    return {};
}

Findings keys(const Value& model)
{
    if (!model.isObject())
        return {};
    std::vector<Value> names;
    for (const Member& member : model.members())
        names.emplace_back(member.key.view());
    return {Value::array(std::move(names))};
}

}  // namespace

Findings call(const Token& token, const Value& model, Reading& reading)
{
    if (token.function == Function::Unknown)
        return {{}, PathFailure::Invalid};
    const Arguments given = argumentValues(token, reading);
    if (given.failure != PathFailure::None)
        return {{}, given.failure};
    const std::vector<Value>& arguments = given.values;
    switch (token.function) {
    case Function::Average:
    case Function::Deviation:
    case Function::Sum:
    case Function::Minimum:
    case Function::Maximum:
        return aggregate(token, model, arguments);
    case Function::Concatenate:
        return concatenate(model, arguments);
    case Function::Length:
        return length(token, model, reading);
    case Function::Append: {
        Value made = model;
        for (std::size_t i = 0; model.isArray() && i < arguments.size(); ++i)
            made = std::move(made).appended((arguments)[i]);
        return {std::move(made)};
    }
    case Function::Keys:
        return keys(model);
    case Function::First:
        return itemAt(model, 0);
    case Function::Last:
        return itemAt(model, -1);
    case Function::Index:
        return indexed(model, arguments);
    case Function::Unknown:
        break;
    }
    return aborted();
}

}  // namespace baton::jsonpath
