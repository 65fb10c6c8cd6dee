// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <string>
#include <variant>
#include <vector>

namespace baton {

/// Conductor's StartWorkflowRequest, and what only the engine itself sets.
struct StartRequest {
    Text name;
    std::optional<int> version;          // none: the latest
    Text correlationId;
    Value input;                         // object; null counts as absent
    Value taskToDomain;                  // object
    WorkflowDefPtr workflowDef;          // inline definition
    int priority = 0;
    Text createdBy;
    Text event;
    Text idempotencyKey;
    Text idempotencyStrategy;
    Text externalInputPayloadStoragePath;
    // Set by the engine for children and failure workflows:
    Text workflowId;                     // empty: a new one
    Text parentWorkflowId;
    Text parentWorkflowTaskId;
};

struct TaskLog {
    Text log;
    EpochMs createdTime = 0;
};

/// Conductor's TaskResult: a worker's (or anybody's) answer about a task.
struct TaskResult {
    Text workflowInstanceId;
    Text taskId;
    TaskStatus status = TaskStatus::InProgress;
    Value outputData;                    // object
    Text reasonForIncompletion;
    std::int64_t callbackAfterSeconds = 0;
    Text workerId;
    std::vector<TaskLog> logs;
    Text subWorkflowId;
    Text externalOutputPayloadStoragePath;
    bool extendLease = false;
};

namespace command {

// Commands on one execution. Each names what a client, a queue or another execution asks for.
struct Start { StartRequest request; };
struct Decide { };                                            // the sweep: time-outs, then whatever follows
struct PollTask { TaskSlot slot; Text workerId; Text domain; };
struct UpdateTask { TaskResult result; TaskSlot slot = kNoTask; };   // also extendLease; slot saves a search where it is known
struct VisitSystemTask { TaskSlot slot; };                    // an asynchronous system task's turn: start() or execute()
struct CompleteCall { TaskSlot slot; Text taskId; TaskResult result; };   // what an effect (HTTP, mock, event) brought back
struct Pause { };
struct Resume { };
struct Terminate { Text reason; };
struct Retry { bool resumeSubworkflowTasks = false; };
/// Empty taskId: from the start. `through`: the task is a sub-workflow's, and its child has just been rerun (see lineage.h).
struct Rerun { Text taskId; Value taskInput; Value workflowInput; Text correlationId; bool through = false; };
struct Restart { WorkflowDefPtr latestDefinition; };          // null: with the recorded one
struct SkipTask { Text referenceName; Value taskInput; Value taskOutput; };
struct UpdateVariables { Value variables; };
struct ResetCallbacks { };
struct ChildStarted { TaskSlot slot; Text taskId; Text childId; };                       // or why it did not:
struct ChildNotStarted { TaskSlot slot; Text taskId; Text reason; };
struct ChildChanged { Text parentTaskId; ExecutionPtr child; };   // the child ended (or was revived): look at it
/// Retry, rerun or restart of a child wakes its parent. `story` is effect::NotifyParent's.
struct ChildRevived { Text parentTaskId; Text childId; Text story {}; };
struct FailureWorkflowStarted { Text failureWorkflowId; Text error; };   // one of the two is set; error: the start's message
struct OverrideTask { TaskSlot slot; std::vector<FieldChange> changes; };                // a rehearsal's edit
struct OverrideWorkflow { std::vector<FieldChange> changes; };

}  // namespace command

using Command = std::variant<command::Start, command::Decide, command::PollTask, command::UpdateTask,
    command::VisitSystemTask, command::CompleteCall, command::Pause, command::Resume, command::Terminate, command::Retry,
    command::Rerun, command::Restart, command::SkipTask, command::UpdateVariables, command::ResetCallbacks,
    command::ChildStarted, command::ChildNotStarted, command::ChildChanged, command::ChildRevived,
    command::FailureWorkflowStarted, command::OverrideTask, command::OverrideWorkflow>;

namespace effect {

// What the decider wants done outside this execution. The engine does it after the events are journaled.
/// Answer: ChildStarted (and at once ChildChanged when the child has ended by then) or ChildNotStarted. Where an execution
/// of request.workflowId exists already it is the child, unless it ended badly: then start one with a new id.
struct StartChild { TaskSlot slot; Text taskId; StartRequest request; };
struct StartWorkflow { StartRequest request; };                                 // START_WORKFLOW, event actions: nobody waits
struct StartFailureWorkflow { StartRequest request; };                          // answer: FailureWorkflowStarted
struct TerminateChild { Text workflowId; Text reason; };
/// Retry of a failed sibling after a revival. Refused: answer its parent with ChildChanged, so that its task follows it.
struct RetryChild { Text workflowId; bool resumeSubworkflowTasks; };
struct RerunChild { Text workflowId; Text taskId; Value taskInput; Value workflowInput; };
struct RestartChild { Text workflowId; };
/// After this execution ended (ChildChanged) or was revived (ChildRevived with the same story).
struct NotifyParent { Text parentWorkflowId; Text parentTaskId; bool revived; Text story {}; };
struct Call { TaskSlot slot; Text taskId; Text kind; Value request; };          // "HTTP", "EVENT", "KAFKA_PUBLISH", mockable types
struct Publish { Text sink; Value payload; Text messageId {}; };                // an EVENT task's message, by the task's id

}  // namespace effect

using Effect = std::variant<effect::StartChild, effect::StartWorkflow, effect::StartFailureWorkflow, effect::TerminateChild,
    effect::RetryChild, effect::RerunChild, effect::RestartChild, effect::NotifyParent, effect::Call, effect::Publish>;

}  // namespace baton
