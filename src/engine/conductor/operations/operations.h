// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

/// One function for each command. An Error leaves everything as it was: the draft is thrown away.
namespace baton::operations {

[[nodiscard]] Result<Outcome> start(const command::Start& command, EpochMs now, EngineContext& context);

[[nodiscard]] Status decide(Draft& draft, const command::Decide& command);
[[nodiscard]] Status pollTask(Draft& draft, const command::PollTask& command);
[[nodiscard]] Status updateTask(Draft& draft, const command::UpdateTask& command);
[[nodiscard]] Status visitSystemTask(Draft& draft, const command::VisitSystemTask& command);
[[nodiscard]] Status completeCall(Draft& draft, const command::CompleteCall& command);
[[nodiscard]] Status pause(Draft& draft, const command::Pause& command);
[[nodiscard]] Status resume(Draft& draft, const command::Resume& command);
[[nodiscard]] Status terminate(Draft& draft, const command::Terminate& command);
[[nodiscard]] Status retry(Draft& draft, const command::Retry& command);
[[nodiscard]] Status rerun(Draft& draft, const command::Rerun& command);
[[nodiscard]] Status restart(Draft& draft, const command::Restart& command);
[[nodiscard]] Status skipTask(Draft& draft, const command::SkipTask& command);
[[nodiscard]] Status updateVariables(Draft& draft, const command::UpdateVariables& command);
[[nodiscard]] Status resetCallbacks(Draft& draft, const command::ResetCallbacks& command);
[[nodiscard]] Status childStarted(Draft& draft, const command::ChildStarted& command);
[[nodiscard]] Status childNotStarted(Draft& draft, const command::ChildNotStarted& command);
[[nodiscard]] Status childChanged(Draft& draft, const command::ChildChanged& command);
[[nodiscard]] Status childRevived(Draft& draft, const command::ChildRevived& command);
[[nodiscard]] Status failureWorkflowStarted(Draft& draft, const command::FailureWorkflowStarted& command);
[[nodiscard]] Status overrideTask(Draft& draft, const command::OverrideTask& command);
[[nodiscard]] Status overrideWorkflow(Draft& draft, const command::OverrideWorkflow& command);

}  // namespace baton::operations
