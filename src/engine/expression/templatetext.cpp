// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/templatetext.h"

#include "engine/expression/javatext.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int kMaxNesting = 50;
constexpr std::size_t kMaxBuilt = 16;
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSecrets = "workflow.secrets.";
constexpr std::string_view kEnvironment = "workflow.env.";

bool isBlank(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f');
    });
}

// For each { the place of its }, kNone where there is none.
std::vector<std::size_t> matchingBraces(std::string_view text)
{
    std::vector<std::size_t> match(text.size(), kNone);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') {
            open.push_back(i);
        } else if (text[i] == '}' && !open.empty()) {
            match[open.back()] = i;
            open.pop_back();
        }
    }
    return match;
}

std::string unescaped(std::string text)
{
    for (std::size_t at = text.find("$${"); at != kNone; at = text.find("$${", at + 2))
        text.erase(at, 1);
    return text;
}

}  // namespace

struct Expression::Built {
    std::mutex mutex;   // guards known
    std::vector<std::shared_ptr<const Expression>> known;
};

Expression::Expression(std::string_view written, bool final, int depth)
    : m_written(written)
{
    if (!final && depth < kMaxNesting) {
        auto inner = std::make_shared<const TextTemplate>(path(), depth + 1);
        if (!inner->isLiteral() || inner->literalText() != path()) {
            m_kind = Kind::Nested;
            m_inner = std::move(inner);
            m_built = std::make_shared<Built>();
            return;
        }
    }
    classify();
}

std::string_view Expression::path() const noexcept
{
    return std::string_view(m_written).substr(2, m_written.size() - 3);
}

void Expression::classify()
{
    const std::string_view path = this->path();
    if (isBlank(path))
        m_kind = Kind::Blank;
    else if (path.starts_with(kSecrets))
        m_kind = Kind::Secret;
    else if (path.starts_with(kEnvironment))
        m_kind = Kind::WorkflowEnvironment;
    else if (path == "CPEWF_TASK_ID")
        m_kind = Kind::TaskId;
    else if (path == "NETFLIX_ENV" || path == "NETFLIX_STACK")
        m_kind = Kind::System;
    else
        classifyPath(path);
}

void Expression::classifyPath(std::string_view path)
{
    m_mayBeVariable = path.find_first_of("$[]()*?@'\" ") == kNone && !path.starts_with("workflow.");
    Result<JsonPath> parsed = JsonPath::parse(path);
    if (!parsed)
        return;
    const std::vector<PlainStep>& plain = parsed->plan().plain;
    m_kind = Kind::Path;
    if (!plain.empty() && !plain[0].isIndex) {
        m_kind = Kind::Plain;
        m_first = plain[0].name.view();
        if (plain.size() > 1 && !plain[1].isIndex)
            m_next = plain[1].name.view();
        m_mayBeVariable = m_mayBeVariable && m_next != "output" && m_next != "input";
    }
    m_jsonPath = std::move(parsed).value();
}

Expression::Resolved Expression::resolve(ReferenceScope& scope) const
{
    if (m_mayBeVariable) {
        if (std::optional<Value> variable = scope.environment(path()))
            return {std::move(variable)};
    }
    switch (m_kind) {
    case Kind::Plain:
        return {resolvePlain(scope)};
    case Kind::Path:
        return {resolvePath(scope), !m_jsonPath->isDefinite()};
    case Kind::Nested:
        return resolveNested(scope);
    case Kind::Blank:
        return {Value("")};
    case Kind::Secret:
        return {Value(m_written)};
    case Kind::WorkflowEnvironment:
        return {scope.environment(path()).value_or(Value())};
    case Kind::TaskId:
        return {scope.taskId().empty() ? std::nullopt : std::optional<Value>(scope.taskId())};
    case Kind::System:
        return {scope.environment(path())};
    case Kind::Unreadable:
        break;
    }
    return {Value()};
}

Value Expression::resolvePlain(ReferenceScope& scope) const
{
    const Value* root = scope.root(m_first, m_next);
    if (root == nullptr)
        return {};
    const std::vector<PlainStep>& steps = m_jsonPath->plan().plain;
    const Value* found = followPlain(*root, steps.data() + 1, steps.data() + steps.size());
    return found == nullptr ? Value() : *found;
}

Value Expression::resolvePath(ReferenceScope& scope) const
{
    if (m_jsonPath->needsWholeRoot())
        return m_jsonPath->read(scope.document());
    ObjectBuilder document(m_jsonPath->roots().size());
    for (const JsonPath::Root& root : m_jsonPath->roots()) {
        if (const Value* value = scope.root(root.name, root.next))
            document.set(root.name, *value);
    }
    return m_jsonPath->read(std::move(document).build());
}

Expression::Resolved Expression::resolveNested(ReferenceScope& scope) const
{
    const std::string path = m_inner->text(scope);
    if (path.starts_with(kSecrets))
        return {Value(m_written)};
    const std::string written = "${" + path + '}';
    std::shared_ptr<const Expression> expression;
    {
        const std::lock_guard lock(m_built->mutex);
        const auto known = std::ranges::find(m_built->known, written, [](const auto& built) { return built->written(); });
        if (known != m_built->known.end())
            expression = *known;
    }
    if (!expression) {
        expression = std::make_shared<const Expression>(written, true);
        const std::lock_guard lock(m_built->mutex);
        if (m_built->known.size() >= kMaxBuilt)
            m_built->known.erase(m_built->known.begin());
        m_built->known.push_back(expression);
    }
    return expression->resolve(scope);
}

// A ${ whose braces do not balance ends the search: all from there on is literal.
TextTemplate::TextTemplate(std::string_view text, int depth)
{
    std::size_t done = 0;
    std::size_t at = text.find("${");
    std::vector<std::size_t> match;
    if (at != kNone)
        match = matchingBraces(text);
    for (; at != kNone; at = text.find("${", at)) {
        if (at > 0 && text[at - 1] == '$') {
            at += 2;
            continue;
        }
        const std::size_t close = match[at + 1];
        if (close == kNone)
            break;
        m_parts.push_back({std::string(text.substr(done, at - done)), Expression(text.substr(at, close + 1 - at), false, depth)});
        done = close + 1;
        at = done;
    }
    m_parts.push_back({std::string(text.substr(done)), std::nullopt});
}

const Expression* TextTemplate::whole() const noexcept
{
    const bool isWhole = m_parts.size() == 2 && m_parts[0].literal.empty() && m_parts[1].literal.empty();
    return isWhole ? &*m_parts[0].expression : nullptr;
}

std::string TextTemplate::literalText() const
{
    return unescaped(m_parts[0].literal);
}

std::string TextTemplate::text(ReferenceScope& scope) const
{
    std::string made;
    for (const Part& part : m_parts) {
        made += part.literal;
        if (!part.expression)
            break;
        const auto [value, isFindings] = part.expression->resolve(scope);
        if (!value)
            made += part.expression->written();
        else if (isFindings)
            appendFindings(made, *value);
        else
            appendJavaText(made, *value);
    }
    return unescaped(std::move(made));
}

Value TextTemplate::resolve(ReferenceScope& scope) const
{
    if (const Expression* expression = whole()) {
        std::optional<Value> value = expression->resolve(scope).value;
        return value ? *std::move(value) : Value(unescaped(expression->written()));
    }
    return Value(text(scope));
}

}  // namespace baton
