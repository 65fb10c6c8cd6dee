// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/runstory.h"

#include "engine/conductor/decide/scope.h"

#include <algorithm>

namespace baton {
namespace {

constexpr TaskSlot kMostSlots = 10'000'000;

}  // namespace

TaskSlot RunAccount::meant(const std::string& name, std::size_t before) const
{
    const auto found = byName.find(name);
    if (found == byName.end())
        return kNoTask;
    const auto isEarlier = [&](TaskSlot slot) { return tasks[slot].event < before; };
    const auto end = std::partition_point(found->second.begin(), found->second.end(), isEarlier);
    return end == found->second.begin() ? kNoTask : *(end - 1);
}

TaskSlot RunAccount::slotOfTaskId(std::string_view taskId) const
{
    for (std::size_t slot = 0; slot < tasks.size(); ++slot) {
        if (tasks[slot].scheduled && tasks[slot].scheduled->taskId.view() == taskId)
            return static_cast<TaskSlot>(slot);
    }
    return kNoTask;
}

const Version* versionAt(const std::vector<Version>& versions, std::size_t position)
{
    const auto end = std::ranges::lower_bound(versions, position, {}, &Version::event);
    return end == versions.begin() ? nullptr : &*(end - 1);
}

void RunStory::follow()
{
    for (; m_taken < m_journal.size(); ++m_taken)
        take(m_journal.event(m_taken), m_taken);
}

const RunAccount* RunStory::find(const Text& workflowId) const
{
    const auto found = m_runs.find(workflowId);
    return found == m_runs.end() ? nullptr : &found->second;
}

const TaskAccount* RunStory::find(const Text& workflowId, TaskSlot slot) const
{
    const RunAccount* run = find(workflowId);
    return run && slot < run->tasks.size() && run->tasks[slot].scheduled ? &run->tasks[slot] : nullptr;
}

void RunStory::take(const Event& event, std::size_t number)
{
    if (event.workflowId.empty())
        return;
    RunAccount& run = m_runs[event.workflowId];
    if (event.started) {
        run = {};
        run.started = event.started;
        run.event = number;
        run.variables.push_back({number, event.started->variables});
        run.setters.emplace_back();
        if (!event.started->output.empty())
            run.outputs.push_back({number, event.started->output});
    }
    if (event.task)
        takeTask(run, event, number);
    takeChanges(run, event, number);
}

void RunStory::takeTask(RunAccount& run, const Event& event, std::size_t number)
{
    if (event.slot >= kMostSlots || event.slot > run.tasks.size())
        return;
    if (event.slot == run.tasks.size())
        run.tasks.emplace_back();
    TaskAccount& task = run.tasks[event.slot];
    task = {.scheduled = event.task, .event = number, .inputs = {{number, event.task->inputData}}, .outputs = {},
            .childId = event.task->subWorkflowId};
    if (!event.task->outputData.empty())
        task.outputs.push_back({number, event.task->outputData});
    run.byName[std::string(baseName(*event.task))].push_back(event.slot);
    if (event.task->taskType == "JOIN" || event.task->taskType == "DO_WHILE")
        run.collectors.push_back(event.slot);
}

void RunStory::followReaders()
{
    follow();
    for (auto& [id, run] : m_runs) {
        for (; run.enlisted < run.tasks.size(); ++run.enlisted)
            enlist(run, static_cast<TaskSlot>(run.enlisted));
    }
}

// Notes with each task that is read that this one reads it.
void RunStory::enlist(RunAccount& run, TaskSlot slot)
{
    if (!run.tasks[slot].scheduled || !run.tasks[slot].scheduled->workflowTask)
        return;
    const TaskRun& task = *run.tasks[slot].scheduled;
    const std::size_t number = run.tasks[slot].event;
    const std::vector<ReferencePart>& parts = m_parts.of(task.workflowTask->inputParameters);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].task.empty()) {
            run.workflowReaders.emplace_back(slot, i);
            continue;
        }
        const TaskSlot read = run.meant(parts[i].task, number);
        if (read != kNoTask)
            run.tasks[read].readers.emplace_back(slot, i);
    }
}

void RunStory::takeChanges(RunAccount& run, const Event& event, std::size_t number)
{
    TaskAccount* task = isTaskEvent(event.kind) && event.slot < run.tasks.size() && run.tasks[event.slot].scheduled
        ? &run.tasks[event.slot] : nullptr;
    for (const FieldChange& change : event.changes) {
        if (task && change.field == Field::InputData)
            task->inputs.push_back({number, change.value});
        if (task && change.field == Field::OutputData) {
            task->outputs.push_back({number, change.value});
            task->handMadeOutput = event.detail["by"].asText() == "rehearsal";
        }
        if (task && change.field == Field::SubWorkflowId)
            task->childId = change.value.toText();
        if (change.field == Field::Output)
            run.outputs.push_back({number, change.value});
        if (change.field != Field::Variables)
            continue;
        TaskSlot setter = event.slot;
        if (setter == kNoTask && event.detail["by"].isText()) {
            const auto named = [&](const TaskAccount& one) {
                return one.scheduled && one.scheduled->referenceTaskName.view() == event.detail["by"].asText();
            };
            const auto found = std::find_if(run.tasks.rbegin(), run.tasks.rend(), named);
            if (found != run.tasks.rend())
                setter = static_cast<TaskSlot>(run.tasks.rend() - found - 1);
        }
        run.variables.push_back({number, change.value});
        run.setters.push_back(setter == kNoTask ? std::nullopt : std::optional(setter));
    }
}

}  // namespace baton
