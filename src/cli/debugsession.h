// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/casebook.h"
#include "cli/cli.h"
#include "engine/debugger/branchtree.h"
#include "engine/debugger/debugger.h"
#include "engine/debugger/runpage.h"
#include "engine/debugger/watch.h"

#include <string>
#include <string_view>
#include <vector>

namespace baton::cli {

/// The words of one line of a debug script: separated by blanks; the last may be all the rest.
class Words {
public:
    explicit Words(std::string_view line) : m_rest(line) { }
    [[nodiscard]] std::string next();
    [[nodiscard]] std::string rest();       // what is left, without blanks around it
    [[nodiscard]] bool atEnd() const;

private:
    std::string_view m_rest;
};

/// A debugging session on a terminal or from a script: the same actions as in the window. One command a line; `help` lists
/// them.
class DebugSession {
public:
    explicit DebugSession(Streams streams) : m_streams(streams) { }

    /// Carries out one line. Errors are the line's; the session goes on after one.
    [[nodiscard]] Status execute(std::string_view line);
    [[nodiscard]] bool isOver() const noexcept { return m_over; }

private:
    using Handler = Status (DebugSession::*)(Words& words);
    struct Entry {
        std::string_view name;
        Handler handler;
    };
    static const std::vector<Entry>& commands();

    // Opening
    Status open(Words& words);
    Status sample(Words& words);
    Status input(Words& words);
    Status mock(Words& words);
    Status caseNumber(Words& words);
    Status policy(Words& words);
    Status ensureStarted();
    // Breakpoints
    Status addBreakpoint(Words& words);
    Status addOneShot(Words& words);
    Status addLogPoint(Words& words);
    Status listBreakpoints(Words& words);
    Status deleteBreakpoint(Words& words);
    Status enable(Words& words);
    Status disable(Words& words);
    Status loadBreakpoints(Words& words);
    Status saveBreakpoints(Words& words);
    // Moving
    Status move(Move kind, Words& words);
    Status goTo(Words& words);
    void tell(const DebugStop& stop);
    void tellPlace();
    // Looking
    Status where(Words& words);
    Status tasks(Words& words);
    Status print(Words& words);
    Status watch(Words& words);
    Status history(Words& words);
    Status first(Words& words);
    Status changes(Words& words);
    Status why(Words& words);
    Status from(Words& words);
    Status into(Words& words);
    Status trace(Words& words);
    Status expect(Words& words);
    // Changing
    Status answer(Words& words);
    Status set(Words& words);
    Status fault(Words& words);
    Status clock(Words& words);
    Status branches(Words& words);
    Status branch(Words& words);
    Status choose(Words& words);
    Status rename(Words& words);
    Status drop(Words& words);
    Status compare(Words& words);
    Status note(Words& words);
    Status save(Words& words);
    Status page(Words& words);
    Status test(Words& words);
    Status echo(Words& words);
    Status help(Words& words);
    Status quit(Words& words);

    [[nodiscard]] Status edit(const Edit& change);
    [[nodiscard]] Status selected();                          // goes on with the current branch
    [[nodiscard]] Result<TaskSlot> slotOf(const std::string& reference) const;
    [[nodiscard]] const Execution* shown() const;
    [[nodiscard]] Rehearsal& rehearsal() const { return m_tree->rehearsal(); }
    [[nodiscard]] Status chain(Words& words, bool forward);

    Streams m_streams;
    std::optional<Casebook> m_casebook;
    RehearsalRequest m_request;
    std::unique_ptr<BranchTree> m_tree;
    std::optional<Debugger> m_debugger;
    BreakpointSet m_early;                                    // set before the start
    std::vector<std::string> m_watches;
    std::vector<MomentNote> m_notes;
    std::size_t m_before = 0;                                 // where the last move began
    bool m_over = false;
};

}  // namespace baton::cli
