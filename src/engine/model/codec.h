// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/event.h"

namespace baton {

// Conductor's JSON and back. Reading is lenient where the real server is (unknown fields are kept, nulls are absent) and
// answers one Error naming the field ("tasks[3].decisionCases.high[0].type") and, from files, the line, where it is not.

[[nodiscard]] Result<WorkflowDefPtr> workflowDefFrom(const Value& json);
[[nodiscard]] Result<WorkflowTaskPtr> workflowTaskFrom(const Value& json);
[[nodiscard]] Result<TaskDefPtr> taskDefFrom(const Value& json);
[[nodiscard]] Result<ExecutionPtr> executionFrom(const Value& json);       // the real server's Workflow, tasks included
[[nodiscard]] Result<TaskPtr> taskRunFrom(const Value& json);

[[nodiscard]] Value toValue(const WorkflowDef& definition);
[[nodiscard]] Value toValue(const WorkflowTask& task);
[[nodiscard]] Value toValue(const TaskDef& definition);

/// What the real server answers: beans leave out nulls but keep empty maps and lists, false and 0; derived fields included.
/// `now` is needed for queueWaitTime of a task with a callback.
[[nodiscard]] Value toValue(const Execution& execution, EpochMs now, bool withTasks = true);
[[nodiscard]] Value toValue(const TaskRun& task, const Execution& execution, EpochMs now);

/// The journal's own form of an event, complete and stable; fields spelled by name, enumerations by Conductor's word.
[[nodiscard]] Value toValue(const Event& event);
[[nodiscard]] Result<Event> eventFrom(const Value& json);

}  // namespace baton
