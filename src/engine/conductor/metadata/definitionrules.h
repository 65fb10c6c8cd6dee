// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/context.h"

#include <string>
#include <vector>

namespace baton {

/// What the rules for definitions may look at.
struct RuleContext {
    const DefinitionSource& definitions;      // input templates of registered tasks
    const EnvironmentSource& environment;     // ${HOME} is no task
    ScriptEvaluator* scripts = nullptr;       // none: scripts are not looked at
    const EngineSettings& settings;
};

/// Every rule of the real server that a definition breaks, with its words and its paths below `path`, such as
/// "registerWorkflowDef.arg0". Tasks inside loops are not looked at, as there.
void checkDefinition(const WorkflowDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations);
void checkDefinition(const TaskDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations);

/// What one task lacks for its type.
void checkTaskType(const WorkflowTask& task, const std::string& path, const RuleContext& context,
                   std::vector<Violation>& violations);
/// `${...}` in the input of top-level tasks that cannot be read or name no task.
void checkReferences(const WorkflowDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations);

/// InvalidArgument with all of them, or nothing when there are none.
[[nodiscard]] Status statusOf(std::vector<Violation> violations);
[[nodiscard]] Error violated(std::string path, std::string message);

}  // namespace baton
