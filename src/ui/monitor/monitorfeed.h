// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/monitor/metricshistory.h"
#include "ui/monitor/monitorservices.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace baton::ui {

/// One look at a worker.
struct MonitorReading {
    ServiceStatus status;
    MetricsSnapshot metrics;
    std::vector<LogRecord> log;                  // lines since the last look
    std::vector<JournalEntry> results;           // of the state that is asked for
    JournalState resultState = JournalState::Dead;
};

/// Looks at the worker of this window once a second, on a thread of its own, and keeps what was seen: no view asks the worker
/// itself. Window thread.
class MonitorFeed : public QObject {
    Q_OBJECT
public:
    explicit MonitorFeed(MonitorServices services, QObject* parent = nullptr);
    ~MonitorFeed() override;

    void start(const WorkerChoice& choice);      // while none runs
    void stop();                                 // drains it
    void startSamples(int count);
    void setPaused(const QString& taskType, bool paused);   // empty: all
    void choose(FailoverChoice choice);
    void resend(const Text& origin, std::int64_t id);
    void forget(const Text& origin, std::int64_t id);
    void watchResults(JournalState state);

    [[nodiscard]] bool canStart() const noexcept { return static_cast<bool>(m_services.start); }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }       // starting or draining
    [[nodiscard]] bool isRunning() const noexcept { return static_cast<bool>(m_worker.control); }
    [[nodiscard]] const ServiceStatus& status() const noexcept { return m_status; }
    [[nodiscard]] const MetricsHistory& history() const noexcept { return m_history; }
    [[nodiscard]] const std::vector<JournalEntry>& results() const noexcept { return m_results; }
    [[nodiscard]] JournalState watchedResults() const noexcept { return m_watched; }
    /// Takes one look in; the looker's thread comes here, tests too.
    void take(const MonitorReading& reading);
    void lookNow();

signals:
    void stateChanged();                                        // starting, running, draining, none
    void updated();                                             // status and history
    void resultsChanged();
    void logged(const std::vector<baton::LogRecord>& records);
    void failed(const baton::Error& error);
    void done(const QString& what);                             // a short word of success

private:
    void attach(Result<RunningWorker> started);
    void detach();
    void look(const std::stop_token& stop);
    void setBusy(bool busy);
    void report(const Status& status, const QString& words);
    struct Guard;                                               // lets late answers from other threads find nobody

    MonitorServices m_services;
    RunningWorker m_worker;
    ServiceStatus m_status;
    MetricsHistory m_history;
    std::vector<JournalEntry> m_results;
    JournalState m_watched = JournalState::Dead;
    std::atomic<JournalState> m_watchedByLooker {JournalState::Dead};
    std::atomic<bool> m_lookAtOnce {false};
    std::size_t m_samplesStarted = 0;
    bool m_busy = false;
    std::shared_ptr<Guard> m_guard;
    std::jthread m_background;                                  // starting
    std::jthread m_looker;
};

}  // namespace baton::ui
