// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"

#include "engine/expression/template.h"
#include "engine/model/codec.h"

#include <cstdio>

// Summaries for search, and what waiting calls answer with.

namespace baton {
namespace {

struct Day {
    std::int64_t year;
    unsigned month;
    unsigned day;
};

// Howard Hinnant's days-to-civil: exact for every day of the proleptic Gregorian calendar.
Day civilDay(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const auto ofEra = static_cast<unsigned>(days - era * 146097);
    const unsigned yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const unsigned ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned shifted = (5 * ofYear + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {static_cast<std::int64_t>(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1};
}

std::string utcText(EpochMs moment)
{
    constexpr std::int64_t kDay = 86'400'000;
    std::int64_t days = moment / kDay;
    std::int64_t rest = moment % kDay;
    if (rest < 0) {
        rest += kDay;
        --days;
    }
    const Day day = civilDay(days);
    char text[64];
    std::snprintf(text, sizeof text, "%04lld-%02u-%02uT%02lld:%02lld:%02lld.%03lldZ", static_cast<long long>(day.year), day.month,
        day.day, static_cast<long long>(rest / 3'600'000), static_cast<long long>(rest / 60'000 % 60),
        static_cast<long long>(rest / 1000 % 60), static_cast<long long>(rest % 1000));
    return text;
}

std::string objectText(const Value& value)
{
    return javaText(value.isNull() ? Value::object() : value);
}

Value orNull(const Text& text)
{
    return text.empty() ? Value() : Value(text);
}

void setIfAny(ObjectBuilder& object, std::string_view key, Value value)
{
    if (!value.isNull())
        object.set(key, std::move(value));
}

std::string joinedNames(const Value& names)
{
    std::string text;
    for (const Value& name : names.items())
        text.append(text.empty() ? "" : ",").append(name.asText());
    return text;
}

bool isAgent(const Execution& execution)
{
    const Value& metadata = execution.definition->metadata;
    return !metadata["agent_sdk"].isNull() || !metadata["agentDef"].isNull();
}

void setHeader(ObjectBuilder& object, const WaitedFor& waited)
{
    object.set("responseType", toText(waited.strategy));
    object.set("targetWorkflowId", waited.target->workflowId);
    object.set("targetWorkflowStatus", toText(waited.target->status));
    setIfAny(object, "requestId", orNull(waited.requestId));
}

Value workflowRun(const WaitedFor& waited)
{
    const Execution& execution = waited.strategy == ReturnStrategy::BlockingWorkflow && waited.blocking ? *waited.blocking
                                                                                                        : *waited.target;
    std::vector<Value> tasks;
    for (const TaskPtr& task : execution.tasksBySeq())
        tasks.push_back(toValue(*task, execution, waited.now));
    ObjectBuilder run;
    setHeader(run, waited);
    run.set("workflowId", execution.workflowId);
    setIfAny(run, "correlationId", orNull(execution.correlationId));
    run.set("input", execution.input).set("output", execution.output).set("signalTimeout", waited.timedOut);
    run.set("priority", execution.priority).set("variables", execution.variables).set("tasks", Value::array(std::move(tasks)));
    setIfAny(run, "createdBy", orNull(execution.createdBy));
    run.set("createTime", execution.createTime).set("status", toText(execution.status)).set("updateTime", execution.updateTime);
    return std::move(run).build();
}

Value taskRun(const WaitedFor& waited)
{
    const TaskRun& task = *waited.task;
    const Execution& execution = waited.blocking ? *waited.blocking : *waited.target;
    ObjectBuilder run;
    setHeader(run, waited);
    run.set("workflowId", execution.workflowId);
    setIfAny(run, "correlationId", orNull(task.correlationId));
    run.set("input", task.inputData).set("output", task.outputData).set("signalTimeout", waited.timedOut);
    run.set("taskType", task.taskType).set("taskId", task.taskId).set("referenceTaskName", task.referenceTaskName);
    run.set("retryCount", task.retryCount).set("taskDefName", task.taskDefName);
    setIfAny(run, "retriedTaskId", orNull(task.retriedTaskId));
    run.set("workflowType", execution.definition->name);
    setIfAny(run, "reasonForIncompletion", orNull(task.reasonForIncompletion));
    run.set("priority", task.workflowPriority);
    setIfAny(run, "createdBy", orNull(task.workerId));
    run.set("createTime", task.startTime).set("updateTime", task.updateTime).set("status", toText(task.status));
    return std::move(run).build();
}

}  // namespace

std::string_view toText(ReturnStrategy strategy) noexcept
{
    switch (strategy) {
    case ReturnStrategy::TargetWorkflow: return "TARGET_WORKFLOW";
    case ReturnStrategy::BlockingWorkflow: return "BLOCKING_WORKFLOW";
    case ReturnStrategy::BlockingTask: return "BLOCKING_TASK";
    case ReturnStrategy::BlockingTaskInput: return "BLOCKING_TASK_INPUT";
    }
    return "TARGET_WORKFLOW";
}

std::optional<ReturnStrategy> returnStrategyFrom(std::string_view text) noexcept
{
    for (const ReturnStrategy strategy : {ReturnStrategy::TargetWorkflow, ReturnStrategy::BlockingWorkflow,
             ReturnStrategy::BlockingTask, ReturnStrategy::BlockingTaskInput}) {
        if (toText(strategy) == text)
            return strategy;
    }
    return std::nullopt;
}

Value toWire(const WaitedFor& waited)
{
    if (!waited.target)
        return {};
    const bool wantsWorkflow = waited.strategy == ReturnStrategy::TargetWorkflow
        || waited.strategy == ReturnStrategy::BlockingWorkflow;
    if (wantsWorkflow)
        return workflowRun(waited);
    return waited.task ? taskRun(waited) : Value();
}

Value workflowSummary(const Execution& execution)
{
    const std::string input = objectText(execution.input);
    const std::string output = objectText(execution.output);
    const bool ended = execution.endTime > 0;
    ObjectBuilder summary;
    summary.set("workflowType", execution.definition->name).set("version", execution.definition->version);
    summary.set("workflowId", execution.workflowId);
    setIfAny(summary, "correlationId", orNull(execution.correlationId));
    summary.set("startTime", utcText(execution.createTime)).set("updateTime", utcText(execution.updateTime));
    setIfAny(summary, "endTime", ended ? Value(utcText(execution.endTime)) : Value());
    summary.set("status", toText(execution.status)).set("input", input).set("output", output);
    setIfAny(summary, "reasonForIncompletion", orNull(execution.reasonForIncompletion));
    summary.set("executionTime", ended ? execution.endTime - execution.createTime : 0);
    setIfAny(summary, "event", orNull(execution.event));
    summary.set("failedReferenceTaskNames", joinedNames(execution.failedReferenceTaskNames));
    setIfAny(summary, "externalInputPayloadStoragePath", orNull(execution.externalInputPayloadStoragePath));
    setIfAny(summary, "externalOutputPayloadStoragePath", orNull(execution.externalOutputPayloadStoragePath));
    summary.set("priority", execution.priority);
    summary.set("failedTaskNames", execution.failedTaskNames.isArray() ? execution.failedTaskNames : Value::array());
    setIfAny(summary, "createdBy", orNull(execution.createdBy));
    summary.set("taskToDomain", execution.taskToDomain.isObject() ? execution.taskToDomain : Value::object());
    setIfAny(summary, "idempotencyKey", orNull(execution.idempotencyKey));
    summary.set("parentWorkflowId", execution.parentWorkflowId);
    summary.set("classifier", isAgent(execution) ? "agent" : "workflow");
    summary.set("inputSize", static_cast<std::int64_t>(input.size()));
    summary.set("outputSize", static_cast<std::int64_t>(output.size()));
    return std::move(summary).build();
}

Value taskSummary(const TaskView& view)
{
    if (!view.task || !view.execution)
        return {};
    const TaskRun& task = *view.task;
    const std::int64_t waited = task.startTime > 0 && task.scheduledTime > 0 ? task.startTime - task.scheduledTime : 0;
    ObjectBuilder summary;
    summary.set("workflowId", view.execution->workflowId).set("workflowType", view.execution->definition->name);
    setIfAny(summary, "correlationId", orNull(task.correlationId));
    summary.set("scheduledTime", utcText(task.scheduledTime)).set("startTime", utcText(task.startTime));
    summary.set("updateTime", utcText(task.updateTime)).set("endTime", utcText(task.endTime));
    summary.set("status", toText(task.status));
    setIfAny(summary, "reasonForIncompletion", orNull(task.reasonForIncompletion));
    summary.set("executionTime", task.endTime > 0 ? task.endTime - task.startTime : 0).set("queueWaitTime", waited);
    summary.set("taskDefName", task.taskDefName).set("taskType", task.taskType);
    summary.set("input", objectText(task.inputData)).set("output", objectText(task.outputData)).set("taskId", task.taskId);
    summary.set("workflowPriority", task.workflowPriority);
    setIfAny(summary, "domain", orNull(task.domain));
    return std::move(summary).build();
}

}  // namespace baton
