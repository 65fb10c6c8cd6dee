// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace baton::ui {

struct DiffLine {
    enum class Kind : std::uint8_t { Same, Removed, Added };
    Kind kind = Kind::Same;
    int before = 0;                // line number, 1-based; 0 when it is only in the other text
    int after = 0;
    std::string_view text;         // into the text it comes from
    bool operator==(const DiffLine&) const = default;
};

/// Both texts line by line: what stays, goes and comes (Myers' O(ND); beyond `maxEdits` the middle is replaced whole).
[[nodiscard]] std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after, int maxEdits = 1000);

/// Only what changed, with `context` lines around; a line of kind Same with both numbers 0 stands for what is left out.
[[nodiscard]] std::vector<DiffLine> hunksOf(const std::vector<DiffLine>& lines, int context = 3);

}  // namespace baton::ui
