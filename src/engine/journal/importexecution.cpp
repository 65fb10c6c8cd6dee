// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/importexecution.h"

#include "engine/journal/taskstory.h"
#include "engine/model/codec.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace baton {
namespace {

constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();

/// Something that happened, to be put in order. `task`: index into the tasks of the later execution.
struct Happening {
    EpochMs at = 0;
    std::int64_t rank = kFirst;
    EventKind kind = EventKind::WorkflowChanged;
    std::size_t task = kNoIndex;
    TaskPhase phase {};
};

EventKind endKind(WorkflowStatus status)
{
    switch (status) {
    case WorkflowStatus::Completed: return EventKind::WorkflowCompleted;
    case WorkflowStatus::Failed: return EventKind::WorkflowFailed;
    case WorkflowStatus::TimedOut: return EventKind::WorkflowTimedOut;
    case WorkflowStatus::Terminated: return EventKind::WorkflowTerminated;
    case WorkflowStatus::Paused: return EventKind::WorkflowPaused;
    case WorkflowStatus::Running: break;
    }
    return EventKind::WorkflowChanged;
}

bool containsText(const Value& list, const Text& text)
{
    const auto items = list.items();
    return std::any_of(items.begin(), items.end(), [&](const Value& item) { return item.isText() && item.asText() == text; });
}

/// Alike in what no event can change.
bool isSameAttempt(const TaskRun& a, const TaskRun& b)
{
    return a.taskId == b.taskId && a.referenceTaskName == b.referenceTaskName && a.workflowPriority == b.workflowPriority
        && a.correlationId == b.correlationId && a.parentTaskId == b.parentTaskId
        && a.executionNameSpace == b.executionNameSpace && a.isolationGroupId == b.isolationGroupId;
}

bool setsVariables(const TaskRun& task)
{
    return task.taskType == "SET_VARIABLE" && task.status == TaskStatus::Completed;
}

/// The execution as it must have been when it was started.
Execution asStarted(const Execution& execution, const std::vector<TaskPtr>& tasks)
{
    static const Key tasksKey("tasks");
    Execution state = execution;
    state.tasks = {};
    rebuildIndexes(state);
    state.status = WorkflowStatus::Running;
    state.updateTime = execution.createTime;
    state.endTime = state.lastRetriedTime = 0;
    state.reasonForIncompletion = Text();
    if (!execution.output.isNull())
        state.output = Value::object();
    for (Value Execution::*list : {&Execution::failedReferenceTaskNames, &Execution::failedTaskNames}) {
        if (!(execution.*list).isNull())
            state.*list = Value::array();
    }
    const auto setter = std::find_if(tasks.begin(), tasks.end(), [](const TaskPtr& task) { return setsVariables(*task); });
    if (setter != tasks.end() && execution.definition && execution.definition->variables.isObject())
        state.variables = execution.definition->variables;
    else if (setter != tasks.end())
        state.variables = Value::object();
    ObjectBuilder kept;
    for (const Member& member : execution.unknownFields.members()) {
        if (!fieldFrom(member.key, false) && member.key != tasksKey)
            kept.set(member.key, member.value);
    }
    state.unknownFields = kept.size() > 0 ? std::move(kept).build() : Value();
    return state;
}

/// Finds what happened between two looks and says it in order.
class Account {
public:
    explicit Account(const Execution& after) : m_after(after), m_tasks(after.tasksBySeq()) { }

    std::vector<Event> sinceStart(EventKind kind)
    {
        m_now = asStarted(m_after, m_tasks);
        Event event = make(kind, m_after.createTime);
        event.started = std::make_shared<Execution>(m_now);
        event.detail = Value::object({{"imported", true}});
        m_events.push_back(std::move(event));
        if (m_after.lastRetriedTime > 0)
            m_happenings.push_back({m_after.lastRetriedTime, kFirst, EventKind::WorkflowRetried});
        m_slots.assign(m_tasks.size(), kNoTask);
        return tell();
    }

    std::vector<Event> since(const Execution& before)
    {
        m_now = before;
        const std::size_t known = match(before);
        if (known == 0 && std::any_of(m_gone.begin(), m_gone.end(), [](bool gone) { return gone; }))
            return sinceStart(EventKind::WorkflowRestarted);
        reopen(before);
        for (TaskSlot slot = 0; slot < m_gone.size(); ++slot) {
            if (m_gone[slot])
                emit(EventKind::TaskRemoved, m_after.updateTime, slot, {});
        }
        return tell();
    }

private:
    Event make(EventKind kind, EpochMs at) const
    {
        Event event;
        event.kind = kind;
        event.at = m_events.empty() ? at : std::max(at, m_events.back().at);
        event.workflowId = m_after.workflowId;
        return event;
    }

    void emit(EventKind kind, EpochMs at, TaskSlot slot, std::vector<FieldChange> changes)
    {
        Event event = make(kind, at);
        event.slot = slot;
        event.changes = std::move(changes);
        apply(m_now, event);
        m_events.push_back(std::move(event));
    }

    /// Finds the slots of the tasks that were there before, by id (of equal ids in order of seq), and those that are gone.
    std::size_t match(const Execution& before)
    {
        std::vector<TaskSlot> there;
        m_gone.assign(before.tasks.size(), false);
        for (TaskSlot slot = 0; slot < m_gone.size(); ++slot) {
            if (before.task(slot))
                there.push_back(slot);
        }
        std::stable_sort(there.begin(), there.end(), [&before](TaskSlot a, TaskSlot b) {
            return before.task(a)->seq < before.task(b)->seq;
        });
        std::unordered_map<Text, std::vector<TaskSlot>> slots;   // of each id; the first one is at the back
        for (auto slot = there.rbegin(); slot != there.rend(); ++slot) {
            m_gone[*slot] = true;
            slots[before.task(*slot)->taskId].push_back(*slot);
        }
        m_slots.assign(m_tasks.size(), kNoTask);
        std::size_t found = 0;
        for (std::size_t i = 0; i < m_tasks.size(); ++i) {
            const auto known = slots.find(m_tasks[i]->taskId);
            if (known == slots.end() || known->second.empty())
                continue;
            if (!isSameAttempt(*before.task(known->second.back()), *m_tasks[i]))
                continue;
            m_slots[i] = known->second.back();
            known->second.pop_back();
            m_gone[m_slots[i]] = false;
            ++found;
        }
        return found;
    }

    /// It had ended, or stood still, and runs again.
    void reopen(const Execution& before)
    {
        const bool again = before.status != m_after.status && before.status != WorkflowStatus::Running
            && !isTerminal(m_after.status);
        if (!again)
            return;
        Execution running = before;
        running.status = WorkflowStatus::Running;
        running.endTime = m_after.endTime;
        running.lastRetriedTime = m_after.lastRetriedTime;
        running.reasonForIncompletion = m_after.reasonForIncompletion;
        const bool retried = before.lastRetriedTime != m_after.lastRetriedTime;
        const EventKind kind = before.status == WorkflowStatus::Paused ? EventKind::WorkflowResumed
            : retried                                                  ? EventKind::WorkflowRetried
                                                                       : EventKind::WorkflowRerun;
        emit(kind, retried ? m_after.lastRetriedTime : before.updateTime, kNoTask, fieldChanges(before, running));
    }

    std::vector<Event> tell()
    {
        collectTasks();
        if (m_now.status != m_after.status || m_after.status != WorkflowStatus::Running) {
            const EpochMs at = m_after.endTime > 0 ? m_after.endTime : m_after.updateTime;
            m_happenings.push_back({at, kLast, endKind(m_after.status)});
        }
        std::stable_sort(m_happenings.begin(), m_happenings.end(), [](const Happening& a, const Happening& b) {
            return std::tie(a.at, a.rank) < std::tie(b.at, b.rank);
        });
        for (Happening& happening : m_happenings) {
            if (happening.task == kNoIndex)
                sayWorkflow(happening);
            else
                sayTask(happening);
        }
        auto rest = fieldChanges(m_now, m_after);
        if (!rest.empty())
            emit(EventKind::WorkflowChanged, m_after.updateTime, kNoTask, std::move(rest));
        return std::move(m_events);
    }

    void collectTasks()
    {
        const auto ranks = endRanks(m_tasks);
        const auto starts = startRanks(m_tasks);
        std::map<int, EpochMs> lastOfSeq;   // tasks of one seq keep the order in which the server lists them
        for (std::size_t i = 0; i < m_tasks.size(); ++i) {
            const TaskRun& task = *m_tasks[i];
            const TaskRun* before = m_slots[i] == kNoTask ? nullptr : m_now.task(m_slots[i]);
            EpochMs earliest = std::max(m_after.createTime, lastOfSeq[task.seq]);
            for (TaskPhase& phase : phasesBetween(before, task)) {
                earliest = std::max(earliest, phase.at);
                if (phase.kind == EventKind::TaskScheduled || phase.kind == EventKind::TaskSkipped)
                    lastOfSeq[task.seq] = earliest;
                // A JOIN begins to wait in the moment it is there.
                const bool begins = phase.kind == EventKind::TaskScheduled
                    || (phase.kind == EventKind::TaskStarted && task.taskType == "JOIN");
                const std::int64_t rank = phase.final ? ranks[i] : begins ? starts[i] : startRank(task);
                m_happenings.push_back({earliest, rank, phase.kind, i, std::move(phase)});
            }
        }
    }

    void sayWorkflow(const Happening& happening)
    {
        if (happening.kind == EventKind::WorkflowRetried) {
            emit(happening.kind, happening.at, kNoTask, {{Field::LastRetriedTime, m_after.lastRetriedTime}});
            return;
        }
        auto changes = fieldChanges(m_now, m_after);
        if (!changes.empty())
            emit(happening.kind, happening.at, kNoTask, std::move(changes));
    }

    void sayTask(Happening& happening)
    {
        TaskPhase& phase = happening.phase;
        TaskSlot& slot = m_slots[happening.task];
        if (slot == kNoTask) {
            slot = static_cast<TaskSlot>(m_now.tasks.size());
            Event event = make(phase.kind, happening.at);
            event.slot = slot;
            event.task = std::make_shared<TaskRun>(std::move(phase.state));
            apply(m_now, event);
            m_events.push_back(std::move(event));
            return;
        }
        if (phase.kind == EventKind::TaskCompleted && setsVariables(phase.state)) {
            Value variables = m_now.variables.mergedWith(phase.state.inputData);
            emit(EventKind::VariablesSet, happening.at, slot, {{Field::Variables, std::move(variables)}});
        }
        auto changes = fieldChanges(*m_now.task(slot), phase.state);
        if (phase.kind == EventKind::TaskFailed || phase.kind == EventKind::TaskTimedOut) {
            addName(changes, Field::FailedReferenceTaskNames, &Execution::failedReferenceTaskNames,
                    phase.state.referenceTaskName);
            addName(changes, Field::FailedTaskNames, &Execution::failedTaskNames, phase.state.taskDefName);
        }
        emit(phase.kind, happening.at, slot, std::move(changes));
    }

    void addName(std::vector<FieldChange>& changes, Field field, Value Execution::*list, const Text& name) const
    {
        const Value& now = m_now.*list;
        if (containsText(m_after.*list, name) && !containsText(now, name))
            changes.push_back({field, now.isArray() ? now.appended(name) : Value::array({name})});
    }

    const Execution& m_after;
    std::vector<TaskPtr> m_tasks;          // of m_after
    std::vector<TaskSlot> m_slots;         // of each of them; kNoTask until it is scheduled
    std::vector<bool> m_gone;              // slots of the earlier look whose task is no longer there
    Execution m_now;                       // what the events so far give
    std::vector<Happening> m_happenings;
    std::vector<Event> m_events;
};

}  // namespace

Result<std::vector<Event>> importExecution(const Value& json)
{
    const auto execution = executionFrom(json);
    if (!execution)
        return execution.error();
    return eventsOf(**execution);
}

std::vector<Event> eventsOf(const Execution& execution)
{
    return Account(execution).sinceStart(EventKind::WorkflowStarted);
}

std::vector<Event> eventsBetween(const Execution& before, const Execution& after)
{
    if (before.workflowId != after.workflowId)
        return eventsOf(after);
    return Account(after).since(before);
}

}  // namespace baton
