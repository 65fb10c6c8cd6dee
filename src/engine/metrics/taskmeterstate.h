// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/metrics/metrics.h"
#include "engine/metrics/prometheusbook.h"

namespace baton {

/// A metric of one task type that is made when it is first counted, then found without a lock.
template <typename T>
class Lazy {
public:
    template <typename Make>
    [[nodiscard]] T* get(const Make& make)
    {
        T* known = m_metric.load(std::memory_order_acquire);
        if (known == nullptr) {
            known = make();
            m_metric.store(known, std::memory_order_release);
        }
        return known;
    }
    [[nodiscard]] T* peek() const noexcept { return m_metric.load(std::memory_order_acquire); }

private:
    std::atomic<T*> m_metric {nullptr};
};

struct TaskMeter::State {
    using Counter = Lazy<prometheus::Counter>;
    using Gauge = Lazy<prometheus::Gauge>;
    using Histogram = Lazy<prometheus::Histogram>;

    PrometheusBook& book;
    const std::string taskType;
    Counter polls {}, started {}, queueFull {}, paused {}, restarts {}, handedBack {}, duplicates {}, cancelled {}, journaled {},
        replayed {}, dead {};
    Counter leases[3] {};
    Gauge active {}, slots {}, slotsUsed {}, slotsAvailable {}, pollsInFlight {}, queueDepth {};
    Histogram resultSize {}, scheduleToStartTime {};
    Histogram pollTime[2] {}, executeTime[2] {}, updateTime[2] {};   // failure, success
    LatencyRecorder execute {}, poll {}, update {}, scheduleToStart {};
    std::atomic<std::uint64_t> pollErrors {0}, succeeded {0}, failed {0}, updateErrors {0};

    void add(Counter& counter, const metric::Name& name);
    void put(Gauge& gauge, const metric::Name& name, double value);
    void observe(Histogram& histogram, const metric::Name& name, const std::vector<double>& buckets, double value);
    void observe(Histogram (&byOutcome)[2], const metric::Name& name, std::chrono::nanoseconds took, bool ok);
    void addFailure(const metric::Name& name, std::string_view exception);
    [[nodiscard]] TaskFigures figures() const;
};

}  // namespace baton
