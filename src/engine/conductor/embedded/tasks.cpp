// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/ports.h"

#include "engine/conductor/embedded/waiting.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::int64_t kMostPollMs = 5000;
constexpr std::int64_t kMostPolled = 10'000;
constexpr std::int64_t kChainPollMs = 100;

bool isAttemptOf(const TaskRun& task, const Text& referenceName)
{
    const std::string_view name = task.referenceTaskName;
    return task.iteration > 0 && name.starts_with(referenceName.view()) && name.substr(referenceName.size()).starts_with("__");
}

Error noBlockedTask(const Text& workflowId)
{
    return {ErrorCode::NotFound, "Found no blocked task in workflow " + workflowId.str() + " to signal"};
}

TaskResult signalled(const TaskView& view, TaskStatus status, const Value& output)
{
    TaskResult result = resultOf(*view.execution, *view.task);
    result.status = status;
    if (output.isObject())
        result.outputData = result.outputData.mergedWith(output);
    return result;
}

}  // namespace

void EmbeddedTasks::pollInTurn(PollRequest request, const Reply<std::vector<TaskView>>& reply)
{
    using Views = std::vector<TaskView>;
    request.count = std::clamp<std::int64_t>(request.count, 0, kMostPolled);
    m_core.settle();
    Views views = m_core.hand(request);
    m_core.polls().notePoll(request.taskType, request.domain, request.workerId, m_core.now());
    if (!views.empty() || request.timeoutMs <= 0 || request.count == 0) {
        m_core.defer([reply, views = std::move(views)] { reply(views); });
        return;
    }
    const Text queue = queueName(request.domain, request.taskType, {}, {});
    const EpochMs deadline = m_core.now() + request.timeoutMs;
    m_core.wait({deadline, queue, [this, request = std::move(request), reply](bool timeIsOver) {
        const bool isAbandoned = request.isAbandoned && request.isAbandoned();
        timeIsOver = timeIsOver || isAbandoned;
        Views handed = isAbandoned ? Views() : m_core.hand(request);
        if (handed.empty() && !timeIsOver)
            return false;
        m_core.polls().notePoll(request.taskType, request.domain, request.workerId, m_core.now());
        m_core.defer([reply, handed = std::move(handed)] { reply(handed); });
        return true;
    }});
}

void EmbeddedTasks::poll(PollRequest request, Reply<std::vector<TaskView>> reply)
{
    if (request.timeoutMs > kMostPollMs) {
        reply(Error {ErrorCode::InvalidArgument, "Long Poll Timeout value cannot be more than 5 seconds"});
        return;
    }
    m_core.turn([&] { pollInTurn(std::move(request), reply); });
}

Status EmbeddedTasks::updateNow(TaskResult result)
{
    std::vector<Violation> violations;
    if (result.workflowInstanceId.empty())
        violations.push_back({"updateTask.arg0.workflowInstanceId", "Workflow Id cannot be null or empty"});
    if (result.taskId.empty())
        violations.push_back({"updateTask.arg0.taskId", "Task ID cannot be null or empty"});
    if (Status checked = statusOf(std::move(violations)); !checked)
        return checked;
    const Text workflowId = result.workflowInstanceId;
    if (Status recalled = m_core.recall(workflowId); !recalled)
        return recalled;
    const TaskIndex::Place* place = m_core.index().find(result.taskId);
    const TaskSlot slot = place && place->workflowId == workflowId ? place->slot : kNoTask;
    return m_core.engine().run(workflowId, command::UpdateTask {std::move(result), slot});
}

void EmbeddedTasks::update(TaskResult result, Reply<Text> reply)
{
    m_core.answer<Text>(reply, [&]() -> Result<Text> {
        const Text id = result.taskId;
        if (Status done = updateNow(std::move(result)); !done)
            return std::move(done).error();
        return id;
    });
}

void EmbeddedTasks::updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply)
{
    using MaybeView = std::optional<TaskView>;
    m_core.turn([&] {
        const Text taskId = result.taskId;
        PollRequest next;
        next.workerId = result.workerId;
        next.timeoutMs = kChainPollMs;
        const bool lease = result.extendLease;
        if (const Status done = updateNow(std::move(result)); !done) {
            m_core.defer([reply, error = done.error()] { reply(error); });
            return;
        }
        const TaskIndex::Place* place = m_core.index().find(taskId);
        const ExecutionPtr execution = place ? m_core.engine().execution(place->workflowId) : nullptr;
        const TaskRun* task = execution ? execution->task(place->slot) : nullptr;
        if (lease || !task || !isTerminal(task->status)) {
            m_core.defer([reply] { reply(MaybeView()); });
            return;
        }
        next.taskType = task->taskType;
        next.domain = task->domain;
        pollInTurn(std::move(next), [reply](Result<std::vector<TaskView>> views) {
            if (!views)
                reply(std::move(views).error());
            else
                reply(views->empty() ? MaybeView() : MaybeView(views->front()));
        });
    });
}

std::optional<Text> EmbeddedTasks::updateReferenceNow(const ReferenceUpdate& update)
{
    const ExecutionPtr execution = m_core.engine().execution(update.workflowId);
    if (!execution)
        return std::nullopt;
    const std::vector<TaskPtr> tasks = execution->tasksBySeq();
    auto found = std::ranges::find_if(tasks, [&](const TaskPtr& task) {
        return !isTerminal(task->status) && task->referenceTaskName == update.referenceName;
    });
    if (found == tasks.end()) {
        found = std::ranges::find_if(tasks, [&](const TaskPtr& task) {
            return !isTerminal(task->status) && isAttemptOf(*task, update.referenceName);
        });
    }
    if (found == tasks.end())
        return std::nullopt;
    TaskResult result = signalled({*found, execution}, update.status, update.output);
    if (!update.workerId.empty())
        result.workerId = update.workerId;
    const Text id = result.taskId;
    return updateNow(std::move(result)) ? std::optional(id) : std::nullopt;
}

void EmbeddedTasks::updateByReference(ReferenceUpdate update, Reply<Text> reply)
{
    m_core.answer<Text>(reply, [&]() -> Result<Text> { return updateReferenceNow(update).value_or(Text()); });
}

void EmbeddedTasks::updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply)
{
    m_core.answer<ExecutionPtr>(reply, [&]() -> Result<ExecutionPtr> {
        if (!updateReferenceNow(update)) {
            return Error {ErrorCode::NotFound, "Found no running task " + update.referenceName.str() + " of workflow "
                    + update.workflowId.str() + " to update"};
        }
        m_core.settle();
        return m_core.execution(update.workflowId);
    });
}

void EmbeddedTasks::signal(Text workflowId, TaskStatus status, Value output, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (const Result<ExecutionPtr> execution = m_core.execution(workflowId); !execution)
            return execution.error();
        const std::optional<TaskView> blocked = blockedTask(m_core, workflowId);
        return blocked ? updateNow(signalled(*blocked, status, output)) : Status();
    });
}

void EmbeddedTasks::signalAndWait(Text workflowId, TaskStatus status, Value output, ReturnStrategy strategy,
                                  std::int64_t timeoutMs, Reply<Value> reply)
{
    m_core.turn([&] {
        const auto signalNow = [&]() -> Status {
            if (const Result<ExecutionPtr> execution = m_core.execution(workflowId); !execution)
                return execution.error();
            const std::optional<TaskView> blocked = blockedTask(m_core, workflowId);
            return blocked ? updateNow(signalled(*blocked, status, output)) : Status(noBlockedTask(workflowId));
        };
        if (const Status done = signalNow(); !done) {
            m_core.defer([reply, error = done.error()] { reply(error); });
            return;
        }
        const EpochMs deadline = m_core.now() + std::clamp<std::int64_t>(timeoutMs, 0, 86'400'000);
        waitForState(m_core, {workflowId, {}, {}, strategy, deadline}, std::move(reply));
    });
}

void EmbeddedTasks::task(Text taskId, Reply<TaskView> reply)
{
    m_core.answer<TaskView>(reply, [&] { return m_core.task(taskId); });
}

void EmbeddedTasks::addLog(Text taskId, Text line, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        const TaskLog log {line, m_core.now()};
        if (const Result<TaskView> view = m_core.task(taskId); view) {
            if (Status recalled = m_core.recall(view->execution->workflowId); !recalled)
                return recalled;
        }
        const TaskIndex::Place* found = m_core.index().find(taskId);
        const std::optional<TaskIndex::Place> place = found ? std::optional(*found) : std::nullopt;
        // A line for a task nobody knows is taken and lost.
        return place ? m_core.engine().log(place->workflowId, place->slot, log) : Status();
    });
}

void EmbeddedTasks::logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply)
{
    using Entries = std::vector<TaskLogEntry>;
    m_core.answer<Entries>(reply, [&] { return m_core.logs(taskId); });
}

void EmbeddedTasks::search(SearchRequest request, Reply<Page<TaskView>> reply)
{
    m_core.answer<Page<TaskView>>(reply, [&]() -> Result<Page<TaskView>> {
        const Result<SearchQuery> query = SearchQuery::parse(request);
        if (!query)
            return query.error();
        std::vector<TaskView> views;
        const auto isWorth = [](const Execution&) { return true; };
        const Status looked = m_core.forEach(true, isWorth, [&](const ExecutionPtr& execution) {
            for (TaskPtr& task : execution->tasksBySeq()) {
                // The index of the real server knows a task from its first update on.
                TaskView view {std::move(task), execution};
                if (view.task->status != TaskStatus::Scheduled && query->matches(view))
                    views.push_back(std::move(view));
            }
        });
        if (!looked)
            return looked.error();
        query->sort(views);
        return pageOf(std::move(views), request.start, request.size);
    });
}

std::vector<TaskView> EmbeddedTasks::pending(std::string_view taskType)
{
    std::vector<TaskView> views;
    for (const Text& id : m_core.engine().world().order) {
        const ExecutionPtr execution = m_core.engine().execution(id);
        if (!execution || isTerminal(execution->status))
            continue;
        for (const TaskSlot slot : execution->open) {
            const TaskRun* task = execution->task(slot);
            if (task && task->taskType == taskType && !isTerminal(task->status))
                views.push_back({execution->tasks[slot], execution});
        }
    }
    return views;
}

void EmbeddedTasks::inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply)
{
    using Views = std::vector<TaskView>;
    m_core.answer<Views>(reply, [&]() -> Result<Views> { return pageOf(pending(taskType), start, count).results; });
}

void EmbeddedTasks::queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply)
{
    using Sizes = std::vector<QueueSize>;
    m_core.answer<Sizes>(reply, [&]() -> Result<Sizes> {
        if (names.empty())
            return m_core.engine().queueSizes();
        Sizes sizes;
        for (const Text& name : names)
            sizes.push_back({name, m_core.engine().queueSize(name)});
        return sizes;
    });
}

void EmbeddedTasks::pollData(Text taskType, Reply<std::vector<PollData>> reply)
{
    using All = std::vector<PollData>;
    m_core.answer<All>(reply, [&]() -> Result<All> { return m_core.polls().data(taskType); });
}

void EmbeddedTasks::requeue(Text taskType, Reply<std::int64_t> reply)
{
    m_core.answer<std::int64_t>(reply, [&]() -> Result<std::int64_t> {
        // The queues follow the tasks here: nothing can be missing from one.
        return static_cast<std::int64_t>(dutyOf(taskType) == TaskDuty::Worker ? pending(taskType).size() : 0);
    });
}

}  // namespace baton
