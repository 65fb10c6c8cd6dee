// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/javatext.h"

#include "engine/expression/template.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace baton {

namespace {

struct Scientific {
    std::string digits;   // without point
    int exponent = 0;     // of the first digit
};

Scientific parseScientific(std::string_view text)
{
    Scientific made;
    const std::size_t e = text.find('e');
    for (const char c : text.substr(0, e)) {
        if (c != '.')
            made.digits += c;
    }
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), made.exponent);
    return made;
}

// Java takes the nearest among the shortest texts, but never looks below two digits: 4.9E-324, not 5.0E-324.
Scientific shortest(double magnitude)
{
    std::array<char, 64> buffer {};
    char* const end = buffer.data() + buffer.size();
    std::to_chars_result wrote = std::to_chars(buffer.data(), end, magnitude, std::chars_format::scientific);
    Scientific made = parseScientific({buffer.data(), wrote.ptr});
    if (made.digits.size() == 1) {
        wrote = std::to_chars(buffer.data(), end, magnitude, std::chars_format::scientific, 1);
        made = parseScientific({buffer.data(), wrote.ptr});
        if (made.digits.ends_with('0'))
            made.digits.pop_back();
    }
    return made;
}

void appendPlain(std::string& out, const Scientific& number)
{
    const int count = static_cast<int>(number.digits.size());
    const int whole = number.exponent + 1;
    if (whole <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-whole), '0');
        out += number.digits;
        return;
    }
    for (int i = 0; i < whole || i < count; ++i) {
        if (i == whole)
            out += '.';
        out += i < count ? number.digits[static_cast<std::size_t>(i)] : '0';
    }
    if (count <= whole)
        out += ".0";
}

void appendMap(std::string& out, const Value& value)
{
    out += '{';
    bool first = true;
    for (const Member& member : value.members()) {
        if (!first)
            out += ", ";
        first = false;
        out += member.key.view();
        out += '=';
        appendJavaText(out, member.value);
    }
    out += '}';
}

void appendList(std::string& out, const Value& value)
{
    out += '[';
    bool first = true;
    for (const Value& item : value.items()) {
        if (!first)
            out += ", ";
        first = false;
        appendJavaText(out, item);
    }
    out += ']';
}

// \u and four hexadecimal digits.
void appendUnit(std::string& out, unsigned unit)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U})
        out += kDigits[(unit >> shift) & 0xFU];
}

void appendQuoted(std::string& out, std::string_view text)
{
    constexpr std::string_view kPlain = "\"\\/\b\f\n\r\t";
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    out += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
        const unsigned first = byte(i);
        if (const std::size_t letter = kPlain.find(text[i]); letter != std::string_view::npos) {
            out += '\\';
            out += kLetters[letter];
        } else if (first < 0x20 || first == 0x7F) {
            appendUnit(out, first);
        } else if (first == 0xC2 && byte(i + 1) < 0xA0) {
            appendUnit(out, byte(++i));
        } else if (first == 0xE2 && byte(i + 1) < 0x84) {
            appendUnit(out, 0x2000U + ((byte(i + 1) & 0x3FU) << 6U) + (byte(i + 2) & 0x3FU));
            i += 2;
        } else {
            out += text[i];
        }
    }
    out += '"';
}

}  // namespace

void appendJavaText(std::string& out, const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        out += "null";
        break;
    case Value::Type::Bool:
        out += value.asBool() ? "true" : "false";
        break;
    case Value::Type::Integer:
        out += std::to_string(value.asInteger());
        break;
    case Value::Type::Decimal:
        appendJavaDouble(out, value.asDecimal());
        break;
    case Value::Type::Text:
        out += value.asText();
        break;
    case Value::Type::Array:
        appendList(out, value);
        break;
    case Value::Type::Object:
        appendMap(out, value);
        break;
    }
}

void appendJavaDouble(std::string& out, double value)
{
    if (std::isnan(value)) {
        out += "NaN";
        return;
    }
    if (std::signbit(value))
        out += '-';
    const double magnitude = std::fabs(value);
    if (std::isinf(magnitude)) {
        out += "Infinity";
        return;
    }
    if (!(magnitude > 0)) {
        out += "0.0";
        return;
    }
    const Scientific number = shortest(magnitude);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
        appendPlain(out, number);
        return;
    }
    out += number.digits[0];
    out += '.';
    out += number.digits.size() > 1 ? std::string_view(number.digits).substr(1) : std::string_view("0");
    out += 'E';
    out += std::to_string(number.exponent);
}

void appendFindings(std::string& out, const Value& value)
{
    if (value.isText()) {
        appendQuoted(out, value.asText());
    } else if (value.isArray()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0)
                out += ',';
            appendFindings(out, value.at(i));
        }
        out += ']';
    } else if (value.isObject()) {
        out += '{';
        for (const Member& member : value.members()) {
            if (out.back() != '{')
                out += ',';
            appendQuoted(out, member.key.view());
            out += ':';
            appendFindings(out, member.value);
        }
        out += '}';
    } else {
        appendJavaText(out, value);
    }
}

std::string javaText(const Value& value)
{
    std::string out;
    appendJavaText(out, value);
    return out;
}

}  // namespace baton
