// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/attempt.h"

#include "engine/conductor/decider.h"

#include <mutex>

namespace baton {
namespace {

class RehearsedContext final : public TaskContext {
public:
    RehearsedContext(const Execution& execution, const TaskRun& task, const Clock& clock, std::vector<TaskLog>& logs)
        : m_execution(execution), m_task(task), m_clock(clock), m_logs(logs)
    {
    }

    const Clock& clock() const override { return m_clock; }
    std::string_view taskId() const override { return m_task.taskId; }
    std::string_view workflowId() const override { return m_execution.workflowId; }
    std::string_view referenceName() const override { return m_task.referenceTaskName; }
    int attempt() const override { return m_task.retryCount; }
    std::stop_token stopToken() const override { return {}; }
    bool sideEffectsAllowed() const override { return false; }
    void log(std::string line) override
    {
        const std::lock_guard lock(m_mutex);
        m_logs.push_back({Text(line), m_clock.now()});
    }

private:
    const Execution& m_execution;
    const TaskRun& m_task;
    const Clock& m_clock;
    std::mutex m_mutex;                // guards m_logs: a handler may log from threads of its own
    std::vector<TaskLog>& m_logs;
};

}  // namespace

TaskStatus taskStatusOf(TaskOutcome outcome) noexcept
{
    switch (outcome) {
    case TaskOutcome::Completed: return TaskStatus::Completed;
    case TaskOutcome::Failed: return TaskStatus::Failed;
    case TaskOutcome::FailedTerminal: return TaskStatus::FailedWithTerminalError;
    case TaskOutcome::InProgress: return TaskStatus::InProgress;
    }
    return TaskStatus::Failed;
}

TaskResult runAttempt(const TaskRegistry& handlers, std::string_view taskType, const Execution& execution,
                      const TaskRun& task, const Clock& clock, const EnvironmentSource& environment)
{
    TaskResult result;
    TaskOutput output;
    {
        RehearsedContext context(execution, task, clock, result.logs);
        output = handlers.run(taskType, withSecrets(task.inputData, environment), context);
    }
    result.workflowInstanceId = execution.workflowId;
    result.taskId = task.taskId;
    result.status = taskStatusOf(output.outcome);
    result.outputData = std::move(output.output);
    result.reasonForIncompletion = Text(output.reason);
    result.callbackAfterSeconds = output.callbackAfter.count();
    result.workerId = Text("rehearsal");
    return result;
}

}  // namespace baton
