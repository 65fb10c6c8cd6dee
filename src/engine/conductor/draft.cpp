// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/draft.h"

#include <algorithm>

namespace baton {

EventKind eventKindOf(TaskStatus status) noexcept
{
    switch (status) {
    case TaskStatus::Scheduled: return EventKind::TaskProgressed;
    case TaskStatus::InProgress: return EventKind::TaskProgressed;
    case TaskStatus::Completed: return EventKind::TaskCompleted;
    case TaskStatus::CompletedWithErrors: return EventKind::TaskCompleted;
    case TaskStatus::Failed: return EventKind::TaskFailed;
    case TaskStatus::FailedWithTerminalError: return EventKind::TaskFailed;
    case TaskStatus::TimedOut: return EventKind::TaskTimedOut;
    case TaskStatus::Canceled: return EventKind::TaskCanceled;
    case TaskStatus::Skipped: return EventKind::TaskSkipped;
    }
    return EventKind::TaskChanged;
}

Draft::Draft(Execution execution, EpochMs now, EngineContext& context)
    : m_execution(std::move(execution))
    , m_now(now)
    , m_context(context)
{
    if (!m_context.cache)
        m_context.cache = std::make_shared<DefinitionCache>();
    m_events.reserve(4);
}

const DefinitionIndex& Draft::index() const
{
    if (!m_index)
        m_index = cache().index(m_execution.definition);
    return *m_index;
}

TaskSlot Draft::latestSlot(const Text& referenceName) const noexcept
{
    const TaskSlot* found = m_execution.latestByReference.find(referenceName);
    return found ? *found : kNoTask;
}

TaskSlot Draft::schedule(TaskRun task, Value detail)
{
    task.scheduledTime = m_now;
    if (task.status != TaskStatus::Skipped) {
        if (task.seq == 0)
            task.seq = m_execution.lastSeq + 1;
        if (task.firstScheduledTime == 0)
            task.firstScheduledTime = m_now;
    }
    const auto slot = static_cast<TaskSlot>(m_execution.tasks.size());
    Event event;
    event.kind = EventKind::TaskScheduled;
    event.slot = slot;
    event.task = std::make_shared<const TaskRun>(std::move(task));
    event.detail = std::move(detail);
    record(std::move(event));
    return slot;
}

void Draft::change(TaskSlot slot, EventKind kind, std::vector<FieldChange> changes, Value detail)
{
    Event event;
    event.kind = kind;
    event.slot = slot;
    event.changes = std::move(changes);
    event.detail = std::move(detail);
    record(std::move(event));
}

void Draft::setStatus(TaskSlot slot, TaskStatus status, std::vector<FieldChange> changes, Value detail)
{
    const TaskRun& before = task(slot);
    changes.push_back({Field::TaskStatus, asValue(status)});
    if (isTerminal(status)) {
        if (before.endTime == 0)
            changes.push_back({Field::TaskEndTime, m_now});
        if (before.updateTime == 0)
            changes.push_back({Field::TaskUpdateTime, m_now});
    } else {
        changes.push_back({Field::TaskUpdateTime, m_now});
    }
    change(slot, eventKindOf(status), std::move(changes), std::move(detail));
}

void Draft::changeWorkflow(EventKind kind, std::vector<FieldChange> changes, Value detail)
{
    Event event;
    event.kind = kind;
    changes.push_back({Field::WorkflowUpdateTime, m_now});
    event.changes = std::move(changes);
    event.detail = std::move(detail);
    record(std::move(event));
}

void Draft::record(Event event)
{
    event.at = m_now;
    if (event.workflowId.empty())
        event.workflowId = event.started ? event.started->workflowId : m_execution.workflowId;
    apply(m_execution, event);
    if (event.slot != kNoTask)
        m_touched.push_back(event.slot);
    if (event.started)
        m_index.reset();
    m_events.push_back(std::move(event));
}

Outcome Draft::finish() &&
{
    return Outcome {std::move(m_execution), std::move(m_events), std::move(m_effects)};
}

}  // namespace baton
