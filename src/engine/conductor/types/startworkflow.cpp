// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/starting.h"
#include "engine/conductor/types/alltypes.h"

namespace baton::types {

namespace {

class StartWorkflow final : public TaskType {
public:
    StartWorkflow() noexcept : TaskType("START_WORKFLOW", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.taskType = name();
        run.inputData = context.plainInput();
        run.callbackAfterSeconds = context.task->startDelay;
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        const Value input = withSecrets(draft.task(slot).inputData, draft.context().environment);
        Result<StartRequest> request = startRequestFrom(input["startWorkflow"]);
        if (!request)
            return fail(draft, slot, request.error().message);
        if (request->taskToDomain.empty())
            request->taskToDomain = draft.execution().taskToDomain;
        if (isBlank(request->correlationId))
            request->correlationId = draft.execution().correlationId;
        request->workflowId = draft.newId();
        // The real server notices here; nobody waits for the one that is started.
        if (const Result<WorkflowDefPtr> definition = definitionToStart(*request, draft.context()); !definition)
            return fail(draft, slot, definition.error().message);
        const TaskRun& task = draft.task(slot);
        Value output = task.outputData.isObject() ? task.outputData : Value::object();
        output = std::move(output).with("workflowId", request->workflowId);
        draft.require(effect::StartWorkflow {std::move(request).value()});
        draft.setStatus(slot, TaskStatus::Completed, {{Field::OutputData, std::move(output)}});
    }

private:
    static void fail(Draft& draft, TaskSlot slot, const std::string& reason)
    {
        draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, Value(reason)}});
    }
};

}  // namespace

const TaskType& startWorkflow() noexcept
{
    static const StartWorkflow type;
    return type;
}

}  // namespace baton::types
