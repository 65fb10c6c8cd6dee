// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/deepstackthread.h"

#include <pthread.h>

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace baton {

namespace {

constexpr std::size_t kMiB = std::size_t {1} << 20U;
constexpr std::array<std::size_t, 3> kStackSizes {1024 * kMiB, 256 * kMiB, 64 * kMiB};

}  // namespace

struct DeepStackThread::State {
    std::mutex mutex;   // guards work and ends
    std::condition_variable changed;
    const std::function<void()>* work = nullptr;
    bool ends = false;
    bool started = false;
    pthread_t thread {};

    static void* loop(void* self);
    [[nodiscard]] bool start();
};

void* DeepStackThread::State::loop(void* self)
{
    State& state = *static_cast<State*>(self);
    std::unique_lock lock(state.mutex);
    while (true) {
        state.changed.wait(lock, [&state] { return state.work != nullptr || state.ends; });
        if (state.ends)
            return nullptr;
        const std::function<void()>& work = *state.work;
        lock.unlock();
        work();
        lock.lock();
        state.work = nullptr;
        state.changed.notify_all();
    }
}

bool DeepStackThread::State::start()
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    for (const std::size_t size : kStackSizes) {
        started = pthread_attr_setstacksize(&attributes, size) == 0
            && pthread_create(&thread, &attributes, &State::loop, this) == 0;
        if (started)
            break;
    }
    pthread_attr_destroy(&attributes);
    return started;
}

DeepStackThread::DeepStackThread()
    : m_state(std::make_unique<State>())
{
}

DeepStackThread::~DeepStackThread()
{
    if (!m_state->started)
        return;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->ends = true;
    }
    m_state->changed.notify_all();
    pthread_join(m_state->thread, nullptr);
}

bool DeepStackThread::run(const std::function<void()>& work)
{
    if (!m_state->started && !m_state->start())
        return false;
    std::unique_lock lock(m_state->mutex);
    m_state->work = &work;
    m_state->changed.notify_all();
    m_state->changed.wait(lock, [this] { return m_state->work == nullptr; });
    return true;
}

}  // namespace baton
