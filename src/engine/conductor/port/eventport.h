// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

namespace baton {

/// Event handlers, in the real server's EventHandler JSON, and the messages they wait for. Safe to call from any thread.
class EventPort {
public:
    virtual ~EventPort() = default;

    virtual void addHandler(Value handler, Done done) = 0;                             // violations; Internal: exists
    virtual void updateHandler(Value handler, Done done) = 0;                          // Internal: unknown
    virtual void removeHandler(Text name, Done done) = 0;                              // Internal: unknown
    /// All, or those of one event ("conductor:workflow:queue"); by name.
    virtual void handlers(Text event, bool activeOnly, Reply<std::vector<Value>> reply) = 0;
    /// A message from outside; an EVENT task's own come by themselves.
    virtual void publish(Text event, Value payload, Done done) = 0;
};

/// What to look for among schedules; what is empty does not count. Names match in part, workflow names in whole.
struct ScheduleSearch {
    Text workflowName;
    Text scheduleName;
    std::optional<bool> paused;
    std::int64_t start = 0;
    std::int64_t size = 100;
};

/// Workflows started by the clock, in the real server's WorkflowSchedule JSON. Safe to call from any thread.
class SchedulePort {
public:
    virtual ~SchedulePort() = default;

    virtual void save(Value schedule, Reply<Value> reply) = 0;                         // adds or replaces; as it is then
    virtual void schedule(Text name, Reply<Value> reply) = 0;                          // "Schedule 'x' not found"
    virtual void schedules(Text workflowName, Reply<std::vector<Value>> reply) = 0;    // empty: all; by name
    virtual void search(ScheduleSearch request, Reply<Page<Value>> reply) = 0;         // by name
    virtual void remove(Text name, Done done) = 0;                                     // also one that is not there
    /// NotFound also for one to resume that is not paused. The reason is for pausing.
    virtual void setPaused(Text name, bool paused, Text reason, Done done) = 0;
    /// Whether any schedule starts anything at all; not kept through a stop.
    virtual void setRunning(bool running, Done done) = 0;
    /// The next moments a cron expression stands for, five at most: after `from` or now, whichever is later; none after
    /// `to`. 0: not given. Internal: "Invalid cron expression".
    virtual void nextRuns(Text cronExpression, Text zone, EpochMs from, EpochMs to, int limit,
                          Reply<std::vector<EpochMs>> reply) = 0;
    /// What the schedules have started, newest first: scheduleName, workflowId, scheduledTime, executionTime, state... In
    /// its own query language: scheduleName IN (a,b) AND state IN (FAILED) AND scheduledTime>1 AND workflowName=x.
    virtual void executions(SearchRequest request, Reply<Page<Value>> reply) = 0;
};

/// What is known of the server itself. Safe to call from any thread.
class AdminPort {
public:
    virtual ~AdminPort() = default;

    virtual void configuration(Reply<Value> reply) = 0;                                // object of texts
    virtual void version(Reply<Text> reply) = 0;
    virtual void isHealthy(Reply<bool> reply) = 0;
    virtual void secretNames(Reply<std::vector<Text>> reply) = 0;
    virtual void environment(Reply<Value> reply) = 0;                                  // name -> value
    virtual void requeueSweep(Text workflowId, Reply<bool> reply) = 0;
};

}  // namespace baton
