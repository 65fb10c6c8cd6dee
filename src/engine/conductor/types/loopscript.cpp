// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/loop.h"

#include <algorithm>
#include <array>

// A loop's condition is handed the outputs of all its iterations, again at each iteration. Most conditions look at one
// counter: what a script cannot see is not handed to it.

namespace baton {

namespace {

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

// The member named right after `at`, as .name or ['name']; empty when something else follows. `at` moves behind it.
std::string_view memberAfter(std::string_view script, std::size_t& at)
{
    if (at < script.size() && script[at] == '.') {
        const std::size_t begin = at + 1;
        std::size_t end = begin;
        while (end < script.size() && isNameChar(script[end]))
            ++end;
        at = end;
        return script.substr(begin, end - begin);
    }
    if (at + 1 < script.size() && script[at] == '[' && (script[at + 1] == '\'' || script[at + 1] == '"')) {
        const char quote = script[at + 1];
        const std::size_t begin = at + 2;
        const std::size_t end = script.find(quote, begin);
        if (end == std::string_view::npos || end + 1 >= script.size() || script[end + 1] != ']'
            || script.substr(begin, end - begin).find('\\') != std::string_view::npos)
            return {};
        at = end + 2;
        return script.substr(begin, end - begin);
    }
    return {};
}

}  // namespace

std::optional<std::vector<std::string_view>> namesIn(std::string_view script)
{
    // Other ways to reach the input than by its name.
    for (const std::string_view other : {"this", "eval", "Function", "\\"}) {
        if (script.find(other) != std::string_view::npos)
            return std::nullopt;
    }
    std::vector<std::string_view> names;
    for (std::size_t at = script.find('$'); at != std::string_view::npos; at = script.find('$', at)) {
        const bool isPartOfName = at > 0 && isNameChar(script[at - 1]);
        ++at;
        const std::string_view name = memberAfter(script, at);
        if (isPartOfName || name.empty())
            return std::nullopt;
        names.push_back(name);
    }
    return names;
}

bool usesOnlyCounters(std::string_view script, std::string_view name)
{
    constexpr std::array<std::string_view, 3> kCounters {"iteration", "loopItem", "loopIndex"};
    for (std::size_t at = script.find('$'); at != std::string_view::npos; at = script.find('$', at)) {
        ++at;
        if (memberAfter(script, at) != name)
            continue;
        if (std::find(kCounters.begin(), kCounters.end(), memberAfter(script, at)) == kCounters.end())
            return false;
    }
    return true;
}

}  // namespace baton
