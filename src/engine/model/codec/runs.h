// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/codec/definitions.h"
#include "engine/model/execution.h"

#include <vector>

namespace baton {

// The JSON forms of executions and their tasks, for the codecs of executions and events.

[[nodiscard]] const BeanTable<TaskRun>& taskRunTable();
[[nodiscard]] const BeanTable<Execution>& executionTable();

/// What the real server adds to a task and an execution from other fields. A null is written as such.
[[nodiscard]] std::vector<Member> derivedFields(const TaskRun& task, const Execution& execution, EpochMs now, Writing& writing);
[[nodiscard]] std::vector<Member> derivedFields(const Execution& execution);

/// A task of the real server's JSON. `execution` gives what the derived fields should say: those that say something else
/// are kept raw. Null for a task by itself. `writing`: one for all tasks of an execution.
[[nodiscard]] std::shared_ptr<TaskRun> readTaskRun(const Value& json, const Execution* execution, Reading& reading,
                                                   Writing& writing);
/// The journal's forms.
[[nodiscard]] Value writeTaskRun(const TaskRun& task, Writing& writing);
[[nodiscard]] Value writeExecution(const Execution& execution, Writing& writing);
[[nodiscard]] TaskPtr readJournalTask(const Value& json, Reading& reading);
[[nodiscard]] ExecutionPtr readJournalExecution(const Value& json, Reading& reading);

}  // namespace baton
