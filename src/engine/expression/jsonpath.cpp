// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpath.h"

#include "engine/expression/jsonpathplan.h"

#include <algorithm>

namespace baton {

namespace {

using namespace jsonpath;

bool isPlain(const Token& token) noexcept
{
    return (token.kind == Token::Kind::Property && token.names.size() == 1)
        || (token.kind == Token::Kind::Index && token.indexes.size() == 1);
}

std::vector<PlainStep> plainSteps(const Tokens& tokens)
{
    std::vector<PlainStep> steps;
    if (!std::ranges::all_of(tokens, isPlain))
        return steps;
    for (const Token& token : tokens) {
        const bool isIndex = token.kind == Token::Kind::Index;
        steps.push_back({isIndex ? Key() : token.names[0], isIndex ? token.indexes[0] : 0, isIndex});
    }
    return steps;
}

void addRoot(JsonPath::Plan& plan, std::string_view name, std::string_view next)
{
    for (JsonPath::Root& known : plan.roots) {
        if (known.name != name)
            continue;
        if (known.next != next)
            known.next.clear();
        return;
    }
    plan.roots.push_back({std::string(name), std::string(next)});
}

void collectRoots(const Route& route, bool outermost, JsonPath::Plan& plan);

void collectRoots(const Operand& operand, JsonPath::Plan& plan)
{
    if (operand.path)
        collectRoots(*operand.path, false, plan);
}

void collectRoots(const Condition& condition, JsonPath::Plan& plan)
{
    collectRoots(condition.left, plan);
    collectRoots(condition.right, plan);
    for (const Condition& part : condition.parts)
        collectRoots(part, plan);
}

void collectRoots(const Route& route, bool outermost, JsonPath::Plan& plan)
{
    for (std::size_t i = 0; i < route.tokens.size(); ++i) {
        const Token& token = route.tokens[i];
        if (token.filter)
            collectRoots(*token.filter, plan);
        for (const Argument& argument : token.arguments) {
            if (const auto* path = std::get_if<std::shared_ptr<const Route>>(&argument))
                collectRoots(**path, true, plan);
        }
        if (i > 0 || !(outermost || route.fromRoot))
            continue;
        if (token.kind != Token::Kind::Property) {
            plan.wholeRoot = true;
            continue;
        }
        const bool single = route.tokens.size() > 1 && route.tokens[1].kind == Token::Kind::Property
            && route.tokens[1].names.size() == 1;
        for (const Key& name : token.names)
            addRoot(plan, name, single ? route.tokens[1].names[0].view() : std::string_view());
    }
    if (route.tokens.empty() && (outermost || route.fromRoot))
        plan.wholeRoot = true;
}

}  // namespace

bool jsonpath::isDefinite(const Tokens& tokens) noexcept
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool leaf = i + 1 == tokens.size();
        const bool definite = token.kind == Token::Kind::Function || (token.kind == Token::Kind::Index && token.indexes.size() == 1)
            || (token.kind == Token::Kind::Property && (leaf || token.names.size() == 1));
        if (!definite)
            return false;
    }
    return true;
}

const Value* followPlain(const Value& root, const PlainStep* begin, const PlainStep* end) noexcept
{
    const Value* at = &root;
    for (const PlainStep* step = begin; step != end; ++step) {
        if (!step->isIndex) {
            at = at->find(step->name);
            if (at == nullptr)
                return nullptr;
            continue;
        }
        const std::span<const Value> items = at->items();
        const std::int64_t index = step->index < 0 ? static_cast<std::int64_t>(items.size()) + step->index : step->index;
        if (index < 0 || index >= static_cast<std::int64_t>(items.size()))
            return nullptr;
        at = &items[static_cast<std::size_t>(index)];
    }
    return at;
}

Result<JsonPath> JsonPath::parse(std::string_view text)
{
    Result<Route> route = parseRoute(text, 0);
    if (!route)
        return std::move(route).error();
    auto plan = std::make_shared<Plan>();
    plan->route = std::move(route).value();
    plan->plain = plainSteps(plan->route.tokens);
    collectRoots(plan->route, true, *plan);
    return JsonPath(std::move(plan));
}

Value JsonPath::read(const Value& root) const
{
    if (root.isNull())
        return {};
    if (!m_plan->plain.empty()) {
        const Value* found = followPlain(root, m_plan->plain.data(), m_plan->plain.data() + m_plan->plain.size());
        return found == nullptr ? Value() : *found;
    }
    Reading reading {root};
    Findings found = follow(m_plan->route, root, false, reading);
    return found.failure == PathFailure::None ? std::move(found.value) : Value();
}

bool JsonPath::isDefinite() const noexcept
{
    return m_plan->route.definite;
}

const std::vector<JsonPath::Root>& JsonPath::roots() const noexcept
{
    return m_plan->roots;
}

bool JsonPath::needsWholeRoot() const noexcept
{
    return m_plan->wholeRoot;
}

JsonPath::JsonPath(std::shared_ptr<const Plan> plan)
    : m_plan(std::move(plan))
{
}

JsonPath::~JsonPath() = default;
JsonPath::JsonPath(const JsonPath&) = default;
JsonPath::JsonPath(JsonPath&&) noexcept = default;
JsonPath& JsonPath::operator=(const JsonPath&) = default;
JsonPath& JsonPath::operator=(JsonPath&&) noexcept = default;

}  // namespace baton
