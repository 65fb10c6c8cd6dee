// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace baton {

/// Moves an embedded Conductor's time on a thread of its own, by the machine's clock: sleeps until something is due.
class ConductorTicker {
public:
    /// Both outlive it. Made before the Conductor's first call (it sets its wake-up).
    ConductorTicker(EmbeddedConductor& conductor, const Clock& clock);
    ~ConductorTicker();   // no wake-up comes any more once the thread has ended; the Conductor may be called on
    ConductorTicker(const ConductorTicker&) = delete;

private:
    struct Bell {
        std::mutex mutex;                // guards rung
        std::condition_variable_any changed;
        bool rung = false;
    };
    void run(const std::stop_token& stop);

    EmbeddedConductor& m_conductor;
    const Clock& m_clock;
    std::shared_ptr<Bell> m_bell;        // the Conductor's wake-up keeps it too
    std::jthread m_thread;
};

}  // namespace baton
