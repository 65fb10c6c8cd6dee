// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/usefinder.h"

#include "engine/conductor/decide/scope.h"

#include <algorithm>
#include <ranges>

namespace baton {
namespace {

bool overlaps(const Path& a, const Path& b)
{
    return isPrefix(a, b) || isPrefix(b, a);
}

std::string nameOf(const Path& path)
{
    const Key* key = path.steps.empty() ? nullptr : std::get_if<Key>(&path.steps[0]);
    return key ? key->str() : std::string();
}

bool namesInput(const TaskRun& task, const Value& input, const std::string& name)
{
    const std::string script = scriptOf(task, input);
    if (script.empty())
        return true;
    if (task.taskType == "SWITCH" && task.workflowTask && task.workflowTask->evaluatorType == "value-param")
        return script == name;
    const std::vector<std::string> names = inputsNamedBy(script, task.taskType == "JSON_JQ_TRANSFORM");
    return names.empty() || name.empty() || std::ranges::find(names, name) != names.end() || script == name;
}

}  // namespace

std::vector<ValueRef> UseFinder::find(const ValueRef& value, std::size_t since, std::size_t position)
{
    m_found.clear();
    m_position = position;
    const RunAccount* run = m_story.find(value.workflowId);
    if (!run || !run->started || since == ProvenanceStep::kNone)
        return {};
    const TaskAccount* task = m_story.find(value.workflowId, value.slot);
    if (value.place == ValuePlace::TaskInput && task)
        fromInput(value, *task);
    if (value.place == ValuePlace::TaskOutput && task)
        fromOutput(value, *run, *task);
    readers(value, *run, since);
    if (value.place == ValuePlace::WorkflowOutput) {
        const RunAccount* parent = m_story.find(run->started->parentWorkflowId);
        const TaskSlot slot = parent ? parent->slotOfTaskId(run->started->parentWorkflowTaskId) : kNoTask;
        if (slot != kNoTask)
            add({run->started->parentWorkflowId, ValuePlace::TaskOutput, slot, value.path});
    } else {
        workflowOutputs(value, *run);
    }
    return std::move(m_found);
}

void UseFinder::addReader(const ValueRef& value, TaskSlot reader, const TaskAccount& task, const ReferencePart& part)
{
    if (part.place != value.place || !overlaps(part.path, value.path) || task.event >= m_position)
        return;
    Path where = part.where;
    if (part.isWhole && part.isExact && isPrefix(part.path, value.path))
        where = joined(std::move(where), behind(value.path, part.path.steps.size()));
    if (isChildStarter(*task.scheduled))
        where = joined(step("workflowInput"), where);
    add({value.workflowId, ValuePlace::TaskInput, reader, std::move(where)});
}

void UseFinder::readers(const ValueRef& value, const RunAccount& run, std::size_t since)
{
    const bool ofTask = value.place == ValuePlace::TaskInput || value.place == ValuePlace::TaskOutput;
    const TaskAccount* read = ofTask ? m_story.find(value.workflowId, value.slot) : nullptr;
    if (ofTask && !read)
        return;
    for (const auto& [slot, number] : read ? read->readers : run.workflowReaders) {
        const TaskAccount& task = run.tasks[slot];
        if (!task.scheduled || task.event < since)
            continue;
        if (value.place == ValuePlace::Variables) {
            const Version* then = versionAt(run.variables, task.event);
            if (!then || then->event < since)
                continue;
        }
        const std::vector<ReferencePart>& parts = m_story.parts().of(task.scheduled->workflowTask->inputParameters);
        if (number < parts.size())
            addReader(value, slot, task, parts[number]);
    }
}

void UseFinder::fromInput(const ValueRef& value, const TaskAccount& task)
{
    const TaskRun& made = *task.scheduled;
    if (made.taskType == "SET_VARIABLE") {
        add({value.workflowId, ValuePlace::Variables, kNoTask, value.path});
        return;
    }
    if (isChildStarter(made)) {
        if (!task.childId.empty() && nameOf(value.path) == "workflowInput")
            add({task.childId, ValuePlace::WorkflowInput, kNoTask, behind(value.path, 1)});
        return;
    }
    if (made.taskType == "TERMINATE") {
        if (nameOf(value.path) == "workflowOutput")
            add({value.workflowId, ValuePlace::WorkflowOutput, kNoTask, behind(value.path, 1)});
        return;
    }
    const Version* input = versionAt(task.inputs, m_position);
    const Version* output = versionAt(task.outputs, m_position);
    if (!input || !output || !namesInput(made, input->value, nameOf(value.path)))
        return;
    // A worker's answer as a whole, its members one by one: each may depend on what it was given.
    for (const Member& member : output->value.members())
        add({value.workflowId, ValuePlace::TaskOutput, value.slot, step(member.key.view())});
}

void UseFinder::fromOutput(const ValueRef& value, const RunAccount& run, const TaskAccount& task)
{
    const TaskRun& made = *task.scheduled;
    for (const TaskSlot slot : run.collectors) {
        const TaskAccount& other = run.tasks[slot];
        if (!other.scheduled || other.event >= m_position)
            continue;
        Path path;
        const Text& type = other.scheduled->taskType;
        if (type == "JOIN")
            path = step(made.referenceTaskName.view());
        else if (type == "DO_WHILE" && made.iteration > 0)
            path = joined(step(std::to_string(made.iteration)), step(baseName(made)));
        else
            continue;
        path = joined(std::move(path), value.path);
        const Version* output = versionAt(other.outputs, m_position);
        if (output && baton::find(output->value, path))
            add({value.workflowId, ValuePlace::TaskOutput, slot, std::move(path)});
    }
}

void UseFinder::workflowOutputs(const ValueRef& value, const RunAccount& run)
{
    const Version* output = versionAt(run.outputs, m_position);
    if (!output || !run.started->definition)
        return;
    const Value& parameters = run.started->definition->outputParameters;
    for (const ReferencePart& part : m_story.parts().of(parameters)) {
        if (part.place != value.place || !overlaps(part.path, value.path))
            continue;
        if (!part.task.empty() && run.meant(part.task, output->event) != value.slot)
            continue;
        Path where = part.where;
        if (part.isWhole && part.isExact && isPrefix(part.path, value.path))
            where = joined(std::move(where), behind(value.path, part.path.steps.size()));
        add({value.workflowId, ValuePlace::WorkflowOutput, kNoTask, std::move(where)});
    }
    if (!parameters.empty() || value.place != ValuePlace::TaskOutput)
        return;
    const auto isLater = [&](const TaskAccount& one) {
        return one.scheduled && one.event < output->event && one.scheduled->seq > run.tasks[value.slot].scheduled->seq;
    };
    if (std::ranges::none_of(std::views::reverse(run.tasks), isLater))
        add({value.workflowId, ValuePlace::WorkflowOutput, kNoTask, value.path});
}

}  // namespace baton
