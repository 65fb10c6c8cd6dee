// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/event.h"
#include "engine/model/openslots.h"

#include <algorithm>
#include <atomic>

namespace baton {
namespace {

/// What the pointer holds, to change: as it is when nobody else holds it, else a copy.
template <typename T>
T& editable(std::shared_ptr<const T>& pointer)
{
#if defined(__SANITIZE_THREAD__)
    // The sanitizer cannot see that the fence below orders us after the last other holder.
    pointer = std::make_shared<T>(*pointer);
#else
    if (pointer.use_count() != 1)
        pointer = std::make_shared<T>(*pointer);
    else
        std::atomic_thread_fence(std::memory_order_acquire);
#endif
    return const_cast<T&>(*pointer);
}

void addTask(Execution& execution, TaskSlot slot, const TaskPtr& task)
{
    execution.tasks.push_back(task);
    execution.latestByReference.set(task->referenceTaskName, slot);
    setOpen(execution.open, slot, isOpen(*task));
    execution.lastSeq = std::max(execution.lastSeq, task->seq);
}

int highestSeq(const Execution& execution)
{
    int highest = 0;
    execution.tasks.forEach([&highest](const TaskPtr& task) {
        if (task)
            highest = std::max(highest, task->seq);
    });
    return highest;
}

void removeTask(Execution& execution, TaskSlot slot)
{
    const TaskPtr removed = execution.tasks[slot];
    execution.tasks.set(slot, TaskPtr());
    setOpen(execution.open, slot, false);
    const Text& name = removed->referenceTaskName;
    if (const TaskSlot* latest = execution.latestByReference.find(name); latest && *latest == slot) {
        TaskSlot before = slot;
        while (before-- > 0) {
            if (const TaskRun* task = execution.task(before); task && task->referenceTaskName == name)
                break;
        }
        if (before == kNoTask)
            execution.latestByReference.erase(name);
        else
            execution.latestByReference.set(name, before);
    }
    if (removed->seq == execution.lastSeq)
        execution.lastSeq = highestSeq(execution);
}

void changeTask(Execution& execution, TaskSlot slot, const std::vector<FieldChange>& changes)
{
    static_assert(Field::TaskStatus < Field::Executed && Field::Retried < Field::Executed);
    bool mayOpen = false;
    TaskRun& task = editable(execution.tasks.edit(slot));
    const int seqBefore = task.seq;
    for (const FieldChange& change : changes) {
        if (!setField(task, change.field, change.value))
            continue;
        mayOpen |= change.field <= Field::Executed;
    }
    if (mayOpen)
        setOpen(execution.open, slot, isOpen(task));
    if (task.seq > execution.lastSeq)
        execution.lastSeq = task.seq;
    else if (task.seq < seqBefore && seqBefore == execution.lastSeq)
        execution.lastSeq = highestSeq(execution);
}

bool changesNothing(EventKind kind) noexcept
{
    return kind == EventKind::ClockAdvanced || kind == EventKind::TaskLogged;
}

/// Those of the changes that are about the execution itself; true when there are also some about a task.
bool changeExecution(Execution& execution, const std::vector<FieldChange>& changes)
{
    bool ofTask = false;
    for (const FieldChange& change : changes) {
        if (isTaskField(change.field))
            ofTask = true;
        else
            setField(execution, change.field, change.value);
    }
    return ofTask;
}

}  // namespace

void apply(Execution& execution, const Event& event)
{
    if (changesNothing(event.kind))
        return;
    if (event.started) {
        const ExecutionPtr started = event.started;   // the event may live in what is replaced
        execution = *started;
        rebuildIndexes(execution);
    }
    if (event.task && event.slot == execution.tasks.size() && event.slot != kNoTask)
        addTask(execution, event.slot, event.task);
    const bool ofTask = changeExecution(execution, event.changes);
    if (!execution.task(event.slot))
        return;
    if (event.kind == EventKind::TaskRemoved)
        removeTask(execution, event.slot);
    else if (ofTask)
        changeTask(execution, event.slot, event.changes);
}

const Execution* World::find(std::string_view workflowId) const noexcept
{
    const ExecutionPtr* execution = executions.find(workflowId);
    return execution ? execution->get() : nullptr;
}

void apply(World& world, const Event& event)
{
    world.now = std::max(world.now, event.at);
    if (event.kind == EventKind::WorkflowStarted && event.started) {
        auto execution = std::make_shared<Execution>();
        apply(*execution, event);
        if (!world.executions.find(event.workflowId))
            world.order.push_back(event.workflowId);
        world.executions.set(event.workflowId, std::move(execution));
        return;
    }
    const ExecutionPtr* execution = world.executions.find(event.workflowId);
    if (!execution)
        return;
    if (event.kind == EventKind::WorkflowRemoved)
        world.executions.erase(event.workflowId);
    else if (!changesNothing(event.kind))
        apply(editable(world.executions.edit(event.workflowId)), event);
}

}  // namespace baton
