// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverports.h"

namespace baton {

void FailoverEvents::addHandler(Value handler, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.events().addHandler(std::move(handler), std::move(answer));
    });
}

void FailoverEvents::updateHandler(Value handler, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.events().updateHandler(std::move(handler), std::move(answer));
    });
}

void FailoverEvents::removeHandler(Text name, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.events().removeHandler(std::move(name), std::move(answer));
    });
}

void FailoverEvents::handlers(Text event, bool activeOnly, Reply<std::vector<Value>> reply)
{
    m_core->ask<std::vector<Value>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<Value>> answer) {
        conductor.events().handlers(std::move(event), activeOnly, std::move(answer));
    });
}

void FailoverEvents::publish(Text event, Value payload, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.events().publish(std::move(event), std::move(payload), std::move(answer));
    });
}

void FailoverSchedules::save(Value schedule, Reply<Value> reply)
{
    m_core->ask<Value>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.schedules().save(std::move(schedule), std::move(answer));
    });
}

void FailoverSchedules::schedule(Text name, Reply<Value> reply)
{
    m_core->ask<Value>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.schedules().schedule(std::move(name), std::move(answer));
    });
}

void FailoverSchedules::schedules(Text workflowName, Reply<std::vector<Value>> reply)
{
    m_core->ask<std::vector<Value>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<Value>> answer) {
        conductor.schedules().schedules(std::move(workflowName), std::move(answer));
    });
}

void FailoverSchedules::remove(Text name, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.schedules().remove(std::move(name), std::move(answer));
    });
}

void FailoverSchedules::search(ScheduleSearch request, Reply<Page<Value>> reply)
{
    m_core->ask<Page<Value>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Page<Value>> answer) {
        conductor.schedules().search(std::move(request), std::move(answer));
    });
}

void FailoverSchedules::setPaused(Text name, bool paused, Text reason, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.schedules().setPaused(std::move(name), paused, std::move(reason), std::move(answer));
    });
}

void FailoverSchedules::setRunning(bool running, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.schedules().setRunning(running, std::move(answer));
    });
}

void FailoverSchedules::nextRuns(Text cronExpression, Text zone, EpochMs from, EpochMs to, int limit,
                                 Reply<std::vector<EpochMs>> reply)
{
    m_core->ask<std::vector<EpochMs>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<EpochMs>> answer) {
        conductor.schedules().nextRuns(std::move(cronExpression), std::move(zone), from, to, limit, std::move(answer));
    });
}

void FailoverSchedules::executions(SearchRequest request, Reply<Page<Value>> reply)
{
    m_core->ask<Page<Value>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Page<Value>> answer) {
        conductor.schedules().executions(std::move(request), std::move(answer));
    });
}

void FailoverAdmin::configuration(Reply<Value> reply)
{
    m_core->ask<Value>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.admin().configuration(std::move(answer));
    });
}

void FailoverAdmin::version(Reply<Text> reply)
{
    m_core->ask<Text>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Text> answer) {
        conductor.admin().version(std::move(answer));
    });
}

void FailoverAdmin::isHealthy(Reply<bool> reply)
{
    m_core->ask<bool>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<bool> answer) {
        conductor.admin().isHealthy(std::move(answer));
    });
}

void FailoverAdmin::secretNames(Reply<std::vector<Text>> reply)
{
    m_core->ask<std::vector<Text>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<Text>> answer) {
        conductor.admin().secretNames(std::move(answer));
    });
}

void FailoverAdmin::environment(Reply<Value> reply)
{
    m_core->ask<Value>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<Value> answer) {
        conductor.admin().environment(std::move(answer));
    });
}

void FailoverAdmin::requeueSweep(Text workflowId, Reply<bool> reply)
{
    m_core->ask<bool>(m_core->ofWorkflow(workflowId), std::move(reply), [&](Conductor& conductor, Reply<bool> answer) {
        conductor.admin().requeueSweep(std::move(workflowId), std::move(answer));
    });
}

}  // namespace baton
