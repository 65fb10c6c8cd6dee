// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failovercore.h"

#include <algorithm>

namespace baton {

FailoverCore::FailoverCore(const FailoverSetup& setup)
    : m_remote(setup.remote.get()), m_embedded(setup.embedded.get()),
      m_clock(setup.clock ? setup.clock : std::make_shared<const SystemClock>()), m_look(setup.look), m_after(setup.after),
      m_state(setup.settings, setup.embedded != nullptr, m_clock->now()),
      m_sideEffectsWhileRehearsing(setup.settings.sideEffectsWhileRehearsing)
{
}

void FailoverCore::begin(std::function<void(const FailoverView&)> verdict)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_begun)
            return;
        m_begun = true;
    }
    {
        const std::lock_guard lock(m_telling);
        m_verdict = std::move(verdict);
    }
    look();
}

void FailoverCore::close()
{
    const std::lock_guard telling(m_telling);
    m_observers.clear();
    m_verdict = nullptr;
    std::function<void(Reply<HealthReport>)> look;
    std::function<void(std::chrono::milliseconds, std::function<void()>)> after;
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    look.swap(m_look);
    after.swap(m_after);
}

void FailoverCore::change(const std::function<void(FailoverState&, EpochMs)>& how)
{
    {
        const std::lock_guard lock(m_mutex);
        const FailoverView before = m_state.view();
        how(m_state, m_clock->now());
        if (!m_state.view().sameState(before))
            m_news.push_back(m_state.view());
    }
    tell();
    planLook();
}

void FailoverCore::tell()
{
    const std::lock_guard telling(m_telling);
    for (;;) {
        FailoverView news;
        {
            const std::lock_guard lock(m_mutex);
            if (m_news.empty() || m_closed)
                return;
            news = m_news.front();
            m_news.erase(m_news.begin());
        }
        if (news.phase != FailoverPhase::Starting && m_verdict)
            std::exchange(m_verdict, nullptr)(news);
        // A copy: one that is told may take itself out.
        for (const auto& [number, observer] : std::vector(m_observers)) {
            const bool stillThere = std::any_of(m_observers.begin(), m_observers.end(), [n = number](const auto& one) { return one.first == n; });
            if (stillThere)
                observer(news);
        }
    }
}

void FailoverCore::look()
{
    std::function<void(Reply<HealthReport>)> ask;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_looking)
            return;
        m_looking = true;
        ask = m_look;
    }
    ask([core = weak_from_this()](Result<HealthReport> report) {
        if (const auto alive = core.lock())
            alive->looked(report ? *report : HealthReport {HealthState::Unreachable, report.error()});
    });
}

void FailoverCore::looked(const HealthReport& report)
{
    {
        const std::lock_guard lock(m_mutex);
        m_looking = false;
        if (m_closed || report.error.code == ErrorCode::Cancelled)
            return;
    }
    change([&](FailoverState& state, EpochMs now) { state.looked(report, now); });
}

void FailoverCore::planLook()
{
    std::int64_t delay = 0;
    std::uint64_t plan = 0;
    std::function<void(std::chrono::milliseconds, std::function<void()>)> after;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || !m_begun || m_looking || (m_plan != 0 && m_plannedFor == m_state.nextLook()))
            return;
        m_plannedFor = m_state.nextLook();
        plan = ++m_plan;
        delay = std::max<std::int64_t>(0, m_plannedFor - m_clock->now());
        after = m_after;
    }
    after(std::chrono::milliseconds(delay), [core = weak_from_this(), plan] {
        const auto alive = core.lock();
        if (!alive)
            return;
        {
            const std::lock_guard lock(alive->m_mutex);
            if (alive->m_plan != plan)
                return;
        }
        alive->look();
    });
}

void FailoverCore::callFailed()
{
    change([](FailoverState& state, EpochMs now) { state.callFailed(now); });
}

void FailoverCore::choose(FailoverChoice choice)
{
    change([choice](FailoverState& state, EpochMs now) { state.choose(choice, now); });
}

void FailoverCore::reconfigure(const FailoverSettings& settings)
{
    {
        const std::lock_guard lock(m_mutex);
        m_sideEffectsWhileRehearsing = settings.sideEffectsWhileRehearsing;
    }
    change([&](FailoverState& state, EpochMs now) { state.reconfigure(settings, now); });
}

int FailoverCore::addObserver(FailoverConductor::Observer observer)
{
    const std::lock_guard lock(m_telling);
    m_observers.emplace_back(++m_lastObserver, std::move(observer));
    return m_lastObserver;
}

void FailoverCore::removeObserver(int number)
{
    const std::lock_guard lock(m_telling);
    std::erase_if(m_observers, [number](const auto& one) { return one.first == number; });
}

FailoverView FailoverCore::view() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.view();
}

bool FailoverCore::sideEffectsWhileRehearsing() const
{
    const std::lock_guard lock(m_mutex);
    return m_sideEffectsWhileRehearsing;
}

Conductor& FailoverCore::of(Origin origin) const noexcept
{
    return origin == Origin::Embedded && m_embedded ? *m_embedded : *m_remote;
}

void FailoverCore::withEmbedded(const std::function<void(Conductor&)>& call)
{
    // Held, so that close() waits for it: the embedded Conductor may go right after.
    const std::lock_guard telling(m_telling);
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
    }
    if (m_embedded)
        call(*m_embedded);
}

Error FailoverCore::nobody() const
{
    const FailoverView now = view();
    if (now.phase != FailoverPhase::Refused)
        return {ErrorCode::Unavailable, "nobody has looked at the server yet", now.health.url};
    Error error = now.health.error;
    error.code = ErrorCode::Unavailable;
    error.hint = "the settings say not to work without the server";
    return error;
}

// The embedded Conductor answers such questions before the call returns.
Origin FailoverCore::ofWorkflow(const Text& workflowId) const
{
    if (!m_embedded)
        return Origin::Remote;
    const Result<ExecutionPtr> known
        = answerOf<ExecutionPtr>([&](Reply<ExecutionPtr> reply) { m_embedded->workflows().execution(workflowId, std::move(reply)); });
    return known ? Origin::Embedded : Origin::Remote;
}

std::optional<Origin> FailoverCore::polled(const Text& taskId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tasks.find(taskId);
    return found == m_tasks.end() ? std::nullopt : std::optional(found->second);
}

Origin FailoverCore::ofTask(const Text& taskId) const
{
    if (const std::optional<Origin> origin = polled(taskId); origin || !m_embedded)
        return origin.value_or(Origin::Remote);
    const Result<TaskView> known = answerOf<TaskView>([&](Reply<TaskView> reply) { m_embedded->tasks().task(taskId, std::move(reply)); });
    return known ? Origin::Embedded : Origin::Remote;
}

Origin FailoverCore::ofResult(const TaskResult& result) const
{
    if (const std::optional<Origin> origin = polled(result.taskId))
        return *origin;
    return ofWorkflow(result.workflowInstanceId) == Origin::Embedded ? Origin::Embedded : ofTask(result.taskId);
}

void FailoverCore::remember(const std::vector<TaskView>& tasks, Origin origin)
{
    const std::lock_guard lock(m_mutex);
    for (const TaskView& view : tasks)
        m_tasks.insert_or_assign(view.task->taskId, origin);
}

void FailoverCore::forget(const Text& taskId)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.erase(taskId);
}

}  // namespace baton
