// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/core.h"
#include "engine/worker/drain.h"

namespace baton {

void Worker::Core::drain(DrainLimits limits, std::function<void(DrainReport)> done)
{
    if (m_drain) {
        if (m_phase == WorkerPhase::Stopped)
            done(m_drain->report);
        else
            m_drain->done.push_back(std::move(done));
        return;
    }
    m_drain = std::make_shared<Drain>(Drain {.limits = limits, .done = {}, .began = m_world->now()});
    m_drain->done.push_back(std::move(done));
    m_phase = WorkerPhase::Draining;
    m_world->tell({.kind = WorkerEventKind::Draining});
    for (const auto& [type, poller] : m_pollers)
        poller->setOpen(false);
    m_drain->timer = m_world->after(limits.grace, [this] { endGrace(); });
    m_courier.hurry();
    drainStep();
}

bool Worker::Core::somethingRuns() const noexcept
{
    for (const auto& [type, poller] : m_pollers) {
        if (poller->isPolling() || poller->status().running > static_cast<int>(poller->status().stuck))
            return true;
    }
    return false;
}

void Worker::Core::drainStep()
{
    if (!m_drain || m_phase != WorkerPhase::Draining || somethingRuns())
        return;
    if (m_courier.undelivered() == 0) {
        finishDrain();
    } else if (m_drain->stage != Drain::Stage::Delivering) {
        m_drain->stage = Drain::Stage::Delivering;
        m_world->loop().cancel(m_drain->timer);
        m_drain->timer = m_world->after(m_drain->limits.deliver, [this] { finishDrain(); });
    }
}

void Worker::Core::endGrace()
{
    m_drain->stage = Drain::Stage::Cancelling;
    const auto hand = m_hand;
    for (const auto& [id, task] : hand) {
        if (task->stage == InHand::Stage::Running)
            cancel(*task, "the worker is stopping");
    }
    m_drain->timer = m_world->after(m_drain->limits.cancelGrace, [this] { endCancelGrace(); });
}

void Worker::Core::endCancelGrace()
{
    const auto hand = m_hand;
    for (const auto& [id, task] : hand) {
        if (task->stage != InHand::Stage::Running)
            continue;
        ++m_drain->report.stuck;
        giveUpOn(task, handBackResult(*task), "it does not return although the worker is stopping");
    }
    // Held polls that are not answered by now are left: their tasks come back with the server's time-out.
    m_drain->stage = Drain::Stage::Delivering;
    m_drain->timer = m_world->after(m_drain->limits.deliver, [this] { finishDrain(); });
    drainStep();
}

void Worker::Core::finishDrain()
{
    if (m_drain->stage == Drain::Stage::Flushing)
        return;
    m_drain->stage = Drain::Stage::Flushing;
    m_world->loop().cancel(m_drain->timer);
    const auto end = [this] {
        if (m_phase == WorkerPhase::Stopped)
            return;
        m_phase = WorkerPhase::Stopped;
        m_drain->report.undelivered = m_courier.undelivered();
        m_drain->report.took = m_world->now() - m_drain->began;
        for (const auto& [id, task] : m_hand)
            m_leases.release(*task);
        m_world->tell({.kind = WorkerEventKind::Stopped});
        for (const auto& done : std::exchange(m_drain->done, {}))
            done(m_drain->report);
    };
    m_courier.desk().flush(end);
    m_world->after(m_drain->limits.deliver, end);   // a disk that hangs does not keep the process
}

void Worker::Core::noteHandedBack()
{
    ++m_drain->report.handedBack;
}

void Worker::Core::noteFinished()
{
    ++m_drain->report.finished;
}

void Worker::Core::stopHandlers()
{
    for (const auto& [id, task] : m_hand) {
        if (task->context)
            task->context->requestStop();
    }
}

}  // namespace baton
