// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workerloop.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace baton {

struct ThreadLoop::State {
    using Instant = std::chrono::steady_clock::time_point;
    struct Timer {
        TimerId id;
        Job job;
    };
    using Timers = std::multimap<Instant, Timer>;

    std::mutex mutex;                    // guards posted and stopping
    std::condition_variable wake;
    std::vector<Job> posted;
    bool stopping = false;
    const Instant began = std::chrono::steady_clock::now();
    // Of the loop's thread alone:
    Timers timers;
    std::unordered_map<TimerId, Timers::iterator> timerById;
    TimerId lastTimer = 0;
    std::thread thread;

    void run()
    {
        std::vector<Job> jobs;
        while (waitForJobs(jobs)) {
            for (Job& job : jobs)
                job();
            jobs.clear();
            runTimers();
        }
    }

    // False: the end.
    bool waitForJobs(std::vector<Job>& jobs)
    {
        std::unique_lock lock(mutex);
        const auto ready = [this] { return stopping || !posted.empty(); };
        if (timers.empty())
            wake.wait(lock, ready);
        else
            wake.wait_until(lock, timers.begin()->first, ready);
        jobs.swap(posted);
        return !stopping;
    }

    void runTimers()
    {
        while (!timers.empty() && timers.begin()->first <= std::chrono::steady_clock::now()) {
            Job job = std::move(timers.begin()->second.job);
            timerById.erase(timers.begin()->second.id);
            timers.erase(timers.begin());
            job();
        }
    }
};

ThreadLoop::ThreadLoop() : m_state(std::make_shared<State>())
{
    m_state->thread = std::thread([state = m_state] { state->run(); });
}

ThreadLoop::~ThreadLoop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_one();
    // The last reference may go on the loop itself, with a reply that came too late.
    if (m_state->thread.get_id() == std::this_thread::get_id())
        m_state->thread.detach();
    else
        m_state->thread.join();
}

void ThreadLoop::post(Job job)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->stopping)
            return;
        m_state->posted.push_back(std::move(job));
        if (m_state->posted.size() > 1)
            return;   // woken already
    }
    m_state->wake.notify_one();
}

WorkerLoop::TimerId ThreadLoop::after(std::chrono::nanoseconds delay, Job job)
{
    const TimerId id = ++m_state->lastTimer;
    const auto due = std::chrono::steady_clock::now() + std::max(delay, std::chrono::nanoseconds {0});
    m_state->timerById.emplace(id, m_state->timers.emplace(due, State::Timer {id, std::move(job)}));
    return id;
}

void ThreadLoop::cancel(TimerId timer)
{
    const auto found = m_state->timerById.find(timer);
    if (found == m_state->timerById.end())
        return;
    m_state->timers.erase(found->second);
    m_state->timerById.erase(found);
}

std::chrono::nanoseconds ThreadLoop::now() const
{
    return std::chrono::steady_clock::now() - m_state->began;
}

}  // namespace baton
