// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/field.h"

#include "engine/model/execution.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <variant>

namespace baton {
namespace {

template <typename Owner>
using FieldMember = std::variant<Text Owner::*, Value Owner::*, bool Owner::*, int Owner::*, std::int64_t Owner::*,
                                 TaskStatus Owner::*, WorkflowStatus Owner::*>;

template <typename Owner>
struct FieldRow {
    Field field;
    Key name;
    FieldMember<Owner> member;
};

constexpr std::size_t kTaskFields = static_cast<std::size_t>(Field::LastTaskField) + 1;
constexpr std::size_t kExecutionFields = static_cast<std::size_t>(Field::LastField) + 1 - kTaskFields;

// One row a field, in the order of Field; everything in this file is driven by these two tables.
const std::array<FieldRow<TaskRun>, kTaskFields>& rowsOf(const TaskRun*)
{
    static const std::array<FieldRow<TaskRun>, kTaskFields> rows {{
        {Field::TaskStatus, "status", &TaskRun::status},
        {Field::Retried, "retried", &TaskRun::retried},
        {Field::Executed, "executed", &TaskRun::executed},
        {Field::CallbackFromWorker, "callbackFromWorker", &TaskRun::callbackFromWorker},
        {Field::SubworkflowChanged, "subworkflowChanged", &TaskRun::subworkflowChanged},
        {Field::RetryCount, "retryCount", &TaskRun::retryCount},
        {Field::Seq, "seq", &TaskRun::seq},
        {Field::Iteration, "iteration", &TaskRun::iteration},
        {Field::PollCount, "pollCount", &TaskRun::pollCount},
        {Field::StartDelayInSeconds, "startDelayInSeconds", &TaskRun::startDelayInSeconds},
        {Field::ResponseTimeoutSeconds, "responseTimeoutSeconds", &TaskRun::responseTimeoutSeconds},
        {Field::CallbackAfterSeconds, "callbackAfterSeconds", &TaskRun::callbackAfterSeconds},
        {Field::CallbackAfterMs, "callbackAfterMs", &TaskRun::callbackAfterMs},
        {Field::ScheduledTime, "scheduledTime", &TaskRun::scheduledTime},
        {Field::FirstScheduledTime, "firstScheduledTime", &TaskRun::firstScheduledTime},
        {Field::StartTime, "startTime", &TaskRun::startTime},
        {Field::TaskEndTime, "endTime", &TaskRun::endTime},
        {Field::TaskUpdateTime, "updateTime", &TaskRun::updateTime},
        {Field::WaitTimeout, "waitTimeout", &TaskRun::waitTimeout},
        {Field::InputData, "inputData", &TaskRun::inputData},
        {Field::OutputData, "outputData", &TaskRun::outputData},
        {Field::TaskReason, "reasonForIncompletion", &TaskRun::reasonForIncompletion},
        {Field::RetriedTaskId, "retriedTaskId", &TaskRun::retriedTaskId},
        {Field::WorkerId, "workerId", &TaskRun::workerId},
        {Field::Domain, "domain", &TaskRun::domain},
        {Field::SubWorkflowId, "subWorkflowId", &TaskRun::subWorkflowId},
        {Field::TaskType, "taskType", &TaskRun::taskType},
        {Field::TaskDefName, "taskDefName", &TaskRun::taskDefName},
        {Field::RateLimitPerFrequency, "rateLimitPerFrequency", &TaskRun::rateLimitPerFrequency},
        {Field::RateLimitFrequencyInSeconds, "rateLimitFrequencyInSeconds", &TaskRun::rateLimitFrequencyInSeconds},
        {Field::TaskUnknownFields, "unknownFields", &TaskRun::unknownFields},
    }};
    return rows;
}

const std::array<FieldRow<Execution>, kExecutionFields>& rowsOf(const Execution*)
{
    static const std::array<FieldRow<Execution>, kExecutionFields> rows {{
        {Field::WorkflowStatus, "status", &Execution::status},
        {Field::Priority, "priority", &Execution::priority},
        {Field::CreateTime, "createTime", &Execution::createTime},
        {Field::WorkflowUpdateTime, "updateTime", &Execution::updateTime},
        {Field::WorkflowEndTime, "endTime", &Execution::endTime},
        {Field::LastRetriedTime, "lastRetriedTime", &Execution::lastRetriedTime},
        {Field::Input, "input", &Execution::input},
        {Field::Output, "output", &Execution::output},
        {Field::Variables, "variables", &Execution::variables},
        {Field::TaskToDomain, "taskToDomain", &Execution::taskToDomain},
        {Field::FailedReferenceTaskNames, "failedReferenceTaskNames", &Execution::failedReferenceTaskNames},
        {Field::FailedTaskNames, "failedTaskNames", &Execution::failedTaskNames},
        {Field::History, "history", &Execution::history},
        {Field::CorrelationId, "correlationId", &Execution::correlationId},
        {Field::ReRunFromWorkflowId, "reRunFromWorkflowId", &Execution::reRunFromWorkflowId},
        {Field::WorkflowReason, "reasonForIncompletion", &Execution::reasonForIncompletion},
        {Field::EventName, "event", &Execution::event},
        {Field::ParentWorkflowId, "parentWorkflowId", &Execution::parentWorkflowId},
        {Field::ParentWorkflowTaskId, "parentWorkflowTaskId", &Execution::parentWorkflowTaskId},
        {Field::CreatedBy, "createdBy", &Execution::createdBy},
        {Field::UpdatedBy, "updatedBy", &Execution::updatedBy},
        {Field::IdempotencyKey, "idempotencyKey", &Execution::idempotencyKey},
        {Field::UnknownFields, "unknownFields", &Execution::unknownFields},
    }};
    return rows;
}

template <typename Owner>
const FieldRow<Owner>* rowOf(const Owner* owner, Field field)
{
    const auto& rows = rowsOf(owner);
    const auto first = static_cast<std::size_t>(rows.front().field);
    const auto index = static_cast<std::size_t>(field) - first;   // wraps for an earlier field, and so is out of range
    return index < rows.size() ? &rows[index] : nullptr;
}

template <typename Enum>
Enum enumFrom(const Value& value, Enum last)
{
    const auto number = value.isInteger() ? value.asInteger() : 0;
    return number > 0 && number <= static_cast<std::int64_t>(last) ? static_cast<Enum>(number) : Enum {};
}

void assign(Text& target, const Value& value) { target = value.toText(); }
void assign(Value& target, const Value& value) { target = value; }
void assign(bool& target, const Value& value) { target = value.asBool(); }
void assign(std::int64_t& target, const Value& value) { target = value.asInteger(); }
void assign(TaskStatus& target, const Value& value) { target = enumFrom(value, TaskStatus::Skipped); }
void assign(WorkflowStatus& target, const Value& value) { target = enumFrom(value, WorkflowStatus::Paused); }

void assign(int& target, const Value& value)
{
    target = static_cast<int>(std::clamp<std::int64_t>(value.asInteger(), std::numeric_limits<int>::min(),
                                                       std::numeric_limits<int>::max()));
}

Value valueOf(TaskStatus status) { return static_cast<int>(status); }
Value valueOf(WorkflowStatus status) { return static_cast<int>(status); }
template <typename T>
Value valueOf(const T& member) { return Value(member); }

template <typename Owner>
bool setFieldOf(Owner& owner, Field field, const Value& value)
{
    const FieldRow<Owner>* row = rowOf(&owner, field);
    if (!row)
        return false;
    if (!owner.unknownFields.isNull() && owner.unknownFields.contains(row->name))
        owner.unknownFields = owner.unknownFields.without(row->name);
    std::visit([&](const auto member) { assign(owner.*member, value); }, row->member);
    return true;
}

template <typename Owner>
Value fieldValueOf(const Owner& owner, Field field)
{
    const FieldRow<Owner>* row = rowOf(&owner, field);
    return row ? std::visit([&](const auto member) { return valueOf(owner.*member); }, row->member) : Value();
}

template <typename Owner>
std::vector<FieldChange> fieldChangesOf(const Owner& before, const Owner& after)
{
    std::vector<FieldChange> changes;
    bool dropsRaw = false;   // setting a field drops what unknownFields keeps of its name: to be said again, last
    for (const FieldRow<Owner>& row : rowsOf(&before)) {
        std::visit(
            [&](const auto member) {
                if (before.*member == after.*member)
                    return;
                changes.push_back({row.field, valueOf(after.*member)});
                dropsRaw |= after.unknownFields.contains(row.name);
            },
            row.member);
    }
    const Field last = rowsOf(&before).back().field;
    if (dropsRaw && changes.back().field != last)
        changes.push_back({last, after.unknownFields});
    return changes;
}

template <typename Owner>
std::unordered_map<std::string_view, Field> fieldsByName(const Owner* owner)
{
    std::unordered_map<std::string_view, Field> fields;
    for (const FieldRow<Owner>& row : rowsOf(owner))
        fields.emplace(row.name.view(), row.field);
    return fields;
}

constexpr const TaskRun* kOfTask = nullptr;
constexpr const Execution* kOfExecution = nullptr;

}  // namespace

std::string_view fieldName(Field field) noexcept
{
    if (const auto* row = rowOf(kOfTask, field))
        return row->name;
    const auto* row = rowOf(kOfExecution, field);
    return row ? row->name.view() : std::string_view {};
}

std::optional<Field> fieldFrom(std::string_view name, bool ofTask) noexcept
{
    static const auto taskFields = fieldsByName(kOfTask);
    static const auto executionFields = fieldsByName(kOfExecution);
    const auto& fields = ofTask ? taskFields : executionFields;
    const auto found = fields.find(name);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

bool setField(TaskRun& task, Field field, const Value& value) { return setFieldOf(task, field, value); }
bool setField(Execution& execution, Field field, const Value& value) { return setFieldOf(execution, field, value); }
Value fieldValue(const TaskRun& task, Field field) { return fieldValueOf(task, field); }
Value fieldValue(const Execution& execution, Field field) { return fieldValueOf(execution, field); }

std::vector<FieldChange> fieldChanges(const TaskRun& before, const TaskRun& after)
{
    return fieldChangesOf(before, after);
}

std::vector<FieldChange> fieldChanges(const Execution& before, const Execution& after)
{
    return fieldChangesOf(before, after);
}

}  // namespace baton
