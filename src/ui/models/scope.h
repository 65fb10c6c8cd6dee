// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"

#include <set>
#include <string>
#include <string_view>

namespace baton::ui {

/// Reference names inside the operator (loop, fork, switch) that directly holds the named task, all depths; empty when the
/// task stands at the top of the definition or is unknown. Iterative.
[[nodiscard]] std::set<std::string, std::less<>> namesBesides(const WorkflowDef& definition, std::string_view reference);

/// The definition's task of that reference name (without iteration); null when there is none.
[[nodiscard]] const WorkflowTask* taskNamed(const WorkflowDef& definition, std::string_view reference);

}  // namespace baton::ui
