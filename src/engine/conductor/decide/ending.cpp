// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/ending.h"

#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/loop.h"
#include "engine/model/codec.h"

#include <algorithm>
#include <map>

namespace baton {

namespace {

bool isSuccessfulTerminate(const TaskRun& task)
{
    return task.taskType == "TERMINATE" && isTerminal(task.status) && isSuccessful(task.status);
}

// TERMINATE's output, else the output parameters, else the last task's output.
Value workflowOutput(const Draft& draft, const Execution& execution)
{
    if (!draft.hasTasks())
        return execution.output;
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (task && isSuccessfulTerminate(*task))
            return task->outputData.isObject() ? task->outputData : Value::object();
    }
    if (!execution.definition->outputParameters.empty()) {
        ExecutionScope scope(execution, draft.index(), draft.context().environment);
        return draft.index().output().resolve(scope);   // prepared once for all runs of the definition
    }
    const Value& last = draft.task(lastTask(execution)).outputData;
    return last.isObject() ? last : Value::object();
}

// What ends badly by itself has its output made twice, the second time with the new status and over the first; what is
// terminated from outside only once, with the new status.
Value outputInTheEnd(const Draft& draft, WorkflowStatus status, bool isByItself)
{
    if (!draft.hasTasks() || draft.execution().definition->outputParameters.empty())
        return workflowOutput(draft, draft.execution());
    Execution ended = draft.execution();
    if (isByItself)
        ended.output = workflowOutput(draft, ended);
    ended.status = status;
    return workflowOutput(draft, ended);
}

Value withName(Value names, const Text& name)
{
    const Value wanted(name);
    const auto items = names.items();
    if (std::find(items.begin(), items.end(), wanted) != items.end())
        return names;
    return std::move(names).appended(wanted);
}

void addFailedNames(const Draft& draft, std::vector<FieldChange>& changes)
{
    const Execution& execution = draft.execution();
    Value references = execution.failedReferenceTaskNames.isArray() ? execution.failedReferenceTaskNames : Value::array();
    Value names = execution.failedTaskNames.isArray() ? execution.failedTaskNames : Value::array();
    bool any = false;
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (!task || (task->status != TaskStatus::Failed && task->status != TaskStatus::FailedWithTerminalError))
            continue;
        any = true;
        references = withName(std::move(references), task->referenceTaskName);
        names = withName(std::move(names), task->taskDefName);
    }
    if (any) {
        changes.push_back({Field::FailedReferenceTaskNames, std::move(references)});
        changes.push_back({Field::FailedTaskNames, std::move(names)});
    }
}

EventKind endingKind(WorkflowStatus status)
{
    switch (status) {
    case WorkflowStatus::Completed: return EventKind::WorkflowCompleted;
    case WorkflowStatus::TimedOut: return EventKind::WorkflowTimedOut;
    case WorkflowStatus::Terminated: return EventKind::WorkflowTerminated;
    default: return EventKind::WorkflowFailed;
    }
}

Value blame(const Draft& draft, TaskSlot slot)
{
    const TaskRun* task = slot == kNoTask ? nullptr : draft.execution().task(slot);
    if (!task)
        return {};
    return Value::object({{"taskId", task->taskId}, {"referenceTaskName", task->referenceTaskName}});
}

void tellParent(Draft& draft)
{
    const Execution& execution = draft.execution();
    if (!execution.parentWorkflowId.empty())
        draft.require(effect::NotifyParent {execution.parentWorkflowId, execution.parentWorkflowTaskId, false});
}

void cancelAll(Draft& draft)
{
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (!task || isTerminal(task->status))
            continue;
        const TaskType* type = systemType(task->taskType);
        std::vector<FieldChange> changes;
        if (draft.wasLookedAt(slot))
            changes.push_back({Field::OutputData, Loop(draft, slot).outputSoFar()});
        draft.setStatus(slot, TaskStatus::Canceled, std::move(changes));
        if (type)
            type->cancel(draft, slot);
    }
}

// Everything both ways of ending badly have in common.
void endBadly(Draft& draft, WorkflowStatus status, const Text& reason, TaskSlot slot, bool isByItself)
{
    if (slot != kNoTask && isTerminal(draft.task(slot).status) && draft.task(slot).endTime == 0)
        draft.change(slot, EventKind::TaskChanged, {{Field::TaskEndTime, draft.now()}, {Field::TaskUpdateTime, draft.now()}});
    std::vector<FieldChange> changes;
    changes.push_back({Field::Output, outputInTheEnd(draft, status, isByItself)});
    addFailedNames(draft, changes);
    // Status and reason first: what is cancelled tells them to its own sub-workflows.
    changes.push_back({Field::WorkflowStatus, asValue(status)});
    changes.push_back({Field::WorkflowReason, Value(reason)});
    changes.push_back({Field::WorkflowEndTime, draft.now()});
    draft.changeWorkflow(endingKind(status), std::move(changes), blame(draft, slot));
    cancelAll(draft);
    tellParent(draft);
}

void askForFailureWorkflow(Draft& draft, const Termination& termination)
{
    const Execution& execution = draft.execution();
    const Text name = failureWorkflowName(execution);
    if (isBlank(name))
        return;
    Value input = execution.input.isObject() ? execution.input : Value::object();
    input = std::move(input).with("workflowId", execution.workflowId);
    input = std::move(input).with("reason", execution.reasonForIncompletion);
    input = std::move(input).with("failureStatus", toText(execution.status));
    if (termination.slot != kNoTask)
        input = std::move(input).with("failureTaskId", draft.task(termination.slot).taskId);
    input = std::move(input).with("failedWorkflow", toValue(execution, draft.now()));
    StartRequest request;
    request.name = name;
    request.version = execution.definition->failureWorkflowVersion;
    request.input = std::move(input);
    request.correlationId = execution.correlationId;
    request.taskToDomain = execution.taskToDomain;
    request.workflowId = draft.newId();
    draft.require(effect::StartFailureWorkflow {std::move(request)});
}

}  // namespace

Text failureWorkflowName(const Execution& execution)
{
    const std::string_view written = execution.definition->failureWorkflow.view();
    if (!written.starts_with('$'))
        return execution.definition->failureWorkflow;
    std::string_view rest = written;
    for (int i = 0; i < 2; ++i) {
        const std::size_t dot = rest.find('.');
        if (dot == std::string_view::npos)
            return {};
        rest.remove_prefix(dot + 1);
    }
    return execution.input[Key(rest.substr(0, rest.find('.')))].toText();
}

TaskSlot lastTask(const Execution& execution)
{
    TaskSlot last = kNoTask;
    int seq = -1;
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (task && task->seq >= seq) {
            seq = task->seq;
            last = slot;
        }
    }
    return last;
}

Text shortName(const Execution& execution)
{
    return Text(joined({execution.definition->name, ".", std::to_string(execution.definition->version), "/",
        execution.workflowId}));
}

void cancelOpenTasks(Draft& draft)
{
    cancelAll(draft);
}

void terminateWorkflow(Draft& draft, const Termination& termination)
{
    const WorkflowStatus status = isTerminal(draft.execution().status) ? draft.execution().status : termination.status;
    if (status == WorkflowStatus::Completed) {
        draft.changeWorkflow(EventKind::WorkflowCompleted,
            {{Field::WorkflowStatus, asValue(status)}, {Field::WorkflowReason, Value(termination.reason)},
                {Field::WorkflowEndTime, draft.now()}});
        tellParent(draft);
        return;
    }
    endBadly(draft, status, termination.reason, termination.slot, true);
    askForFailureWorkflow(draft, termination);
}

void terminateByRequest(Draft& draft, const Text& reason)
{
    endBadly(draft, WorkflowStatus::Terminated, reason, kNoTask, false);
}

void endExecution(Draft& draft, TaskSlot terminate)
{
    Text reason;
    if (terminate != kNoTask) {
        const TaskRun& task = draft.task(terminate);
        const std::string_view wanted = task.inputData["terminationStatus"].asText();
        reason = task.inputData["terminationReason"].toText();
        if (isBlank(reason))
            reason = Text(joined({"Workflow is ", wanted, " by TERMINATE task: ", task.taskId}));
        if (wanted == "FAILED" || wanted == "TERMINATED") {
            // Only then does the real server keep that the task was looked at.
            draft.change(terminate, EventKind::TaskExecuted, {{Field::Executed, true}});
            const auto status = wanted == "FAILED" ? WorkflowStatus::Failed : WorkflowStatus::Terminated;
            terminateWorkflow(draft, {reason, status, terminate});
            return;
        }
    }
    std::vector<FieldChange> changes;
    if (!reason.empty())
        changes.push_back({Field::WorkflowReason, Value(reason)});
    changes.push_back({Field::Output, workflowOutput(draft, draft.execution())});
    addFailedNames(draft, changes);
    changes.push_back({Field::WorkflowStatus, asValue(WorkflowStatus::Completed)});
    changes.push_back({Field::WorkflowEndTime, draft.now()});
    draft.changeWorkflow(EventKind::WorkflowCompleted, std::move(changes), blame(draft, terminate));
    cancelAll(draft);
    tellParent(draft);
}

std::optional<Text> permissiveFailures(const Draft& draft)
{
    const Execution& execution = draft.execution();
    std::map<std::string_view, const TaskRun*> latest;      // the attempt with most retries of each name
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (!task || !task->workflowTask || !task->workflowTask->permissive || task->workflowTask->optional)
            continue;
        const TaskRun*& kept = latest[task->referenceTaskName.view()];
        if (!kept || task->retryCount >= kept->retryCount)
            kept = task;
    }
    std::string reasons;
    for (const auto& [name, task] : latest) {
        if (!isTerminal(task->status) || isSuccessful(task->status))
            continue;
        if (!reasons.empty())
            reasons += ". ";
        reasons += joined({"Task ", task->taskId, " failed with status: ", toText(task->status), " and reason: '",
            orNullWord(task->reasonForIncompletion), "'"});
    }
    return reasons.empty() ? std::nullopt : std::optional<Text>(Text(reasons));
}

}  // namespace baton
