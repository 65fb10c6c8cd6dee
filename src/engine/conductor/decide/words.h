// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/text.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace baton {

/// One text of many pieces.
[[nodiscard]] inline std::string joined(std::initializer_list<std::string_view> pieces)
{
    std::size_t size = 0;
    for (const std::string_view piece : pieces)
        size += piece.size();
    std::string made;
    made.reserve(size);
    for (const std::string_view piece : pieces)
        made += piece;
    return made;
}

/// An unset text as the real server prints it inside its messages.
[[nodiscard]] inline std::string_view orNullWord(const Text& text) noexcept
{
    return text.empty() ? std::string_view("null") : text.view();
}

[[nodiscard]] inline bool isBlank(std::string_view text) noexcept
{
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace baton
