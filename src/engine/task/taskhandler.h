// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/value/value.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace baton {

/// How a task ended, in a worker's words. Failed is retried by the task's definition, FailedTerminal never.
enum class TaskOutcome : std::uint8_t { Completed, Failed, FailedTerminal, InProgress };

/// The error object every failed result carries in its output under "error"; TaskRegistry::run adds task_id, workflow_id and
/// time to it there.
struct TaskError {
    std::string code;       // UW_001...
    std::string message;
    Value details;          // object; names the field for bad input
    bool retryable = false;
};

struct TaskOutput {
    TaskOutcome outcome = TaskOutcome::Completed;
    Value output;                               // object
    std::string reason;                         // reasonForIncompletion
    std::chrono::seconds callbackAfter {0};     // InProgress only
    std::optional<TaskError> error;

    [[nodiscard]] static TaskOutput completed(Value output);
    [[nodiscard]] static TaskOutput failed(TaskError error);        // Failed when error.retryable, else FailedTerminal
    [[nodiscard]] static TaskOutput inProgress(std::chrono::seconds callbackAfter, Value output = {});
};

/// What a handler may know and do while it runs. Valid during execute only; thread-safe.
class TaskContext {
public:
    virtual ~TaskContext() = default;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    [[nodiscard]] virtual std::string_view taskId() const = 0;
    [[nodiscard]] virtual std::string_view workflowId() const = 0;
    [[nodiscard]] virtual std::string_view referenceName() const = 0;
    [[nodiscard]] virtual int attempt() const = 0;                  // 0 for the first
    [[nodiscard]] virtual std::stop_token stopToken() const = 0;    // asked to stop: cancelled, timed out or shutting down
    [[nodiscard]] virtual bool sideEffectsAllowed() const = 0;      // false while rehearsing
    virtual void log(std::string line) = 0;                         // into the task's log on the server
};

enum class FieldType : std::uint8_t { Any, Text, Number, Integer, Bool, Object, Array };

/// One named input or output. Numbers may be bounded; text may be limited to some words.
struct FieldSpec {
    std::string name;
    FieldType type = FieldType::Any;
    bool required = true;
    std::optional<double> minimum {};
    std::optional<double> maximum {};
    std::vector<std::string> oneOf {};
    std::string description {};
};

struct TaskDescription {
    std::string name;                           // the task type it serves
    std::string description;
    std::string version = "1.0.0";
    std::vector<FieldSpec> inputs;
    std::vector<FieldSpec> outputs;
    std::string inputErrorCode = "INVALID_FIELD";      // TaskError::code when an input or output breaks its spec
    std::string outputErrorCode = "INVALID_OUTPUT";
    std::chrono::seconds timeout {300};
    int retryCount = 3;
    std::chrono::seconds retryDelay {5};
};

/// Does one type of task. execute may be called from several threads at once and keeps no state between calls but what it
/// was constructed with. It checks its inputs by description() before anything else (see runTask in taskrunner.h).
class TaskHandler {
public:
    virtual ~TaskHandler() = default;
    [[nodiscard]] virtual const TaskDescription& description() const = 0;
    [[nodiscard]] virtual TaskOutput execute(const Value& input, TaskContext& context) = 0;
};

}  // namespace baton
