// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/referenceparts.h"

#include "engine/expression/template.h"

#include <algorithm>

namespace baton {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= 0x80;
}

// The longest beginning of the expression that is a plain path.
Path plainPath(std::string_view expression, bool& isExact)
{
    if (expression.starts_with("$."))
        expression.remove_prefix(2);
    isExact = true;
    while (!expression.empty()) {
        const bool isPlain = expression.find("${") == std::string_view::npos && expression.find('*') == std::string_view::npos
            && expression.find("..") == std::string_view::npos && expression.find('(') == std::string_view::npos;
        if (isPlain) {
            if (Result<Path> path = Path::parse(expression))
                return *std::move(path);
        }
        isExact = false;
        const std::size_t cut = expression.find_last_of(".[");
        expression = cut == std::string_view::npos ? std::string_view() : expression.substr(0, cut);
    }
    return {};
}

std::optional<ValuePlace> placeOf(const std::string& task, std::string_view member)
{
    if (member == "input")
        return task.empty() ? ValuePlace::WorkflowInput : ValuePlace::TaskInput;
    if (member == "output")
        return task.empty() ? ValuePlace::WorkflowOutput : ValuePlace::TaskOutput;
    if (member == "variables" && task.empty())
        return ValuePlace::Variables;
    return std::nullopt;
}

ReferencePart partOf(const Template::Reference& reference, const Value& parameters)
{
    ReferencePart part;
    part.expression = reference.expression;
    if (Result<Path> where = Path::parse(reference.where))
        part.where = *std::move(where);
    if (const Value* written = find(parameters, part.where))
        part.isWhole = written->asText() == "${" + reference.expression + "}";
    const Path path = plainPath(reference.expression, part.isExact);
    const auto name = [&](std::size_t i) {
        const Key* key = i < path.steps.size() ? std::get_if<Key>(&path.steps[i]) : nullptr;
        return key ? key->view() : std::string_view();
    };
    if (name(0) != "workflow")
        part.task = std::string(name(0));
    part.place = placeOf(part.task, name(1));
    part.path = behind(path, 2);
    return part;
}

const void* nodeOf(const Value& value)
{
    // Objects of the same node have the same members at the same address.
    return value.members().data();
}

void addName(std::vector<std::string>& names, std::string_view name)
{
    if (!name.empty() && std::ranges::find(names, name) == names.end())
        names.emplace_back(name);
}

}  // namespace

const std::vector<ReferencePart>& ReferenceParts::of(const Value& parameters)
{
    const auto make = [&] {
        std::vector<ReferencePart> parts;
        for (const Template::Reference& reference : Template(parameters).references())
            parts.push_back(partOf(reference, parameters));
        return parts;
    };
    if (!parameters.isObject() || parameters.empty()) {
        m_last = parameters.isNull() ? std::vector<ReferencePart>() : make();
        return m_last;
    }
    const auto [found, added] = m_known.try_emplace(nodeOf(parameters));
    if (added)
        found->second = {parameters, make()};
    return found->second.parts;
}

bool isPrefix(const Path& prefix, const Path& path)
{
    return prefix.steps.size() <= path.steps.size()
        && std::equal(prefix.steps.begin(), prefix.steps.end(), path.steps.begin());
}

Path behind(const Path& path, std::size_t steps)
{
    Path rest;
    if (steps < path.steps.size())
        rest.steps.assign(path.steps.begin() + static_cast<std::ptrdiff_t>(steps), path.steps.end());
    return rest;
}

Path joined(Path first, const Path& second)
{
    first.steps.insert(first.steps.end(), second.steps.begin(), second.steps.end());
    return first;
}

Path step(std::string_view name)
{
    Path path;
    path.steps.emplace_back(Key(name));
    return path;
}

std::vector<std::string> inputsNamedBy(std::string_view script, bool isJq)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < script.size(); ++i) {
        const bool afterName = i > 0 && (isNameCharacter(script[i - 1]) || script[i - 1] == ']' || script[i - 1] == '.');
        std::size_t begin = i;
        if (isJq && script[i] == '.' && !afterName)
            begin = i + 1;
        else if (!isJq && script[i] == '$' && !afterName && i + 1 < script.size() && script[i + 1] == '.')
            begin = i + 2;
        else if (script[i] == '[' && i > 0 && (script[i - 1] == '$' || script[i - 1] == '.') && i + 1 < script.size()
                 && (script[i + 1] == '"' || script[i + 1] == '\''))
            begin = i + 2;
        if (begin == i)
            continue;
        std::size_t end = begin;
        while (end < script.size() && isNameCharacter(script[end]))
            ++end;
        addName(names, script.substr(begin, end - begin));
    }
    return names;
}

}  // namespace baton
