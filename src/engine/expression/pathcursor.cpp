// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/pathcursor.h"

#include <charconv>
#include <cstdint>

namespace baton {

char PathCursor::at(std::size_t index) const noexcept
{
    if (index < m_text.size())
        return m_text[index];
    m_overrun = true;
    return '\0';
}

std::string_view PathCursor::part(std::size_t begin, std::size_t end) const noexcept
{
    if (begin > end || end > m_text.size()) {
        m_overrun = true;
        return {};
    }
    return m_text.substr(begin, end - begin);
}

void PathCursor::skipBlanks() noexcept
{
    while (inBounds() && !atTail() && current() == ' ')
        ++position;
}

void PathCursor::trim() noexcept
{
    skipBlanks();
    while (inBounds() && !atTail() && m_text[m_size - 1] == ' ')
        --m_size;
}

std::size_t PathCursor::significantAfter(std::size_t start) const noexcept
{
    std::size_t index = start + 1;
    while (inBounds(index) && m_text[index] == ' ')
        ++index;
    return index;
}

char PathCursor::nextSignificant(std::size_t start) const noexcept
{
    const std::size_t index = significantAfter(start);
    return inBounds(index) ? m_text[index] : ' ';
}

std::size_t PathCursor::find(std::size_t start, char wanted) const noexcept
{
    for (std::size_t i = start; inBounds(i); ++i) {
        if (m_text[i] == wanted)
            return i;
    }
    return kNone;
}

std::size_t PathCursor::findUnescaped(std::size_t start, char wanted) const noexcept
{
    bool escaped = false;
    for (std::size_t i = start + 1; inBounds(i); ++i) {
        if (escaped)
            escaped = false;
        else if (m_text[i] == '\\')
            escaped = true;
        else if (m_text[i] == wanted)
            return i;
    }
    return kNone;
}

std::size_t PathCursor::closing(std::size_t start, char close, bool skipPatterns) const noexcept
{
    const char open = at(start);
    int opened = 1;
    for (std::size_t i = start + 1; inBounds(i); ++i) {
        if (const char quote = at(i); quote == '\'' || quote == '"') {
            i = findUnescaped(i, quote);
            if (i++ == kNone)
                return kNone;
        }
        if (skipPatterns && at(i) == '/') {
            i = findUnescaped(i, '/');
            if (i++ == kNone)
                return kNone;
        }
        if (at(i) == open)
            ++opened;
        if (at(i) == close && --opened == 0)
            return i;
    }
    return kNone;
}

namespace {

void appendUtf8(std::string& out, std::uint32_t code)
{
    const auto byte = [&out](std::uint32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

bool readHex(std::string_view text, std::size_t at, std::uint32_t& code)
{
    if (at + 4 > text.size())
        return false;
    const char* const end = text.data() + at + 4;
    const auto [stopped, error] = std::from_chars(text.data() + at, end, code, 16);
    return error == std::errc() && stopped == end;
}

// At the four digits of \uXXXX; leaves `at` on the last of them, or of the second half of a pair.
bool appendUnicode(std::string_view text, std::size_t& at, std::string& out)
{
    std::uint32_t code = 0;
    if (!readHex(text, at, code))
        return false;
    at += 3;
    std::uint32_t low = 0;
    if (code >= 0xD800 && code < 0xDC00 && text.substr(at + 1, 2) == "\\u" && readHex(text, at + 3, low) && low >= 0xDC00
        && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        at += 6;
    }
    appendUtf8(out, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    return true;
}

}  // namespace

bool unescape(std::string_view text, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        if (text[i] == 'u') {
            if (i + 4 >= text.size())
                return true;   // a broken off escape is dropped
            ++i;
            if (!appendUnicode(text, i, out))
                return false;
            continue;
        }
        constexpr std::string_view kLetters = "rftnb";
        constexpr std::string_view kMeant = "\r\f\t\n\b";
        const std::size_t letter = kLetters.find(text[i]);
        out += letter == std::string_view::npos ? text[i] : kMeant[letter];
    }
    return true;
}

}  // namespace baton
