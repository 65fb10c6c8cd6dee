// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"
#include "engine/debugger/steppoints.h"
#include "engine/journal/checkpoints.h"
#include "engine/task/taskregistry.h"

namespace baton {

/// What a rehearsal is made from. Everything is held by value or shared; nothing outside is touched.
struct RehearsalSetup {
    WorkflowDefPtr workflow;
    std::vector<WorkflowDefPtr> library;              // sub-workflows, failure workflows
    std::vector<TaskDefPtr> taskDefs;
    Value input;
    Text correlationId;
    std::shared_ptr<const TaskRegistry> handlers;     // task types without a handler wait for an answer by hand
    std::shared_ptr<const EnvironmentSource> environment;
    EpochMs startAt = 0;
    std::uint64_t seed = 1;
    bool recorded = false;                            // the journal is a server's record: a fork mends what it cut apart
};

/// How a move ended: where the cursor stands and why it stopped there.
struct StepReport {
    /// Waiting: `slot` of `workflowId` has to be answered by hand. Failed: the engine refused or does not come to an end.
    /// Breakpoint comes from a Debugger only.
    enum class Stop : std::uint8_t { Moved, AtStart, AtEnd, Waiting, ReachedTask, Failed, Breakpoint };
    Stop stop = Stop::Moved;
    std::size_t position = 0;
    TaskSlot slot = kNoTask;                          // what the last event passed is about, or what is waited for
    Text workflowId;
    Text detail;                                      // English detail for logs; the window makes its own sentence
};

/// A task that only a person can move on.
struct WaitingTask {
    Text workflowId;
    TaskSlot slot = kNoTask;
    bool operator==(const WaitingTask&) const = default;
};

/// One rehearsal under a debugger: a journal that grows only at its end, a cursor that goes anywhere. Going back folds the
/// journal and never runs a task. Going forward replays what is recorded, then lets the next thing happen on a virtual
/// clock (the next timer comes at once). While somebody has to answer, timers still come but nothing times out of itself.
/// Single-threaded: the thread that made it.
class Rehearsal {
public:
    /// The workflow is started; the cursor stands before its first event.
    [[nodiscard]] static Result<std::unique_ptr<Rehearsal>> start(RehearsalSetup setup);
    /// Takes up a journal from elsewhere (a saved session, an imported execution); the cursor stands at its end. Its first
    /// WorkflowStarted names the main workflow. InvalidArgument when there is none.
    [[nodiscard]] static Result<std::unique_ptr<Rehearsal>> resume(RehearsalSetup setup, MemoryJournal journal);
    /// What if: another rehearsal that shares the first `position` events and goes its own way from there. It also has the
    /// events that followed at once (a task completes and the next is scheduled); the cursor stands at `position`.
    [[nodiscard]] Result<std::unique_ptr<Rehearsal>> fork(std::size_t position) const;
    /// The same with exactly the first `position` events, even between two of one breath: what followed is decided anew. For
    /// edits of what those events say.
    [[nodiscard]] Result<std::unique_ptr<Rehearsal>> forkExactly(std::size_t position) const;
    ~Rehearsal();

    [[nodiscard]] const Journal& journal() const noexcept;
    [[nodiscard]] const MemoryJournal& record() const noexcept;   // the same, for saving and comparing
    [[nodiscard]] std::size_t position() const noexcept;     // events applied: 0..journal().size()
    [[nodiscard]] const World& world() const noexcept;       // at the cursor
    [[nodiscard]] const Text& mainWorkflowId() const noexcept;
    [[nodiscard]] const RehearsalSetup& setup() const noexcept;
    [[nodiscard]] const Checkpoints& checkpoints() const noexcept;   // along the journal, for other cursors on it
    /// Folds ahead for later jumps, at most `count` events; true when nothing is left to do. For idle moments.
    bool prepare(std::size_t count);
    [[nodiscard]] bool isFinished() const;                   // at the end of the journal and nothing can happen any more
    /// The tasks that wait for an answer by hand at the end of the journal.
    [[nodiscard]] std::vector<WaitingTask> waitingTasks() const;

    StepReport stepForward(StepKind kind = StepKind::Event);
    StepReport stepBack(StepKind kind = StepKind::Event);
    StepReport run();                                         // to the end, or until it waits for an answer by hand
    StepReport runTo(std::string_view referenceName);         // until an attempt of that task is scheduled
    StepReport moveTo(std::size_t position);                  // within what is recorded
    StepReport reset();                                       // back to the start; keeps what is recorded
    /// Stops a run from another thread, after what is happening now. The next move clears it.
    void interrupt() noexcept;

    /// Answers a waiting worker, HUMAN, WAIT or mockable task by hand, and steps over it. Only taskId and what is to be
    /// said are needed. Conflict when the cursor is not at the end of the journal (fork there instead) or the task has
    /// ended; NotFound when there is none such.
    Result<StepReport> answer(TaskResult result);
    /// Moves the virtual clock on, at the end of the journal; an earlier moment changes nothing.
    void advanceClock(EpochMs to);
    /// The handler that has this attempt in hand will never answer: its worker crashed.
    void abandon(const Text& workflowId, TaskSlot slot);
    /// How far the virtual clock would jump with the next thing that happens; none when the journal goes on after the
    /// cursor, or nothing would happen. For those who want to wait that long.
    [[nodiscard]] std::optional<EpochMs> nextJump() const;
    /// Any other command a client could give (pause, terminate, rerun, an edit...), at the end of the journal; Conflict elsewhere.
    Result<StepReport> command(std::string_view workflowId, const Command& command);

private:
    struct State;
    explicit Rehearsal(std::unique_ptr<State> state);
    [[nodiscard]] static Result<std::unique_ptr<Rehearsal>> resume(RehearsalSetup setup, MemoryJournal journal,
                                                                   Checkpoints checkpoints);
    std::unique_ptr<State> m_state;
};

}  // namespace baton
