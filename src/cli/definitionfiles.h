// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/registration/registrationplan.h"

#include <string>
#include <vector>

namespace baton::cli {

/// What files hold to be registered: each one definition, a list of them, or {"workflows": [...], "tasks": [...]}. What has
/// tasks is a workflow, everything else a task definition. Findings of a file with one workflow know their lines. Errors name
/// the file and the place in it.
[[nodiscard]] Result<RegistrationRequest> readDefinitionFiles(const std::vector<std::string>& paths);

}  // namespace baton::cli
