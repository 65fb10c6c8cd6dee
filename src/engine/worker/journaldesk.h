// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/workerworld.h"

#include <map>

namespace baton {

/// Brings everything for the result journal to a thread of its own, in order and in batches: new results at once, the rest
/// with them or a little later. A task that is let go before it was written never touches the disk. For the loop.
class JournalDesk {
public:
    using Appended = std::function<void(std::vector<JournalEntry>, const Status&)>;
    JournalDesk(WorkerWorld& world, Appended appended) : m_world(world), m_appended(std::move(appended)) { }

    void append(JournalEntry entry);
    void mark(JournalMark mark);
    void take(HeldTask task);
    void letGo(const Text& taskId);
    /// `work` on the journal's thread, its answer on the loop. Unavailable without a journal.
    template <typename T>
    void ask(std::function<Result<T>(ResultJournal&)> work, Reply<T> reply);

    /// Writes what waits; `done` on the loop once all of it is written.
    void flush(std::function<void()> done);
    [[nodiscard]] bool hasJournal() const noexcept { return m_world.setup.journal != nullptr; }

private:
    struct Batch {
        JournalWrites writes;
        std::map<Text, std::optional<HeldTask>> held;      // none: let go
        std::vector<std::function<void(ResultJournal&)>> questions;
        [[nodiscard]] bool isEmpty() const noexcept
        {
            return writes.entries.empty() && writes.marks.empty() && held.empty() && questions.empty();
        }
    };
    void later();
    void soon();
    void in(std::chrono::nanoseconds time);
    void now();
    void written();
    static void write(const std::shared_ptr<WorkerWorld>& world, ResultJournal& journal, Batch& batch, const Appended& appended);

    WorkerWorld& m_world;
    Appended m_appended;
    Batch m_batch;
    bool m_busy = false;
    WorkerLoop::TimerId m_timer = 0;
    std::chrono::nanoseconds m_due {0};          // of the timer
    std::chrono::nanoseconds m_lastBegan {-1'000'000'000};
    std::vector<std::function<void()>> m_flushed;
};

template <typename T>
void JournalDesk::ask(std::function<Result<T>(ResultJournal&)> work, Reply<T> reply)
{
    if (!hasJournal()) {
        reply(Error {ErrorCode::Unavailable, "There is no result journal"});
        return;
    }
    m_batch.questions.emplace_back([work = std::move(work), answer = m_world.reply<T>(std::move(reply))](ResultJournal& journal) {
        answer(work(journal));
    });
    now();
}

}  // namespace baton
