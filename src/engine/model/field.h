// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/enums.h"
#include "engine/value/value.h"

#include <optional>

namespace baton {

struct TaskRun;
struct Execution;

/// The fields an event can change. Names on the wire are Conductor's (fieldName); task fields first.
enum class Field : std::uint8_t {
    TaskStatus, Retried, Executed, CallbackFromWorker, SubworkflowChanged, RetryCount, Seq, Iteration, PollCount,
    StartDelayInSeconds, ResponseTimeoutSeconds, CallbackAfterSeconds, CallbackAfterMs, ScheduledTime, FirstScheduledTime,
    StartTime, TaskEndTime, TaskUpdateTime, WaitTimeout, InputData, OutputData, TaskReason, RetriedTaskId, WorkerId, Domain,
    SubWorkflowId, TaskType, TaskDefName, RateLimitPerFrequency, RateLimitFrequencyInSeconds,
    LastTaskField = RateLimitFrequencyInSeconds,

    WorkflowStatus, Priority, CreateTime, WorkflowUpdateTime, WorkflowEndTime, LastRetriedTime, Input, Output, Variables,
    TaskToDomain, FailedReferenceTaskNames, FailedTaskNames, History, CorrelationId, ReRunFromWorkflowId, WorkflowReason,
    EventName, ParentWorkflowId, ParentWorkflowTaskId, CreatedBy, UpdatedBy, IdempotencyKey,
    LastField = IdempotencyKey,
};

[[nodiscard]] constexpr bool isTaskField(Field field) noexcept { return field <= Field::LastTaskField; }
[[nodiscard]] std::string_view fieldName(Field field) noexcept;                                    // "outputData"
[[nodiscard]] std::optional<Field> fieldFrom(std::string_view name, bool ofTask) noexcept;
/// Sets one field; a value of the wrong type gives the field's zero. Returns false for a field of the other kind.
bool setField(TaskRun& task, Field field, const Value& value);
bool setField(Execution& execution, Field field, const Value& value);
[[nodiscard]] Value fieldValue(const TaskRun& task, Field field);
[[nodiscard]] Value fieldValue(const Execution& execution, Field field);

}  // namespace baton
