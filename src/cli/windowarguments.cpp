// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/windowarguments.h"

#include "cli/arguments.h"

#include <charconv>

namespace baton::cli {

namespace {

Error usage(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}, 0, 0, "see baton --help"};
}

std::optional<int> size(std::string_view text)
{
    int number = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc {} || stop != text.data() + text.size() || number < 200 || number > 16000)
        return std::nullopt;
    return number;
}

}  // namespace

Result<WindowArguments> WindowArguments::parse(const std::vector<std::string>& words)
{
    const auto parsed = Arguments::parse(words, {{"--sample", true}, {"--applicant", true}, {"--policy", true}, {"--perspective", true}, {"--steps", true},
                                                 {"--screenshot", true}, {"--size", true}, {"--scale", true}, {"--theme", true},
                                                 {"--locale", true}});
    if (!parsed)
        return parsed.error();
    WindowArguments arguments;
    arguments.files = parsed->operands();
    arguments.sample = parsed->value("--sample");
    arguments.policy = parsed->value("--policy");
    arguments.perspective = parsed->value("--perspective");
    arguments.screenshot = parsed->value("--screenshot");
    arguments.theme = parsed->value("--theme");
    arguments.locale = parsed->value("--locale");
    const auto applicant = parsed->number("--applicant", 0, 1, 1'000'000'000);
    const auto steps = parsed->number("--steps", 0, -1, 1'000'000);
    if (!applicant || !steps)
        return !applicant ? applicant.error() : steps.error();
    if (*applicant > 0)
        arguments.applicant = static_cast<std::size_t>(*applicant - 1);
    arguments.steps = static_cast<int>(*steps);
    if (const std::string text = parsed->value("--size"); !text.empty()) {
        const auto cross = text.find('x');
        const auto width = size(std::string_view(text).substr(0, cross));
        const auto height = cross == std::string::npos ? std::nullopt : size(std::string_view(text).substr(cross + 1));
        if (!width || !height)
            return usage("the option '--size' takes WIDTHxHEIGHT, such as 1400x900");
        arguments.width = *width;
        arguments.height = *height;
    }
    if (const std::string text = parsed->value("--scale"); !text.empty()) {
        const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), arguments.scale);
        if (fault != std::errc {} || stop != text.data() + text.size() || arguments.scale < 0.5 || arguments.scale > 4)
            return usage("the option '--scale' takes a number from 0.5 to 4");
    }
    if (!arguments.theme.empty() && arguments.theme != "light" && arguments.theme != "dark" && arguments.theme != "system")
        return usage("the option '--theme' takes light, dark or system");
    return arguments;
}

}  // namespace baton::cli
