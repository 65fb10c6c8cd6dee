// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/jsonfault.h"

#include <string>
#include <utility>

namespace baton {
namespace {

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

}  // namespace

void JsonFaultFinder::feed(std::string_view sound)
{
    for (const char byte : sound) {
        if (m_inText)
            feedText(byte);
        else
            feedPlain(byte);
        m_previous = byte;
        if (byte == '\n') {
            ++m_line;
            m_column = 1;
        } else if (!continuesCharacter(byte)) {
            ++m_column;
        }
    }
}

void JsonFaultFinder::feedText(char byte)
{
    if (!m_escaped && byte == '"') {
        m_inText = false;
        m_significant = '"';
    }
    m_escaped = !m_escaped && byte == '\\';
}

void JsonFaultFinder::feedPlain(char byte)
{
    if (isBlank(byte))
        return;
    if (byte == '"') {
        m_inText = true;
        m_isName = !m_open.empty() && m_open.back().bracket == '{' && (m_significant == '{' || m_significant == ',');
    } else if (byte == '{' || byte == '[') {
        m_open.push_back({byte, m_line});
    } else if ((byte == '}' || byte == ']') && !m_open.empty()) {
        m_open.pop_back();
    }
    m_significant = byte;
}

Error JsonFaultFinder::error(std::string message, std::string hint) const
{
    return {.code = ErrorCode::ParseError, .message = std::move(message), .line = m_line, .column = m_column,
            .hint = std::move(hint)};
}

Error JsonFaultFinder::explain(JsonFault fault, std::string_view rest, int maxDepth) const
{
    switch (fault) {
    case JsonFault::Syntax: return syntax(rest);
    case JsonFault::Incomplete: return ending();
    case JsonFault::Extra: return error("text after the end of the document", "a document is one value");
    case JsonFault::TooDeep: return error("nested deeper than " + std::to_string(maxDepth));
    case JsonFault::NumberTooLarge: return error("a number beyond the range of a decimal, which ends at 1.8e308");
    case JsonFault::BadHexDigits: return error("expected four hexadecimal digits after \\u");
    case JsonFault::BadSurrogate:
        return error("half a surrogate pair", "a character beyond U+FFFF is written as two \\u escapes");
    }
    return syntax(rest);
}

Error JsonFaultFinder::ending() const
{
    if (m_inText)
        return error("the document ends inside a text", "a text ends with \"");
    if (m_significant == '\0')
        return error("expected a value, but the document is empty");
    if (m_open.empty())
        return error("the document ends inside a value");
    const bool object = m_open.back().bracket == '{';
    return error("the document ends inside " + std::string(object ? "an object" : "an array"),
                 std::string(object ? "the { of line " : "the [ of line ") + std::to_string(m_open.back().line)
                     + " is never closed");
}

Error JsonFaultFinder::insideText(unsigned char refused) const
{
    if (m_escaped)
        return error("an unknown escape in a text", "the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX");
    if (refused == '\n' || refused == '\r')
        return error("a line break inside a text", "write it as \\n, or end the text with \"");
    if (refused < 0x20)
        return error("a control character inside a text", "write it as an escape, such as \\t or \\u0001");
    if (refused >= 0x80)
        return error("invalid UTF-8", "save the document as UTF-8");
    return error("half a surrogate pair", "a character beyond U+FFFF is written as two \\u escapes");
}

std::string_view JsonFaultFinder::expected() const
{
    const bool inObject = !m_open.empty() && m_open.back().bracket == '{';
    switch (m_significant) {
    case '\0':
    case ':': return "expected a value";
    case '[': return "expected a value or ']'";
    case '{': return "expected a name in double quotes or '}'";
    case ',': return inObject ? "expected a name in double quotes" : "expected a value";
    case '"':
        if (m_isName)
            return "expected ':' after the name";
        break;
    default: break;
    }
    if (m_open.empty())
        return "text after the end of the document";
    return inObject ? "expected ',' or '}'" : "expected ',' or ']'";
}

Error JsonFaultFinder::syntax(std::string_view rest) const
{
    if (rest.empty())
        return ending();
    const char refused = rest.front();
    if (m_inText)
        return insideText(static_cast<unsigned char>(refused));
    const std::string_view numberEnds = ".eE+-";
    if (m_previous != '\0' && numberEnds.find(m_previous) != std::string_view::npos)
        return error("expected a digit");
    if (isDigit(m_previous) && isDigit(refused))
        return error("a number with a zero before its digits", "drop the zero");

    std::string hint;
    if (refused == '\'')
        hint = "texts and names are written in double quotes";
    else if (refused == '/' || refused == '#')
        hint = "JSON has no comments";
    else if (m_significant == ',' && (refused == ']' || refused == '}'))
        hint = "drop the comma before it";
    else if (rest.starts_with("NaN") || rest.starts_with("Infinity") || rest.starts_with("-Infinity"))
        hint = "JSON has no such number";
    else if (rest.starts_with("True") || rest.starts_with("False") || rest.starts_with("None"))
        hint = "JSON writes true, false and null in small letters";
    return error(std::string(expected()), std::move(hint));
}

}  // namespace baton
