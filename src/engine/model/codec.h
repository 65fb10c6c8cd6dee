// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/event.h"

namespace baton {

// Conductor's JSON and back. Reading is lenient where the real server is (unknown fields are kept, nulls are absent) and
// answers one Error naming the field ("tasks[3].decisionCases.high[0].type"), where it is not. An empty text counts as not set.

[[nodiscard]] Result<WorkflowDefPtr> workflowDefFrom(const Value& json);
[[nodiscard]] Result<WorkflowTaskPtr> workflowTaskFrom(const Value& json);
[[nodiscard]] Result<TaskDefPtr> taskDefFrom(const Value& json);
/// The real server's Workflow, tasks included, indexes built. Refuses nothing that can be shown: what does not fit (an odd
/// status, a text for a number, a definition with mistakes) is taken as the nearest we know and kept raw in unknownFields,
/// under its own name; toValue gives it back until that field is set again.
[[nodiscard]] Result<ExecutionPtr> executionFrom(const Value& json);
/// The same for one task; unknownFields keeps workflowInstanceId and workflowType.
[[nodiscard]] Result<TaskPtr> taskRunFrom(const Value& json);

/// What the real server answers: every member with a default of its own is written, unknown ones last.
[[nodiscard]] Value toValue(const WorkflowDef& definition);
[[nodiscard]] Value toValue(const WorkflowTask& task);
[[nodiscard]] Value toValue(const TaskDef& definition);
/// Only what differs from the defaults, as an author would write it; reads back equal.
[[nodiscard]] Value toCompactValue(const WorkflowDef& definition);
[[nodiscard]] Value toCompactValue(const TaskDef& definition);

/// What the real server answers: beans leave out nulls but keep empty maps and lists, false and 0; derived fields included.
/// `now` is needed for queueWaitTime of a task with a callback.
[[nodiscard]] Value toValue(const Execution& execution, EpochMs now, bool withTasks = true);
[[nodiscard]] Value toValue(const TaskRun& task, const Execution& execution, EpochMs now);

/// The journal's own form of one event by itself: see eventcodec.h, which is for sequences of events.
[[nodiscard]] Value toValue(const Event& event);
[[nodiscard]] Result<Event> eventFrom(const Value& json);

}  // namespace baton
