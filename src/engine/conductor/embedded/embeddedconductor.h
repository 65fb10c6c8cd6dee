// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/conductor.h"
#include "engine/conductor/engine.h"

#include <memory>

namespace baton {

/// What a task wants from the world outside: an HTTP request, a message for a broker.
struct OutsideCall {
    Text workflowId;
    Text taskId;
    Text kind;                 // "HTTP", "KAFKA_PUBLISH"...
    Value request;             // secrets put in
};

/// Does such a call and tells once how it went (status, outputData, reasonForIncompletion). Called on any thread; must not
/// block it for long.
using OutsideCaller = std::function<void(OutsideCall call, std::function<void(TaskResult)> done)>;

/// Keeps what an embedded Conductor knows beside its journal of events: one JSON document for each definition, event handler
/// and schedule. Called under the Conductor's lock, in order, in the same batch as events (until settled()).
class ConductorSink : public EventSink {
public:
    /// kind: "workflow", "task", "handler", "schedule", "scheduleRun", "message"; key: unique in its kind. Null: it was removed.
    virtual void keep(std::string_view kind, std::string_view key, const Value& document) = 0;
    /// The end of a turn, before anybody is told what it did: what was taken and kept has to survive from here on. An error
    /// is told instead; the same is to be tried again with the next flush.
    [[nodiscard]] virtual Status flush() { return {}; }
};

/// Executions that ended and left memory; usually kept by what is the ConductorSink too. Called under the Conductor's lock.
class ExecutionArchive {
public:
    virtual ~ExecutionArchive() = default;
    /// They are about to leave memory, all their events taken and flushed. An error: they stay.
    [[nodiscard]] virtual Status archive(const std::vector<ExecutionPtr>& executions) = 0;
    /// They are back in memory, and events of theirs may follow.
    virtual void recalled(const std::vector<ExecutionPtr>& executions) = 0;
    /// Whole; nullptr: not here.
    [[nodiscard]] virtual Result<ExecutionPtr> find(std::string_view workflowId) = 0;
    [[nodiscard]] virtual Result<ExecutionPtr> findOfTask(std::string_view taskId) = 0;
    [[nodiscard]] virtual Result<std::vector<TaskLogEntry>> logs(std::string_view workflowId) = 0;   // of all its tasks
    /// Each one here, in order of starting, but without tasks, input, output and other data: ids, definition, status,
    /// priority, times, correlation id and parent only.
    [[nodiscard]] virtual Status forEach(const std::function<void(const ExecutionPtr&)>& visit) = 0;
};

/// Everything an embedded Conductor needs to go on after a stop; from what a ConductorSink has kept.
struct ConductorMemory {
    World world;
    std::vector<Value> workflows;
    std::vector<Value> tasks;
    std::vector<Value> handlers;
    std::vector<Value> schedules {};
    std::vector<Value> scheduleRuns {};
    std::vector<Value> messages {};
    std::vector<TaskLogEntry> logs;
};

struct EmbeddedSetup {
    std::shared_ptr<const Clock> clock;                        // none: the machine's
    std::shared_ptr<IdSource> ids;                             // none: random
    std::shared_ptr<const EnvironmentSource> environment;      // none: an empty one
    std::function<Evaluators()> evaluators;                    // made on a thread of their own; none: makeEvaluators
    OutsideCaller caller;                                      // none: such tasks wait for an update from outside
    ConductorSink* sink = nullptr;                             // outlives the Conductor
    ExecutionArchive* archive = nullptr;                       // the same; none: ended executions stay in memory
    std::size_t mostEnded = 1000;                              // kept in memory when there is an archive
    EngineSettings settings {};
    Text version = "3.32.3";                                   // what clients are told
};

/// A Conductor inside this process: an Engine behind one lock, with metadata, queues, search, events and waiting calls. Safe
/// to call from any thread. It has no thread that moves time: whoever owns it calls tick() when nextDue() has come.
class EmbeddedConductor final : public Conductor {
public:
    explicit EmbeddedConductor(EmbeddedSetup setup);
    ~EmbeddedConductor() override;

    [[nodiscard]] MetadataPort& metadata() override;
    [[nodiscard]] WorkflowPort& workflows() override;
    [[nodiscard]] TaskPort& tasks() override;
    [[nodiscard]] EventPort& events() override;
    [[nodiscard]] SchedulePort& schedules() override;
    [[nodiscard]] AdminPort& admin() override;

    /// When there is next something to do that no call brings about: a timer, a time-out, the end of a long poll.
    [[nodiscard]] std::optional<EpochMs> nextDue() const;
    /// Does what is due.
    void tick();
    /// Called, without the lock, on the thread of a call after which nextDue() may be earlier. Set before the first call.
    void setWakeUp(std::function<void()> wakeUp);

    /// Takes up what an earlier one has left. Before the first call only. InvalidArgument for a document that is none.
    [[nodiscard]] Status restore(ConductorMemory memory);
    /// One consistent moment: the same that the events so far fold to.
    [[nodiscard]] World world() const;
    /// Answers every waiting call now, as if its time were over; for before the end.
    void releaseWaiting();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton
