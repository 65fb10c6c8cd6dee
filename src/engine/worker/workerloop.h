// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace baton {

/// Where a worker keeps its books: runs jobs one at a time, in the order they came, and its timers. Everything a Worker decides
/// is decided there, so it needs no lock; tests bring a loop whose time stands still.
class WorkerLoop {
public:
    using Job = std::function<void()>;
    using TimerId = std::uint64_t;              // never 0

    virtual ~WorkerLoop() = default;
    virtual void post(Job job) = 0;                                            // any thread; after stop: dropped
    virtual TimerId after(std::chrono::nanoseconds delay, Job job) = 0;        // on the loop only
    virtual void cancel(TimerId timer) = 0;                                    // on the loop only; a past one: nothing
    [[nodiscard]] virtual std::chrono::nanoseconds now() const = 0;            // steady, any thread
};

/// A loop on a thread of its own.
class ThreadLoop final : public WorkerLoop {
public:
    ThreadLoop();
    ~ThreadLoop() override;                     // ends the thread; jobs not begun are dropped
    void post(Job job) override;
    TimerId after(std::chrono::nanoseconds delay, Job job) override;
    void cancel(TimerId timer) override;
    [[nodiscard]] std::chrono::nanoseconds now() const override;

private:
    struct State;
    std::shared_ptr<State> m_state;   // the thread keeps it too
};

/// Runs what takes its time: task handlers, the result journal. Whoever gives the jobs limits their number.
class WorkerPool {
public:
    virtual ~WorkerPool() = default;
    /// Jobs of one lane do not wait for those of another. Any thread.
    virtual void run(const std::string& lane, std::function<void()> job) = 0;
};

/// As many threads a lane as it ever had jobs at once, made when first needed.
class ThreadPools final : public WorkerPool {
public:
    ThreadPools();
    ~ThreadPools() override;                    // waits for the jobs that run; those not begun are dropped
    void run(const std::string& lane, std::function<void()> job) override;
    [[nodiscard]] std::size_t threads() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
