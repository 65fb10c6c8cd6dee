// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/operations/revival.h"
#include "engine/conductor/types/childworkflow.h"

// What sub-workflows tell their parent.

namespace baton::operations {

namespace {

const TaskRun* taskAt(const Draft& draft, TaskSlot slot, const Text& taskId)
{
    const TaskRun* task = draft.execution().task(slot);
    return task && task->taskId == taskId ? task : nullptr;
}

bool isOver(const Draft& draft, const TaskRun* task)
{
    return !task || isTerminal(task->status) || isTerminal(draft.execution().status);
}

// The siblings of a revived sub-workflow that went down with it come back too.
void reviveSibling(Draft& draft, TaskSlot slot)
{
    const TaskRun& task = draft.task(slot);
    if (task.retried)
        return;
    if (task.taskType == "SUB_WORKFLOW" && !task.subWorkflowId.empty() && hasFailed(task)) {
        draft.require(effect::RetryChild {task.subWorkflowId, false});
        reopen(draft, slot, {{Field::TaskReason, Value()}, {Field::SubworkflowChanged, true}, {Field::Executed, false}});
        return;
    }
    if (task.status != TaskStatus::Canceled)
        return;
    if (task.taskType == "JOIN" || task.taskType == "DO_WHILE") {
        reopen(draft, slot, {{Field::Executed, false}});
        return;
    }
    requeue(draft, slot, {{Field::RetryCount, task.retryCount + 1}, {Field::TaskReason, Value()}, {Field::PollCount, 0},
        {Field::WorkerId, Value()}, {Field::StartTime, 0}, {Field::TaskEndTime, 0}, {Field::TaskUpdateTime, draft.now()},
        {Field::Retried, false}, {Field::Executed, false}});
}

// "Sub workflow <story>": what the task's log says, and the chain of names without the operation at its end.
std::string_view chainOf(std::string_view story)
{
    return story.substr(0, story.rfind(' '));
}

std::string_view operationOf(std::string_view story)
{
    const std::size_t blank = story.rfind(' ');
    std::string_view word = blank == std::string_view::npos ? std::string_view("retried.") : story.substr(blank + 1);
    if (word.ends_with('.'))
        word.remove_suffix(1);
    return word;
}

}  // namespace

Status childStarted(Draft& draft, const command::ChildStarted& command)
{
    const TaskRun* task = taskAt(draft, command.slot, command.taskId);
    if (isOver(draft, task)) {
        // Nobody waits any more: what was begun meanwhile is ended.
        const WorkflowStatus status = draft.execution().status;
        if (isTerminal(status)) {
            draft.require(effect::TerminateChild {command.childId,
                Text(joined({"Parent workflow has been terminated with status ", toText(status)}))});
        }
        return {};
    }
    attachChild(draft, command.slot, command.childId);
    return settle(draft);
}

Status childNotStarted(Draft& draft, const command::ChildNotStarted& command)
{
    const TaskRun* task = taskAt(draft, command.slot, command.taskId);
    if (isOver(draft, task))
        return {};
    draft.setStatus(command.slot, TaskStatus::Failed, {{Field::TaskReason, Value(command.reason)}});
    return settle(draft);
}

Status childChanged(Draft& draft, const command::ChildChanged& command)
{
    const TaskSlot slot = draft.execution().slotOfTaskId(command.parentTaskId);
    const TaskRun* task = slot == kNoTask ? nullptr : draft.execution().task(slot);
    if (!command.child || isOver(draft, task) || task->retried)
        return {};
    // A child of an earlier life of this task does not matter any more.
    if (!task->subWorkflowId.empty() && task->subWorkflowId != command.child->workflowId)
        return {};
    if (task->subWorkflowId.empty())
        attachChild(draft, slot, command.child->workflowId);
    followChild(draft, slot, *command.child);
    const Status settled = settle(draft);
    const TaskRun* kept = draft.execution().task(slot);
    if (std::optional<Value> output = kept ? outputWithOwnChild(*kept) : std::nullopt)
        draft.change(slot, EventKind::TaskChanged, {{Field::OutputData, std::move(*output)}});
    return settled;
}

Status childRevived(Draft& draft, const command::ChildRevived& command)
{
    const TaskSlot slot = draft.execution().slotOfTaskId(command.parentTaskId);
    const TaskRun* task = slot == kNoTask ? nullptr : draft.execution().task(slot);
    if (!task || !task->workflowTask || task->workflowTask->optional)
        return {};
    if (task->retried && task->taskType == "SUB_WORKFLOW")
        return {};
    // Told again of a child this execution waits for already.
    if (draft.execution().status == WorkflowStatus::Running && task->status == TaskStatus::InProgress)
        return {};
    if (!command.story.empty()) {
        draft.change(slot, EventKind::TaskLogged, {},
            Value::object({{"log", joined({"Sub workflow ", command.story})}, {"createdTime", draft.now()}}));
    }
    reopen(draft, slot, {{Field::SubworkflowChanged, true}, {Field::TaskReason, Value()}, {Field::Executed, false}});
    runAgain(draft, EventKind::WorkflowRevived, {{Field::LastRetriedTime, draft.now()}});
    for (TaskSlot other = 0; other < draft.execution().tasks.size(); ++other) {
        if (other != slot && draft.execution().task(other))
            reviveSibling(draft, other);
    }
    wakeParent(draft, operationOf(command.story), chainOf(command.story));
    return settle(draft);
}

}  // namespace baton::operations
