// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/pollbook.h"

namespace baton {
namespace {

constexpr std::int64_t kFreshMs = 10'000;

}  // namespace

void PollBook::notePoll(const Text& taskType, const Text& domain, const Text& workerId, EpochMs now)
{
    m_polls[{taskType, domain}] = {taskType, domain, workerId, now};
}

bool PollBook::isPolled(std::string_view taskType, std::string_view domain, EpochMs now) const
{
    const auto found = m_polls.find({Text(taskType), Text(domain)});
    return found != m_polls.end() && now - found->second.lastPollTime < kFreshMs;
}

std::vector<PollData> PollBook::data(std::string_view taskType) const
{
    std::vector<PollData> result;
    for (const auto& [key, data] : m_polls) {
        if (taskType.empty() || key.first == taskType)
            result.push_back(data);
    }
    return result;
}

std::optional<EpochMs> PollBook::admit(const Text& taskDefName, int limit, int seconds, EpochMs now)
{
    if (limit <= 0 || seconds <= 0)
        return std::nullopt;
    std::deque<EpochMs>& handed = m_handed[taskDefName];
    const std::int64_t window = std::int64_t {seconds} * 1000;
    while (!handed.empty() && handed.front() + window <= now)
        handed.pop_front();
    if (handed.size() >= static_cast<std::size_t>(limit))
        return handed.front() + window;
    handed.push_back(now);
    return std::nullopt;
}

}  // namespace baton
