// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace baton::metric {

struct Name {
    const char* name;
    const char* help;
};

// The catalogue that Conductor's SDKs share; dashboards depend on every letter.
inline constexpr Name kTaskPoll {"task_poll_total", "Poll requests"};
inline constexpr Name kTaskStarted {"task_execution_started_total", "Tasks given to their handler"};
inline constexpr Name kTaskPollError {"task_poll_error_total", "Poll requests that failed"};
inline constexpr Name kTaskExecuteError {"task_execute_error_total", "Tasks whose handler failed"};
inline constexpr Name kTaskUpdateError {"task_update_error_total", "Attempts to deliver a result that failed"};
inline constexpr Name kTaskQueueFull {"task_execution_queue_full_total", "Polls skipped because no slot was free"};
inline constexpr Name kTaskPaused {"task_paused_total", "Polls skipped because the worker is paused"};
inline constexpr Name kUncaught {"thread_uncaught_exceptions_total", "Exceptions that nobody caught"};
inline constexpr Name kExternalPayload {"external_payload_used_total", "Payloads kept in external storage"};
inline constexpr Name kWorkflowStartError {"workflow_start_error_total", "Workflows that could not be started"};
inline constexpr Name kWorkerRestart {"worker_restart_total", "Restarts of a task type's worker"};
inline constexpr Name kTaskPollTime {"task_poll_time_seconds", "Time of a poll request"};
inline constexpr Name kTaskExecuteTime {"task_execute_time_seconds", "Time a handler took"};
inline constexpr Name kTaskUpdateTime {"task_update_time_seconds", "Time of an attempt to deliver a result"};
inline constexpr Name kHttpRequest {"http_api_client_request_seconds", "Time of a request to the server"};
inline constexpr Name kTaskResultSize {"task_result_size_bytes", "Size of a result's output"};
inline constexpr Name kWorkflowInputSize {"workflow_input_size_bytes", "Size of a workflow's input"};
inline constexpr Name kActiveWorkers {"active_workers", "Tasks being executed now"};

// What it lacks.
inline constexpr Name kScheduleToStart {"task_schedule_to_start_seconds", "From scheduling on the server to the handler's start"};
inline constexpr Name kSlots {"worker_task_slots", "Tasks of the type that may run at once"};
inline constexpr Name kSlotsUsed {"worker_task_slots_used", "Slots taken"};
inline constexpr Name kSlotsAvailable {"worker_task_slots_available", "Slots free"};
inline constexpr Name kPollsInFlight {"worker_polls_in_flight", "Poll requests waiting for their answer"};
inline constexpr Name kQueueDepth {"task_queue_depth", "Tasks waiting on the server"};
inline constexpr Name kHandedBack {"task_handed_back_total", "Tasks given back without running"};
inline constexpr Name kDuplicate {"task_duplicate_total", "Deliveries of a task that is in hand or finished already"};
inline constexpr Name kCancelled {"task_cancelled_total", "Handlers asked to stop"};
inline constexpr Name kLease {"lease_extension_total", "Lease extensions by outcome: SUCCESS, FAILURE, LOST"};
inline constexpr Name kLeasesHeld {"leases_held", "Tasks whose lease is kept"};
inline constexpr Name kJournaled {"result_journaled_total", "Results written to the journal"};
inline constexpr Name kReplayed {"result_replayed_total", "Results of an earlier process delivered"};
inline constexpr Name kDead {"result_dead_total", "Results the server will not take"};
inline constexpr Name kJournalPending {"result_journal_pending", "Results not taken by the server yet"};
inline constexpr Name kJournalDead {"result_journal_dead", "Dead letters"};
inline constexpr Name kJournalOldest {"result_journal_oldest_seconds", "Age of the oldest pending result"};
inline constexpr Name kFailoverState {"failover_state", "1 for the state that holds"};
inline constexpr Name kFailoverTransitions {"failover_transitions_total", "Changes of the failover state"};
inline constexpr Name kTokenAge {"auth_token_age_seconds", "Age of the access token"};
inline constexpr Name kServerUp {"server_up", "1 while the server is well"};

inline const std::vector<double>& timeBuckets()
{
    static const std::vector<double> buckets {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    return buckets;
}

inline const std::vector<double>& queueTimeBuckets()
{
    static const std::vector<double> buckets {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600};
    return buckets;
}

inline const std::vector<double>& sizeBuckets()
{
    static const std::vector<double> buckets {100, 1e3, 1e4, 1e5, 1e6, 1e7};
    return buckets;
}

}  // namespace baton::metric
