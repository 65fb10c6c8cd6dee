// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/provenance.h"
#include "engine/model/workflowdef.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace baton {

/// One ${...} of a definition, taken apart.
struct ReferencePart {
    Path where;                      // in the parameters
    std::string expression;
    bool isWhole = false;            // the whole value, not a piece of a text
    std::string task;                // reference name; empty: the workflow
    std::optional<ValuePlace> place; // none: something of the engine's own, such as an id
    Path path;                       // inside the place
    bool isExact = true;             // false: a wildcard or a filter begins where path ends
};

/// Takes apart what definitions refer to; each parameter object once.
class ReferenceParts {
public:
    [[nodiscard]] const std::vector<ReferencePart>& of(const Value& parameters);

private:
    struct Known {
        Value parameters;            // keeps the node alive, so that its address stays its own
        std::vector<ReferencePart> parts;
    };
    std::unordered_map<const void*, Known> m_known;
    std::vector<ReferencePart> m_last;
};

[[nodiscard]] bool isPrefix(const Path& prefix, const Path& path);
[[nodiscard]] Path behind(const Path& path, std::size_t steps);
[[nodiscard]] Path joined(Path first, const Path& second);
[[nodiscard]] Path step(std::string_view name);

/// The members of its input a script names: "$.income" and "$['income']". jq: ".income".
[[nodiscard]] std::vector<std::string> inputsNamedBy(std::string_view script, bool isJq);

}  // namespace baton
