// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/metrics.h"

#include "engine/metrics/taskmeterstate.h"

#include <prometheus/text_serializer.h>

#include <set>

namespace baton {
namespace {

PrometheusBook::Labels labelMap(const MetricLabels& labels)
{
    return {labels.begin(), labels.end()};
}

MetricSeries seriesFrom(const prometheus::ClientMetric& metric, MetricKind kind)
{
    MetricSeries series;
    for (const auto& label : metric.label)
        series.labels.emplace_back(label.name, label.value);
    if (kind != MetricKind::Histogram) {
        series.value = kind == MetricKind::Counter ? metric.counter.value : metric.gauge.value;
        return series;
    }
    series.count = metric.histogram.sample_count;
    series.sum = metric.histogram.sample_sum;
    for (const auto& bucket : metric.histogram.bucket)
        series.buckets.emplace_back(bucket.upper_bound, bucket.cumulative_count);
    return series;
}

MetricKind kindOf(prometheus::MetricType type) noexcept
{
    switch (type) {
    case prometheus::MetricType::Histogram: return MetricKind::Histogram;
    case prometheus::MetricType::Gauge: return MetricKind::Gauge;
    default: return MetricKind::Counter;
    }
}

}  // namespace

struct Metrics::State {
    std::shared_ptr<const Clock> clock;
    PrometheusBook book {};
    mutable std::mutex mutex {};   // guards what follows
    std::map<std::string, std::unique_ptr<TaskMeter>, std::less<>> meters {};
    MetricsSnapshot rest {};       // what belongs to no task type
    std::set<std::string> failoverStates {};

    void put(const metric::Name& name, double value)
    {
        if (auto* metric = book.gauge(name.name, name.help, {}))
            metric->Set(value);
    }
    void add(const metric::Name& name, const PrometheusBook::Labels& labels)
    {
        if (auto* metric = book.counter(name.name, name.help, labels))
            metric->Increment();
    }
    void putState(const std::string& state, double value)
    {
        if (auto* metric = book.gauge(metric::kFailoverState.name, metric::kFailoverState.help, {{"state", state}}))
            metric->Set(value);
    }
};

Metrics::Metrics(std::shared_ptr<const Clock> clock) : m_state(std::make_unique<State>())
{
    m_state->clock = clock ? std::move(clock) : std::make_shared<SystemClock>();
}

Metrics::~Metrics() = default;

TaskMeter& Metrics::task(std::string_view taskType)
{
    const std::lock_guard lock(m_state->mutex);
    auto found = m_state->meters.find(taskType);
    if (found == m_state->meters.end()) {
        std::unique_ptr<TaskMeter::State> state(new TaskMeter::State {m_state->book, std::string(taskType)});
        found = m_state->meters.emplace(std::string(taskType), std::unique_ptr<TaskMeter>(new TaskMeter(std::move(state)))).first;
    }
    return *found->second;
}

void Metrics::uncaught(std::string_view exception)
{
    m_state->add(metric::kUncaught, {{"exception", std::string(exception)}});
}

void Metrics::httpRequest(std::string_view method, std::string_view uri, int status, std::chrono::nanoseconds took)
{
    auto* metric = m_state->book.histogram(metric::kHttpRequest.name, metric::kHttpRequest.help,
        {{"method", std::string(method)}, {"uri", std::string(uri)}, {"status", std::to_string(status)}}, metric::timeBuckets());
    if (metric != nullptr)
        metric->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::workflowStartFailed(std::string_view workflowType, std::string_view exception)
{
    m_state->add(metric::kWorkflowStartError,
        {{"workflowType", std::string(workflowType)}, {"exception", std::string(exception)}});
}

void Metrics::workflowInputSize(std::string_view workflowType, std::string_view version, std::size_t bytes)
{
    auto* metric = m_state->book.histogram(metric::kWorkflowInputSize.name, metric::kWorkflowInputSize.help,
        {{"workflowType", std::string(workflowType)}, {"version", std::string(version)}}, metric::sizeBuckets());
    if (metric != nullptr)
        metric->Observe(static_cast<double>(bytes));
}

void Metrics::externalPayloadUsed(std::string_view entityName, std::string_view operation, std::string_view payloadType)
{
    m_state->add(metric::kExternalPayload, {{"entityName", std::string(entityName)}, {"operation", std::string(operation)},
                                               {"payloadType", std::string(payloadType)}});
}

void Metrics::setJournal(std::uint64_t pending, std::uint64_t dead, double oldestSeconds)
{
    m_state->put(metric::kJournalPending, static_cast<double>(pending));
    m_state->put(metric::kJournalDead, static_cast<double>(dead));
    m_state->put(metric::kJournalOldest, oldestSeconds);
    const std::lock_guard lock(m_state->mutex);
    m_state->rest.journalPending = pending;
    m_state->rest.journalDead = dead;
    m_state->rest.journalOldestSeconds = oldestSeconds;
}

void Metrics::setLeasesHeld(std::uint64_t leases)
{
    m_state->put(metric::kLeasesHeld, static_cast<double>(leases));
    const std::lock_guard lock(m_state->mutex);
    m_state->rest.leasesHeld = leases;
}

void Metrics::setFailoverState(std::string_view state)
{
    const std::lock_guard lock(m_state->mutex);
    const std::string before = std::exchange(m_state->rest.failoverState, std::string(state));
    if (before == state)
        return;
    m_state->failoverStates.insert(std::string(state));
    for (const std::string& known : m_state->failoverStates)
        m_state->putState(known, known == state ? 1 : 0);
    if (!before.empty())
        m_state->add(metric::kFailoverTransitions, {{"from", before}, {"to", std::string(state)}});
}

void Metrics::setTokenAge(double seconds)
{
    m_state->put(metric::kTokenAge, seconds);
}

void Metrics::setServerUp(std::string_view server, bool up)
{
    set(metric::kServerUp.name, metric::kServerUp.help, {{"server", std::string(server)}}, up ? 1 : 0);
}

void Metrics::count(const std::string& name, const std::string& help, const MetricLabels& labels, double by)
{
    if (auto* metric = m_state->book.counter(name, help, labelMap(labels)); metric != nullptr && by > 0)
        metric->Increment(by);
}

void Metrics::set(const std::string& name, const std::string& help, const MetricLabels& labels, double value)
{
    if (auto* metric = m_state->book.gauge(name, help, labelMap(labels)))
        metric->Set(value);
}

void Metrics::observe(const std::string& name, const std::string& help, const MetricLabels& labels,
                      const std::vector<double>& buckets, double value)
{
    if (auto* metric = m_state->book.histogram(name, help, labelMap(labels), buckets))
        metric->Observe(value);
}

MetricsSnapshot Metrics::snapshot() const
{
    const std::lock_guard lock(m_state->mutex);
    MetricsSnapshot snapshot = m_state->rest;
    snapshot.at = m_state->clock->now();
    for (const auto& [type, meter] : m_state->meters)
        snapshot.tasks.push_back(meter->m_state->figures());
    return snapshot;
}

std::vector<MetricGroup> Metrics::groups() const
{
    std::vector<MetricGroup> groups;
    for (const prometheus::MetricFamily& family : m_state->book.collect()) {
        MetricGroup group {.name = family.name, .help = family.help, .kind = kindOf(family.type), .series = {}};
        for (const prometheus::ClientMetric& metric : family.metric)
            group.series.push_back(seriesFrom(metric, group.kind));
        groups.push_back(std::move(group));
    }
    return groups;
}

std::string Metrics::exposition() const
{
    return prometheus::TextSerializer().Serialize(m_state->book.collect());
}

}  // namespace baton
