// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpathplan.h"
#include "engine/expression/lenientjson.h"
#include "engine/expression/pathcursor.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace baton::jsonpath {

namespace {

constexpr std::size_t kMaxTokens = 1000;

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isWhitespace(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Function functionNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Function>, 13> kNames {{
        {"avg", Function::Average}, {"stddev", Function::Deviation}, {"sum", Function::Sum}, {"min", Function::Minimum},
        {"max", Function::Maximum}, {"concat", Function::Concatenate}, {"length", Function::Length},
        {"size", Function::Length}, {"append", Function::Append}, {"keys", Function::Keys}, {"first", Function::First},
        {"last", Function::Last}, {"index", Function::Index},
    }};
    for (const auto& [known, function] : kNames) {
        if (known == name)
            return function;
    }
    return Function::Unknown;
}

std::optional<std::int32_t> parseIndex(std::string_view text)
{
    std::int32_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return index;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// Reads one path, token by token. Every step either appends a token and moves on, or fails.
class RouteParser {
public:
    RouteParser(std::string_view text, int depth) : m_cursor(text), m_depth(depth) { }

    Result<Route> parse(bool trim);

private:
    enum class Step : std::uint8_t { Taken, NotMine, Failed };

    Step fail(std::string_view message)
    {
        if (m_message.empty())
            m_message = message;
        return Step::Failed;
    }
    bool refuse(std::string_view message) { return fail(message) == Step::Taken; }
    bool readNext();
    Step readBracket();
    Step readProperties();
    Step readIndexes();
    Step readWildcard();
    Step readFilter();
    Step readDot();
    Step readName();
    Step readFunction(std::size_t begin, std::size_t end);
    bool readArguments(Token& token);
    bool addArgument(Token& token, std::string_view text, bool isPath);
    Step append(Token token);

    PathCursor m_cursor;
    int m_depth;
    Route m_route;
    std::string m_message;
};

RouteParser::Step RouteParser::append(Token token)
{
    if (m_route.tokens.size() >= kMaxTokens)
        return fail("the path has too many steps");
    m_route.tokens.push_back(std::move(token));
    return Step::Taken;
}

RouteParser::Step RouteParser::readProperties()
{
    const char quote = m_cursor.nextSignificant(m_cursor.position);
    if (quote != '\'' && quote != '"')
        return Step::NotMine;
    Token token {.kind = Token::Kind::Property};
    std::size_t begin = m_cursor.position + 1;
    std::size_t end = 0;
    bool inside = false;
    bool escaped = false;
    bool comma = false;
    for (std::size_t i = begin; m_cursor.inBounds(i); ++i) {
        const char c = m_cursor.at(i);
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == ']' && !inside) {
            if (comma)
                return fail("a name is missing before ]");
            break;
        } else if (c == quote && inside) {
            const char next = m_cursor.nextSignificant(i);
            if (next != ']' && next != ',')
                return fail("names in brackets are separated by commas");
            end = i;
            std::string name;
            if (!unescape(m_cursor.part(begin, end), name))
                return fail("\\u needs four hexadecimal digits");
            token.names.emplace_back(name);
            inside = false;
        } else if (c == quote) {
            begin = i + 1;
            inside = true;
            comma = false;
        } else if (c == ',' && !inside) {
            if (comma)
                return fail("a name is missing between commas");
            comma = true;
        }
    }
    if (inside)
        return fail("a quoted name is not closed");
    const std::size_t close = m_cursor.significantAfter(end);
    if (m_cursor.at(close) != ']' || token.names.empty())
        return fail("a bracket is not closed");
    m_cursor.position = close + 1;
    return append(std::move(token));
}

RouteParser::Step RouteParser::readIndexes()
{
    const char next = m_cursor.nextSignificant(m_cursor.position);
    const std::size_t close = m_cursor.find(m_cursor.position + 1, ']');
    if ((!isDigit(next) && next != '-' && next != ':') || close == PathCursor::kNone)
        return Step::NotMine;
    const std::string_view text = trimmed(m_cursor.part(m_cursor.position + 1, close));
    if (text.find_first_not_of("0123456789,-: ") != std::string_view::npos)
        return Step::NotMine;
    m_cursor.position = close + 1;
    Token token;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        token.kind = Token::Kind::Slice;
        const std::string_view rest = text.substr(colon + 1);
        const std::string_view from = text.substr(0, colon);
        const std::string_view to = rest.substr(0, rest.find(':'));
        token.from = parseIndex(from);
        token.to = parseIndex(to);
        if ((!from.empty() && !token.from) || (!to.empty() && !token.to) || (!token.from && !token.to)
            || text.find_first_of(", ") != std::string_view::npos)
            return fail("a slice is written [from:to]");
        return append(std::move(token));
    }
    token.kind = Token::Kind::Index;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::optional<std::int32_t> index = parseIndex(trimmed(text.substr(begin, comma - begin)));
        if (!index)
            return fail("an index is a whole number");
        token.indexes.push_back(*index);
        begin = comma + 1;
    }
    return append(std::move(token));
}

RouteParser::Step RouteParser::readWildcard()
{
    if (m_cursor.current() == '[') {
        const std::size_t star = m_cursor.significantAfter(m_cursor.position);
        if (!m_cursor.inBounds(star) || m_cursor.at(star) != '*')
            return Step::NotMine;
        const std::size_t close = m_cursor.significantAfter(star);
        if (!m_cursor.inBounds(close) || m_cursor.at(close) != ']')
            return fail("* in brackets is written [*]");
        m_cursor.position = close + 1;
    } else {
        ++m_cursor.position;
    }
    return append({.kind = Token::Kind::Wildcard});
}

RouteParser::Step RouteParser::readFilter()
{
    const std::size_t mark = m_cursor.significantAfter(m_cursor.position);
    if (m_cursor.at(mark) != '?')
        return Step::NotMine;
    const std::size_t open = m_cursor.significantAfter(mark);
    if (m_cursor.at(open) != '(')
        return fail("a filter is written [?(...)]");
    const std::size_t close = m_cursor.closing(open, ')', true);
    if (close == PathCursor::kNone)
        return fail("a filter is not closed");
    const std::size_t end = m_cursor.significantAfter(close);
    if (!m_cursor.inBounds(end) || m_cursor.at(end) != ']')
        return fail("a filter ends with )]");
    Result<Condition> condition = parseFilter(m_cursor.part(m_cursor.position, end + 1), m_depth + 1);
    if (!condition)
        return fail(condition.error().message);
    m_cursor.position = end + 1;
    return append({.kind = Token::Kind::Filter, .filter = std::make_shared<const Condition>(std::move(condition).value())});
}

RouteParser::Step RouteParser::readBracket()
{
    for (const auto reader : {&RouteParser::readProperties, &RouteParser::readIndexes, &RouteParser::readWildcard,
                              &RouteParser::readFilter}) {
        const Step step = (this->*reader)();
        if (step != Step::NotMine)
            return step;
    }
    return fail("expected ?, ', a number or * after [");
}

RouteParser::Step RouteParser::readDot()
{
    if (m_cursor.inBounds(m_cursor.position + 1) && m_cursor.at(m_cursor.position + 1) == '.') {
        if (append({.kind = Token::Kind::Scan}) != Step::Taken)
            return Step::Failed;
        m_cursor.position += 2;
    } else if (!m_cursor.inBounds(m_cursor.position + 1)) {
        return fail("a path cannot end with a dot");
    } else {
        ++m_cursor.position;
    }
    if (m_cursor.current() == '.')
        return fail("a dot too many");
    return Step::Taken;   // what it leads to is read next
}

RouteParser::Step RouteParser::readName()
{
    const std::size_t begin = m_cursor.position;
    std::size_t end = begin;
    while (m_cursor.inBounds(end)) {
        const char c = m_cursor.at(end);
        if (c == ' ')
            return fail("a name with blanks is written ['my name']");
        if (c == '.' || c == '[')
            break;
        if (c == '(')
            return readFunction(begin, end);
        ++end;
    }
    m_cursor.position = end;
    return append({.kind = Token::Kind::Property, .names = {Key(m_cursor.part(begin, end))}});
}

RouteParser::Step RouteParser::readFunction(std::size_t begin, std::size_t end)
{
    int open = 1;
    for (std::size_t i = end + 1; m_cursor.inBounds(i) && open > 0; ++i) {
        if (m_cursor.at(i) == ')')
            --open;
        else if (m_cursor.at(i) == '(')
            ++open;
    }
    if (open != 0)
        return fail("the arguments of a function are not closed");
    Token token {.kind = Token::Kind::Function, .function = functionNamed(m_cursor.part(begin, end))};
    m_cursor.position = end + 1;
    if (m_cursor.current() != ')' && !readArguments(token))
        return Step::Failed;
    return append(std::move(token));
}

bool RouteParser::addArgument(Token& token, std::string_view text, bool isPath)
{
    if (!isPath) {
        token.arguments.emplace_back(parseLenientJson(text));
        return true;
    }
    Result<Route> path = parseStrictRoute(text, m_depth + 1);
    if (!path)
        return refuse(path.error().message);
    token.arguments.emplace_back(std::make_shared<const Route>(std::move(path).value()));
    return true;
}

// An argument starts at its first character that can start one, and ends at a comma or the closing parenthesis outside
// of brackets, braces and quotes.
bool RouteParser::readArguments(Token& token)
{
    enum class Type : std::uint8_t { None, Json, Path };
    Type type = Type::None;
    int parentheses = 1;
    int brackets = 0;
    int braces = 0;
    int quotes = 0;
    char prior = '\0';
    std::string text;
    for (bool done = false; m_cursor.inBounds() && !done;) {
        const char c = m_cursor.current();
        ++m_cursor.position;
        if (type == Type::None) {
            if (isWhitespace(c))
                continue;
            if (c == '{' || isDigit(c) || c == '"' || c == '-')
                type = Type::Json;
            else if (c == '$' || c == '@')
                type = Type::Path;
        }
        bool ends = c == ',';
        if (c == '"') {
            quotes += prior != '\\' && quotes > 0 ? -1 : 1;
        } else if (c == '(') {
            ++parentheses;
        } else if (c == '{') {
            ++braces;
        } else if (c == '[') {
            ++brackets;
        } else if (c == '}' || c == ']') {
            int& opened = c == '}' ? braces : brackets;
            if (opened-- == 0)
                return refuse("a bracket too many among the arguments of a function");
        } else if (c == ')') {
            --parentheses;
            if (parentheses < 0 || prior == '(')
                text += c;
            ends = true;
        }
        if (ends && quotes == 0 && braces == 0 && brackets == 0 && ((parentheses == 0 && c == ')') || parentheses == 1)) {
            done = parentheses == 0;
            if (type != Type::None && !addArgument(token, text, type == Type::Path))
                return false;
            text.clear();
            type = Type::None;
        }
        if (type != Type::None && !(c == ',' && braces == 0 && brackets == 0 && parentheses == 1))
            text += c;
        prior = c;
    }
    return (braces == 0 && parentheses == 0 && brackets == 0)
        || refuse("the arguments of a function are not closed");
}

bool RouteParser::readNext()
{
    const char c = m_cursor.current();
    if (c == '[')
        return readBracket() == Step::Taken;
    if (c == '*')
        return readWildcard() == Step::Taken;
    if (c != '.')
        return readName() == Step::Taken;
    if (readDot() != Step::Taken)
        return false;
    const char led = m_cursor.current();
    if (led == ' ')
        return refuse("a name is missing after a dot");
    return readNext();
}

// A scan before a function is the function's argument: $..a.length() is length($..a).
void invertScanBeforeFunction(Route& route)
{
    if (!route.endsInFunction || route.tokens.front().kind != Token::Kind::Scan)
        return;
    const auto isFunction = [](const Token& token) { return token.kind == Token::Kind::Function; };
    const auto function = std::ranges::find_if(route.tokens, isFunction);
    auto scanned = std::make_shared<Route>();
    scanned->tokens.assign(std::make_move_iterator(route.tokens.begin()), std::make_move_iterator(function));
    scanned->definite = isDefinite(scanned->tokens);
    function->arguments = {std::shared_ptr<const Route>(std::move(scanned))};
    route.tokens.erase(route.tokens.begin(), function);
}

Result<Route> RouteParser::parse(bool trim)
{
    if (trim)
        m_cursor.trim();
    while (!trim && m_cursor.inBounds() && isWhitespace(m_cursor.current()))
        ++m_cursor.position;
    const char first = m_cursor.current();
    bool ok = first == '$' || first == '@' || refuse("a path starts with $ or @");
    m_route.fromRoot = first == '$';
    if (ok && !m_cursor.atTail()) {
        ++m_cursor.position;
        ok = m_cursor.current() == '.' || m_cursor.current() == '[' || refuse("expected . or [ after $");
        while (ok && (ok = readNext()) && !m_cursor.atTail() && !m_cursor.overrun()) { }
    }
    if (!ok || m_cursor.overrun()) {
        return Error {.code = ErrorCode::ParseError,
                      .message = m_message.empty() ? "the path ends too early" : std::move(m_message),
                      .column = static_cast<int>(m_cursor.position) + 1};
    }
    if (!m_route.tokens.empty()) {
        m_route.endsInFunction = m_route.tokens.back().kind == Token::Kind::Function;
        invertScanBeforeFunction(m_route);
    }
    m_route.definite = isDefinite(m_route.tokens);
    return std::move(m_route);
}

Error tooDeep()
{
    return {.code = ErrorCode::ParseError, .message = "the path nests too deep"};
}

}  // namespace

Result<Route> parseStrictRoute(std::string_view text, int depth)
{
    if (depth > kMaxNesting)
        return tooDeep();
    return RouteParser(text, depth).parse(false);
}

Result<Route> parseRoute(std::string_view text, int depth)
{
    if (depth > kMaxNesting)
        return tooDeep();
    if (text.empty())
        return Error {.code = ErrorCode::ParseError, .message = "the path is empty"};
    std::string prefixed;
    if (text.front() != '$' && text.front() != '@') {
        prefixed = "$." + std::string(text);
        text = prefixed;
    }
    const std::size_t last = text.find_last_not_of(' ');
    if (text[last] == '.')
        return Error {.code = ErrorCode::ParseError, .message = "a path cannot end with a dot"};
    return RouteParser(text, depth).parse(true);
}

}  // namespace baton::jsonpath
