// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/types/tasktype.h"

#include <limits>

// The engine's own visits to asynchronous system tasks, and what their calls bring back.

namespace baton::operations {

namespace {

constexpr std::int64_t kDefaultResponseSeconds = 3600;

std::int64_t responseSeconds(const TaskRun& task)
{
    return task.responseTimeoutSeconds > 0 ? task.responseTimeoutSeconds : kDefaultResponseSeconds;
}

bool hasOverrun(const TaskRun& task, EpochMs now)
{
    return task.startTime > 0 && task.updateTime > 0 && now - task.updateTime >= responseSeconds(task) * 1000;
}

void visitScheduled(Draft& draft, TaskSlot slot, const TaskType& type)
{
    const TaskRun& task = draft.task(slot);
    if (hasOverrun(task, draft.now())) {
        const std::string reason = joined({"Task did not complete within its responseTimeout of ",
            std::to_string(responseSeconds(task)), "s"});
        draft.setStatus(slot, TaskStatus::TimedOut, {{Field::TaskReason, Value(reason)}, {Field::PollCount, task.pollCount + 1}});
        return;
    }
    draft.change(slot, EventKind::TaskStarted, {{Field::PollCount, task.pollCount + 1}, {Field::StartTime, draft.now()},
        {Field::TaskUpdateTime, draft.now()}});
    type.start(draft, slot);
}

void visitRunning(Draft& draft, TaskSlot slot, const TaskType& type)
{
    if (!type.isAsyncComplete(draft.task(slot))) {
        draft.change(slot, EventKind::TaskChanged,
            {{Field::PollCount, draft.task(slot).pollCount + 1}, {Field::TaskUpdateTime, draft.now()}});
    }
    (void)type.execute(draft, slot);
}

}  // namespace

Status visitSystemTask(Draft& draft, const command::VisitSystemTask& command)
{
    const TaskSlot slot = command.slot;
    const TaskRun* task = draft.execution().task(slot);
    const TaskType* type = task ? systemType(task->taskType) : nullptr;
    if (!type)
        return Error {.code = ErrorCode::NotFound, .message = "There is no such system task to visit"};
    if (isTerminal(task->status))
        return {};
    if (isTerminal(draft.execution().status)) {
        draft.setStatus(slot, TaskStatus::Canceled, {{Field::TaskReason,
            Value(joined({"Workflow is in ", toText(draft.execution().status), " state"}))}});
        return {};
    }
    if (task->status == TaskStatus::Scheduled)
        visitScheduled(draft, slot, *type);
    else
        visitRunning(draft, slot, *type);

    const TaskRun& after = draft.task(slot);
    const bool handedOver = type->isAsyncComplete(after) && after.status != TaskStatus::Scheduled;
    return handedOver || isTerminal(after.status) ? settle(draft) : Status();
}

Status completeCall(Draft& draft, const command::CompleteCall& command)
{
    const TaskRun* task = draft.execution().task(command.slot);
    if (!task || task->taskId != command.taskId || isTerminal(task->status) || isTerminal(draft.execution().status))
        return {};
    const TaskResult& result = command.result;
    Value output = task->outputData.isObject() ? task->outputData : Value::object();
    if (result.outputData.isObject())
        output = output.mergedWith(result.outputData);
    std::vector<FieldChange> changes {{Field::OutputData, std::move(output)}};
    if (!result.reasonForIncompletion.empty() || !task->reasonForIncompletion.empty())
        changes.push_back({Field::TaskReason, result.reasonForIncompletion});
    if (!result.workerId.empty())
        changes.push_back({Field::WorkerId, result.workerId});
    if (!result.subWorkflowId.empty())
        changes.push_back({Field::SubWorkflowId, result.subWorkflowId});
    if (!isTerminal(result.status))
        changes.push_back({Field::CallbackAfterSeconds, result.callbackAfterSeconds});
    draft.setStatus(command.slot, result.status, std::move(changes));
    return settle(draft);
}

}  // namespace baton::operations

namespace baton {

std::optional<EpochMs> visitDue(const TaskRun& task)
{
    const TaskType* type = systemType(task.taskType);
    if (!type || !type->isAsynchronous() || isTerminal(task.status))
        return std::nullopt;
    if (task.status == TaskStatus::InProgress)
        return type->isAsyncComplete(task) ? std::nullopt : type->nextVisit(task);
    const std::int64_t delay = task.callbackAfterMs > 0 ? task.callbackAfterMs : task.callbackAfterSeconds * 1000;
    return task.scheduledTime + delay;
}

}  // namespace baton
