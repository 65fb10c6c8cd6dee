// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/resultcourier.h"
#include "engine/worker/leasekeeper.h"
#include "engine/worker/typepoller.h"

#include <set>

namespace baton {

/// The worker behind Worker: which tasks are in hand and what happens to each. For the loop, but for status().
class Worker::Core {
public:
    explicit Core(std::shared_ptr<WorkerWorld> world);

    void start();
    void setPaused(std::string_view taskType, bool paused);
    void setPolling(bool polling);
    void configure(WorkerSettings settings);
    void drain(DrainLimits limits, std::function<void(DrainReport)> done);
    void stopHandlers();                       // asks all of them to return
    [[nodiscard]] WorkerStatus status() const;
    [[nodiscard]] WorkerWorld& world() const noexcept { return *m_world; }
    [[nodiscard]] ResultCourier& courier() noexcept { return m_courier; }

private:
    // core.cpp: beginning, settings
    void addPoller(const std::string& taskType);
    [[nodiscard]] Text workerIdOf(const WorkerPlan& plan) const;
    [[nodiscard]] bool isOpen() const noexcept { return m_phase == WorkerPhase::Running && m_polling; }
    [[nodiscard]] int freeOverall() const noexcept;
    [[nodiscard]] int freeFor(const TypePoller& poller) const noexcept;
    void considerSoon();

    // arrivals.cpp: what to do with a task that came
    void arrived(TypePoller& poller, std::vector<TaskView> tasks);
    void receive(TypePoller& poller, TaskView view);
    [[nodiscard]] bool isAnsweredAlready(TypePoller& poller, const TaskView& view);
    InHandPtr takeInHand(TypePoller& poller, TaskView view);
    void handBack(TypePoller& poller, TaskView view, const std::string& why);
    void claimStranded(TypePoller& poller);
    void claimAll();
    void opened(const ResultCourier::Left& left);
    void giveBackHeld(const HeldTask& task);
    void giveBack(const HeldTask& task, const Result<TaskView>& answer);

    // running.cpp: the handler's run and its result
    void run(TypePoller& poller, const InHandPtr& task);
    void finished(const InHandPtr& task, TaskOutput output, std::chrono::nanoseconds took, std::size_t bytes);
    void answer(const InHandPtr& task, TaskResult result);
    [[nodiscard]] TaskResult resultFor(const InHand& task, TaskStatus status, Value output) const;
    [[nodiscard]] TaskResult handBackResult(const InHand& task) const;
    void cancel(InHand& task, const std::string& why);
    void overdue(InHand& task);
    void giveUpOn(const InHandPtr& task, TaskResult result, const std::string& why);
    void sendLines(const std::weak_ptr<InHand>& task);
    void journaled(Letter& letter);
    void settled(Letter& letter);
    void releaseSlot(InHand& task);
    [[nodiscard]] TypePoller* pollerOf(const Text& taskType) const;

    // drain.cpp
    struct Drain;
    void drainStep();
    void endGrace();
    void endCancelGrace();
    void finishDrain();
    [[nodiscard]] bool somethingRuns() const noexcept;
    void noteHandedBack();
    void noteFinished();

    std::shared_ptr<WorkerWorld> m_world;
    LeaseKeeper m_leases;
    ResultCourier m_courier;
    std::map<std::string, std::unique_ptr<TypePoller>, std::less<>> m_pollers;
    std::unordered_map<Text, InHandPtr> m_hand;
    std::set<InHandPtr> m_stuck;
    std::unordered_map<Text, int> m_recent;           // settled a short while ago: how often it had been polled by then
    std::deque<Text> m_recentOrder;
    Text m_ownId;                                     // a worker id no process has at the same time
    WorkerPhase m_phase = WorkerPhase::Ready;
    bool m_polling = true;
    int m_slotsUsed = 0;
    bool m_willConsider = false;
    std::shared_ptr<Drain> m_drain;
};

}  // namespace baton
