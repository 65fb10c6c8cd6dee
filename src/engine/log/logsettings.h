// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace baton {

enum class LogLevel : std::uint8_t { Debug, Info, Warn, Error };
enum class LogFormat : std::uint8_t { Json, Console };
enum class LogOutput : std::uint8_t { Stdout, Stderr, File };

struct LogSettings {
    LogLevel level = LogLevel::Info;
    LogFormat format = LogFormat::Console;
    LogOutput output = LogOutput::Stdout;
    std::string file {};                               // for File
    std::int64_t rotateBytes = 10LL << 20U;            // 0: never
    int keepFiles = 5;                                 // rotated ones, 0..1000
    std::map<std::string, std::string> fields {};      // in every line
    bool slowEnabled = true;
    std::chrono::milliseconds slowThreshold {1'000};
    bool slowQueries = true;
    bool slowTasks = true;
    bool operator==(const LogSettings&) const = default;
};

[[nodiscard]] std::string_view toText(LogLevel level) noexcept;       // "debug", "info", "warn", "error"
[[nodiscard]] std::string_view toText(LogFormat format) noexcept;     // "json", "console"
[[nodiscard]] std::string_view toText(LogOutput output) noexcept;     // "stdout", "stderr", "file"
[[nodiscard]] std::optional<LogLevel> logLevelFrom(std::string_view text) noexcept;   // any case; "warning" too

}  // namespace baton
