// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/checkpoints.h"

#include <algorithm>

namespace baton {
namespace {

/// A checkpoint makes the next change of an execution copy it, and its list of open tasks with it: the longer the list, the
/// fewer checkpoints, so that neither memory nor the fold from one to the next gets out of hand.
std::size_t spacing(const World& world, const Event& next)
{
    constexpr std::size_t kOpenPerEvent = 16;
    const Execution* execution = world.find(next.workflowId);
    return std::max(Checkpoints::kEvery, execution ? execution->open.size() / kOpenPerEvent : 0);
}

}  // namespace

Checkpoints::Checkpoints(World start)
{
    m_moments.push_back(std::make_shared<const Moment>(Moment {0, std::move(start)}));
}

const Checkpoints::Moment& Checkpoints::before(std::size_t position) const noexcept
{
    std::size_t low = 0;
    std::size_t high = m_moments.size();   // the answer is in [low, high)
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (m_moments[middle]->position <= position ? low : high) = middle;
    }
    return *m_moments[low];
}

const Checkpoints::Moment& Checkpoints::last() const noexcept
{
    return *m_moments.back();
}

bool Checkpoints::extend(const Journal& journal, std::size_t count)
{
    std::size_t position = last().position;
    if (position >= journal.size())
        return true;
    World world = last().world;
    const std::size_t end = position + std::min(count, journal.size() - position);
    for (std::size_t remembered = position; position < end;) {
        apply(world, journal.event(position));
        ++position;
        const bool far = position < end && position - remembered >= spacing(world, journal.event(position));
        if (far || position == end) {
            remember({position, world});
            remembered = position;
        }
    }
    return end == journal.size();
}

void Checkpoints::remember(Moment moment)
{
    // The last one of an earlier extend may be close to the one before it.
    const std::size_t count = m_moments.size();
    const bool close = count > 1 && moment.position - m_moments[count - 2]->position <= kEvery;
    auto shared = std::make_shared<const Moment>(std::move(moment));
    if (close)
        m_moments.set(count - 1, std::move(shared));
    else
        m_moments.push_back(std::move(shared));
}

Checkpoints Checkpoints::forked(std::size_t length) const
{
    Checkpoints fork = *this;
    std::size_t kept = fork.m_moments.size();
    while (kept > 1 && fork.m_moments[kept - 1]->position > length)
        --kept;
    fork.m_moments.truncate(kept);
    return fork;
}

}  // namespace baton
