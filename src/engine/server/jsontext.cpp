// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/jsontext.h"

#include "engine/server/beans.h"
#include "engine/value/json.h"

#include <string>
#include <vector>

namespace baton {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordPart(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Walks one JSON value token by token, to find where it ends or what is wrong with it.
class Walk {
public:
    explicit Walk(std::string_view text) : m_text(text) { }

    // The length of the first value, with what precedes it; or the fault() is set.
    std::size_t run()
    {
        do {
            skipBlanks();
            step();
        } while (m_fault.empty() && !(m_open.empty() && m_expected == Expected::Nothing));
        return m_at;
    }
    [[nodiscard]] const std::string& fault() const noexcept { return m_fault; }

private:
    enum class Expected : std::uint8_t { Value, FirstItem, Name, FirstName, Colon, CommaOrEnd, Nothing };
    struct Open {
        char bracket;
        int line;
        int column;
    };

    void skipBlanks()
    {
        for (; m_at < m_text.size() && isBlank(m_text[m_at]); ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
        }
    }

    void step()
    {
        if (m_at >= m_text.size())
            return endOfInput();
        const char c = m_text[m_at];
        switch (m_expected) {
        case Expected::FirstItem:
            if (c == ']')
                return close();
            [[fallthrough]];
        case Expected::Value: return value(c);
        case Expected::FirstName:
            if (c == '}')
                return close();
            [[fallthrough]];
        case Expected::Name:
            if (c != '"')
                return unexpected("was expecting double-quote to start field name");
            return text(Expected::Colon, "in field name");
        case Expected::Colon:
            if (c != ':')
                return unexpected("was expecting a colon to separate field name and value");
            ++m_at;
            m_expected = Expected::Value;
            return;
        case Expected::CommaOrEnd: return afterItem(c);
        case Expected::Nothing: return;
        }
    }

    void afterItem(char c)
    {
        const bool inObject = m_open.back().bracket == '{';
        if (c == (inObject ? '}' : ']'))
            return close();
        if (c != ',')
            return unexpected(std::string("was expecting comma to separate ") + (inObject ? "Object" : "Array") + " entries");
        ++m_at;
        m_expected = inObject ? Expected::Name : Expected::Value;
    }

    void value(char c)
    {
        if (c == '{' || c == '[') {
            m_open.push_back({c, m_line, static_cast<int>(m_at - m_lineStart) + 1});
            ++m_at;
            m_expected = c == '{' ? Expected::FirstName : Expected::FirstItem;
        } else if (c == '"') {
            text(afterValue(), "in VALUE_STRING");
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            number();
        } else if (isWordPart(c)) {
            word();
        } else {
            unexpected("expected a value");
        }
    }

    void number()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNumberPart(m_text[m_at]))
            ++m_at;
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        const std::size_t first = digits.starts_with('-') ? 1 : 0;
        if (digits.size() > first + 1 && digits[first] == '0' && digits[first + 1] >= '0' && digits[first + 1] <= '9')
            m_fault = "Invalid numeric value: Leading zeroes not allowed";
        m_expected = afterValue();
    }

    void word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isWordPart(m_text[m_at]))
            ++m_at;
        const std::string_view found = m_text.substr(begin, m_at - begin);
        if (found != "true" && found != "false" && found != "null")
            m_fault = "Unrecognized token '" + std::string(found)
                + "': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        m_expected = afterValue();
    }

    void text(Expected then, std::string_view where)
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at)
            if (m_text[m_at] == '\\')
                ++m_at;
        if (m_at >= m_text.size()) {
            m_fault = "Unexpected end-of-input " + std::string(where);
            return;
        }
        ++m_at;
        m_expected = then;
    }

    void close()
    {
        m_open.pop_back();
        ++m_at;
        m_expected = afterValue();
    }

    void endOfInput()
    {
        if (m_open.empty()) {
            m_fault = "No content to map due to end-of-input";
        } else if (m_expected == Expected::Value && m_open.back().bracket == '{') {
            m_fault = "Unexpected end-of-input within/between Object entries";
        } else {
            const Open& open = m_open.back();
            m_fault = std::string("Unexpected end-of-input: expected close marker for ") + (open.bracket == '{' ? "Object" : "Array")
                + " (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: "
                + std::to_string(open.line) + ", column: " + std::to_string(open.column) + "])";
        }
    }

    void unexpected(std::string_view expected)
    {
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(m_text[m_at]));
        m_fault = "Unexpected character ('" + std::string(1, m_text[m_at]) + "' (code " + std::to_string(code) + ")): " + std::string(expected);
    }

    [[nodiscard]] Expected afterValue() const { return m_open.empty() ? Expected::Nothing : Expected::CommaOrEnd; }

    std::string_view m_text;
    std::vector<Open> m_open;
    std::string m_fault;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
    Expected m_expected = Expected::Value;
};

// An array for a bean is refused before anything is read of it.
std::optional<Value> firstTokenOnly(std::string_view text, std::string_view type)
{
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos)
        return std::nullopt;
    const bool wantsArray = type.starts_with("List") || type.starts_with("Set");
    if (text[at] == '[' && !wantsArray)
        return Value::array();
    if (text[at] == '{' && wantsArray)
        return Value::object();
    return std::nullopt;
}

}  // namespace

Result<Value> jsonFromText(std::string_view text, std::string_view type)
{
    Result<Value> whole = parseJson(text);
    if (whole)
        return whole;
    if (std::optional<Value> first = firstTokenOnly(text, type))
        return *std::move(first);
    Walk walk(text);
    const std::size_t length = walk.run();
    if (!walk.fault().empty())
        return Error {ErrorCode::Internal, "JSON parse error: " + walk.fault()};
    Result<Value> first = parseJson(text.substr(0, length));
    if (!first)
        return Error {ErrorCode::Internal, "JSON parse error: " + first.error().message};
    return first;
}

}  // namespace baton
