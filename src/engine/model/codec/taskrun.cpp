// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/runs.h"

#include <algorithm>
#include <limits>

namespace baton {
namespace {

using T = TaskRun;

bool readDefinitionTask(T& task, const Value& json, Reading& reading)
{
    if (reading.journal && json.isInteger()) {
        task.workflowTask = reading.journal->task(json.asInteger());
        if (!task.workflowTask)
            reading.fail("names a definition task that has not been written before");
        return true;
    }
    if (!json.isObject()) {
        if (!reading.lenient())
            reading.fail("must be an object, but is " + std::string(described(json)));
        return false;
    }
    task.workflowTask = reading.pool ? reading.pool->find(json) : nullptr;
    if (!task.workflowTask)
        task.workflowTask = readWorkflowTask(json, reading);
    if (reading.journal && !reading.failed())
        reading.journal->add(task.workflowTask);
    return true;
}

Value writeDefinitionTask(const T& task, Writing& writing)
{
    if (!task.workflowTask)
        return {};
    if (!writing.journal)
        return writeWorkflowTask(*task.workflowTask, writing);
    if (const std::optional<std::int64_t> known = writing.journal->numberOf(*task.workflowTask))
        return *known;
    Value value = writeWorkflowTask(*task.workflowTask, writing);
    writing.journal->add(task.workflowTask);
    return value;
}

/// The nearest status for one we do not know.
TaskStatus nearestStatus(std::string_view text, bool ended)
{
    if (text == "CANCELLED" || text == "Canceled" || text == "canceled")
        return TaskStatus::Canceled;
    return ended ? TaskStatus::CompletedWithErrors : TaskStatus::InProgress;
}

std::int64_t queueWaitTime(const T& task, EpochMs now)
{
    if (task.startTime <= 0 || task.scheduledTime <= 0)
        return 0;
    if (task.updateTime <= 0 || task.callbackAfterSeconds <= 0)
        return task.startTime - task.scheduledTime;
    constexpr std::int64_t kMostSeconds = std::numeric_limits<std::int64_t>::max() / 4000;
    return std::max<std::int64_t>(0, now - task.updateTime - std::min(task.callbackAfterSeconds, kMostSeconds) * 1000);
}

const Value& noMetadata()
{
    static const Value metadata = Value::object(
        {{"additionalContext", Value::object()}, {"empty", true}, {"additionalContextMap", Value::object()}});
    return metadata;
}

struct DerivedKeys {
    Key status {"status"}, instance {"workflowInstanceId"}, workflowType {"workflowType"}, definition {"taskDefinition"};
    Key loopOver {"loopOverTask"}, queueWait {"queueWaitTime"}, firstStart {"firstStartTime"};
    Key metadata {"executionMetadata"};
};

const DerivedKeys& keys()
{
    static const DerivedKeys all;
    return all;
}

}  // namespace

const BeanTable<TaskRun>& taskRunTable()
{
    static const BeanTable<T> table(
        {
            {"taskType", &T::taskType, Wire::WhenSet},
            {"status", &T::status, Wire::Always},
            {"inputData", &T::inputData, Wire::Object},
            {"referenceTaskName", &T::referenceTaskName, Wire::WhenSet},
            {"retryCount", &T::retryCount, Wire::Always},
            {"seq", &T::seq, Wire::Always},
            {"correlationId", &T::correlationId, Wire::WhenSet},
            {"pollCount", &T::pollCount, Wire::Always},
            {"taskDefName", &T::taskDefName, Wire::WhenSet},
            {"scheduledTime", &T::scheduledTime, Wire::Always},
            {"startTime", &T::startTime, Wire::Always},
            {"endTime", &T::endTime, Wire::Always},
            {"updateTime", &T::updateTime, Wire::Always},
            {"startDelayInSeconds", &T::startDelayInSeconds, Wire::Always},
            {"retriedTaskId", &T::retriedTaskId, Wire::WhenSet},
            {"retried", &T::retried, Wire::Always},
            {"executed", &T::executed, Wire::Always},
            {"callbackFromWorker", &T::callbackFromWorker, Wire::Always},
            {"responseTimeoutSeconds", &T::responseTimeoutSeconds, Wire::Always},
            {"taskId", &T::taskId, Wire::WhenSet},
            {"reasonForIncompletion", &T::reasonForIncompletion, Wire::WhenSet},
            {"callbackAfterSeconds", &T::callbackAfterSeconds, Wire::Always},
            {"workerId", &T::workerId, Wire::WhenSet},
            {"outputData", &T::outputData, Wire::Object},
            {"workflowTask", Special<T> {&readDefinitionTask, &writeDefinitionTask}, Wire::WhenSet},
            {"domain", &T::domain, Wire::WhenSet},
            {"rateLimitPerFrequency", &T::rateLimitPerFrequency, Wire::Always},
            {"rateLimitFrequencyInSeconds", &T::rateLimitFrequencyInSeconds, Wire::Always},
            {"workflowPriority", &T::workflowPriority, Wire::Always},
            {"executionNameSpace", &T::executionNameSpace, Wire::WhenSet},
            {"isolationGroupId", &T::isolationGroupId, Wire::WhenSet},
            {"iteration", &T::iteration, Wire::Always},
            {"subWorkflowId", &T::subWorkflowId, Wire::WhenSet},
            {"subworkflowChanged", &T::subworkflowChanged, Wire::Always},
            {"parentTaskId", &T::parentTaskId, Wire::WhenSet},
            {"firstScheduledTime", &T::firstScheduledTime, Wire::Journal},
            {"callbackAfterMs", &T::callbackAfterMs, Wire::Journal},
            {"waitTimeout", &T::waitTimeout, Wire::Journal},
        },
        {"workflowInstanceId", "workflowType", "taskDefinition", "loopOverTask", "queueWaitTime", "firstStartTime",
         "executionMetadata"});
    return table;
}

std::vector<Member> derivedFields(const TaskRun& task, const Execution& execution, EpochMs now, Writing& writing)
{
    const DerivedKeys& key = keys();
    std::vector<Member> fields;
    fields.reserve(7);
    fields.push_back({key.instance, execution.workflowId});
    // A task that was skipped before it was scheduled never learns the type.
    if (execution.definition && !execution.definition->name.empty() && task.status != TaskStatus::Skipped)
        fields.push_back({key.workflowType, execution.definition->name});
    fields.push_back({key.firstStart, 0});
    fields.push_back({key.metadata, noMetadata()});
    const TaskDef* definition = task.workflowTask ? task.workflowTask->taskDefinition.get() : nullptr;
    if (!definition) {
        fields.push_back({key.definition, Value()});
    } else {
        const Value whole = writeWorkflowTask(*task.workflowTask, writing);   // written before, so that this finds it
        fields.push_back({key.definition, whole[key.definition]});
    }
    fields.push_back({key.loopOver, task.iteration > 0});
    fields.push_back({key.queueWait, queueWaitTime(task, now)});
    return fields;
}

std::shared_ptr<TaskRun> readTaskRun(const Value& json, const Execution* execution, Reading& reading, Writing& writing)
{
    const DerivedKeys& key = keys();
    auto task = std::make_shared<TaskRun>();
    readBean(*task, taskRunTable(), json, reading);
    if (const Value& status = task->unknownFields[key.status]; !status.isNull())
        task->status = nearestStatus(status.asText(), task->endTime > 0);
    if (!task->workflowTask && reading.pool) {
        const std::string_view name = task->referenceTaskName;
        task->workflowTask = reading.pool->findByReference(name.substr(0, std::min(name.find("__"), name.size())));
    }
    ObjectBuilder other;
    if (execution) {
        for (const Member& derived : derivedFields(*task, *execution, 0, writing)) {
            const Value* raw = json.find(derived.key);
            const bool timely = derived.key == key.queueWait && task->callbackAfterSeconds > 0;   // was true at its time
            if (raw && !raw->isNull() && !timely && *raw != derived.value)
                other.set(derived.key, *raw);
        }
    } else {
        for (const Key* name : {&key.instance, &key.workflowType}) {
            if (const Value* raw = json.find(*name); raw && !raw->isNull())
                other.set(*name, *raw);
        }
    }
    if (other.size() > 0)
        task->unknownFields = task->unknownFields.mergedWith(std::move(other).build());
    return task;
}

Result<TaskPtr> taskRunFrom(const Value& json)
{
    if (!json.isObject())
        return Error {ErrorCode::InvalidArgument, "a task must be an object, but is " + std::string(described(json))};
    Reading reading(Reading::Mode::Lenient);
    Writing writing;
    return TaskPtr(readTaskRun(json, nullptr, reading, writing));
}

}  // namespace baton
