// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/runcontext.h"

namespace baton {
namespace {

constexpr std::size_t kMostEntries = 10;         // what the server keeps of one update
constexpr std::size_t kMostLines = 10'000;       // of one task between two deliveries: a runaway logger stays bounded

}  // namespace

RunContext::RunContext(const TaskView& view, std::shared_ptr<const Clock> clock, bool sideEffectsAllowed,
                       std::function<void()> onLine)
    : m_task(view.task)
    , m_workflowId(view.execution ? view.execution->workflowId : Text())
    , m_clock(std::move(clock))
    , m_sideEffects(sideEffectsAllowed)
    , m_onLine(std::move(onLine))
{
}

void RunContext::log(std::string line)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_lines.empty();
        if (m_lines.size() < kMostLines)
            m_lines.push_back({Text(line), m_clock->now()});
    }
    if (first && m_onLine)
        m_onLine();
}

std::vector<TaskLog> RunContext::takeLines()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_lines, {});
}

std::vector<TaskLog> gathered(std::vector<TaskLog> lines)
{
    if (lines.size() <= kMostEntries)
        return lines;
    std::vector<TaskLog> entries;
    for (std::size_t entry = 0; entry < kMostEntries; ++entry) {
        const std::size_t begin = lines.size() * entry / kMostEntries;
        const std::size_t end = lines.size() * (entry + 1) / kMostEntries;
        std::string text;
        for (std::size_t i = begin; i < end; ++i)
            text.append(i == begin ? "" : "\n").append(lines[i].log.view());
        entries.push_back({Text(text), lines[begin].createdTime});
    }
    return entries;
}

}  // namespace baton
