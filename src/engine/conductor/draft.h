// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/decider.h"
#include "engine/conductor/definitionindex.h"

#include <algorithm>

namespace baton {

/// The work sheet of one decide call: every change goes through it, is applied at once to its own copy of the execution and
/// kept as an event. Task types and operations see nothing else.
class Draft {
public:
    Draft(Execution execution, EpochMs now, EngineContext& context);

    [[nodiscard]] const Execution& execution() const noexcept { return m_execution; }
    [[nodiscard]] const TaskRun& task(TaskSlot slot) const noexcept { return *m_execution.task(slot); }
    [[nodiscard]] EpochMs now() const noexcept { return m_now; }
    [[nodiscard]] EngineContext& context() const noexcept { return m_context; }
    [[nodiscard]] DefinitionCache& cache() const noexcept { return *m_context.cache; }
    /// The definition, prepared. Valid for the life of this draft.
    [[nodiscard]] const DefinitionIndex& index() const;
    [[nodiscard]] Text newId() const { return Text(m_context.ids.nextId()); }

    /// The newest attempt of that name; kNoTask when there is none.
    [[nodiscard]] TaskSlot latestSlot(const Text& referenceName) const noexcept;
    [[nodiscard]] bool hasTasks() const noexcept { return m_execution.latestByReference.size() > 0; }

    /// Adds a new attempt; seq (unless the task is SKIPPED), scheduledTime and firstScheduledTime are given here.
    TaskSlot schedule(TaskRun task, Value detail = {});
    void change(TaskSlot slot, EventKind kind, std::vector<FieldChange> changes, Value detail = {});
    /// A task's new status with all that goes with it: end time, event kind. Further changes go along.
    void setStatus(TaskSlot slot, TaskStatus status, std::vector<FieldChange> changes = {}, Value detail = {});
    void changeWorkflow(EventKind kind, std::vector<FieldChange> changes, Value detail = {});
    void record(Event event);                       // anything else: TaskSkipped, TaskRemoved, WorkflowRestarted
    void require(Effect effect) { m_effects.push_back(std::move(effect)); }

    /// A loop was looked at in this call while its round went on: if it is cancelled now, it keeps what the round has so far.
    void noteLook(TaskSlot slot) { m_lookedAt.push_back(slot); }
    [[nodiscard]] bool wasLookedAt(TaskSlot slot) const noexcept { return std::ranges::find(m_lookedAt, slot) != m_lookedAt.end(); }

    /// Slots scheduled or changed since the last call, in order, with repetitions.
    [[nodiscard]] std::vector<TaskSlot> takeTouched() noexcept { return std::exchange(m_touched, {}); }

    [[nodiscard]] Outcome finish() &&;

private:
    Execution m_execution;
    EpochMs m_now;
    EngineContext& m_context;
    mutable DefinitionIndexPtr m_index;
    std::vector<Event> m_events;
    std::vector<Effect> m_effects;
    std::vector<TaskSlot> m_touched;
    std::vector<TaskSlot> m_lookedAt;
};

/// The event that says a task came to this status.
[[nodiscard]] EventKind eventKindOf(TaskStatus status) noexcept;
[[nodiscard]] inline Value asValue(TaskStatus status) noexcept { return static_cast<int>(status); }
[[nodiscard]] inline Value asValue(WorkflowStatus status) noexcept { return static_cast<int>(status); }

}  // namespace baton
