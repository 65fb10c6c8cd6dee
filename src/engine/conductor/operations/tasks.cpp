// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"

#include <algorithm>

// What workers do with tasks: poll, update, extend the lease.

namespace baton::operations {

namespace {

constexpr std::size_t kMaxLogsOfUpdate = 10;

TaskSlot findTask(const Execution& execution, const Text& taskId, TaskSlot hint)
{
    const TaskRun* task = hint == kNoTask ? nullptr : execution.task(hint);
    return task && task->taskId == taskId ? hint : execution.slotOfTaskId(taskId);
}

// The first characters, not bytes, of the text.
Text cut(const Text& text, int characters)
{
    const std::string_view view = text.view();
    if (view.size() <= static_cast<std::size_t>(characters))
        return text;
    std::size_t at = 0;
    for (int count = 0; at < view.size(); ++at) {
        if ((static_cast<unsigned char>(view[at]) & 0xc0) != 0x80 && count++ == characters)
            break;
    }
    return view.substr(0, at);
}

void addLogs(Draft& draft, TaskSlot slot, const std::vector<TaskLog>& logs)
{
    for (std::size_t i = 0; i < std::min(logs.size(), kMaxLogsOfUpdate); ++i) {
        const EpochMs created = logs[i].createdTime > 0 ? logs[i].createdTime : draft.now();
        draft.change(slot, EventKind::TaskLogged, {}, Value::object({{"log", logs[i].log}, {"createdTime", created}}));
    }
}

Status extendLease(Draft& draft, TaskSlot slot)
{
    if (!isTerminal(draft.task(slot).status))
        draft.change(slot, EventKind::TaskProgressed, {{Field::TaskUpdateTime, draft.now()}});
    return {};
}

std::vector<FieldChange> changesOf(const Draft& draft, const TaskResult& result)
{
    const Text reason = cut(result.reasonForIncompletion, draft.context().settings.maxReasonLength);
    std::vector<FieldChange> changes;
    changes.reserve(10);
    changes.push_back({Field::OutputData, result.outputData.isObject() ? result.outputData : Value::object()});
    changes.push_back({Field::TaskReason, reason});
    changes.push_back({Field::WorkerId, result.workerId});
    changes.push_back({Field::CallbackAfterSeconds, result.callbackAfterSeconds});
    changes.push_back({Field::SubWorkflowId, result.subWorkflowId});
    if (isTerminal(result.status))
        changes.push_back({Field::TaskEndTime, draft.now()});
    return changes;
}

}  // namespace

Status pollTask(Draft& draft, const command::PollTask& command)
{
    const TaskRun* task = draft.execution().task(command.slot);
    if (!task)
        return Error {.code = ErrorCode::NotFound, .message = "There is no such task to poll"};
    if (isTerminal(task->status)) {
        return Error {.code = ErrorCode::Conflict, .message = joined({"Task ", task->taskId, " has ended as ",
                          toText(task->status)})};
    }
    std::vector<FieldChange> changes;
    changes.reserve(7);
    changes.push_back({Field::TaskStatus, asValue(TaskStatus::InProgress)});
    if (task->startTime == 0)
        changes.push_back({Field::StartTime, draft.now()});
    if (task->callbackAfterSeconds != 0)
        changes.push_back({Field::CallbackAfterSeconds, 0});
    changes.push_back({Field::WorkerId, command.workerId});
    changes.push_back({Field::PollCount, task->pollCount + 1});
    changes.push_back({Field::TaskUpdateTime, draft.now()});
    draft.change(command.slot, EventKind::TaskStarted, std::move(changes));
    return {};
}

Status updateTask(Draft& draft, const command::UpdateTask& command)
{
    const TaskResult& result = command.result;
    const TaskSlot slot = findTask(draft.execution(), result.taskId, command.slot);
    if (slot == kNoTask) {
        return Error {.code = ErrorCode::NotFound,
            .message = joined({"No such task found by id: ", orNullWord(result.taskId)})};
    }
    if (result.extendLease)
        return extendLease(draft, slot);
    const TaskRun& task = draft.task(slot);
    if (isTerminal(task.status) || isTerminal(draft.execution().status))
        return {};
    const bool backToQueue = result.status == TaskStatus::InProgress && !systemType(task.taskType);
    const TaskStatus status = backToQueue ? TaskStatus::Scheduled : result.status;
    draft.setStatus(slot, status, changesOf(draft, result));
    addLogs(draft, slot, result.logs);
    return isLeftToJoin(draft, slot) ? Status() : settle(draft, Look::AtChanges);
}

}  // namespace baton::operations
