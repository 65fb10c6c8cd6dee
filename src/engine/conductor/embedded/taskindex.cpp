// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/taskindex.h"

namespace baton {

void TaskIndex::take(const Event& event)
{
    switch (event.kind) {
    case EventKind::TaskScheduled:
    case EventKind::TaskSkipped:
        if (event.task)
            add(event.workflowId, event.slot, *event.task);
        break;
    case EventKind::TaskLogged: {
        const auto tasks = m_tasksOf.find(event.workflowId);
        if (tasks != m_tasksOf.end() && event.slot < tasks->second.size()) {
            const Text& taskId = tasks->second[event.slot];
            m_logs[taskId].push_back({taskId, event.detail["log"].toText(), event.detail["createdTime"].asInteger()});
        }
        break;
    }
    case EventKind::WorkflowRestarted:
    case EventKind::WorkflowRemoved: forget(event.workflowId); break;
    default: break;
    }
}

void TaskIndex::rebuild(const World& world)
{
    m_places.clear();
    m_tasksOf.clear();
    for (const Text& id : world.order) {
        if (const Execution* execution = world.find(id))
            add(*execution);
    }
}

void TaskIndex::add(const Execution& execution)
{
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        if (const TaskRun* task = execution.task(slot))
            add(execution.workflowId, slot, *task);
    }
}

const TaskIndex::Place* TaskIndex::find(std::string_view taskId) const
{
    const auto found = m_places.find(taskId);
    return found == m_places.end() ? nullptr : &found->second;
}

void TaskIndex::addLog(TaskLogEntry entry)
{
    m_logs[entry.taskId].push_back(std::move(entry));
}

std::vector<TaskLogEntry> TaskIndex::logs(std::string_view taskId) const
{
    const auto found = m_logs.find(taskId);
    return found == m_logs.end() ? std::vector<TaskLogEntry>() : found->second;
}

void TaskIndex::add(const Text& workflowId, TaskSlot slot, const TaskRun& task)
{
    std::vector<Text>& tasks = m_tasksOf[workflowId];
    if (tasks.size() <= slot)
        tasks.resize(std::size_t {slot} + 1);
    tasks[slot] = task.taskId;
    m_places[task.taskId] = {workflowId, slot};
}

void TaskIndex::forget(const Text& workflowId)
{
    const auto tasks = m_tasksOf.find(workflowId);
    if (tasks == m_tasksOf.end())
        return;
    for (const Text& taskId : tasks->second) {
        m_places.erase(taskId);
        m_logs.erase(taskId);
    }
    m_tasksOf.erase(tasks);
}

}  // namespace baton
