// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/yamlscalar.h"

#include <charconv>
#include <limits>

namespace baton {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool isDecimal(std::string_view text)
{
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t whole = skipDigits(text, at) - at;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t end = skipDigits(text, at + 1);
        if (whole == 0 && end == at + 1)
            return false;
        at = end;
    } else if (whole == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t end = skipDigits(text, at);
        if (end == at)
            return false;
        at = end;
    }
    return at == text.size();
}

bool isInteger(std::string_view text)
{
    const std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return at < text.size() && skipDigits(text, at) == text.size();
}

Value integerFrom(std::string_view digits, int base)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return error == std::errc() && end == digits.data() + digits.size() ? Value(number) : Value();
}

Value decimalFrom(std::string_view text)
{
    if (text.front() == '+')
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range)
        return text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
            ? Value(0.0)
            : Value(text.front() == '-' ? -std::numeric_limits<double>::infinity()
                                        : std::numeric_limits<double>::infinity());
    return Value(number);
}

Value specialDecimal(std::string_view text)
{
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text.remove_prefix(1);
    if (text == ".inf" || text == ".Inf" || text == ".INF")
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!negative && (text == ".nan" || text == ".NaN" || text == ".NAN"))
        return std::numeric_limits<double>::quiet_NaN();
    return {};
}

}  // namespace

Value yamlPlainScalar(std::string_view text)
{
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return {};
    if (text == "true" || text == "True" || text == "TRUE")
        return true;
    if (text == "false" || text == "False" || text == "FALSE")
        return false;
    if (text.starts_with("0x") || text.starts_with("0o")) {
        const Value number = integerFrom(text.substr(2), text[1] == 'x' ? 16 : 8);
        // from_chars would take a sign after the prefix.
        return number.isNull() || text[2] == '-' ? Value(text) : number;
    }
    if (isInteger(text)) {
        const Value number = integerFrom(text.front() == '+' ? text.substr(1) : text, 10);
        return number.isNull() ? decimalFrom(text) : number;   // beyond 64 bits
    }
    if (isDecimal(text))
        return decimalFrom(text);
    const Value special = specialDecimal(text);
    return special.isNull() ? Value(text) : special;
}

}  // namespace baton
