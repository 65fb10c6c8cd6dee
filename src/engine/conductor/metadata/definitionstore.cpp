// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/definitionstore.h"

namespace baton {

WorkflowDefPtr DefinitionStore::workflow(std::string_view name, std::optional<int> version) const
{
    const auto versions = m_workflows.find(name);
    if (versions == m_workflows.end())
        return nullptr;
    if (!version)
        return versions->second.rbegin()->second;
    const auto found = versions->second.find(*version);
    return found == versions->second.end() ? nullptr : found->second;
}

TaskDefPtr DefinitionStore::task(std::string_view name) const
{
    const auto found = m_tasks.find(name);
    return found == m_tasks.end() ? nullptr : found->second;
}

std::vector<WorkflowDefPtr> DefinitionStore::workflows(bool latestOnly) const
{
    std::vector<WorkflowDefPtr> all;
    for (const auto& [name, versions] : m_workflows) {
        if (latestOnly)
            all.push_back(versions.rbegin()->second);
        for (auto it = latestOnly ? versions.end() : versions.begin(); it != versions.end(); ++it)
            all.push_back(it->second);
    }
    return all;
}

std::vector<TaskDefPtr> DefinitionStore::tasks() const
{
    std::vector<TaskDefPtr> all;
    for (const auto& [name, definition] : m_tasks)
        all.push_back(definition);
    return all;
}

void DefinitionStore::put(WorkflowDefPtr definition)
{
    m_workflows[definition->name.str()][definition->version] = std::move(definition);
}

void DefinitionStore::put(TaskDefPtr definition)
{
    m_tasks[definition->name.str()] = std::move(definition);
}

bool DefinitionStore::removeWorkflow(std::string_view name, int version)
{
    const auto versions = m_workflows.find(name);
    if (versions == m_workflows.end() || versions->second.erase(version) == 0)
        return false;
    if (versions->second.empty())
        m_workflows.erase(versions);
    return true;
}

bool DefinitionStore::removeTask(std::string_view name)
{
    const auto found = m_tasks.find(name);
    if (found == m_tasks.end())
        return false;
    m_tasks.erase(found);
    return true;
}

}  // namespace baton
