// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/conductor/embedded/eventhandlers.h"
#include "engine/conductor/embedded/pollbook.h"
#include "engine/conductor/embedded/taskindex.h"
#include "engine/conductor/metadata/definitionstore.h"
#include "engine/conductor/schedule/schedulebook.h"

#include <list>
#include <mutex>

namespace baton {

/// The inside of an embedded Conductor: one lock around everything, turns that let what has become ready happen, and the
/// answers that are given once the lock is free again.
class EmbeddedCore final : private PollerSource {
public:
    explicit EmbeddedCore(EmbeddedSetup setup);
    ~EmbeddedCore() override;

    /// Runs `work` with the lock held, lets follow what is ready, and then answers with its result.
    template <typename T, typename Work>
    void answer(const Reply<T>& reply, Work&& work)
    {
        Result<T> result = inTurn<T>(std::forward<Work>(work));
        if (reply)
            reply(std::move(result));
        afterwards();
    }
    /// The same for work that answers later, by defer() or by waiting.
    void turn(const std::function<void()>& work);

    // Everything below is called with the lock held.
    [[nodiscard]] Engine& engine() noexcept { return m_engine; }
    [[nodiscard]] EpochMs now() const { return m_clock->now(); }
    [[nodiscard]] DefinitionStore& definitions() noexcept { return m_definitions; }
    [[nodiscard]] TaskIndex& index() noexcept { return m_index; }
    [[nodiscard]] PollBook& polls() noexcept { return m_polls; }
    [[nodiscard]] EventHandlers& handlers() noexcept { return m_handlers; }
    [[nodiscard]] ScheduleBook& schedules() noexcept { return m_schedules; }
    void keepSchedule(std::string_view name);
    [[nodiscard]] const EnvironmentSource& environment() const noexcept { return *m_environment; }
    [[nodiscard]] const Text& version() const noexcept { return m_version; }
    [[nodiscard]] RuleContext rules();
    /// From memory or the archive.
    [[nodiscard]] Result<ExecutionPtr> execution(std::string_view workflowId);
    /// NotFound: "Task not found for taskId: nope".
    [[nodiscard]] Result<TaskView> task(std::string_view taskId);
    [[nodiscard]] Result<std::vector<TaskLogEntry>> logs(std::string_view taskId);
    /// Visits executions in order of starting, first the archive's: those whose outline (see ExecutionArchive::forEach) is
    /// worth it, whole when `whole` is asked for.
    [[nodiscard]] Status forEach(bool whole, const std::function<bool(const Execution& outline)>& isWorth,
                                 const std::function<void(const ExecutionPtr&)>& visit);
    /// Brings an execution back into memory if the archive has it, with its parents and sub-workflows.
    [[nodiscard]] Status recall(std::string_view workflowId);
    /// A command for an execution, brought back into memory if need be.
    [[nodiscard]] Status run(const Text& workflowId, const Command& command);
    [[nodiscard]] Result<Text> start(StartRequest request);
    [[nodiscard]] std::vector<TaskView> hand(const PollRequest& request);
    void keep(std::string_view kind, std::string_view key, const Value& document);
    /// False when what is told may be lost: the store has failed.
    [[nodiscard]] bool isKeeping() const noexcept { return m_flushed.ok(); }
    /// Lets everything happen that is the engine's own and ready, messages and calls included.
    void settle();
    /// Calls this once the lock is free.
    void defer(std::function<void()> answer) { m_deferred.push_back(std::move(answer)); }

    /// A call that waits until `isDone` has given its answer, which it is asked after each turn, or its time is over.
    struct Waiter {
        EpochMs deadline = 0;
        Text queue;                                       // of a long poll: its next task is a reason to look
        std::function<bool(bool timeIsOver)> tryAnswer;   // true: answered; always when the time is over
    };
    void wait(Waiter waiter) { m_waiters.push_back(std::move(waiter)); }

    [[nodiscard]] std::optional<EpochMs> nextDue() const;
    void tick();
    void releaseWaiting();
    void setWakeUp(std::function<void()> wakeUp) { m_wakeUp = std::move(wakeUp); }
    [[nodiscard]] Status restore(ConductorMemory memory);
    [[nodiscard]] World world() const;

private:
    class Sink;

    template <typename T, typename Work>
    Result<T> inTurn(Work&& work)
    {
        const std::lock_guard lock(m_mutex);
        Result<T> result = std::forward<Work>(work)();
        endTurn();
        if (result.ok() && !m_flushed.ok())
            return m_flushed.error();
        return result;
    }
    void endTurn();
    void flush();
    void evict();
    [[nodiscard]] bool isHeldInMemory(const Execution& execution) const;
    [[nodiscard]] Result<std::vector<ExecutionPtr>> family(std::string_view workflowId);
    void afterwards();
    void serveWaiters(bool release);
    void performReady();
    void startDue();
    [[nodiscard]] Status restoreSchedules(const ConductorMemory& memory);
    void releaseHeldBack();
    [[nodiscard]] bool isHeldBack(const WorkItem& item, const TaskRun& task);
    void callOutside(const Text& workflowId, const effect::Call& call);
    [[nodiscard]] std::optional<EpochMs> dueNow() const;
    [[nodiscard]] bool isPolled(std::string_view taskType, std::string_view domain, std::int64_t at) const override;

    mutable std::mutex m_mutex;                  // guards everything but the setup's constants
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    std::shared_ptr<const EnvironmentSource> m_environment;
    OutsideCaller m_caller;
    ConductorSink* m_sinkOutside;
    ExecutionArchive* m_archive;
    std::size_t m_mostEnded;
    Text m_version;
    Evaluators m_evaluators;
    DefinitionStore m_definitions;
    TaskIndex m_index;
    PollBook m_polls;
    EventHandlers m_handlers;
    ScheduleBook m_schedules;
    std::unique_ptr<Sink> m_sink;
    Engine m_engine;
    std::list<Waiter> m_waiters;
    std::vector<std::function<void()>> m_deferred;
    std::vector<WorkItem> m_heldBack;            // by a concurrentExecLimit, until a place is free
    std::function<void()> m_wakeUp;
    mutable std::optional<EpochMs> m_told;               // the nextDue() whoever wakes up knows of
    std::size_t m_startsSinceClean = 0;
    std::deque<Text> m_ended;                    // in memory, in order of ending; for the archive
    std::size_t m_evictAt = 0;                   // how many may have ended before it is worth looking again
    bool m_unflushed = false;
    Status m_flushed;                            // how the last flush went

    struct Link {
        std::recursive_mutex mutex;              // guards core: late answers find nobody; an answer may bring on the next
        EmbeddedCore* core = nullptr;
    };
    std::shared_ptr<Link> m_link;
};

}  // namespace baton
