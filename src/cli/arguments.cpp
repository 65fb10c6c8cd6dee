// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/arguments.h"

#include <algorithm>
#include <charconv>

namespace baton::cli {

namespace {

Error usage(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}, 0, 0, "see --help"};
}

}  // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, std::initializer_list<OptionSpec> specs)
{
    Arguments parsed;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (onlyOperands || word.size() < 2 || word.front() != '-') {
            parsed.m_operands.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyOperands = true;
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto* const spec = std::find_if(specs.begin(), specs.end(), [&](const OptionSpec& s) { return s.name == name; });
        if (spec == specs.end())
            return usage("there is no option '" + name + "'");
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (spec->takesValue && ++i < words.size())
            value = words[i];
        else if (spec->takesValue)
            return usage("the option '" + name + "' needs a value");
        if (equals != std::string::npos && !spec->takesValue)
            return usage("the option '" + name + "' takes no value");
        auto& values = parsed.m_options[name];
        if (!values.empty() && !spec->repeats)
            return usage("the option '" + name + "' is given twice");
        values.push_back(std::move(value));
    }
    return parsed;
}

std::string Arguments::value(std::string_view name, std::string fallback) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? std::move(fallback) : found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? std::vector<std::string> {} : found->second;
}

Result<std::int64_t> Arguments::number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) const
{
    const auto found = m_options.find(name);
    if (found == m_options.end())
        return fallback;
    const std::string& text = found->second.front();
    std::int64_t number = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc {} || stop != text.data() + text.size() || number < least || number > most)
        return usage("the option '" + std::string(name) + "' takes a whole number from " + std::to_string(least) + " to "
                     + std::to_string(most) + ", not '" + text + "'");
    return number;
}

}  // namespace baton::cli
