// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/childworkflow.h"

#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/words.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"

namespace baton {

namespace {

TaskStatus taskStatusOf(WorkflowStatus child)
{
    switch (child) {
    case WorkflowStatus::Completed: return TaskStatus::Completed;
    case WorkflowStatus::Failed: return TaskStatus::Failed;
    case WorkflowStatus::TimedOut: return TaskStatus::TimedOut;
    case WorkflowStatus::Terminated: return TaskStatus::Canceled;
    default: return TaskStatus::InProgress;
    }
}

// So that an execution made from a definition given on the spot can be told from others.
Value markedDynamic(const Value& input)
{
    const Value& before = input["_systemMetadata"];
    return input.with("_systemMetadata", (before.isObject() ? before : Value::object()).with("dynamic", true));
}

Text textOf(const Value& value)
{
    return value.isNull() ? Text() : Text(javaText(value));
}

}  // namespace

Text childId(const Execution& execution, const TaskRun& task)
{
    return Text(nameBasedUuid(joined({"subworkflow:", execution.workflowId, ":", task.taskId, ":",
        std::to_string(task.retryCount)})));
}

Result<StartRequest> childRequest(const Draft& draft, TaskSlot slot)
{
    const TaskRun& task = draft.task(slot);
    const Execution& parent = draft.execution();
    const Value input = withSecrets(task.inputData, draft.context().environment);
    StartRequest request;
    const Value& version = input["subWorkflowVersion"];
    if (version.isNumber() && version.asInteger() != 0)
        request.version = static_cast<int>(version.asInteger());
    request.name = textOf(input["subWorkflowName"]);
    Value childInput = input["workflowInput"];
    if (childInput.empty())
        childInput = input;
    if (const Value& definition = input["subWorkflowDefinition"]; !definition.isNull()) {
        Result<WorkflowDefPtr> read = workflowDefFrom(definition);
        if (!read)
            return std::move(read).error();
        request.workflowDef = std::move(read).value();
        request.name = request.workflowDef->name;
        childInput = markedDynamic(childInput);
    } else if (request.name.empty()) {
        return Error {.code = ErrorCode::Internal, .message = "SubWorkflow name is null and no workflowDefinition supplied",
            .hint = "Give subWorkflowParam a name"};
    }
    request.input = std::move(childInput);
    request.correlationId = parent.correlationId;
    const Value& domains = input["subWorkflowTaskToDomain"];
    request.taskToDomain = domains.isObject() ? domains : parent.taskToDomain;
    if (input["priority"].isNumber())
        request.priority = static_cast<int>(input["priority"].asInteger());
    request.idempotencyKey = textOf(input["idempotencyKey"]);
    request.idempotencyStrategy = textOf(input["idempotencyStrategy"]);
    request.workflowId = childId(parent, task);
    request.parentWorkflowId = parent.workflowId;
    request.parentWorkflowTaskId = task.taskId;
    return request;
}

void attachChild(Draft& draft, TaskSlot slot, const Text& child)
{
    const TaskRun& task = draft.task(slot);
    Value output = task.outputData.isObject() ? task.outputData : Value::object();
    output = std::move(output).with("subWorkflowId", child);
    draft.setStatus(slot, TaskStatus::InProgress,
        {{Field::SubWorkflowId, child}, {Field::OutputData, std::move(output)}, {Field::TaskReason, Value()}});
}

std::optional<Value> outputWithOwnChild(const TaskRun& task)
{
    if (task.subWorkflowId.empty() || !task.outputData.contains("subWorkflowId"))
        return std::nullopt;
    const Value own(task.subWorkflowId);
    return task.outputData["subWorkflowId"] == own ? std::nullopt : std::optional(task.outputData.with("subWorkflowId", own));
}

void followChild(Draft& draft, TaskSlot slot, const Execution& child)
{
    if (!isTerminal(child.status))
        return;
    const TaskRun& task = draft.task(slot);
    Value output = task.outputData.isObject() ? task.outputData : Value::object();
    if (child.output.isObject())
        output = output.mergedWith(child.output);
    if (!isSuccessful(child.status) && output.contains("subWorkflowId"))
        output = std::move(output).with("subWorkflowId", child.workflowId);
    std::vector<FieldChange> changes {{Field::OutputData, std::move(output)}};
    if (task.subWorkflowId.empty())
        changes.push_back({Field::SubWorkflowId, child.workflowId});
    if (!isSuccessful(child.status)) {
        changes.push_back({Field::TaskReason, Value(joined({"Sub workflow ", shortName(child), " failure reason: ",
                                                  orNullWord(child.reasonForIncompletion)}))});
    }
    draft.setStatus(slot, taskStatusOf(child.status), std::move(changes),
        Value::object({{"child", child.workflowId}, {"childStatus", toText(child.status)}}));
}

}  // namespace baton
