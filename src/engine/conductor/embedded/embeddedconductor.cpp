// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"

#include "engine/conductor/embedded/ports.h"

namespace baton {

struct EmbeddedConductor::State {
    explicit State(EmbeddedSetup setup)
        : core(std::move(setup)), metadata(core), workflows(core), tasks(core), events(core), schedules(core), admin(core)
    {
    }

    EmbeddedCore core;
    EmbeddedMetadata metadata;
    EmbeddedWorkflows workflows;
    EmbeddedTasks tasks;
    EmbeddedEvents events;
    EmbeddedSchedules schedules;
    EmbeddedAdmin admin;
};

EmbeddedConductor::EmbeddedConductor(EmbeddedSetup setup) : m_state(std::make_unique<State>(std::move(setup))) { }

EmbeddedConductor::~EmbeddedConductor()
{
    releaseWaiting();
}

MetadataPort& EmbeddedConductor::metadata() { return m_state->metadata; }
WorkflowPort& EmbeddedConductor::workflows() { return m_state->workflows; }
TaskPort& EmbeddedConductor::tasks() { return m_state->tasks; }
EventPort& EmbeddedConductor::events() { return m_state->events; }
SchedulePort& EmbeddedConductor::schedules() { return m_state->schedules; }
AdminPort& EmbeddedConductor::admin() { return m_state->admin; }

std::optional<EpochMs> EmbeddedConductor::nextDue() const
{
    return m_state->core.nextDue();
}

void EmbeddedConductor::tick()
{
    m_state->core.tick();
}

void EmbeddedConductor::setWakeUp(std::function<void()> wakeUp)
{
    m_state->core.setWakeUp(std::move(wakeUp));
}

Status EmbeddedConductor::restore(ConductorMemory memory)
{
    return m_state->core.restore(std::move(memory));
}

World EmbeddedConductor::world() const
{
    return m_state->core.world();
}

void EmbeddedConductor::releaseWaiting()
{
    m_state->core.releaseWaiting();
}

// Events.

void EmbeddedEvents::addHandler(Value handler, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        Result<Value> checked = checkedHandler(handler, "addEventHandler.arg0");
        if (!checked)
            return std::move(checked).error();
        const std::string name((*checked)["name"].asText());
        if (m_core.handlers().find(name))
            return Error {ErrorCode::Internal, "EventHandler with name " + name + " already exists!"};
        m_core.handlers().put(*checked);
        m_core.keep("handler", name, *checked);
        return {};
    });
}

void EmbeddedEvents::updateHandler(Value handler, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        Result<Value> checked = checkedHandler(handler, "updateEventHandler.arg0");
        if (!checked)
            return std::move(checked).error();
        const std::string name((*checked)["name"].asText());
        if (!m_core.handlers().find(name))
            return Error {ErrorCode::Internal, "EventHandler with name " + name + " not found!"};
        m_core.handlers().put(*checked);
        m_core.keep("handler", name, *checked);
        return {};
    });
}

void EmbeddedEvents::removeHandler(Text name, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!m_core.handlers().remove(name))
            return Error {ErrorCode::Internal, "EventHandler with name " + name.str() + " not found!"};
        m_core.keep("handler", name, {});
        return {};
    });
}

void EmbeddedEvents::handlers(Text event, bool activeOnly, Reply<std::vector<Value>> reply)
{
    using All = std::vector<Value>;
    m_core.answer<All>(reply, [&]() -> Result<All> { return m_core.handlers().handlers(event, activeOnly); });
}

void EmbeddedEvents::publish(Text event, Value payload, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        m_core.handlers().publish({std::move(event), Text(m_core.engine().context().ids.nextId()), std::move(payload)});
        return {};
    });
}

}  // namespace baton
