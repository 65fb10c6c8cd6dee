// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/workerservice.h"

#include "engine/service/servicestate.h"

#include <algorithm>

namespace baton {

WorkerService::WorkerService(ServiceSetup setup) : m_state(std::make_shared<State>(std::move(setup))) { }

WorkerService::~WorkerService()
{
    m_state->stop();
    // A callback on the network thread may hold the state a moment longer; the network must not end on its own thread.
    const auto remote = std::move(m_state->remote);
    const auto embedded = std::move(m_state->embedded);
    m_state.reset();
}

Status WorkerService::start()
{
    if (auto opened = m_state->open(); !opened)
        return opened;
    m_state->begin();
    return {};
}

void WorkerService::configure(const Settings& settings)
{
    for (Worker* worker : m_state->workers())
        worker->configure(settings.worker);
    if (m_state->failover)
        m_state->failover->reconfigure(settings.failover);
    m_state->logger().reconfigure(settings.logging);
}

void WorkerService::drain(std::function<void(DrainReport)> done)
{
    m_state->drain(std::move(done));
}

ServiceStatus WorkerService::status() const
{
    return m_state->status();
}

MetricsSnapshot WorkerService::metrics() const
{
    return m_state->metrics->snapshot();
}

std::string WorkerService::exposition() const
{
    return m_state->metrics->exposition();
}

void WorkerService::setPaused(std::string_view taskType, bool paused)
{
    for (Worker* worker : m_state->workers())
        worker->setPaused(taskType, paused);
}

void WorkerService::choose(FailoverChoice choice)
{
    if (m_state->failover)
        m_state->failover->choose(choice);
}

void WorkerService::results(JournalState state, int limit, Reply<std::vector<JournalEntry>> reply)
{
    struct Gathering {
        std::mutex mutex;   // guards the rest: each worker answers on its own loop
        std::vector<JournalEntry> entries;
        std::size_t open = 0;
        std::optional<Error> error;
    };
    const std::vector<Worker*> workers = m_state->workers();
    if (workers.empty()) {
        reply(std::vector<JournalEntry> {});
        return;
    }
    const auto gathering = std::make_shared<Gathering>();
    gathering->open = workers.size();
    for (Worker* worker : workers) {
        worker->results(state, limit, 0, [gathering, reply, limit](Result<std::vector<JournalEntry>> some) {
            std::unique_lock lock(gathering->mutex);
            if (some)
                gathering->entries.insert(gathering->entries.end(), some->begin(), some->end());
            else
                gathering->error = some.error();
            if (--gathering->open > 0)
                return;
            std::stable_sort(gathering->entries.begin(), gathering->entries.end(),
                [](const JournalEntry& a, const JournalEntry& b) { return a.createdAt > b.createdAt; });
            if (limit >= 0 && gathering->entries.size() > static_cast<std::size_t>(limit))
                gathering->entries.erase(gathering->entries.begin() + limit, gathering->entries.end());
            lock.unlock();
            if (gathering->error && gathering->entries.empty())
                reply(*gathering->error);
            else
                reply(std::move(gathering->entries));
        });
    }
}

namespace {

Error noSuchOrigin(const Text& origin)
{
    return {.code = ErrorCode::NotFound, .message = "no worker of this service works for '" + origin.str() + "'",
        .hint = "Start the service with the settings of that server"};
}

}  // namespace

void WorkerService::resend(Text origin, std::int64_t id, Done done)
{
    if (Worker* worker = m_state->workerOf(origin))
        worker->resend(id, std::move(done));
    else
        done(noSuchOrigin(origin));
}

void WorkerService::forget(Text origin, std::int64_t id, Done done)
{
    if (Worker* worker = m_state->workerOf(origin))
        worker->forget(id, std::move(done));
    else
        done(noSuchOrigin(origin));
}

void WorkerService::startWorkflow(StartRequest request, Reply<Text> reply)
{
    m_state->conductor().workflows().start(std::move(request), std::move(reply));
}

Conductor& WorkerService::conductor()
{
    return m_state->conductor();
}

}  // namespace baton
