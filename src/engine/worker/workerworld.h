// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/worker.h"

#include <mutex>

namespace baton {

/// What the parts of one worker share. Everything but closed and mutex is for the loop.
struct WorkerWorld : std::enable_shared_from_this<WorkerWorld> {
    explicit WorkerWorld(WorkerSetup given) : setup(std::move(given)) { }

    WorkerSetup setup;
    std::recursive_mutex mutex;      // held by every job on the loop; guards the whole worker against its end and status()
    bool closed = false;             // guarded by mutex: no job runs any more

    [[nodiscard]] TaskPort& tasks() const { return *setup.tasks; }
    [[nodiscard]] WorkerLoop& loop() const { return *setup.loop; }
    [[nodiscard]] std::chrono::nanoseconds now() const { return setup.loop->now(); }
    [[nodiscard]] EpochMs time() const { return setup.clock->now(); }
    [[nodiscard]] IdSource& chance() const { return *setup.ids; }

    void tell(WorkerEvent event);

    /// `work` as a job that does nothing once the worker is gone.
    template <typename Work>
    [[nodiscard]] WorkerLoop::Job job(Work work)
    {
        return [world = weak_from_this(), work = std::move(work)]() mutable {
            if (const auto self = world.lock())
                self->guarded(work);
        };
    }
    template <typename Work>
    void post(Work work) { setup.loop->post(job(std::move(work))); }
    template <typename Work>
    WorkerLoop::TimerId after(std::chrono::nanoseconds delay, Work work)
    {
        return setup.loop->after(delay, job(std::move(work)));
    }
    /// A reply of a port, which may come on any thread, brought to the loop.
    template <typename T, typename Work>
    [[nodiscard]] Reply<T> reply(Work work)
    {
        return [world = weak_from_this(), loop = setup.loop, work = std::move(work)](Result<T> result) {
            loop->post([world, work, result = std::move(result)]() mutable {
                if (const auto self = world.lock())
                    self->guarded([&] { work(std::move(result)); });
            });
        };
    }

private:
    template <typename Work>
    void guarded(Work&& work)
    {
        const std::lock_guard lock(mutex);
        if (closed)
            return;
        try {
            work();
        } catch (const std::exception&) {
            setup.metrics->uncaught("std::exception");
        }
    }
};

/// A bounded name for the label `exception`.
[[nodiscard]] inline std::string_view exceptionName(const Error& error) noexcept { return toText(error.code); }

}  // namespace baton
