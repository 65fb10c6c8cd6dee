// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/schema.h"

#include "engine/value/json.h"

namespace baton::ui {

namespace {

const Value& nothing()
{
    static const Value null;
    return null;
}

}  // namespace

Result<Schema> Schema::parse(std::string_view json, std::string language)
{
    auto root = parseJson(json);
    if (!root)
        return std::move(root).error();
    if (!root->isObject())
        return Error {ErrorCode::ParseError, "a schema is an object"};
    Schema schema;
    schema.m_root = std::move(root).value();
    schema.m_language = std::move(language);
    return schema;
}

const Value& Schema::follow(const Value& node) const
{
    const Value* here = &node;
    for (int steps = 0; steps < 16; ++steps) {   // a reference may lead round in a circle
        const std::string_view ref = (*here)["$ref"].asText();
        if (!ref.starts_with("#/"))
            return *here;
        here = &m_root;
        for (std::string_view rest = ref.substr(2); !rest.empty();) {
            const auto slash = rest.find('/');
            here = &(*here)[Key(rest.substr(0, slash))];
            rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        }
    }
    return nothing();
}

const Value& Schema::nodeAt(const Path& path) const
{
    const Value* node = &follow(m_root);
    for (const Path::Step& step : path.steps) {
        if (std::holds_alternative<std::size_t>(step)) {
            node = &follow((*node)["items"]);
            continue;
        }
        const Value& property = (*node)["properties"][std::get<Key>(step)];
        node = &follow(property.isObject() ? property : (*node)["additionalProperties"]);
    }
    return *node;
}

SchemaField Schema::field(std::string name, const Value& node) const
{
    const Value& meant = follow(node);
    const auto said = [&](const Key& key) -> const Value& { return node.contains(key) ? node[key] : meant[key]; };
    SchemaField field;
    field.name = std::move(name);
    field.type = meant["type"].asText();
    const Value& local = said(Key("description:" + m_language));
    field.description = local.isText() ? local.asText() : said("description").asText();
    for (const Key& key : {Key("enum"), Key("examples")}) {
        for (const Value& value : said(key).items())
            field.values.emplace_back(value.asText());
    }
    return field;
}

std::vector<SchemaField> Schema::fieldsAt(const Path& object) const
{
    std::vector<SchemaField> fields;
    for (const Member& member : nodeAt(object)["properties"].members())
        fields.push_back(field(std::string(member.key.view()), member.value));
    return fields;
}

SchemaField Schema::fieldAt(const Path& value) const
{
    if (value.steps.empty())
        return field({}, m_root);
    Path parent = value;
    parent.steps.pop_back();
    const auto* key = std::get_if<Key>(&value.steps.back());
    const Value& node = nodeAt(parent);
    if (!key)
        return field({}, node["items"]);
    const Value& property = node["properties"][*key];
    return field(std::string(key->view()), property.isObject() ? property : node["additionalProperties"]);
}

}  // namespace baton::ui
