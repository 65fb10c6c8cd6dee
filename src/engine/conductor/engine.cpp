// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/engine.h"

#include "engine/conductor/engine/runner.h"
#include "engine/conductor/lineage.h"

namespace baton {

struct Engine::State : Runner {
    using Runner::Runner;
};

namespace {

Error noSuchWorkflow(std::string_view workflowId)
{
    return {ErrorCode::NotFound, "No such workflow found by id: " + std::string(workflowId)};
}

}  // namespace

Engine::Engine(EngineContext context, const Clock& clock, EventSink* sink)
    : m_state(std::make_unique<State>(*this, std::move(context), clock, sink))
{
}

Engine::~Engine() = default;

const World& Engine::world() const
{
    return m_state->world();
}

ExecutionPtr Engine::execution(std::string_view workflowId) const
{
    const Runner::Entry* entry = m_state->find(workflowId);
    return entry ? entry->execution : nullptr;
}

const Clock& Engine::clock() const noexcept
{
    return m_state->clock();
}

EngineContext& Engine::context() noexcept
{
    return m_state->context();
}

void Engine::restore(World world)
{
    m_state->restore(std::move(world));
}

void Engine::forget(std::string_view workflowId)
{
    m_state->forgetWholly(workflowId);
}

void Engine::forget(const std::vector<Text>& workflowIds)
{
    m_state->forget(workflowIds);
}

void Engine::adopt(ExecutionPtr execution)
{
    m_state->adopt(std::move(execution));
}

Status Engine::remove(std::string_view workflowId)
{
    Runner::Entry* entry = m_state->find(workflowId);
    if (!entry)
        return noSuchWorkflow(workflowId);
    Event event;
    event.kind = EventKind::WorkflowRemoved;
    event.workflowId = entry->execution->workflowId;
    m_state->record(std::move(event));
    m_state->forget(workflowId);
    m_state->settled();
    return {};
}

void Engine::noteClock()
{
    if (clock().now() <= m_state->worldTime())
        return;
    Event event;
    event.kind = EventKind::ClockAdvanced;
    m_state->record(std::move(event));
    m_state->settled();
}

Status Engine::log(std::string_view workflowId, TaskSlot slot, const TaskLog& line)
{
    const Runner::Entry* entry = m_state->find(workflowId);
    if (!entry || !entry->execution->task(slot))
        return Error {ErrorCode::NotFound, "There is no such task to log for"};
    Event event;
    event.kind = EventKind::TaskLogged;
    event.slot = slot;
    event.workflowId = entry->execution->workflowId;
    event.detail = Value::object({{"log", line.log},
        {"createdTime", line.createdTime > 0 ? line.createdTime : clock().now()}});
    m_state->record(std::move(event));
    m_state->settled();
    return {};
}

Result<Text> Engine::start(StartRequest request)
{
    Result<Text> id = m_state->start(request);
    m_state->finishWork();
    return id;
}

Status Engine::run(std::string_view workflowId, const Command& command)
{
    if (!m_state->find(workflowId))
        return noSuchWorkflow(workflowId);
    std::vector<AddressedCommand> commands;
    if (const auto* retry = std::get_if<command::Retry>(&command); retry && retry->resumeSubworkflowTasks)
        commands = retryCommands(world(), workflowId, *retry);
    else if (const auto* rerun = std::get_if<command::Rerun>(&command); rerun && !rerun->taskId.empty())
        commands = rerunCommands(world(), workflowId, *rerun);
    else
        return m_state->runWhole(workflowId, command);
    for (const AddressedCommand& addressed : commands) {
        if (Status done = m_state->runWhole(addressed.workflowId, addressed.command); !done)
            return done;
    }
    return {};
}

std::vector<WorkItem> Engine::waiting() const
{
    m_state->verifySweeps();
    return m_state->waiting().all(clock().now());
}

std::optional<WorkItem> Engine::next() const
{
    const WorkItem* item = m_state->firstTrue(&WaitingWork::first);
    return item ? std::optional(*item) : std::nullopt;
}

std::optional<WorkItem> Engine::nextOwn() const
{
    const WorkItem* item = m_state->firstTrue(&WaitingWork::firstOwn);
    return item ? std::optional(*item) : std::nullopt;
}

Status Engine::perform(const WorkItem& item)
{
    return m_state->perform(item);
}

std::optional<WorkItem> Engine::nextFor(std::string_view queue) const
{
    const WorkItem* item = m_state->waiting().firstOf(queue, clock().now());
    return item ? std::optional(*item) : std::nullopt;
}

std::optional<EpochMs> Engine::nextReady(std::string_view queue) const
{
    return m_state->waiting().nextReady(queue, clock().now());
}

void Engine::postpone(const WorkItem& item, EpochMs due)
{
    if (Runner::Entry* entry = m_state->find(item.workflowId))
        entry->work.postpone(item.slot, due, clock().now());
}

std::vector<QueueSize> Engine::queueSizes() const
{
    std::vector<QueueSize> result;
    for (auto& [name, size] : m_state->waiting().sizes())
        result.push_back({name, size});
    return result;
}

std::size_t Engine::queueSize(std::string_view queue) const
{
    return m_state->waiting().size(queue);
}

std::size_t Engine::inProgress(std::string_view taskDefName) const
{
    return m_state->inProgress(taskDefName);
}

}  // namespace baton
