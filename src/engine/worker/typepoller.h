// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/retrypauses.h"
#include "engine/worker/workerworld.h"

namespace baton {

/// Asks for tasks of one type while slots are free, one poll at a time, never aborted. A poll that may wait asks for as many
/// as there are slots. Some servers hold it until there are that many although tasks wait: where that is seen, one task is
/// asked for with a wait (scout), then, once something came, as many as there are slots without one (burst). For the loop.
class TypePoller {
public:
    struct Hooks {
        std::function<int(const TypePoller&)> freeOverall;                     // slots left of those of all types
        std::function<void(TypePoller&, std::vector<TaskView>)> arrived;
        std::function<void(TypePoller&)> lostAnswer;                           // a poll failed that may have handed tasks out
        std::function<void()> idle;                                            // the poll in flight has ended
        std::function<std::chrono::nanoseconds()> serverTime {};               // how long it takes for a request; none: no time
    };

    TypePoller(WorkerWorld& world, std::string taskType, WorkerPlan plan, Text workerId, Hooks hooks);

    [[nodiscard]] const std::string& taskType() const noexcept { return m_status.taskType; }
    [[nodiscard]] const Text& workerId() const noexcept { return m_workerId; }
    [[nodiscard]] const WorkerPlan& plan() const noexcept { return m_status.plan; }
    [[nodiscard]] TaskMeter& meter() const noexcept { return m_meter; }
    [[nodiscard]] const WorkerTypeStatus& status() const noexcept { return m_status; }
    [[nodiscard]] int freeSlots() const noexcept { return m_status.plan.threadCount - m_status.slotsUsed; }
    [[nodiscard]] int asked() const noexcept { return m_asked; }               // tasks the poll in flight may bring
    [[nodiscard]] bool isPolling() const noexcept { return m_status.pollsInFlight > 0; }

    void setOpen(bool open);              // whether it may ask at all
    void setPaused(bool paused);
    void configure(WorkerPlan plan, Text workerId);
    void consider();                      // polls if there is reason to; call after every change

    // The slots; each change ends with consider() where the caller is done.
    void takeSlot();
    void freeSlot();
    void noteRunning(int change);
    void noteStuck(int change) { m_status.stuck += change; }

private:
    void poll(int count, std::chrono::milliseconds timeout);
    void answered(int count, std::chrono::milliseconds timeout, std::chrono::nanoseconds took, Result<std::vector<TaskView>> tasks);
    void noteWait(int count, std::chrono::milliseconds timeout, std::chrono::nanoseconds took, std::size_t tasks);
    void gather();
    void failed(const Error& error);
    void pause(std::chrono::nanoseconds time);
    void cancelPause();
    void showSlots();

    WorkerWorld& m_world;
    TaskMeter& m_meter;
    Hooks m_hooks;
    Text m_workerId;
    WorkerTypeStatus m_status;
    RetryPauses m_errors;
    RetryPauses m_empties;
    WorkerLoop::TimerId m_pause = 0;
    int m_asked = 0;
    bool m_open = false;
    bool m_burst = false;
    bool m_scouts = false;        // the server waits for whole batches
    std::chrono::nanoseconds m_scoutUntil {0};
    std::chrono::nanoseconds m_scoutFor {0};
    bool m_full = false;          // counted already
};

}  // namespace baton
