// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/core.h"

#include <algorithm>

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr auto kLongestPoll = 6s;

}  // namespace

Worker::Core::Core(std::shared_ptr<WorkerWorld> world)
    : m_world(std::move(world))
    , m_leases(*m_world, {.cancel = [this](InHand& task, const std::string& why) { cancel(task, why); },
                             .overdue = [this](InHand& task) { overdue(task); }})
    , m_courier(*m_world, {.journaled = [this](Letter& letter) { journaled(letter); },
                              .settled = [this](Letter& letter) { settled(letter); },
                              .roundTrip = [this](std::chrono::nanoseconds time) { m_leases.noteRoundTrip(time); }})
    , m_ownId(m_world->setup.host + "-" + m_world->chance().nextId().substr(0, 8))
{
    const std::vector<std::string>& only = m_world->setup.settings.only;
    for (const std::string& type : m_world->setup.registry->taskTypes()) {
        if (only.empty() || std::ranges::find(only, type) != only.end())
            addPoller(type);
    }
}

void Worker::Core::addPoller(const std::string& taskType)
{
    const WorkerPlan plan = m_world->setup.settings.of(taskType);
    m_pollers[taskType] = std::make_unique<TypePoller>(*m_world, taskType, plan, workerIdOf(plan),
        TypePoller::Hooks {.freeOverall = [this](const TypePoller& poller) { return freeFor(poller); },
            .arrived = [this](TypePoller& poller, std::vector<TaskView> tasks) { arrived(poller, std::move(tasks)); },
            .lostAnswer = [this](TypePoller& poller) { claimStranded(poller); },
            .idle = [this] { drainStep(); },
            .serverTime = [this] { return m_leases.roundTrip(); }});
}

Text Worker::Core::workerIdOf(const WorkerPlan& plan) const
{
    return plan.workerId.empty() ? m_ownId : Text(plan.workerId);
}

void Worker::Core::start()
{
    if (m_phase != WorkerPhase::Ready)
        return;
    m_phase = WorkerPhase::Running;
    m_courier.open(m_ownId, [this](const ResultCourier::Left& left) { opened(left); });
}

void Worker::Core::opened(const ResultCourier::Left& left)
{
    const bool hadAnother = left.name != m_ownId;
    m_ownId = left.name;
    for (const HeldTask& task : left.held)
        giveBackHeld(task);
    m_world->tell({.kind = WorkerEventKind::Started, .detail = m_world->setup.origin.str()});
    for (const auto& [type, poller] : m_pollers) {
        poller->configure(poller->plan(), workerIdOf(poller->plan()));
        poller->setOpen(isOpen());
    }
    // The polls of a process that was killed may be answered after its end.
    if (hadAnother)
        m_world->after(kLongestPoll, [this] { claimAll(); });
}

void Worker::Core::setPaused(std::string_view taskType, bool paused)
{
    for (const auto& [type, poller] : m_pollers) {
        if (taskType.empty() || type == taskType)
            poller->setPaused(paused);
    }
}

void Worker::Core::setPolling(bool polling)
{
    if (m_polling == polling)
        return;
    m_polling = polling;
    for (const auto& [type, poller] : m_pollers)
        poller->setOpen(isOpen());
    if (polling)
        m_courier.hurry();
}

void Worker::Core::configure(WorkerSettings settings)
{
    m_world->setup.settings = std::move(settings);
    for (const auto& [type, poller] : m_pollers) {
        const WorkerPlan plan = m_world->setup.settings.of(type);
        poller->configure(plan, workerIdOf(plan));
        poller->consider();
    }
}

int Worker::Core::freeOverall() const noexcept
{
    return m_world->setup.settings.maxConcurrent - m_slotsUsed;
}

// What other polls may bring is spoken for, but nobody is kept from asking for one.
int Worker::Core::freeFor(const TypePoller& poller) const noexcept
{
    const int free = freeOverall();
    int spokenFor = 0;
    for (const auto& [type, other] : m_pollers)
        spokenFor += other.get() == &poller ? 0 : other->asked();
    return free <= 0 ? 0 : std::max(1, free - spokenFor);
}

// Slots that come free together make one poll for all of them.
void Worker::Core::considerSoon()
{
    if (std::exchange(m_willConsider, true))
        return;
    m_world->post([this] {
        m_willConsider = false;
        for (const auto& [type, poller] : m_pollers)
            poller->consider();
    });
}

TypePoller* Worker::Core::pollerOf(const Text& taskType) const
{
    const auto found = m_pollers.find(taskType.view());
    return found == m_pollers.end() ? nullptr : found->second.get();
}

WorkerStatus Worker::Core::status() const
{
    WorkerStatus status {.phase = m_phase, .polling = m_polling, .origin = m_world->setup.origin, .types = {},
        .journal = m_courier.counts(), .inHand = static_cast<int>(m_hand.size()), .journalWorks = m_courier.journalWorks()};
    for (const auto& [type, poller] : m_pollers)
        status.types.push_back(poller->status());
    return status;
}

}  // namespace baton
