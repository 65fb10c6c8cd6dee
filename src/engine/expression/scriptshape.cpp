// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/scriptshape.h"

#include <algorithm>
#include <array>
#include <vector>

namespace baton {

namespace {

constexpr bool isWord(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= 0x80;
}

constexpr bool isSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

template <std::size_t Count>
bool isOneOf(std::string_view word, const std::array<std::string_view, Count>& words)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 8> kReachBuiltins {
    "prototype", "__proto__", "defineProperty", "defineProperties", "setPrototypeOf", "__defineGetter__", "__defineSetter__",
    "Reflect"};
constexpr std::array<std::string_view, 24> kBuiltins {
    "Object", "Array", "String", "Number", "Boolean", "Function", "Math", "JSON", "Date", "RegExp", "Error", "TypeError",
    "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError", "Map", "Set", "WeakMap", "WeakSet", "Symbol",
    "Promise", "globalThis"};
constexpr std::array<std::string_view, 13> kLeaveTraces {
    "this", "globalThis", "eval", "Function", "constructor", "RegExp", "match", "matchAll", "search", "replace", "replaceAll",
    "split", "Object"};
constexpr std::array<std::string_view, 15> kBeforePattern {
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "instanceof", "else", "do", "yield", "await",
    "default"};
// What starts a statement that `return (...)` would read as something else.
constexpr std::array<std::string_view, 4> kNoExpression {"function", "class", "let", "async"};

/// Walks over tokens, keeping the places where a statement outside of all brackets begins.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) { }
    ScriptShape scan();

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool skipComment();
    void skipQuoted(char quote);
    void skipTemplate();
    void skipPattern();
    void readSlash();
    void readWord();
    void readMark(char c);
    [[nodiscard]] bool patternMayFollow() const;
    void beginStatement() { m_begins.push_back(m_at); }
    void chooseTail();

    std::string_view m_text;
    std::size_t m_at = 0;
    ScriptShape m_shape;
    std::vector<char> m_open;                // brackets, and ` for a template's ${
    std::vector<std::size_t> m_begins;       // of statements outside of brackets
    std::size_t m_lastToken = 0;             // end of the last token that is no ;
    bool m_inFunction = false;               // the statement is a function's declaration
    bool m_lost = false;                     // a slash that may be either; no tail is trusted
    std::string_view m_word {};              // the token before, when it was a word
    char m_mark = ';';                       // or its last character
    std::string_view m_builtin {};           // a builtin's name two tokens back: Math.max = ...
};

bool Scanner::skipComment()
{
    if (peek() != '/' || (peek(1) != '/' && peek(1) != '*'))
        return false;
    const bool block = peek(1) == '*';
    const std::size_t end = block ? m_text.find("*/", m_at + 2) : m_text.find('\n', m_at);
    m_at = end == std::string_view::npos ? m_text.size() : end + (block ? 2U : 0U);
    return true;
}

void Scanner::skipQuoted(char quote)
{
    for (++m_at; m_at < m_text.size() && peek() != quote; ++m_at) {
        if (peek() == '\\')
            ++m_at;
    }
    ++m_at;
}

void Scanner::skipTemplate()
{
    for (; m_at < m_text.size() && peek() != '`'; ++m_at) {
        if (peek() == '\\') {
            ++m_at;
        } else if (peek() == '$' && peek(1) == '{') {
            m_at += 2;
            m_open.push_back('`');
            m_mark = '{';
            m_word = {};
            return;
        }
    }
    ++m_at;
    m_mark = '`';
    m_word = {};
}

void Scanner::skipPattern()
{
    m_shape.keepsState = true;
    m_shape.mayLeaveTraces = true;
    bool inClass = false;
    int depth = 0;
    for (++m_at; m_at < m_text.size() && peek() != '\n' && (inClass || peek() != '/'); ++m_at) {
        if (peek() == '(')
            m_shape.depth = std::max(m_shape.depth, ++depth);
        if (peek() == '\\')
            ++m_at;
        else if (peek() == '[')
            inClass = true;
        else if (peek() == ']')
            inClass = false;
    }
    ++m_at;
}

bool Scanner::patternMayFollow() const
{
    return m_word.empty() ? m_mark != ')' && m_mark != ']' && m_mark != '}' && m_mark != '"' && m_mark != '\'' && m_mark != '`'
                          : isOneOf(m_word, kBeforePattern);
}

void Scanner::readSlash()
{
    if (m_word.empty() && (m_mark == ')' || m_mark == '}'))
        m_lost = true;
    if (patternMayFollow()) {
        skipPattern();
        m_mark = '/';
        m_word = "pattern";   // what follows a pattern divides
        return;
    }
    ++m_at;
    m_mark = '/';
    m_word = {};
}

void Scanner::readWord()
{
    const std::size_t begin = m_at;
    while (isWord(peek()))
        ++m_at;
    const std::string_view word = m_text.substr(begin, m_at - begin);
    const bool isMember = m_mark == '.' && m_word.empty();
    m_shape.touchesBuiltins = m_shape.touchesBuiltins || isOneOf(word, kReachBuiltins);
    m_shape.usesGenerators = m_shape.usesGenerators || word == "yield";
    m_shape.mayLeaveTraces = m_shape.mayLeaveTraces || isOneOf(word, kLeaveTraces);
    m_builtin = !isMember && isOneOf(word, kBuiltins) ? word : isMember ? m_builtin : std::string_view();
    if (m_open.empty() && !m_begins.empty() && begin == m_begins.back())
        m_inFunction = word == "function";
    m_word = word;
    m_mark = word.back();
}

void Scanner::readMark(char c)
{
    const bool assigns = c == '=' && peek(1) != '=' && peek(1) != '>' && m_mark != '=' && m_mark != '!' && m_mark != '<'
        && m_mark != '>';
    const bool reads = !m_word.empty() || m_mark == ')' || m_mark == ']';
    if (assigns || (c == '[' && reads) || ((c == '+' || c == '-') && m_mark == c))
        m_shape.mayLeaveTraces = true;
    if (!m_builtin.empty() && (assigns || c == '['))
        m_shape.touchesBuiltins = true;
    if (c != '.')
        m_builtin = {};
    ++m_at;
    m_word = {};
    m_mark = c;
    if (c == '(' || c == '[' || c == '{') {
        m_open.push_back(c);
        m_shape.depth = std::max(m_shape.depth, static_cast<int>(m_open.size()));
    } else if (c == ')' || c == ']' || c == '}') {
        if (m_open.empty()) {
            m_lost = true;
            return;
        }
        const char opened = m_open.back();
        m_open.pop_back();
        if (opened == '`') {
            skipTemplate();
        } else if (c == '}' && m_open.empty() && m_inFunction) {
            m_inFunction = false;
            m_lastToken = m_at;
            beginStatement();
        }
    } else if (c == ';' && m_open.empty()) {
        m_inFunction = false;
        beginStatement();
    }
}

ScriptShape Scanner::scan()
{
    beginStatement();
    while (m_at < m_text.size()) {
        const char c = peek();
        const bool atBegin = m_open.empty() && m_at == m_begins.back();
        if (isSpace(c) || skipComment()) {
            if (isSpace(c))
                ++m_at;
            if (atBegin)
                m_begins.back() = m_at;
            continue;
        }
        if (isWord(c)) {
            readWord();
        } else if (c == '"' || c == '\'') {
            skipQuoted(c);
            m_word = {};
            m_mark = c;
        } else if (c == '`') {
            ++m_at;
            skipTemplate();
        } else if (c == '/') {
            readSlash();
        } else {
            readMark(c);
        }
        if (c != ';' || !m_open.empty())
            m_lastToken = std::min(m_at, m_text.size());
    }
    chooseTail();
    return m_shape;
}

void Scanner::chooseTail()
{
    if (m_lost || !m_open.empty())
        return;
    while (!m_begins.empty() && m_begins.back() >= m_lastToken)
        m_begins.pop_back();
    if (m_begins.empty())
        return;
    const std::size_t begin = m_begins.back();
    std::size_t end = begin;
    while (end < m_lastToken && isWord(m_text[end]))
        ++end;
    if (m_text[begin] == '{' || isOneOf(m_text.substr(begin, end - begin), kNoExpression))
        return;
    m_shape.hasTail = true;
    m_shape.tailBegin = begin;
    m_shape.tailEnd = m_lastToken;
}

}  // namespace

ScriptShape shapeOf(std::string_view script)
{
    return Scanner(script).scan();
}

}  // namespace baton
