// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/engine/runner.h"

// What executions want done outside themselves.

namespace baton {
namespace {

// A failure workflow that fails names another, which may be itself.
constexpr int kMostFailureWorkflows = 1000;

}  // namespace

void Runner::doEffect(const Text& from, const effect::StartChild& effect)
{
    StartRequest request = effect.request;
    if (Entry* there = find(request.workflowId)) {
        const WorkflowStatus status = there->execution->status;
        if (!isTerminal(status) || isSuccessful(status)) {
            add(from, command::ChildStarted {effect.slot, effect.taskId, request.workflowId});
            if (isTerminal(status))
                tellParent(*there);
            return;
        }
        request.workflowId = Text(m_context.ids.nextId());
    }
    // The parent hears of its child before the child's own effects, such as its end, are done.
    const std::size_t answer = m_jobs.size();
    add(from, command::Decide {});
    const Result<Text> id = start(std::move(request));
    if (id)
        m_jobs[answer].what = Command(command::ChildStarted {effect.slot, effect.taskId, *id});
    else
        m_jobs[answer].what = Command(command::ChildNotStarted {effect.slot, effect.taskId, Text(id.error().message)});
    if (id && isTerminal(find(*id)->execution->status))
        tellParent(*find(*id));
}

void Runner::doEffect(const Text&, const effect::StartWorkflow& effect)
{
    (void)start(effect.request);
}

void Runner::doEffect(const Text& from, const effect::StartFailureWorkflow& effect)
{
    if (++m_failureWorkflows > kMostFailureWorkflows) {
        add(from, command::FailureWorkflowStarted {{}, "Too many failure workflows started one another"});
        return;
    }
    const std::size_t answer = m_jobs.size();
    add(from, command::Decide {});
    const Result<Text> id = start(effect.request);
    m_jobs[answer].what = Command(id ? command::FailureWorkflowStarted {*id, {}}
                                     : command::FailureWorkflowStarted {{}, Text(id.error().message)});
}

void Runner::doEffect(const Text&, const effect::TerminateChild& effect)
{
    add(effect.workflowId, command::Terminate {effect.reason});
}

void Runner::doEffect(const Text&, const effect::RetryChild& effect)
{
    const Entry* child = find(effect.workflowId);
    if (!child || run(effect.workflowId, command::Retry {false}))
        return;
    tellParent(*child);
}

void Runner::doEffect(const Text&, const effect::RerunChild& effect)
{
    add(effect.workflowId, command::Rerun {effect.taskId, effect.taskInput, effect.workflowInput, {}, false});
}

void Runner::doEffect(const Text&, const effect::RestartChild& effect)
{
    add(effect.workflowId, command::Restart {nullptr});
}

void Runner::doEffect(const Text& from, const effect::NotifyParent& effect)
{
    if (effect.revived) {
        add(effect.parentWorkflowId, command::ChildRevived {effect.parentTaskId, from, effect.story});
    } else if (const Entry* child = find(from)) {
        add(effect.parentWorkflowId, command::ChildChanged {effect.parentTaskId, child->execution});
    }
}

void Runner::doEffect(const Text& from, const effect::Call& effect)
{
    if (m_engine.onCall)
        m_engine.onCall(from, effect);
    else if (Entry* entry = find(from))
        entry->work.addCall(*entry->execution, effect.slot, m_clock.now());
}

void Runner::doEffect(const Text& from, const effect::Publish& effect)
{
    if (m_engine.onPublish)
        m_engine.onPublish(from, effect);
}

void Runner::tellParent(const Entry& child)
{
    const Execution& execution = *child.execution;
    if (!execution.parentWorkflowId.empty())
        add(execution.parentWorkflowId, command::ChildChanged {execution.parentWorkflowTaskId, child.execution});
}

}  // namespace baton
