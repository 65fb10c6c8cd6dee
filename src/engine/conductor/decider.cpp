// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider.h"

#include "engine/conductor/operations/operations.h"

namespace baton {

namespace {

struct Carry {
    Draft& draft;

    Status operator()(const command::Start&) const
    {
        return Error {.code = ErrorCode::Conflict, .message = "The workflow has started already"};
    }
    Status operator()(const command::Decide& command) const { return operations::decide(draft, command); }
    Status operator()(const command::PollTask& command) const { return operations::pollTask(draft, command); }
    Status operator()(const command::UpdateTask& command) const { return operations::updateTask(draft, command); }
    Status operator()(const command::VisitSystemTask& command) const { return operations::visitSystemTask(draft, command); }
    Status operator()(const command::CompleteCall& command) const { return operations::completeCall(draft, command); }
    Status operator()(const command::Pause& command) const { return operations::pause(draft, command); }
    Status operator()(const command::Resume& command) const { return operations::resume(draft, command); }
    Status operator()(const command::Terminate& command) const { return operations::terminate(draft, command); }
    Status operator()(const command::Retry& command) const { return operations::retry(draft, command); }
    Status operator()(const command::Rerun& command) const { return operations::rerun(draft, command); }
    Status operator()(const command::Restart& command) const { return operations::restart(draft, command); }
    Status operator()(const command::SkipTask& command) const { return operations::skipTask(draft, command); }
    Status operator()(const command::UpdateVariables& command) const { return operations::updateVariables(draft, command); }
    Status operator()(const command::ResetCallbacks& command) const { return operations::resetCallbacks(draft, command); }
    Status operator()(const command::ChildStarted& command) const { return operations::childStarted(draft, command); }
    Status operator()(const command::ChildNotStarted& command) const { return operations::childNotStarted(draft, command); }
    Status operator()(const command::ChildChanged& command) const { return operations::childChanged(draft, command); }
    Status operator()(const command::ChildRevived& command) const { return operations::childRevived(draft, command); }
    Status operator()(const command::FailureWorkflowStarted& command) const
    {
        return operations::failureWorkflowStarted(draft, command);
    }
    Status operator()(const command::OverrideTask& command) const { return operations::overrideTask(draft, command); }
    Status operator()(const command::OverrideWorkflow& command) const { return operations::overrideWorkflow(draft, command); }
};

}  // namespace

Result<Outcome> decide(std::optional<Execution> state, const Command& command, EpochMs now, EngineContext& context)
{
    if (!state) {
        if (const auto* begin = std::get_if<command::Start>(&command))
            return operations::start(*begin, now, context);
        return Error {.code = ErrorCode::NotFound, .message = "There is no such workflow"};
    }
    Draft draft(std::move(*state), now, context);
    if (Status done = std::visit(Carry {draft}, command); !done)
        return std::move(done).error();
    return std::move(draft).finish();
}

}  // namespace baton
