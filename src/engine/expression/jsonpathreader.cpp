// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpathplan.h"

#include <algorithm>

namespace baton::jsonpath {

namespace {

constexpr int kMaxDepth = 2 * Value::kMaxDepth;

bool isTokenDefinite(const Token& token, bool leaf) noexcept
{
    switch (token.kind) {
    case Token::Kind::Function:
        return true;
    case Token::Kind::Index:
        return token.indexes.size() == 1;
    case Token::Kind::Property:
        return leaf || token.names.size() == 1;
    default:
        return false;
    }
}

/// One evaluation of one route. `required` is the mode of "does it exist": a miss is a failure, not a null.
class Walker {
public:
    Walker(const Route& route, bool required, Reading& reading)
        : m_tokens(route.tokens), m_last(m_tokens.size() - (route.widened ? 2 : 1)), m_required(required), m_reading(reading), m_scannedIndex(m_tokens.size() + 1, -1)
    {
    }

    void visit(std::size_t at, const Value& model);
    Findings take(bool definite) &&;

private:
    [[nodiscard]] bool isLeaf(std::size_t at) const noexcept { return at + 1 == m_tokens.size(); }
    [[nodiscard]] bool upstreamDefinite(std::size_t at) const noexcept;
    void goOn(std::size_t at, const Value& value);
    void goOnWithItem(std::size_t at, const Value& item);
    void fail(PathFailure failure) noexcept { m_failure = std::max(m_failure, failure); }
    void visitProperties(std::size_t at, const Value& model);
    void visitProperty(std::size_t at, const Value& model, const Key& name);
    void visitIndex(std::size_t at, const Value& model, std::int64_t index);
    void visitArray(std::size_t at, const Value& model);
    void visitSlice(std::size_t at, const Value& model);
    void visitAll(std::size_t at, const Value& model);
    void visitFilter(std::size_t at, const Value& model);
    void visitFunction(std::size_t at, const Value& model);
    void scan(std::size_t target, const Value& model);
    [[nodiscard]] bool scanStopsAt(std::size_t target, const Value& model);
    [[nodiscard]] bool leafCounts(std::size_t at) const noexcept;

    const Tokens& m_tokens;
    std::size_t m_last;   // the step that the path was written to end with
    bool m_required;
    Reading& m_reading;
    std::vector<std::int64_t> m_scannedIndex;
    std::vector<Value> m_found;
    PathFailure m_failure = PathFailure::None;
};

bool Walker::upstreamDefinite(std::size_t at) const noexcept
{
    for (std::size_t i = 0; i < at; ++i) {
        if (!isTokenDefinite(m_tokens[i], false))
            return false;
    }
    return true;
}

void Walker::goOn(std::size_t at, const Value& value)
{
    if (isLeaf(at))
        m_found.push_back(value);
    else
        visit(at + 1, value);
}

void Walker::goOnWithItem(std::size_t at, const Value& item)
{
    goOn(at, item);
    if (m_failure == PathFailure::OutOfRange)
        m_failure = PathFailure::None;
}

// The library marks the steps after `..[n]` with the place of the item they came from, and at a last name keeps only
// what came from the place that the step before it asks for.
bool Walker::leafCounts(std::size_t at) const noexcept
{
    if (m_scannedIndex[at] < 0)
        return true;
    if (m_last == 0)
        return false;
    const Token& before = m_tokens[m_last - 1];
    return before.kind == Token::Kind::Index && before.indexes.size() == 1 && before.indexes[0] == m_scannedIndex[at];
}

void Walker::visitProperty(std::size_t at, const Value& model, const Key& name)
{
    const Value* found = model.find(name);
    if (found == nullptr) {
        if (m_required)
            fail(PathFailure::NotFound);
        return;
    }
    if (!isLeaf(at))
        visit(at + 1, *found);
    else if (leafCounts(at))
        m_found.push_back(*found);
}

void Walker::visitProperties(std::size_t at, const Value& model)
{
    const Token& token = m_tokens[at];
    if (!model.isObject()) {
        if (m_required && upstreamDefinite(at))
            fail(PathFailure::NotFound);
        return;
    }
    if (!isLeaf(at) || token.names.size() == 1) {
        for (const Key& name : token.names)
            visitProperty(at, model, name);
        return;
    }
    ObjectBuilder merged(token.names.size());
    for (const Key& name : token.names) {
        if (const Value* found = model.find(name))
            merged.set(name, *found);
        else if (m_required)
            fail(PathFailure::NotFound);
    }
    m_found.push_back(std::move(merged).build());
}

void Walker::visitIndex(std::size_t at, const Value& model, std::int64_t index)
{
    const auto size = static_cast<std::int64_t>(model.items().size());
    if (index < 0)
        index += size;
    if (index >= 0 && index < size)
        goOnWithItem(at, model.items()[static_cast<std::size_t>(index)]);
}

void Walker::visitArray(std::size_t at, const Value& model)
{
    if (!model.isArray()) {
        if (m_required && upstreamDefinite(at))
            fail(PathFailure::NotFound);
        return;
    }
    if (m_tokens[at].kind == Token::Kind::Slice) {
        visitSlice(at, model);
        return;
    }
    for (const std::int32_t index : m_tokens[at].indexes)
        visitIndex(at, model, index);
}

// A negative start counts from the end only without an end, and a negative end only without a start.
void Walker::visitSlice(std::size_t at, const Value& model)
{
    const Token& token = m_tokens[at];
    const auto size = static_cast<std::int64_t>(model.items().size());
    std::int64_t from = token.from.value_or(0);
    std::int64_t to = token.to.value_or(static_cast<std::int32_t>(size));
    if (!token.to)
        to = size;
    if (from < 0)
        from = token.to ? std::max(from, -size) : std::max<std::int64_t>(0, size + from);
    if (to < 0 && !token.from)
        to += size;
    to = std::min(to, size);
    for (std::int64_t i = from; i < to && m_failure == PathFailure::None; ++i)
        visitIndex(at, model, i);
}

void Walker::visitAll(std::size_t at, const Value& model)
{
    for (const Member& member : model.members())
        visitProperty(at, model, member.key);
    for (const Value& item : model.items())
        goOnWithItem(at, item);
}

void Walker::visitFilter(std::size_t at, const Value& model)
{
    const Condition& filter = *m_tokens[at].filter;
    if (model.isObject()) {
        if (accepts(filter, model, m_required, m_reading, m_failure))
            goOn(at, model);
        return;
    }
    if (!model.isArray()) {
        if (upstreamDefinite(at))
            fail(PathFailure::Invalid);
        return;
    }
    for (const Value& item : model.items()) {
        if (m_failure != PathFailure::None)
            return;
        if (accepts(filter, item, m_required, m_reading, m_failure))
            goOnWithItem(at, item);
    }
}

void Walker::visitFunction(std::size_t at, const Value& model)
{
    Findings made = call(m_tokens[at], model, m_reading);
    if (made.failure != PathFailure::None) {
        fail(made.failure);
        return;
    }
    m_found.push_back(made.value);
    if (!isLeaf(at))   // nothing can be asked of a set of keys
        visit(at + 1, m_tokens[at].function == Function::Keys ? Value() : made.value);
}

bool Walker::scanStopsAt(std::size_t target, const Value& model)
{
    const Token& token = m_tokens[target];
    switch (token.kind) {
    case Token::Kind::Property:
        return model.isObject()
            && (!isTokenDefinite(token, isLeaf(target))
                || std::ranges::all_of(token.names, [&](const Key& name) { return model.contains(name); }));
    case Token::Kind::Index:
    case Token::Kind::Slice:
        return model.isArray();
    case Token::Kind::Wildcard:
        return true;
    case Token::Kind::Filter:
        return accepts(*token.filter, model, m_required, m_reading, m_failure);
    default:
        return false;
    }
}

void Walker::scan(std::size_t target, const Value& model)
{
    if (m_failure != PathFailure::None || !(model.isObject() || model.isArray()))
        return;
    if (--m_reading.stepsLeft < 0 || m_reading.depth >= kMaxDepth) {
        fail(PathFailure::Aborted);
        return;
    }
    ++m_reading.depth;
    if (scanStopsAt(target, model)) {
        if (model.isObject() || isLeaf(target)) {
            visit(target, model);
        } else {
            std::int64_t index = 0;
            for (const Value& item : model.items()) {
                m_scannedIndex[target + 1] = index++;
                visit(target + 1, item);
            }
        }
    }
    for (const Member& member : model.members())
        scan(target, member.value);
    for (const Value& item : model.items())
        scan(target, item);
    --m_reading.depth;
}

void Walker::visit(std::size_t at, const Value& model)
{
    if (m_failure != PathFailure::None)
        return;
    if (--m_reading.stepsLeft < 0) {
        fail(PathFailure::Aborted);
        return;
    }
    switch (m_tokens[at].kind) {
    case Token::Kind::Property:
        return visitProperties(at, model);
    case Token::Kind::Index:
    case Token::Kind::Slice:
        return visitArray(at, model);
    case Token::Kind::Wildcard:
        return visitAll(at, model);
    case Token::Kind::Scan:
        return isLeaf(at) ? fail(PathFailure::Aborted) : scan(at + 1, model);
    case Token::Kind::Filter:
        return visitFilter(at, model);
    case Token::Kind::Function:
        return visitFunction(at, model);
    }
}

Findings Walker::take(bool definite) &&
{
    if (m_failure != PathFailure::None)
        return {{}, m_failure};
    if (!definite)
        return {Value::array(std::move(m_found))};
    if (m_found.empty())
        return {{}, m_required ? PathFailure::NotFound : PathFailure::None};
    return {std::move(m_found.back())};
}

}  // namespace

Findings follow(const Route& route, const Value& document, bool required, Reading& reading)
{
    if (route.tokens.empty())
        return {document};
    Walker walker(route, required, reading);
    walker.visit(0, document);
    return std::move(walker).take(route.definite);
}

}  // namespace baton::jsonpath
