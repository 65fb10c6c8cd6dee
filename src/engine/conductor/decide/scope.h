// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/definitionindex.h"
#include "engine/expression/template.h"
#include "engine/model/execution.h"

#include <deque>

namespace baton {

/// What `${...}` sees of one execution.
class ExecutionScope final : public ReferenceScope {
public:
    ExecutionScope(const Execution& execution, const DefinitionIndex& index, const EnvironmentSource& environment,
                   std::string_view taskId = {});

    [[nodiscard]] const Value* root(std::string_view name, std::string_view next) override;
    [[nodiscard]] std::optional<Value> environment(std::string_view name) override;
    [[nodiscard]] std::string_view taskId() const override { return m_taskId; }
    [[nodiscard]] Value document() override;

private:
    struct Made {
        Text name;
        Text next;
        Value value;
    };
    [[nodiscard]] const Value* workflow(std::string_view next);
    [[nodiscard]] const Value* keep(std::string_view name, std::string_view next, Value value);

    const Execution& m_execution;
    const DefinitionIndex& m_index;
    const EnvironmentSource& m_environment;
    std::string_view m_taskId;
    std::deque<Made> m_made;      // addresses stay
};

/// The newest attempt `${name...}` means: inside loops the one of the latest iteration that got there.
[[nodiscard]] const TaskRun* taskByName(const Execution& execution, const DefinitionIndex& index, std::string_view name);

/// A reference name as tasks of that iteration carry it; unchanged outside loops.
[[nodiscard]] Text iterated(const Text& referenceName, int iteration);
/// A task's reference name as the definition has it.
[[nodiscard]] std::string_view baseName(const TaskRun& task) noexcept;

}  // namespace baton
