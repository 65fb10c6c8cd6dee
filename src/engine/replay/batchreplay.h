// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/replay/plan.h"

namespace baton {

/// How far a batch replay is. Counts are rows of the data set; a row counts once all variants have run it.
struct ReplayProgress {
    enum class State : std::uint8_t { Ready, Running, Paused, Finished, Cancelled, Failed };
    State state = State::Ready;
    std::size_t total = 0;
    std::size_t done = 0;             // of them in the table or listed as bad
    std::size_t bad = 0;
    double rowsPerSecond = 0;         // since the start, pauses left out
    double secondsLeft = 0;           // 0 when unknown
};

/// Runs every row of a plan through every variant, on several threads; the table has the rows in their order whatever the
/// number of threads. Memory holds the table and a few parts beyond it. Thread-safe; the destructor cancels and waits.
class BatchReplay {
public:
    /// Checks the plan as checkPlan does. `clock` measures the rate and must outlive the replay.
    [[nodiscard]] static Result<std::unique_ptr<BatchReplay>> make(ReplayPlan plan, const Clock& clock);
    ~BatchReplay();
    BatchReplay(BatchReplay&&) = delete;

    void start();                     // once; later calls do nothing
    void pause();                     // the threads finish the row they are at
    void resume();
    void cancel();                    // what is in the table by then stays; whole rows only, from the first on without a gap
    void wait();                      // until finished, cancelled or failed

    [[nodiscard]] ReplayProgress progress() const;
    [[nodiscard]] const ReplayPlan& plan() const noexcept;
    /// The table, once the replay is over; before that only what has been put together so far. An Error when a thread could
    /// not be set up.
    [[nodiscard]] Result<std::shared_ptr<const OutcomeTable>> table() const;
    /// Called on a worker thread when a part has been put into the table, and once at the end; set before start.
    std::function<void(const ReplayProgress&)> onProgress;

private:
    struct State;
    BatchReplay(ReplayPlan plan, const Clock& clock);
    std::unique_ptr<State> m_state;
};

/// A whole replay on the calling thread's time: make, start, wait, table.
[[nodiscard]] Result<std::shared_ptr<const OutcomeTable>> replayAll(ReplayPlan plan, const Clock& clock);

}  // namespace baton
