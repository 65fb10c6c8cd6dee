// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/conductorticker.h"

#include <algorithm>

namespace baton {

namespace {

constexpr std::chrono::milliseconds kLongest {1'000};   // a wall clock may be set; looking once a second costs nothing

}  // namespace

ConductorTicker::ConductorTicker(EmbeddedConductor& conductor, const Clock& clock)
    : m_conductor(conductor)
    , m_clock(clock)
    , m_bell(std::make_shared<Bell>())
{
    conductor.setWakeUp([bell = m_bell] {
        const std::lock_guard lock(bell->mutex);
        bell->rung = true;
        bell->changed.notify_one();
    });
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

ConductorTicker::~ConductorTicker() = default;

void ConductorTicker::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const std::optional<EpochMs> due = m_conductor.nextDue();
        const std::int64_t left = due ? *due - m_clock.now() : kLongest.count();
        if (left > 0) {
            std::unique_lock lock(m_bell->mutex);
            m_bell->changed.wait_for(lock, stop, std::chrono::milliseconds(std::min(left, std::int64_t {kLongest.count()})),
                [this] { return m_bell->rung; });
            m_bell->rung = false;
        }
        if (!stop.stop_requested())
            m_conductor.tick();
    }
}

}  // namespace baton
