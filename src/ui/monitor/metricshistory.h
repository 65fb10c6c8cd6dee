// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/metrics/snapshot.h"

#include <deque>
#include <map>
#include <optional>

namespace baton::ui {

/// What went on between two readings of the figures, for one task type or all.
struct MetricsPoint {
    EpochMs at = 0;
    double seconds = 0;               // since the point before
    double throughput = 0;            // tasks done a second, failed ones too
    double failures = 0;              // of them, a second
    double p50 = -1;                  // milliseconds a handler took; -1: none ran
    double p95 = -1;
    double p99 = -1;
    double queue = -1;                // waiting on the server; -1: not known
    int slotsUsed = 0;
    int slotsTotal = 0;
    std::uint64_t succeeded = 0;      // since the worker began
    std::uint64_t failed = 0;
};

/// The readings of the last hour: light points, one a reading, and whole readings every few seconds for the figures of a range.
/// A type of "" stands for all. Plain values without Qt.
class MetricsHistory {
public:
    static constexpr std::int64_t kKeptMs = 3'600'000;

    void add(const MetricsSnapshot& reading);   // older than the last one: dropped; smaller figures (a new worker): starts afresh
    void clear();

    [[nodiscard]] EpochMs latest() const noexcept { return m_last ? m_last->at : 0; }
    [[nodiscard]] const MetricsSnapshot* last() const noexcept { return m_last ? &*m_last : nullptr; }
    [[nodiscard]] std::vector<std::string> types() const;
    /// Those from a moment on, at most so many: neighbours are put together (averages by time, the worst quantile).
    [[nodiscard]] std::vector<MetricsPoint> points(const std::string& type, EpochMs from, std::size_t most) const;
    /// What happened in the last `rangeMs` (0: since the worker began); none for an unknown type.
    [[nodiscard]] std::optional<TaskFigures> figures(const std::string& type, std::int64_t rangeMs) const;
    /// How long figures() of that range really covers, in seconds.
    [[nodiscard]] double covered(std::int64_t rangeMs) const;
    /// time,taskType,seconds,throughputPerSecond,... one line a point; UTC; RFC 4180.
    [[nodiscard]] std::string csv(const std::string& type, EpochMs from) const;

private:
    [[nodiscard]] const MetricsSnapshot* before(EpochMs moment) const;
    void thinOut(EpochMs now);

    std::optional<MetricsSnapshot> m_last;
    EpochMs m_first = 0;
    std::deque<MetricsSnapshot> m_whole;
    std::map<std::string, std::deque<MetricsPoint>> m_points;
};

}  // namespace baton::ui
