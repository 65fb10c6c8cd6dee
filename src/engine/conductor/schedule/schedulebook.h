// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/eventport.h"
#include "engine/conductor/schedule/cronexpression.h"

#include <map>

namespace baton {

/// The schedules of a Conductor, in the real server's WorkflowSchedule JSON, when they are due, and what they have started.
/// It starts nothing itself. As on the real server a run is due once for a moment however late it is looked at; with
/// runCatchupScheduleInstances each missed moment is, one after the other, whatever start and end time say. Runs may
/// overlap. A cron expression that is none is kept and never due.
class ScheduleBook {
public:
    static constexpr std::size_t kMostRuns = 100;   // remembered of each schedule; the oldest go first

    /// What is to be started now.
    struct Due {
        Value schedule;
        Text cron;                                  // expression and zone, as the workflow is told
        Text zone;
        EpochMs scheduledTime = 0;
    };

    /// Adds or replaces; the schedule as it is then. Internal: no name, no request, an unknown zone.
    [[nodiscard]] Result<Value> save(const Value& schedule, EpochMs now);
    [[nodiscard]] Result<Value> find(std::string_view name) const;
    [[nodiscard]] std::vector<Value> all(std::string_view workflowName) const;
    [[nodiscard]] Page<Value> search(const ScheduleSearch& request) const;
    bool remove(std::string_view name);
    [[nodiscard]] Status setPaused(std::string_view name, bool paused, const Text& reason, EpochMs now);
    void setRunning(bool running) noexcept;

    [[nodiscard]] std::optional<EpochMs> nextDue() const;
    /// The one that has been due longest, which is then due at its next moment.
    [[nodiscard]] std::optional<Due> takeDue(EpochMs now);

    /// The new run, and which one is forgotten for it (its executionId; empty: none).
    Text addRun(const Value& run);
    /// Internal for a time that is no number.
    [[nodiscard]] Result<Page<Value>> runs(const SearchRequest& request) const;

    /// For a store: the schedule and when it is due next; and back.
    [[nodiscard]] Value document(std::string_view name) const;
    [[nodiscard]] Status restore(const Value& document);

    /// See SchedulePort::nextRuns.
    [[nodiscard]] static Result<std::vector<EpochMs>> nextRuns(std::string_view cron, std::string_view zone, EpochMs from,
                                                               EpochMs to, int limit, EpochMs now);

private:
    struct Cron {
        Text expression;
        Text zoneId;
        std::optional<CronExpression> parsed;       // none: never due
        TimeZone zone;
        std::optional<EpochMs> next;
    };
    struct Entry {
        Value schedule;
        std::vector<Cron> crons;
    };

    [[nodiscard]] static std::vector<Cron> cronsOf(const Value& schedule);
    [[nodiscard]] static std::optional<EpochMs> nextOf(const Value& schedule, const Cron& cron, EpochMs now, EpochMs last);
    [[nodiscard]] std::optional<EpochMs> soonest() const;

    std::map<std::string, Entry, std::less<>> m_entries;
    std::map<std::string, std::vector<Value>, std::less<>> m_runs;   // by schedule, oldest first
    mutable std::optional<EpochMs> m_soonest;    // what soonest() said, unless something has changed since
    mutable bool m_changed = false;
    bool m_running = true;
};

}  // namespace baton
