// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/apidocs.h"

#include "engine/server/beans.h"

#include <set>

namespace baton {
namespace {

// Collects the beans that schemas mention, so that each is described once.
class Schemas {
public:
    Value of(std::string_view type)
    {
        if (type.starts_with("List<") || type.starts_with("Set<"))
            return Value::object({{"type", "array"}, {"items", of(elementType(type))}});
        if (type.starts_with("Map<"))
            return Value::object({{"type", "object"}, {"additionalProperties", of(elementType(type))}});
        if (const BeanEnum* const words = findBeanEnum(type))
            return Value::object({{"type", "string"}, {"enum", Value::array({words->words.begin(), words->words.end()})}});
        if (findBean(type)) {
            m_wanted.insert(std::string(type));
            return Value::object({{"$ref", "#/components/schemas/" + refName(type)}});
        }
        return plain(type);
    }

    Value all()
    {
        ObjectBuilder schemas;
        std::set<std::string> done;
        while (done.size() < m_wanted.size()) {
            for (const std::string& name : std::set<std::string>(m_wanted)) {
                if (done.insert(name).second)
                    schemas.set(refName(name), describe(*findBean(name)));
            }
        }
        return std::move(schemas).build();
    }

private:
    static std::string refName(std::string_view type)
    {
        std::string name(type);
        std::replace(name.begin(), name.end(), '$', '.');
        return name;
    }

    static Value plain(std::string_view type)
    {
        if (type == "String" || type == "text")
            return Value::object({{"type", "string"}});
        if (type == "int" || type == "Integer")
            return Value::object({{"type", "integer"}, {"format", "int32"}});
        if (type == "long" || type == "Long")
            return Value::object({{"type", "integer"}, {"format", "int64"}});
        if (type == "boolean" || type == "Boolean")
            return Value::object({{"type", "boolean"}});
        return Value::object();
    }

    Value describe(const Bean& bean)
    {
        ObjectBuilder properties;
        for (const BeanField& field : bean.fields)
            properties.set(field.name, of(field.type));
        Value schema = Value::object({{"type", "object"}, {"properties", std::move(properties).build()}});
        return bean.note.empty() ? schema : std::move(schema).with("description", bean.note);
    }

    std::set<std::string> m_wanted;
};

std::string documentedPath(const Route& route)
{
    std::string path = route.path;
    if (const std::size_t dots = path.find("...}"); dots != std::string::npos)
        path.erase(dots, 3);
    return path;
}

Value parameterOf(const RouteParameter& parameter, Schemas& schemas)
{
    Value schema = schemas.of(parameter.type);
    if (!parameter.fallback.empty()) {
        const bool isNumber = schema["type"].asText() == "integer";
        const bool isBool = schema["type"].asText() == "boolean";
        Value fallback(parameter.fallback);
        if (isNumber)
            fallback = Value(std::stoll(parameter.fallback));   // ours, a number
        else if (isBool)
            fallback = Value(parameter.fallback == "true");
        schema = std::move(schema).with("default", fallback);
    }
    return Value::object({{"name", parameter.name}, {"in", parameter.in == RouteParameter::In::Path ? "path" : "query"},
        {"required", parameter.required}, {"schema", schema}});
}

Value content(std::string_view mediaType, Value schema)
{
    return Value::object({{mediaType, Value::object({{"schema", std::move(schema)}})}});
}

Value answersOf(const Route& route, Schemas& schemas)
{
    Value success = Value::object({{"description", route.status == 501 ? "Not served here" : "OK"}});
    if (route.answer == "text")
        success = std::move(success).with("content", content("text/plain", schemas.of("String")));
    else if (!route.answer.empty())
        success = std::move(success).with("content", content("application/json", schemas.of(route.answer)));
    Value answers = Value::object({{std::to_string(route.status), success}});
    if (route.status != 501)
        answers = std::move(answers).with("default", Value::object({{"description", "An error"},
            {"content", content("application/json", schemas.of("ErrorResponse"))}}));
    return answers;
}

Value operationOf(const Route& route, Schemas& schemas)
{
    std::vector<Value> parameters;
    for (const RouteParameter& parameter : route.parameters)
        parameters.push_back(parameterOf(parameter, schemas));
    ObjectBuilder operation;
    operation.set("tags", Value::array({Value(route.group)})).set("summary", route.summary);
    if (!parameters.empty())
        operation.set("parameters", Value::array(std::move(parameters)));
    if (route.body) {
        const bool isRaw = route.body->type.empty();
        operation.set("requestBody", Value::object({{"required", true},
            {"content", content(isRaw ? "text/plain" : "application/json", schemas.of(isRaw ? "String" : std::string_view(route.body->type)))}}));
    }
    operation.set("responses", answersOf(route, schemas));
    return std::move(operation).build();
}

std::string lowerCase(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace

Value apiDocs(std::span<const Route> routes)
{
    Schemas schemas;
    Value paths = Value::object();
    for (const Route& route : routes) {
        const Key path(documentedPath(route));
        paths = std::move(paths).with(path, paths[path].with(lowerCase(route.method), operationOf(route, schemas)));
    }
    return Value::object({{"openapi", "3.0.1"},
        {"info", Value::object({{"title", "Conductor, embedded in Baton"}, {"version", "3.32.3"},
            {"description", "The REST interface of Conductor 3.32.3. Requests it cannot read are answered 500 where the real server does so."}})},
        {"paths", paths}, {"components", Value::object({{"schemas", schemas.all()}})}});
}

}  // namespace baton
