// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settingsreport.h"
#include "engine/config/variables.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// What to load settings from. For each setting the highest wins: command line, environment, file, default.
struct SettingsSource {
    std::string name {};                                          // of the file, for messages; empty: there is none
    std::string yaml {};
    Environment environment {};
    std::map<std::string, std::string, std::less<>> overrides {}; // by path, from the command line
    std::vector<std::string> taskTypes {};                        // known ones, so that CONDUCTOR_WORKER_<TYPE>_... finds them
};

/// Reads, checks and explains a configuration. Never fails early: every error is in the report. The names that the guide and
/// the SDKs give variables all work; docs/configuration.md lists the sections, names and bounds.
[[nodiscard]] SettingsReport loadSettings(const SettingsSource& source);
/// The same, reading the file into source.yaml first. A missing file is an error in the report.
[[nodiscard]] SettingsReport loadSettingsFile(const std::string& path, SettingsSource source);

}  // namespace baton
