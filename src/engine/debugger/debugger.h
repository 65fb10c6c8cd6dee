// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/breakpointscan.h"
#include "engine/debugger/rehearsal.h"

#include <optional>

namespace baton {

/// What a person can ask a debugger to do. Forward moves stop at breakpoints on the way; Back... and what follows never run
/// a task.
enum class Move : std::uint8_t {
    Event,            // to the next event that is no bookkeeping
    Task,             // to the next end of an attempt, wherever
    Decision,         // to the next decision
    Over,             // to the next end of an attempt here or further out: sub-workflows and loops pass as one
    Into,             // into the sub-workflow or iteration that begins next, else like Task
    Out,              // until this branch, loop or sub-workflow is left
    Iteration,        // until the loop's next iteration begins, or the loop ends
    Run,              // to the end, or until a task waits for an answer by hand
    ToTask,           // until an attempt of the named task is scheduled
    BackEvent,
    BackTask,
    BackDecision,
    BackOver,
    BackOut,          // to where this sub-workflow or loop began
    ReverseContinue,  // to the previous breakpoint, else to the start
    Start,
    End,              // of what is recorded
};

struct DebugStop {
    StepReport report;
    std::vector<std::uint32_t> breakpoints;   // that were hit where it stands
    std::vector<std::string> log;             // what log points said on the way, forward only
};

/// Moves a rehearsal as a debugger does. Several may share one rehearsal if they take turns. Single-threaded.
class Debugger {
public:
    explicit Debugger(Rehearsal& rehearsal);

    [[nodiscard]] Rehearsal& rehearsal() const noexcept { return *m_rehearsal; }
    /// Goes on with another rehearsal, such as a fork; breakpoints stay.
    void follow(Rehearsal& rehearsal);
    [[nodiscard]] BreakpointSet& breakpoints() noexcept { return m_breakpoints; }
    [[nodiscard]] const BreakpointSet& breakpoints() const noexcept { return m_breakpoints; }

    /// `task`: for ToTask.
    DebugStop move(Move move, std::string_view task = {});
    /// The same in pieces, for a window that stays awake: begin, then proceed until it gives the stop.
    void begin(Move move, std::string_view task = {});
    [[nodiscard]] std::optional<DebugStop> proceed(std::size_t events);

    /// Every hit of the enabled breakpoints in what is recorded up to the cursor, by position.
    [[nodiscard]] const std::vector<BreakpointHit>& hits();
    /// The first position of what is recorded at which the expression is true; none when it never is. ParseError.
    [[nodiscard]] Result<std::optional<std::size_t>> firstTime(std::string_view expression) const;

private:
    struct Motion {
        Move move = Move::Run;
        std::string task;
        std::size_t start = 0;
        Frame frame;
        std::vector<Text> around {};      // the frame's execution and those around it
        std::vector<std::string> branch {};   // Out: the tasks inside the fork or choice it is in
        std::size_t logged = 0;      // hits that were there when it began
        std::size_t passed = 0;
        std::vector<std::string> log {};
    };

    [[nodiscard]] bool isReached(const Motion& motion) const;
    [[nodiscard]] bool isLeft(const Motion& motion, const Event& event) const;
    [[nodiscard]] std::optional<DebugStop> advance();
    [[nodiscard]] DebugStop goBack();
    [[nodiscard]] DebugStop stopped(StepReport report);
    [[nodiscard]] DebugStop toPreviousBreakpoint();
    [[nodiscard]] Frame frameHere() const;
    [[nodiscard]] std::vector<std::string> branchHere() const;
    [[nodiscard]] static bool isAround(const Motion& motion, const Text& workflowId);
    void catchUp(std::size_t position);
    void scanLast();

    Rehearsal* m_rehearsal;
    BreakpointSet m_breakpoints;
    BreakpointScan m_scan;
    Motion m_motion;
};

/// How virtual time passes while a rehearsal runs: at once (the next timer comes with the next step), or so many times
/// faster than real time.
struct ClockPace {
    double factor = 0;   // 0: at once
    /// How long to wait before a jump of the virtual clock; capped at an hour.
    [[nodiscard]] std::int64_t waitMs(EpochMs jump) const noexcept;
};

}  // namespace baton
