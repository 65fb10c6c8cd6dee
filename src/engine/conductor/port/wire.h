// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"

namespace baton {

// The JSON of requests and small answers, as Conductor's REST interface spells it. Executions, tasks and definitions have
// theirs in model/codec.h. Reading is as lenient as the real server: unknown fields are ignored, nulls are absent; what it
// answers 400 or 500 to is an Error of that code with its text.

[[nodiscard]] Result<StartRequest> startRequestFromWire(const Value& json);
[[nodiscard]] Result<TaskResult> taskResultFromWire(const Value& json);
[[nodiscard]] Result<RerunRequest> rerunRequestFromWire(const Value& json);

[[nodiscard]] Value toWire(const StartRequest& request);
[[nodiscard]] Value toWire(const TaskResult& result);
[[nodiscard]] Value toWire(const RerunRequest& request);
[[nodiscard]] Value toWire(const TaskView& view, EpochMs now);
[[nodiscard]] Value toWire(const BulkResult& result);
[[nodiscard]] Value toWire(const PollData& data);
[[nodiscard]] Value toWire(const TaskLogEntry& entry);

/// WorkflowSummary and TaskSummary: times as text, input and output as Java prints them.
[[nodiscard]] Value workflowSummary(const Execution& execution);
[[nodiscard]] Value taskSummary(const TaskView& view);

/// WorkflowRun or TaskRun: what waiting calls answer with. `target` was started or signalled, `blocking` is the execution
/// (a sub-workflow, perhaps) that waits, `task` what it waits for.
struct WaitedFor {
    ReturnStrategy strategy = ReturnStrategy::TargetWorkflow;
    Text requestId;
    ExecutionPtr target;
    ExecutionPtr blocking;
    TaskPtr task;
    bool timedOut = false;
    EpochMs now = 0;
};
[[nodiscard]] Value toWire(const WaitedFor& waited);

/// The error body {status, message, instance, retryable, validationErrors}; `instance` is the host's name.
[[nodiscard]] Value errorBody(const Error& error, std::string_view instance);
/// 404, 409, 400 or 500.
[[nodiscard]] int httpStatus(const Error& error) noexcept;

}  // namespace baton
