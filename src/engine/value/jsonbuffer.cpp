// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/jsonbuffer.h"

#include <charconv>
#include <cmath>

namespace baton {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kTops = 0x8080808080808080ULL;

// Whether any of eight bytes needs a closer look: a control character, a quote, a backslash or beyond ASCII.
bool needsLook(const char* at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t quote = word ^ (kOnes * '"');
    const std::uint64_t backslash = word ^ (kOnes * '\\');
    return ((word | (word - kOnes * 0x20) | (quote - kOnes) | (backslash - kOnes)) & kTops) != 0;
}

bool isPlain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

// The length of the well-formed UTF-8 sequence beyond ASCII that begins here; 0 when there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto within = [&byte](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
    const auto tail = [&within](std::size_t i) { return within(i, 0x80, 0xbf); };
    const unsigned lead = byte(0);
    if (lead >= 0xc2 && lead <= 0xdf)
        return tail(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef)
        return within(1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf) && tail(2) ? 3 : 0;
    if (lead >= 0xf0 && lead <= 0xf4)
        return within(1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf) && tail(2) && tail(3) ? 4 : 0;
    return 0;
}

// How many bytes from here on can be written as they are.
std::size_t plainLength(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + 8 <= text.size() && !needsLook(text.data() + at)) {
            at += 8;
        } else if (isPlain(static_cast<unsigned char>(text[at]))) {
            ++at;
        } else {
            const std::size_t sequence = sequenceLength(text.substr(at));
            if (sequence == 0)
                break;
            at += sequence;
        }
    }
    return at;
}

}  // namespace

void JsonBuffer::flush()
{
    m_out.append(m_block.data(), m_used);
    m_used = 0;
}

char* JsonBuffer::room(std::size_t size)
{
    if (m_block.size() - m_used < size)
        flush();
    return m_block.data() + m_used;
}

void JsonBuffer::integer(std::int64_t value)
{
    constexpr std::size_t kLongest = 20;
    char* const at = room(kLongest);
    m_used += static_cast<std::size_t>(std::to_chars(at, at + kLongest, value).ptr - at);
}

void JsonBuffer::decimal(double value)
{
    if (!std::isfinite(value)) {
        raw("null");
        return;
    }
    constexpr std::size_t kLongest = 40;
    constexpr double kLeastFixed = 1e-4;
    constexpr double kLeastScientific = 1e16;
    const double size = std::abs(value);
    const bool fixed = (size >= kLeastFixed && size < kLeastScientific) || !(size > 0);
    char* const at = room(kLongest);
    const auto format = fixed ? std::chars_format::fixed : std::chars_format::scientific;
    const char* const end = std::to_chars(at, at + kLongest, value, format).ptr;
    const auto length = static_cast<std::size_t>(end - at);
    m_used += length;
    if (fixed && std::memchr(at, '.', length) == nullptr)
        raw(".0");
}

void JsonBuffer::escape(unsigned char byte)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (byte) {
    case '"': raw("\\\""); return;
    case '\\': raw("\\\\"); return;
    case '\b': raw("\\b"); return;
    case '\f': raw("\\f"); return;
    case '\n': raw("\\n"); return;
    case '\r': raw("\\r"); return;
    case '\t': raw("\\t"); return;
    default: break;
    }
    if (byte >= 0x20) {
        raw("\xef\xbf\xbd");   // what is left is invalid UTF-8
        return;
    }
    raw("\\u00");
    raw(kDigits[byte >> 4]);
    raw(kDigits[byte & 0x0fU]);
}

void JsonBuffer::quoted(std::string_view text)
{
    raw('"');
    for (;;) {
        const std::size_t plain = plainLength(text);
        raw(text.substr(0, plain));
        if (plain == text.size())
            break;
        escape(static_cast<unsigned char>(text[plain]));
        text.remove_prefix(plain + 1);
    }
    raw('"');
}

void JsonBuffer::blanks(std::size_t count)
{
    for (; count > 0; --count)
        raw(' ');
}

}  // namespace baton
