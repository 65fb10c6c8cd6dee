// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/cursor.h"

#include <algorithm>

namespace baton {

Cursor::Cursor(const Journal& journal, Checkpoints checkpoints)
    : m_journal(&journal), m_checkpoints(std::move(checkpoints)), m_world(m_checkpoints.before(0).world)
{
}

const Event* Cursor::next() const noexcept
{
    return atEnd() ? nullptr : &m_journal->event(m_position);
}

const Event* Cursor::previous() const noexcept
{
    return m_position == 0 ? nullptr : &m_journal->event(m_position - 1);
}

bool Cursor::forward()
{
    if (atEnd())
        return false;
    moveTo(m_position + 1);
    return true;
}

bool Cursor::back()
{
    if (m_position == 0)
        return false;
    moveTo(m_position - 1);
    return true;
}

void Cursor::moveTo(std::size_t position)
{
    const std::size_t target = std::min(position, size());
    // Checkpoints are made on the way, so that what was walked once is never folded from its beginning again. Short steps
    // wait until there is enough for one.
    if (const std::size_t known = m_checkpoints.last().position; target >= known + Checkpoints::kEvery)
        m_checkpoints.extend(*m_journal, target - known);
    const Checkpoints::Moment& nearest = m_checkpoints.before(target);
    if (target < m_position || nearest.position > m_position) {
        m_world = nearest.world;
        m_position = nearest.position;
    }
    for (; m_position < target; ++m_position)
        apply(m_world, m_journal->event(m_position));
}

}  // namespace baton
