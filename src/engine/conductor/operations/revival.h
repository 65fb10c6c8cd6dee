// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// Refuses with the real server's words when the workflow is not at its end: "...unable to rerun."
[[nodiscard]] Status mustHaveEnded(const Execution& execution, std::string_view operation);

/// Asks for the parent to be woken, if there is one. `below` is the chain of executions below this one, if it was woken
/// itself. operation: "retried", "restarted", "reran".
void wakeParent(Draft& draft, std::string_view operation, std::string_view below = {});

/// A task is set back IN_PROGRESS where it stands; further changes go along.
void reopen(Draft& draft, TaskSlot slot, std::vector<FieldChange> changes = {});

/// A task goes back into its queue where it stands; further changes go along.
void requeue(Draft& draft, TaskSlot slot, std::vector<FieldChange> changes = {});

void removeTask(Draft& draft, TaskSlot slot);

/// Reason and failed names are cleared and the workflow runs again; further changes go along.
void runAgain(Draft& draft, EventKind kind, std::vector<FieldChange> changes = {});

[[nodiscard]] bool hasFailed(const TaskRun& task) noexcept;      // ended, and not well
[[nodiscard]] bool isSynchronous(const TaskRun& task) noexcept;  // a system task that runs inside a decision

}  // namespace baton
