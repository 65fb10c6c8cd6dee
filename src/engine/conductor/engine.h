// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/context.h"
#include "engine/conductor/decider.h"

#include <functional>
#include <memory>
#include <set>

namespace baton {

/// Takes every event as it happens. Called on the engine's thread, in order.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void take(const Event& event) = 0;
};

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

/// Several executions run by the decider: a World, the work that is waiting in it, and the doing of effects between
/// executions. Single-threaded, deterministic: the same calls with the same clock and ids give the same events. It is the
/// common core of rehearsal, replay and the embedded server.
class Engine {
public:
    Engine(EngineContext context, const Clock& clock, EventSink* sink = nullptr);
    ~Engine();
    Engine(Engine&&) = delete;

    [[nodiscard]] const World& world() const noexcept;
    /// Takes over a world from elsewhere (a moment of a journal, a store) and rebuilds the waiting work from it.
    void restore(World world);
    /// Forgets an execution that ended: replay keeps its memory flat with it.
    void forget(std::string_view workflowId);

    [[nodiscard]] Result<Text> start(StartRequest request);                               // the new workflow's id
    [[nodiscard]] Status run(std::string_view workflowId, const Command& command);        // NotFound when there is none such

    /// Everything waiting, soonest and most urgent first. WorkerTask items are for the caller to poll and answer;
    /// SystemTask and Sweep items for perform().
    [[nodiscard]] std::vector<WorkItem> waiting() const;
    [[nodiscard]] std::optional<WorkItem> next() const;      // the first of waiting(), in O(log n)
    [[nodiscard]] Status perform(const WorkItem& item);      // SystemTask: VisitSystemTask, Sweep: Decide

    /// Called for effects that leave the engine (HTTP, events, mockable types). Unset: they stay waiting as OutsideCall.
    std::function<void(const Text& workflowId, const effect::Call&)> onCall;
    std::function<void(const Text& workflowId, const effect::Publish&)> onPublish;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
