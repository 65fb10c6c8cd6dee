// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <string>
#include <utility>
#include <vector>

namespace baton::ui {

inline WorkflowTaskPtr task(const std::string& name, const char* type = "SIMPLE")
{
    auto made = std::make_shared<WorkflowTask>();
    made->name = name;
    made->taskReferenceName = name;
    made->type = type;
    return made;
}

inline WorkflowTaskPtr switchTask(const std::string& name, std::vector<DecisionCase> cases, TaskList otherwise = {})
{
    auto made = std::make_shared<WorkflowTask>(*task(name, "SWITCH"));
    made->decisionCases = std::move(cases);
    made->hasDecisionCases = true;
    made->defaultCase = std::move(otherwise);
    return made;
}

inline WorkflowTaskPtr forkTask(const std::string& name, std::vector<TaskList> branches)
{
    auto made = std::make_shared<WorkflowTask>(*task(name, "FORK_JOIN"));
    made->forkTasks = std::move(branches);
    return made;
}

inline WorkflowTaskPtr loopTask(const std::string& name, TaskList body)
{
    auto made = std::make_shared<WorkflowTask>(*task(name, "DO_WHILE"));
    made->loopOver = std::move(body);
    return made;
}

inline WorkflowDefPtr definition(TaskList tasks)
{
    auto made = std::make_shared<WorkflowDef>();
    made->name = "sample";
    made->tasks = std::move(tasks);
    return made;
}

inline TaskList chain(int length)
{
    TaskList tasks;
    for (int i = 0; i < length; ++i)
        tasks.push_back(task("step_" + std::to_string(i)));
    return tasks;
}

inline TaskRun run(const std::string& reference, TaskStatus status, int retries = 0, int iteration = 0)
{
    TaskRun made;
    made.referenceTaskName = reference;
    made.status = status;
    made.retryCount = retries;
    made.iteration = iteration;
    return made;
}

inline Execution execution(const std::vector<TaskRun>& runs, WorkflowStatus status = WorkflowStatus::Running)
{
    Execution made;
    made.status = status;
    for (const TaskRun& one : runs)
        made.tasks.push_back(std::make_shared<TaskRun>(one));
    rebuildIndexes(made);
    return made;
}

}  // namespace baton::ui
