// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/verdict.h"
#include "engine/conductor/draft.h"
#include "engine/conductor/types/tasktype.h"

namespace baton {

/// How far a decide pass has to look.
enum class Look : std::uint8_t {
    Everywhere,     // at every open task
    AtChanges,      // when there are very many open tasks: only at what this command changed and what watches it
};

/// The decide loop: time-outs, retries, successors, synchronous system tasks, until nothing changes; then the completion
/// check. An ended workflow is only tidied up. An Error means: refuse the command, nothing happened.
[[nodiscard]] Status evaluate(Draft& draft, Look look = Look::Everywhere);

/// Schedules mapped tasks in order: domains, starting of synchronous system tasks. Leaves out names that are there by now.
/// Returns the slots given.
std::vector<TaskSlot> scheduleTasks(Draft& draft, std::vector<MappedTask> mapped);

/// Does such an update leave the next decision to the JOIN that waits for the task?
[[nodiscard]] bool isLeftToJoin(const Draft& draft, TaskSlot slot);

/// A workflow is done when every task has ended, every task of the definition's top level has been there, and nothing
/// that follows an ended task is missing.
[[nodiscard]] bool isComplete(const Draft& draft);

}  // namespace baton
