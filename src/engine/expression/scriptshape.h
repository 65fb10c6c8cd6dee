// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace baton {

/// What a look at a script's tokens tells, without parsing it. Never a judgement on whether it is valid.
struct ScriptShape {
    /// The script ends with a statement that may be an expression: text[tailBegin, tailEnd) may be put behind `return`.
    /// Whether it is an expression, the engine has to say.
    bool hasTail = false;
    std::size_t tailBegin = 0;
    std::size_t tailEnd = 0;
    bool keepsState = false;        // regular expression literals: an engine may hold one object for all runs
    bool touchesBuiltins = false;   // may change what all scripts share, such as Array.prototype
    bool mayLeaveTraces = false;    // on the global object or in RegExp.$1
    bool usesGenerators = false;
    int depth = 0;                  // of brackets
};

[[nodiscard]] ScriptShape shapeOf(std::string_view script);

}  // namespace baton
