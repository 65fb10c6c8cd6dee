// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/watchdog.h"

namespace baton {

namespace {

constexpr std::chrono::milliseconds kLook {10};

}  // namespace

Watchdog::~Watchdog()
{
    m_thread.request_stop();
    m_changed.notify_all();
}

void Watchdog::start(std::function<void()> interrupt, std::function<bool()> tooMuch)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_interrupt = std::move(interrupt);
        m_tooMuch = std::move(tooMuch);
        m_deadline = std::chrono::steady_clock::now() + m_limit;
        m_fired = false;
        wake = m_asleep;
        m_running = true;
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    else if (wake)
        m_changed.notify_one();
}

bool Watchdog::stop()
{
    const std::lock_guard lock(m_mutex);
    m_running = false;
    return m_fired;
}

// Wakes by itself while there is work, so that short pieces of work one after the other need no notification each.
void Watchdog::watch(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_running || m_fired) {
            m_asleep = true;
            m_changed.wait(lock, stop, [this] { return m_running && !m_fired; });
            m_asleep = false;
            continue;
        }
        const bool asks = static_cast<bool>(m_tooMuch);
        if (std::chrono::steady_clock::now() >= m_deadline || (asks && m_tooMuch())) {
            m_fired = true;
            m_interrupt();
            continue;
        }
        const Time next = asks ? std::chrono::steady_clock::now() + kLook : m_deadline;
        m_changed.wait_until(lock, stop, next, [] { return false; });
    }
}

}  // namespace baton
