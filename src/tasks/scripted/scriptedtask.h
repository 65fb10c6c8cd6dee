// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/task/taskregistry.h"
#include "tasks/scripted/mockfile.h"

#include <functional>
#include <memory>
#include <mutex>

namespace baton::tasks {

/// Runs a script with `$` bound to the input. Called by one thread at a time; bring one in front of a ScriptEvaluator.
using RunScript = std::function<Result<Value>(std::string_view script, const Value& input)>;

/// Serves one task type with answers from a mock file, those of the reference name before those of the type. What it has
/// answered is remembered for each workflow and reference name, so that runs do not take each other's turns. Thread-safe.
class ScriptedTask final : public TaskHandler {
public:
    /// `otherwise` serves what the file has no answer for; without it that is a terminal failure.
    ScriptedTask(std::string taskType, std::shared_ptr<const MockFile> file, RunScript runScript = {},
        std::shared_ptr<TaskHandler> otherwise = {});
    ~ScriptedTask() override;

    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    [[nodiscard]] TaskOutput execute(const Value& input, TaskContext& context) override;

private:
    struct Turns;
    const std::shared_ptr<const MockFile> m_file;
    const RunScript m_runScript;
    const std::shared_ptr<TaskHandler> m_otherwise;
    TaskDescription m_description;
    std::mutex m_scripting;   // guards m_runScript
    std::unique_ptr<Turns> m_turns;

    [[nodiscard]] TaskOutput answer(const MockAnswer& answer, const Value& input);
};

/// Answers that fail `times` times with a retryable failure and then complete.
[[nodiscard]] std::vector<MockAnswer> failingAnswers(int times, Value output, std::string reason = "mocked failure");

/// A registry that serves `taskTypes` from the file. Types that `inner` serves and the file is silent about go to it.
/// The file's names need not be task types: they may be reference names of the workflow.
[[nodiscard]] std::shared_ptr<TaskRegistry> scriptedRegistry(const std::vector<std::string>& taskTypes,
    std::shared_ptr<const MockFile> file, std::shared_ptr<const TaskRegistry> inner = {}, const RunScript& runScript = {});

}  // namespace baton::tasks
