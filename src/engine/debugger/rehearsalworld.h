// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/debugger/rehearsal.h"

namespace baton {

/// The running side of a rehearsal: an engine on a virtual clock that stands at the end of the journal and makes one thing
/// happen at a time. Which one follows from the state alone.
class RehearsalWorld {
public:
    enum class Next : std::uint8_t { Happened, Waiting, Nothing, Refused };

    RehearsalWorld(const RehearsalSetup& setup, MemoryJournal& journal, std::uint64_t seed, EpochMs startAt);

    [[nodiscard]] Engine& engine() noexcept { return m_engine; }
    /// Stands at this world instead of at none; handlers that were at work there begin anew.
    void restore(const World& world);

    /// Lets the next thing happen. Happened: the journal has grown. Refused: see error().
    [[nodiscard]] Next happen();
    /// Nothing would happen, and nobody has to answer.
    [[nodiscard]] bool isOver();
    void advanceClock(EpochMs to);
    /// Whoever has the attempt in hand never answers.
    void abandon(const WaitingTask& attempt);
    /// How far the clock would jump with the next thing that happens; none when nothing would.
    [[nodiscard]] std::optional<EpochMs> nextJump();
    [[nodiscard]] std::vector<WaitingTask> waitingTasks();
    [[nodiscard]] Status answer(TaskResult result);
    [[nodiscard]] const Text& error() const noexcept { return m_error; }

private:
    [[nodiscard]] bool hasHandler(std::string_view taskType) const;
    [[nodiscard]] bool isForHand(const TaskRun& task) const;
    [[nodiscard]] bool canPerform(const WorkItem& item, bool& asked);
    [[nodiscard]] std::optional<WorkItem> choose();
    [[nodiscard]] Status perform(const WorkItem& item);
    [[nodiscard]] Status finishAttempt(const WaitingTask& attempt);
    [[nodiscard]] bool someoneIsAsked();
    void moveClock(EpochMs due);

    std::shared_ptr<const TaskRegistry> m_handlers;
    std::shared_ptr<const EnvironmentSource> m_environment;
    FixedDefinitions m_definitions;
    Evaluators m_evaluators;
    SeededIdSource m_ids;
    VirtualClock m_clock;
    MemoryJournal& m_journal;
    Engine m_engine;
    std::vector<WaitingTask> m_abandoned;
    std::vector<WaitingTask> m_polled;   // handed to a handler that has not run yet
    Text m_error;
};

}  // namespace baton
