// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/metadataport.h"

#include <string>

namespace baton::cli {

/// Registers what a file holds: one definition, a list of them, or {"workflows": [...], "tasks": [...]}. What has tasks is a
/// workflow, everything else a task definition; what is there already is replaced. Answers how many. Errors name the file.
[[nodiscard]] Result<std::size_t> loadDefinitions(MetadataPort& metadata, const std::string& path);

}  // namespace baton::cli
