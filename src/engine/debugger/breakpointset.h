// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/condition.h"
#include "engine/model/event.h"

#include <optional>
#include <string>
#include <vector>

namespace baton {

/// The moment a breakpoint is about. Scheduled and Started stop before it, all others after it.
enum class BreakAt : std::uint8_t {
    Scheduled,   // before the task is scheduled
    Started,     // before the task runs
    Ended,       // after an attempt of the task has ended, however
    ToStatus,    // the task (or, with workflowStatus, the workflow) comes to that status
    Edge,        // the flow goes from the task `from` to the task `to`
    Condition,   // `expression` becomes true
    Change,      // the value of `expression` changes
    Error,       // a task or the workflow fails or times out
    Reason,      // `code` comes up in a task's output or reason
    Event,       // an event of the kind `event`
};

/// Where to stop. What is empty does not narrow; everything else must hold at once.
struct Breakpoint {
    enum class Hits : std::uint8_t { Always, Exactly, AtLeast, Every };

    std::uint32_t id = 0;             // given by the set
    BreakAt at = BreakAt::Scheduled;
    Text workflow;                    // pattern of definition names; * and ? as in file names
    Text task;                        // pattern of reference names, without iteration
    Text taskType;
    std::optional<int> iteration;
    std::optional<int> attempt;       // retry count: 0 is the first
    std::optional<TaskStatus> status;
    std::optional<WorkflowStatus> workflowStatus;
    std::optional<EventKind> event;
    Text from;                        // reference names, Edge only
    Text to;
    std::string expression;           // Condition and Change; elsewhere a further condition
    Text code;                        // Reason; for Error a part of the reason
    Hits hits = Hits::Always;
    int count = 1;                    // for hits
    std::string log;                  // not empty: does not stop but writes this, ${...} filled in
    bool once = false;                // goes after its first stop
    bool enabled = true;
    Text note;
    bool operator==(const Breakpoint&) const = default;
};

[[nodiscard]] std::string_view toText(BreakAt at) noexcept;                     // "scheduled", "condition"...
[[nodiscard]] std::optional<BreakAt> breakAtFrom(std::string_view text) noexcept;

/// {"at":"condition","expression":"dti.output.ratio > 0.43","hits":"every","count":3}: members at their default left out.
[[nodiscard]] Value toValue(const Breakpoint& breakpoint);
/// Errors: InvalidArgument naming the member.
[[nodiscard]] Result<Breakpoint> breakpointFrom(const Value& json);

/// The breakpoints of a session, in the order they were set. Every change gives another version. Not thread-safe.
class BreakpointSet {
public:
    static constexpr std::size_t kMost = 100'000;

    /// Gives the new breakpoint's id. Errors: InvalidArgument, ParseError (an expression), naming the member.
    Result<std::uint32_t> add(Breakpoint breakpoint);
    Status replace(const Breakpoint& breakpoint);              // by id; NotFound
    bool remove(std::uint32_t id);
    bool setEnabled(std::uint32_t id, bool enabled);
    void clear();

    [[nodiscard]] const std::vector<Breakpoint>& all() const noexcept { return m_all; }
    [[nodiscard]] const Breakpoint* find(std::uint32_t id) const noexcept;
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

    [[nodiscard]] Value toValue() const;                       // array
    /// Replaces all; nothing changes on an error.
    Status load(const Value& json);

private:
    std::vector<Breakpoint> m_all;
    std::uint32_t m_lastId = 0;
    std::uint64_t m_version = 1;
};

/// * stands for any text, ? for one byte; an empty pattern fits everything.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view text) noexcept;

}  // namespace baton
