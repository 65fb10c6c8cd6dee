// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/operations/revival.h"

#include <algorithm>
#include <unordered_map>

namespace baton::operations {

namespace {

bool isPermissiveFailure(const Draft& draft, const Value& name)
{
    const TaskRun* task = draft.execution().latest(name.asText());
    return task && task->workflowTask && task->workflowTask->permissive && !task->workflowTask->optional
        && task->status == TaskStatus::Failed;
}

// A join that failed only because a permissive branch did waits for that branch again.
bool waitsForPermissive(const Draft& draft, const TaskRun& join)
{
    const auto names = join.inputData["joinOn"].items();
    return (join.taskType == "JOIN" || join.taskType == "EXCLUSIVE_JOIN")
        && std::any_of(names.begin(), names.end(), [&](const Value& name) { return isPermissiveFailure(draft, name); });
}

bool isKeptInPlace(const TaskRun& task)
{
    return task.taskType == "JOIN" || task.taskType == "EXCLUSIVE_JOIN" || task.taskType == "DO_WHILE"
        || task.taskType == "FORK_JOIN";
}

/// What of an execution a retry is about.
struct Retriable {
    std::vector<TaskSlot> reopened;      // wait again, as they are
    std::vector<TaskSlot> retried;       // the latest attempt of each name that failed, by seq
};

Retriable retriableTasks(const Draft& draft)
{
    Retriable found;
    std::unordered_map<Text, TaskSlot> latest;
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        const TaskRun* task = draft.execution().task(slot);
        if (!task)
            continue;
        const bool canceled = task->status == TaskStatus::Canceled;
        if (canceled && (task->taskType == "JOIN" || task->taskType == "DO_WHILE")) {
            found.reopened.push_back(slot);
        } else if (task->status == TaskStatus::Failed && waitsForPermissive(draft, *task)) {
            found.reopened.push_back(slot);
        } else if (hasFailed(*task)) {
            latest.insert_or_assign(task->referenceTaskName, slot);
        } else {
            latest.erase(task->referenceTaskName);
        }
    }
    for (const auto& [name, slot] : latest)
        found.retried.push_back(slot);
    std::sort(found.retried.begin(), found.retried.end(), [&](TaskSlot a, TaskSlot b) {
        return std::pair(draft.task(a).seq, a) < std::pair(draft.task(b).seq, b);
    });
    return found;
}

Value withoutChildId(const Value& value)
{
    return value.contains("subWorkflowId") ? value.without("subWorkflowId") : value;
}

TaskRun newAttempt(const Draft& draft, const TaskRun& before)
{
    TaskRun next = before;
    next.taskId = draft.newId();
    next.retriedTaskId = before.taskId;
    next.status = TaskStatus::Scheduled;
    next.retryCount = before.retryCount + 1;
    next.retried = false;
    next.pollCount = 0;
    next.seq = 0;
    next.callbackAfterSeconds = 0;
    next.callbackAfterMs = 0;
    next.startTime = 0;
    next.endTime = 0;
    next.updateTime = 0;
    next.workerId = {};
    next.subWorkflowId = {};
    next.reasonForIncompletion = {};
    next.outputData = Value::object();
    if (next.workflowTask) {
        const Value input = resolveCompleted(draft, *next.workflowTask, indexedTask(draft, before), next.taskId);
        next.inputData = next.inputData.empty() ? input : next.inputData.mergedWith(input);
    }
    next.inputData = withoutChildId(next.inputData);
    return next;
}

}  // namespace

Status retry(Draft& draft, const command::Retry&)
{
    const Execution& execution = draft.execution();
    if (!isTerminal(execution.status)) {
        return Error {.code = ErrorCode::NotFound,
            .message = joined({"Workflow is still running.  status=", toText(execution.status)})};
    }
    if (!draft.hasTasks())
        return Error {.code = ErrorCode::Conflict, .message = "Workflow has not started yet"};
    const Retriable found = retriableTasks(draft);
    if (found.retried.empty() && execution.status != WorkflowStatus::TimedOut) {
        return Error {.code = ErrorCode::Conflict,
            .message = "There are no retryable tasks! Use restart if you want to attempt entire workflow execution again."};
    }
    draft.changeWorkflow(EventKind::WorkflowRetried, {{Field::WorkflowStatus, asValue(WorkflowStatus::Running)},
        {Field::LastRetriedTime, draft.now()}, {Field::WorkflowReason, Value()}});
    for (const TaskSlot slot : found.reopened)
        reopen(draft, slot, {{Field::Executed, false}});

    std::vector<MappedTask> attempts;
    for (const TaskSlot slot : found.retried) {
        const TaskRun& task = draft.task(slot);
        if (isKeptInPlace(task)) {
            reopen(draft, slot, {{Field::Retried, false}, {Field::Executed, false},
                {Field::RetryCount, task.retryCount + 1}, {Field::ScheduledTime, draft.now()}});
            continue;
        }
        TaskRun attempt = newAttempt(draft, task);
        std::vector<FieldChange> changes {{Field::Retried, true}, {Field::Executed, true}};
        // Both attempts share one input on the real server: the older one shows what the newer one got.
        if (attempt.inputData != task.inputData)
            changes.push_back({Field::InputData, attempt.inputData});
        attempts.push_back({std::move(attempt), Value::object({{"retry", task.retryCount + 1}, {"by", "request"}})});
        draft.change(slot, EventKind::TaskRetried, std::move(changes));
    }
    (void)scheduleTasks(draft, std::move(attempts));
    wakeParent(draft, "retried");
    return settle(draft);
}

}  // namespace baton::operations
