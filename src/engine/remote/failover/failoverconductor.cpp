// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverconductor.h"

#include "engine/remote/failover/failoverports.h"

namespace baton {

struct FailoverConductor::State {
    explicit State(FailoverSetup given) : setup(std::move(given)) { }

    FailoverSetup setup;   // owns both Conductors, longer than anything below uses them
    std::shared_ptr<FailoverCore> core = std::make_shared<FailoverCore>(setup);
    FailoverMetadata metadata {core};
    FailoverWorkflows workflows {core};
    FailoverTasks tasks {core};
    FailoverEvents events {core};
    FailoverSchedules schedules {core};
    FailoverAdmin admin {core};
};

FailoverConductor::FailoverConductor(FailoverSetup setup) : m_state(std::make_unique<State>(std::move(setup))) { }

FailoverConductor::~FailoverConductor()
{
    m_state->core->close();
}

MetadataPort& FailoverConductor::metadata() { return m_state->metadata; }
WorkflowPort& FailoverConductor::workflows() { return m_state->workflows; }
TaskPort& FailoverConductor::tasks() { return m_state->tasks; }
EventPort& FailoverConductor::events() { return m_state->events; }
SchedulePort& FailoverConductor::schedules() { return m_state->schedules; }
AdminPort& FailoverConductor::admin() { return m_state->admin; }

void FailoverConductor::start(std::function<void(const FailoverView&)> verdict) { m_state->core->begin(std::move(verdict)); }
FailoverView FailoverConductor::view() const { return m_state->core->view(); }
void FailoverConductor::choose(FailoverChoice choice) { m_state->core->choose(choice); }
void FailoverConductor::reconfigure(const FailoverSettings& settings) { m_state->core->reconfigure(settings); }
int FailoverConductor::addObserver(Observer observer) { return m_state->core->addObserver(std::move(observer)); }
void FailoverConductor::removeObserver(int number) { m_state->core->removeObserver(number); }
Origin FailoverConductor::originOfTask(const Text& taskId) const { return m_state->core->ofTask(taskId); }

bool FailoverConductor::sideEffectsAllowed(const Text& taskId) const
{
    return originOfTask(taskId) == Origin::Remote || m_state->core->sideEffectsWhileRehearsing();
}

Conductor& FailoverConductor::of(Origin origin)
{
    return m_state->core->of(origin);
}

}  // namespace baton
