// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/conductorclock.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::chrono::milliseconds kLongest {60'000};   // the machine's clock may have been set
constexpr std::chrono::milliseconds kGlance {50};
constexpr std::chrono::milliseconds kBreath {1};         // between turns that leave something due
constexpr int kMostSteps = 200'000;                      // of one advance

}  // namespace

ConductorClock::ConductorClock(EmbeddedConductor& conductor, std::shared_ptr<const Clock> clock, Time time)
    : m_conductor(conductor), m_clock(std::move(clock)), m_time(time)
{
    m_conductor.setWakeUp([bell = m_bell] {
        {
            const std::lock_guard lock(bell->mutex);
            bell->rung = true;
        }
        bell->changed.notify_one();
    });
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

ConductorClock::~ConductorClock()
{
    m_thread.request_stop();
    m_thread.join();
}

std::chrono::milliseconds ConductorClock::pause(std::optional<EpochMs> due) const
{
    if (m_time == Time::Virtual)
        return kGlance;
    if (!due)
        return kLongest;
    const EpochMs left = *due - m_clock->now();
    return std::clamp(std::chrono::milliseconds(std::max<EpochMs>(left, 0)), kBreath, kLongest);
}

void ConductorClock::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const std::optional<EpochMs> due = m_conductor.nextDue();
        {
            std::unique_lock lock(m_bell->mutex);
            m_bell->changed.wait_for(lock, stop, pause(due), [this] { return m_bell->rung; });
            m_bell->rung = false;
        }
        if (stop.stop_requested())
            return;
        const std::optional<EpochMs> now = m_conductor.nextDue();
        if (m_time == Time::Virtual || (now && *now <= m_clock->now()))
            m_conductor.tick();
    }
}

void ConductorClock::advance(VirtualClock& clock, EpochMs target)
{
    const std::lock_guard lock(m_advancing);
    for (int step = 0; step < kMostSteps; ++step) {
        const std::optional<EpochMs> due = m_conductor.nextDue();
        if (!due || *due > target)
            break;
        clock.advanceTo(*due);
        m_conductor.tick();
    }
    clock.advanceTo(target);
    m_conductor.tick();
}

}  // namespace baton
