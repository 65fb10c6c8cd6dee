// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/context.h"
#include "engine/task/taskregistry.h"

namespace baton {

/// Runs the handler of one attempt and gives what its worker would answer; side effects are not allowed. The input is
/// handed over with its secrets put in. `taskType` is the handler's; the attempt may have another (HTTP...).
[[nodiscard]] TaskResult runAttempt(const TaskRegistry& handlers, std::string_view taskType, const Execution& execution,
                                    const TaskRun& task, const Clock& clock, const EnvironmentSource& environment);

/// A handler's outcome as the worker protocol spells it.
[[nodiscard]] TaskStatus taskStatusOf(TaskOutcome outcome) noexcept;

}  // namespace baton
