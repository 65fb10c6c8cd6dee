// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/fixeddefinitions.h"

namespace baton {
namespace {

std::optional<std::string> found(const FixedEnvironment::Names& names, std::string_view name)
{
    const auto at = names.find(name);
    return at == names.end() ? std::nullopt : std::optional(at->second);
}

std::vector<std::string> namesOf(const FixedEnvironment::Names& names)
{
    std::vector<std::string> result;
    for (const auto& [name, value] : names)
        result.push_back(name);
    return result;
}

}  // namespace

FixedDefinitions::FixedDefinitions(const std::vector<WorkflowDefPtr>& workflows, const std::vector<TaskDefPtr>& tasks)
{
    for (const WorkflowDefPtr& workflow : workflows) {
        if (workflow)
            m_workflows[workflow->name.str()][workflow->version] = workflow;
    }
    for (const TaskDefPtr& task : tasks) {
        if (task)
            m_tasks[task->name.str()] = task;
    }
}

WorkflowDefPtr FixedDefinitions::workflow(std::string_view name, std::optional<int> version) const
{
    const auto versions = m_workflows.find(name);
    if (versions == m_workflows.end())
        return nullptr;
    if (!version)
        return versions->second.rbegin()->second;
    const auto at = versions->second.find(*version);
    return at == versions->second.end() ? nullptr : at->second;
}

TaskDefPtr FixedDefinitions::task(std::string_view name) const
{
    const auto at = m_tasks.find(name);
    return at == m_tasks.end() ? nullptr : at->second;
}

FixedEnvironment::FixedEnvironment(Names workflowEnvironment, Names secrets, Names systemVariables)
    : m_workflowEnvironment(std::move(workflowEnvironment))
    , m_secrets(std::move(secrets))
    , m_systemVariables(std::move(systemVariables))
{
}

std::optional<std::string> FixedEnvironment::workflowEnvironment(std::string_view name) const
{
    return found(m_workflowEnvironment, name);
}

std::optional<std::string> FixedEnvironment::systemVariable(std::string_view name) const
{
    return found(m_systemVariables, name);
}

std::optional<std::string> FixedEnvironment::secret(std::string_view name) const
{
    return found(m_secrets, name);
}

std::vector<std::string> FixedEnvironment::secretNames() const
{
    return namesOf(m_secrets);
}

std::vector<std::string> FixedEnvironment::workflowEnvironmentNames() const
{
    return namesOf(m_workflowEnvironment);
}

}  // namespace baton
