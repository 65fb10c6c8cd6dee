// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/worker.h"

#include "engine/worker/core.h"

namespace baton {
namespace {

// What was left out is the machine's own.
WorkerSetup completed(WorkerSetup setup)
{
    if (!setup.clock)
        setup.clock = std::make_shared<SystemClock>();
    if (!setup.ids)
        setup.ids = std::make_shared<RandomIdSource>();
    if (!setup.metrics)
        setup.metrics = std::make_shared<Metrics>(setup.clock);
    if (!setup.registry)
        setup.registry = std::make_shared<TaskRegistry>();
    if (!setup.loop)
        setup.loop = std::make_shared<ThreadLoop>();
    if (!setup.pool)
        setup.pool = std::make_shared<ThreadPools>();
    if (setup.host.empty())
        setup.host = "baton";
    return setup;
}

}  // namespace

std::string_view toText(WorkerPhase phase) noexcept
{
    switch (phase) {
    case WorkerPhase::Ready: return "ready";
    case WorkerPhase::Running: return "running";
    case WorkerPhase::Draining: return "draining";
    case WorkerPhase::Stopped: return "stopped";
    }
    return "";
}

Worker::Worker(WorkerSetup setup)
    : m_core(std::make_shared<Core>(std::make_shared<WorkerWorld>(completed(std::move(setup)))))
{
}

Worker::~Worker()
{
    WorkerWorld& world = m_core->world();
    // The threads go after the core, and their jobs find the world closed.
    const std::shared_ptr<WorkerLoop> loop = world.setup.loop;
    std::shared_ptr<WorkerPool> pool = world.setup.pool;
    {
        const std::lock_guard lock(world.mutex);
        world.closed = true;
        m_core->stopHandlers();
        world.setup.pool.reset();
    }
    m_core.reset();
    pool.reset();
}

void Worker::start()
{
    m_core->world().post([core = m_core.get()] { core->start(); });
}

void Worker::setPaused(std::string_view taskType, bool paused)
{
    m_core->world().post([core = m_core.get(), type = std::string(taskType), paused] { core->setPaused(type, paused); });
}

void Worker::setPolling(bool polling)
{
    m_core->world().post([core = m_core.get(), polling] { core->setPolling(polling); });
}

void Worker::configure(WorkerSettings settings)
{
    m_core->world().post([core = m_core.get(), settings = std::move(settings)]() mutable { core->configure(std::move(settings)); });
}

void Worker::drain(DrainLimits limits, std::function<void(DrainReport)> done)
{
    m_core->world().post([core = m_core.get(), limits, done = std::move(done)]() mutable { core->drain(limits, std::move(done)); });
}

WorkerStatus Worker::status() const
{
    const std::lock_guard lock(m_core->world().mutex);
    return m_core->status();
}

void Worker::results(JournalState state, int limit, int offset, Reply<std::vector<JournalEntry>> reply)
{
    m_core->world().post([core = m_core.get(), state, limit, offset, reply = std::move(reply)]() mutable {
        core->courier().desk().ask<std::vector<JournalEntry>>(
            [state, limit, offset](ResultJournal& journal) { return journal.list(state, limit, offset); }, std::move(reply));
    });
}

void Worker::resend(std::int64_t id, Done done)
{
    m_core->world().post([core = m_core.get(), id, done = std::move(done)]() mutable { core->courier().resend(id, std::move(done)); });
}

void Worker::forget(std::int64_t id, Done done)
{
    m_core->world().post([core = m_core.get(), id, done = std::move(done)]() mutable { core->courier().forget(id, std::move(done)); });
}

}  // namespace baton
