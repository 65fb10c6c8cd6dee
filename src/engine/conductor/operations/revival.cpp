// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/operations/revival.h"

#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/tasktype.h"

namespace baton {

Status mustHaveEnded(const Execution& execution, std::string_view operation)
{
    if (isTerminal(execution.status))
        return {};
    return Error {.code = ErrorCode::Conflict,
        .message = joined({"Workflow: ", shortName(execution), ".", toText(execution.status),
            " is not in terminal state, unable to ", operation, "."})};
}

void wakeParent(Draft& draft, std::string_view operation, std::string_view below)
{
    const Execution& execution = draft.execution();
    if (execution.parentWorkflowId.empty())
        return;
    std::string story(shortName(execution).view());
    if (!below.empty())
        story += joined({" -> ", below});
    story += joined({" ", operation, "."});
    draft.require(effect::NotifyParent {execution.parentWorkflowId, execution.parentWorkflowTaskId, true, Text(story)});
}

void reopen(Draft& draft, TaskSlot slot, std::vector<FieldChange> changes)
{
    changes.push_back({Field::TaskStatus, asValue(TaskStatus::InProgress)});
    changes.push_back({Field::TaskUpdateTime, draft.now()});
    draft.change(slot, EventKind::TaskReset, std::move(changes));
}

void requeue(Draft& draft, TaskSlot slot, std::vector<FieldChange> changes)
{
    changes.push_back({Field::TaskStatus, asValue(TaskStatus::Scheduled)});
    changes.push_back({Field::ScheduledTime, draft.now()});
    draft.change(slot, EventKind::TaskReset, std::move(changes));
}

void removeTask(Draft& draft, TaskSlot slot)
{
    Event event;
    event.kind = EventKind::TaskRemoved;
    event.slot = slot;
    draft.record(std::move(event));
}

void runAgain(Draft& draft, EventKind kind, std::vector<FieldChange> changes)
{
    changes.push_back({Field::WorkflowStatus, asValue(WorkflowStatus::Running)});
    changes.push_back({Field::WorkflowReason, Value()});
    changes.push_back({Field::FailedReferenceTaskNames, Value::array()});
    changes.push_back({Field::FailedTaskNames, Value::array()});
    draft.changeWorkflow(kind, std::move(changes));
}

bool hasFailed(const TaskRun& task) noexcept
{
    return isTerminal(task.status) && !isSuccessful(task.status);
}

bool isSynchronous(const TaskRun& task) noexcept
{
    const TaskType* type = systemType(task.taskType);
    return type && !type->isAsynchronous();
}

}  // namespace baton
