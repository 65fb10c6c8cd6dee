// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/scope.h"

namespace baton::ui {

const WorkflowTask* taskNamed(const WorkflowDef& definition, std::string_view reference)
{
    for (const WorkflowTask* task : allTasks(definition)) {
        if (task->taskReferenceName == reference)
            return task;
    }
    return nullptr;
}

}  // namespace baton::ui
