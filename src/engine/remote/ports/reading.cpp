// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/ports/reading.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"

namespace baton {

Error notA(std::string_view what, const Value& json)
{
    constexpr std::size_t kShown = 80;
    std::string text = toJson(json);
    if (text.size() > kShown)
        text = text.substr(0, kShown) + "...";
    return {ErrorCode::ParseError, "the server's answer is no " + std::string(what) + ": " + text};
}

Result<TaskView> taskViewFrom(const Value& json)
{
    if (!json.isObject() || json["taskId"].asText().empty())
        return notA("task", json);
    const Result<TaskPtr> read = taskRunFrom(json);
    if (!read)
        return read.error();
    auto definition = std::make_shared<WorkflowDef>();
    definition->name = json["workflowType"].toText();
    auto execution = std::make_shared<Execution>();
    execution->workflowId = json["workflowInstanceId"].toText();
    execution->correlationId = json["correlationId"].toText();
    execution->priority = (*read)->workflowPriority;
    execution->definition = std::move(definition);
    // The execution tells these; a task beside its execution does not.
    auto task = std::make_shared<TaskRun>(**read);
    task->unknownFields = task->unknownFields.without("workflowInstanceId").without("workflowType");
    if (task->unknownFields.empty())
        task->unknownFields = Value();
    return TaskView {std::move(task), std::move(execution)};
}

Result<BulkResult> bulkResultFrom(const Value& json)
{
    if (!json.isObject())
        return notA("bulk answer", json);
    BulkResult result;
    for (const Member& member : json["bulkErrorResults"].members())
        result.errors.emplace_back(member.key.view(), member.value.toText());
    for (const Value& id : json["bulkSuccessfulResults"].items())
        result.successes.push_back(id.toText());
    return result;
}

Result<PollData> pollDataFrom(const Value& json)
{
    if (!json.isObject())
        return notA("poll record", json);
    return PollData {json["queueName"].toText(), json["domain"].toText(), json["workerId"].toText(), json["lastPollTime"].asInteger()};
}

Result<TaskLogEntry> logEntryFrom(const Value& json)
{
    if (!json.isObject())
        return notA("log line", json);
    return TaskLogEntry {json["taskId"].toText(), json["log"].toText(), json["createdTime"].asInteger()};
}

}  // namespace baton
