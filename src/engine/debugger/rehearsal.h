// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"
#include "engine/journal/journal.h"
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
};

enum class StepKind : std::uint8_t { Event, Task, Decision, End };

/// How a move ended: where the cursor stands and why it stopped there.
struct StepReport {
    enum class Stop : std::uint8_t { Moved, AtStart, AtEnd, Waiting, ReachedTask, Failed };
    Stop stop = Stop::Moved;
    std::size_t position = 0;
    TaskSlot slot = kNoTask;
    Text workflowId;
    Text detail;                                      // English detail for logs; the window makes its own sentence
};

/// One rehearsal under a debugger: a journal that grows only at its end, a cursor that goes anywhere. Going back folds the
/// journal and never runs a task. Going forward replays what is recorded, then lets the next thing happen on a virtual
/// clock (the next timer comes at once). Single-threaded: the thread that made it.
class Rehearsal {
public:
    [[nodiscard]] static Result<std::unique_ptr<Rehearsal>> start(RehearsalSetup setup);
    ~Rehearsal();

    [[nodiscard]] const Journal& journal() const noexcept;
    [[nodiscard]] std::size_t position() const noexcept;     // events applied: 0..journal().size()
    [[nodiscard]] const World& world() const noexcept;       // at the cursor
    [[nodiscard]] const Text& mainWorkflowId() const noexcept;
    [[nodiscard]] const RehearsalSetup& setup() const noexcept;
    [[nodiscard]] bool isFinished() const noexcept;          // at the end of the journal and nothing can happen any more

    StepReport stepForward(StepKind kind = StepKind::Event);  // to the next event that is no bookkeeping, task, decision, end
    StepReport stepBack(StepKind kind = StepKind::Event);
    StepReport run();                                         // to the end, or until it waits for an answer by hand
    StepReport runTo(std::string_view referenceName);         // until an attempt of that task is scheduled
    StepReport moveTo(std::size_t position);                  // within what is recorded
    StepReport reset();                                       // back to the start; keeps what is recorded
    /// Answers a waiting worker, HUMAN or mockable task by hand, at the end of the journal.
    Result<StepReport> answer(TaskResult result);

private:
    struct State;
    explicit Rehearsal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace baton
