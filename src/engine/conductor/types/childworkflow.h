// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// The id a sub-workflow task's child gets: always the same for the same attempt.
[[nodiscard]] Text childId(const Execution& execution, const TaskRun& task);

/// What to start for a sub-workflow task. Fails where its definition cannot be read or no name is known.
[[nodiscard]] Result<StartRequest> childRequest(const Draft& draft, TaskSlot slot);

/// The child is there (or has ended already): the task follows its status.
void attachChild(Draft& draft, TaskSlot slot, const Text& child);

/// A child's output may hold the id of a child of its own. That is what is seen until the task counts as executed; what is
/// kept is the task's own: the output with it, or nothing when it is there.
[[nodiscard]] std::optional<Value> outputWithOwnChild(const TaskRun& task);

/// The task takes over a child's final status, output and reason. Nothing when the child has not ended.
void followChild(Draft& draft, TaskSlot slot, const Execution& child);

}  // namespace baton
