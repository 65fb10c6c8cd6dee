// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/template.h"

#include "engine/expression/templatetext.h"
#include "engine/value/path.h"

#include <variant>

namespace baton {

/// A node is made only for what holds expressions; all else is a literal, shared as it came.
struct Template::Node {
    struct Literal {
        Value value;
    };
    struct List {
        std::vector<Node> items;
    };
    struct Map {
        std::vector<std::pair<Key, Node>> members;
    };
    std::variant<Literal, TextTemplate, List, Map> content;

    [[nodiscard]] static Node compile(const Value& value, int depth);
    [[nodiscard]] Value resolve(ReferenceScope& scope) const;
    [[nodiscard]] bool isLiteral() const noexcept { return std::holds_alternative<Literal>(content); }
    void collect(Path& where, std::vector<Reference>& out) const;

private:
    [[nodiscard]] static Node compileText(const Value& value);
    [[nodiscard]] static Node compileList(const Value& value, int depth);
    [[nodiscard]] static Node compileMap(const Value& value, int depth);
};

namespace {

void collectText(const TextTemplate& text, const std::string& where, std::vector<Template::Reference>& out)
{
    for (const TextTemplate::Part& part : text.parts()) {
        if (!part.expression)
            continue;
        out.push_back({where, std::string(part.expression->path())});
        if (const TextTemplate* inner = part.expression->inner())
            collectText(*inner, where, out);
    }
}

}  // namespace

Template::Node Template::Node::compileText(const Value& value)
{
    const std::string_view text = value.asText();
    if (text.find("${") == std::string_view::npos)
        return {Literal {value}};
    TextTemplate compiled(text);
    if (!compiled.isLiteral())
        return {std::move(compiled)};
    const std::string plain = compiled.literalText();
    return {Literal {plain == text ? value : Value(plain)}};
}

Template::Node Template::Node::compileList(const Value& value, int depth)
{
    List list;
    list.items.reserve(value.size());
    bool unchanged = true;
    for (const Value& item : value.items()) {
        const Node& made = list.items.emplace_back(compile(item, depth + 1));
        const auto* literal = std::get_if<Literal>(&made.content);
        unchanged = unchanged && literal && literal->value.sharesNodeWith(item);
    }
    return unchanged ? Node {Literal {value}} : Node {std::move(list)};
}

Template::Node Template::Node::compileMap(const Value& value, int depth)
{
    Map map;
    map.members.reserve(value.size());
    bool unchanged = true;
    for (const Member& member : value.members()) {
        const auto& made = map.members.emplace_back(member.key, compile(member.value, depth + 1));
        const auto* literal = std::get_if<Literal>(&made.second.content);
        unchanged = unchanged && literal && literal->value.sharesNodeWith(member.value);
    }
    return unchanged ? Node {Literal {value}} : Node {std::move(map)};
}

Template::Node Template::Node::compile(const Value& value, int depth)
{
    if (depth > Value::kMaxDepth)
        return {Literal {value}};
    if (value.isText())
        return compileText(value);
    if (value.isArray())
        return compileList(value, depth);
    if (value.isObject())
        return compileMap(value, depth);
    return {Literal {value}};
}

Value Template::Node::resolve(ReferenceScope& scope) const
{
    if (const auto* literal = std::get_if<Literal>(&content))
        return literal->value;
    if (const auto* text = std::get_if<TextTemplate>(&content))
        return text->resolve(scope);
    if (const auto* list = std::get_if<List>(&content)) {
        std::vector<Value> items;
        items.reserve(list->items.size());
        for (const Node& item : list->items)
            items.push_back(item.resolve(scope));
        return Value::array(std::move(items));
    }
    const auto& members = std::get<Map>(content).members;
    ObjectBuilder made(members.size());
    for (const auto& [key, node] : members)
        made.set(key, node.resolve(scope));
    return std::move(made).build();
}

void Template::Node::collect(Path& where, std::vector<Reference>& out) const
{
    if (const auto* text = std::get_if<TextTemplate>(&content)) {
        collectText(*text, where.text(), out);
    } else if (const auto* list = std::get_if<List>(&content)) {
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            where.steps.emplace_back(i);
            list->items[i].collect(where, out);
            where.steps.pop_back();
        }
    } else if (const auto* map = std::get_if<Map>(&content)) {
        for (const auto& [key, node] : map->members) {
            where.steps.emplace_back(key);
            node.collect(where, out);
            where.steps.pop_back();
        }
    }
}

Template::Template()
    : Template(Value())
{
}

Template::Template(Value parameters)
    : m_root(std::make_shared<const Node>(Node::compile(parameters, 0)))
    , m_source(std::move(parameters))
{
}

Value Template::resolve(ReferenceScope& scope) const
{
    return m_root->resolve(scope);
}

bool Template::hasExpressions() const noexcept
{
    return !m_root->isLiteral();
}

const Value& Template::source() const noexcept
{
    return m_source;
}

std::vector<Template::Reference> Template::references() const
{
    std::vector<Reference> found;
    Path where;
    m_root->collect(where, found);
    return found;
}

Value resolveTemplate(const Value& parameters, ReferenceScope& scope)
{
    return Template(parameters).resolve(scope);
}

}  // namespace baton
