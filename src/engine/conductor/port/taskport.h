// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"
#include "engine/conductor/port/workflowport.h"

namespace baton {

struct PollRequest {
    Text taskType;
    Text workerId;
    Text domain;               // empty: none
    std::int64_t count = 1;
    std::int64_t timeoutMs = 100;   // how long to wait for the first task; 5000 at most
    std::function<bool()> isAbandoned {};   // asked before a waiting poll is given tasks: nobody would take them; quick
};

/// One task, named the way a person does: the newest open attempt of a reference name.
struct ReferenceUpdate {
    Text workflowId;
    Text referenceName;
    TaskStatus status = TaskStatus::Completed;
    Text workerId;
    Value output;              // object, put over what is there
};

struct TaskLogEntry {
    Text taskId;
    Text log;
    EpochMs createdTime = 0;
};

/// What workers do, and whoever completes tasks from outside. Safe to call from any thread.
class TaskPort {
public:
    virtual ~TaskPort() = default;

    /// Up to `count` tasks, in the worker's hands from now on: secrets put in. Empty when the time is over; may answer later.
    virtual void poll(PollRequest request, Reply<std::vector<TaskView>> reply) = 0;
    virtual void update(TaskResult result, Reply<Text> reply) = 0;                     // the task's id
    /// The same, and the next task of that type and domain if one is ready; may answer later.
    virtual void updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply) = 0;
    virtual void updateByReference(ReferenceUpdate update, Reply<Text> reply) = 0;     // the task's id; empty: none open
    virtual void updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply) = 0;
    /// Completes the first task that waits for somebody, also in sub-workflows.
    virtual void signal(Text workflowId, TaskStatus status, Value output, Done done) = 0;
    /// The same, then waits as execute does; may answer later.
    virtual void signalAndWait(Text workflowId, TaskStatus status, Value output, ReturnStrategy strategy,
                               std::int64_t timeoutMs, Reply<Value> reply) = 0;

    virtual void task(Text taskId, Reply<TaskView> reply) = 0;                         // "Task not found for taskId: nope"
    virtual void addLog(Text taskId, Text line, Done done) = 0;
    virtual void logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply) = 0;
    virtual void search(SearchRequest request, Reply<Page<TaskView>> reply) = 0;
    virtual void inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply) = 0;

    /// By queue name; no names: all queues.
    virtual void queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply) = 0;
    /// Who polls a task type; empty: all types.
    virtual void pollData(Text taskType, Reply<std::vector<PollData>> reply) = 0;
    virtual void requeue(Text taskType, Reply<std::int64_t> reply) = 0;                // how many were put back
};

}  // namespace baton
