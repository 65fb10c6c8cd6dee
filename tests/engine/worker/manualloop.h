// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/workerloop.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace baton::bench {

/// A worker's loop whose time a test moves.
class ManualLoop final : public WorkerLoop {
public:
    void post(Job job) override
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    TimerId after(std::chrono::nanoseconds delay, Job job) override
    {
        const TimerId id = ++m_lastTimer;
        m_timers.emplace(std::pair(m_now + std::max(delay, std::chrono::nanoseconds {0}), id), std::move(job));
        return id;
    }
    void cancel(TimerId timer) override
    {
        std::erase_if(m_timers, [&](const auto& entry) { return entry.first.second == timer; });
    }
    [[nodiscard]] std::chrono::nanoseconds now() const override { return m_now; }

    /// Runs everything posted, and what that posts.
    bool runPosted()
    {
        bool ran = false;
        for (;;) {
            Job job;
            {
                const std::lock_guard lock(m_mutex);
                if (m_jobs.empty())
                    return ran;
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            job();
            ran = true;
        }
    }
    [[nodiscard]] std::optional<std::chrono::nanoseconds> nextTimer() const
    {
        return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first.first);
    }
    void advanceTo(std::chrono::nanoseconds time) { m_now = std::max(m_now, time); }
    bool runDueTimer()
    {
        if (m_timers.empty() || m_timers.begin()->first.first > m_now)
            return false;
        const Job job = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        job();
        return true;
    }
    [[nodiscard]] std::size_t timers() const noexcept { return m_timers.size(); }

private:
    std::mutex m_mutex;   // guards m_jobs
    std::deque<Job> m_jobs;
    std::map<std::pair<std::chrono::nanoseconds, TimerId>, Job> m_timers;
    std::chrono::nanoseconds m_now {0};
    TimerId m_lastTimer = 0;
};

/// A worker's pool whose jobs run when a test says so: lanes can be held.
class ManualPool final : public WorkerPool {
public:
    void run(const std::string& lane, std::function<void()> job) override { m_jobs[lane].push_back(std::move(job)); }

    bool runAll()
    {
        bool ran = false;
        for (auto& [lane, jobs] : m_jobs) {
            while (!jobs.empty() && !m_held.contains(lane)) {
                const std::function<void()> job = std::move(jobs.front());
                jobs.pop_front();
                job();
                ran = true;
            }
        }
        return ran;
    }
    /// Jobs of this lane wait: a handler that takes its time, a disk that hangs.
    void hold(const std::string& lane) { m_held.insert(lane); }
    void release(const std::string& lane) { m_held.erase(lane); }
    [[nodiscard]] std::size_t waiting(const std::string& lane) const
    {
        const auto found = m_jobs.find(lane);
        return found == m_jobs.end() ? 0 : found->second.size();
    }

private:
    std::map<std::string, std::deque<std::function<void()>>> m_jobs;
    std::set<std::string> m_held;
};

}  // namespace baton::bench
