// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/monitorfeed.h"

#include "ui/models/words.h"

#include <QMetaObject>

#include <condition_variable>
#include <mutex>

namespace baton::ui {

namespace {

constexpr std::chrono::milliseconds kEvery {1'000};
constexpr int kMostResults = 500;

}  // namespace

struct MonitorFeed::Guard {
    std::mutex mutex;                       // guards feed
    MonitorFeed* feed = nullptr;
    std::condition_variable_any wakes;      // with mutex: the looker

    /// Runs `work` on the window's thread, if the feed is still there by then.
    template <typename Work>
    static void post(const std::shared_ptr<Guard>& guard, Work work)
    {
        const std::lock_guard lock(guard->mutex);
        if (guard->feed == nullptr)
            return;
        QMetaObject::invokeMethod(
            guard->feed, [feed = guard->feed, work = std::move(work)]() mutable { work(*feed); }, Qt::QueuedConnection);
    }
};

MonitorFeed::MonitorFeed(MonitorServices services, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_guard(std::make_shared<Guard>())
{
    m_guard->feed = this;
}

MonitorFeed::~MonitorFeed()
{
    {
        const std::lock_guard lock(m_guard->mutex);
        m_guard->feed = nullptr;
    }
    detach();
}

void MonitorFeed::setBusy(bool busy)
{
    m_busy = busy;
    emit stateChanged();
}

void MonitorFeed::start(const WorkerChoice& choice)
{
    if (!m_services.start || m_busy || isRunning())
        return;
    setBusy(true);
    m_background = std::jthread([guard = m_guard, start = m_services.start, choice] {
        auto started = std::make_shared<Result<RunningWorker>>(start(choice));
        Guard::post(guard, [started](MonitorFeed& feed) { feed.attach(std::move(*started)); });
    });
}

void MonitorFeed::attach(Result<RunningWorker> started)
{
    if (!started) {
        setBusy(false);
        emit failed(started.error());
        return;
    }
    m_history.clear();
    m_results.clear();
    m_samplesStarted = 0;
    m_worker = std::move(started).value();
    m_status = m_worker.control->status();
    m_looker = std::jthread([this](const std::stop_token& stop) { look(stop); });
    setBusy(false);
    emit updated();
    emit resultsChanged();
}

void MonitorFeed::detach()
{
    if (m_looker.joinable()) {
        m_looker.request_stop();
        m_looker.join();
    }
    m_worker = {};
}

void MonitorFeed::stop()
{
    if (!isRunning() || m_busy)
        return;
    setBusy(true);
    const auto finished = [guard = m_guard] {
        Guard::post(guard, [](MonitorFeed& feed) {
            feed.detach();
            feed.m_status.phase = ServicePhase::Stopped;
            feed.setBusy(false);
            emit feed.updated();
        });
    };
    if (m_worker.drain)
        m_worker.drain(finished);
    else
        finished();
}

void MonitorFeed::look(const std::stop_token& stop)
{
    const std::shared_ptr<ServiceControl> control = m_worker.control;
    const std::shared_ptr<RecentLog> log = m_worker.log;
    std::uint64_t next = 0;
    while (!stop.stop_requested()) {
        auto reading = std::make_shared<MonitorReading>();
        reading->status = control->status();
        reading->metrics = control->metrics();
        if (log) {
            RecentLog::Lines lines = log->since(next);
            next = lines.next;
            reading->log = std::move(lines.records);
        }
        reading->resultState = m_watchedByLooker;
        control->results(reading->resultState, kMostResults, [guard = m_guard, reading](Result<std::vector<JournalEntry>> results) {
            if (results)
                reading->results = std::move(results).value();
            Guard::post(guard, [reading](MonitorFeed& feed) { feed.take(*reading); });
        });
        std::unique_lock lock(m_guard->mutex);
        m_guard->wakes.wait_for(lock, stop, kEvery, [this] { return m_lookAtOnce.exchange(false); });
    }
}

void MonitorFeed::lookNow()
{
    m_lookAtOnce = true;
    m_guard->wakes.notify_all();
}

void MonitorFeed::take(const MonitorReading& reading)
{
    m_status = reading.status;
    m_history.add(reading.metrics);
    if (!reading.log.empty())
        emit logged(reading.log);
    emit updated();
    if (reading.resultState == m_watched) {
        m_results = reading.results;
        emit resultsChanged();
    }
}

void MonitorFeed::watchResults(JournalState state)
{
    m_watched = state;
    m_watchedByLooker = state;
    m_results.clear();
    emit resultsChanged();
    lookNow();
}

void MonitorFeed::startSamples(int count)
{
    if (!isRunning() || !m_services.samples)
        return;
    const std::size_t first = m_samplesStarted;
    m_samplesStarted += static_cast<std::size_t>(count);
    m_background = std::jthread([guard = m_guard, samples = m_services.samples, control = m_worker.control, first, count] {
        auto starts = samples(first, static_cast<std::size_t>(count));
        if (!starts) {
            Guard::post(guard, [error = starts.error()](MonitorFeed& feed) { emit feed.failed(error); });
            return;
        }
        const auto told = std::make_shared<std::atomic<bool>>(false);   // one message, however many fail
        for (StartRequest& start : *starts)
            control->startWorkflow(std::move(start), [guard, told](const Result<Text>& started) {
                if (!started && !told->exchange(true))
                    Guard::post(guard, [error = started.error()](MonitorFeed& feed) { emit feed.failed(error); });
            });
        Guard::post(guard, [](MonitorFeed& feed) { feed.lookNow(); });
    });
}

void MonitorFeed::setPaused(const QString& taskType, bool paused)
{
    if (!isRunning())
        return;
    m_worker.control->setPaused(toUtf8(taskType), paused);
    lookNow();
}

void MonitorFeed::choose(FailoverChoice choice)
{
    if (!isRunning())
        return;
    m_worker.control->choose(choice);
    lookNow();
}

void MonitorFeed::report(const Status& status, const QString& words)
{
    if (status)
        emit done(words);
    else
        emit failed(status.error());
    lookNow();
}

void MonitorFeed::resend(const Text& origin, std::int64_t id)
{
    if (isRunning())
        m_worker.control->resend(origin, id, [guard = m_guard](const Status& sent) {
            Guard::post(guard, [sent](MonitorFeed& feed) { feed.report(sent, tr("The result is on its way again.")); });
        });
}

void MonitorFeed::forget(const Text& origin, std::int64_t id)
{
    if (isRunning())
        m_worker.control->forget(origin, id, [guard = m_guard](const Status& forgotten) {
            Guard::post(guard, [forgotten](MonitorFeed& feed) { feed.report(forgotten, tr("The result is gone from the journal.")); });
        });
}

}  // namespace baton::ui
