// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/value/json.h"

// Pause, resume, terminate, skip, variables: what is asked of an execution that is under way.

namespace baton::operations {

namespace {

Error refusal(ErrorCode code, std::string message)
{
    return Error {.code = code, .message = std::move(message)};
}

}  // namespace

Status decide(Draft& draft, const command::Decide&)
{
    return settle(draft);
}

Status pause(Draft& draft, const command::Pause&)
{
    const Execution& execution = draft.execution();
    if (isTerminal(execution.status)) {
        return refusal(ErrorCode::Conflict,
            joined({"Workflow ", shortName(execution), " has ended, status cannot be updated."}));
    }
    if (execution.status == WorkflowStatus::Paused)
        return {};
    draft.changeWorkflow(EventKind::WorkflowPaused, {{Field::WorkflowStatus, asValue(WorkflowStatus::Paused)}});
    return {};
}

Status resume(Draft& draft, const command::Resume&)
{
    const Execution& execution = draft.execution();
    if (execution.status != WorkflowStatus::Paused) {
        return refusal(ErrorCode::Internal, joined({"The workflow ", execution.workflowId,
            " is not PAUSED so cannot resume. Current status is ", toText(execution.status)}));
    }
    draft.changeWorkflow(EventKind::WorkflowResumed,
        {{Field::WorkflowStatus, asValue(WorkflowStatus::Running)}, {Field::LastRetriedTime, draft.now()}});
    return settle(draft);
}

Status terminate(Draft& draft, const command::Terminate& command)
{
    const WorkflowStatus status = draft.execution().status;
    if (status == WorkflowStatus::Completed)
        return refusal(ErrorCode::Conflict, "Cannot terminate a COMPLETED workflow.");
    if (status != WorkflowStatus::Terminated)
        terminateByRequest(draft, command.reason);
    return {};
}

Status skipTask(Draft& draft, const command::SkipTask& command)
{
    const Execution& execution = draft.execution();
    const Text& name = command.referenceName;
    if (execution.status != WorkflowStatus::Running) {
        return refusal(ErrorCode::Internal, joined({"The workflow ", execution.workflowId,
            " is not running so the task referenced by ", name, " cannot be skipped"}));
    }
    const IndexedTask* indexed = draft.index().find(name);
    if (!indexed) {
        return refusal(ErrorCode::Internal, joined({"The task referenced by ", name,
            " does not exist in the WorkflowDefinition ", execution.definition->name}));
    }
    if (draft.latestSlot(name) != kNoTask) {
        return refusal(ErrorCode::Internal, joined({"The task referenced ", name,
            " has already been processed, cannot be skipped"}));
    }
    auto task = std::make_shared<TaskRun>();
    task->taskId = draft.newId();
    task->referenceTaskName = name;
    task->taskType = indexed->task->name;
    task->taskDefName = indexed->task->name;
    task->status = TaskStatus::Skipped;
    task->scheduledTime = draft.now();
    task->endTime = draft.now();
    task->correlationId = execution.correlationId;
    task->workflowPriority = execution.priority;
    task->inputData = command.taskInput;
    task->outputData = command.taskOutput;
    Event event;
    event.kind = EventKind::TaskSkipped;
    event.slot = static_cast<TaskSlot>(execution.tasks.size());
    event.task = std::move(task);
    draft.record(std::move(event));
    return settle(draft);
}

Status updateVariables(Draft& draft, const command::UpdateVariables& command)
{
    const Execution& execution = draft.execution();
    if (isTerminal(execution.status)) {
        return refusal(ErrorCode::Conflict,
            joined({"Workflow ", shortName(execution), " has ended, variables cannot be updated."}));
    }
    Value variables = execution.variables.isObject() ? execution.variables.mergedWith(command.variables) : command.variables;
    const std::int64_t limit = draft.context().settings.maxVariablesBytes;
    if (static_cast<std::int64_t>(toJson(variables).size()) > limit) {
        return refusal(ErrorCode::InvalidArgument, joined({"The variables payload of workflow: ", execution.workflowId,
            " is greater than the permissible limit: ", std::to_string(limit / 1024), " kilobytes"}));
    }
    draft.changeWorkflow(EventKind::VariablesSet, {{Field::Variables, std::move(variables)}});
    return {};
}

Status resetCallbacks(Draft& draft, const command::ResetCallbacks&)
{
    const Execution& execution = draft.execution();
    if (isTerminal(execution.status)) {
        return refusal(ErrorCode::Conflict, joined({"Workflow is in terminal state. Status = ",
            toText(execution.status)}));
    }
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (task && task->status == TaskStatus::Scheduled && task->callbackAfterSeconds > 0 && !systemType(task->taskType)) {
            draft.change(slot, EventKind::TaskChanged, {{Field::CallbackAfterSeconds, 0}, {Field::CallbackAfterMs, 0},
                {Field::TaskUpdateTime, draft.now()}});
        }
    }
    return {};
}

Status failureWorkflowStarted(Draft& draft, const command::FailureWorkflowStarted& command)
{
    const Execution& execution = draft.execution();
    Value told(command.failureWorkflowId);
    if (command.failureWorkflowId.empty())
        told = Value(joined({"Error workflow ", failureWorkflowName(execution), " failed to start.  reason: ", command.error}));
    Value output = execution.output.isObject() ? execution.output : Value::object();
    draft.changeWorkflow(EventKind::WorkflowChanged,
        {{Field::Output, std::move(output).with("conductor.failure_workflow", std::move(told))}});
    return {};
}

Status overrideTask(Draft& draft, const command::OverrideTask& command)
{
    if (!draft.execution().task(command.slot))
        return refusal(ErrorCode::NotFound, "There is no such task to change");
    draft.change(command.slot, EventKind::TaskChanged, command.changes, Value::object({{"by", "rehearsal"}}));
    return {};
}

Status overrideWorkflow(Draft& draft, const command::OverrideWorkflow& command)
{
    draft.changeWorkflow(EventKind::WorkflowChanged, command.changes, Value::object({{"by", "rehearsal"}}));
    return {};
}

}  // namespace baton::operations
