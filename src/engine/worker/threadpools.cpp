// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workerloop.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace baton {

struct ThreadPools::State {
    struct Lane {
        std::deque<std::function<void()>> jobs;
        std::size_t idle = 0;
        bool isWaking = false;   // one is on its way: short jobs are done by the time many would be awake
        std::condition_variable wake;
    };

    mutable std::mutex mutex;   // guards everything here
    std::map<std::string, Lane> lanes;
    std::vector<std::jthread> threads;
    bool stopping = false;

    static void wakeOne(Lane& lane)
    {
        if (lane.jobs.empty() || lane.idle == 0 || lane.isWaking)
            return;
        lane.isWaking = true;
        lane.wake.notify_one();
    }

    void serve(Lane& lane)
    {
        std::unique_lock lock(mutex);
        for (;;) {
            if (lane.jobs.empty() && !stopping) {
                ++lane.idle;
                lane.wake.wait(lock);
                --lane.idle;
                lane.isWaking = false;
            }
            if (stopping)
                return;
            if (lane.jobs.empty())
                continue;
            const std::function<void()> job = std::move(lane.jobs.front());
            lane.jobs.pop_front();
            wakeOne(lane);
            lock.unlock();
            job();
            lock.lock();
        }
    }
};

ThreadPools::ThreadPools() : m_state(std::make_unique<State>()) { }

ThreadPools::~ThreadPools()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
        for (auto& [name, lane] : m_state->lanes)
            lane.wake.notify_all();
    }
    m_state->threads.clear();
}

void ThreadPools::run(const std::string& lane, std::function<void()> job)
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->stopping)
        return;
    State::Lane& place = m_state->lanes[lane];
    place.jobs.push_back(std::move(job));
    if (place.jobs.size() > place.idle)
        m_state->threads.emplace_back([state = m_state.get(), &place] { state->serve(place); });
    else
        State::wakeOne(place);
}

std::size_t ThreadPools::threads() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->threads.size();
}

}  // namespace baton
