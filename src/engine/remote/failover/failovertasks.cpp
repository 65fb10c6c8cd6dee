// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverports.h"

namespace baton {
namespace {

// An answer that was taken, or can never be taken, ends our interest in the task.
template <typename T>
Reply<T> forgetting(const std::shared_ptr<FailoverCore>& core, const Text& taskId, Reply<T> reply)
{
    return [core = std::weak_ptr(core), taskId, reply = std::move(reply)](Result<T> result) {
        if (const auto alive = result.ok() || result.error().code == ErrorCode::NotFound ? core.lock() : nullptr)
            alive->forget(taskId);
        reply(std::move(result));
    };
}

}  // namespace

void FailoverTasks::signal(Text workflowId, TaskStatus status, Value output, Done done)
{
    m_core->ask<void>(m_core->ofWorkflow(workflowId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.tasks().signal(std::move(workflowId), status, std::move(output), std::move(answer));
    });
}

void FailoverTasks::signalAndWait(Text workflowId, TaskStatus status, Value output, ReturnStrategy strategy, std::int64_t timeoutMs,
                                  Reply<Value> reply)
{
    m_core->ask<Value>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.tasks().signalAndWait(std::move(workflowId), status, std::move(output), strategy, timeoutMs, std::move(answer));
    });
}

void FailoverTasks::task(Text taskId, Reply<TaskView> reply)
{
    m_core->ask<TaskView>(m_core->ofTask(taskId), std::move(reply), [&](Conductor& conductor, Reply<TaskView> answer) {
        conductor.tasks().task(std::move(taskId), std::move(answer));
    });
}

void FailoverTasks::addLog(Text taskId, Text line, Done done)
{
    m_core->ask<void>(m_core->ofTask(taskId), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.tasks().addLog(std::move(taskId), std::move(line), std::move(answer));
    });
}

void FailoverTasks::logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply)
{
    m_core->ask<std::vector<TaskLogEntry>>(m_core->ofTask(taskId), std::move(reply), [&](Conductor& conductor, Reply<std::vector<TaskLogEntry>> answer) {
        conductor.tasks().logs(std::move(taskId), std::move(answer));
    });
}

void FailoverTasks::search(SearchRequest request, Reply<Page<TaskView>> reply)
{
    m_core->ask<Page<TaskView>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Page<TaskView>> answer) {
        conductor.tasks().search(std::move(request), std::move(answer));
    });
}

void FailoverTasks::inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply)
{
    m_core->ask<std::vector<TaskView>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<TaskView>> answer) {
        conductor.tasks().inProgress(std::move(taskType), start, count, std::move(answer));
    });
}

void FailoverTasks::queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply)
{
    m_core->ask<std::vector<QueueSize>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<QueueSize>> answer) {
        conductor.tasks().queueSizes(std::move(names), std::move(answer));
    });
}

void FailoverTasks::pollData(Text taskType, Reply<std::vector<PollData>> reply)
{
    m_core->ask<std::vector<PollData>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<PollData>> answer) {
        conductor.tasks().pollData(std::move(taskType), std::move(answer));
    });
}

void FailoverTasks::requeue(Text taskType, Reply<std::int64_t> reply)
{
    m_core->ask<std::int64_t>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::int64_t> answer) {
        conductor.tasks().requeue(std::move(taskType), std::move(answer));
    });
}

void FailoverTasks::poll(PollRequest request, Reply<std::vector<TaskView>> reply)
{
    using Views = std::vector<TaskView>;
    const std::optional<Origin> origin = m_core->active();
    const auto remembered = [core = std::weak_ptr(m_core), origin, reply = std::move(reply)](Result<Views> views) {
        if (const auto alive = views.ok() ? core.lock() : nullptr)
            alive->remember(*views, *origin);
        reply(std::move(views));
    };
    m_core->ask<Views>(origin, remembered, [&](Conductor& conductor, Reply<Views> answer) {
        conductor.tasks().poll(std::move(request), std::move(answer));
    });
}

void FailoverTasks::update(TaskResult result, Reply<Text> reply)
{
    const Origin origin = m_core->ofResult(result);
    if (!result.extendLease)
        reply = forgetting(m_core, result.taskId, std::move(reply));
    m_core->ask<Text>(origin, std::move(reply), [&](Conductor& conductor, Reply<Text> answer) {
        conductor.tasks().update(std::move(result), std::move(answer));
    });
}

void FailoverTasks::updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply)
{
    using Next = std::optional<TaskView>;
    const Origin origin = m_core->ofResult(result);
    if (!result.extendLease)
        reply = forgetting(m_core, result.taskId, std::move(reply));
    const auto remembered = [core = std::weak_ptr(m_core), origin, reply = std::move(reply)](Result<Next> next) {
        if (const auto alive = next.ok() && next->has_value() ? core.lock() : nullptr)
            alive->remember({**next}, origin);
        reply(std::move(next));
    };
    m_core->ask<Next>(origin, remembered, [&](Conductor& conductor, Reply<Next> answer) {
        conductor.tasks().updateAndPoll(std::move(result), std::move(answer));
    });
}

void FailoverTasks::updateByReference(ReferenceUpdate update, Reply<Text> reply)
{
    m_core->ask<Text>(m_core->ofWorkflow(update.workflowId), std::move(reply), [&](Conductor& conductor, Reply<Text> answer) {
        conductor.tasks().updateByReference(std::move(update), std::move(answer));
    });
}

void FailoverTasks::updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply)
{
    m_core->ask<ExecutionPtr>(m_core->ofWorkflow(update.workflowId), std::move(reply), [&](Conductor& conductor, Reply<ExecutionPtr> answer) {
        conductor.tasks().updateByReferenceSync(std::move(update), std::move(answer));
    });
}

}  // namespace baton
