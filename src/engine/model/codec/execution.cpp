// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/runs.h"

namespace baton {
namespace {

using E = Execution;

bool readDefinition(E& execution, const Value& json, Reading& reading)
{
    if (reading.journal && json.isInteger()) {
        execution.definition = reading.journal->definition(json.asInteger());
        if (!execution.definition)
            reading.fail("names a definition that has not been written before");
        return true;
    }
    if (!json.isObject()) {
        if (!reading.lenient())
            reading.fail("must be an object, but is " + std::string(described(json)));
        return false;
    }
    execution.definition = readWorkflowDef(json, reading);
    if (reading.journal && !reading.failed())
        reading.journal->add(execution.definition);
    return true;
}

Value writeDefinition(const E& execution, Writing& writing)
{
    if (!execution.definition)
        return {};
    if (!writing.journal)
        return writeWorkflowDef(*execution.definition, writing);
    if (const std::optional<std::int64_t> known = writing.journal->numberOf(*execution.definition))
        return *known;
    Value value = writeWorkflowDef(*execution.definition, writing);
    writing.journal->add(execution.definition);
    return value;
}

Value writeWireTask(const TaskRun& task, const Execution& execution, EpochMs now, Writing& writing)
{
    ObjectBuilder out(taskRunTable().rows().size() + 8);
    writeBean(out, taskRunTable(), task, writing);
    for (Member& derived : derivedFields(task, execution, now, writing))
        out.set(derived.key, std::move(derived.value));
    writeUnknown(out, taskRunTable(), task, writing, false);
    return std::move(out).build();
}

const Key& tasksKey()
{
    static const Key key("tasks");
    return key;
}

}  // namespace

const BeanTable<Execution>& executionTable()
{
    static const BeanTable<E> table(
        {
            {"ownerApp", &E::ownerApp, Wire::Always},
            {"createTime", &E::createTime, Wire::Always},
            {"updateTime", &E::updateTime, Wire::Always},
            {"createdBy", &E::createdBy, Wire::WhenSet},
            {"updatedBy", &E::updatedBy, Wire::WhenSet},
            {"status", &E::status, Wire::Always},
            {"endTime", &E::endTime, Wire::Always},
            {"workflowId", &E::workflowId, Wire::WhenSet},
            {"parentWorkflowId", &E::parentWorkflowId, Wire::WhenSet},
            {"parentWorkflowTaskId", &E::parentWorkflowTaskId, Wire::WhenSet},
            {"input", &E::input, Wire::Object},
            {"output", &E::output, Wire::Object},
            {"correlationId", &E::correlationId, Wire::WhenSet},
            {"reRunFromWorkflowId", &E::reRunFromWorkflowId, Wire::WhenSet},
            {"reasonForIncompletion", &E::reasonForIncompletion, Wire::WhenSet},
            {"event", &E::event, Wire::WhenSet},
            {"taskToDomain", &E::taskToDomain, Wire::Object},
            {"failedReferenceTaskNames", &E::failedReferenceTaskNames, Wire::Array},
            {"workflowDefinition", Special<E> {&readDefinition, &writeDefinition}, Wire::WhenSet},
            {"externalInputPayloadStoragePath", &E::externalInputPayloadStoragePath, Wire::WhenSet},
            {"externalOutputPayloadStoragePath", &E::externalOutputPayloadStoragePath, Wire::WhenSet},
            {"priority", &E::priority, Wire::Always},
            {"variables", &E::variables, Wire::Object},
            {"lastRetriedTime", &E::lastRetriedTime, Wire::Always},
            {"failedTaskNames", &E::failedTaskNames, Wire::Array},
            {"history", &E::history, Wire::Array},
            {"idempotencyKey", &E::idempotencyKey, Wire::WhenSet},
            {"rateLimitKey", &E::rateLimitKey, Wire::WhenSet},
        },
        {"tasks", "rateLimited", "startTime", "workflowName", "workflowVersion"});
    return table;
}

std::vector<Member> derivedFields(const Execution& execution)
{
    static const Key limited("rateLimited"), start("startTime"), name("workflowName"), version("workflowVersion");
    std::vector<Member> fields {{limited, false}, {start, execution.createTime}};
    if (execution.definition) {
        fields.push_back({name, execution.definition->name});
        fields.push_back({version, execution.definition->version});
    }
    return fields;
}

Value toValue(const TaskRun& task, const Execution& execution, EpochMs now)
{
    Writing writing;
    return writeWireTask(task, execution, now, writing);
}

Value toValue(const Execution& execution, EpochMs now, bool withTasks)
{
    Writing writing;
    ObjectBuilder out(executionTable().rows().size() + 6);
    writeBean(out, executionTable(), execution, writing);
    std::vector<Value> tasks;
    if (withTasks) {
        for (const TaskPtr& task : execution.tasksBySeq())
            tasks.push_back(writeWireTask(*task, execution, now, writing));
    }
    out.set(tasksKey(), Value::array(std::move(tasks)));
    for (Member& derived : derivedFields(execution))
        out.set(derived.key, std::move(derived.value));
    writeUnknown(out, executionTable(), execution, writing, false);
    return std::move(out).build();
}

Value writeTaskRun(const TaskRun& task, Writing& writing)
{
    ObjectBuilder out;
    writeBean(out, taskRunTable(), task, writing);
    writeUnknown(out, taskRunTable(), task, writing, false);
    return std::move(out).build();
}

Value writeExecution(const Execution& execution, Writing& writing)
{
    ObjectBuilder out;
    writeBean(out, executionTable(), execution, writing);
    writeUnknown(out, executionTable(), execution, writing, false);
    if (!execution.tasks.empty()) {
        std::vector<Value> tasks;
        execution.tasks.forEach([&](const TaskPtr& task) {
            tasks.push_back(task ? writeTaskRun(*task, writing) : Value());
        });
        out.set(tasksKey(), Value::array(std::move(tasks)));
    }
    return std::move(out).build();
}

TaskPtr readJournalTask(const Value& json, Reading& reading)
{
    auto task = std::make_shared<TaskRun>();
    readBean(*task, taskRunTable(), json, reading);
    return task;
}

ExecutionPtr readJournalExecution(const Value& json, Reading& reading)
{
    auto execution = std::make_shared<Execution>();
    readBean(*execution, executionTable(), json, reading);
    const auto tasks = json[tasksKey()].items();
    const Reading::Step step(reading, tasksKey());
    for (std::size_t i = 0; i < tasks.size() && !reading.failed(); ++i) {
        const Reading::Step place(reading, i);
        execution->tasks.push_back(tasks[i].isNull() ? TaskPtr() : readJournalTask(tasks[i], reading));
    }
    rebuildIndexes(*execution);
    return execution;
}

}  // namespace baton
