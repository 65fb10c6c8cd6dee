// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"
#include "engine/task/taskhandler.h"

#include <mutex>

namespace baton {

/// What a handler is told while it runs for a worker.
class RunContext final : public TaskContext {
public:
    /// `onLine` is called, on the handler's thread, for the first line after the last takeLines().
    RunContext(const TaskView& view, std::shared_ptr<const Clock> clock, bool sideEffectsAllowed, std::function<void()> onLine);

    [[nodiscard]] const Clock& clock() const override { return *m_clock; }
    [[nodiscard]] std::string_view taskId() const override { return m_task->taskId.view(); }
    [[nodiscard]] std::string_view workflowId() const override { return m_workflowId.view(); }
    [[nodiscard]] std::string_view referenceName() const override { return m_task->referenceTaskName.view(); }
    [[nodiscard]] int attempt() const override { return m_task->retryCount; }
    [[nodiscard]] std::stop_token stopToken() const override { return m_stop.get_token(); }
    [[nodiscard]] bool sideEffectsAllowed() const override { return m_sideEffects; }
    void log(std::string line) override;

    void requestStop() { m_stop.request_stop(); }
    /// What was logged since the last time, with its time. Any thread.
    [[nodiscard]] std::vector<TaskLog> takeLines();

private:
    const TaskPtr m_task;
    const Text m_workflowId;
    const std::shared_ptr<const Clock> m_clock;
    const bool m_sideEffects;
    const std::function<void()> m_onLine;
    std::stop_source m_stop;
    std::mutex m_mutex;                // guards m_lines
    std::vector<TaskLog> m_lines;
};

/// The same lines in as few entries as the server keeps of one update: neighbours share one, by line breaks.
[[nodiscard]] std::vector<TaskLog> gathered(std::vector<TaskLog> lines);

}  // namespace baton
