// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/replay/cellvalue.h"

#include <algorithm>
#include <charconv>

namespace baton {

namespace {

/// The length of the UTF-8 sequence at `at`, 0 when it is none (overlong forms and surrogates count as none).
std::size_t sequenceAt(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return 0;
    const unsigned second = byte(at + 1);
    const bool odd = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90)
        || (first == 0xF4 && second > 0x8F);
    return odd ? 0 : length;
}

}  // namespace

Value cellValue(std::string_view cell)
{
    while (!cell.empty() && cell.front() == ' ')
        cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ')
        cell.remove_suffix(1);
    if (cell.empty() || cell == "NA")
        return {};
    const char* const end = cell.data() + cell.size();
    std::int64_t integer = 0;
    if (const auto [stop, fault] = std::from_chars(cell.data(), end, integer); stop == end && fault == std::errc {})
        return integer;
    double decimal = 0;
    const bool numeric = (cell.front() >= '0' && cell.front() <= '9') || cell.front() == '-' || cell.front() == '.';
    if (const auto [stop, fault] = std::from_chars(cell.data(), end, decimal); numeric && stop == end && fault == std::errc {})
        return decimal;
    return Value(cell);
}

int firstLineNotUtf8(std::string_view text) noexcept
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto length = sequenceAt(text, at);
        if (length == 0)
            return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        at += length;
    }
    return 0;
}

}  // namespace baton
