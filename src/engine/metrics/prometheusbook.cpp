// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/prometheusbook.h"

#include <algorithm>

namespace baton {

template <typename T, typename Build, typename... Args>
T* PrometheusBook::find(Families<T>& families, Build build, const std::string& name, const std::string& help,
                        const Labels& labels, const Args&... args)
{
    try {
        prometheus::Family<T>* family = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            auto found = families.find(name);
            if (found == families.end())
                found = families.emplace(name, &build().Name(name).Help(help).Register(m_registry)).first;
            family = found->second;
        }
        return &family->Add(labels, args...);
    } catch (const std::exception&) {
        return nullptr;   // the library refuses names it does not like by throwing
    }
}

prometheus::Counter* PrometheusBook::counter(const std::string& name, const std::string& help, const Labels& labels)
{
    return find(m_counters, prometheus::BuildCounter, name, help, labels);
}

prometheus::Gauge* PrometheusBook::gauge(const std::string& name, const std::string& help, const Labels& labels)
{
    return find(m_gauges, prometheus::BuildGauge, name, help, labels);
}

prometheus::Histogram* PrometheusBook::histogram(const std::string& name, const std::string& help, const Labels& labels,
                                                 const std::vector<double>& buckets)
{
    return find(m_histograms, prometheus::BuildHistogram, name, help, labels, buckets);
}

std::vector<prometheus::MetricFamily> PrometheusBook::collect() const
{
    std::vector<prometheus::MetricFamily> families = m_registry.Collect();
    std::erase_if(families, [](const prometheus::MetricFamily& family) { return family.metric.empty(); });
    std::sort(families.begin(), families.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    for (prometheus::MetricFamily& family : families) {
        std::sort(family.metric.begin(), family.metric.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
    }
    return families;
}

}  // namespace baton
