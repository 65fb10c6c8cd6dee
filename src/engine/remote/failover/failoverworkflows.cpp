// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverports.h"

#include <algorithm>

namespace baton {

void FailoverWorkflows::start(StartRequest request, Reply<Text> reply)
{
    m_core->ask<Text>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Text> answer) {
        conductor.workflows().start(std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::execute(ExecuteRequest request, Reply<Value> reply)
{
    m_core->ask<Value>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.workflows().execute(std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::test(Value request, Reply<ExecutionPtr> reply)
{
    m_core->ask<ExecutionPtr>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<ExecutionPtr> answer) {
        conductor.workflows().test(std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::execution(Text workflowId, Reply<ExecutionPtr> reply)
{
    m_core->ask<ExecutionPtr>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<ExecutionPtr> answer) {
        conductor.workflows().execution(std::move(workflowId), std::move(answer));
    });
}

void FailoverWorkflows::correlated(Text name, std::vector<Text> correlationIds, bool includeClosed,
                                   Reply<std::map<Text, std::vector<ExecutionPtr>>> reply)
{
    m_core->ask<std::map<Text, std::vector<ExecutionPtr>>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::map<Text, std::vector<ExecutionPtr>>> answer) {
        conductor.workflows().correlated(std::move(name), std::move(correlationIds), includeClosed, std::move(answer));
    });
}

void FailoverWorkflows::running(Text name, std::optional<int> version, EpochMs from, EpochMs to, Reply<std::vector<Text>> reply)
{
    m_core->ask<std::vector<Text>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<Text>> answer) {
        conductor.workflows().running(std::move(name), version, from, to, std::move(answer));
    });
}

void FailoverWorkflows::tasks(Text workflowId, std::int64_t start, std::int64_t count, std::vector<TaskStatus> statuses,
                              Reply<Page<TaskView>> reply)
{
    m_core->ask<Page<TaskView>>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<Page<TaskView>> answer) {
        conductor.workflows().tasks(std::move(workflowId), start, count, std::move(statuses), std::move(answer));
    });
}

void FailoverWorkflows::search(SearchRequest request, Reply<Page<ExecutionPtr>> reply)
{
    m_core->ask<Page<ExecutionPtr>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Page<ExecutionPtr>> answer) {
        conductor.workflows().search(std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::searchByTasks(SearchRequest request, Reply<Page<ExecutionPtr>> reply)
{
    m_core->ask<Page<ExecutionPtr>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Page<ExecutionPtr>> answer) {
        conductor.workflows().searchByTasks(std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::decide(Text workflowId, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().decide(std::move(workflowId), std::move(answer));
    });
}

void FailoverWorkflows::pause(Text workflowId, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().pause(std::move(workflowId), std::move(answer));
    });
}

void FailoverWorkflows::resume(Text workflowId, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().resume(std::move(workflowId), std::move(answer));
    });
}

void FailoverWorkflows::terminate(Text workflowId, Text reason, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().terminate(std::move(workflowId), std::move(reason), std::move(answer));
    });
}

void FailoverWorkflows::retry(Text workflowId, bool resumeSubworkflowTasks, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().retry(std::move(workflowId), resumeSubworkflowTasks, std::move(answer));
    });
}

void FailoverWorkflows::rerun(Text workflowId, RerunRequest request, Reply<Text> reply)
{
    m_core->ask<Text>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<Text> answer) {
        conductor.workflows().rerun(std::move(workflowId), std::move(request), std::move(answer));
    });
}

void FailoverWorkflows::restart(Text workflowId, bool useLatestDefinitions, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().restart(std::move(workflowId), useLatestDefinitions, std::move(answer));
    });
}

void FailoverWorkflows::resetCallbacks(Text workflowId, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().resetCallbacks(std::move(workflowId), std::move(answer));
    });
}

void FailoverWorkflows::skipTask(Text workflowId, Text referenceName, Value taskInput, Value taskOutput, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().skipTask(std::move(workflowId), std::move(referenceName), std::move(taskInput), std::move(taskOutput), std::move(answer));
    });
}

void FailoverWorkflows::updateVariables(Text workflowId, Value variables, Reply<ExecutionPtr> reply)
{
    m_core->ask<ExecutionPtr>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<ExecutionPtr> answer) {
        conductor.workflows().updateVariables(std::move(workflowId), std::move(variables), std::move(answer));
    });
}

void FailoverWorkflows::remove(Text workflowId, bool archive, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.workflows().remove(std::move(workflowId), archive, std::move(answer));
    });
}

void FailoverWorkflows::bulk(BulkRequest request, Reply<BulkResult> reply)
{
    BulkRequest theirs = request;
    BulkRequest ours = request;
    std::erase_if(theirs.ids, [this](const Text& id) { return m_core->ofWorkflow(id) == Origin::Embedded; });
    std::erase_if(ours.ids, [&theirs](const Text& id) { return std::find(theirs.ids.begin(), theirs.ids.end(), id) != theirs.ids.end(); });
    if (ours.ids.empty() || theirs.ids.empty()) {
        const std::optional<Origin> origin = request.ids.empty() ? m_core->active() : theirs.ids.empty() ? Origin::Embedded : Origin::Remote;
        m_core->ask<BulkResult>(origin, std::move(reply), [&](Conductor& conductor, Reply<BulkResult> answer) {
            conductor.workflows().bulk(std::move(request), std::move(answer));
        });
        return;
    }
    // First ours, which answers at once, then the server's, with ours put before it.
    m_core->of(Origin::Embedded).workflows().bulk(std::move(ours), [core = m_core, theirs, reply](Result<BulkResult> first) {
        if (!first)
            return reply(std::move(first));
        Reply<BulkResult> both = [first = *first, ids = theirs.ids, reply](Result<BulkResult> second) {
            BulkResult all = first;
            if (second) {
                all.errors.insert(all.errors.end(), second->errors.begin(), second->errors.end());
                all.successes.insert(all.successes.end(), second->successes.begin(), second->successes.end());
            } else {
                for (const Text& id : ids)
                    all.errors.emplace_back(id, second.error().message);
            }
            reply(std::move(all));
        };
        core->ask<BulkResult>(Origin::Remote, std::move(both), [&](Conductor& conductor, Reply<BulkResult> answer) {
            conductor.workflows().bulk(theirs, std::move(answer));
        });
    });
}

}  // namespace baton
