// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/operations/reopening.h"
#include "engine/conductor/operations/revival.h"

namespace baton::operations {

namespace {

std::vector<FieldChange> askedChanges(const command::Rerun& command)
{
    std::vector<FieldChange> changes;
    if (!command.correlationId.empty())
        changes.push_back({Field::CorrelationId, command.correlationId});
    if (!command.workflowInput.isNull())
        changes.push_back({Field::Input, command.workflowInput});
    return changes;
}

Status rerunWhole(Draft& draft, const command::Rerun& command)
{
    for (TaskSlot slot = 0; slot < draft.execution().tasks.size(); ++slot) {
        if (draft.execution().task(slot))
            removeTask(draft, slot);
    }
    runAgain(draft, EventKind::WorkflowRerun, askedChanges(command));
    Status done = settle(draft);
    wakeParent(draft, "reran");
    return done;
}

// The child below has been rerun: this execution waits for it again.
Status rerunThrough(Draft& draft, TaskSlot slot, const command::Rerun& command)
{
    runAgain(draft, EventKind::WorkflowRerun, askedChanges(command));
    reopen(draft, slot, {{Field::ScheduledTime, draft.now()}, {Field::StartTime, draft.now()}, {Field::TaskEndTime, 0},
        {Field::Retried, false}, {Field::Executed, false}, {Field::PollCount, 0}, {Field::TaskReason, Value()}});
    wakeParent(draft, "reran");
    return settle(draft);
}

void rerunSubWorkflow(Draft& draft, TaskSlot slot)
{
    requeue(draft, slot, {{Field::StartTime, 0}, {Field::TaskUpdateTime, 0}, {Field::TaskEndTime, 0},
        {Field::OutputData, Value::object()}, {Field::Retried, false}, {Field::Executed, false}, {Field::PollCount, 0},
        {Field::SubWorkflowId, Value()}, {Field::TaskReason, Value()}});
    systemType("SUB_WORKFLOW")->start(draft, slot);
}

}  // namespace

Status rerun(Draft& draft, const command::Rerun& command)
{
    const TaskSlot slot = command.taskId.empty() ? kNoTask : draft.execution().slotOfTaskId(command.taskId);
    if (command.through && slot != kNoTask)
        return rerunThrough(draft, slot, command);
    if (Status ended = mustHaveEnded(draft.execution(), "rerun"); !ended)
        return ended;
    if (command.taskId.empty())
        return rerunWhole(draft, command);
    if (slot == kNoTask) {
        return Error {.code = ErrorCode::InvalidArgument, .message = joined({"Task ", command.taskId, " not found"})};
    }
    runAgain(draft, EventKind::WorkflowRerun, askedChanges(command));
    const Text name = draft.task(slot).referenceTaskName;
    if (draft.task(slot).taskType == "SUB_WORKFLOW")
        rerunSubWorkflow(draft, slot);
    else if (Status done = rerunTask(draft, slot, command.taskInput); !done)
        return done;
    reopenFailed(draft, name);
    wakeParent(draft, "reran");
    return settle(draft);
}

}  // namespace baton::operations
