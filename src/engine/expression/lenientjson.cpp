// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/lenientjson.h"

#include "engine/expression/bigdecimal.h"
#include "engine/expression/pathcursor.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace baton {

namespace {

constexpr int kMaxDepth = 200;

class LenientParser {
public:
    explicit LenientParser(std::string_view text) : m_text(text) { }

    std::optional<Value> parse()
    {
        std::optional<Value> value = readValue(0);
        skipBlanks();
        return m_at == m_text.size() ? value : std::nullopt;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    std::optional<std::string> readQuoted();
    std::string_view readWord(std::string_view stops);
    std::optional<Value> readValue(int depth);
    std::optional<Value> readArray(int depth);
    std::optional<Value> readObject(int depth);

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::optional<std::string> LenientParser::readQuoted()
{
    PathCursor cursor(m_text);
    const std::size_t end = cursor.findUnescaped(m_at, peek());
    std::string text;
    if (end == PathCursor::kNone || !unescape(m_text.substr(m_at + 1, end - m_at - 1), text))
        return std::nullopt;
    m_at = end + 1;
    return text;
}

std::string_view LenientParser::readWord(std::string_view stops)
{
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find_first_of(stops, begin), m_text.size());
    std::string_view word = m_text.substr(begin, m_at - begin);
    while (word.ends_with(' ') || word.ends_with('\t') || word.ends_with('\n') || word.ends_with('\r'))
        word.remove_suffix(1);
    return word;
}

std::optional<Value> wordValue(std::string_view word)
{
    if (word == "null")
        return Value();
    if (word == "true" || word == "false")
        return Value(word == "true");
    if (word == "NaN")
        return Value(std::numeric_limits<double>::quiet_NaN());
    if (!BigDecimal::parse(word))
        return Value(word);
    if (word.starts_with('+'))
        word.remove_prefix(1);
    const char* const end = word.data() + word.size();
    std::int64_t integer = 0;
    if (const auto [stopped, error] = std::from_chars(word.data(), end, integer); error == std::errc() && stopped == end)
        return Value(integer);
    double decimal = 0;
    std::from_chars(word.data(), end, decimal);
    return Value(decimal);
}

std::optional<Value> LenientParser::readArray(int depth)
{
    std::vector<Value> items;
    while (!take(']')) {
        if (take(','))
            continue;
        std::optional<Value> item = readValue(depth + 1);
        if (!item)
            return std::nullopt;
        items.push_back(*std::move(item));
        skipBlanks();
        if (!take(',') && peek() != ']')
            return std::nullopt;
    }
    return Value::array(std::move(items));
}

std::optional<Value> LenientParser::readObject(int depth)
{
    ObjectBuilder made;
    while (!take('}')) {
        std::optional<std::string> name;
        if (peek() == '"' || peek() == '\'')
            name = readQuoted();
        else
            name = std::string(readWord(":,{}[]"));
        if (!name || !take(':'))
            return std::nullopt;
        std::optional<Value> value = readValue(depth + 1);
        if (!value)
            return std::nullopt;
        made.set(*name, *std::move(value));
        skipBlanks();
        if (!take(',') && peek() != '}')
            return std::nullopt;
    }
    return std::move(made).build();
}

std::optional<Value> LenientParser::readValue(int depth)
{
    if (depth > kMaxDepth)
        return std::nullopt;
    if (take('['))
        return readArray(depth);
    if (take('{'))
        return readObject(depth);
    if (peek() == '"' || peek() == '\'') {
        std::optional<std::string> text = readQuoted();
        return text ? std::optional<Value>(*std::move(text)) : std::nullopt;
    }
    const std::string_view word = readWord(depth == 0 ? "" : ",]}");
    return word.empty() ? std::nullopt : wordValue(word);
}

}  // namespace

std::optional<Value> parseLenientJson(std::string_view text)
{
    return LenientParser(text).parse();
}

}  // namespace baton
