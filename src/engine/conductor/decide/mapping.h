// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/types/tasktype.h"

namespace baton {

/// Everything that has to be scheduled when the flow reaches the task. What is there already (by reference name) is left
/// out. `indexed` is nullptr for tasks that are not in the definition.
[[nodiscard]] Verdict mapTask(Draft& draft, const WorkflowTaskPtr& task, const IndexedTask* indexed,
                              const MapRequest& request, std::vector<MappedTask>& out);

/// The task of the definition that follows an attempt and was not skipped; nullptr at the end or when a loop has to look.
[[nodiscard]] const IndexedTask* followingTask(const Draft& draft, const TaskRun& task);
/// The same with the loop itself where its body ends.
[[nodiscard]] const IndexedTask* nextInFlow(const Draft& draft, std::string_view definitionReference);

/// What has to be scheduled after a task has ended.
[[nodiscard]] Verdict mapSuccessors(Draft& draft, TaskSlot ended, std::vector<MappedTask>& out);

/// Parameters of any kind resolved now, not prepared; null counts as {}.
[[nodiscard]] Value resolveNow(const Draft& draft, const Value& parameters, std::string_view taskId = {});
/// A task's input parameters resolved, completed by the task definition's input template.
[[nodiscard]] Value resolveCompleted(const Draft& draft, const WorkflowTask& task, const IndexedTask* indexed,
                                     std::string_view taskId);
[[nodiscard]] Value resolvePlain(const Draft& draft, const WorkflowTask& task, const IndexedTask* indexed,
                                 std::string_view taskId);
/// The definition's entry for this very task; nullptr for dynamic ones.
[[nodiscard]] const IndexedTask* indexedTask(const Draft& draft, const TaskRun& task);

/// Gives worker tasks the domain the workflow asks for.
void assignDomain(const Draft& draft, TaskRun& task);

}  // namespace baton
