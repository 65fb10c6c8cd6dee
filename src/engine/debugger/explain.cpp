// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/explain.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/definitionindex.h"
#include "engine/debugger/explainparts.h"

#include <array>

namespace baton {
namespace {

constexpr int kDeepest = 20;   // sub-workflows inside one another

void add(std::vector<Explanation>& all, Why why, const Execution& execution, Value facts = Value::object())
{
    all.push_back({why, execution.workflowId, kNoTask, {}, std::move(facts)});
}

Value nameOf(const Execution& execution)
{
    return execution.definition ? Value(execution.definition->name) : Value(execution.workflowId);
}

/// The executions around this one that are paused, the nearest first.
void addPausedParents(std::vector<Explanation>& all, const World& world, const Execution& execution)
{
    const Execution* at = &execution;
    for (int depth = 0; depth < kDeepest && at && !at->parentWorkflowId.empty(); ++depth) {
        at = world.find(at->parentWorkflowId);
        if (at && at->status == WorkflowStatus::Paused)
            add(all, Why::ParentPaused, *at, Value::object({{"name", nameOf(*at)}}));
    }
}

void explainOpen(std::vector<Explanation>& all, const World& world, const Execution& execution, const ExplainContext& context,
                 int depth)
{
    if (isTerminal(execution.status)) {
        add(all, Why::WorkflowEnded, execution,
            Value::object({{"status", toText(execution.status)}, {"reason", execution.reasonForIncompletion}}));
        return;
    }
    if (execution.status == WorkflowStatus::Paused)
        add(all, Why::WorkflowPaused, execution, Value::object({{"name", nameOf(execution)}}));
    addPausedParents(all, world, execution);
    const std::size_t before = all.size();
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (!task || isTerminal(task->status))
            continue;
        all.push_back(explainOpenTask(world, execution, slot, context));
        const Execution* child = task->subWorkflowId.empty() ? nullptr : world.find(task->subWorkflowId);
        if (child && depth < kDeepest)
            explainOpen(all, world, *child, context, depth + 1);
    }
    if (all.size() == before)
        add(all, Why::NothingToDo, execution);
}

}  // namespace

std::vector<Explanation> explainExecution(const World& world, std::string_view workflowId, const ExplainContext& context)
{
    std::vector<Explanation> all;
    if (const Execution* execution = world.find(workflowId))
        explainOpen(all, world, *execution, context, 0);
    return all;
}

std::vector<Explanation> explainTask(const World& world, std::string_view workflowId, TaskSlot slot, const ExplainContext& context)
{
    std::vector<Explanation> all;
    const Execution* execution = world.find(workflowId);
    const TaskRun* task = execution ? execution->task(slot) : nullptr;
    if (!task)
        return all;
    if (isTerminal(task->status)) {
        explainEnded(all, *execution, slot);
        return all;
    }
    if (execution->status == WorkflowStatus::Paused)
        add(all, Why::WorkflowPaused, *execution, Value::object({{"name", nameOf(*execution)}}));
    addPausedParents(all, world, *execution);
    all.push_back(explainOpenTask(world, *execution, slot, context));
    const Execution* child = task->subWorkflowId.empty() ? nullptr : world.find(task->subWorkflowId);
    if (child)
        explainOpen(all, world, *child, context, 1);
    return all;
}

std::vector<Explanation> explainReference(const World& world, std::string_view workflowId, std::string_view reference,
                                          const ExplainContext& context)
{
    const Execution* execution = world.find(workflowId);
    if (!execution)
        return {};
    const TaskRun* task = execution->latest(reference);
    if (!task && execution->definition) {
        DefinitionCache cache;
        task = taskByName(*execution, *cache.index(execution->definition), reference);
    }
    for (TaskSlot slot = 0; task && slot < execution->tasks.size(); ++slot) {
        if (execution->task(slot) == task)
            return explainTask(world, workflowId, slot, context);
    }
    return {explainAbsent(*execution, reference)};
}

std::string_view toText(Why why) noexcept
{
    constexpr std::array<std::string_view, 45> kNames {"WorkflowPaused", "ParentPaused", "WorkflowEnded", "NothingToDo",
        "NoWorker", "NoWorkerInDomain", "WaitsForWorker", "RetryDelay", "StartDelay", "CallbackDelay", "RateLimited",
        "ConcurrencyLimit", "LeaseRuns", "LeaseOver", "JoinWaits", "JoinBranchMissing", "HumanWaits", "WaitTimer", "WaitSignal",
        "ChildRuns", "ChildPaused", "ChildNotStarted", "CallWaits", "EventWaits", "LoopRuns", "TaskRuns", "Completed",
        "CompletedWithErrors", "FailedAndRetried", "RetriesUsedUp", "FailedTerminally", "TimedOut", "Canceled",
        "SkippedByClient", "BranchNotTaken", "LoopNotEntered", "WaitsForTask", "EndedBefore", "NeverReached", "CaseChosen",
        "DefaultChosen", "LoopGoesOn", "LoopEnded", "ExclusiveJoined", "TerminatedBy"};
    return kNames[static_cast<std::size_t>(why)];
}

}  // namespace baton
