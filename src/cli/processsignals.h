// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <csignal>
#include <optional>
#include <string_view>

namespace baton::cli {

/// Takes SIGTERM, SIGINT and SIGHUP from the process to where they are waited for. Made before any other thread, so that all
/// inherit the mask; the old mask is back at the end.
class ProcessSignals {
public:
    ProcessSignals();
    ~ProcessSignals();
    ProcessSignals(const ProcessSignals&) = delete;

    [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds atMost);   // the signal; none: the time is over

private:
    sigset_t m_watched {};
    sigset_t m_before {};
};

/// Tells systemd ("READY=1", "STOPPING=1") when it asked to be told (NOTIFY_SOCKET); else nothing happens.
void notifySystemd(std::string_view state);

}  // namespace baton::cli
