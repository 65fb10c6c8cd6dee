// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/path.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baton::ui {

/// Where a cursor stands in JSON text that may be unfinished or wrong. Offsets are bytes.
struct JsonPlace {
    enum class Spot : std::uint8_t { Outside, Name, Value };
    Spot spot = Spot::Outside;
    Path path;                       // of the value the cursor is in or before; of the object when it is in a name
    std::size_t wordStart = 0;       // where the word under way begins, after its quote
    bool inText = false;             // inside quotes
    std::size_t openedAt = 0;        // the bracket of the innermost object or list
};
[[nodiscard]] JsonPlace placeIn(std::string_view text, std::size_t offset);

/// The member names of the object that opens there, as far as they can be read.
[[nodiscard]] std::vector<std::string> namesIn(std::string_view text, std::size_t openedAt);

/// Where the value of that path begins; none when it is not there.
[[nodiscard]] std::optional<std::size_t> offsetOf(std::string_view text, const Path& path);

/// The taskReferenceName of the innermost task around that path; empty when it is in none.
[[nodiscard]] std::string taskAround(const Value& definition, const Path& path);
/// Where in the definition that task stands; none when there is none such.
[[nodiscard]] std::optional<Path> pathOfTask(const Value& definition, std::string_view referenceName);

}  // namespace baton::ui
