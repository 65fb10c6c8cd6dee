// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/variables.h"

#include <algorithm>

extern char** environ;   // POSIX has it, no header promises it

namespace baton {

namespace {

constexpr int kMaxDepth = 10;
constexpr std::size_t kMaxLength = 64U << 10U;

Error refused(std::string message, std::string hint)
{
    return {.code = ErrorCode::ParseError, .message = std::move(message), .hint = std::move(hint)};
}

bool isName(std::string_view name)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front())
        && std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

/// Where the brace is that closes the one before `from`; npos: nowhere.
std::size_t closingBrace(std::string_view text, std::size_t from)
{
    int open = 1;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '{')
            ++open;
        else if (text[at] == '}' && --open == 0)
            return at;
    }
    return std::string_view::npos;
}

Result<std::string> expand(std::string_view text, const Environment& environment, int depth)
{
    if (depth > kMaxDepth)
        return refused("variables are nested too deep", "Write the default out");
    std::string made;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = text.find('$', at);
        made += text.substr(at, next - at);
        if (next == std::string_view::npos)
            break;
        if (text.substr(next).starts_with("$${")) {
            made += "${";
            at = next + 3;
            continue;
        }
        if (!text.substr(next).starts_with("${")) {
            made += '$';
            at = next + 1;
            continue;
        }
        const std::size_t end = closingBrace(text, next + 2);
        if (end == std::string_view::npos)
            return refused("a variable that begins with ${ does not end", "Close it with }, or write $${ for the two characters");
        const std::string_view inside = text.substr(next + 2, end - next - 2);
        const std::size_t colon = inside.find(':');
        const std::string_view name = inside.substr(0, colon);
        if (!isName(name))
            return refused("'" + std::string(name.substr(0, 40)) + "' is no variable's name", "Write ${NAME} or ${NAME:default}");
        const auto found = environment.find(name);
        if (found != environment.end() && !found->second.empty()) {
            made += found->second;
        } else if (colon != std::string_view::npos) {
            auto fallback = expand(inside.substr(colon + 1), environment, depth + 1);
            if (!fallback)
                return fallback;
            made += *fallback;
        }
        if (made.size() > kMaxLength)
            return refused("the text with its variables put in is too long", "Use shorter values");
        at = end + 1;
    }
    return made;
}

}  // namespace

Environment processEnvironment()
{
    Environment variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = text.find('=');
        if (equals != std::string_view::npos)
            variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return variables;
}

Result<std::string> expandVariables(std::string_view text, const Environment& environment)
{
    return expand(text, environment, 0);
}

}  // namespace baton
