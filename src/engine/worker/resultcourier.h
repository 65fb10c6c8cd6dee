// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/retrypauses.h"
#include "engine/worker/inhand.h"
#include "engine/worker/journaldesk.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace baton {

/// One result on its way. For the loop.
struct Letter {
    JournalEntry entry;                    // id 0: not journaled
    std::uint64_t serial = 0;
    InHandPtr task {};                     // none: an earlier process had it, or a dead letter goes out again
    bool isReplayed = false;
    bool isSettled = false;
    int attempts = 0;
    RetryPauses pauses;
    WorkerLoop::TimerId timer = 0;

    /// Whether the server may have given the task up before this came.
    [[nodiscard]] bool isLate() const noexcept { return !task || task->leaseLost || task->cancelled; }
    [[nodiscard]] WorkerEvent event(WorkerEventKind kind) const
    {
        return {.kind = kind, .taskType = entry.taskType, .taskId = entry.result.taskId,
            .workflowId = entry.result.workflowInstanceId, .referenceName = entry.referenceName,
            .status = entry.result.status, .attempt = attempts};
    }
};
using LetterPtr = std::shared_ptr<Letter>;

/// Takes results: journals each, then delivers it however long that takes. For the loop.
class ResultCourier {
public:
    struct Hooks {
        std::function<void(Letter&)> journaled;              // it cannot be lost any more
        std::function<void(Letter&)> settled;                // taken by the server, or dead
        std::function<void(std::chrono::nanoseconds)> roundTrip;
    };
    ResultCourier(WorkerWorld& world, Hooks hooks);

    /// What an earlier process has left beside results: its name, and the tasks it had in hand and no result for.
    struct Left {
        Text name;
        std::vector<HeldTask> held;
    };
    /// Takes up its results. `name`: ours when there was none.
    void open(const Text& name, std::function<void(Left)> ready);
    void submit(JournalEntry entry, InHandPtr task);
    /// Tries again at once whatever waits for its next attempt.
    void hurry();

    [[nodiscard]] LetterPtr pending(const Text& taskId) const;
    /// The result of a task that was completed here and never taken by the server; nullptr: none such.
    [[nodiscard]] std::shared_ptr<const TaskResult> unusedResult(const Text& taskId) const;
    /// The server has it, whatever it answered: it acted on it.
    void markTaken(const LetterPtr& letter);
    [[nodiscard]] std::size_t undelivered() const noexcept { return m_letters.size(); }
    [[nodiscard]] JournalCounts counts() const noexcept;
    [[nodiscard]] bool journalWorks() const noexcept { return m_journalWorks; }
    [[nodiscard]] JournalDesk& desk() noexcept { return m_desk; }

    void resend(std::int64_t id, Done done);
    void forget(std::int64_t id, Done done);

private:
    struct Opening {
        std::vector<JournalEntry> pending;
        std::vector<JournalEntry> dead;
        Left left;
        std::uint64_t deadCount = 0;
    };
    static Result<Opening> load(ResultJournal& journal, const Text& origin, const Text& name, EpochMs pruneBefore);
    void opened(Opening opening, const std::function<void(Left)>& ready);
    LetterPtr add(JournalEntry entry, InHandPtr task);
    void appended(std::vector<JournalEntry> entries, const Status& status);
    void written(const LetterPtr& letter);
    void appendFailed(const std::vector<LetterPtr>& letters, const Error& error);
    void appendAgain();
    void journalRecovered();
    void awaitJournal();
    void deliver(const LetterPtr& letter);
    void pump();
    void send(const LetterPtr& letter);
    void answered(const LetterPtr& letter, std::chrono::nanoseconds took, const Result<Text>& answer);
    void verify(const LetterPtr& letter);
    void verified(const LetterPtr& letter, const Result<TaskView>& answer);
    void retry(const LetterPtr& letter, const Error& error);
    void settle(const LetterPtr& letter, JournalState state, const std::string& reason, WorkerEventKind kind);
    void rememberUnused(const TaskResult& result);
    void showCounts();

    WorkerWorld& m_world;
    Hooks m_hooks;
    JournalDesk m_desk;
    std::map<std::uint64_t, LetterPtr> m_letters;            // by the order they came in
    std::unordered_map<Text, LetterPtr> m_byTask;            // the newest of each task
    std::deque<LetterPtr> m_writing;                         // given to the desk, in order
    std::vector<LetterPtr> m_unwritten;                      // the journal has failed them: delivered from memory
    std::deque<LetterPtr> m_ready;
    std::unordered_map<Text, std::shared_ptr<const TaskResult>> m_unused;
    std::deque<Text> m_unusedOrder;
    std::uint64_t m_lastSerial = 0;
    std::uint64_t m_dead = 0;
    int m_sending = 0;
    int m_sinceLastPrune = 0;
    bool m_failing = false;
    bool m_journalWorks = true;
    WorkerLoop::TimerId m_appendTimer = 0;
};

}  // namespace baton
