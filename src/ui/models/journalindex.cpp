// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/journalindex.h"

namespace baton::ui {

void JournalIndex::clear()
{
    m_journal = nullptr;
    m_entries.clear();
    m_tasks.clear();
    m_variableEvents.clear();
    m_start = 0;
}

void JournalIndex::extend(const Journal& journal)
{
    if (m_journal != &journal || journal.size() < m_entries.size())
        clear();
    m_journal = &journal;
    m_entries.reserve(journal.size());
    for (std::size_t i = m_entries.size(); i < journal.size(); ++i)
        take(journal.event(i));
}

void JournalIndex::take(const Event& event)
{
    if (m_entries.empty())
        m_start = event.at;
    if (event.kind == EventKind::VariablesSet || event.started)
        m_variableEvents.push_back(m_entries.size());
    if (event.slot == kNoTask) {
        m_entries.emplace_back();
        return;
    }
    Entry& task = m_tasks[{event.workflowId, event.slot}];
    if (event.task) {
        task = {event.task->referenceTaskName, event.task->taskType, event.task->retryCount, event.task->iteration};
    }
    m_entries.push_back(task);
}

}  // namespace baton::ui
