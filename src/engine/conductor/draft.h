// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/decider.h"

#include <initializer_list>

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

    /// Adds a new attempt; seq, scheduledTime and firstScheduledTime are given here.
    TaskSlot schedule(TaskRun task, Value detail = {});
    void change(TaskSlot slot, EventKind kind, std::vector<FieldChange> changes, Value detail = {});
    void changeWorkflow(EventKind kind, std::vector<FieldChange> changes, Value detail = {});
    void emit(Event event);                       // anything else: TaskSkipped, TaskRemoved, WorkflowRestarted
    void require(Effect effect) { m_effects.push_back(std::move(effect)); }

    [[nodiscard]] Outcome finish() &&;

private:
    Execution m_execution;
    EpochMs m_now;
    EngineContext& m_context;
    std::vector<Event> m_events;
    std::vector<Effect> m_effects;
};

}  // namespace baton
