// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/scope.h"

#include <vector>

namespace baton::ui {

namespace {

bool holdsDirectly(const WorkflowTask& task, std::string_view reference)
{
    for (const TaskList* list : childLists(task)) {
        for (const WorkflowTaskPtr& child : *list) {
            if (child && child->taskReferenceName == reference)
                return true;
        }
    }
    return false;
}

}  // namespace

std::set<std::string, std::less<>> namesBesides(const WorkflowDef& definition, std::string_view reference)
{
    std::set<std::string, std::less<>> names;
    for (const WorkflowTask* task : allTasks(definition)) {
        if (!holdsDirectly(*task, reference))
            continue;
        std::vector<const WorkflowTask*> open {task};
        while (!open.empty()) {
            const WorkflowTask* next = open.back();
            open.pop_back();
            names.insert(next->taskReferenceName.str());
            for (const TaskList* list : childLists(*next)) {
                for (const WorkflowTaskPtr& child : *list) {
                    if (child)
                        open.push_back(child.get());
                }
            }
        }
        break;
    }
    return names;
}

const WorkflowTask* taskNamed(const WorkflowDef& definition, std::string_view reference)
{
    for (const WorkflowTask* task : allTasks(definition)) {
        if (task->taskReferenceName == reference)
            return task;
    }
    return nullptr;
}

}  // namespace baton::ui
