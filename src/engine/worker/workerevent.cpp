// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workerevent.h"

#include <array>

namespace baton {

std::string_view toText(WorkerEventKind kind) noexcept
{
    static constexpr std::array<std::string_view, 27> kWords {"started", "paused", "resumed", "poll_failed", "poll_recovered",
        "task_received", "task_started", "task_finished", "task_duplicate", "task_answered_again", "task_handed_back",
        "task_cancelled", "task_stuck", "lease_extended", "lease_failed", "lease_lost", "result_journaled", "result_delivered",
        "result_retried", "result_ignored", "result_dead", "results_replayed", "journal_failed", "journal_recovered",
        "draining", "stopped", ""};
    return kWords[std::min(static_cast<std::size_t>(kind), kWords.size() - 1)];
}

}  // namespace baton
