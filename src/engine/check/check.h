// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/workflowdef.h"

#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Error: the server refuses it, or it can never run. Warning: the server drops or misreads it silently. Note: worth knowing.
enum class Severity : std::uint8_t { Error, Warning, Note };

[[nodiscard]] std::string_view toText(Severity severity) noexcept;

/// One thing to know about a definition: where (source, line, field), what (message) and the way out (hint).
struct Finding {
    Severity severity = Severity::Note;
    std::string code;      // stable, such as "duplicate-reference"
    Error what;
};

/// Every finding about one definition, errors first, then in the author's order. `knownWorkflows` are names that sub-workflows
/// and failure workflows may mean. Never fails: any definition that could be read can be checked.
[[nodiscard]] std::vector<Finding> checkWorkflow(const WorkflowDef& definition, const std::vector<Text>& knownWorkflows = {});

/// Reads a definition's text and checks it; lines are filled in. The Error is for text that is no definition at all.
struct CheckedDefinition {
    WorkflowDefPtr definition;
    std::vector<Finding> findings;
};
[[nodiscard]] Result<CheckedDefinition> checkText(std::string_view json, const std::string& source,
                                                  const std::vector<Text>& knownWorkflows = {});

}  // namespace baton
