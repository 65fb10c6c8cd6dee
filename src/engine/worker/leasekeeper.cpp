// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/leasekeeper.h"

#include <algorithm>

namespace baton {
namespace {

using namespace std::chrono_literals;
using Nanoseconds = std::chrono::nanoseconds;

constexpr Nanoseconds kCheckEvery = 10s;       // whether a running task is still wanted
constexpr Nanoseconds kMargin = 2s;
constexpr Nanoseconds kLongestRetry = 1s;
constexpr Nanoseconds kNever = Nanoseconds::max();

}  // namespace

Nanoseconds LeaseKeeper::interval(const InHand& task) const noexcept
{
    const Nanoseconds early = task.leaseTime - 3 * m_roundTrip - kMargin;
    return std::max(std::min(task.leaseTime * 4 / 5, early), task.leaseTime / 3);
}

void LeaseKeeper::noteRoundTrip(Nanoseconds time) noexcept
{
    m_roundTrip = m_roundTrip == 0ns ? time : (m_roundTrip * 7 + time) / 8;
}

void LeaseKeeper::keep(const InHandPtr& task, bool extend)
{
    const Nanoseconds now = m_world.now();
    const std::int64_t seconds = std::min<std::int64_t>(task->task().responseTimeoutSeconds, 10LL * 365 * 86'400);
    task->leaseTime = extend && seconds > 0 ? std::chrono::seconds(seconds) : 0s;
    task->leaseFrom = now - m_roundTrip;
    task->leaseDue = task->leaseFrom + interval(*task);
    task->checkDue = now + kCheckEvery;
    m_world.setup.metrics->setLeasesHeld(++m_held);
    arm(task);
}

void LeaseKeeper::release(InHand& task)
{
    if (task.timer != 0)
        m_world.loop().cancel(std::exchange(task.timer, 0));
    m_world.setup.metrics->setLeasesHeld(m_held > 0 ? --m_held : 0);
}

void LeaseKeeper::arm(const InHandPtr& task)
{
    const bool isRunning = task->stage == InHand::Stage::Running;
    Nanoseconds due = kNever;
    if (task->leaseTime > 0ns && !task->leaseLost && !task->asking)
        due = std::min(due, task->leaseDue);
    if (isRunning && !task->cancelled)
        due = std::min(due, task->checkDue);
    if (isRunning && task->deadline > 0ns)
        due = std::min(due, task->deadline);
    if (task->timer != 0)
        m_world.loop().cancel(std::exchange(task->timer, 0));
    if (due == kNever)
        return;
    task->timer = m_world.after(due - m_world.now(), [this, weak = std::weak_ptr(task)] {
        if (const InHandPtr still = weak.lock()) {
            still->timer = 0;
            wake(still);
        }
    });
}

void LeaseKeeper::wake(const InHandPtr& task)
{
    const Nanoseconds now = m_world.now();
    const bool isRunning = task->stage == InHand::Stage::Running;
    if (isRunning && task->deadline > 0ns && now >= task->deadline) {
        task->deadline = 0ns;
        m_hooks.overdue(*task);
    }
    if (task->leaseTime > 0ns && !task->leaseLost && now - task->leaseFrom >= task->leaseTime)
        lose(*task, "its lease ran out");
    if (task->leaseTime > 0ns && !task->leaseLost && !task->asking && now >= task->leaseDue)
        extend(task);
    else if (isRunning && !task->cancelled && now >= task->checkDue)
        check(task);
    arm(task);
}

void LeaseKeeper::extend(const InHandPtr& task)
{
    TaskResult result;
    result.workflowInstanceId = task->workflowId();
    result.taskId = task->task().taskId;
    result.extendLease = true;
    task->asking = true;
    m_world.tasks().update(std::move(result), m_world.reply<Text>(
        [this, weak = std::weak_ptr(task), asked = m_world.now()](Result<Text> answer) {
            if (const InHandPtr still = weak.lock())
                extended(still, asked, answer);
        }));
}

void LeaseKeeper::extended(const InHandPtr& task, Nanoseconds asked, const Result<Text>& answer)
{
    task->asking = false;
    TaskMeter& meter = m_world.setup.metrics->task(task->taskType.view());
    if (answer) {
        noteRoundTrip(m_world.now() - asked);
        task->leaseFrom = std::max(task->leaseFrom, asked);
        task->leaseDue = asked + interval(*task);
        meter.lease(TaskMeter::Lease::Extended);
        m_world.tell(task->event(WorkerEventKind::LeaseExtended));
        if (task->stage == InHand::Stage::Running && !task->cancelled)
            check(task);   // an extension says nothing of a task that has ended there
    } else {
        meter.lease(TaskMeter::Lease::Failed);
        WorkerEvent event = task->event(WorkerEventKind::LeaseFailed);
        event.error = answer.error();
        m_world.tell(std::move(event));
        const Nanoseconds left = task->leaseFrom + task->leaseTime - m_world.now();
        task->leaseDue = m_world.now() + std::clamp<Nanoseconds>(left / 4, 50ms, kLongestRetry);
        if (answer.error().code == ErrorCode::NotFound)
            lose(*task, "the server does not know it any more");
    }
    arm(task);
}

void LeaseKeeper::check(const InHandPtr& task)
{
    task->checkDue = m_world.now() + kCheckEvery;
    m_world.tasks().task(task->task().taskId, m_world.reply<TaskView>([this, weak = std::weak_ptr(task)](Result<TaskView> answer) {
        if (const InHandPtr still = weak.lock())
            checked(*still, answer);
    }));
}

void LeaseKeeper::checked(InHand& task, const Result<TaskView>& answer)
{
    if (task.stage != InHand::Stage::Running || task.cancelled)
        return;
    if (!answer) {
        if (answer.error().code == ErrorCode::NotFound)
            m_hooks.cancel(task, "the server does not know it any more");
        return;
    }
    if (answer->task && isTerminal(answer->task->status))
        m_hooks.cancel(task, "the server has ended it: " + std::string(toText(answer->task->status)));
}

void LeaseKeeper::lose(InHand& task, const std::string& why)
{
    task.leaseLost = true;
    m_world.setup.metrics->task(task.taskType.view()).lease(TaskMeter::Lease::Lost);
    WorkerEvent event = task.event(WorkerEventKind::LeaseLost);
    event.detail = why;
    m_world.tell(std::move(event));
    if (task.stage == InHand::Stage::Running && !task.cancelled)
        m_hooks.cancel(task, why);
}

}  // namespace baton
