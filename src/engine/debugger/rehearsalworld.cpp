// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/rehearsalworld.h"

#include "engine/debugger/attempt.h"

#include <algorithm>

namespace baton {
namespace {

constexpr int kMostIdleVisits = 100'000;   // things that happened without an event, one after another
const Text kWorker("rehearsal");

std::vector<WorkflowDefPtr> definitionsOf(const RehearsalSetup& setup)
{
    std::vector<WorkflowDefPtr> all = setup.library;
    all.push_back(setup.workflow);
    return all;
}

std::shared_ptr<const EnvironmentSource> orNone(std::shared_ptr<const EnvironmentSource> environment)
{
    return environment ? std::move(environment) : std::make_shared<FixedEnvironment>();
}

}  // namespace

RehearsalWorld::RehearsalWorld(const RehearsalSetup& setup, MemoryJournal& journal, std::uint64_t seed, EpochMs startAt)
    : m_handlers(setup.handlers)
    , m_environment(orNone(setup.environment))
    , m_definitions(definitionsOf(setup), setup.taskDefs)
    , m_evaluators(makeEvaluators())
    , m_ids(seed)
    , m_clock(startAt)
    , m_journal(journal)
    , m_engine({m_definitions, *m_environment, m_evaluators, m_ids}, m_clock, &journal)
{
}

void RehearsalWorld::restore(const World& world)
{
    m_clock.advanceTo(world.now);
    m_engine.restore(world);
    m_polled.clear();
    for (const Text& id : world.order) {
        const Execution* execution = world.find(id);
        if (!execution || isTerminal(execution->status))
            continue;
        for (const TaskSlot slot : execution->open) {
            const TaskRun* task = execution->task(slot);
            if (task && task->status == TaskStatus::InProgress && dutyOf(task->taskType) == TaskDuty::Worker
                && hasHandler(task->taskType))
                m_polled.push_back({id, slot});
        }
    }
}

bool RehearsalWorld::hasHandler(std::string_view taskType) const
{
    return m_handlers && m_handlers->find(taskType);
}

// Does this open task wait until somebody answers it?
bool RehearsalWorld::isForHand(const TaskRun& task) const
{
    if (isTerminal(task.status))
        return false;
    switch (dutyOf(task.taskType)) {
    case TaskDuty::Worker: return !hasHandler(task.taskType);
    case TaskDuty::Synchronous: return task.taskType == "EVENT" && task.status == TaskStatus::InProgress;
    case TaskDuty::External: return true;
    case TaskDuty::Asynchronous: break;
    }
    if (task.taskType == "JOIN" || task.taskType == "SUB_WORKFLOW" || visitDue(task))
        return false;
    return task.status == TaskStatus::InProgress;
}

std::vector<WaitingTask> RehearsalWorld::waitingTasks()
{
    std::vector<WaitingTask> waiting;
    for (const WorkItem& item : m_engine.waiting()) {
        if (item.kind == WorkItem::Kind::OutsideCall && !hasHandler(item.taskType))
            waiting.push_back({item.workflowId, item.slot});
    }
    const World& world = m_engine.world();
    for (const Text& id : world.order) {
        const Execution* execution = world.find(id);
        if (!execution || isTerminal(execution->status))
            continue;
        for (const TaskSlot slot : execution->open) {
            const TaskRun* task = execution->task(slot);
            if (task && isForHand(*task))
                waiting.push_back({id, slot});
        }
    }
    return waiting;
}

bool RehearsalWorld::someoneIsAsked()
{
    return !waitingTasks().empty();
}

// Time-outs come by themselves only while nobody is asked: a person's thinking takes no time in a rehearsal.
bool RehearsalWorld::canPerform(const WorkItem& item, bool& asked)
{
    switch (item.kind) {
    case WorkItem::Kind::SystemTask: return true;
    case WorkItem::Kind::Sweep: return item.due <= m_clock.now() || !(asked = asked || someoneIsAsked());
    case WorkItem::Kind::WorkerTask:
    case WorkItem::Kind::OutsideCall: break;
    }
    const ExecutionPtr execution = m_engine.execution(item.workflowId);
    const TaskRun* task = execution ? execution->task(item.slot) : nullptr;
    return task && hasHandler(task->taskType);
}

std::optional<WorkItem> RehearsalWorld::choose()
{
    bool asked = false;
    std::optional<WorkItem> first = m_engine.next();
    if (!first || canPerform(*first, asked))
        return first;
    for (WorkItem& item : m_engine.waiting()) {
        if (canPerform(item, asked))
            return std::move(item);
    }
    return std::nullopt;
}

void RehearsalWorld::moveClock(EpochMs due)
{
    m_clock.advanceTo(due);
    m_engine.noteClock();
}

Status RehearsalWorld::finishAttempt(const WaitingTask& attempt)
{
    const ExecutionPtr execution = m_engine.execution(attempt.workflowId);
    const TaskRun* task = execution ? execution->task(attempt.slot) : nullptr;
    if (!task || task->status != TaskStatus::InProgress)
        return {};
    TaskResult result = runAttempt(*m_handlers, task->taskType, *execution, *task, m_clock, *m_environment);
    return m_engine.run(attempt.workflowId, command::UpdateTask {std::move(result), attempt.slot});
}

Status RehearsalWorld::perform(const WorkItem& item)
{
    if (item.kind == WorkItem::Kind::SystemTask || item.kind == WorkItem::Kind::Sweep)
        return m_engine.perform(item);
    if (item.kind == WorkItem::Kind::WorkerTask) {
        const WaitingTask attempt {item.workflowId, item.slot};
        if (std::ranges::find(m_abandoned, attempt) == m_abandoned.end())
            m_polled.push_back(attempt);
        return m_engine.run(item.workflowId, command::PollTask {item.slot, kWorker, item.domain});
    }
    const ExecutionPtr execution = m_engine.execution(item.workflowId);
    const TaskRun& task = *execution->task(item.slot);
    TaskResult result = runAttempt(*m_handlers, task.taskType, *execution, task, m_clock, *m_environment);
    return m_engine.run(item.workflowId, command::CompleteCall {item.slot, task.taskId, std::move(result)});
}

RehearsalWorld::Next RehearsalWorld::happen()
{
    const std::size_t before = m_journal.size();
    for (int idle = 0; idle < kMostIdleVisits; ++idle) {
        Status done;
        if (!m_polled.empty()) {
            const WaitingTask attempt = m_polled.front();
            m_polled.erase(m_polled.begin());
            done = finishAttempt(attempt);
        } else if (const std::optional<WorkItem> item = choose()) {
            if (item->due > m_clock.now())
                moveClock(item->due);
            else
                done = perform(*item);
        } else {
            return someoneIsAsked() ? Next::Waiting : Next::Nothing;
        }
        if (!done) {
            m_error = Text(done.error().message);
            return Next::Refused;
        }
        if (m_journal.size() > before)
            return Next::Happened;
    }
    m_error = Text("The workflow goes on without anything happening");
    return Next::Refused;
}

bool RehearsalWorld::isOver()
{
    return m_polled.empty() && !choose() && !someoneIsAsked();
}

void RehearsalWorld::advanceClock(EpochMs to)
{
    if (to > m_clock.now())
        moveClock(to);
}

void RehearsalWorld::abandon(const WaitingTask& attempt)
{
    std::erase(m_polled, attempt);
    m_abandoned.push_back(attempt);
}

std::optional<EpochMs> RehearsalWorld::nextJump()
{
    if (!m_polled.empty())
        return EpochMs {0};
    const std::optional<WorkItem> item = choose();
    return item ? std::optional(std::max<EpochMs>(0, item->due - m_clock.now())) : std::nullopt;
}

Status RehearsalWorld::answer(TaskResult result)
{
    const World& world = m_engine.world();
    for (const Text& id : world.order) {
        const Execution* execution = world.find(id);
        const TaskSlot slot = execution ? execution->slotOfTaskId(result.taskId) : kNoTask;
        if (slot == kNoTask)
            continue;
        const TaskRun task = *execution->task(slot);
        if (isTerminal(task.status) || isTerminal(execution->status)) {
            return Error {.code = ErrorCode::Conflict, .message = "Task " + task.referenceTaskName.str() + " has ended",
                .hint = "Go back and fork before it ended"};
        }
        result.workflowInstanceId = id;
        std::erase(m_polled, WaitingTask {id, slot});
        const Text workflowId = id;
        const TaskDuty duty = dutyOf(task.taskType);
        if (duty == TaskDuty::Asynchronous && task.status == TaskStatus::Scheduled && !visitDue(task))
            return m_engine.run(workflowId, command::CompleteCall {slot, task.taskId, std::move(result)});
        const auto items = m_engine.waiting();
        const auto waits = std::ranges::find_if(items, [&](const WorkItem& item) {
            return item.workflowId == workflowId && item.slot == slot;
        });
        if (waits != items.end() && waits->due > m_clock.now())
            moveClock(waits->due);
        if (waits != items.end() && waits->kind == WorkItem::Kind::OutsideCall)
            return m_engine.run(workflowId, command::CompleteCall {slot, task.taskId, std::move(result)});
        if (duty == TaskDuty::Worker && task.status == TaskStatus::Scheduled) {
            if (Status polled = m_engine.run(workflowId, command::PollTask {slot, result.workerId, task.domain}); !polled)
                return polled;
        }
        return m_engine.run(workflowId, command::UpdateTask {std::move(result), slot});
    }
    return Error {.code = ErrorCode::NotFound, .message = "There is no task " + result.taskId.str() + " in this rehearsal"};
}

}  // namespace baton
