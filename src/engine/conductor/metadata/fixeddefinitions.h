// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/context.h"

#include <map>
#include <string>
#include <vector>

namespace baton {

/// Definitions known beforehand: what a rehearsal, a replay or a test works with. Of two of one name and version the later
/// wins. Immutable once made; any thread.
class FixedDefinitions final : public DefinitionSource {
public:
    FixedDefinitions() = default;
    FixedDefinitions(const std::vector<WorkflowDefPtr>& workflows, const std::vector<TaskDefPtr>& tasks);

    [[nodiscard]] WorkflowDefPtr workflow(std::string_view name, std::optional<int> version) const override;
    [[nodiscard]] TaskDefPtr task(std::string_view name) const override;

private:
    std::map<std::string, std::map<int, WorkflowDefPtr>, std::less<>> m_workflows;
    std::map<std::string, TaskDefPtr, std::less<>> m_tasks;
};

/// An environment of given names and nothing of the machine's.
class FixedEnvironment final : public EnvironmentSource {
public:
    using Names = std::map<std::string, std::string, std::less<>>;
    FixedEnvironment() = default;
    explicit FixedEnvironment(Names workflowEnvironment, Names secrets = {}, Names systemVariables = {});

    [[nodiscard]] std::optional<std::string> workflowEnvironment(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> systemVariable(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> secret(std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> secretNames() const override;
    [[nodiscard]] std::vector<std::string> workflowEnvironmentNames() const override;

private:
    Names m_workflowEnvironment;
    Names m_secrets;
    Names m_systemVariables;
};

}  // namespace baton
