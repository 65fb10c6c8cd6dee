// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/metrics/snapshot.h"

#include <memory>
#include <string>
#include <string_view>

namespace baton {

/// What one task type's worker counts. A metric appears in the exposition with its first count. Thread-safe; lives as long as
/// its Metrics. `exception` is one of a bounded set of names (an ErrorCode, an error code of the task), never free text.
class TaskMeter {
public:
    TaskMeter(const TaskMeter&) = delete;
    ~TaskMeter();

    void polled();                                                             // task_poll_total
    void pollTook(std::chrono::nanoseconds took, bool ok);                     // task_poll_time_seconds
    void pollFailed(std::string_view exception);                               // task_poll_error_total
    void started();                                                            // task_execution_started_total
    void executed(std::chrono::nanoseconds took, bool ok);                     // task_execute_time_seconds
    void executeFailed(std::string_view exception);                            // task_execute_error_total
    void updateTook(std::chrono::nanoseconds took, bool ok);                   // task_update_time_seconds
    void updateFailed(std::string_view exception);                             // task_update_error_total
    void queueFull();                                                          // task_execution_queue_full_total
    void paused();                                                             // task_paused_total
    void restarted();                                                          // worker_restart_total
    void resultSize(std::size_t bytes);                                        // task_result_size_bytes
    void setActive(int tasks);                                                 // active_workers
    // What the canonical catalogue has not:
    void scheduledToStarted(std::chrono::nanoseconds took);                    // task_schedule_to_start_seconds
    void setSlots(int total, int used);                                        // worker_task_slots{,_used,_available}
    void setPollsInFlight(int polls);                                          // worker_polls_in_flight
    void setQueueDepth(double waiting);                                        // task_queue_depth
    void handedBack();                                                         // task_handed_back_total
    void duplicate();                                                          // task_duplicate_total
    void cancelled();                                                          // task_cancelled_total
    enum class Lease : std::uint8_t { Extended, Failed, Lost };
    void lease(Lease outcome);                                                 // lease_extension_total{status}
    void resultJournaled();                                                    // result_journaled_total
    void resultReplayed();                                                     // result_replayed_total
    void resultDead();                                                         // result_dead_total

private:
    friend class Metrics;
    struct State;
    explicit TaskMeter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// All counters of one process, with the names, labels and buckets that Conductor's own SDKs share (camelCase labels, seconds
/// and bytes, status SUCCESS or FAILURE). Thread-safe.
class Metrics {
public:
    explicit Metrics(std::shared_ptr<const Clock> clock);      // for MetricsSnapshot::at
    ~Metrics();
    Metrics(const Metrics&) = delete;

    [[nodiscard]] TaskMeter& task(std::string_view taskType);  // made on first use; keep the reference

    void uncaught(std::string_view exception);                                             // thread_uncaught_exceptions_total
    /// `uri` is the path's template ("/tasks/{taskId}"); status the HTTP code, 0: no answer.
    void httpRequest(std::string_view method, std::string_view uri, int status, std::chrono::nanoseconds took);
    void workflowStartFailed(std::string_view workflowType, std::string_view exception);   // workflow_start_error_total
    void workflowInputSize(std::string_view workflowType, std::string_view version, std::size_t bytes);
    void externalPayloadUsed(std::string_view entityName, std::string_view operation, std::string_view payloadType);
    void setJournal(std::uint64_t pending, std::uint64_t dead, double oldestSeconds);      // result_journal_*
    void setLeasesHeld(std::uint64_t leases);                                              // leases_held
    /// failover_state{state} is 1 for this one and 0 for every other that was ever set; failover_transitions_total{from,to}.
    void setFailoverState(std::string_view state);
    void setTokenAge(double seconds);                                                      // auth_token_age_seconds
    void setServerUp(std::string_view server, bool up);                                    // server_up{server}

    // For whoever counts something else. A name belongs to one kind for ever; one of another kind is ignored.
    void count(const std::string& name, const std::string& help, const MetricLabels& labels, double by = 1);
    void set(const std::string& name, const std::string& help, const MetricLabels& labels, double value);
    void observe(const std::string& name, const std::string& help, const MetricLabels& labels,
                 const std::vector<double>& buckets, double value);

    [[nodiscard]] MetricsSnapshot snapshot() const;
    [[nodiscard]] std::vector<MetricGroup> groups() const;     // by name
    /// Prometheus text format 0.0.4: what /metrics answers, "text/plain; version=0.0.4; charset=utf-8".
    [[nodiscard]] std::string exposition() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
