// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace baton {

/// A place in the text of a path or filter. Looking outside the text is remembered as an overrun, which the parsers
/// turn into an error, so that they need not ask at every character.
class PathCursor {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    explicit PathCursor(std::string_view text) noexcept : m_text(text), m_size(text.size()) { }

    [[nodiscard]] char at(std::size_t index) const noexcept;
    [[nodiscard]] char current() const noexcept { return at(position); }
    [[nodiscard]] bool inBounds(std::size_t index) const noexcept { return index < m_size; }
    [[nodiscard]] bool inBounds() const noexcept { return inBounds(position); }
    /// True on the last character too: whatever stands there after a complete step is not looked at.
    [[nodiscard]] bool atTail() const noexcept { return position + 1 >= m_size; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] std::string_view part(std::size_t begin, std::size_t end) const noexcept;
    [[nodiscard]] bool overrun() const noexcept { return m_overrun; }

    void skipBlanks() noexcept;
    void trim() noexcept;                 // blanks at both ends
    void dropLast() noexcept { --m_size; }

    /// The first index after `start` that is no blank; size() when there is none.
    [[nodiscard]] std::size_t significantAfter(std::size_t start) const noexcept;
    [[nodiscard]] char nextSignificant(std::size_t start) const noexcept;   // ' ' when there is none
    [[nodiscard]] std::size_t find(std::size_t start, char wanted) const noexcept;
    [[nodiscard]] std::size_t findUnescaped(std::size_t start, char wanted) const noexcept;   // looks after start
    /// The index of the bracket that closes the one at `start`; strings and regular expressions between are skipped.
    [[nodiscard]] std::size_t closing(std::size_t start, char close, bool skipPatterns) const noexcept;

    std::size_t position = 0;

private:
    std::string_view m_text;
    std::size_t m_size;
    mutable bool m_overrun = false;
};

/// Backslash escapes undone, the way Java's library does it; false for a \u without four hexadecimal digits.
[[nodiscard]] bool unescape(std::string_view text, std::string& out);

}  // namespace baton
