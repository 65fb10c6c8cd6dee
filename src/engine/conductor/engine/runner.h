// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/queues/executionwork.h"

#include <variant>

namespace baton {

/// The inside of an Engine: the executions, and the loop that runs commands, journals their events and then does their
/// effects, one after another and never by recursion, until the engine is at rest.
class Runner {
public:
    struct Entry {
        ExecutionPtr execution;
        ExecutionWork work;
        bool worldStale = false;

        Entry(WaitingWork& waiting, InProgressCounts& counts, std::uint64_t index) noexcept : work(waiting, counts, index) { }
    };

    Runner(const Engine& engine, EngineContext context, const Clock& clock, EventSink* sink);
    ~Runner();
    Runner(Runner&&) = delete;

    [[nodiscard]] const Clock& clock() const noexcept { return m_clock; }
    [[nodiscard]] EngineContext& context() noexcept { return m_context; }
    [[nodiscard]] WaitingWork& waiting() noexcept { return m_waiting; }
    [[nodiscard]] Entry* find(std::string_view workflowId);
    [[nodiscard]] const World& world();
    [[nodiscard]] EpochMs worldTime() const noexcept { return m_world.now; }
    [[nodiscard]] std::size_t inProgress(std::string_view taskDefName) const;

    void restore(World world);
    void forget(std::string_view workflowId);
    /// The same; once nothing is left the world does not remember the ids either.
    void forgetWholly(std::string_view workflowId);
    /// The same for several, and the world's order does not remember them either.
    void forget(const std::vector<Text>& workflowIds);
    void adopt(ExecutionPtr execution);
    /// Gives the event its time and hands it to the sink; for events that no decide makes.
    void record(Event event);
    void settled();

    /// Decides and journals one command. Its effects wait for finishWork.
    [[nodiscard]] Result<Text> start(StartRequest request);
    [[nodiscard]] Status run(std::string_view workflowId, const Command& command);
    void finishWork();
    [[nodiscard]] Status runWhole(std::string_view workflowId, const Command& command);
    [[nodiscard]] Status perform(const WorkItem& item);

    /// The first item of a choice, once a sweep among them is known to be due when it says.
    [[nodiscard]] const WorkItem* firstTrue(const WorkItem* (WaitingWork::*choice)(EpochMs));
    void verifySweeps();

private:
    struct Job {
        Text workflowId;                              // whose effect it is, or whom to command
        std::variant<Effect, Command> what;
    };

    void commit(Entry& entry, Outcome&& outcome);
    void add(const Text& workflowId, Command command) { m_jobs.push_back({workflowId, std::move(command)}); }
    void doEffect(const Text& from, const effect::StartChild& effect);
    void doEffect(const Text& from, const effect::StartWorkflow& effect);
    void doEffect(const Text& from, const effect::StartFailureWorkflow& effect);
    void doEffect(const Text& from, const effect::TerminateChild& effect);
    void doEffect(const Text& from, const effect::RetryChild& effect);
    void doEffect(const Text& from, const effect::RerunChild& effect);
    void doEffect(const Text& from, const effect::RestartChild& effect);
    void doEffect(const Text& from, const effect::NotifyParent& effect);
    void doEffect(const Text& from, const effect::Call& effect);
    void doEffect(const Text& from, const effect::Publish& effect);
    void tellParent(const Entry& child);
    void visitInterrupted(Entry& entry);

    const Engine& m_engine;      // for its callbacks
    EngineContext m_context;
    const Clock& m_clock;
    EventSink* m_sink;
    World m_world;               // executions lag behind the entries until world() is asked for
    WaitingWork m_waiting;       // outlives the entries, whose tickets lead here
    InProgressCounts m_counts;
    TextMap<Entry> m_entries;
    std::vector<Text> m_stale;
    std::uint64_t m_started = 0;
    std::vector<Job> m_jobs;     // first in, first out; empty at rest
    int m_failureWorkflows = 0;  // started since the last rest
    bool m_recorded = false;
};

}  // namespace baton
