// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/log/logger.h"
#include "engine/service/servicecontrol.h"

#include <functional>
#include <memory>

namespace baton {

struct ServiceSetup {
    Settings settings;
    std::shared_ptr<const TaskRegistry> tasks;
    RegistrationRequest registration {};              // what auto_register brings to the server, and to the embedded Conductor
    bool rehearsing = false;                          // --mock: the embedded Conductor only; no network is touched
    std::shared_ptr<const Clock> clock {};            // none: the machine's
    std::shared_ptr<Metrics> metrics {};              // none: its own
    Logger* logger = nullptr;                         // outlives the service; none: nothing is logged
    std::string stateFolder {};                       // for the result journal where settings name no file; empty: the user's
    std::function<void(const FailoverView&)> failoverChanged {};   // besides the log; on any thread
};

/// A worker with everything around it: the server with its fail-over, the embedded Conductor, a Worker for each (a task of one
/// is never answered to the other), registration, figures and log. Needs a QCoreApplication unless it rehearses.
class WorkerService final : public ServiceControl {
public:
    explicit WorkerService(ServiceSetup setup);
    ~WorkerService() override;   // stops at once when it was not drained

    /// Opens the journal and begins. Returns without waiting for the server. Errors: IoError, Unavailable (another process has
    /// the journal), both with the way out.
    [[nodiscard]] Status start();
    /// Takes up what can change while it runs: worker, fail-over, levels of the log.
    void configure(const Settings& settings);
    /// Stops polling, waits for held polls, finishes or hands back, flushes. `done` once, on a thread of the service.
    void drain(std::function<void(DrainReport)> done);

    [[nodiscard]] ServiceStatus status() const override;
    [[nodiscard]] MetricsSnapshot metrics() const override;
    [[nodiscard]] std::string exposition() const override;
    void setPaused(std::string_view taskType, bool paused) override;
    void choose(FailoverChoice choice) override;
    void results(JournalState state, int limit, Reply<std::vector<JournalEntry>> reply) override;
    void resend(Text origin, std::int64_t id, Done done) override;
    void forget(Text origin, std::int64_t id, Done done) override;
    void startWorkflow(StartRequest request, Reply<Text> reply) override;

    /// The Conductor that gets the work, fail-over included.
    [[nodiscard]] Conductor& conductor();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Where the journal is when nobody says: $XDG_STATE_HOME/baton, else ~/.local/state/baton. Empty when there is no home.
[[nodiscard]] std::string userStateFolder();

}  // namespace baton
