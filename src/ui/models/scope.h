// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"

#include <string_view>

namespace baton::ui {

/// The definition's task of that reference name (without iteration); null when there is none.
[[nodiscard]] const WorkflowTask* taskNamed(const WorkflowDef& definition, std::string_view reference);

}  // namespace baton::ui
