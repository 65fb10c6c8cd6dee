// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace baton {

/// What a look at a jq program's tokens tells.
struct JqShape {
    std::string refusal;      // why the real server's jq would not take it; empty when nothing speaks against it
    bool repeats = false;     // may build something deep step by step
    std::size_t depth = 0;    // of brackets
};

[[nodiscard]] JqShape jqShapeOf(std::string_view program);

/// Definitions, in one line, to be put before every program: functions that the real server's jq lacks fail by name
/// (when they are called, as there), and assignments are bounded.
[[nodiscard]] const std::string& jqPrelude();

}  // namespace baton
