// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/breakpointset.h"

#include <memory>

namespace baton {

/// One time a breakpoint was hit.
struct BreakpointHit {
    std::size_t event = 0;          // index in the journal
    std::size_t position = 0;       // where to stand: before that event, or after it
    std::uint32_t breakpoint = 0;
    int count = 0;                  // which hit of this breakpoint it is, from 1
    bool stops = true;              // false: a log point
    std::string message;            // what a log point says
};

/// Walks along a journal and notes where the enabled breakpoints of a set are hit. What they look at is indexed: an event
/// costs what concerns it, however many there are. Counts of hits and changes of values are along the journal, so that going
/// forward, back and over again gives the same stops. A set that changed needs another scan. Not thread-safe.
class BreakpointScan {
public:
    explicit BreakpointScan(const BreakpointSet& set);
    BreakpointScan(BreakpointScan&&) noexcept;
    BreakpointScan& operator=(BreakpointScan&&) noexcept;
    ~BreakpointScan();

    /// The next event of the journal and the state after it.
    void take(const Event& event, const World& after);
    [[nodiscard]] std::size_t position() const noexcept;                      // events taken
    [[nodiscard]] std::uint64_t version() const noexcept;                     // of the set
    [[nodiscard]] bool isEmpty() const noexcept;                              // nothing to look for

    [[nodiscard]] const std::vector<BreakpointHit>& hits() const noexcept;    // by position
    /// The first stop at this event whose position is beyond `after`; null when there is none.
    [[nodiscard]] const BreakpointHit* stopAt(std::size_t event, std::size_t after) const noexcept;
    /// The last stop with position < before.
    [[nodiscard]] const BreakpointHit* lastStop(std::size_t before) const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
