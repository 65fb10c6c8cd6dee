// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/route.h"

#include "engine/server/beans.h"
#include "engine/server/jsontext.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace baton {
namespace {

Error serverError(std::string message)
{
    return {ErrorCode::Internal, std::move(message)};
}

std::string trimmed(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (c != ' ' && c != '\t')
            kept += c;
    return kept;
}

std::string boxedType(std::string_view type)
{
    return type == "Integer" || type == "Long" || type == "Boolean" || type == "String" ? "java.lang." + std::string(type)
                                                                                       : javaType(type);
}

std::string cannotConvert(const RouteParameter& parameter)
{
    return "Method parameter '" + parameter.name + "': Failed to convert value of type 'java.lang.String' to required type '"
        + boxedType(parameter.type) + "'; ";
}

Result<Value> integerFrom(const RouteParameter& parameter, const std::string& given)
{
    const std::string text = trimmed(given);
    const bool isLong = parameter.type == "long" || parameter.type == "Long";
    std::int64_t number = 0;
    const char* const begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, number);
    const bool fits = isLong || (number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max());
    if (error == std::errc() && stop == end && begin != end && fits)
        return Value(number);
    return serverError(cannotConvert(parameter) + "For input string: \"" + given + '"');
}

Result<Value> boolFrom(const RouteParameter& parameter, const std::string& given)
{
    std::string text = trimmed(given);
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (text == "true" || text == "on" || text == "yes" || text == "1")
        return Value(true);
    if (text == "false" || text == "off" || text == "no" || text == "0")
        return Value(false);
    return serverError(cannotConvert(parameter) + "Invalid boolean value [" + given + ']');
}

Result<Value> wordFrom(const RouteParameter& parameter, const std::string& given, const BeanEnum& words)
{
    const std::string word = trimmed(given);
    if (std::ranges::find(words.words, word) != words.words.end())
        return Value(word);
    const std::string annotation = parameter.in == RouteParameter::In::Path ? "PathVariable" : "RequestParam";
    return serverError(cannotConvert(parameter)
        + "Failed to convert from type [java.lang.String] to type [@org.springframework.web.bind.annotation." + annotation + ' '
        + javaType(parameter.type) + "] for value [" + given + ']');
}

// One text is split at its commas, several are taken as they are.
Value listFrom(const std::vector<std::string>& given)
{
    std::vector<Value> items;
    if (given.size() != 1) {
        items.assign(given.begin(), given.end());
        return Value::array(std::move(items));
    }
    std::string_view rest = given.front();
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        items.emplace_back(trimmed(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return Value::array(std::move(items));
}

Result<Value> readParameter(const RouteParameter& parameter, const HttpRequest& request)
{
    const bool isPath = parameter.in == RouteParameter::In::Path;
    const HttpFields& fields = isPath ? request.parameters : request.query;
    const std::string* const found = fields.find(parameter.name);
    if (!found && parameter.required && !isPath) {
        return serverError("Required request parameter '" + parameter.name + "' for method parameter type "
                           + (parameter.type.starts_with("List") ? "List" : parameter.type) + " is not present");
    }
    if (parameter.type.starts_with("List"))
        return found ? listFrom(fields.all(parameter.name)) : Value();
    const std::string given = found && (!found->empty() || parameter.fallback.empty()) ? *found : parameter.fallback;
    if (!found && given.empty())
        return Value();
    if (parameter.type == "String")
        return Value(given);
    if (given.empty())
        return Value();
    if (parameter.type == "boolean")
        return boolFrom(parameter, given);
    if (const BeanEnum* const words = findBeanEnum(parameter.type))
        return wordFrom(parameter, given, *words);
    return integerFrom(parameter, given);
}

Error missingBody(const RouteBody& body)
{
    return serverError("Required request body is missing: " + body.signature);
}

// "application/json; charset=..." and its kin; a form is what clients send who say nothing.
Status checkContentType(const HttpRequest& request)
{
    const std::string given = request.headers.value("Content-Type");
    std::string type = trimmed(given.substr(0, given.find(';')));
    std::ranges::transform(type, type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool isJson = type == "application/json" || (type.starts_with("application/") && type.ends_with("+json"));
    if (isJson)
        return {};
    if (type.empty())
        return serverError("Content-Type 'application/octet-stream' is not supported");
    if (type.find('/') == std::string::npos)
        return serverError("Invalid mime type \"" + given + "\": does not contain '/'");
    const bool showsCharset = given.find(';') == std::string::npos && (type.starts_with("text/") || type == "application/x-www-form-urlencoded");
    return serverError("Content-Type '" + given + (showsCharset ? ";charset=UTF-8" : "") + "' is not supported");
}

Result<Value> readBody(const RouteBody& body, const HttpRequest& request)
{
    if (request.body.empty())
        return missingBody(body);
    if (body.type.empty())
        return Value(request.body);
    if (Status checked = checkContentType(request); !checked)
        return std::move(checked).error();
    Result<Value> json = jsonFromText(request.body, body.type);
    if (!json)
        return json;
    if (json->isNull())
        return missingBody(body);
    return shaped(*json, body.type);
}

void runRoute(const std::shared_ptr<const Route>& route, const std::shared_ptr<const ApiContext>& context, HttpRequest request,
              Responder responder)
{
    auto state = std::make_shared<RouteCall::State>(
        RouteCall::State {context, std::move(request), {}, {}, std::move(responder), route});
    const auto refuse = [&](const Error& error) { RouteCall(state).error(error); };
    for (const RouteParameter& parameter : route->parameters) {
        Result<Value> value = readParameter(parameter, state->request);
        if (!value)
            return refuse(value.error());
        state->parameters.insert_or_assign(parameter.name, std::move(value).value());
    }
    if (route->body) {
        Result<Value> body = readBody(*route->body, state->request);
        if (!body)
            return refuse(body.error());
        state->body = std::move(body).value();
    }
    route->run(RouteCall(std::move(state)));
}

}  // namespace

RouteParameter pathParameter(std::string name, std::string type)
{
    return {std::move(name), RouteParameter::In::Path, std::move(type), true};
}

RouteParameter queryParameter(std::string name, std::string type, std::string fallback)
{
    return {std::move(name), RouteParameter::In::Query, std::move(type), false, std::move(fallback)};
}

RouteParameter requiredParameter(std::string name, std::string type)
{
    return {std::move(name), RouteParameter::In::Query, std::move(type), true};
}

HttpHandler handlerOf(Route route, std::shared_ptr<const ApiContext> context)
{
    auto shared = std::make_shared<const Route>(std::move(route));
    return [shared, context = std::move(context)](HttpRequest request, Responder responder) {
        runRoute(shared, context, std::move(request), std::move(responder));
    };
}

}  // namespace baton
