// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/latency.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace baton {
namespace {

// Below kExact microseconds every value has a bucket of its own; above, each doubling has kExact / 2 buckets.
constexpr std::uint32_t kExact = 128;
constexpr unsigned kExactBits = 7;

std::uint32_t bucketOf(std::uint64_t microseconds) noexcept
{
    if (microseconds < kExact)
        return static_cast<std::uint32_t>(microseconds);
    const unsigned shift = static_cast<unsigned>(std::bit_width(microseconds)) - kExactBits;
    return shift * (kExact / 2) + static_cast<std::uint32_t>(microseconds >> shift);
}

// The middle of a bucket.
double microsecondsOf(std::uint32_t bucket) noexcept
{
    if (bucket < kExact)
        return bucket;
    const std::uint32_t shift = (bucket - kExact / 2) / (kExact / 2);
    const std::uint64_t mantissa = bucket - shift * (kExact / 2);
    const std::uint64_t low = mantissa << shift;
    return static_cast<double>(low) + static_cast<double>((std::uint64_t {1} << shift) - 1) / 2;
}

}  // namespace

double LatencyCounts::averageSeconds() const noexcept
{
    return m_count == 0 ? 0.0 : totalSeconds() / static_cast<double>(m_count);
}

double LatencyCounts::quantileSeconds(double q) const noexcept
{
    if (m_count == 0)
        return 0.0;
    const double clamped = std::isnan(q) ? 0.0 : std::clamp(q, 0.0, 1.0);
    const auto rank = std::max<std::uint64_t>(1,
        static_cast<std::uint64_t>(std::ceil(clamped * static_cast<double>(m_count))));
    std::uint64_t seen = 0;
    for (const Bucket& bucket : m_buckets) {
        seen += bucket.count;
        if (seen >= rank)
            return microsecondsOf(bucket.index) / 1e6;
    }
    return microsecondsOf(m_buckets.back().index) / 1e6;
}

LatencyCounts LatencyCounts::since(const LatencyCounts& earlier) const
{
    LatencyCounts result;
    auto before = earlier.m_buckets.begin();
    for (const Bucket& bucket : m_buckets) {
        while (before != earlier.m_buckets.end() && before->index < bucket.index)
            ++before;
        const bool same = before != earlier.m_buckets.end() && before->index == bucket.index;
        const std::uint64_t old = same ? std::min(before->count, bucket.count) : 0;
        if (bucket.count > old) {
            result.m_buckets.push_back({bucket.index, bucket.count - old});
            result.m_count += bucket.count - old;
        }
    }
    result.m_totalUs = m_totalUs - std::min(earlier.m_totalUs, m_totalUs);
    return result;
}

LatencyCounts LatencyCounts::plus(const LatencyCounts& other) const
{
    LatencyCounts result;
    std::vector<Bucket> all(m_buckets);
    all.insert(all.end(), other.m_buckets.begin(), other.m_buckets.end());
    std::sort(all.begin(), all.end(), [](const Bucket& a, const Bucket& b) { return a.index < b.index; });
    for (const Bucket& bucket : all) {
        if (!result.m_buckets.empty() && result.m_buckets.back().index == bucket.index)
            result.m_buckets.back().count += bucket.count;
        else
            result.m_buckets.push_back(bucket);
    }
    result.m_count = m_count + other.m_count;
    result.m_totalUs = m_totalUs + other.m_totalUs;
    return result;
}

LatencyRecorder::LatencyRecorder() : m_buckets(std::make_unique<std::array<std::atomic<std::uint64_t>, kBuckets>>()) { }

void LatencyRecorder::record(std::chrono::nanoseconds took) noexcept
{
    const auto us = static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count() / 1000));
    const std::size_t bucket = std::min<std::size_t>(bucketOf(us), kBuckets - 1);
    (*m_buckets)[bucket].fetch_add(1, std::memory_order_relaxed);
    m_totalUs.fetch_add(us, std::memory_order_relaxed);
}

LatencyCounts LatencyRecorder::counts() const
{
    LatencyCounts result;
    for (std::uint32_t index = 0; index < kBuckets; ++index) {
        const std::uint64_t count = (*m_buckets)[index].load(std::memory_order_relaxed);
        if (count == 0)
            continue;
        result.m_buckets.push_back({index, count});
        result.m_count += count;
    }
    result.m_totalUs = m_totalUs.load(std::memory_order_relaxed);
    return result;
}

}  // namespace baton
