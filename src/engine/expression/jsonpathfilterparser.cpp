// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/boundedregex.h"
#include "engine/expression/jsonpathplan.h"
#include "engine/expression/lenientjson.h"
#include "engine/expression/pathcursor.h"

#include <algorithm>
#include <array>

namespace baton::jsonpath {

namespace {

constexpr int kMaxParentheses = 200;

constexpr bool isOperatorChar(char c) noexcept
{
    return c == '<' || c == '>' || c == '=' || c == '~' || c == '!';
}

std::optional<Operator> operatorNamed(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, Operator>, 22> kNames {{
        {">=", Operator::GreaterOrEqual}, {"<=", Operator::LessOrEqual}, {"==", Operator::Equal}, {"===", Operator::SameTyped},
        {"!=", Operator::NotEqual}, {"!==", Operator::NotSameTyped}, {"<", Operator::Less}, {">", Operator::Greater},
        {"=~", Operator::Matches}, {"NIN", Operator::NotIn}, {"IN", Operator::In}, {"CONTAINS", Operator::Contains},
        {"ALL", Operator::Unusable}, {"SIZE", Operator::Size}, {"EXISTS", Operator::Unusable}, {"TYPE", Operator::Unusable},
        {"MATCHES", Operator::Unusable}, {"EMPTY", Operator::Empty}, {"SUBSETOF", Operator::SubsetOf},
        {"ANYOF", Operator::AnyOf}, {"NONEOF", Operator::NoneOf}, {"", Operator::Unusable},
    }};
    if (text.empty())
        return std::nullopt;
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    const auto found = std::ranges::find(kNames, upper, [](const auto& known) { return known.first; });
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

/// `[?( condition )]`. A step that does not fit is refused; one that Java answers by another kind of exception breaks
/// the filter, where a refused one after an operand only means that the operand stands alone.
class FilterParser {
public:
    FilterParser(std::string_view text, int depth) : m_cursor(text), m_depth(depth) { }

    Result<Condition> parse();

private:
    enum class Trouble : std::uint8_t { None, Refused, Broken };

    bool refuse(std::string_view message, Trouble trouble = Trouble::Refused)
    {
        if (m_trouble == Trouble::None)
            m_message = message;
        m_trouble = std::max(m_trouble, trouble);
        return false;
    }
    bool broken(std::string_view message) { return refuse(message, Trouble::Broken); }
    bool enter();
    bool takeWord(std::string_view word);
    bool takeCharacter(char c);
    bool readAnyOf(Condition& out, Condition::Kind kind);
    bool readOperand(Condition& out);
    bool readRelation(Condition& out);
    bool readOperator(Operator& op);
    bool readValue(Operand& out);
    bool readPath(Operand& out);
    bool readText(Operand& out, char quote);
    bool readWord(Operand& out);
    bool readNumber(Operand& out);
    bool readJson(Operand& out, char close);
    bool readPattern(Operand& out);
    [[nodiscard]] bool closesFunction(std::size_t begin) const;

    PathCursor m_cursor;
    int m_depth;
    int m_parentheses = 0;
    Trouble m_trouble = Trouble::None;
    std::string m_message;
};

bool FilterParser::enter()
{
    m_cursor.trim();
    ++m_cursor.position;
    m_cursor.dropLast();
    m_cursor.trim();
    if (m_cursor.current() != '?')
        return refuse("a filter starts with [?");
    ++m_cursor.position;
    m_cursor.trim();
    return m_cursor.current() == '(' || refuse("a filter starts with [?(");
}

bool FilterParser::takeWord(std::string_view word)
{
    const std::size_t before = m_cursor.position;
    m_cursor.skipBlanks();
    if (m_cursor.inBounds(m_cursor.position + word.size() - 1)
        && m_cursor.part(m_cursor.position, m_cursor.position + word.size()) == word) {
        m_cursor.position += word.size();
        return true;
    }
    m_cursor.position = before;
    return false;
}

bool FilterParser::takeCharacter(char c)
{
    m_cursor.skipBlanks();
    if (m_cursor.current() != c)
        return refuse(std::string("expected ") + c);
    ++m_cursor.position;
    return true;
}

bool FilterParser::readAnyOf(Condition& out, Condition::Kind kind)
{
    const bool isOr = kind == Condition::Kind::Or;
    std::vector<Condition> parts;
    do {
        Condition part;
        if (!(isOr ? readAnyOf(part, Condition::Kind::And) : readOperand(part)))
            return false;
        parts.push_back(std::move(part));
    } while (takeWord(isOr ? "||" : "&&"));
    if (parts.size() == 1) {
        out = std::move(parts.front());
    } else {
        out.kind = kind;
        out.parts = std::move(parts);
    }
    return true;
}

bool FilterParser::readOperand(Condition& out)
{
    m_cursor.skipBlanks();
    const std::size_t before = m_cursor.position;
    if (m_cursor.current() != '!' && m_cursor.current() != '(')
        return readRelation(out);
    if (++m_parentheses > kMaxParentheses)
        return broken("the filter nests too deep");
    bool ok = false;
    if (m_cursor.current() == '(') {
        ++m_cursor.position;
        ok = readAnyOf(out, Condition::Kind::Or) && takeCharacter(')');
    } else {
        ++m_cursor.position;
        m_cursor.skipBlanks();
        if (m_cursor.current() == '$' || m_cursor.current() == '@') {
            m_cursor.position = before;
            ok = readRelation(out);
        } else {
            out.kind = Condition::Kind::Not;
            ok = readOperand(out.parts.emplace_back());
        }
    }
    --m_parentheses;
    return ok;
}

bool FilterParser::readRelation(Condition& out)
{
    if (!readValue(out.left))
        return false;
    const std::size_t before = m_cursor.position;
    if (readOperator(out.op) && readValue(out.right))
        return true;
    if (m_trouble == Trouble::Broken || m_cursor.overrun())
        return false;
    m_trouble = Trouble::None;
    m_cursor.position = before;
    if (out.left.kind != Operand::Kind::Path)
        return refuse("a value alone is no condition");
    out.op = Operator::Exists;
    out.right = {.kind = Operand::Kind::Bool, .truth = out.left.truth};
    return true;
}

bool FilterParser::readOperator(Operator& op)
{
    m_cursor.skipBlanks();
    const std::size_t begin = m_cursor.position;
    const bool symbols = isOperatorChar(m_cursor.current());
    while (m_cursor.inBounds() && (symbols ? isOperatorChar(m_cursor.current()) : m_cursor.current() != ' '))
        ++m_cursor.position;
    const std::optional<Operator> found = operatorNamed(m_cursor.part(begin, m_cursor.position));
    if (!found)
        return refuse("an unknown operator");
    op = *found;
    return true;
}

bool FilterParser::readValue(Operand& out)
{
    m_cursor.skipBlanks();
    switch (const char c = m_cursor.current(); c) {
    case '$':
    case '@':
        return readPath(out);
    case '!':
        ++m_cursor.position;
        m_cursor.skipBlanks();
        return m_cursor.current() == '$' || m_cursor.current() == '@' ? readPath(out) : refuse("! stands before a path");
    case '\'':
    case '"':
        return readText(out, c);
    case 't':
    case 'f':
    case 'n':
        return readWord(out);
    case '{':
        return readJson(out, '}');
    case '[':
        return readJson(out, ']');
    case '/':
        return readPattern(out);
    default:
        return readNumber(out);
    }
}

// True for the ) of a call without arguments, such as @.list.length().
bool FilterParser::closesFunction(std::size_t begin) const
{
    std::size_t i = m_cursor.position;
    do {
        if (i == 0)
            return false;
        --i;
    } while (m_cursor.at(i) == ' ');
    if (m_cursor.at(i) != '(')
        return false;
    while (i > begin + 1) {
        if (m_cursor.at(--i) == '.')
            return true;
    }
    return false;
}

bool FilterParser::readPath(Operand& out)
{
    const std::size_t begin = m_cursor.position;
    std::size_t before = begin;
    while (before > 0 && m_cursor.at(--before) == ' ') { }
    out.truth = begin == 0 || m_cursor.at(before) != '!';
    ++m_cursor.position;
    while (m_cursor.inBounds()) {
        if (m_cursor.current() == '[') {
            const std::size_t close = m_cursor.closing(m_cursor.position, ']', false);
            if (close == PathCursor::kNone)
                return refuse("a bracket is not closed");
            m_cursor.position = close + 1;
        }
        const char c = m_cursor.current();
        if (!m_cursor.inBounds() || isOperatorChar(c) || c == ' ' || (c == ')' && !closesFunction(begin)))
            break;
        ++m_cursor.position;
    }
    Result<Route> path = parseRoute(m_cursor.part(begin, m_cursor.position), m_depth + 1);
    if (!path)
        return refuse(path.error().message);
    out.kind = Operand::Kind::Path;
    out.path = std::make_shared<const Route>(std::move(path).value());
    return true;
}

bool FilterParser::readText(Operand& out, char quote)
{
    const std::size_t begin = m_cursor.position + 1;
    const std::size_t end = m_cursor.findUnescaped(m_cursor.position, quote);
    if (end == PathCursor::kNone)
        return refuse("a text is not closed");
    m_cursor.position = end + 1;
    out.kind = Operand::Kind::Text;
    std::string text;
    if (!unescape(m_cursor.part(begin, end), text))
        return broken("\\u needs four hexadecimal digits");
    out.value = Value(text);
    return true;
}

bool FilterParser::readWord(Operand& out)
{
    for (const std::string_view word : {std::string_view("null"), std::string_view("true"), std::string_view("false")}) {
        const std::size_t end = m_cursor.position + word.size();
        if (!m_cursor.inBounds(end - 1) || m_cursor.part(m_cursor.position, end) != word)
            continue;
        m_cursor.position = end;
        out.kind = word == "null" ? Operand::Kind::Null : Operand::Kind::Bool;
        out.truth = word == "true";
        return true;
    }
    return refuse("a text needs quotes");
}

bool FilterParser::readNumber(Operand& out)
{
    const std::size_t begin = m_cursor.position;
    constexpr std::string_view kPart = "0123456789-.eE";
    while (m_cursor.inBounds() && kPart.find(m_cursor.current()) != std::string_view::npos)
        ++m_cursor.position;
    const std::optional<BigDecimal> number = BigDecimal::parse(m_cursor.part(begin, m_cursor.position));
    if (!number)
        return broken("expected a value");
    out.kind = Operand::Kind::Number;
    out.number = *number;
    return true;
}

bool FilterParser::readJson(Operand& out, char close)
{
    const std::size_t begin = m_cursor.position;
    const std::size_t end = m_cursor.closing(begin, close, false);
    if (end == PathCursor::kNone)
        return refuse("a bracket is not closed");
    m_cursor.position = end + 1;
    std::optional<Value> json = parseLenientJson(m_cursor.part(begin, end + 1));
    out.kind = Operand::Kind::Json;
    out.literal = true;
    out.broken = !json;
    out.value = json ? *std::move(json) : Value();
    return true;
}

bool FilterParser::readPattern(Operand& out)
{
    const std::size_t begin = m_cursor.position + 1;
    const std::size_t end = m_cursor.findUnescaped(m_cursor.position, '/');
    if (end == PathCursor::kNone)
        return refuse("a pattern is not closed");
    m_cursor.position = end + 1;
    constexpr std::string_view kFlags = "dixmsuU";
    while (m_cursor.inBounds() && kFlags.find(m_cursor.current()) != std::string_view::npos)
        ++m_cursor.position;
    out.kind = Operand::Kind::Pattern;
    out.pattern = BoundedRegex::compile(m_cursor.part(begin, end), m_cursor.part(end + 1, m_cursor.position));
    return out.pattern != nullptr || broken("no regular expression");
}

Result<Condition> FilterParser::parse()
{
    Condition condition;
    bool ok = enter() && readAnyOf(condition, Condition::Kind::Or);
    if (ok) {
        m_cursor.skipBlanks();
        ok = !m_cursor.inBounds() || refuse("expected the end of the filter");
    }
    if (ok && !m_cursor.overrun())
        return condition;
    return Error {.code = ErrorCode::ParseError,
                  .message = "filter: " + (m_message.empty() ? std::string("it ends too early") : m_message),
                  .column = static_cast<int>(m_cursor.position) + 1};
}

}  // namespace

Result<Condition> parseFilter(std::string_view bracketed, int depth)
{
    if (depth > kMaxNesting)
        return Error {.code = ErrorCode::ParseError, .message = "the path nests too deep"};
    return FilterParser(bracketed, depth).parse();
}

}  // namespace baton::jsonpath
