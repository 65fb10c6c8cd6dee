// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/typepoller.h"

namespace baton {
namespace {

using namespace std::chrono_literals;

constexpr auto kMostPollTime = 5000ms;   // what the server takes
constexpr auto kFirstEmptyPause = 10ms;
constexpr std::chrono::nanoseconds kSlowServer = 5ms;
constexpr std::chrono::nanoseconds kLongestGathering = 100ms;

}  // namespace

TypePoller::TypePoller(WorkerWorld& world, std::string taskType, WorkerPlan plan, Text workerId, Hooks hooks)
    : m_world(world)
    , m_meter(world.setup.metrics->task(taskType))
    , m_hooks(std::move(hooks))
    , m_errors(200ms, 10s)
    , m_empties(kFirstEmptyPause, 1s)
{
    m_status.taskType = std::move(taskType);
    m_status.paused = plan.paused;
    configure(std::move(plan), std::move(workerId));
}

void TypePoller::configure(WorkerPlan plan, Text workerId)
{
    if (plan.paused != m_status.plan.paused)
        m_status.paused = plan.paused;
    m_status.plan = std::move(plan);
    m_workerId = std::move(workerId);
    m_errors.set(m_world.setup.settings.pollErrorDelay, m_world.setup.settings.maxPollErrorDelay);
    m_empties.set(std::min<Milliseconds>(kFirstEmptyPause, m_status.plan.pollInterval), m_status.plan.pollInterval);
    showSlots();
}

void TypePoller::setOpen(bool open)
{
    m_open = open;
    if (!open)
        cancelPause();
    m_errors.reset();
    consider();
}

void TypePoller::setPaused(bool paused)
{
    if (m_status.paused == paused)
        return;
    m_status.paused = paused;
    if (paused)
        m_meter.paused();
    m_world.tell({.kind = paused ? WorkerEventKind::Paused : WorkerEventKind::Resumed, .taskType = Text(m_status.taskType)});
    consider();
}

void TypePoller::consider()
{
    if (!m_open || m_status.paused || isPolling() || m_pause != 0)
        return;
    const int free = std::min(freeSlots(), m_hooks.freeOverall(*this));
    if (free <= 0) {
        if (!m_full)
            m_meter.queueFull();
        m_full = true;
        return;
    }
    m_full = false;
    if (m_scouts && m_world.now() >= m_scoutUntil)
        m_scouts = false;
    const auto wait = std::min<std::chrono::milliseconds>(m_status.plan.pollTimeout, kMostPollTime);
    if (m_scouts && m_burst && free > 1)
        poll(free, 0ms);
    else
        poll(m_scouts ? 1 : free, wait);
}

// Fewer than asked for, and yet only at the end of the time: they were held back until then.
void TypePoller::noteWait(int count, std::chrono::milliseconds timeout, std::chrono::nanoseconds took, std::size_t tasks)
{
    if (m_scouts || count <= 1 || timeout == 0ms || tasks == 0 || static_cast<int>(tasks) >= count || took < timeout * 9 / 10)
        return;
    m_scouts = true;
    m_scoutFor = std::clamp<std::chrono::nanoseconds>(m_scoutFor * 2, 1min, 1h);
    m_scoutUntil = m_world.now() + m_scoutFor;
}

void TypePoller::poll(int count, std::chrono::milliseconds timeout)
{
    PollRequest request;
    request.taskType = Text(m_status.taskType);
    request.workerId = m_workerId;
    request.domain = Text(m_status.plan.domain);
    request.count = count;
    request.timeoutMs = timeout.count();
    m_status.pollsInFlight = 1;
    m_asked = count;
    m_meter.polled();
    m_meter.setPollsInFlight(1);
    m_world.tasks().poll(std::move(request), m_world.reply<std::vector<TaskView>>(
        [this, count, timeout, began = m_world.now()](Result<std::vector<TaskView>> tasks) {
            answered(count, timeout, m_world.now() - began, std::move(tasks));
        }));
}

void TypePoller::answered(int count, std::chrono::milliseconds timeout, std::chrono::nanoseconds took,
                          Result<std::vector<TaskView>> tasks)
{
    m_status.pollsInFlight = 0;
    m_asked = 0;
    m_meter.setPollsInFlight(0);
    m_meter.pollTook(took, tasks.ok());
    if (!tasks) {
        failed(tasks.error());
    } else {
        m_status.lastPollAt = m_world.time();
        m_status.lastError.clear();
        if (m_errors.failures() > 0) {
            m_world.tell({.kind = WorkerEventKind::PollRecovered, .taskType = Text(m_status.taskType),
                .attempt = m_errors.failures()});
            m_hooks.lostAnswer(*this);
        }
        m_errors.reset();
        m_status.pollFailures = 0;
        const bool isEmpty = tasks->empty();
        noteWait(count, timeout, took, tasks->size());
        // A scout that found something is followed by a burst, and a full burst by another.
        m_burst = !isEmpty && (count == 1 || static_cast<int>(tasks->size()) >= count);
        if (!isEmpty) {
            m_empties.reset();
            m_status.lastTaskAt = m_status.lastPollAt;
            m_hooks.arrived(*this, std::move(tasks).value());
            gather();
        } else if (timeout > 0ms ? took < timeout / 2 : m_status.plan.pollTimeout == 0ms) {
            pause(m_empties.next(m_world.chance()));   // it did not wait, so we do
        } else {
            m_empties.reset();
        }
    }
    m_hooks.idle();
    consider();
}

// A server that takes its time is asked less often, for more tasks at once.
void TypePoller::gather()
{
    const std::chrono::nanoseconds time = m_hooks.serverTime ? m_hooks.serverTime() : 0ns;
    if (time >= kSlowServer && m_status.slotsUsed > 0 && m_open)
        pause(std::min(time, kLongestGathering));
}

void TypePoller::failed(const Error& error)
{
    m_burst = false;
    m_meter.pollFailed(exceptionName(error));
    const std::chrono::nanoseconds time = m_errors.next(m_world.chance());
    m_status.pollFailures = m_errors.failures();
    m_status.lastError = error.oneLine();
    m_world.tell({.kind = WorkerEventKind::PollFailed, .taskType = Text(m_status.taskType), .attempt = m_status.pollFailures,
        .took = time, .error = error});
    if (m_open)
        pause(time);
}

void TypePoller::pause(std::chrono::nanoseconds time)
{
    cancelPause();
    m_pause = m_world.after(time, [this] {
        m_pause = 0;
        consider();
    });
}

void TypePoller::cancelPause()
{
    if (m_pause != 0)
        m_world.loop().cancel(std::exchange(m_pause, 0));
}

void TypePoller::takeSlot()
{
    ++m_status.slotsUsed;
    showSlots();
}

void TypePoller::freeSlot()
{
    --m_status.slotsUsed;
    showSlots();
}

void TypePoller::noteRunning(int change)
{
    m_status.running += change;
    m_meter.setActive(m_status.running);
}

void TypePoller::showSlots()
{
    m_meter.setSlots(m_status.plan.threadCount, m_status.slotsUsed);
}

}  // namespace baton
