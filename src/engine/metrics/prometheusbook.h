// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/metrics/names.h"
#include "engine/metrics/snapshot.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <map>
#include <mutex>
#include <string>

namespace baton {

/// The library's registry, with families found by name and no exceptions. Thread-safe.
class PrometheusBook {
public:
    using Labels = std::map<std::string, std::string>;

    // nullptr: the name is none, a label is none, or another kind has the name.
    [[nodiscard]] prometheus::Counter* counter(const std::string& name, const std::string& help, const Labels& labels);
    [[nodiscard]] prometheus::Gauge* gauge(const std::string& name, const std::string& help, const Labels& labels);
    [[nodiscard]] prometheus::Histogram* histogram(const std::string& name, const std::string& help, const Labels& labels,
                                                   const std::vector<double>& buckets);
    /// By name; series by their labels.
    [[nodiscard]] std::vector<prometheus::MetricFamily> collect() const;

private:
    template <typename T>
    using Families = std::map<std::string, prometheus::Family<T>*>;
    template <typename T, typename Build, typename... Args>
    T* find(Families<T>& families, Build build, const std::string& name, const std::string& help, const Labels& labels,
            const Args&... args);

    mutable std::mutex m_mutex;   // guards the maps
    prometheus::Registry m_registry;
    Families<prometheus::Counter> m_counters;
    Families<prometheus::Gauge> m_gauges;
    Families<prometheus::Histogram> m_histograms;
};

}  // namespace baton
