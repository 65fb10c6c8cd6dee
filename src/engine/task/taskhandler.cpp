// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/task/taskhandler.h"

#include <algorithm>

namespace baton {

TaskOutput TaskOutput::completed(Value output)
{
    TaskOutput result;
    result.output = output.isObject() ? std::move(output) : Value::object({{"result", std::move(output)}});
    return result;
}

TaskOutput TaskOutput::failed(TaskError error)
{
    TaskOutput result;
    result.outcome = error.retryable ? TaskOutcome::Failed : TaskOutcome::FailedTerminal;
    result.reason = error.code.empty() ? error.message : error.code + ": " + error.message;
    result.output = Value::object({{"error", Value::object({{"code", error.code},
                                                            {"message", error.message},
                                                            {"details", error.details},
                                                            {"retryable", error.retryable}})}});
    result.error = std::move(error);
    return result;
}

TaskOutput TaskOutput::inProgress(std::chrono::seconds callbackAfter, Value output)
{
    TaskOutput result;
    result.outcome = TaskOutcome::InProgress;
    result.output = output.isObject() ? std::move(output) : Value::object();
    result.callbackAfter = std::max(callbackAfter, std::chrono::seconds {0});
    return result;
}

}  // namespace baton
