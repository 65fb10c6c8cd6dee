// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"
#include "engine/value/persistent.h"
#include "engine/value/persistentmap.h"

namespace baton {

/// Where a task stands in its execution for ever: its index in Execution::tasks. Removed tasks leave an empty place.
using TaskSlot = std::uint32_t;
inline constexpr TaskSlot kNoTask = 0xffffffff;

/// One attempt of one task (of one loop iteration), with every field of the real server's Task. Times are epoch ms, 0 unset.
struct TaskRun {
    Text taskId;
    Text taskType;
    Text taskDefName;
    Text referenceTaskName;              // with __<iteration> inside a loop
    TaskStatus status = TaskStatus::Scheduled;
    bool retried = false;
    bool executed = false;
    bool callbackFromWorker = true;
    bool subworkflowChanged = false;
    int retryCount = 0;
    int seq = 0;
    int iteration = 0;                   // 0 outside loops
    int pollCount = 0;
    int workflowPriority = 0;
    int startDelayInSeconds = 0;
    int rateLimitPerFrequency = 0;
    int rateLimitFrequencyInSeconds = 0;
    std::int64_t responseTimeoutSeconds = 0;
    std::int64_t callbackAfterSeconds = 0;
    EpochMs callbackAfterMs = 0;         // jitter on top of callbackAfterSeconds; queue delay only, not on the wire
    EpochMs scheduledTime = 0;
    EpochMs firstScheduledTime = 0;      // carried through retries
    EpochMs startTime = 0;
    EpochMs endTime = 0;
    EpochMs updateTime = 0;
    EpochMs waitTimeout = 0;             // WAIT only, not on the wire
    Value inputData;                     // object
    Value outputData;                    // object
    Text reasonForIncompletion;
    Text correlationId;
    Text retriedTaskId;
    Text workerId;
    Text domain;
    Text subWorkflowId;
    Text parentTaskId;
    Text executionNameSpace;
    Text isolationGroupId;
    WorkflowTaskPtr workflowTask;
    Value unknownFields;                 // object: imported fields we do not know
};

using TaskPtr = std::shared_ptr<const TaskRun>;

/// One workflow execution at one moment. A plain value: a copy shares its tasks. Changed only by apply (event.h).
struct Execution {
    Text workflowId;
    WorkflowDefPtr definition;           // with task definitions embedded, as when it started
    WorkflowStatus status = WorkflowStatus::Running;
    int priority = 0;
    EpochMs createTime = 0;
    EpochMs updateTime = 0;
    EpochMs endTime = 0;
    EpochMs lastRetriedTime = 0;
    Value input;                         // object
    Value output;                        // object
    Value variables;                     // object
    Value taskToDomain;                  // object
    Value failedReferenceTaskNames;      // array of text, a set in order of failing
    Value failedTaskNames;               // array of text, a set
    Value history;                       // array
    Text correlationId;
    Text parentWorkflowId;
    Text parentWorkflowTaskId;
    Text reRunFromWorkflowId;
    Text reasonForIncompletion;
    Text event;
    Text ownerApp;
    Text createdBy;
    Text updatedBy;
    Text idempotencyKey;
    Text rateLimitKey;
    Text externalInputPayloadStoragePath;
    Text externalOutputPayloadStoragePath;
    Value unknownFields;                 // object

    PersistentVector<TaskPtr> tasks;     // by slot; an empty pointer where a task was removed
    // Indexes kept by apply, derived from tasks:
    PersistentMap<Text, TaskSlot> latestByReference;   // reference name (as in the task) -> newest slot still there
    std::vector<TaskSlot> open;          // slots not (retried or SKIPPED or executed), ascending: what a decide pass looks at
    int lastSeq = 0;                     // highest seq given so far among the tasks still there

    [[nodiscard]] const TaskRun* task(TaskSlot slot) const noexcept;                  // nullptr when gone
    [[nodiscard]] const TaskRun* latest(std::string_view referenceName) const noexcept;
    [[nodiscard]] TaskSlot slotOfTaskId(std::string_view taskId) const noexcept;      // linear; kNoTask when absent
    /// Tasks still there, ordered by seq (then slot), as the real server lists them.
    [[nodiscard]] std::vector<TaskPtr> tasksBySeq() const;
    /// Equal states give equal hashes, on every platform; covers everything but the derived indexes. See statehash.h.
    [[nodiscard]] std::uint64_t stateHash() const;
};

/// Builds the indexes anew from the tasks; for what makes executions without events.
void rebuildIndexes(Execution& execution);

using ExecutionPtr = std::shared_ptr<const Execution>;

}  // namespace baton
