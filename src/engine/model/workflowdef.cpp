// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/workflowdef.h"

#include <iterator>

namespace baton {

std::vector<const TaskList*> childLists(const WorkflowTask& task)
{
    std::vector<const TaskList*> lists;
    for (const DecisionCase& one : task.decisionCases)
        lists.push_back(&one.tasks);
    if (!task.defaultCase.empty())
        lists.push_back(&task.defaultCase);
    for (const TaskList& branch : task.forkTasks)
        lists.push_back(&branch);
    if (!task.loopOver.empty())
        lists.push_back(&task.loopOver);
    return lists;
}

std::vector<const WorkflowTask*> allTasks(const WorkflowDef& definition)
{
    std::vector<const WorkflowTask*> tasks;
    std::vector<const WorkflowTask*> waiting;   // the next one is at the back
    const auto wait = [&waiting](const TaskList& list) {
        for (auto task = list.rbegin(); task != list.rend(); ++task) {
            if (*task)
                waiting.push_back(task->get());
        }
    };
    wait(definition.tasks);
    while (!waiting.empty()) {
        const WorkflowTask* task = waiting.back();
        waiting.pop_back();
        tasks.push_back(task);
        const auto lists = childLists(*task);
        for (auto list = lists.rbegin(); list != lists.rend(); ++list)
            wait(**list);
    }
    return tasks;
}

}  // namespace baton
