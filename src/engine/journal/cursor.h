// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/checkpoints.h"

namespace baton {

/// A place in a journal, 0..size, and the world there. Moving folds recorded events from the nearest remembered world, in
/// either direction; it never runs anything. The journal may grow meanwhile and must outlive the cursor. Not thread-safe.
class Cursor {
public:
    explicit Cursor(const Journal& journal, Checkpoints checkpoints = {});

    [[nodiscard]] std::size_t position() const noexcept { return m_position; }   // events applied
    [[nodiscard]] std::size_t size() const noexcept { return m_journal->size(); }
    [[nodiscard]] bool atEnd() const noexcept { return m_position == size(); }
    /// Changes with the next move; a copy of the World stays as it is and costs little.
    [[nodiscard]] const World& world() const noexcept { return m_world; }
    [[nodiscard]] const Event* next() const noexcept;       // the event that forward() would apply; null at the end
    [[nodiscard]] const Event* previous() const noexcept;   // the one applied last; null at the start

    bool forward();                                         // false, and nothing happens, at the end
    bool back();                                            // false, and nothing happens, at the start
    void toStart() { moveTo(0); }
    void toEnd() { moveTo(size()); }
    void moveTo(std::size_t position);                      // beyond the end: to the end

    /// Folds ahead for later jumps, at most `count` events; true when nothing is left to do. For idle moments: the first
    /// jump far ahead pays for what was not prepared.
    bool prepare(std::size_t count) { return m_checkpoints.extend(*m_journal, count); }
    /// For another cursor on the same journal, or on a fork of it.
    [[nodiscard]] const Checkpoints& checkpoints() const noexcept { return m_checkpoints; }

private:
    const Journal* m_journal;
    Checkpoints m_checkpoints;
    World m_world;
    std::size_t m_position = 0;
};

}  // namespace baton
