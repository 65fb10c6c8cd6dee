// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/failover/failoverconductor.h"
#include "engine/service/conductorticker.h"
#include "engine/service/servicelog.h"
#include "engine/service/workerservice.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace baton {

/// The inside of a WorkerService. What is made in open() is not changed until the end, so only what can change is locked.
struct WorkerService::State : std::enable_shared_from_this<State> {
    explicit State(ServiceSetup given);
    ~State();

    ServiceSetup setup;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Metrics> metrics;
    Logger& logger() const { return setup.logger != nullptr ? *setup.logger : *m_silent; }

    std::shared_ptr<EmbeddedConductor> embedded;
    std::unique_ptr<ConductorTicker> ticker;
    std::shared_ptr<RemoteConductor> remote;                 // none when rehearsing
    std::unique_ptr<FailoverConductor> failover;
    std::unique_ptr<Worker> remoteWorker;
    std::unique_ptr<Worker> embeddedWorker;

    [[nodiscard]] Status open();
    void begin();
    void failoverMoved(const FailoverView& view);
    void registerAt(Conductor& conductor);
    void drain(std::function<void(DrainReport)> done);
    void stop();
    /// What comes from other threads' callbacks: not any more once the service stops.
    template <typename Work>
    void inside(Work&& work)
    {
        const std::lock_guard lock(m_gate);
        if (!m_closed)
            work();
    }
    [[nodiscard]] ServiceStatus status() const;
    [[nodiscard]] std::vector<Worker*> workers() const;
    [[nodiscard]] Worker* workerOf(std::string_view origin) const;
    [[nodiscard]] Conductor& conductor() const;

private:
    [[nodiscard]] Result<std::shared_ptr<ResultJournal>> openJournal() const;
    [[nodiscard]] std::unique_ptr<Worker> makeWorker(TaskPort& tasks, const Text& origin, std::shared_ptr<ResultJournal> journal,
        bool sideEffects);
    void makeRemote();
    void planned(Conductor& conductor, Result<RegistrationPlan> plan);
    void upkeep(const std::stop_token& stop);
    void measure();

    std::unique_ptr<Logger> m_silent;
    std::recursive_mutex m_gate;                             // guards m_closed; an embedded answer comes within its question
    bool m_closed = false;
    mutable std::mutex m_mutex;                              // guards what follows
    ServicePhase m_phase = ServicePhase::Ready;
    EpochMs m_startedAt = 0;
    std::optional<RegistrationReport> m_registration;
    std::string m_registrationError;
    bool m_registeredRemotely = false;
    int m_observer = 0;
    std::condition_variable_any m_upkeepWakes;
    std::jthread m_upkeep;
};

}  // namespace baton
