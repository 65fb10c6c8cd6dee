// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/conductor.h"
#include "engine/remote/failover/failoverstate.h"

#include <chrono>
#include <functional>
#include <memory>

namespace baton {

struct FailoverSetup {
    std::shared_ptr<Conductor> remote;
    std::shared_ptr<Conductor> embedded {};       // none: nobody stands in. Its owner keeps its time (tick)
    FailoverSettings settings {};
    std::shared_ptr<const Clock> clock {};        // none: the machine's
    /// Looks at the server: RemoteConductor::checkHealth.
    std::function<void(Reply<HealthReport>)> look;
    /// Calls back later: RemoteConductor::after.
    std::function<void(std::chrono::milliseconds, std::function<void()>)> after;
};

/// A Conductor that is the real one while that is well, and else the embedded one. Safe to call from any thread; answers
/// come as the one that was asked gives them.
///
/// New work (poll, start, execute, test, searches, metadata) goes to the active one. Whatever names a task or an execution
/// goes to the one it belongs to, whoever is active: a polled task is remembered until its last answer, the embedded one is
/// asked whether it knows the id, all else is the server's. A bulk request is split. Definitions that are registered while
/// the server does the work are registered in the embedded one too, so that it can stand in. Searches and lists show the
/// active one alone. While nobody is active calls answer Unavailable.
class FailoverConductor final : public Conductor {
public:
    using Observer = std::function<void(const FailoverView&)>;

    explicit FailoverConductor(FailoverSetup setup);
    ~FailoverConductor() override;   // late answers and looks are dropped

    [[nodiscard]] MetadataPort& metadata() override;
    [[nodiscard]] WorkflowPort& workflows() override;
    [[nodiscard]] TaskPort& tasks() override;
    [[nodiscard]] EventPort& events() override;
    [[nodiscard]] SchedulePort& schedules() override;
    [[nodiscard]] AdminPort& admin() override;

    /// The first look, then one every interval. `verdict` is told once, when it is clear who begins.
    void start(std::function<void(const FailoverView&)> verdict = {});
    [[nodiscard]] FailoverView view() const;
    void choose(FailoverChoice choice);
    void reconfigure(const FailoverSettings& settings);
    /// Told of every change, in order, one at a time, on the thread that brought it about. Returns what removeObserver takes.
    int addObserver(Observer observer);
    void removeObserver(int number);

    /// Where a task belongs that was polled here and not yet answered for good; else where its id is known.
    [[nodiscard]] Origin originOfTask(const Text& taskId) const;
    /// May this task touch the world: all of the server's may, the embedded one's by settings.
    [[nodiscard]] bool sideEffectsAllowed(const Text& taskId) const;
    /// For results that outlive the process: their journal remembers the origin.
    [[nodiscard]] Conductor& of(Origin origin);   // Embedded without one: the server, which does not know the task

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
