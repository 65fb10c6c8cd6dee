// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/definitions.h"

namespace baton {
namespace {

using T = WorkflowTask;

bool refuse(Reading& reading, std::string_view expected, const Value& json)
{
    if (!reading.lenient())
        reading.fail("must be " + std::string(expected) + ", but is " + std::string(described(json)));
    return false;
}

template <TaskList T::*List>
Special<T> taskList()
{
    return {[](T& task, const Value& json, Reading& reading) { return readTaskList(task.*List, json, reading); },
            [](const T& task, Writing& writing) { return writeTaskList(task.*List, writing); }};
}

bool readCases(T& task, const Value& json, Reading& reading)
{
    bool all = true;
    for (const Member& member : json.members()) {
        const Reading::Step step(reading, member.key);
        DecisionCase& one = task.decisionCases.emplace_back();
        one.value = Text(member.key.view());
        all &= member.value.isNull() || readTaskList(one.tasks, member.value, reading);
    }
    task.hasDecisionCases = true;
    return all;
}

Value writeCases(const T& task, Writing& writing)
{
    if (!task.hasDecisionCases && task.decisionCases.empty())
        return {};
    ObjectBuilder cases(task.decisionCases.size());
    for (const DecisionCase& one : task.decisionCases) {
        Value tasks = writeTaskList(one.tasks, writing);
        cases.set(Key(one.value.view()), tasks.isNull() ? emptyFor(Wire::Array) : std::move(tasks));
    }
    return std::move(cases).build();
}

bool readBranches(T& task, const Value& json, Reading& reading)
{
    bool all = true;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const Reading::Step step(reading, i);
        TaskList& branch = task.forkTasks.emplace_back();
        all &= json.at(i).isNull() || readTaskList(branch, json.at(i), reading);
    }
    return all;
}

Value writeBranches(const T& task, Writing& writing)
{
    if (task.forkTasks.empty())
        return {};
    std::vector<Value> branches;
    for (const TaskList& branch : task.forkTasks) {
        Value tasks = writeTaskList(branch, writing);
        branches.push_back(tasks.isNull() ? emptyFor(Wire::Array) : std::move(tasks));
    }
    return Value::array(std::move(branches));
}

bool readSubWorkflow(T& task, const Value& json, Reading& reading)
{
    if (!json.isObject())
        return refuse(reading, "an object", json);
    readBean(task.subWorkflowParam.emplace(), subWorkflowParamsTable(), json, reading);
    return true;
}

Value writeSubWorkflow(const T& task, Writing& writing)
{
    if (!task.subWorkflowParam)
        return {};
    ObjectBuilder out;
    writeBean(out, subWorkflowParamsTable(), *task.subWorkflowParam, writing);
    writeUnknown(out, subWorkflowParamsTable(), *task.subWorkflowParam, writing, true);
    return std::move(out).build();
}

bool readInlineDefinition(T& task, const Value& json, Reading& reading)
{
    if (!json.isObject())
        return refuse(reading, "an object", json);
    task.taskDefinition = readTaskDef(json, reading);
    return true;
}

Value writeInlineDefinition(const T& task, Writing& writing)
{
    return task.taskDefinition ? writeTaskDef(*task.taskDefinition, writing) : Value();
}

}  // namespace

const BeanTable<SubWorkflowParams>& subWorkflowParamsTable()
{
    using P = SubWorkflowParams;
    static const BeanTable<P> table {
        {"name", &P::name, Wire::WhenSet},
        {"version", &P::version, Wire::WhenSet},
        {"taskToDomain", &P::taskToDomain, Wire::WhenSet},
        {"workflowDefinition", &P::workflowDefinition, Wire::WhenSet},
        {"idempotencyKey", &P::idempotencyKey, Wire::WhenSet},
        {"idempotencyStrategy", &P::idempotencyStrategy, Wire::WhenSet},
        {"priority", &P::priority, Wire::WhenSet},
    };
    return table;
}

const BeanTable<WorkflowTask>& workflowTaskTable()
{
    static const BeanTable<T> table {
        {"name", &T::name, Wire::WhenSet},
        {"taskReferenceName", &T::taskReferenceName, Wire::WhenSet},
        {"description", &T::description, Wire::WhenSet},
        {"inputParameters", &T::inputParameters, Wire::Object},
        {"type", &T::type, Wire::Always},
        {"dynamicTaskNameParam", &T::dynamicTaskNameParam, Wire::WhenSet},
        {"caseValueParam", &T::caseValueParam, Wire::WhenSet},
        {"caseExpression", &T::caseExpression, Wire::WhenSet},
        {"scriptExpression", &T::scriptExpression, Wire::WhenSet},
        {"decisionCases", Special<T> {&readCases, &writeCases}, Wire::Object},
        {"dynamicForkJoinTasksParam", &T::dynamicForkJoinTasksParam, Wire::WhenSet},
        {"dynamicForkTasksParam", &T::dynamicForkTasksParam, Wire::WhenSet},
        {"dynamicForkTasksInputParamName", &T::dynamicForkTasksInputParamName, Wire::WhenSet},
        {"forkTaskName", &T::forkTaskName, Wire::WhenSet},
        {"defaultCase", taskList<&T::defaultCase>(), Wire::Array},
        {"forkTasks", Special<T> {&readBranches, &writeBranches}, Wire::Array},
        {"startDelay", &T::startDelay, Wire::Always},
        {"subWorkflowParam", Special<T> {&readSubWorkflow, &writeSubWorkflow}, Wire::WhenSet},
        {"joinOn", &T::joinOn, Wire::Array},
        {"sink", &T::sink, Wire::WhenSet},
        {"optional", &T::optional, Wire::Always},
        {"taskDefinition", Special<T> {&readInlineDefinition, &writeInlineDefinition}, Wire::WhenSet},
        {"rateLimited", &T::rateLimited, Wire::WhenSet},
        {"defaultExclusiveJoinTask", &T::defaultExclusiveJoinTask, Wire::Array},
        {"asyncComplete", &T::asyncComplete, Wire::Always},
        {"loopCondition", &T::loopCondition, Wire::WhenSet},
        {"loopOver", taskList<&T::loopOver>(), Wire::Array},
        {"items", &T::items, Wire::WhenSet},
        {"retryCount", &T::retryCount, Wire::WhenSet},
        {"evaluatorType", &T::evaluatorType, Wire::WhenSet},
        {"expression", &T::expression, Wire::WhenSet},
        {"onStateChange", &T::onStateChange, Wire::Object},
        {"joinStatus", &T::joinStatus, Wire::WhenSet},
        {"joinMode", &T::joinMode, Wire::WhenSet},
        {"cacheConfig", &T::cacheConfig, Wire::WhenSet},
        {"permissive", &T::permissive, Wire::Always},
        {"metadata", &T::metadata, Wire::Object},
    };
    return table;
}

WorkflowTaskPtr readWorkflowTask(const Value& json, Reading& reading)
{
    auto task = std::make_shared<WorkflowTask>();
    if (reading.nesting >= Reading::kMaxNesting) {
        if (reading.lenient())
            task->unknownFields = json;
        else
            reading.fail("is nested too deeply",
                         "at most " + std::to_string(Reading::kMaxNesting) + " operators can be inside each other");
        return task;
    }
    ++reading.nesting;
    readBean(*task, workflowTaskTable(), json, reading);
    --reading.nesting;
    if (reading.pool)
        reading.pool->add(json, task);
    return task;
}

bool readTaskList(TaskList& tasks, const Value& json, Reading& reading)
{
    if (!json.isArray())
        return refuse(reading, "a list of tasks", json);
    bool all = true;
    tasks.reserve(json.size());
    for (std::size_t i = 0; i < json.size() && !reading.failed(); ++i) {
        const Reading::Step step(reading, i);
        if (json.at(i).isObject())
            tasks.push_back(readWorkflowTask(json.at(i), reading));
        else
            all = refuse(reading, "a task (an object)", json.at(i));
    }
    return all;
}

Value writeWorkflowTask(const WorkflowTask& task, Writing& writing)
{
    const bool wire = writing.style == Writing::Style::Wire;
    if (wire) {
        if (const auto known = writing.written.find(&task); known != writing.written.end())
            return known->second;
    }
    ObjectBuilder out(workflowTaskTable().rows().size());
    writeBean(out, workflowTaskTable(), task, writing);
    writeUnknown(out, workflowTaskTable(), task, writing, true);
    Value value = std::move(out).build();
    if (wire)
        writing.written.emplace(&task, value);
    return value;
}

Value writeTaskList(const TaskList& tasks, Writing& writing)
{
    if (tasks.empty())
        return {};
    std::vector<Value> values;
    values.reserve(tasks.size());
    for (const WorkflowTaskPtr& task : tasks) {
        if (task)
            values.push_back(writeWorkflowTask(*task, writing));
    }
    return Value::array(std::move(values));
}

Result<WorkflowTaskPtr> workflowTaskFrom(const Value& json)
{
    Reading reading(Reading::Mode::Strict);
    auto task = readWorkflowTask(json, reading);
    if (reading.failed())
        return reading.takeError();
    return task;
}

Value toValue(const WorkflowTask& task)
{
    Writing writing;
    return writeWorkflowTask(task, writing);
}

}  // namespace baton
