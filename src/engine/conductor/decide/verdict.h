// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/model/execution.h"

#include <optional>
#include <variant>

namespace baton {

/// The workflow has to end, and how.
struct Termination {
    Text reason;
    WorkflowStatus status = WorkflowStatus::Failed;
    TaskSlot slot = kNoTask;      // the task to blame
};

/// Why deciding could not go on: the workflow ends, or the command is refused. Empty: all is well.
using Verdict = std::optional<std::variant<Termination, Error>>;

}  // namespace baton
