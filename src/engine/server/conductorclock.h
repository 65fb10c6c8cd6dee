// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace baton {

/// The thread that moves an embedded Conductor's time: calls tick() when nextDue() has come. Made before the Conductor's
/// first call, destroyed before the Conductor, which may still be called in between.
class ConductorClock {
public:
    enum class Time : bool { Real, Virtual };
    /// Virtual: time moves by advance() only; the thread looks now and then at who waits in real time.
    ConductorClock(EmbeddedConductor& conductor, std::shared_ptr<const Clock> clock, Time time);
    ~ConductorClock();   // ends the thread
    ConductorClock(ConductorClock&&) = delete;

    /// Moves a virtual clock on to that moment, stopping at each that something is due at. Any thread.
    void advance(VirtualClock& clock, EpochMs target);

private:
    struct Bell {
        std::mutex mutex;                // guards rung
        std::condition_variable_any changed;
        bool rung = false;
    };
    void run(const std::stop_token& stop);
    [[nodiscard]] std::chrono::milliseconds pause(std::optional<EpochMs> due) const;

    EmbeddedConductor& m_conductor;
    const std::shared_ptr<const Clock> m_clock;
    const Time m_time;
    const std::shared_ptr<Bell> m_bell = std::make_shared<Bell>();   // the Conductor's wake-up keeps it too
    std::mutex m_advancing;              // one advance() at a time
    std::jthread m_thread;
};

}  // namespace baton
