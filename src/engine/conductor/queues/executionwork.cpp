// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/queues/executionwork.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::size_t kFewSlots = 64;

EpochMs delayOf(const TaskRun& task)
{
    // The jitter belongs to a retry that nobody has polled yet.
    return task.callbackAfterMs > 0 && task.pollCount == 0 ? task.callbackAfterMs : task.callbackAfterSeconds * kSecond;
}

bool isJoin(const TaskRun& task)
{
    return task.taskType == "JOIN";
}

const TaskDef* limitedDefinition(const TaskRun& task)
{
    if (!task.workflowTask || !task.workflowTask->taskDefinition)
        return nullptr;
    const TaskDef& definition = *task.workflowTask->taskDefinition;
    return definition.concurrentExecLimit.value_or(0) > 0 ? &definition : nullptr;
}

// Could a JOIN see something new after this? Its own looks and mere bookkeeping do not count.
bool mayMoveJoin(const Event& event)
{
    if (event.kind == EventKind::TaskRemoved || event.kind == EventKind::TaskSkipped)
        return true;
    return std::ranges::any_of(event.changes, [](const FieldChange& change) {
        return change.field == Field::OutputData || change.field == Field::TaskStatus;
    });
}

// Changes of the workflow itself that move its own deadline or stop the sweep.
bool movesDeadline(EventKind kind)
{
    return !isTaskEvent(kind) && kind != EventKind::VariablesSet && kind != EventKind::ClockAdvanced
        && kind != EventKind::WorkflowChanged;
}

// While somebody is asked, nothing times out; what would have is found again when that is over.
bool hasWaitingHuman(const Execution& execution)
{
    return std::ranges::any_of(execution.open, [&](TaskSlot slot) {
        const TaskRun* task = execution.task(slot);
        return task && task->taskType == "HUMAN" && task->status == TaskStatus::InProgress;
    });
}

// Between two events of one command: the flow has not been taken on yet, or the end not been carried through.
bool isDecisionPending(const Execution& execution)
{
    const auto isOver = [&](TaskSlot slot) {
        const TaskRun* task = execution.task(slot);
        return !task || isTerminal(task->status);
    };
    if (isTerminal(execution.status))
        return !std::ranges::all_of(execution.open, isOver);
    return execution.status == WorkflowStatus::Running && (execution.open.empty() || std::ranges::any_of(execution.open, isOver));
}

bool startsOver(EventKind kind)
{
    return kind == EventKind::WorkflowStarted || kind == EventKind::WorkflowRestarted;
}

}  // namespace

ExecutionWork::ExecutionWork(WaitingWork& waiting, InProgressCounts& counts, std::uint64_t index) noexcept
    : m_waiting(waiting), m_counts(counts), m_index(index)
{
}

ExecutionWork::~ExecutionWork()
{
    for (SlotWork& work : m_slots)
        uncount(work);
}

void ExecutionWork::rebuild(const Execution& execution, EpochMs now, bool fromElsewhere)
{
    for (SlotWork& work : m_slots)
        uncount(work);
    m_slots.clear();
    m_idle = 0;
    m_joins.clear();
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot)
        refresh(execution, slot, true, now);
    for (const TaskSlot slot : m_joins)
        queue(at(slot), execution, *execution.task(slot), WorkItem::Kind::SystemTask, now, now);
    const bool pending = fromElsewhere && isDecisionPending(execution);
    setSweep(execution, pending ? std::optional(now) : nextDeadline(execution), now);
    m_sweepTrue = pending;
}

void ExecutionWork::follow(const Execution& execution, std::span<const Event> events, EpochMs now)
{
    if (std::ranges::any_of(events, [](const Event& event) { return startsOver(event.kind); }))
        return rebuild(execution, now);
    bool deadlineMoved = m_sweepLost;
    TaskSlot last = kNoTask;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        deadlineMoved = deadlineMoved || movesDeadline(event.kind);
        const bool renewed = event.kind == EventKind::TaskReset || event.kind == EventKind::TaskScheduled;
        if (event.slot == kNoTask || (event.slot == last && !renewed))
            continue;
        last = event.slot;
        refresh(execution, event.slot, renewed, now);
    }
    if (!m_joins.empty())
        visitJoins(execution, events, now);
    if (deadlineMoved)
        setSweep(execution, nextDeadline(execution), now);
}

void ExecutionWork::visitJoins(const Execution& execution, std::span<const Event> events, EpochMs now)
{
    TaskSlot mover = kNoTask;
    bool several = false;
    for (const Event& event : events) {
        if (event.slot == kNoTask || !mayMoveJoin(event))
            continue;
        several = several || (mover != kNoTask && mover != event.slot);
        mover = event.slot;
    }
    if (mover == kNoTask)
        return;
    for (const TaskSlot slot : m_joins) {
        SlotWork& work = at(slot);
        if ((several || slot != mover) && !work.ticket)
            queue(work, execution, *execution.task(slot), WorkItem::Kind::SystemTask, now, now);
    }
}

ExecutionWork::SlotWork& ExecutionWork::at(TaskSlot slot)
{
    if (m_slots.empty() || m_slots.back().slot < slot) {
        m_slots.push_back({.slot = slot, .visited = {}, .countedAs = {}, .ticket = {}});
        return m_slots.back();
    }
    const auto found = std::ranges::lower_bound(m_slots, slot, {}, &SlotWork::slot);
    if (found->slot == slot)
        return *found;
    return *m_slots.insert(found, {.slot = slot, .visited = {}, .countedAs = {}, .ticket = {}});
}

void ExecutionWork::drop(TaskSlot slot)
{
    std::erase(m_joins, slot);
    const auto found = std::ranges::lower_bound(m_slots, slot, {}, &SlotWork::slot);
    if (found == m_slots.end() || found->slot != slot)
        return;
    uncount(*found);
    if (m_slots.size() <= kFewSlots) {
        m_slots.erase(found);
        return;
    }
    // Taking one out of many moves the others: that is done for half of them at once.
    found->ticket = {};
    found->visited.reset();
    if (++m_idle * 2 <= m_slots.size())
        return;
    std::erase_if(m_slots, [](const SlotWork& work) { return !work.ticket && !work.visited && work.countedAs.empty(); });
    m_idle = 0;
}

void ExecutionWork::refresh(const Execution& execution, TaskSlot slot, bool renewed, EpochMs now)
{
    const TaskRun* task = execution.task(slot);
    if (!task || isTerminal(task->status))
        return drop(slot);
    const TaskDuty duty = dutyOf(task->taskType);
    if (duty == TaskDuty::Worker) {
        SlotWork& work = at(slot);
        count(work, *task);
        if (task->status == TaskStatus::Scheduled)
            queue(work, execution, *task, WorkItem::Kind::WorkerTask, std::max(task->scheduledTime, task->updateTime) + delayOf(*task), now);
        else
            work.ticket = {};
    } else if (duty == TaskDuty::Asynchronous) {
        SlotWork& work = at(slot);
        if (renewed || (work.visited && *work.visited != task->status))
            work.visited.reset();
        refreshOwn(execution, *task, work, now);
    }
    const std::optional<EpochMs> deadline = taskDeadline(execution, *task);
    if (deadline && execution.status == WorkflowStatus::Running && (!m_sweep || *deadline < m_sweep.work().due))
        setSweep(execution, deadline, now);
    m_sweepTrue = false;
}

void ExecutionWork::refreshOwn(const Execution& execution, const TaskRun& task, SlotWork& work, EpochMs now)
{
    const TaskSlot slot = work.slot;
    if (isJoin(task) && task.status == TaskStatus::InProgress) {
        if (std::ranges::find(m_joins, slot) == m_joins.end()) {
            m_joins.push_back(slot);
            queue(work, execution, task, WorkItem::Kind::SystemTask, now, now);
        }
        return;
    }
    if (work.visited)
        return;
    if (const std::optional<EpochMs> due = visitDue(task))
        queue(work, execution, task, WorkItem::Kind::SystemTask, *due, now);
    else if (work.ticket && work.ticket.work().kind == WorkItem::Kind::SystemTask)
        work.ticket = {};
}

void ExecutionWork::queue(SlotWork& work, const Execution& execution, const TaskRun& task, WorkItem::Kind kind, EpochMs due,
                          EpochMs now)
{
    if (work.ticket && work.ticket.work().kind == kind && work.ticket.work().domain == task.domain
        && work.ticket.work().priority == task.workflowPriority) {
        if (work.ticket.work().due != due)
            m_waiting.move(work.ticket, due, now);
        return;
    }
    WorkItem item;
    item.kind = kind;
    item.due = due;
    item.priority = task.workflowPriority;
    item.order = (m_index << 32) | work.slot;
    item.workflowId = execution.workflowId;
    item.slot = work.slot;
    item.taskType = kind == WorkItem::Kind::WorkerTask
        ? queueName({}, task.taskType, task.executionNameSpace, task.isolationGroupId) : task.taskType;
    item.domain = task.domain;
    work.ticket = m_waiting.add(std::move(item), now);
}

void ExecutionWork::count(SlotWork& work, const TaskRun& task)
{
    if (task.status != TaskStatus::InProgress)
        return uncount(work);
    const TaskDef* definition = limitedDefinition(task);
    if (!definition || !work.countedAs.empty())
        return;
    work.countedAs = definition->name;
    ++m_counts[definition->name];
}

void ExecutionWork::uncount(SlotWork& work)
{
    if (work.countedAs.empty())
        return;
    const auto found = m_counts.find(work.countedAs);
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
    work.countedAs = {};
}

void ExecutionWork::visited(const Execution& execution, TaskSlot slot)
{
    const TaskRun* task = execution.task(slot);
    if (!task || isTerminal(task->status))
        return;
    SlotWork& work = at(slot);
    work.visited = task->status;
    if (work.ticket && work.ticket.work().kind == WorkItem::Kind::SystemTask)
        work.ticket = {};
}

void ExecutionWork::addCall(const Execution& execution, TaskSlot slot, EpochMs now)
{
    const TaskRun* task = execution.task(slot);
    if (task && !isTerminal(task->status))
        queue(at(slot), execution, *task, WorkItem::Kind::OutsideCall, now, now);
}

void ExecutionWork::addVisit(const Execution& execution, TaskSlot slot, EpochMs now)
{
    const TaskRun* task = execution.task(slot);
    if (task && !isTerminal(task->status))
        queue(at(slot), execution, *task, WorkItem::Kind::SystemTask, now, now);
}

void ExecutionWork::postpone(TaskSlot slot, EpochMs due, EpochMs now)
{
    const auto found = std::ranges::lower_bound(m_slots, slot, {}, &SlotWork::slot);
    if (found != m_slots.end() && found->slot == slot && found->ticket)
        m_waiting.move(found->ticket, due, now);
}

void ExecutionWork::setSweep(const Execution& execution, std::optional<EpochMs> due, EpochMs now)
{
    m_sweepLost = false;
    if (!due) {
        m_sweep = {};
        m_sweepLost = execution.status == WorkflowStatus::Running && hasWaitingHuman(execution);
    } else if (m_sweep) {
        m_waiting.move(m_sweep, *due, now);
    } else {
        WorkItem item;
        item.kind = WorkItem::Kind::Sweep;
        item.due = *due;
        item.priority = execution.priority;
        item.order = (m_index << 32) | kNoTask;
        item.workflowId = execution.workflowId;
        m_sweep = m_waiting.add(std::move(item), now);
    }
}

void ExecutionWork::swept(const Execution& execution, EpochMs now)
{
    const std::optional<EpochMs> due = nextDeadline(execution);
    // A time-out that stays due although a sweep did nothing about it would be swept for ever.
    setSweep(execution, due && *due > now ? due : std::nullopt, now);
    m_sweepLost = m_sweepLost || (due && *due <= now);
    m_sweepTrue = true;
}

bool ExecutionWork::verifySweep(const Execution& execution, EpochMs now)
{
    if (m_sweepTrue || !m_sweep)
        return true;
    const std::optional<EpochMs> due = nextDeadline(execution);
    m_sweepTrue = true;
    if (due && *due == m_sweep.work().due)
        return true;
    setSweep(execution, due, now);
    return false;
}

}  // namespace baton
