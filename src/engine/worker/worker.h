// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/ids.h"
#include "engine/conductor/port/taskport.h"
#include "engine/config/settings.h"
#include "engine/metrics/metrics.h"
#include "engine/task/taskregistry.h"
#include "engine/worker/resultjournal.h"
#include "engine/worker/workerevent.h"
#include "engine/worker/workerloop.h"

#include <memory>

namespace baton {

/// What a worker is made of. What is pointed to is shared; `tasks` must outlive the Worker.
struct WorkerSetup {
    TaskPort* tasks = nullptr;                          // the server, embedded or remote
    Text origin;                                        // names that server for ever: what it gave is answered to it alone
    std::shared_ptr<const TaskRegistry> registry;
    std::shared_ptr<Metrics> metrics;
    std::shared_ptr<ResultJournal> journal;             // none: results wait in memory only. Not shared by running Workers
    std::shared_ptr<const Clock> clock;                 // none: the machine's
    std::shared_ptr<IdSource> ids;                      // chance, for jitter; none: random
    std::shared_ptr<WorkerLoop> loop;                   // none: a thread of its own
    std::shared_ptr<WorkerPool> pool;                   // none: threads of its own
    std::vector<std::shared_ptr<WorkerObserver>> observers {};
    WorkerSettings settings {};
    ResultJournalSettings journalSettings {};           // senders, keepDelivered
    std::string host {};                                // workerId where the settings name none
    bool sideEffectsAllowed = true;
};

enum class WorkerPhase : std::uint8_t { Ready, Running, Draining, Stopped };
[[nodiscard]] std::string_view toText(WorkerPhase phase) noexcept;             // "running"

/// How one task type is doing.
struct WorkerTypeStatus {
    std::string taskType;
    WorkerPlan plan;                                    // the settings in force
    bool paused = false;
    int running = 0;                                    // handlers at work
    int slotsUsed = 0;                                  // running, being journaled, or stuck
    int stuck = 0;
    int pollsInFlight = 0;
    int pollFailures = 0;                               // in a row
    EpochMs lastPollAt = 0;                             // last good answer; 0: never
    EpochMs lastTaskAt = 0;
    std::string lastError {};                           // of the last failed poll; empty after a good one
};

struct WorkerStatus {
    WorkerPhase phase = WorkerPhase::Ready;
    bool polling = true;                                // see setPolling
    Text origin;
    std::vector<WorkerTypeStatus> types;                // by task type
    JournalCounts journal;
    int inHand = 0;                                     // tasks polled whose result the server has not taken yet
    bool journalWorks = true;
};

/// How a drain may take its time; each phase is bounded.
struct DrainLimits {
    std::chrono::milliseconds grace {30'000};           // for tasks that run
    std::chrono::milliseconds cancelGrace {2'000};      // for handlers that were asked to stop
    std::chrono::milliseconds deliver {5'000};          // for results that are not delivered yet; the rest stays journaled
};

struct DrainReport {
    int finished = 0;                                   // tasks that ended by themselves
    int handedBack = 0;
    int stuck = 0;                                      // handlers that did not return
    std::uint64_t undelivered = 0;                      // in the journal, for the next start
    std::chrono::nanoseconds took {0};
};

/// Works for one Conductor: polls for free slots, runs handlers, keeps leases, journals every result before it is sent and
/// delivers it until it is taken. Any thread may call; nothing blocks but the destructor.
class Worker {
public:
    explicit Worker(WorkerSetup setup);
    ~Worker();   // stops at once when it was not drained: asks handlers to stop and waits for them

    /// Gives back what an earlier process had in hand, delivers what it left, and polls every type of the registry (or of
    /// settings.only).
    void start();
    /// Of one type, or ("") of all that have no setting of their own. Tasks in hand go on.
    void setPaused(std::string_view taskType, bool paused);
    /// Whether it may poll at all: a worker whose server is down stops asking, but goes on delivering.
    void setPolling(bool polling);
    /// Takes up sizes, intervals, domains and pauses while it runs.
    void configure(WorkerSettings settings);

    /// Stops polling, waits for held polls, finishes or hands back, flushes, gives up leases last. Once; `done` is called on
    /// the loop. A second call joins the first.
    void drain(DrainLimits limits, std::function<void(DrainReport)> done);

    [[nodiscard]] WorkerStatus status() const;

    // The result journal, for people. Answered on the loop.
    void results(JournalState state, int limit, int offset, Reply<std::vector<JournalEntry>> reply);
    void resend(std::int64_t id, Done done);            // NotFound; Conflict: it is not dead
    void forget(std::int64_t id, Done done);            // a dead one

private:
    class Core;
    std::shared_ptr<Core> m_core;
};

}  // namespace baton
