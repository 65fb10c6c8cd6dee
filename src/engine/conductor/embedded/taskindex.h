// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"
#include "engine/conductor/queues/waitingwork.h"

namespace baton {

/// Where each task is, by its id, and what its log says; follows the events.
class TaskIndex {
public:
    struct Place {
        Text workflowId;
        TaskSlot slot = kNoTask;
    };

    void take(const Event& event);
    void rebuild(const World& world);
    void add(const Execution& execution);
    void forget(const Text& workflowId);

    [[nodiscard]] const Place* find(std::string_view taskId) const;
    void addLog(TaskLogEntry entry);
    [[nodiscard]] std::vector<TaskLogEntry> logs(std::string_view taskId) const;

private:
    void add(const Text& workflowId, TaskSlot slot, const TaskRun& task);

    TextMap<Place> m_places;
    TextMap<std::vector<Text>> m_tasksOf;        // by workflow, by slot
    TextMap<std::vector<TaskLogEntry>> m_logs;
};

}  // namespace baton
