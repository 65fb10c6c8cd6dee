// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/config/settings.h"

namespace baton {

enum class SettingOrigin : std::uint8_t { Default, File, Environment, CommandLine, Implied };

/// One effective setting and where it came from.
struct SettingValue {
    std::string path;                  // as in the file: conductor.server_url
    std::string value;                 // as text; "***" for a secret
    SettingOrigin origin = SettingOrigin::Default;
    std::string where;                 // "config.yaml:12", the variable's name, the option; empty for a default
    bool live = false;                 // may change without a restart
    std::size_t fingerprint = 0;       // of the value itself, secrets too
};

/// What a configuration came to. With errors the settings are not to be used.
struct SettingsReport {
    Settings settings;
    std::vector<SettingValue> values;  // in the order of the file's sections
    std::vector<Error> errors;         // all of them, each with file and line, or the variable as field
    std::vector<Error> warnings;

    [[nodiscard]] bool ok() const noexcept { return errors.empty(); }
    [[nodiscard]] const SettingValue* find(std::string_view path) const noexcept;
};

/// What a new configuration changes: paths that can change now, and those that wait for a restart.
struct SettingsChange {
    std::vector<std::string> live;
    std::vector<std::string> restart;
};
[[nodiscard]] SettingsChange compare(const SettingsReport& before, const SettingsReport& after);

}  // namespace baton
