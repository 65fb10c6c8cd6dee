// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/conductor/command.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baton {

enum class JournalState : std::uint8_t {
    Pending,     // to be delivered
    Delivered,   // the server has taken it
    Dead,        // the server will not take it
    Ignored,     // the server had ended the task otherwise when it came: a dead letter too
};
[[nodiscard]] std::string_view toText(JournalState state) noexcept;      // "pending"

/// One result and what became of it.
struct JournalEntry {
    std::int64_t id = 0;              // given by append, ascending
    Text origin {};                   // the server the task came from; its result goes there and nowhere else
    Text taskType {};
    Text referenceName {};
    TaskResult result {};
    JournalState state = JournalState::Pending;
    int attempts = 0;
    EpochMs createdAt = 0;
    EpochMs updatedAt = 0;
    std::string reason {};            // of the last failure
};

/// A change of an entry.
struct JournalMark {
    std::int64_t id = 0;
    JournalState state = JournalState::Pending;
    int attempts = 0;
    EpochMs at = 0;
    std::string reason;
};

struct JournalCounts {
    std::uint64_t pending = 0;
    std::uint64_t dead = 0;           // ignored ones too
    EpochMs oldestPending = 0;        // 0: none
    bool operator==(const JournalCounts&) const = default;
};

/// A task that was in this worker's hands.
struct HeldTask {
    Text taskId;
    Text workflowId;
    Text taskType;
    Text referenceName;
    Text origin;
    bool operator==(const HeldTask&) const = default;
};

/// What is written together: all of it or nothing.
struct JournalWrites {
    std::vector<JournalEntry> entries {};   // new results; get their ids
    std::vector<JournalMark> marks {};
    std::vector<HeldTask> taken {};
    std::vector<Text> letGo {};             // task ids
};

/// The results a worker has made, kept until the server has taken them. Used by one thread at a time.
class ResultJournal {
public:
    virtual ~ResultJournal() = default;
    /// New results are durable when it returns; the rest survives the end of the process, not a power cut.
    ///
    /// Which tasks are in hand is noted so that they can be given back at once after a crash, instead of waiting for the
    /// server's time-out.
    [[nodiscard]] virtual Status write(JournalWrites& writes) = 0;
    /// Oldest first.
    [[nodiscard]] virtual Result<std::vector<JournalEntry>> pending(std::string_view origin) = 0;
    /// Newest first; of every origin. Dead: the ignored ones too.
    [[nodiscard]] virtual Result<std::vector<JournalEntry>> list(JournalState state, int limit, int offset) = 0;
    /// The newest result of a task.
    [[nodiscard]] virtual Result<std::optional<JournalEntry>> find(std::string_view taskId) = 0;
    [[nodiscard]] virtual Result<std::optional<JournalEntry>> entry(std::int64_t id) = 0;
    [[nodiscard]] virtual Status remove(std::int64_t id) = 0;
    [[nodiscard]] virtual Result<JournalCounts> counts() = 0;
    /// Forgets what was delivered before that moment, and of the delivered all but the last `keep` or so.
    [[nodiscard]] virtual Status prune(EpochMs before, std::int64_t keep) = 0;

    /// A name for whoever works with this journal, the same in every process: `proposal` the first time.
    [[nodiscard]] virtual Result<Text> identity(const Text& proposal) = 0;
    [[nodiscard]] virtual Result<std::vector<HeldTask>> held(std::string_view origin) = 0;
};

/// Opens or makes the journal's file; ":memory:" for tests. One process at a time: Unavailable when another one has it.
[[nodiscard]] Result<std::unique_ptr<ResultJournal>> openResultJournal(const std::string& path);

}  // namespace baton
