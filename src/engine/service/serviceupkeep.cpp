// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/service/servicestate.h"

#include <algorithm>
#include <atomic>

namespace baton {

namespace {

constexpr Milliseconds kEmbeddedInterval {500};   // asking the embedded Conductor costs no network

}  // namespace

/// What nobody counts while working: queues, the age of the token.
void WorkerService::State::upkeep(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        measure();
        const auto active = failover ? failover->view().active() : std::optional(Origin::Embedded);
        const Milliseconds interval = active == Origin::Embedded ? kEmbeddedInterval : setup.settings.monitoring.collectInterval;
        std::unique_lock lock(m_mutex);
        m_upkeepWakes.wait_for(lock, stop, interval, [] { return false; });
    }
}

void WorkerService::State::measure()
{
    if (remote) {
        const RemoteFacts facts = remote->facts();
        if (facts.tokenSince > 0)
            metrics->setTokenAge(static_cast<double>(std::max<EpochMs>(0, clock->now() - facts.tokenSince)) / 1000.0);
    }
    if (!setup.tasks)
        return;
    std::vector<Text> names;
    for (const std::string& type : setup.tasks->taskTypes()) {
        const std::string domain = setup.settings.worker.of(type).domain;
        names.emplace_back(domain.empty() ? type : domain + ':' + type);
    }
    const std::weak_ptr<Metrics> figures = metrics;
    conductor().tasks().queueSizes(std::move(names), [figures](const Result<std::vector<QueueSize>>& sizes) {
        const auto book = figures.lock();
        if (!book || !sizes)
            return;
        for (const QueueSize& queue : *sizes) {
            const std::string_view name = queue.name.view();
            const std::size_t colon = name.rfind(':');
            book->task(colon == std::string_view::npos ? name : name.substr(colon + 1)).setQueueDepth(static_cast<double>(queue.waiting));
        }
    });
}

void WorkerService::State::drain(std::function<void(DrainReport)> done)
{
    struct Gathering {
        std::mutex mutex;   // guards the rest: each worker tells on its own loop
        DrainReport sum;
        std::size_t open = 0;
    };
    {
        const std::lock_guard lock(m_mutex);
        m_phase = ServicePhase::Draining;
    }
    const DrainLimits limits {.grace = setup.settings.worker.shutdownTimeout};
    const std::vector<Worker*> all = workers();
    if (all.empty()) {
        done({});
        return;
    }
    const auto gathering = std::make_shared<Gathering>();
    gathering->open = all.size();
    const std::weak_ptr<State> self = weak_from_this();
    for (Worker* worker : all) {
        worker->drain(limits, [gathering, done, self](const DrainReport& report) {
            std::unique_lock lock(gathering->mutex);
            DrainReport& sum = gathering->sum;
            sum.finished += report.finished;
            sum.handedBack += report.handedBack;
            sum.stuck += report.stuck;
            sum.undelivered += report.undelivered;
            sum.took = std::max(sum.took, report.took);
            if (--gathering->open > 0)
                return;
            lock.unlock();
            if (const auto state = self.lock()) {
                const std::lock_guard guard(state->m_mutex);
                state->m_phase = ServicePhase::Stopped;
            }
            done(gathering->sum);
        });
    }
}

void WorkerService::State::stop()
{
    {
        const std::lock_guard lock(m_gate);
        m_closed = true;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_phase = ServicePhase::Stopped;
    }
    if (m_upkeep.joinable()) {
        m_upkeep.request_stop();
        m_upkeep.join();
    }
    if (failover)
        failover->removeObserver(m_observer);
    if (embedded)
        embedded->releaseWaiting();
    remoteWorker.reset();
    embeddedWorker.reset();
    failover.reset();
    ticker.reset();
}

}  // namespace baton
