// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/context.h"
#include "engine/conductor/decider.h"

#include <functional>
#include <memory>

namespace baton {

/// One thing that could happen next: a worker could poll a task, a system task or a sweep is due.
struct WorkItem {
    enum class Kind : std::uint8_t { WorkerTask, SystemTask, Sweep, OutsideCall };
    Kind kind = Kind::Sweep;
    EpochMs due = 0;              // not before; now or earlier: ready
    int priority = 0;             // 0..99, higher first among the ready
    std::uint64_t order = 0;      // first in, first out among equals
    Text workflowId;
    TaskSlot slot = kNoTask;      // not for Sweep
    Text taskType;                // the queue's name without domain
    Text domain;
};

/// How full one worker queue is.
struct QueueSize {
    Text name;                    // domain:type@namespace-isolationGroup
    std::size_t waiting = 0;
    bool operator==(const QueueSize&) const = default;
};

/// Several executions run by the decider: a World, the work that is waiting in it, and the doing of effects between
/// executions. Single-threaded, deterministic: the same calls with the same clock and ids give the same events. It is the
/// common core of rehearsal, replay and the embedded server.
class Engine {
public:
    Engine(EngineContext context, const Clock& clock, EventSink* sink = nullptr);
    ~Engine();
    Engine(Engine&&) = delete;

    [[nodiscard]] const World& world() const;
    [[nodiscard]] ExecutionPtr execution(std::string_view workflowId) const;   // cheaper than world(); nullptr: none such
    [[nodiscard]] const Clock& clock() const noexcept;
    [[nodiscard]] EngineContext& context() noexcept;
    /// Takes over a world from elsewhere (a moment of a journal, a store) and rebuilds the waiting work from it.
    void restore(World world);
    /// Forgets an execution that ended: replay keeps its memory flat with it. No event says so.
    void forget(std::string_view workflowId);
    /// The same for several that somebody else keeps, out of the order of starting too.
    void forget(const std::vector<Text>& workflowIds);
    /// Takes back one that was forgotten, as it was; the last in the order of starting. No event says so.
    void adopt(ExecutionPtr execution);
    /// Removes one, with a WorkflowRemoved event. NotFound when there is none such.
    Status remove(std::string_view workflowId);
    /// Says with a ClockAdvanced event that the clock has moved; nothing when it has not.
    void noteClock();
    /// Adds one line to a task's log: a TaskLogged event.
    Status log(std::string_view workflowId, TaskSlot slot, const TaskLog& line);

    [[nodiscard]] Result<Text> start(StartRequest request);                               // the new workflow's id
    [[nodiscard]] Status run(std::string_view workflowId, const Command& command);        // NotFound when there is none such

    /// Everything waiting, soonest and most urgent first. WorkerTask items are for the caller to poll and answer;
    /// SystemTask and Sweep items for perform(); OutsideCall items are answered with CompleteCall.
    [[nodiscard]] std::vector<WorkItem> waiting() const;
    /// The first of waiting(): logarithmic in each queue, linear in the number of queues.
    [[nodiscard]] std::optional<WorkItem> next() const;
    [[nodiscard]] Status perform(const WorkItem& item);      // SystemTask: VisitSystemTask, Sweep: Decide
    /// The first system task or sweep, ready or not; what a server performs when its time comes.
    [[nodiscard]] std::optional<WorkItem> nextOwn() const;

    /// The first task a worker polling this queue would get now; polling it is PollTask.
    [[nodiscard]] std::optional<WorkItem> nextFor(std::string_view queue) const;
    /// When a task of this queue will be ready: now or later; none while it is empty.
    [[nodiscard]] std::optional<EpochMs> nextReady(std::string_view queue) const;
    void postpone(const WorkItem& item, EpochMs due);        // a worker task some limit holds back
    [[nodiscard]] std::vector<QueueSize> queueSizes() const;
    [[nodiscard]] std::size_t queueSize(std::string_view queue) const;
    /// How many tasks of this definition are in workers' hands; counted for definitions with a concurrentExecLimit only.
    [[nodiscard]] std::size_t inProgress(std::string_view taskDefName) const;

    /// Called for effects that leave the engine (HTTP, events, mockable types), after their events went to the sink. They
    /// may not call the engine back before they return. Unset: calls stay waiting as OutsideCall.
    std::function<void(const Text& workflowId, const effect::Call&)> onCall;
    std::function<void(const Text& workflowId, const effect::Publish&)> onPublish;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What workers call the queue of this task: domain:type@namespace-isolationGroup, without the parts that are not set.
[[nodiscard]] Text queueName(std::string_view domain, std::string_view taskType, std::string_view executionNameSpace,
                             std::string_view isolationGroup);

}  // namespace baton
