// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/statereader.h"

#include "engine/conductor/decide/scope.h"

namespace baton {
namespace {

Value inside(const Value& value, const Path& path)
{
    const Value* found = find(value, path);
    return found ? *found : Value();
}

Path withFirst(const std::string& name, const Path& path)
{
    Path all;
    all.steps.emplace_back(Key(name));
    all.steps.insert(all.steps.end(), path.steps.begin(), path.steps.end());
    return all;
}

Value ofTask(const TaskRun& task, const std::string& member, const Path& path)
{
    if (member == "output" || member == "outputData")
        return inside(task.outputData, path);
    if (member == "input" || member == "inputData")
        return inside(task.inputData, path);
    if (member == "status")
        return toText(task.status);
    if (member == "reason" || member == "reasonForIncompletion")
        return task.reasonForIncompletion;
    if (member == "retryCount")
        return task.retryCount;
    if (member == "iteration")
        return task.iteration;
    if (member == "taskType")
        return task.taskType;
    if (member == "workerId")
        return task.workerId;
    const Path all = withFirst(member, path);   // short for output.member
    if (const Value* found = find(task.outputData, all))
        return *found;
    return inside(task.inputData, all);
}

Value ofWorkflow(const Execution& execution, const std::string& member, const Path& path)
{
    if (member == "input")
        return inside(execution.input, path);
    if (member == "output")
        return inside(execution.output, path);
    if (member == "variables")
        return inside(execution.variables, path);
    if (member == "status")
        return toText(execution.status);
    if (member == "reason" || member == "reasonForIncompletion")
        return execution.reasonForIncompletion;
    if (member == "correlationId")
        return execution.correlationId;
    return inside(execution.variables, withFirst(member, path));
}

Value ofName(const std::string& name, const Path& path, const Moment& moment)
{
    const Path all = withFirst(name, path);
    if (moment.task) {
        for (const Value* object : {&moment.task->outputData, &moment.task->inputData}) {
            if (const Value* found = find(*object, all))
                return *found;
        }
    }
    for (const Value* object : {&moment.execution->variables, &moment.execution->input}) {
        if (const Value* found = find(*object, all))
            return *found;
    }
    return {};
}

}  // namespace

Value readReference(const StateReference& reference, const Moment& moment, DefinitionCache& cache)
{
    if (!moment.execution)
        return {};
    if (reference.root.empty())
        return ofName(reference.member, reference.path, moment);
    if (reference.root == "workflow")
        return ofWorkflow(*moment.execution, reference.member, reference.path);
    if (reference.root == "task")
        return moment.task ? ofTask(*moment.task, reference.member, reference.path) : Value();
    const TaskRun* task = nullptr;
    if (moment.task && baseName(*moment.task) == reference.root)
        task = moment.task;
    else if (moment.execution->definition)
        task = taskByName(*moment.execution, *cache.index(moment.execution->definition), reference.root);
    else
        task = moment.execution->latest(reference.root);
    return task ? ofTask(*task, reference.member, reference.path) : Value();
}

std::size_t StateReader::add(const StateReference& reference)
{
    const auto [found, added] = m_numbers.try_emplace(reference.text(), m_slots.size());
    if (added)
        m_slots.push_back({.reference = reference});
    return found->second;
}

void StateReader::look(const Moment& moment) noexcept
{
    m_moment = moment;
    ++m_now;
}

const Value& StateReader::value(std::size_t reference)
{
    Slot& slot = m_slots[reference];
    if (slot.read != m_now) {
        slot.value = readReference(slot.reference, m_moment, m_cache);
        slot.read = m_now;
    }
    return slot.value;
}

Value StateReader::evaluate(const Condition& condition, const std::vector<std::size_t>& references)
{
    m_values.clear();
    for (const std::size_t reference : references)
        m_values.push_back(value(reference));
    return condition.evaluate(m_values);
}

}  // namespace baton
