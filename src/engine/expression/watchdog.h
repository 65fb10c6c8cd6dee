// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace baton {

/// Calls a function from a thread of its own when a piece of work takes too long. One piece of work at a time. Work that
/// follows closely on work costs no wake-up. The thread is made at the first start.
class Watchdog {
public:
    explicit Watchdog(std::chrono::milliseconds limit) : m_limit(limit) { }
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// `interrupt` runs on the watchdog's thread; it must stay callable until stop() has returned.
    /// `tooMuch`, when set, is asked every 10 ms or so; true interrupts at once.
    void start(std::function<void()> interrupt, std::function<bool()> tooMuch = {});
    /// Whether the work was interrupted. No call of interrupt is under way or comes after this.
    [[nodiscard]] bool stop();

private:
    using Time = std::chrono::steady_clock::time_point;
    void watch(const std::stop_token& stop);

    std::chrono::milliseconds m_limit;
    std::mutex m_mutex;   // guards all below but the thread
    std::condition_variable_any m_changed;
    std::function<void()> m_interrupt;
    std::function<bool()> m_tooMuch;
    Time m_deadline;
    bool m_fired = false;
    bool m_asleep = false;
    bool m_running = false;
    std::jthread m_thread;
};

}  // namespace baton
