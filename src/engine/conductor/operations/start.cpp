// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/evaluate.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/operations/starting.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"

#include <algorithm>

namespace baton {

namespace {

Value orObject(const Value& value)
{
    return value.isObject() ? value : Value::object();
}

// Only an input that has something is completed by the definition's template.
Value completedInput(const Value& given, const Value& defaults)
{
    if (given.empty() || defaults.empty())
        return orObject(given);
    Value input = given;
    for (const Member& member : defaults.members()) {
        if (input[member.key].isNull())
            input = std::move(input).with(member.key, member.value);
    }
    return input;
}

Text textOf(const Value& value)
{
    return value.isNull() ? Text() : Text(javaText(value));
}

bool isWhole(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<StartRequest> startRequestFrom(const Value& json)
{
    if (json.isNull())
        return Error {.code = ErrorCode::InvalidArgument, .message = "Missing 'startWorkflow' in input data."};
    if (!json.isObject()) {
        return Error {.code = ErrorCode::InvalidArgument,
            .message = "Error reading StartWorkflowRequest. Cannot construct instance of "
                       "`com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest`"};
    }
    StartRequest request;
    request.name = textOf(json["name"]);
    if (isBlank(request.name)) {
        return Error {.code = ErrorCode::InvalidArgument,
            .message = "startWorkflow validation failed. 'name' -> Workflow name cannot be null or empty. "};
    }
    for (const char* number : {"version", "priority"}) {
        if (const Value& given = json[number]; given.isText() && !isWhole(given.asText())) {
            return Error {.code = ErrorCode::InvalidArgument,
                .message = joined({"Error reading StartWorkflowRequest. Cannot deserialize value of type `java.lang.Integer` "
                                   "from String \"", given.asText(), "\": not a valid `java.lang.Integer` value"})};
        }
    }
    if (json["version"].isNumber())
        request.version = static_cast<int>(json["version"].asInteger());
    if (json.contains("input") && json["input"].isNull())
        return Error {.code = ErrorCode::InvalidArgument, .message = "NULL input passed when starting workflow"};
    request.input = orObject(json["input"]);
    request.correlationId = textOf(json["correlationId"]);
    request.taskToDomain = json["taskToDomain"];
    request.priority = static_cast<int>(json["priority"].asInteger());
    request.createdBy = textOf(json["createdBy"]);
    request.idempotencyKey = textOf(json["idempotencyKey"]);
    request.idempotencyStrategy = textOf(json["idempotencyStrategy"]);
    request.externalInputPayloadStoragePath = textOf(json["externalInputPayloadStoragePath"]);
    if (!json["workflowDef"].isNull()) {
        Result<WorkflowDefPtr> definition = workflowDefFrom(json["workflowDef"]);
        if (!definition) {
            Error error = std::move(definition).error();
            error.message = "Error reading StartWorkflowRequest. " + error.message;
            return error;
        }
        request.workflowDef = std::move(definition).value();
    }
    return request;
}

Result<WorkflowDefPtr> definitionToStart(const StartRequest& request, EngineContext& context)
{
    WorkflowDefPtr definition = request.workflowDef;
    if (!definition)
        definition = context.definitions.workflow(request.name, request.version);
    if (!definition) {
        return Error {.code = ErrorCode::NotFound,
            .message = joined({"No such workflow defined. name=", request.name, ", version=",
                request.version ? std::to_string(*request.version) : std::string("null")}),
            .hint = "Register the workflow, or give its definition with the start"};
    }
    if (!context.cache)
        context.cache = std::make_shared<DefinitionCache>();
    return context.cache->populated(definition, context.definitions);
}

Result<Outcome> operations::start(const command::Start& command, EpochMs now, EngineContext& context)
{
    const StartRequest& request = command.request;
    Result<WorkflowDefPtr> definition = definitionToStart(request, context);
    if (!definition)
        return std::move(definition).error();

    auto begun = std::make_shared<Execution>();
    begun->workflowId = request.workflowId.empty() ? Text(context.ids.nextId()) : request.workflowId;
    begun->definition = std::move(definition).value();
    begun->priority = request.priority;
    begun->createTime = now;
    begun->input = completedInput(request.input, begun->definition->inputTemplate);
    begun->output = Value::object();
    begun->variables = orObject(begun->definition->variables);
    begun->taskToDomain = orObject(request.taskToDomain);
    begun->failedReferenceTaskNames = Value::array();
    begun->failedTaskNames = Value::array();
    begun->history = Value::array();
    begun->correlationId = request.correlationId;
    begun->parentWorkflowId = request.parentWorkflowId;
    begun->parentWorkflowTaskId = request.parentWorkflowTaskId;
    begun->event = request.event;
    begun->externalInputPayloadStoragePath = request.externalInputPayloadStoragePath;

    Draft draft(Execution(), now, context);
    Event event;
    event.kind = EventKind::WorkflowStarted;
    event.started = std::move(begun);
    draft.record(std::move(event));
    if (Status done = evaluate(draft); !done)
        return std::move(done).error();
    return std::move(draft).finish();
}

}  // namespace baton
