// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/core.h"
#include "engine/conductor/port/wire.h"

namespace baton {

/// Answers with a WorkflowRun or TaskRun once the workflow has ended, waits for somebody (a WAIT without a time, also in a
/// sub-workflow), one of the named tasks has ended, or the time is over. With the core's lock held.
struct StateWait {
    Text workflowId;
    Text requestId;
    std::vector<Text> taskRefs;
    ReturnStrategy strategy = ReturnStrategy::TargetWorkflow;
    EpochMs deadline = 0;
};
void waitForState(EmbeddedCore& core, StateWait wait, Reply<Value> reply);

/// The first open WAIT of a workflow, or of a sub-workflow it waits for.
[[nodiscard]] std::optional<TaskView> blockedTask(EmbeddedCore& core, const Text& workflowId);

/// Plays the real server's WorkflowTestRequest. With the core's lock held.
[[nodiscard]] Result<ExecutionPtr> playTest(EmbeddedCore& core, const Value& request);

/// A result that says what the task itself says, to be changed.
[[nodiscard]] TaskResult resultOf(const Execution& execution, const TaskRun& task);

}  // namespace baton
