// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/context.h"

#include <utility>
#include <vector>

namespace baton {

/// Embeds task definitions into a workflow definition, as an execution carries them. Remembers what it asked.
class Population {
public:
    explicit Population(const DefinitionSource& source) : m_source(source) { }

    /// The same definition when nothing was missing.
    [[nodiscard]] Result<WorkflowDefPtr> populate(const WorkflowDefPtr& definition);

    std::vector<std::pair<Text, TaskDefPtr>> tasks;
    std::vector<std::pair<Text, int>> versions;

private:
    Status populate(TaskList& list);
    Status populate(WorkflowTaskPtr& task);
    Status fixVersion(WorkflowTask& task);
    [[nodiscard]] TaskDefPtr definitionFor(const WorkflowTask& task);

    const DefinitionSource& m_source;
};

/// How a task of the given type is retried and timed when nothing is registered under its name.
[[nodiscard]] TaskDef adHocDefinition(const Text& name, std::string_view type);

}  // namespace baton
