// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/verdict.h"
#include "engine/conductor/draft.h"
#include "engine/conductor/types/tasktype.h"

namespace baton {

/// What follows from a failed task: a new attempt, the end of the workflow, or (both empty) the flow goes on.
struct RetryDecision {
    std::optional<MappedTask> attempt;
    Verdict verdict;
};

/// The rules of automatic retry. An optional task's final failure becomes COMPLETED_WITH_ERRORS here.
[[nodiscard]] RetryDecision retryAfterFailure(Draft& draft, TaskSlot failed);

/// The attempt before the given one is marked as superseded.
void markRetried(Draft& draft, const TaskRun& attempt);

/// Seconds to wait before the attempt after `retryCount` earlier retries, capped.
[[nodiscard]] int retryDelay(const TaskDef& definition, int retryCount) noexcept;

/// The definition a task is retried and timed by; nullptr when there is none.
[[nodiscard]] const TaskDef* definitionOf(const Execution& execution, const DefinitionIndex* index, const TaskRun& task);

}  // namespace baton
