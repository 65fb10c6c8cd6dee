// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/taskmeterstate.h"

namespace baton {
namespace {

double seconds(std::chrono::nanoseconds took) noexcept
{
    return std::chrono::duration<double>(took).count();
}

std::uint64_t read(const Lazy<prometheus::Counter>& counter) noexcept
{
    const prometheus::Counter* metric = counter.peek();
    return metric == nullptr ? 0 : static_cast<std::uint64_t>(metric->Value());
}

int read(const Lazy<prometheus::Gauge>& gauge) noexcept
{
    const prometheus::Gauge* metric = gauge.peek();
    return metric == nullptr ? 0 : static_cast<int>(metric->Value());
}

constexpr const char* kLeaseStatus[] = {"SUCCESS", "FAILURE", "LOST"};

}  // namespace

void TaskMeter::State::add(Counter& counter, const metric::Name& name)
{
    if (auto* metric = counter.get([&] { return book.counter(name.name, name.help, {{"taskType", taskType}}); }))
        metric->Increment();
}

void TaskMeter::State::put(Gauge& gauge, const metric::Name& name, double value)
{
    if (auto* metric = gauge.get([&] { return book.gauge(name.name, name.help, {{"taskType", taskType}}); }))
        metric->Set(value);
}

void TaskMeter::State::observe(Histogram& histogram, const metric::Name& name, const std::vector<double>& buckets, double value)
{
    if (auto* metric = histogram.get([&] { return book.histogram(name.name, name.help, {{"taskType", taskType}}, buckets); }))
        metric->Observe(value);
}

void TaskMeter::State::observe(Histogram (&byOutcome)[2], const metric::Name& name, std::chrono::nanoseconds took, bool ok)
{
    auto* metric = byOutcome[ok ? 1 : 0].get([&] {
        return book.histogram(name.name, name.help, {{"taskType", taskType}, {"status", ok ? "SUCCESS" : "FAILURE"}},
            metric::timeBuckets());
    });
    if (metric != nullptr)
        metric->Observe(seconds(took));
}

void TaskMeter::State::addFailure(const metric::Name& name, std::string_view exception)
{
    auto* metric = book.counter(name.name, name.help, {{"taskType", taskType}, {"exception", std::string(exception)}});
    if (metric != nullptr)
        metric->Increment();
}

TaskFigures TaskMeter::State::figures() const
{
    TaskFigures figures;
    figures.taskType = taskType;
    figures.polls = read(polls);
    figures.pollErrors = pollErrors.load(std::memory_order_relaxed);
    figures.started = read(started);
    figures.succeeded = succeeded.load(std::memory_order_relaxed);
    figures.failed = failed.load(std::memory_order_relaxed);
    figures.updateErrors = updateErrors.load(std::memory_order_relaxed);
    figures.queueFull = read(queueFull);
    figures.handedBack = read(handedBack);
    figures.duplicates = read(duplicates);
    figures.cancelled = read(cancelled);
    figures.resultsJournaled = read(journaled);
    figures.resultsReplayed = read(replayed);
    figures.resultsDead = read(dead);
    figures.leasesExtended = read(leases[0]);
    figures.leasesFailed = read(leases[1]);
    figures.leasesLost = read(leases[2]);
    figures.active = read(active);
    figures.slotsTotal = read(slots);
    figures.slotsUsed = read(slotsUsed);
    figures.pollsInFlight = read(pollsInFlight);
    if (const prometheus::Gauge* depth = queueDepth.peek())
        figures.queueDepth = depth->Value();
    figures.execute = execute.counts();
    figures.poll = poll.counts();
    figures.update = update.counts();
    figures.scheduleToStart = scheduleToStart.counts();
    return figures;
}

TaskMeter::TaskMeter(std::unique_ptr<State> state) : m_state(std::move(state)) { }
TaskMeter::~TaskMeter() = default;

void TaskMeter::polled() { m_state->add(m_state->polls, metric::kTaskPoll); }
void TaskMeter::started() { m_state->add(m_state->started, metric::kTaskStarted); }
void TaskMeter::queueFull() { m_state->add(m_state->queueFull, metric::kTaskQueueFull); }
void TaskMeter::paused() { m_state->add(m_state->paused, metric::kTaskPaused); }
void TaskMeter::restarted() { m_state->add(m_state->restarts, metric::kWorkerRestart); }
void TaskMeter::handedBack() { m_state->add(m_state->handedBack, metric::kHandedBack); }
void TaskMeter::duplicate() { m_state->add(m_state->duplicates, metric::kDuplicate); }
void TaskMeter::cancelled() { m_state->add(m_state->cancelled, metric::kCancelled); }
void TaskMeter::resultJournaled() { m_state->add(m_state->journaled, metric::kJournaled); }
void TaskMeter::resultReplayed() { m_state->add(m_state->replayed, metric::kReplayed); }
void TaskMeter::resultDead() { m_state->add(m_state->dead, metric::kDead); }
void TaskMeter::setActive(int tasks) { m_state->put(m_state->active, metric::kActiveWorkers, tasks); }
void TaskMeter::setPollsInFlight(int polls) { m_state->put(m_state->pollsInFlight, metric::kPollsInFlight, polls); }
void TaskMeter::setQueueDepth(double waiting) { m_state->put(m_state->queueDepth, metric::kQueueDepth, waiting); }

void TaskMeter::pollTook(std::chrono::nanoseconds took, bool ok)
{
    m_state->observe(m_state->pollTime, metric::kTaskPollTime, took, ok);
    m_state->poll.record(took);
}

void TaskMeter::pollFailed(std::string_view exception)
{
    m_state->addFailure(metric::kTaskPollError, exception);
    m_state->pollErrors.fetch_add(1, std::memory_order_relaxed);
}

void TaskMeter::executed(std::chrono::nanoseconds took, bool ok)
{
    m_state->observe(m_state->executeTime, metric::kTaskExecuteTime, took, ok);
    m_state->execute.record(took);
    (ok ? m_state->succeeded : m_state->failed).fetch_add(1, std::memory_order_relaxed);
}

void TaskMeter::executeFailed(std::string_view exception)
{
    m_state->addFailure(metric::kTaskExecuteError, exception);
}

void TaskMeter::updateTook(std::chrono::nanoseconds took, bool ok)
{
    m_state->observe(m_state->updateTime, metric::kTaskUpdateTime, took, ok);
    m_state->update.record(took);
}

void TaskMeter::updateFailed(std::string_view exception)
{
    m_state->addFailure(metric::kTaskUpdateError, exception);
    m_state->updateErrors.fetch_add(1, std::memory_order_relaxed);
}

void TaskMeter::resultSize(std::size_t bytes)
{
    m_state->observe(m_state->resultSize, metric::kTaskResultSize, metric::sizeBuckets(), static_cast<double>(bytes));
}

void TaskMeter::scheduledToStarted(std::chrono::nanoseconds took)
{
    m_state->observe(m_state->scheduleToStartTime, metric::kScheduleToStart, metric::queueTimeBuckets(), seconds(took));
    m_state->scheduleToStart.record(took);
}

void TaskMeter::setSlots(int total, int used)
{
    m_state->put(m_state->slots, metric::kSlots, total);
    m_state->put(m_state->slotsUsed, metric::kSlotsUsed, used);
    m_state->put(m_state->slotsAvailable, metric::kSlotsAvailable, std::max(0, total - used));
}

void TaskMeter::lease(Lease outcome)
{
    const auto index = static_cast<std::size_t>(outcome);
    auto* metric = m_state->leases[index].get([&] {
        return m_state->book.counter(metric::kLease.name, metric::kLease.help,
            {{"taskType", m_state->taskType}, {"status", kLeaseStatus[index]}});
    });
    if (metric != nullptr)
        metric->Increment();
}

}  // namespace baton
