// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/evaluate.h"

#include "engine/conductor/decide/decisionpass.h"
#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/retry.h"
#include "engine/conductor/decide/scope.h"

#include <algorithm>

namespace baton {

namespace {

// With fewer open tasks than this a pass looks at all of them, whatever it was asked for.
constexpr std::size_t kManyOpen = 256;

// A sub-workflow task was woken by its child: joins that failed because of it wait again.
void reopenJoins(Draft& draft)
{
    const auto woken = [&](TaskSlot slot) {
        const TaskRun* task = draft.execution().task(slot);
        return task && task->subworkflowChanged && !task->retried && task->taskType == "SUB_WORKFLOW";
    };
    const std::vector<TaskSlot>& open = draft.execution().open;
    const auto found = std::find_if(open.begin(), open.end(), woken);
    if (found == open.end())
        return;
    draft.change(*found, EventKind::TaskChanged, {{Field::SubworkflowChanged, false}});
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (task && task->taskType == "JOIN" && isTerminal(task->status) && !isSuccessful(task->status) && !task->retried)
            draft.change(slot, EventKind::TaskReset, {{Field::TaskStatus, asValue(TaskStatus::InProgress)}});
    }
}

Status end(Draft& draft, const Termination& termination)
{
    terminateWorkflow(draft, termination);
    return {};
}

Termination tooLong(const Draft& draft)
{
    return {Text("The workflow did not come to rest within "
        + std::to_string(draft.context().settings.maxLoopIterationsPerDecide) + " rounds of one decision")};
}

}  // namespace

Status evaluate(Draft& draft, Look look)
{
    if (isTerminal(draft.execution().status)) {
        if (!isSuccessful(draft.execution().status))
            cancelOpenTasks(draft);
        return {};
    }
    reopenJoins(draft);

    const bool everywhere = look == Look::Everywhere || draft.execution().open.size() <= kManyOpen;
    std::vector<TaskSlot> candidates = draft.takeTouched();
    if (everywhere)
        candidates = draft.execution().open;
    for (int round = 0; round < draft.context().settings.maxLoopIterationsPerDecide; ++round) {
        DecisionPass pass(draft, std::move(candidates), everywhere && round == 0);
        if (Verdict verdict = pass.run()) {
            if (Error* error = std::get_if<Error>(&*verdict))
                return std::move(*error);
            return end(draft, std::get<Termination>(*verdict));
        }
        if (!pass.changedState())
            return {};
        candidates = draft.takeTouched();
    }
    return end(draft, tooLong(draft));
}

std::vector<TaskSlot> scheduleTasks(Draft& draft, std::vector<MappedTask> mapped)
{
    std::vector<TaskSlot> slots;
    slots.reserve(mapped.size());
    std::vector<std::pair<TaskSlot, const TaskType*>> synchronous;
    for (MappedTask& entry : mapped) {
        TaskRun& task = entry.task;
        if (task.retriedTaskId.empty() && draft.latestSlot(task.referenceTaskName) != kNoTask)
            continue;
        assignDomain(draft, task);
        const TaskType* type = systemType(task.taskType);
        const bool runsHere = type && !type->isAsynchronous();
        if (type && !isTerminal(task.status) && task.startTime == 0)
            task.startTime = draft.now();
        if (runsHere) {
            task.updateTime = draft.now();
            if (isTerminal(task.status) && task.endTime == 0)
                task.endTime = draft.now();
        }
        slots.push_back(draft.schedule(std::move(task), std::move(entry.detail)));
        if (runsHere)
            synchronous.emplace_back(slots.back(), type);
    }
    for (const auto& [slot, type] : synchronous)
        type->start(draft, slot);
    return slots;
}

bool isLeftToJoin(const Draft& draft, TaskSlot slot)
{
    const TaskRun& task = draft.task(slot);
    if (task.iteration > 0 || !isSuccessful(task.status))
        return false;
    const IndexedTask* indexed = draft.index().find(task.referenceTaskName);
    if (!indexed || !indexed->inFork || !indexed->joined)
        return false;
    // The real server would leave a successor that is no join to the next sweep, half a minute later.
    if (!isTerminal(task.status))
        return true;
    const IndexedTask* next = followingTask(draft, task);
    return !next || draft.latestSlot(next->task->taskReferenceName) != kNoTask;
}

bool isComplete(const Draft& draft)
{
    const Execution& execution = draft.execution();
    const auto isRunning = [&](TaskSlot slot) {
        const TaskRun* task = execution.task(slot);
        return task && !isTerminal(task->status);
    };
    // What is open most probably stands at the end: the join of a wide fork, the last task of a chain.
    if (std::any_of(execution.open.rbegin(), execution.open.rend(), isRunning) || !draft.hasTasks())
        return false;
    for (const int position : draft.index().topLevel()) {
        const TaskRun* task = execution.latest(draft.index().at(position).task->taskReferenceName);
        if (!task || !isTerminal(task->status))
            return false;
    }
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (!task)
            continue;
        if (!isTerminal(task->status))
            return false;
        if (task->retried && task->executed)
            continue;
        const IndexedTask* next = nextInFlow(draft, task->referenceTaskName);
        if (next && draft.latestSlot(next->task->taskReferenceName) == kNoTask)
            return false;
    }
    return true;
}

}  // namespace baton
