// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/bigdecimal.h"

#include "engine/expression/javatext.h"

#include <charconv>
#include <cmath>

namespace baton {

namespace {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

std::optional<std::int32_t> parseExponent(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int32_t exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return exponent;
}

}  // namespace

std::optional<BigDecimal> BigDecimal::parse(std::string_view text)
{
    BigDecimal made;
    if (text.starts_with('-') || text.starts_with('+')) {
        made.m_negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool point = false;
    std::size_t at = 0;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !point)); ++at) {
        if (text[at] == '.') {
            point = true;
            continue;
        }
        made.m_digits += text[at];
        made.m_scale += point ? 1 : 0;
    }
    if (made.m_digits.empty())
        return std::nullopt;
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E')
            return std::nullopt;
        const std::optional<std::int32_t> exponent = parseExponent(text.substr(at + 1));
        if (!exponent)
            return std::nullopt;
        made.m_scale -= *exponent;
    }
    const std::size_t significant = made.m_digits.find_first_not_of('0');
    made.m_digits.erase(0, significant == std::string::npos ? made.m_digits.size() - 1 : significant);
    if (made.m_digits == "0")
        made.m_negative = false;
    return made;
}

std::optional<BigDecimal> BigDecimal::of(const Value& number)
{
    if (number.isInteger())
        return parse(std::to_string(number.asInteger()));
    if (!number.isDecimal() || !std::isfinite(number.asDecimal()))
        return std::nullopt;
    std::string text;
    appendJavaDouble(text, number.asDecimal());
    return parse(text);
}

std::string BigDecimal::text() const
{
    std::string out = m_negative ? "-" : "";
    const auto count = static_cast<std::int64_t>(m_digits.size());
    const std::int64_t exponent = count - 1 - m_scale;
    if (m_scale == 0)
        return out + m_digits;
    if (m_scale > 0 && exponent >= -6) {
        if (count > m_scale) {
            const auto whole = static_cast<std::size_t>(count - m_scale);
            return out + m_digits.substr(0, whole) + '.' + m_digits.substr(whole);
        }
        return out + "0." + std::string(static_cast<std::size_t>(m_scale - count), '0') + m_digits;
    }
    out += m_digits[0];
    if (count > 1)
        out += '.' + m_digits.substr(1);
    if (exponent != 0)
        out += (exponent > 0 ? "E+" : "E") + std::to_string(exponent);
    return out;
}

std::int32_t BigDecimal::asInt() const noexcept
{
    const std::int64_t whole = static_cast<std::int64_t>(m_digits.size()) - m_scale;
    std::uint32_t made = 0;
    for (std::int64_t i = 0; i < whole && i < 400; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const char digit = at < m_digits.size() ? m_digits[at] : '0';
        made = made * 10U + static_cast<std::uint32_t>(digit - '0');
    }
    return static_cast<std::int32_t>(m_negative ? 0U - made : made);
}

std::strong_ordering BigDecimal::compare(const BigDecimal& other) const noexcept
{
    const bool zero = m_digits == "0";
    const bool otherZero = other.m_digits == "0";
    if (zero || otherZero) {
        if (zero && otherZero)
            return std::strong_ordering::equal;
        return zero ? (other.m_negative ? std::strong_ordering::greater : std::strong_ordering::less)
                    : (m_negative ? std::strong_ordering::less : std::strong_ordering::greater);
    }
    if (m_negative != other.m_negative)
        return m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    std::strong_ordering order = (static_cast<std::int64_t>(m_digits.size()) - m_scale)
        <=> (static_cast<std::int64_t>(other.m_digits.size()) - other.m_scale);
    const std::size_t longest = std::max(m_digits.size(), other.m_digits.size());
    for (std::size_t i = 0; order == 0 && i < longest; ++i)
        order = (i < m_digits.size() ? m_digits[i] : '0') <=> (i < other.m_digits.size() ? other.m_digits[i] : '0');
    return m_negative ? 0 <=> order : order;
}

}  // namespace baton
