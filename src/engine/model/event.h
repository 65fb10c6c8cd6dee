// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/model/field.h"

#include <span>

namespace baton {

/// What happened, in words a person debugging would use. Bookkeeping kinds change state but are not worth a stop.
enum class EventKind : std::uint8_t {
    WorkflowStarted,      // carries `started`: the execution before any task
    WorkflowPaused,
    WorkflowResumed,
    WorkflowCompleted,
    WorkflowFailed,
    WorkflowTimedOut,
    WorkflowTerminated,
    WorkflowRetried,
    WorkflowRerun,
    WorkflowRestarted,
    WorkflowRevived,      // by a change in a sub-workflow
    WorkflowChanged,      // any other field; bookkeeping
    WorkflowRemoved,
    VariablesSet,
    TaskScheduled,        // carries `task`: the new attempt
    TaskStarted,          // polled by a worker, or a system task begun
    TaskProgressed,       // answered IN_PROGRESS, or extended its lease
    TaskCompleted,        // also COMPLETED_WITH_ERRORS
    TaskFailed,           // also FAILED_WITH_TERMINAL_ERROR
    TaskTimedOut,
    TaskCanceled,
    TaskSkipped,          // carries `task`
    TaskRetried,          // this attempt was superseded by a retry; bookkeeping
    TaskExecuted,         // its successors were mapped; bookkeeping
    TaskReset,            // put back in place by retry, rerun or revival
    TaskChanged,          // any other field; bookkeeping
    TaskRemoved,
    ClockAdvanced,        // a rehearsal's virtual clock moved to `at`
    TaskLogged,           // changes carry nothing; detail is the log line
};

[[nodiscard]] std::string_view toText(EventKind kind) noexcept;             // stable names, "TaskScheduled"...
[[nodiscard]] std::optional<EventKind> eventKindFrom(std::string_view text) noexcept;
[[nodiscard]] bool isBookkeeping(EventKind kind) noexcept;
[[nodiscard]] bool isTaskEvent(EventKind kind) noexcept;

/// One field's new value. Enumerations travel as integers of the C++ enum; the codec spells them.
struct FieldChange {
    Field field;
    Value value;
    bool operator==(const FieldChange&) const = default;
};

/// A fact. Applying it to the state before gives the state after; nothing else changes state.
struct Event {
    EventKind kind = EventKind::WorkflowChanged;
    TaskSlot slot = kNoTask;                      // the task it is about
    EpochMs at = 0;
    Text workflowId;
    std::vector<FieldChange> changes;
    TaskPtr task;                                 // TaskScheduled, TaskSkipped
    ExecutionPtr started;                         // WorkflowStarted, WorkflowRestarted
    Value detail;                                 // why, for explanations: {"case": "high", ...}; never read by apply
};

/// Puts the event into the execution. Total: an event that does not fit (unknown slot) changes nothing.
void apply(Execution& execution, const Event& event);

/// Several executions and the clock: a whole rehearsal at one moment. Copies share everything.
struct World {
    EpochMs now = 0;
    PersistentMap<Text, ExecutionPtr> executions;
    PersistentVector<Text> order;                 // workflow ids in order of starting; removed ones stay

    [[nodiscard]] const Execution* find(std::string_view workflowId) const noexcept;
    [[nodiscard]] std::uint64_t stateHash() const;
};

/// Applies to the execution the event names (WorkflowStarted adds it, WorkflowRemoved takes it away) and moves `now`.
void apply(World& world, const Event& event);

}  // namespace baton
