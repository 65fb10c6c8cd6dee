// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"
#include "ui/definitions/schema.h"

#include <functional>
#include <string_view>

namespace baton::ui {

/// What is known beside the text: for references.
struct CompletionFacts {
    WorkflowDefPtr definition;           // as it last could be read; may be null
    /// The names of a task type's outputs; empty when unknown. May be null.
    std::function<std::vector<std::string>(std::string_view taskType)> outputs;
};

struct Completions {
    std::size_t wordStart = 0;           // what is replaced: from here to the cursor, in bytes
    std::string after;                   // what is put behind the choice: "}", "\": "
    std::vector<std::string> choices;    // sorted by use: what fits first
};

/// What may stand at the cursor: member names by the schema (those not yet there), values by the schema, references of
/// this definition inside "${". Empty when nothing is known. The choices begin with what is typed, in any case.
[[nodiscard]] Completions completionsAt(std::string_view text, std::size_t offset, const Schema& schema, const CompletionFacts& facts);

}  // namespace baton::ui
