// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/population.h"

#include "engine/conductor/types/tasktype.h"

namespace baton {

namespace {

bool hasOwnDefinition(const SubWorkflowParams& params) noexcept
{
    return params.workflowDefinition.isObject();
}

}  // namespace

TaskDef adHocDefinition(const Text& name, std::string_view type)
{
    TaskDef made;
    made.name = name;
    if (type != "SIMPLE") {
        made.retryCount = 0;
        made.responseTimeoutSeconds = 0;
    }
    return made;
}

Result<WorkflowDefPtr> Population::populate(const WorkflowDefPtr& definition)
{
    TaskList list = definition->tasks;
    if (Status done = populate(list); !done)
        return std::move(done).error();
    if (list == definition->tasks)
        return definition;
    auto made = std::make_shared<WorkflowDef>(*definition);
    made->tasks = std::move(list);
    return WorkflowDefPtr(std::move(made));
}

Status Population::populate(TaskList& list)
{
    for (WorkflowTaskPtr& task : list) {
        if (Status done = populate(task); !done)
            return done;
    }
    return {};
}

// Recursive over the nesting of a definition, which the JSON depth limits.
Status Population::populate(WorkflowTaskPtr& task)
{
    std::shared_ptr<WorkflowTask> changed;
    const auto change = [&]() -> WorkflowTask& {
        if (!changed)
            changed = std::make_shared<WorkflowTask>(*task);
        return *changed;
    };
    const auto replaceList = [&](TaskList WorkflowTask::* member) -> Status {
        TaskList list = (*task).*member;
        Status done = populate(list);
        if (done && list != (*task).*member)
            change().*member = std::move(list);
        return done;
    };

    TaskDefPtr definition = definitionFor(*task);
    if (definition != task->taskDefinition)
        change().taskDefinition = std::move(definition);
    if (task->type == "SUB_WORKFLOW" && task->subWorkflowParam && task->subWorkflowParam->version.isNull()
        && !hasOwnDefinition(*task->subWorkflowParam)) {
        if (Status done = fixVersion(change()); !done)
            return done;
    }
    for (TaskList WorkflowTask::* member : {&WorkflowTask::defaultCase, &WorkflowTask::loopOver}) {
        if (Status done = replaceList(member); !done)
            return done;
    }
    for (std::size_t i = 0; i < task->decisionCases.size(); ++i) {
        TaskList list = task->decisionCases[i].tasks;
        if (Status done = populate(list); !done)
            return done;
        if (list != task->decisionCases[i].tasks)
            change().decisionCases[i].tasks = std::move(list);
    }
    for (std::size_t i = 0; i < task->forkTasks.size(); ++i) {
        TaskList list = task->forkTasks[i];
        if (Status done = populate(list); !done)
            return done;
        if (list != task->forkTasks[i])
            change().forkTasks[i] = std::move(list);
    }
    if (changed)
        task = std::move(changed);
    return {};
}

TaskDefPtr Population::definitionFor(const WorkflowTask& task)
{
    TaskDefPtr found = task.taskDefinition;
    if (!found && !task.name.empty()) {
        found = m_source.task(task.name);
        tasks.emplace_back(task.name, found);
        if (!found)
            found = std::make_shared<const TaskDef>(adHocDefinition(task.name, task.type));
    }
    // Model calls are retried whatever their definition says.
    if (found && found->retryCount < 1 && taskType(task.type).raisesRetries()) {
        auto raised = std::make_shared<TaskDef>(*found);
        raised->retryCount = 3;
        raised->retryDelaySeconds = 2;
        raised->retryLogic = RetryLogic::LinearBackoff;
        found = std::move(raised);
    }
    return found;
}

Status Population::fixVersion(WorkflowTask& task)
{
    SubWorkflowParams& params = *task.subWorkflowParam;
    const WorkflowDefPtr latest = m_source.workflow(params.name, std::nullopt);
    if (!latest) {
        return Error {.code = ErrorCode::Internal,
            .message = "The Task " + params.name.str() + " defined as a sub-workflow has no workflow definition available ",
            .hint = "Register a workflow named " + params.name.str() + ", or give the sub-workflow a version"};
    }
    versions.emplace_back(params.name, latest->version);
    params.version = latest->version;
    return {};
}

}  // namespace baton
