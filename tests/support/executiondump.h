// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/value/json.h"

#include <map>
#include <string>

namespace baton::test {

/// Prints executions as lines for people, with ids replaced by names, so that expectations are text:
///
///     w FAILED "Task <b> failed with status: FAILED and reason: 'broke'" {"v":1} failed b
///     1 a SIMPLE COMPLETED x {"n":7} -> {"v":1}
///     2 b SIMPLE FAILED {} -> {} "broke"
///
/// A task's line: seq, reference name, type, status, x executed, r retried, #n retry count, >n delay, input -> output,
/// "reason". Empty input and output are left out together.
class ExecutionDump {
public:
    [[nodiscard]] std::string print(const Execution& execution)
    {
        nameIds(execution);
        std::string lines = workflowLine(execution);
        for (const TaskPtr& task : execution.tasksBySeq())
            lines += "\n" + taskLine(*task);
        return lines;
    }

    [[nodiscard]] std::string workflowLine(const Execution& execution)
    {
        nameIds(execution);
        std::string line = "w " + std::string(toText(execution.status));
        line += quoted(execution.reasonForIncompletion);
        if (!execution.output.empty())
            line += " " + json(execution.output);
        if (!execution.variables.empty())
            line += " vars " + json(execution.variables);
        if (!execution.failedReferenceTaskNames.empty()) {
            line += " failed";
            for (const Value& name : execution.failedReferenceTaskNames.items())
                line += " " + std::string(name.asText());
        }
        return line;
    }

    [[nodiscard]] std::string taskLine(const TaskRun& task)
    {
        std::string line = std::to_string(task.seq) + " " + task.referenceTaskName.str() + " " + task.taskType.str() + " "
            + std::string(toText(task.status));
        if (task.executed)
            line += " x";
        if (task.retried)
            line += " r";
        if (task.retryCount > 0)
            line += " #" + std::to_string(task.retryCount);
        if (task.startDelayInSeconds > 0)
            line += " >" + std::to_string(task.startDelayInSeconds);
        if (!task.inputData.empty() || !task.outputData.empty())
            line += " " + json(task.inputData) + " -> " + json(task.outputData);
        return line + quoted(task.reasonForIncompletion);
    }

    void name(const Text& id, const std::string& name)
    {
        if (!id.empty())
            m_names.try_emplace(id.str(), "<" + name + ">");
    }

private:
    void nameIds(const Execution& execution)
    {
        name(execution.workflowId, execution.definition ? execution.definition->name.str() : "w");
        for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
            if (const TaskRun* task = execution.task(slot)) {
                name(task->taskId, task->referenceTaskName.str()
                        + (task->retryCount > 0 ? "#" + std::to_string(task->retryCount) : std::string()));
            }
        }
    }

    [[nodiscard]] std::string named(std::string text) const
    {
        for (const auto& [id, name] : m_names) {
            for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + name.size()))
                text.replace(at, id.size(), name);
        }
        return text;
    }

    [[nodiscard]] std::string json(const Value& value) const { return named(toJson(value)); }
    [[nodiscard]] std::string quoted(const Text& text) const
    {
        return text.empty() ? std::string() : " \"" + named(text.str()) + "\"";
    }

    std::map<std::string, std::string> m_names;
};

}  // namespace baton::test
