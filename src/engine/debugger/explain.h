// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <functional>
#include <optional>
#include <vector>

namespace baton {

/// Why something is as it is. `facts` of an Explanation hold what the sentence about it needs; names behind each code.
enum class Why : std::uint8_t {
    // An execution
    WorkflowPaused,        // name
    ParentPaused,          // name
    WorkflowEnded,         // status, reason
    NothingToDo,           // everything has ended, nothing follows: outside changes only
    // An attempt that has not ended
    NoWorker,              // type: nobody is known to poll it
    NoWorkerInDomain,      // type, domain
    WaitsForWorker,        // type, seconds: in its queue
    RetryDelay,            // until, attempt, of: the next attempt waits for its delay
    StartDelay,            // until, delay
    CallbackDelay,         // until, seconds: answered IN_PROGRESS, comes back later
    RateLimited,           // limit, seconds
    ConcurrencyLimit,      // limit, running
    LeaseRuns,             // worker, until: in a worker's hands, its response time-out
    LeaseOver,             // worker, since: it ought to have answered; times out at the next look
    JoinWaits,             // names, done, of: branches that have not ended
    JoinBranchMissing,     // names: branches that were never scheduled
    HumanWaits,
    WaitTimer,             // until
    WaitSignal,            // a WAIT without a time: a client has to complete it
    ChildRuns,             // child, name: then look there
    ChildPaused,           // child, name
    ChildNotStarted,       // name
    CallWaits,             // type: an answer from outside
    EventWaits,            // sink
    LoopRuns,              // iteration, names: its body has not ended
    TaskRuns,              // type: the engine is at it
    // An attempt that has ended
    Completed,
    CompletedWithErrors,   // reason: optional, the flow went on
    FailedAndRetried,      // reason, attempt, of
    RetriesUsedUp,         // reason, attempt, of
    FailedTerminally,      // reason: no retry was wanted
    TimedOut,              // limit, seconds, policy
    Canceled,              // reason
    SkippedByClient,
    // A task of the definition without an attempt
    BranchNotTaken,        // switch, value, case (of this branch), taken
    LoopNotEntered,        // loop
    WaitsForTask,          // task, status: what comes before it has not ended
    EndedBefore,           // status: the workflow ended first
    NeverReached,          // nothing leads there
    // A decision
    CaseChosen,            // expression, inputs, value, case, next
    DefaultChosen,         // expression, inputs, value, cases, next
    LoopGoesOn,            // condition, iteration
    LoopEnded,             // condition, iterations
    ExclusiveJoined,       // task
    TerminatedBy,          // task, status
};
[[nodiscard]] std::string_view toText(Why why) noexcept;   // "JoinWaits": stable

struct Explanation {
    Why why = Why::TaskRuns;
    Text workflowId;
    TaskSlot slot = kNoTask;
    Text reference;                  // of the task it is about; empty: the execution
    Value facts;                     // object; moments are epoch ms
};

/// What is known of the surroundings. What is left out counts as "not known", and nothing is said about it.
struct ExplainContext {
    std::function<bool(std::string_view taskType)> hasWorker {};
    std::function<bool(std::string_view taskType, std::string_view domain)> isPolled {};
};

/// Why one attempt is as it is; the nearest cause first, then what is behind it (a sub-workflow's own waiting tasks).
[[nodiscard]] std::vector<Explanation> explainTask(const World& world, std::string_view workflowId, TaskSlot slot,
                                                   const ExplainContext& context = {});
/// The same by reference name; also for tasks of the definition that were never scheduled.
[[nodiscard]] std::vector<Explanation> explainReference(const World& world, std::string_view workflowId,
                                                        std::string_view reference, const ExplainContext& context = {});
/// Why the execution stands where it stands: each open task that something has to happen to, or how it ended.
[[nodiscard]] std::vector<Explanation> explainExecution(const World& world, std::string_view workflowId,
                                                        const ExplainContext& context = {});

}  // namespace baton
