// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"

namespace baton::test {

/// Five tasks in a row, as in the underwriting sample.
[[nodiscard]] WorkflowDefPtr loanWorkflow();
/// Checks in parallel, a switch on the score, a loop of three, a variable, a task that fails once and is tried again.
[[nodiscard]] WorkflowDefPtr branchingWorkflow();
/// A task that no handler serves.
[[nodiscard]] WorkflowDefPtr waitingWorkflow();

/// Everything a rehearsal of one of these needs; the virtual clock starts at 2026-03-02 09:00 UTC.
[[nodiscard]] RehearsalSetup setupFor(WorkflowDefPtr workflow, Value input = Value::object());

}  // namespace baton::test
