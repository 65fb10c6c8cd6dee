// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/cli.h"
#include "engine/config/settingsloader.h"
#include "engine/task/taskregistry.h"
#include "tasks/underwriting/policy.h"

#include <memory>

namespace baton::cli {

/// What --config, --server and the environment come to. Errors are in the report.
[[nodiscard]] SettingsReport settingsFor(const Arguments& arguments, const Environment& environment);
/// The same from a file (empty: none) and an address instead of the one it names (empty: that one).
[[nodiscard]] SettingsReport settingsOf(const std::string& file, const std::string& server, const Environment& environment);
/// Tells warnings, and errors, on standard error; false when there are errors.
bool tellSettings(const SettingsReport& report, Streams streams);

/// The handlers that ship, by a policy (empty: standard-1) and invented providers. Errors name policy or file.
[[nodiscard]] Result<std::shared_ptr<TaskRegistry>> serviceTasks(const std::string& policy);

}  // namespace baton::cli
