// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logsettings.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

constexpr std::array<std::string_view, 4> kLevels {"debug", "info", "warn", "error"};

}  // namespace

std::string_view toText(LogLevel level) noexcept
{
    const auto index = static_cast<std::size_t>(level);
    return index < kLevels.size() ? kLevels[index] : std::string_view();
}

std::string_view toText(LogFormat format) noexcept
{
    return format == LogFormat::Json ? "json" : "console";
}

std::string_view toText(LogOutput output) noexcept
{
    switch (output) {
    case LogOutput::Stdout:
        return "stdout";
    case LogOutput::Stderr:
        return "stderr";
    case LogOutput::File:
        return "file";
    }
    return {};
}

std::optional<LogLevel> logLevelFrom(std::string_view text) noexcept
{
    const auto same = [text](std::string_view name) {
        return std::equal(text.begin(), text.end(), name.begin(), name.end(),
            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b; });
    };
    if (same("warning"))
        return LogLevel::Warn;
    for (std::size_t i = 0; i < kLevels.size(); ++i)
        if (same(kLevels[i]))
            return static_cast<LogLevel>(i);
    return std::nullopt;
}

}  // namespace baton
