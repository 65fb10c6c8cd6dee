// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/model/field.h"

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

using EventPtr = std::shared_ptr<const Event>;

/// Takes every event as it happens, in order, on the thread that makes them. A journal is one; an engine whose events nobody
/// keeps (replay) has none, or one that only counts.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void take(const Event& event) = 0;
    /// The engine came to rest: what was taken since the last time belongs together, as one transaction of a store.
    virtual void settled() { }
};

/// Puts the event into the execution. Total: what does not fit changes nothing (a slot that is not there; a new task whose
/// slot is not tasks.size()). A TaskRun that only this execution holds is changed in place, else copied first; so a TaskRun
/// handed to a TaskPtr must have been made non-const (std::make_shared<TaskRun>), and a reference to a task is good until
/// the next apply only. Keep a TaskPtr, or a copy of the Execution, to keep a moment.
void apply(Execution& execution, const Event& event);

/// Several executions and the clock: a whole rehearsal at one moment. Copies share everything. What is said above of TaskPtr
/// holds for ExecutionPtr too.
struct World {
    EpochMs now = 0;
    PersistentMap<Text, ExecutionPtr> executions;
    PersistentVector<Text> order;                 // workflow ids in order of starting; removed ones stay

    [[nodiscard]] const Execution* find(std::string_view workflowId) const noexcept;
    [[nodiscard]] std::uint64_t stateHash() const;
};

/// Applies to the execution the event names (WorkflowStarted adds it, WorkflowRemoved takes it away) and moves `now` to
/// event.at, never back.
void apply(World& world, const Event& event);

}  // namespace baton
