// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"

namespace baton {

/// One command for one execution.
struct AddressedCommand {
    Text workflowId;
    Command command;
};

// Operations that reach down into sub-workflows, taken apart: run the commands in order, stop at the first Error. Waking of
// parents comes by itself, through effect::NotifyParent.

/// With resumeSubworkflowTasks: the deepest failed sub-workflow below the first failed task is retried; nothing at all when
/// no task failed. Without: the execution itself.
[[nodiscard]] std::vector<AddressedCommand> retryCommands(const World& world, const Text& workflowId,
                                                          const command::Retry& retry);

/// A task of this execution, or the first sub-workflow below that has it; then the executions on the way up.
[[nodiscard]] std::vector<AddressedCommand> rerunCommands(const World& world, const Text& workflowId,
                                                          const command::Rerun& rerun);

}  // namespace baton
