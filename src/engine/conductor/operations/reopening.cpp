// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/operations/reopening.h"

#include "engine/conductor/decide/evaluate.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/operations/revival.h"
#include "engine/model/codec.h"

namespace baton {

namespace {

Error asError(const Verdict::value_type& verdict)
{
    if (const Error* error = std::get_if<Error>(&verdict))
        return *error;
    return Error {.code = ErrorCode::Internal, .message = std::get<Termination>(verdict).reason.str()};
}

void removeLater(Draft& draft, TaskSlot kept)
{
    const int seq = draft.task(kept).seq;
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (task && task->seq > seq)
            removeTask(draft, slot);
    }
}

// A loop around the task goes on with the task's iteration; later ones never were.
void rewindLoop(Draft& draft, TaskSlot slot, int iteration)
{
    const TaskRun& loop = draft.task(slot);
    Value output = loop.outputData.isObject() ? loop.outputData : Value::object();
    for (int i = loop.iteration; i > iteration; --i)
        output = output.without(std::to_string(i));
    output = std::move(output).with("iteration", iteration);
    reopen(draft, slot, {{Field::Iteration, iteration}, {Field::OutputData, std::move(output)}, {Field::Executed, false},
        {Field::TaskEndTime, 0}, {Field::TaskReason, Value()}});
}

void reopenIfEnded(Draft& draft, TaskSlot slot)
{
    if (slot == kNoTask || !isTerminal(draft.task(slot).status))
        return;
    reopen(draft, slot, {{Field::Executed, false}, {Field::TaskEndTime, 0}, {Field::TaskReason, Value()}});
}

/// Operators around a task of the definition, from the inside out.
class Surroundings {
public:
    Surroundings(Draft& draft, TaskSlot slot)
        : m_draft(draft)
        , m_iteration(draft.task(slot).iteration)
        , m_inside(draft.index().find(baseName(draft.task(slot))))
    {
    }

    Status reopenAll()
    {
        for (const IndexedTask* task = m_inside; task && task->parent >= 0;) {
            const IndexedTask& around = m_draft.index().at(task->parent);
            if (around.task->type == "FORK_JOIN") {
                if (Status done = reopenFork(around); !done)
                    return done;
            } else if (around.task->type == "DO_WHILE") {
                if (const TaskSlot loop = m_draft.latestSlot(around.task->taskReferenceName); loop != kNoTask)
                    rewindLoop(m_draft, loop, m_iteration);
                m_iteration = 0;
            }
            task = &around;
        }
        return {};
    }

private:
    // Branches that were removed begin anew; the join waits.
    Status reopenFork(const IndexedTask& fork)
    {
        for (const TaskList& branch : fork.task->forkTasks) {
            if (branch.empty())
                continue;
            if (Status done = scheduleMissing(m_draft.index().find(branch.front()->taskReferenceName)); !done)
                return done;
        }
        const IndexedTask* join = fork.next >= 0 ? &m_draft.index().at(fork.next) : nullptr;
        if (!join || join->task->type != "JOIN")
            return {};
        reopenIfEnded(m_draft, m_draft.latestSlot(iterated(join->task->taskReferenceName, m_iteration)));
        return scheduleMissing(join);
    }

    Status scheduleMissing(const IndexedTask* indexed)
    {
        if (!indexed || m_draft.latestSlot(iterated(indexed->task->taskReferenceName, m_iteration)) != kNoTask)
            return {};
        std::vector<MappedTask> mapped;
        MapRequest request;
        request.iteration = m_iteration;
        if (Verdict verdict = mapTask(m_draft, indexed->task, indexed, request, mapped))
            return asError(*verdict);
        (void)scheduleTasks(m_draft, std::move(mapped));
        return {};
    }

    Draft& m_draft;
    int m_iteration;
    const IndexedTask* m_inside;
};

// What followed an ended task has been removed: the next decision looks at that task again.
void reopenUnfollowed(Draft& draft)
{
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (!task || !task->executed || task->retried || !isTerminal(task->status))
            continue;
        const IndexedTask* next = followingTask(draft, *task);
        if (next && draft.latestSlot(iterated(next->task->taskReferenceName, task->iteration)) == kNoTask)
            draft.change(slot, EventKind::TaskChanged, {{Field::Executed, false}});
    }
}

bool isDynamicFork(const TaskRun& task)
{
    return task.taskType == "FORK" && task.workflowTask && task.workflowTask->type == "FORK_JOIN_DYNAMIC";
}

// A task that a dynamic fork made: the other branches and the join that went with it come back.
Status reopenDynamicFork(Draft& draft, TaskSlot slot)
{
    const Text name = draft.task(slot).referenceTaskName;
    for (TaskSlot at = slot; at-- > 0;) {
        const TaskRun* fork = draft.execution().task(at);
        if (!fork || !isDynamicFork(*fork))
            continue;
        const int iteration = fork->iteration;
        const Value definitions = fork->inputData["forkedTaskDefs"];
        std::vector<MappedTask> mapped;
        bool isMine = false;
        MapRequest request;
        request.iteration = iteration;
        for (const Value& definition : definitions.items()) {
            const Result<WorkflowTaskPtr> task = workflowTaskFrom(definition);
            if (!task)
                continue;
            isMine = isMine || iterated((*task)->taskReferenceName, iteration) == name;
            if (Verdict verdict = mapTask(draft, *task, nullptr, request, mapped))
                return asError(*verdict);
        }
        if (!isMine)
            continue;
        const IndexedTask* indexed = draft.index().find(baseName(*fork));
        const IndexedTask* join = indexed && indexed->next >= 0 ? &draft.index().at(indexed->next) : nullptr;
        const Value joinOn = fork->inputData["forkedTasks"];
        const TaskSlot joinSlot = join ? draft.latestSlot(iterated(join->task->taskReferenceName, iteration)) : kNoTask;
        if (joinSlot == kNoTask && join) {
            if (Verdict verdict = mapTask(draft, join->task, join, request, mapped))
                return asError(*verdict);
            mapped.back().task.inputData = std::move(mapped.back().task.inputData).with("joinOn", joinOn);
        }
        reopenIfEnded(draft, joinSlot);
        (void)scheduleTasks(draft, std::move(mapped));
        return {};
    }
    return {};
}

std::vector<FieldChange> freshFields(const Draft& draft, const Value& input)
{
    std::vector<FieldChange> changes {{Field::ScheduledTime, draft.now()}, {Field::StartTime, 0}, {Field::TaskUpdateTime, 0},
        {Field::TaskEndTime, 0}, {Field::OutputData, Value::object()}, {Field::Retried, false}, {Field::Executed, false},
        {Field::PollCount, 0}};
    if (!input.isNull())
        changes.push_back({Field::InputData, input});
    return changes;
}

// Forks and choices are made again: what follows them depends on it.
Status mapAgain(Draft& draft, TaskSlot slot)
{
    const TaskRun before = draft.task(slot);
    const IndexedTask* indexed = indexedTask(draft, before);
    removeTask(draft, slot);
    std::vector<MappedTask> mapped;
    MapRequest request;
    request.retryCount = before.retryCount;
    request.iteration = before.iteration;
    if (Verdict verdict = mapTask(draft, before.workflowTask, indexed, request, mapped))
        return asError(*verdict);
    if (!mapped.empty() && !isDynamicFork(before))
        mapped.front().task.taskId = before.taskId;
    (void)scheduleTasks(draft, std::move(mapped));
    return {};
}

}  // namespace

Status rerunTask(Draft& draft, TaskSlot slot, const Value& input)
{
    removeLater(draft, slot);
    const TaskRun& task = draft.task(slot);
    const bool isMade = task.workflowTask && (task.taskType == "FORK" || task.taskType == "SWITCH" || task.taskType == "DECISION");
    Surroundings around(draft, slot);
    const bool isStatic = draft.index().find(baseName(task)) != nullptr;
    if (isMade) {
        if (Status done = mapAgain(draft, slot); !done)
            return done;
    } else {
        std::vector<FieldChange> changes = freshFields(draft, input);
        if (task.taskType == "JOIN")
            reopen(draft, slot, std::move(changes));
        else
            requeue(draft, slot, std::move(changes));
        if (isSynchronous(task))
            systemType(task.taskType)->start(draft, slot);
    }
    Status done = isStatic ? around.reopenAll() : reopenDynamicFork(draft, slot);
    reopenUnfollowed(draft);
    return done;
}

void reopenFailed(Draft& draft, const Text& exceptName)
{
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (!task || !hasFailed(*task) || task->retried || task->referenceTaskName == exceptName)
            continue;
        std::vector<FieldChange> changes {{Field::Executed, false}, {Field::StartTime, draft.now()}, {Field::TaskEndTime, 0},
            {Field::TaskReason, Value()}};
        if (task->taskType == "SUB_WORKFLOW") {
            changes.push_back({Field::SubWorkflowId, Value()});
            if (task->outputData.contains("subWorkflowId"))
                changes.push_back({Field::OutputData, task->outputData.without("subWorkflowId")});
        }
        if (task->taskType == "JOIN" || task->taskType == "DO_WHILE" || isSynchronous(*task)) {
            reopen(draft, slot, std::move(changes));
        } else {
            changes.push_back({Field::TaskStatus, asValue(TaskStatus::Scheduled)});
            changes.push_back({Field::TaskUpdateTime, draft.now()});
            draft.change(slot, EventKind::TaskReset, std::move(changes));
        }
    }
}

}  // namespace baton
