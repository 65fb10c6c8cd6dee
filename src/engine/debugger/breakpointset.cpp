// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/breakpointset.h"

#include <algorithm>

namespace baton {
namespace {

Error missing(const char* member, const char* hint)
{
    return {ErrorCode::InvalidArgument, std::string("the breakpoint needs a member '") + member + "'", {}, member, 0, 0, hint};
}

Status check(const Breakpoint& breakpoint)
{
    if ((breakpoint.at == BreakAt::Condition || breakpoint.at == BreakAt::Change) && breakpoint.expression.empty())
        return missing("expression", "write for example dti.output.ratio > 0.43");
    if (breakpoint.at == BreakAt::Edge && (breakpoint.from.empty() || breakpoint.to.empty()))
        return missing(breakpoint.from.empty() ? "from" : "to", "name the two tasks the flow goes between");
    if (breakpoint.at == BreakAt::ToStatus && !breakpoint.status && !breakpoint.workflowStatus)
        return missing("status", "name a status such as FAILED");
    if (breakpoint.at == BreakAt::Reason && breakpoint.code.empty())
        return missing("code", "name the reason code to stop at");
    if (breakpoint.at == BreakAt::Event && !breakpoint.event)
        return missing("event", "name a kind of event such as TaskRetried");
    if (breakpoint.count < 1)
        return Error {ErrorCode::InvalidArgument, "a count of hits begins at 1", {}, "count", 0, 0, {}};
    if (breakpoint.expression.empty())
        return {};
    Result<Condition> parsed = Condition::parse(breakpoint.expression);
    if (parsed)
        return {};
    Error error = std::move(parsed).error();
    error.field = "expression";
    return error;
}

}  // namespace

Result<std::uint32_t> BreakpointSet::add(Breakpoint breakpoint)
{
    if (Status checked = check(breakpoint); !checked)
        return std::move(checked).error();
    if (m_all.size() >= kMost)
        return Error {ErrorCode::InvalidArgument, "there are too many breakpoints", {}, {}, 0, 0, "remove some"};
    breakpoint.id = ++m_lastId;
    m_all.push_back(std::move(breakpoint));
    ++m_version;
    return m_lastId;
}

Status BreakpointSet::replace(const Breakpoint& breakpoint)
{
    const auto found = std::ranges::find(m_all, breakpoint.id, &Breakpoint::id);
    if (found == m_all.end())
        return Error {ErrorCode::NotFound, "there is no breakpoint " + std::to_string(breakpoint.id)};
    if (Status checked = check(breakpoint); !checked)
        return checked;
    if (*found == breakpoint)
        return {};
    *found = breakpoint;
    ++m_version;
    return {};
}

bool BreakpointSet::remove(std::uint32_t id)
{
    const bool removed = std::erase_if(m_all, [&](const Breakpoint& one) { return one.id == id; }) > 0;
    m_version += removed ? 1 : 0;
    return removed;
}

bool BreakpointSet::setEnabled(std::uint32_t id, bool enabled)
{
    const auto found = std::ranges::find(m_all, id, &Breakpoint::id);
    if (found == m_all.end())
        return false;
    if (found->enabled != enabled)
        ++m_version;
    found->enabled = enabled;
    return true;
}

void BreakpointSet::clear()
{
    m_all.clear();
    ++m_version;
}

const Breakpoint* BreakpointSet::find(std::uint32_t id) const noexcept
{
    const auto found = std::ranges::find(m_all, id, &Breakpoint::id);
    return found == m_all.end() ? nullptr : &*found;
}

Value BreakpointSet::toValue() const
{
    std::vector<Value> items;
    items.reserve(m_all.size());
    for (const Breakpoint& one : m_all)
        items.push_back(baton::toValue(one));
    return Value::array(std::move(items));
}

Status BreakpointSet::load(const Value& json)
{
    if (!json.isArray())
        return Error {ErrorCode::InvalidArgument, "breakpoints are a list", {}, {}, 0, 0, "write [ ... ]"};
    BreakpointSet loaded;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto inside = [&](Error error) {
            error.field = "[" + std::to_string(i) + "]" + (error.field.empty() ? "" : "." + error.field);
            return error;
        };
        Result<Breakpoint> one = breakpointFrom(json.at(i));
        if (!one)
            return inside(std::move(one).error());
        if (auto added = loaded.add(*std::move(one)); !added)
            return inside(std::move(added).error());
    }
    m_all = std::move(loaded.m_all);
    for (Breakpoint& one : m_all)
        one.id = ++m_lastId;
    ++m_version;
    return {};
}

bool matchesPattern(std::string_view pattern, std::string_view text) noexcept
{
    if (pattern.empty())
        return true;
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t]) && pattern[p] != '*') {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

}  // namespace baton
