// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/enums.h"
#include "engine/value/value.h"

#include <optional>
#include <vector>

namespace baton {

struct TaskRun;
struct Execution;

/// The fields an event can change. Names on the wire are Conductor's (fieldName); task fields first.
enum class Field : std::uint8_t {
    TaskStatus, Retried, Executed, CallbackFromWorker, SubworkflowChanged, RetryCount, Seq, Iteration, PollCount,
    StartDelayInSeconds, ResponseTimeoutSeconds, CallbackAfterSeconds, CallbackAfterMs, ScheduledTime, FirstScheduledTime,
    StartTime, TaskEndTime, TaskUpdateTime, WaitTimeout, InputData, OutputData, TaskReason, RetriedTaskId, WorkerId, Domain,
    SubWorkflowId, TaskType, TaskDefName, RateLimitPerFrequency, RateLimitFrequencyInSeconds, TaskUnknownFields,
    LastTaskField = TaskUnknownFields,

    WorkflowStatus, Priority, CreateTime, WorkflowUpdateTime, WorkflowEndTime, LastRetriedTime, Input, Output, Variables,
    TaskToDomain, FailedReferenceTaskNames, FailedTaskNames, History, CorrelationId, ReRunFromWorkflowId, WorkflowReason,
    EventName, ParentWorkflowId, ParentWorkflowTaskId, CreatedBy, UpdatedBy, IdempotencyKey,
    UnknownFields,
    LastField = UnknownFields,
};

[[nodiscard]] constexpr bool isTaskField(Field field) noexcept { return field <= Field::LastTaskField; }
[[nodiscard]] std::string_view fieldName(Field field) noexcept;                                    // "outputData"
[[nodiscard]] std::optional<Field> fieldFrom(std::string_view name, bool ofTask) noexcept;
/// Sets one field; a value of the wrong type gives the field's zero. Returns false for a field of the other kind. What
/// unknownFields keeps of that name (an import's raw value) goes. Leaves Execution's indexes to apply.
bool setField(TaskRun& task, Field field, const Value& value);
bool setField(Execution& execution, Field field, const Value& value);
/// Text that is not set, and enumerations: as setField takes them ("" and integers). Null for a field of the other kind.
[[nodiscard]] Value fieldValue(const TaskRun& task, Field field);
[[nodiscard]] Value fieldValue(const Execution& execution, Field field);

/// One field's new value. Enumerations travel as integers of the C++ enum; the event codec spells them.
struct FieldChange {
    Field field;
    Value value;
    bool operator==(const FieldChange&) const = default;
};

/// What makes `before` like `after`, in the order of Field; covers the fields of that enumeration only.
[[nodiscard]] std::vector<FieldChange> fieldChanges(const TaskRun& before, const TaskRun& after);
[[nodiscard]] std::vector<FieldChange> fieldChanges(const Execution& before, const Execution& after);

}  // namespace baton
