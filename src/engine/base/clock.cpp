// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/clock.h"

#include <atomic>
#include <chrono>
#include <limits>

namespace baton {

EpochMs SystemClock::now() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

struct VirtualClock::State {
    explicit State(EpochMs start) noexcept : now(start) { }
    std::atomic<EpochMs> now;
};

VirtualClock::VirtualClock(EpochMs start) : m_state(std::make_unique<State>(start)) { }

VirtualClock::~VirtualClock() = default;

EpochMs VirtualClock::now() const
{
    return m_state->now.load(std::memory_order_acquire);
}

void VirtualClock::advanceTo(EpochMs instant)
{
    EpochMs seen = now();
    while (seen < instant && !m_state->now.compare_exchange_weak(seen, instant, std::memory_order_acq_rel)) { }
}

void VirtualClock::advanceBy(std::int64_t milliseconds)
{
    constexpr EpochMs kLatest = std::numeric_limits<EpochMs>::max();
    if (milliseconds <= 0)
        return;
    EpochMs seen = now();
    EpochMs next = 0;
    do {
        next = seen > kLatest - milliseconds ? kLatest : seen + milliseconds;
    } while (!m_state->now.compare_exchange_weak(seen, next, std::memory_order_acq_rel));
}

}  // namespace baton
