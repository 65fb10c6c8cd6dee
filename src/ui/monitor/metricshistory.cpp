// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/metricshistory.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace baton::ui {

namespace {

/// How far apart whole readings of that age are kept: a short range is exact, a long one to a percent or so of its length.
std::int64_t spacing(std::int64_t ageMs)
{
    return ageMs <= 70'000 ? 0 : ageMs <= 16 * 60'000 ? 5'000 : 15'000;
}

TaskFigures figuresOf(const MetricsSnapshot& reading, const std::string& type)
{
    if (type.empty())
        return reading.total();
    const TaskFigures* const figures = reading.task(type);
    return figures != nullptr ? *figures : TaskFigures {};
}

MetricsPoint pointOf(const TaskFigures& now, const TaskFigures& then, EpochMs at, double seconds)
{
    const TaskFigures done = now.since(then);
    MetricsPoint point {.at = at, .seconds = seconds, .queue = now.queueDepth, .slotsUsed = now.slotsUsed, .slotsTotal = now.slotsTotal,
        .succeeded = now.succeeded, .failed = now.failed};
    if (seconds > 0) {
        point.throughput = static_cast<double>(done.succeeded + done.failed) / seconds;
        point.failures = static_cast<double>(done.failed) / seconds;
    }
    if (done.execute.count() > 0) {
        point.p50 = done.execute.quantileSeconds(0.5) * 1000;
        point.p95 = done.execute.quantileSeconds(0.95) * 1000;
        point.p99 = done.execute.quantileSeconds(0.99) * 1000;
    }
    return point;
}

/// `more` put to `sum`, its neighbour before.
void join(MetricsPoint& sum, const MetricsPoint& more)
{
    const double seconds = sum.seconds + more.seconds;
    if (seconds > 0) {
        sum.throughput = (sum.throughput * sum.seconds + more.throughput * more.seconds) / seconds;
        sum.failures = (sum.failures * sum.seconds + more.failures * more.seconds) / seconds;
    }
    sum.seconds = seconds;
    sum.at = more.at;
    sum.p50 = std::max(sum.p50, more.p50);
    sum.p95 = std::max(sum.p95, more.p95);
    sum.p99 = std::max(sum.p99, more.p99);
    sum.queue = more.queue;
    sum.slotsUsed = std::max(sum.slotsUsed, more.slotsUsed);
    sum.slotsTotal = more.slotsTotal;
    sum.succeeded = more.succeeded;
    sum.failed = more.failed;
}

std::string timeText(EpochMs time)
{
    const std::chrono::sys_time<std::chrono::milliseconds> moment {std::chrono::milliseconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(moment - day);
    std::array<char, 48> text {};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

std::string numberText(double value)
{
    if (value < 0)
        return {};
    std::array<char, 48> text {};
    const int length = std::snprintf(text.data(), text.size(), "%.3f", value);
    return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string made = "\"";
    for (const char c : text)
        made += c == '"' ? std::string("\"\"") : std::string(1, c);
    return made + '"';
}

}  // namespace

void MetricsHistory::add(const MetricsSnapshot& reading)
{
    if (m_last && reading.total().started < m_last->total().started)
        clear();
    if (m_last && reading.at <= m_last->at)
        return;
    if (!m_last)
        m_first = reading.at;
    std::vector<std::string> names {std::string()};
    for (const TaskFigures& task : reading.tasks)
        names.push_back(task.taskType);
    for (const std::string& name : names) {
        std::deque<MetricsPoint>& points = m_points[name];
        if (m_last) {
            const double seconds = static_cast<double>(reading.at - m_last->at) / 1000;
            points.push_back(pointOf(figuresOf(reading, name), figuresOf(*m_last, name), reading.at, seconds));
        }
        while (!points.empty() && points.front().at < reading.at - kKeptMs)
            points.pop_front();
    }
    m_whole.push_back(reading);
    thinOut(reading.at);
    while (m_whole.size() > 1 && m_whole[1].at <= reading.at - kKeptMs)
        m_whole.pop_front();
    m_last = reading;
}

void MetricsHistory::thinOut(EpochMs now)
{
    std::size_t kept = 1;
    for (std::size_t i = 1; i < m_whole.size(); ++i) {
        if (m_whole[i].at - m_whole[kept - 1].at < spacing(now - m_whole[i].at))
            continue;
        if (kept != i)
            m_whole[kept] = std::move(m_whole[i]);
        ++kept;
    }
    m_whole.resize(kept);
}

void MetricsHistory::clear()
{
    m_last.reset();
    m_first = 0;
    m_whole.clear();
    m_points.clear();
}

std::vector<std::string> MetricsHistory::types() const
{
    std::vector<std::string> names;
    if (m_last)
        for (const TaskFigures& task : m_last->tasks)
            names.push_back(task.taskType);
    return names;
}

std::vector<MetricsPoint> MetricsHistory::points(const std::string& type, EpochMs from, std::size_t most) const
{
    const auto found = m_points.find(type);
    if (found == m_points.end() || most == 0)
        return {};
    const auto begin = std::lower_bound(found->second.begin(), found->second.end(), from,
        [](const MetricsPoint& point, EpochMs moment) { return point.at < moment; });
    const auto count = static_cast<std::size_t>(found->second.end() - begin);
    const std::size_t together = (count + most - 1) / most;
    std::vector<MetricsPoint> made;
    std::size_t joined = 0;
    for (auto point = begin; point != found->second.end(); ++point) {
        if (joined == 0)
            made.push_back(*point);
        else
            join(made.back(), *point);
        joined = together == 0 ? 0 : (joined + 1) % together;
    }
    return made;
}

const MetricsSnapshot* MetricsHistory::before(EpochMs moment) const
{
    const MetricsSnapshot* best = nullptr;
    for (const MetricsSnapshot& whole : m_whole)
        if (whole.at <= moment || best == nullptr)
            best = &whole;
    return best;
}

std::optional<TaskFigures> MetricsHistory::figures(const std::string& type, std::int64_t rangeMs) const
{
    if (!m_last || (!type.empty() && m_last->task(type) == nullptr))
        return std::nullopt;
    TaskFigures now = figuresOf(*m_last, type);
    const MetricsSnapshot* const base = rangeMs > 0 ? before(m_last->at - rangeMs) : nullptr;
    // Of a range longer than the worker's life, everything counts.
    if (base == nullptr || base->at > m_last->at - rangeMs)
        return now;
    return now.since(figuresOf(*base, type));
}

double MetricsHistory::covered(std::int64_t rangeMs) const
{
    if (!m_last)
        return 0;
    const MetricsSnapshot* const base = rangeMs > 0 ? before(m_last->at - rangeMs) : nullptr;
    const EpochMs from = base == nullptr || base->at > m_last->at - rangeMs ? m_first : base->at;
    return static_cast<double>(m_last->at - from) / 1000;
}

std::string MetricsHistory::csv(const std::string& type, EpochMs from) const
{
    std::string text = "time,taskType,seconds,throughputPerSecond,failuresPerSecond,p50Ms,p95Ms,p99Ms,queueDepth,slotsUsed,slotsTotal,"
                       "succeeded,failed\r\n";
    for (const auto& [name, points] : m_points) {
        if (!type.empty() && name != type)
            continue;
        for (const MetricsPoint& point : points) {
            if (point.at < from)
                continue;
            text += timeText(point.at) + ',' + quoted(name.empty() ? "(all)" : name);
            for (const double value : {point.seconds, point.throughput, point.failures, point.p50, point.p95, point.p99, point.queue})
                text += ',' + numberText(value);
            text += ',' + std::to_string(point.slotsUsed) + ',' + std::to_string(point.slotsTotal) + ',' + std::to_string(point.succeeded)
                + ',' + std::to_string(point.failed) + "\r\n";
        }
    }
    return text;
}

}  // namespace baton::ui
