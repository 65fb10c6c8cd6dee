// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/queues/waitingwork.h"

#include <span>

namespace baton {

/// How many tasks of each definition with a concurrentExecLimit are in workers' hands.
using InProgressCounts = TextMap<std::size_t>;

/// The waiting work of one execution, kept in step with its events: what workers can poll, what the engine has to visit,
/// and when it has to be swept for time-outs. All of it follows from the execution's state, so that it can be rebuilt.
class ExecutionWork {
public:
    ExecutionWork(WaitingWork& waiting, InProgressCounts& counts, std::uint64_t index) noexcept;
    ~ExecutionWork();
    ExecutionWork(ExecutionWork&&) = delete;

    /// Makes everything anew from the state. A state from elsewhere may be the middle of something: it is swept at once
    /// when a decision is pending in it.
    void rebuild(const Execution& execution, EpochMs now, bool fromElsewhere = false);
    /// Follows what just happened; `execution` is the state after the events.
    void follow(const Execution& execution, std::span<const Event> events, EpochMs now);

    /// A visit or sweep was performed: it waits no more until something changes.
    void visited(const Execution& execution, TaskSlot slot);
    void swept(const Execution& execution, EpochMs now);
    /// An effect left the engine and nobody took it: it waits to be answered.
    void addCall(const Execution& execution, TaskSlot slot, EpochMs now);
    /// Something else in the world may concern this task: look at it.
    void addVisit(const Execution& execution, TaskSlot slot, EpochMs now);
    void postpone(TaskSlot slot, EpochMs due, EpochMs now);
    /// Puts the sweep to its true moment; false when it had been believed too early.
    [[nodiscard]] bool verifySweep(const Execution& execution, EpochMs now);

private:
    struct SlotWork {
        TaskSlot slot = kNoTask;
        std::optional<TaskStatus> visited;   // the status in which the last visit left it
        Text countedAs;                      // the definition whose limit it counts for
        WaitingWork::Ticket ticket;
    };

    SlotWork& at(TaskSlot slot);
    void drop(TaskSlot slot);
    void refresh(const Execution& execution, TaskSlot slot, bool renewed, EpochMs now);
    void refreshOwn(const Execution& execution, const TaskRun& task, SlotWork& work, EpochMs now);
    void count(SlotWork& work, const TaskRun& task);
    void uncount(SlotWork& work);
    void queue(SlotWork& work, const Execution& execution, const TaskRun& task, WorkItem::Kind kind, EpochMs due, EpochMs now);
    void visitJoins(const Execution& execution, std::span<const Event> events, EpochMs now);
    void setSweep(const Execution& execution, std::optional<EpochMs> due, EpochMs now);

    WaitingWork& m_waiting;
    InProgressCounts& m_counts;
    std::uint64_t m_index;
    std::vector<SlotWork> m_slots;           // ascending by slot; some of a wide fork's may have nothing to wait for any more
    std::size_t m_idle = 0;                  // about how many
    std::vector<TaskSlot> m_joins;           // in progress
    WaitingWork::Ticket m_sweep;
    bool m_sweepLost = false;                // dropped although something may still time out: find out at the next change
    bool m_sweepTrue = false;                // its moment was checked since the last change
};

}  // namespace baton
