// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/condition.h"

#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace baton {

using Operation = Condition::Operation;

namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

/// Recursive descent over one text; the depth is limited.
class ConditionParser {
public:
    explicit ConditionParser(std::string_view text) : m_text(text) { m_condition.m_text = std::string(text); }

    Result<Condition> parse()
    {
        const std::optional<std::size_t> all = binary(0, 0);
        skipBlanks();
        if (all && m_at < m_text.size())
            fail("there is more behind the expression");
        if (!m_problem.empty() || !all)
            return Error {ErrorCode::ParseError, m_problem, {}, {}, 1, static_cast<int>(m_at) + 1,
                          "write for example dti.output.ratio > 0.43"};
        return std::move(m_condition);
    }

private:
    struct Infix {
        std::string_view sign;
        Operation operation;
        int level;
    };
    // Longer signs before those they begin with.
    static constexpr std::array<Infix, 18> kInfixes {{
        {"||", Operation::Or, 0}, {"or", Operation::Or, 0}, {"&&", Operation::And, 1}, {"and", Operation::And, 1},
        {"===", Operation::Equal, 2}, {"!==", Operation::NotEqual, 2}, {"==", Operation::Equal, 2},
        {"!=", Operation::NotEqual, 2}, {"<=", Operation::LessOrEqual, 2}, {">=", Operation::GreaterOrEqual, 2},
        {"<", Operation::Less, 2}, {">", Operation::Greater, 2}, {"contains", Operation::Contains, 2},
        {"+", Operation::Add, 3}, {"-", Operation::Subtract, 3}, {"*", Operation::Multiply, 4},
        {"/", Operation::Divide, 4}, {"%", Operation::Remainder, 4}}};
    static constexpr int kTightest = 5;
    static constexpr std::size_t kMostNodes = 2000;

    std::optional<std::size_t> fail(std::string message)
    {
        if (m_problem.empty())
            m_problem = std::move(message);
        return std::nullopt;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    [[nodiscard]] bool isNext(std::string_view sign)
    {
        skipBlanks();
        if (!m_text.substr(m_at).starts_with(sign))
            return false;
        const std::size_t end = m_at + sign.size();
        return !isNameStart(sign.front()) || end >= m_text.size() || !(isNameStart(m_text[end]) || isDigit(m_text[end]));
    }

    bool take(std::string_view sign)
    {
        if (!isNext(sign))
            return false;
        m_at += sign.size();
        return true;
    }

    std::size_t add(Operation operation, std::size_t left, std::size_t right = 0, Value literal = {})
    {
        m_condition.m_nodes.push_back({operation, left, right, std::move(literal)});
        return m_condition.m_nodes.size() - 1;
    }

    const Infix* infix(int level)
    {
        for (const Infix& one : kInfixes) {
            if (one.level == level && take(one.sign))
                return &one;
        }
        return nullptr;
    }

    std::optional<std::size_t> binary(int level, int depth)
    {
        if (level == kTightest)
            return unary(depth);
        std::optional<std::size_t> left = binary(level + 1, depth);
        while (left) {
            const Infix* const found = infix(level);
            if (!found)
                break;
            const std::optional<std::size_t> right = binary(level + 1, depth);
            if (!right)
                return std::nullopt;
            if (m_condition.m_nodes.size() > kMostNodes)
                return fail("the expression is too long");
            left = add(found->operation, *left, *right);
        }
        return left;
    }

    std::optional<std::size_t> prefixed(Operation operation, int depth)
    {
        const std::optional<std::size_t> inner = operation == Operation::Not ? binary(2, depth + 1) : unary(depth + 1);
        return inner ? std::optional(add(operation, *inner)) : std::nullopt;
    }

    std::optional<std::size_t> unary(int depth)
    {
        if (depth > Condition::kMaxDepth)
            return fail("the expression is nested too deeply");
        if (isNext("!=") || isNext("=="))
            return fail("a value is missing before the operator");
        if (take("!") || take("not"))
            return prefixed(Operation::Not, depth);
        if (take("-"))
            return prefixed(Operation::Negate, depth);
        return primary(depth);
    }

    std::optional<std::size_t> closed(std::optional<std::size_t> inner)
    {
        if (inner && !take(")"))
            return fail("a ) is missing");
        return inner;
    }

    std::optional<std::size_t> primary(int depth)
    {
        if (take("("))
            return closed(binary(0, depth + 1));
        skipBlanks();
        if (m_at >= m_text.size())
            return fail("a value is missing at the end");
        const char c = m_text[m_at];
        if (c == '"' || c == '\'')
            return text(c);
        if (isDigit(c))
            return number();
        if (m_text.substr(m_at).starts_with("${"))
            return braced();
        if (isNameStart(c))
            return word(depth);
        return fail(std::string("an unexpected ") + c);
    }

    std::optional<std::size_t> text(char quote)
    {
        std::string read;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            read += m_text[m_at];
        }
        if (m_at >= m_text.size())
            return fail("the closing quote is missing");
        ++m_at;
        return add(Operation::Literal, 0, 0, Value(read));
    }

    std::optional<std::size_t> number()
    {
        const std::size_t begin = m_at;
        const auto more = [&](char c) {
            return isDigit(c) || c == '.' || c == 'e' || c == 'E'
                || ((c == '+' || c == '-') && (m_text[m_at - 1] == 'e' || m_text[m_at - 1] == 'E'));
        };
        while (m_at < m_text.size() && more(m_text[m_at]))
            ++m_at;
        Result<Value> value = parseJson(m_text.substr(begin, m_at - begin));
        if (!value || !value->isNumber())
            return fail("this is no number: " + std::string(m_text.substr(begin, m_at - begin)));
        return add(Operation::Literal, 0, 0, *std::move(value));
    }

    std::optional<std::size_t> braced()
    {
        const std::size_t end = m_text.find('}', m_at);
        if (end == std::string_view::npos)
            return fail("a } is missing");
        const std::string_view inner = m_text.substr(m_at + 2, end - m_at - 2);
        m_at = end + 1;
        return reference(inner);
    }

    std::optional<std::size_t> word(int depth)
    {
        constexpr std::array<std::pair<std::string_view, Operation>, 3> kFunctions {{
            {"length", Operation::Length}, {"exists", Operation::Exists}, {"abs", Operation::Absolute}}};
        for (const auto& [name, operation] : kFunctions) {
            const std::size_t before = m_at;
            if (take(name) && take("(")) {
                const std::optional<std::size_t> inner = closed(binary(0, depth + 1));
                return inner ? std::optional(add(operation, *inner)) : std::nullopt;
            }
            m_at = before;
        }
        constexpr std::array<std::string_view, 3> kWords {"true", "false", "null"};
        for (const std::string_view one : kWords) {
            if (take(one))
                return add(Operation::Literal, 0, 0, one == "null" ? Value() : Value(one == "true"));
        }
        return reference(path());
    }

    // A name with steps: a.b[0]['odd key'].c-d; a hyphen belongs to it only between letters.
    std::string_view path()
    {
        const std::size_t begin = m_at;
        const auto inName = [&] {
            const char c = m_text[m_at];
            if (isNameStart(c) || isDigit(c) || c == '.')
                return true;
            return c == '-' && m_at + 1 < m_text.size() && isNameStart(m_text[m_at + 1]) && !isBlank(m_text[m_at - 1]);
        };
        while (m_at < m_text.size()) {
            if (m_text[m_at] == '[') {
                const std::size_t end = m_text.find(']', m_at);
                m_at = end == std::string_view::npos ? m_text.size() : end + 1;
            } else if (inName()) {
                ++m_at;
            } else {
                break;
            }
        }
        return m_text.substr(begin, m_at - begin);
    }

    std::optional<std::size_t> reference(std::string_view written)
    {
        Result<StateReference> parsed = StateReference::parse(written);
        if (!parsed)
            return fail(parsed.error().message);
        auto& all = m_condition.m_references;
        auto found = std::ranges::find(all, *parsed);
        if (found == all.end())
            found = all.insert(all.end(), *std::move(parsed));
        return add(Operation::Reference, static_cast<std::size_t>(found - all.begin()));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_problem;
    Condition m_condition;
};

Result<Condition> Condition::parse(std::string_view text)
{
    return ConditionParser(text).parse();
}

Result<StateReference> StateReference::parse(std::string_view text)
{
    if (text.starts_with("$."))
        text.remove_prefix(2);
    Result<Path> path = Path::parse(text);
    if (!path)
        return std::move(path).error();
    const auto name = [&](std::size_t step) -> const Key* {
        return step < path->steps.size() ? std::get_if<Key>(&path->steps[step]) : nullptr;
    };
    if (!name(0))
        return Error {ErrorCode::ParseError, "'" + std::string(text) + "' names nothing"};
    StateReference reference;
    std::size_t used = 1;
    if (name(1)) {
        reference.root = name(0)->str();
        reference.member = name(1)->str();
        used = 2;
    } else {
        reference.member = name(0)->str();
    }
    reference.path.steps.assign(path->steps.begin() + static_cast<std::ptrdiff_t>(used), path->steps.end());
    return reference;
}

std::string StateReference::text() const
{
    Path all = path;
    all.steps.insert(all.steps.begin(), Key(member));
    if (!root.empty())
        all.steps.insert(all.steps.begin(), Key(root));
    return all.text();
}

}  // namespace baton
