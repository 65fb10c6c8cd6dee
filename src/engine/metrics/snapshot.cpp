// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/snapshot.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::uint64_t TaskFigures::* kCounters[] = {&TaskFigures::polls, &TaskFigures::pollErrors, &TaskFigures::started,
    &TaskFigures::succeeded, &TaskFigures::failed, &TaskFigures::updateErrors, &TaskFigures::queueFull,
    &TaskFigures::handedBack, &TaskFigures::duplicates, &TaskFigures::cancelled, &TaskFigures::resultsJournaled,
    &TaskFigures::resultsReplayed, &TaskFigures::resultsDead, &TaskFigures::leasesExtended, &TaskFigures::leasesFailed,
    &TaskFigures::leasesLost};
constexpr LatencyCounts TaskFigures::* kLatencies[] = {&TaskFigures::execute, &TaskFigures::poll, &TaskFigures::update,
    &TaskFigures::scheduleToStart};
constexpr int TaskFigures::* kGauges[] = {&TaskFigures::active, &TaskFigures::slotsTotal, &TaskFigures::slotsUsed,
    &TaskFigures::pollsInFlight};

void add(TaskFigures& sum, const TaskFigures& figures)
{
    for (const auto counter : kCounters)
        sum.*counter += figures.*counter;
    for (const auto gauge : kGauges)
        sum.*gauge += figures.*gauge;
    for (const auto latency : kLatencies)
        sum.*latency = (sum.*latency).plus(figures.*latency);
    if (figures.queueDepth >= 0)
        sum.queueDepth = std::max(sum.queueDepth, 0.0) + figures.queueDepth;
}

}  // namespace

double TaskFigures::errorRate() const noexcept
{
    const std::uint64_t all = succeeded + failed;
    return all == 0 ? 0.0 : static_cast<double>(failed) / static_cast<double>(all);
}

TaskFigures TaskFigures::since(const TaskFigures& earlier) const
{
    TaskFigures result = *this;
    for (const auto counter : kCounters)
        result.*counter -= std::min(earlier.*counter, result.*counter);
    for (const auto latency : kLatencies)
        result.*latency = (this->*latency).since(earlier.*latency);
    return result;
}

const TaskFigures* MetricsSnapshot::task(std::string_view taskType) const noexcept
{
    const auto found = std::find_if(tasks.begin(), tasks.end(),
        [&](const TaskFigures& figures) { return figures.taskType == taskType; });
    return found == tasks.end() ? nullptr : &*found;
}

TaskFigures MetricsSnapshot::total() const
{
    TaskFigures sum;
    for (const TaskFigures& figures : tasks)
        add(sum, figures);
    return sum;
}

}  // namespace baton
