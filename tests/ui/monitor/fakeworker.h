// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/metrics/metrics.h"
#include "ui/monitor/monitorfeed.h"

#include <mutex>

namespace baton::test {

/// A worker for the monitor that does nothing but count as it is told, on a clock that stands still.
class FakeWorker final : public ServiceControl {
public:
    static constexpr EpochMs kStart = 1'795'435'200'000;   // 2026-11-23T12:00:00Z

    explicit FakeWorker(bool rehearsing = true)
    {
        m_status.phase = ServicePhase::Working;
        m_status.startedAt = kStart;
        m_status.now = kStart;
        m_status.rehearsing = rehearsing;
        m_status.failover.phase = rehearsing ? FailoverPhase::Rehearsing : FailoverPhase::Connected;
        m_status.failover.sideEffects = !rehearsing;
        ServiceWorker worker {.origin = rehearsing ? Origin::Embedded : Origin::Remote, .status = {}};
        worker.status.phase = WorkerPhase::Running;
        worker.status.origin = Text(rehearsing ? "embedded" : "http://conductor.test:8080/api");
        for (const char* type : {"assess_risk", "credit_check", "make_decision"}) {
            WorkerTypeStatus status;
            status.taskType = type;
            status.plan.threadCount = 10;
            status.lastPollAt = kStart;
            worker.status.types.push_back(status);
        }
        if (!rehearsing) {
            m_status.url = "http://conductor.test:8080/api";
            m_status.failover.health = {.state = HealthState::Healthy, .url = m_status.url, .version = "3.32.3", .latencyMs = 4, .checkedAt = kStart};
            m_status.facts.requests = 1200;
        }
        m_status.workers.push_back(std::move(worker));
        if (!rehearsing) {
            ServiceWorker standby {.origin = Origin::Embedded, .status = {}};
            standby.status.origin = Text("embedded");
            m_status.workers.push_back(standby);
        }
    }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(kStart);
    Metrics figures {clock};
    std::vector<JournalEntry> entries;
    std::vector<std::string> asked;   // what was asked of it, in order

    /// A second in which so many tasks of a type were done, each in that time.
    void work(const std::string& type, int done, int failures, std::chrono::nanoseconds each, int queue)
    {
        TaskMeter& meter = figures.task(type);
        for (int i = 0; i < done; ++i) {
            meter.started();
            meter.executed(each * (1 + i % 5), i >= failures);
        }
        meter.setSlots(10, done > 0 ? 4 : 0);
        meter.setQueueDepth(queue);
    }
    [[nodiscard]] ui::MonitorReading reading()
    {
        return {.status = status(), .metrics = metrics(), .log = {}, .results = entries, .resultState = JournalState::Dead};
    }

    [[nodiscard]] ServiceStatus status() const override
    {
        const std::lock_guard lock(m_mutex);
        ServiceStatus status = m_status;
        status.now = clock->now();
        return status;
    }
    [[nodiscard]] MetricsSnapshot metrics() const override { return figures.snapshot(); }
    [[nodiscard]] std::string exposition() const override { return figures.exposition(); }
    void setPaused(std::string_view taskType, bool paused) override
    {
        const std::lock_guard lock(m_mutex);
        asked.push_back((paused ? "pause " : "resume ") + std::string(taskType));
        for (WorkerTypeStatus& type : m_status.workers.front().status.types)
            if (taskType.empty() || type.taskType == taskType)
                type.paused = paused;
    }
    void choose(FailoverChoice choice) override { note("choose " + std::to_string(static_cast<int>(choice))); }
    void results(JournalState state, int, Reply<std::vector<JournalEntry>> reply) override
    {
        std::vector<JournalEntry> some;
        for (const JournalEntry& entry : entries)
            if (entry.state == state)
                some.push_back(entry);
        reply(std::move(some));
    }
    void resend(Text origin, std::int64_t id, Done done) override
    {
        note("resend " + origin.str() + ' ' + std::to_string(id));
        done(Status());
    }
    void forget(Text origin, std::int64_t id, Done done) override
    {
        note("forget " + origin.str() + ' ' + std::to_string(id));
        done(Error {.code = ErrorCode::NotFound, .message = "there is no such result"});
    }
    void startWorkflow(StartRequest request, Reply<Text> reply) override
    {
        note("start " + request.name.str());
        reply(Text("id"));
    }
    [[nodiscard]] std::vector<std::string> calls()
    {
        const std::lock_guard lock(m_mutex);
        return asked;
    }
    void change(const std::function<void(ServiceStatus&)>& how)
    {
        const std::lock_guard lock(m_mutex);
        how(m_status);
    }

private:
    void note(std::string what)
    {
        const std::lock_guard lock(m_mutex);
        asked.push_back(std::move(what));
    }
    mutable std::mutex m_mutex;   // guards m_status and asked: the looker has a thread of its own
    ServiceStatus m_status;
};

inline JournalEntry deadResult(std::int64_t id, const char* task, const char* reason)
{
    JournalEntry entry;
    entry.id = id;
    entry.origin = Text("http://conductor.test:8080/api");
    entry.taskType = Text(task);
    entry.referenceName = Text(std::string(task) + "_ref");
    entry.result.taskId = Text("t" + std::to_string(id));
    entry.result.workflowInstanceId = Text("w" + std::to_string(id));
    entry.result.status = TaskStatus::Completed;
    entry.state = JournalState::Dead;
    entry.attempts = 3;
    entry.createdAt = FakeWorker::kStart + id * 1000;
    entry.updatedAt = entry.createdAt;
    entry.reason = reason;
    return entry;
}

}  // namespace baton::test
