// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <cstdint>
#include <vector>

namespace baton {

/// One thing that happened to one task, and the task after it.
struct TaskPhase {
    EventKind kind = EventKind::TaskChanged;
    EpochMs at = 0;
    bool final = false;   // it ended the task, or came after that
    TaskRun state;
};

/// What must have happened between two looks at a task, in order; `before` null: it was not there. Folding the changes of
/// state gives `after`, except for a new task's first phase, which carries its state whole. Empty when nothing changed.
[[nodiscard]] std::vector<TaskPhase> phasesBetween(const TaskRun* before, const TaskRun& after);

/// For each task a number that orders what ended in the same millisecond by cause: a task ends after those it waits for (a
/// JOIN's branches, a loop's body), else in the order of seq.
[[nodiscard]] std::vector<std::int64_t> endRanks(const std::vector<TaskPtr>& tasks);
/// The same for when a task was scheduled: a fork's branches and its JOIN come with it, before any of them can go on.
[[nodiscard]] std::vector<std::int64_t> startRanks(const std::vector<TaskPtr>& tasks);
/// The same for what else comes before a task's end.
[[nodiscard]] constexpr std::int64_t startRank(const TaskRun& task) noexcept { return std::int64_t {task.seq} * 2; }

}  // namespace baton
