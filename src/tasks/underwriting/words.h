// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace baton::tasks {

/// The spellings of an enum whose values count from 0.
template <typename Enum, std::size_t Size>
struct Words {
    std::array<std::string_view, Size> spellings;

    [[nodiscard]] constexpr std::string_view text(Enum value) const noexcept
    {
        const auto index = static_cast<std::size_t>(value);
        return index < Size ? spellings[index] : std::string_view();
    }
    [[nodiscard]] constexpr std::optional<Enum> from(std::string_view text) const noexcept
    {
        for (std::size_t i = 0; i < Size; ++i) {
            if (spellings[i] == text)
                return static_cast<Enum>(i);
        }
        return std::nullopt;
    }
};

}  // namespace baton::tasks
