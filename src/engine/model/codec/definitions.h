// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/codec/bean.h"

namespace baton {

// The JSON forms of definitions, for the codecs of executions and events as well.

[[nodiscard]] const BeanTable<TaskDef>& taskDefTable();
[[nodiscard]] const BeanTable<SubWorkflowParams>& subWorkflowParamsTable();
[[nodiscard]] const BeanTable<WorkflowTask>& workflowTaskTable();
[[nodiscard]] const BeanTable<WorkflowDef>& workflowDefTable();

// Readers give an object in any case; look at reading.failed().
[[nodiscard]] TaskDefPtr readTaskDef(const Value& json, Reading& reading);
[[nodiscard]] WorkflowTaskPtr readWorkflowTask(const Value& json, Reading& reading);
[[nodiscard]] WorkflowDefPtr readWorkflowDef(const Value& json, Reading& reading);
bool readTaskList(TaskList& tasks, const Value& json, Reading& reading);

[[nodiscard]] Value writeTaskDef(const TaskDef& definition, Writing& writing);
[[nodiscard]] Value writeWorkflowTask(const WorkflowTask& task, Writing& writing);
[[nodiscard]] Value writeWorkflowDef(const WorkflowDef& definition, Writing& writing);
[[nodiscard]] Value writeTaskList(const TaskList& tasks, Writing& writing);   // null when empty

}  // namespace baton
