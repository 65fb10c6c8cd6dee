// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/metadata/definitionrules.h"

#include <map>

namespace baton {

/// The definitions an embedded Conductor knows, by name and version. Not thread-safe: whoever owns it locks.
class DefinitionStore final : public DefinitionSource {
public:
    using Versions = std::map<int, WorkflowDefPtr>;

    [[nodiscard]] WorkflowDefPtr workflow(std::string_view name, std::optional<int> version) const override;
    [[nodiscard]] TaskDefPtr task(std::string_view name) const override;

    /// By name, then version; or the greatest version of each.
    [[nodiscard]] std::vector<WorkflowDefPtr> workflows(bool latestOnly) const;
    [[nodiscard]] std::vector<TaskDefPtr> tasks() const;

    void put(WorkflowDefPtr definition);
    void put(TaskDefPtr definition);
    /// False when there is none such.
    bool removeWorkflow(std::string_view name, int version);
    bool removeTask(std::string_view name);

private:
    std::map<std::string, Versions, std::less<>> m_workflows;
    std::map<std::string, TaskDefPtr, std::less<>> m_tasks;
};

}  // namespace baton
