// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/journal.h"

#include <algorithm>

namespace baton {

void MemoryJournal::append(EventPtr event)
{
    if (event)
        m_events.push_back(std::move(event));
}

std::size_t MemoryJournal::size() const noexcept
{
    return m_events.size();
}

const EventPtr& MemoryJournal::share(std::size_t index) const noexcept
{
    return m_events[index];
}

MemoryJournal MemoryJournal::forked(std::size_t length) const
{
    MemoryJournal fork = *this;
    fork.m_events.truncate(length);
    return fork;
}

World worldAfter(const Journal& journal, std::size_t length)
{
    World world;
    for (std::size_t i = 0; i < std::min(length, journal.size()); ++i)
        apply(world, journal.event(i));
    return world;
}

}  // namespace baton
