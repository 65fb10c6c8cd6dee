// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/conductor/command.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace baton {

enum class WorkerEventKind : std::uint8_t {
    Started,           // the worker polls from now on; detail: the server
    Paused,            // of a task type, or (taskType empty) of all
    Resumed,
    PollFailed,        // error; attempt: failures in a row
    PollRecovered,     // attempt: failures before it
    TaskReceived,
    TaskStarted,
    TaskFinished,      // took, status; error's message in detail where it failed
    TaskDuplicate,     // came again while it is in hand here: dropped
    TaskAnsweredAgain, // was finished here before and its result never taken: answered from the journal without running
    TaskHandedBack,    // not begun, back on the queue for somebody else; detail: why
    TaskCancelled,     // the handler was asked to stop; detail: why
    TaskStuck,         // the handler has not returned in spite of it: answered for it, its slot stays taken
    LeaseExtended,
    LeaseFailed,       // one attempt; error
    LeaseLost,         // the server has given the task up by now
    ResultJournaled,   // the result will not be lost from here on
    ResultDelivered,   // took: from the end of the task; attempt: how many it needed
    ResultRetried,     // error; took: the pause before the next attempt
    ResultIgnored,     // delivered late: the server had ended the task otherwise; detail: how. Kept as a dead letter
    ResultDead,        // the server will never take it; error; result
    ResultsReplayed,   // at the start; attempt: how many an earlier process has left
    JournalFailed,     // error: results go straight to the server and hold their slots until they are taken
    JournalRecovered,
    Draining,
    Stopped,
};
[[nodiscard]] std::string_view toText(WorkerEventKind kind) noexcept;      // "task_started"...

/// A fact about a worker, as a value. What does not apply is empty.
struct WorkerEvent {
    WorkerEventKind kind = WorkerEventKind::Started;
    EpochMs at = 0;
    Text taskType {};
    Text taskId {};
    Text workflowId {};
    Text referenceName {};
    std::optional<TaskStatus> status {};
    int attempt = 0;
    std::chrono::nanoseconds took {0};
    std::string detail {};
    std::optional<Error> error {};
    std::shared_ptr<const TaskResult> result {};    // of ResultDead and ResultIgnored
};

/// Is told what a worker does. Called on the worker's loop, in order: must be quick; what it throws is caught and counted.
class WorkerObserver {
public:
    virtual ~WorkerObserver() = default;
    virtual void onEvent(const WorkerEvent& event) = 0;
};

}  // namespace baton
