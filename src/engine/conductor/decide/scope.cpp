// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/scope.h"

#include "engine/expression/jsonpath.h"
#include "engine/value/json.h"

#include <array>

namespace baton {

namespace {

Value orNull(const Text& text)
{
    return text.empty() ? Value() : Value(text);
}

Value orEmpty(const Value& object)
{
    return object.isNull() ? Value::object() : object;
}

struct WorkflowMember {
    const char* name;
    Value (*read)(const Execution&);
};

const std::array<WorkflowMember, 12>& workflowMembers()
{
    static const std::array<WorkflowMember, 12> members {{
        {"input", [](const Execution& e) { return orEmpty(e.input); }},
        {"output", [](const Execution& e) { return orEmpty(e.output); }},
        {"variables", [](const Execution& e) { return orEmpty(e.variables); }},
        {"status", [](const Execution& e) { return Value(toText(e.status)); }},
        {"workflowId", [](const Execution& e) { return Value(e.workflowId); }},
        {"parentWorkflowId", [](const Execution& e) { return orNull(e.parentWorkflowId); }},
        {"parentWorkflowTaskId", [](const Execution& e) { return orNull(e.parentWorkflowTaskId); }},
        {"workflowType", [](const Execution& e) { return Value(e.definition->name); }},
        {"version", [](const Execution& e) { return Value(e.definition->version); }},
        {"correlationId", [](const Execution& e) { return orNull(e.correlationId); }},
        {"reasonForIncompletion", [](const Execution& e) { return orNull(e.reasonForIncompletion); }},
        {"schemaVersion", [](const Execution& e) { return Value(e.definition->schemaVersion); }},
    }};
    return members;
}

struct TaskMember {
    const char* name;
    Value (*read)(const TaskRun&);
};

const std::array<TaskMember, 16>& taskMembers()
{
    static const std::array<TaskMember, 16> members {{
        {"output", [](const TaskRun& t) { return orEmpty(t.outputData); }},
        {"input", [](const TaskRun& t) { return orEmpty(t.inputData); }},
        {"taskType", [](const TaskRun& t) { return Value(t.taskType); }},
        {"status", [](const TaskRun& t) { return Value(toText(t.status)); }},
        {"referenceTaskName", [](const TaskRun& t) { return Value(t.referenceTaskName); }},
        {"retryCount", [](const TaskRun& t) { return Value(t.retryCount); }},
        {"correlationId", [](const TaskRun& t) { return orNull(t.correlationId); }},
        {"pollCount", [](const TaskRun& t) { return Value(t.pollCount); }},
        {"taskDefName", [](const TaskRun& t) { return orNull(t.taskDefName); }},
        {"scheduledTime", [](const TaskRun& t) { return Value(t.scheduledTime); }},
        {"startTime", [](const TaskRun& t) { return Value(t.startTime); }},
        {"endTime", [](const TaskRun& t) { return Value(t.endTime); }},
        {"taskId", [](const TaskRun& t) { return Value(t.taskId); }},
        {"reasonForIncompletion", [](const TaskRun& t) { return orNull(t.reasonForIncompletion); }},
        {"callbackAfterSeconds", [](const TaskRun& t) { return Value(t.callbackAfterSeconds); }},
        {"workerId", [](const TaskRun& t) { return orNull(t.workerId); }},
    }};
    return members;
}

Value taskObject(const TaskRun& task, const Execution& execution, std::string_view next)
{
    ObjectBuilder made;
    for (const TaskMember& member : taskMembers()) {
        if (next.empty() || next == member.name)
            made.set(member.name, member.read(task));
    }
    if (next.empty() || next == "iteration")
        made.set("iteration", task.iteration);
    if (next.empty() || next == "workflowInstanceId")
        made.set("workflowInstanceId", execution.workflowId);
    return std::move(made).build();
}

// The text after the first dot is a path into the JSON the variable holds.
Value environmentValue(const EnvironmentSource& source, std::string_view reference)
{
    const std::size_t dot = reference.find('.');
    const std::optional<std::string> found = source.workflowEnvironment(reference.substr(0, dot));
    if (!found)
        return {};
    if (dot == std::string_view::npos)
        return Value(*found);
    const Result<Value> json = parseJson(*found);
    const Result<JsonPath> path = JsonPath::parse(reference.substr(dot + 1));
    return json && path ? path->read(*json) : Value();
}

const TaskRun* latestIteration(const Execution& execution, const DefinitionIndex& index, int loop, const Text& name)
{
    const TaskRun* loopTask = execution.latest(index.at(loop).task->taskReferenceName);
    for (int i = loopTask ? loopTask->iteration : 0; i > 0; --i) {
        if (const TaskRun* found = execution.latest(iterated(name, i)))
            return found;
    }
    return nullptr;
}

}  // namespace

Text iterated(const Text& referenceName, int iteration)
{
    return iteration > 0 ? Text(referenceName.str() + "__" + std::to_string(iteration)) : referenceName;
}

std::string_view baseName(const TaskRun& task) noexcept
{
    const std::string_view name = task.referenceTaskName.view();
    if (task.iteration <= 0)
        return name;
    const std::size_t end = name.find("__");
    return end == std::string_view::npos || end == 0 ? name : name.substr(0, end);
}

const TaskRun* taskByName(const Execution& execution, const DefinitionIndex& index, std::string_view name)
{
    if (const TaskRun* found = execution.latest(name); found && baseName(*found) == name)
        return found;
    if (const IndexedTask* indexed = index.find(name))
        return indexed->loop < 0 ? nullptr : latestIteration(execution, index, indexed->loop, indexed->task->taskReferenceName);
    for (const int loop : index.loops()) {
        if (const TaskRun* found = latestIteration(execution, index, loop, Text(name)))
            return found;
    }
    return nullptr;
}

ExecutionScope::ExecutionScope(const Execution& execution, const DefinitionIndex& index,
                               const EnvironmentSource& environment, std::string_view taskId)
    : m_execution(execution)
    , m_index(index)
    , m_environment(environment)
    , m_taskId(taskId)
{
}

const Value* ExecutionScope::root(std::string_view name, std::string_view next)
{
    for (const Made& made : m_made) {
        if (made.name == name && made.next == next)
            return &made.value;
    }
    if (name == "workflow")
        return workflow(next);
    const TaskRun* task = taskByName(m_execution, m_index, name);
    return task ? keep(name, next, taskObject(*task, m_execution, next)) : nullptr;
}

const Value* ExecutionScope::workflow(std::string_view next)
{
    ObjectBuilder made;
    for (const WorkflowMember& member : workflowMembers()) {
        if (next.empty() || next == member.name)
            made.set(member.name, member.read(m_execution));
    }
    return keep("workflow", next, std::move(made).build());
}

const Value* ExecutionScope::keep(std::string_view name, std::string_view next, Value value)
{
    m_made.push_back({name, next, std::move(value)});
    return &m_made.back().value;
}

Value ExecutionScope::document()
{
    ObjectBuilder made;
    for (const TaskPtr& task : m_execution.tasksBySeq())
        made.set(baseName(*task), taskObject(*task, m_execution, {}));
    made.set("workflow", *workflow({}));
    return std::move(made).build();
}

std::optional<Value> ExecutionScope::environment(std::string_view name)
{
    constexpr std::string_view kPrefix = "workflow.env.";
    if (name.starts_with(kPrefix))
        return environmentValue(m_environment, name.substr(kPrefix.size()));
    if (const std::optional<std::string> found = m_environment.systemVariable(name))
        return Value(*found);
    return std::nullopt;
}

}  // namespace baton
