// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/breakpointset.h"
#include "engine/debugger/statereader.h"

#include <unordered_map>

namespace baton {

/// A breakpoint made ready, with what it has seen so far along one journal.
struct CompiledBreakpoint {
    Breakpoint breakpoint;
    std::optional<Condition> condition;
    std::vector<std::size_t> references;             // of the condition, in the reader
    struct Piece {
        std::string text;
        std::optional<Condition> value {};           // after the text
        std::vector<std::size_t> references {};
    };
    std::vector<Piece> log;
    std::uint32_t kinds = 0;                         // bits of the event kinds that may concern it
    int hitCount = 0;
    bool isSpent = false;
    std::unordered_map<Text, Value> last;            // Condition and Change: the value before, by workflow id
    Text recentId;                                   // looked up lately
    Value* recent = nullptr;                         // its place in `last`, where it stays

    [[nodiscard]] bool stopsBefore() const noexcept
    {
        return breakpoint.at == BreakAt::Scheduled || breakpoint.at == BreakAt::Started;
    }
    [[nodiscard]] bool isWatching() const noexcept
    {
        return breakpoint.at == BreakAt::Condition || breakpoint.at == BreakAt::Change;
    }
    [[nodiscard]] bool wants(int hit) const noexcept;
    [[nodiscard]] Value& lastOf(const Text& workflowId)
    {
        if (!recent || recentId != workflowId) {
            recentId = workflowId;
            recent = &last[workflowId];
        }
        return *recent;
    }
    /// Everything but the condition.
    [[nodiscard]] bool fits(const Event& event, const Moment& moment) const;
    [[nodiscard]] std::string message(StateReader& reader, const Moment& moment) const;
};

/// Finds the breakpoints an event may concern.
class BreakpointIndex {
public:
    explicit BreakpointIndex(const std::vector<Breakpoint>& all);

    [[nodiscard]] bool isEmpty() const noexcept { return m_all.empty(); }
    /// A quick look at the event alone; false: it concerns none.
    [[nodiscard]] bool mayConcern(const Event& event) const;
    /// Collects candidates(); false when there are none.
    [[nodiscard]] bool choose(const Event& event, const Moment& moment);
    [[nodiscard]] const std::vector<std::size_t>& candidates() const noexcept { return m_candidates; }
    [[nodiscard]] CompiledBreakpoint& at(std::size_t number) noexcept { return m_all[number]; }
    [[nodiscard]] StateReader& reader() noexcept { return m_reader; }

private:
    struct Watcher {
        std::size_t number;
        unsigned members;       // what it reads of its root
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    template <typename T>
    using ByName = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    void compile(const Breakpoint& breakpoint);
    void enlist(std::size_t number);
    void watch(std::size_t number, const StateReference& reference);
    void addWatchers(std::string_view root, unsigned members);

    std::vector<CompiledBreakpoint> m_all;
    StateReader m_reader;
    ByName<std::vector<std::size_t>> m_byTask;       // by reference name, where it is no pattern
    std::vector<std::size_t> m_ofAnyTask;
    std::uint32_t m_kindsOfAny = 0;
    std::uint32_t m_kinds = 0;                       // of all that do not watch
    unsigned m_watched = 0;                          // members that any watcher reads
    ByName<std::vector<Watcher>> m_watchers;         // by root; "" for single names and "task"
    std::vector<std::size_t> m_candidates;
};

}  // namespace baton
