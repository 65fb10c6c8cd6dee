// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/metrics/latency.h"

#include <string>
#include <utility>
#include <vector>

namespace baton {

using MetricLabels = std::vector<std::pair<std::string, std::string>>;

enum class MetricKind : std::uint8_t { Counter, Gauge, Histogram };

/// One line (or one histogram) of the exposition.
struct MetricSeries {
    MetricLabels labels;
    double value = 0;                                            // Counter, Gauge
    std::uint64_t count = 0;                                     // Histogram, as the next two
    double sum = 0;
    std::vector<std::pair<double, std::uint64_t>> buckets {};    // upper bound, cumulative count; the last bound is infinite
};

struct MetricGroup {
    std::string name;
    std::string help;
    MetricKind kind = MetricKind::Counter;
    std::vector<MetricSeries> series;
};

/// What one task type has done so far: the figures of the exposition, ready to be shown. Ranges are differences of two.
struct TaskFigures {
    std::string taskType;
    std::uint64_t polls = 0;
    std::uint64_t pollErrors = 0;
    std::uint64_t started = 0;
    std::uint64_t succeeded = 0;          // executions that completed
    std::uint64_t failed = 0;             // executions that failed, for good or to be retried
    std::uint64_t updateErrors = 0;
    std::uint64_t queueFull = 0;
    std::uint64_t handedBack = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t resultsJournaled = 0;
    std::uint64_t resultsReplayed = 0;
    std::uint64_t resultsDead = 0;
    std::uint64_t leasesExtended = 0;
    std::uint64_t leasesFailed = 0;
    std::uint64_t leasesLost = 0;
    int active = 0;
    int slotsTotal = 0;
    int slotsUsed = 0;
    int pollsInFlight = 0;
    double queueDepth = -1;               // tasks waiting on the server; -1: not known
    LatencyCounts execute;
    LatencyCounts poll;
    LatencyCounts update;
    LatencyCounts scheduleToStart;

    [[nodiscard]] double errorRate() const noexcept;             // 0..1; of the executions
    /// What happened after `earlier`; gauges as they are now.
    [[nodiscard]] TaskFigures since(const TaskFigures& earlier) const;
};

/// Everything at one moment.
struct MetricsSnapshot {
    EpochMs at = 0;
    std::vector<TaskFigures> tasks;       // by task type
    std::uint64_t journalPending = 0;     // results not accepted yet
    std::uint64_t journalDead = 0;        // results the server will not take
    double journalOldestSeconds = 0;      // age of the oldest pending one
    std::uint64_t leasesHeld = 0;
    std::string failoverState;            // empty: no failover

    [[nodiscard]] const TaskFigures* task(std::string_view taskType) const noexcept;
    [[nodiscard]] TaskFigures total() const;                     // of all types; taskType is empty
};

}  // namespace baton
