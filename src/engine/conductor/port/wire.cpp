// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"

#include "engine/conductor/metadata/definitionrules.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"

#include <limits>

namespace baton {
namespace {

Text textOf(const Value& value)
{
    return value.isNull() ? Text() : Text(javaText(value));
}

Value orNull(const Text& text)
{
    return text.empty() ? Value() : Value(text);
}

int intOf(const Value& value, int fallback)
{
    const std::int64_t number = value.asInteger(fallback);
    return number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max() ? fallback
                                                                                                : static_cast<int>(number);
}

Error notReadable(std::string_view what, const Value& value)
{
    return {ErrorCode::Internal, "JSON parse error: Cannot deserialize value of type `" + std::string(what) + "` from "
            + javaText(value)};
}

// What a worker may report.
std::optional<TaskStatus> reportedStatus(std::string_view word)
{
    const std::optional<TaskStatus> status = taskStatusFrom(word);
    if (!status)
        return std::nullopt;
    switch (*status) {
    case TaskStatus::InProgress:
    case TaskStatus::Failed:
    case TaskStatus::FailedWithTerminalError:
    case TaskStatus::Completed:
    case TaskStatus::Canceled: return status;
    default: return std::nullopt;
    }
}

void addLogs(TaskResult& result, const Value& logs)
{
    for (const Value& line : logs.items())
        result.logs.push_back({textOf(line["log"]), line["createdTime"].asInteger()});
}

// Leaves out what is not set, as the real server's beans do.
class Bean {
public:
    Bean& set(std::string_view key, Value value)
    {
        if (!value.isNull())
            m_object.set(key, std::move(value));
        return *this;
    }
    [[nodiscard]] Value build() && { return std::move(m_object).build(); }

private:
    ObjectBuilder m_object;
};

}  // namespace

Result<StartRequest> startRequestFromWire(const Value& json)
{
    if (!json.isObject())
        return notReadable("StartWorkflowRequest", json);
    StartRequest request;
    request.name = textOf(json["name"]);
    std::vector<Violation> violations;
    if (json["name"].isNull())
        violations.push_back({"startWorkflow.arg0.name", "Workflow name cannot be null or empty"});
    request.priority = intOf(json["priority"], 0);
    if (request.priority < 0 || request.priority > 99) {
        const std::string given = std::to_string(request.priority);
        violations.push_back({"startWorkflow.arg0.priority", "priority: " + given
                + (request.priority < 0 ? " should be minimum 0" : " should be maximum 99"), given});
    }
    if (const Value& definition = json["workflowDef"]; !definition.isNull()) {
        Result<WorkflowDefPtr> read = workflowDefFrom(definition);
        if (!read)
            return std::move(read).error();
        request.workflowDef = std::move(read).value();
    }
    if (Status checked = statusOf(std::move(violations)); !checked)
        return std::move(checked).error();
    if (json.contains("input") && json["input"].isNull())
        return Error {ErrorCode::InvalidArgument, "NULL input passed when starting workflow"};
    if (json["version"].isNumber())
        request.version = intOf(json["version"], 0);
    request.correlationId = textOf(json["correlationId"]);
    request.input = json["input"].isObject() ? json["input"] : Value::object();
    request.taskToDomain = json["taskToDomain"];
    request.createdBy = textOf(json["createdBy"]);
    request.idempotencyKey = textOf(json["idempotencyKey"]);
    request.idempotencyStrategy = textOf(json["idempotencyStrategy"]);
    request.externalInputPayloadStoragePath = textOf(json["externalInputPayloadStoragePath"]);
    return request;
}

Result<TaskResult> taskResultFromWire(const Value& json)
{
    if (!json.isObject())
        return notReadable("TaskResult", json);
    TaskResult result;
    if (const Value& status = json["status"]; !status.isNull()) {
        const std::optional<TaskStatus> known = reportedStatus(status.asText());
        if (!known)
            return notReadable("TaskResult$Status", status);
        result.status = *known;
    }
    result.workflowInstanceId = textOf(json["workflowInstanceId"]);
    result.taskId = textOf(json["taskId"]);
    std::vector<Violation> violations;
    if (result.workflowInstanceId.empty())
        violations.push_back({"updateTask.arg0.workflowInstanceId", "Workflow Id cannot be null or empty"});
    if (result.taskId.empty())
        violations.push_back({"updateTask.arg0.taskId", "Task ID cannot be null or empty"});
    if (Status checked = statusOf(std::move(violations)); !checked)
        return std::move(checked).error();
    result.outputData = json["outputData"].isObject() ? json["outputData"] : Value::object();
    result.reasonForIncompletion = textOf(json["reasonForIncompletion"]);
    result.callbackAfterSeconds = json["callbackAfterSeconds"].asInteger();
    result.workerId = textOf(json["workerId"]);
    result.subWorkflowId = textOf(json["subWorkflowId"]);
    result.externalOutputPayloadStoragePath = textOf(json["externalOutputPayloadStoragePath"]);
    result.extendLease = json["extendLease"].asBool();
    addLogs(result, json["logs"]);
    return result;
}

Result<RerunRequest> rerunRequestFromWire(const Value& json)
{
    if (!json.isObject())
        return notReadable("RerunWorkflowRequest", json);
    return RerunRequest {textOf(json["reRunFromTaskId"]), json["taskInput"], json["workflowInput"], textOf(json["correlationId"])};
}

Value toWire(const StartRequest& request)
{
    Bean bean;
    bean.set("name", orNull(request.name)).set("version", request.version ? Value(*request.version) : Value());
    bean.set("correlationId", orNull(request.correlationId)).set("input", request.input.isNull() ? Value::object() : request.input);
    bean.set("taskToDomain", request.taskToDomain).set("priority", request.priority).set("createdBy", orNull(request.createdBy));
    bean.set("workflowDef", request.workflowDef ? toValue(*request.workflowDef) : Value());
    bean.set("idempotencyKey", orNull(request.idempotencyKey)).set("idempotencyStrategy", orNull(request.idempotencyStrategy));
    bean.set("externalInputPayloadStoragePath", orNull(request.externalInputPayloadStoragePath));
    return std::move(bean).build();
}

Value toWire(const TaskResult& result)
{
    std::vector<Value> logs;
    for (const TaskLog& line : result.logs)
        logs.push_back(Value::object({{"log", line.log}, {"taskId", result.taskId}, {"createdTime", line.createdTime}}));
    Bean bean;
    bean.set("workflowInstanceId", result.workflowInstanceId).set("taskId", result.taskId);
    bean.set("status", toText(result.status)).set("outputData", result.outputData.isNull() ? Value::object() : result.outputData);
    bean.set("reasonForIncompletion", orNull(result.reasonForIncompletion));
    bean.set("callbackAfterSeconds", result.callbackAfterSeconds).set("workerId", orNull(result.workerId));
    bean.set("logs", Value::array(std::move(logs))).set("subWorkflowId", orNull(result.subWorkflowId));
    bean.set("externalOutputPayloadStoragePath", orNull(result.externalOutputPayloadStoragePath));
    bean.set("extendLease", result.extendLease);
    return std::move(bean).build();
}

Value toWire(const RerunRequest& request)
{
    Bean bean;
    bean.set("reRunFromTaskId", orNull(request.taskId)).set("taskInput", request.taskInput);
    bean.set("workflowInput", request.workflowInput).set("correlationId", orNull(request.correlationId));
    return std::move(bean).build();
}

Value toWire(const TaskView& view, EpochMs now)
{
    return view.task && view.execution ? toValue(*view.task, *view.execution, now) : Value();
}

Value toWire(const BulkResult& result)
{
    ObjectBuilder errors(result.errors.size());
    for (const auto& [id, message] : result.errors)
        errors.set(id.view(), message);
    std::vector<Value> successes(result.successes.begin(), result.successes.end());
    return Value::object({{"bulkErrorResults", std::move(errors).build()},
        {"bulkSuccessfulResults", Value::array(std::move(successes))}});
}

Value toWire(const PollData& data)
{
    Bean bean;
    bean.set("queueName", data.queueName).set("domain", orNull(data.domain)).set("workerId", orNull(data.workerId));
    bean.set("lastPollTime", data.lastPollTime);
    return std::move(bean).build();
}

Value toWire(const TaskLogEntry& entry)
{
    return Value::object({{"log", entry.log}, {"taskId", entry.taskId}, {"createdTime", entry.createdTime}});
}

int httpStatus(const Error& error) noexcept
{
    switch (error.code) {
    case ErrorCode::NotFound: return 404;
    case ErrorCode::Conflict: return 409;
    case ErrorCode::InvalidArgument: return 400;
    default: return 500;
    }
}

Value errorBody(const Error& error, std::string_view instance)
{
    Bean body;
    body.set("status", httpStatus(error)).set("message", error.message);
    if (error.violations.empty())
        body.set("instance", instance);
    body.set("retryable", false);
    std::vector<Value> list;
    for (const Violation& violation : error.violations) {
        Bean one;
        one.set("path", violation.path).set("message", violation.message);
        one.set("invalidValue", violation.invalidValue ? Value(*violation.invalidValue) : Value());
        list.push_back(std::move(one).build());
    }
    if (!list.empty())
        body.set("validationErrors", Value::array(std::move(list)));
    return std::move(body).build();
}

}  // namespace baton
