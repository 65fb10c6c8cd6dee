// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace baton {

/// How often what took how long: a value. Two of one recorder can be subtracted, which gives the figures of the time between
/// them. Quantiles are within one percent of the true value; durations are whole microseconds, up to 19 hours.
class LatencyCounts {
public:
    LatencyCounts() = default;

    [[nodiscard]] std::uint64_t count() const noexcept { return m_count; }
    [[nodiscard]] double totalSeconds() const noexcept { return static_cast<double>(m_totalUs) / 1e6; }
    [[nodiscard]] double averageSeconds() const noexcept;          // 0 when empty
    [[nodiscard]] double quantileSeconds(double q) const noexcept; // q in 0..1: the q-th of all, by rank; 0 when empty
    [[nodiscard]] double maximumSeconds() const noexcept { return quantileSeconds(1.0); }
    /// What was added after `earlier`, a smaller reading of the same recorder.
    [[nodiscard]] LatencyCounts since(const LatencyCounts& earlier) const;
    /// Both together: several task types as one.
    [[nodiscard]] LatencyCounts plus(const LatencyCounts& other) const;
    bool operator==(const LatencyCounts&) const = default;

private:
    friend class LatencyRecorder;
    struct Bucket {
        std::uint32_t index = 0;
        std::uint64_t count = 0;
        bool operator==(const Bucket&) const = default;
    };
    std::vector<Bucket> m_buckets;   // ascending, none empty
    std::uint64_t m_count = 0;
    std::uint64_t m_totalUs = 0;
};

/// Counts durations in buckets of one percent. Safe to call from any thread; recording takes no lock.
class LatencyRecorder {
public:
    LatencyRecorder();
    void record(std::chrono::nanoseconds took) noexcept;   // a negative one counts as 0
    [[nodiscard]] LatencyCounts counts() const;

private:
    static constexpr std::size_t kBuckets = 2048;
    std::unique_ptr<std::array<std::atomic<std::uint64_t>, kBuckets>> m_buckets;
    std::atomic<std::uint64_t> m_totalUs {0};
};

}  // namespace baton
