// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/engine/runner.h"

#include <algorithm>

namespace baton {

Runner::Runner(const Engine& engine, EngineContext context, const Clock& clock, EventSink* sink)
    : m_engine(engine), m_context(std::move(context)), m_clock(clock), m_sink(sink)
{
}

Runner::~Runner() = default;

Runner::Entry* Runner::find(std::string_view workflowId)
{
    const auto found = m_entries.find(workflowId);
    return found == m_entries.end() ? nullptr : &found->second;
}

const World& Runner::world()
{
    for (const Text& id : m_stale) {
        Entry* entry = find(id);
        if (!entry || !entry->worldStale)
            continue;
        entry->worldStale = false;
        m_world.executions.set(id, entry->execution);
    }
    m_stale.clear();
    return m_world;
}

std::size_t Runner::inProgress(std::string_view taskDefName) const
{
    const auto found = m_counts.find(taskDefName);
    return found == m_counts.end() ? 0 : found->second;
}

void Runner::restore(World world)
{
    m_jobs.clear();
    m_entries.clear();
    m_stale.clear();
    m_started = 0;
    m_world = std::move(world);
    const EpochMs now = m_clock.now();
    for (std::size_t i = 0; i < m_world.order.size(); ++i) {
        const Text id = m_world.order[i];
        const ExecutionPtr* execution = m_world.executions.find(id);
        if (!execution || !*execution || find(id))
            continue;
        const auto [at, added] = m_entries.try_emplace(id, m_waiting, m_counts, m_started++);
        at->second.execution = *execution;
        at->second.work.rebuild(**execution, now, true);
    }
    for (auto& [id, entry] : m_entries)
        visitInterrupted(entry);
}

// A sub-workflow that ended just before the moment taken over: its parent has not been told.
void Runner::visitInterrupted(Entry& entry)
{
    const Execution& child = *entry.execution;
    if (child.parentWorkflowId.empty() || !isTerminal(child.status))
        return;
    Entry* parent = find(child.parentWorkflowId);
    if (!parent || isTerminal(parent->execution->status))
        return;
    const TaskSlot slot = parent->execution->slotOfTaskId(child.parentWorkflowTaskId);
    const TaskRun* task = parent->execution->task(slot);
    if (task && task->subWorkflowId == child.workflowId && !isTerminal(task->status))
        parent->work.addVisit(*parent->execution, slot, m_clock.now());
}

void Runner::forget(std::string_view workflowId)
{
    const auto found = m_entries.find(workflowId);
    if (found == m_entries.end())
        return;
    m_world.executions.erase(found->first);
    if (found->second.worldStale)
        std::erase(m_stale, found->first);
    m_entries.erase(found);
}

void Runner::forgetWholly(std::string_view workflowId)
{
    forget(workflowId);
    if (m_entries.empty())
        m_world.order.clear();
}

void Runner::forget(const std::vector<Text>& workflowIds)
{
    (void)world();   // nothing is stale then
    for (const Text& id : workflowIds)
        forget(std::string_view(id));
    PersistentVector<Text> order;
    m_world.order.forEach([&](const Text& id) {
        if (m_entries.contains(id))
            order.push_back(id);
    });
    m_world.order = std::move(order);
}

void Runner::adopt(ExecutionPtr execution)
{
    const Text id = execution->workflowId;
    const auto [at, added] = m_entries.try_emplace(id, m_waiting, m_counts, m_started++);
    if (!added)
        return;
    at->second.execution = std::move(execution);
    at->second.work.rebuild(*at->second.execution, m_clock.now(), true);
    at->second.worldStale = true;
    m_stale.push_back(id);
    m_world.order.push_back(id);
}

void Runner::record(Event event)
{
    event.at = m_clock.now();
    m_world.now = std::max(m_world.now, event.at);
    if (m_sink)
        m_sink->take(event);
    m_recorded = true;
}

void Runner::settled()
{
    if (m_recorded && m_sink)
        m_sink->settled();
    m_recorded = false;
}

void Runner::commit(Entry& entry, Outcome&& outcome)
{
    if (m_sink) {
        for (const Event& event : outcome.events)
            m_sink->take(event);
    }
    m_recorded = m_recorded || !outcome.events.empty();
    if (!outcome.events.empty()) {
        m_world.now = std::max(m_world.now, outcome.events.back().at);
        entry.execution = std::make_shared<Execution>(std::move(outcome.state));
        if (!entry.worldStale)
            m_stale.push_back(entry.execution->workflowId);
        entry.worldStale = true;
        entry.work.follow(*entry.execution, outcome.events, m_clock.now());
    }
    for (Effect& effect : outcome.effects)
        m_jobs.push_back({entry.execution->workflowId, std::move(effect)});
}

Result<Text> Runner::start(StartRequest request)
{
    if (!request.workflowId.empty() && find(request.workflowId)) {
        return Error {ErrorCode::Conflict, "Workflow with id " + request.workflowId.str() + " exists already"};
    }
    Result<Outcome> outcome = decide(std::nullopt, command::Start {std::move(request)}, m_clock.now(), m_context);
    if (!outcome)
        return std::move(outcome).error();
    const Text id = outcome->state.workflowId;
    const auto [at, added] = m_entries.try_emplace(id, m_waiting, m_counts, m_started++);
    m_world.order.push_back(id);
    commit(at->second, std::move(outcome).value());
    return id;
}

Status Runner::run(std::string_view workflowId, const Command& command)
{
    Entry* entry = find(workflowId);
    if (!entry)
        return Error {ErrorCode::NotFound, "No such workflow found by id: " + std::string(workflowId)};
    Result<Outcome> outcome = decide(*entry->execution, command, m_clock.now(), m_context);
    if (!outcome)
        return std::move(outcome).error();
    commit(*entry, std::move(outcome).value());
    return {};
}

Status Runner::runWhole(std::string_view workflowId, const Command& command)
{
    Status status = run(workflowId, command);
    finishWork();
    return status;
}

void Runner::finishWork()
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        const Job job = std::move(m_jobs[i]);
        if (const auto* command = std::get_if<Command>(&job.what)) {
            // An execution that refuses what another one asks for stays as it is.
            (void)run(job.workflowId, *command);
        } else {
            std::visit([&](const auto& effect) { doEffect(job.workflowId, effect); }, std::get<Effect>(job.what));
        }
    }
    m_jobs.clear();
    m_failureWorkflows = 0;
    settled();
}

Status Runner::perform(const WorkItem& item)
{
    Entry* entry = find(item.workflowId);
    if (!entry)
        return Error {ErrorCode::NotFound, "No such workflow found by id: " + item.workflowId.str()};
    if (item.kind == WorkItem::Kind::Sweep) {
        Status status = run(item.workflowId, command::Decide {});
        entry->work.swept(*entry->execution, m_clock.now());
        finishWork();
        return status;
    }
    if (item.kind != WorkItem::Kind::SystemTask)
        return Error {ErrorCode::InvalidArgument, "This work is not the engine's own: somebody has to answer it"};
    const TaskRun* task = entry->execution->task(item.slot);
    if (!task)
        return Error {ErrorCode::NotFound, "There is no such task to visit"};
    entry->work.visited(*entry->execution, item.slot);
    Status status;
    const Entry* child = task->subWorkflowId.empty() ? nullptr : find(task->subWorkflowId);
    if (child && task->status == TaskStatus::InProgress)
        status = run(item.workflowId, command::ChildChanged {task->taskId, child->execution});
    else
        status = run(item.workflowId, command::VisitSystemTask {item.slot});
    finishWork();
    return status;
}

const WorkItem* Runner::firstTrue(const WorkItem* (WaitingWork::*choice)(EpochMs))
{
    const EpochMs now = m_clock.now();
    while (const WorkItem* item = (m_waiting.*choice)(now)) {
        if (item->kind != WorkItem::Kind::Sweep)
            return item;
        Entry* entry = find(item->workflowId);
        if (!entry || entry->work.verifySweep(*entry->execution, now))
            return item;
    }
    return nullptr;
}

void Runner::verifySweeps()
{
    const EpochMs now = m_clock.now();
    for (auto& [id, entry] : m_entries)
        (void)entry.work.verifySweep(*entry.execution, now);
}

}  // namespace baton
