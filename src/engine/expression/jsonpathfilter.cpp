// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/boundedregex.h"
#include "engine/expression/jsonpathplan.h"
#include "engine/expression/lenientjson.h"
#include "engine/expression/pathcursor.h"

#include <algorithm>

namespace baton::jsonpath {

namespace {

using Kind = Operand::Kind;

/// Java orders and measures text by UTF-16 units.
std::size_t utf16Length(std::string_view text) noexcept
{
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0U) != 0x80U ? 1U : 0U;
        units += byte >= 0xF0U ? 1U : 0U;
    }
    return units;
}

// UTF-8 sorts by code point; in UTF-16 the four byte characters come before the last of the three byte ones.
int compareUtf16(std::string_view a, std::string_view b) noexcept
{
    const auto [left, right] = std::ranges::mismatch(a, b);
    if (left == a.end() || right == b.end())
        return left == a.end() ? (right == b.end() ? 0 : -1) : 1;
    auto x = static_cast<unsigned>(static_cast<unsigned char>(*left));
    auto y = static_cast<unsigned>(static_cast<unsigned char>(*right));
    if ((x >= 0xF0) != (y >= 0xF0) && std::min(x, y) >= 0xEE)
        return x >= 0xF0 ? -1 : 1;
    return x < y ? -1 : 1;
}

std::string_view textOf(const Operand& operand) noexcept
{
    return operand.value.asText();
}

bool looksLikeJson(std::string_view text)
{
    return text.size() > 1
        && ((text.front() == '[' && text.back() == ']') || (text.front() == '{' && text.back() == '}'))
        && parseLenientJson(text);
}

std::string_view javaTrimmed(std::string_view text) noexcept
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

class Judge {
public:
    Judge(const Value& item, bool required, Reading& reading) : m_item(item), m_required(required), m_reading(reading) { }

    bool test(const Condition& condition);
    [[nodiscard]] PathFailure failure() const noexcept { return m_failure; }

private:
    bool fail(PathFailure failure) noexcept
    {
        m_failure = std::max(m_failure, failure);
        return false;
    }
    bool testRelation(const Condition& condition);
    bool exists(const Operand& left);
    Operand evaluated(const Operand& operand);
    Operand asOperand(const Value& value);
    bool compare(const Condition& condition, const Operand& left, const Operand& right);
    bool less(const Operand& left, const Operand& right, bool orEqual);
    bool equal(const Operand& left, const Operand& right);
    bool matches(const Operand& left, const Operand& right);
    bool isEmpty(const Operand& left, const Operand& right);
    std::optional<std::vector<Operand>> elements(const Operand& operand);
    Operand element(const Value& value);
    bool contains(const std::vector<Operand>& list, const Operand& wanted);
    bool compareLists(Operator op, const Operand& left, const Operand& right);
    bool checkJson(const Operand& operand) { return !operand.broken || fail(PathFailure::Aborted); }

    const Value& m_item;
    bool m_required;
    Reading& m_reading;
    PathFailure m_failure = PathFailure::None;
};

bool Judge::test(const Condition& condition)
{
    if (m_failure != PathFailure::None)
        return false;
    switch (condition.kind) {
    case Condition::Kind::Relation:
        return testRelation(condition);
    case Condition::Kind::Not:
        return !test(condition.parts[0]);
    case Condition::Kind::Or:
        return std::ranges::any_of(condition.parts, [this](const Condition& part) { return test(part); });
    case Condition::Kind::And:
        return std::ranges::all_of(condition.parts, [this](const Condition& part) { return test(part); });
    }
    return false;
}

bool Judge::exists(const Operand& left)
{
    const Findings found = follow(*left.path, m_item, true, m_reading);
    if (found.failure > PathFailure::NotFound)
        return fail(found.failure);
    return found.failure == PathFailure::None;
}

Operand Judge::asOperand(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return {.kind = Kind::Null};
    case Value::Type::Bool:
        return {.kind = Kind::Bool, .truth = value.asBool()};
    case Value::Type::Text:
        return {.kind = Kind::Text, .value = value};
    case Value::Type::Array:
    case Value::Type::Object:
        return {.kind = Kind::Json, .value = value};
    case Value::Type::Integer:
    case Value::Type::Decimal:
        break;
    }
    std::optional<BigDecimal> number = BigDecimal::of(value);
    if (!number)
        fail(PathFailure::Aborted);
    return {.kind = Kind::Number, .number = number ? *std::move(number) : BigDecimal()};
}

Operand Judge::evaluated(const Operand& operand)
{
    if (operand.kind != Kind::Path)
        return operand;
    const Findings found = follow(*operand.path, operand.path->fromRoot ? m_reading.root : m_item, m_required, m_reading);
    if (found.failure == PathFailure::NotFound)
        return {.kind = Kind::Undefined};
    if (found.failure != PathFailure::None) {
        fail(found.failure);
        return {};
    }
    const bool isKeySet = operand.path->endsInFunction && operand.path->tokens.back().function == Function::Keys;
    if (isKeySet && operand.path->definite && found.value.isArray()) {
        fail(PathFailure::Aborted);   // to the library a set of keys is no array
        return {};
    }
    return asOperand(found.value);
}

bool Judge::testRelation(const Condition& condition)
{
    const bool checksExistence = condition.op == Operator::Exists && condition.left.kind == Kind::Path
        && condition.right.kind == Kind::Bool;
    if (checksExistence)
        return exists(condition.left) == condition.right.truth;
    const Operand left = evaluated(condition.left);
    if (m_failure != PathFailure::None)
        return false;
    const Operand right = evaluated(condition.right);
    return m_failure == PathFailure::None && compare(condition, left, right);
}

bool Judge::compare(const Condition& condition, const Operand& left, const Operand& right)
{
    switch (condition.op) {
    case Operator::Equal:
        return equal(left, right);
    case Operator::NotEqual:
        return !equal(left, right);
    case Operator::SameTyped:
        return left.kind == right.kind && equal(left, right);
    case Operator::NotSameTyped:
        return left.kind != right.kind || !equal(left, right);
    case Operator::Less:
        return less(left, right, false);
    case Operator::LessOrEqual:
        return less(left, right, true);
    case Operator::Greater:
        return less(right, left, false);
    case Operator::GreaterOrEqual:
        return less(right, left, true);
    case Operator::Matches:
        return matches(left, right);
    case Operator::Size:
        if (right.kind != Kind::Number || !checkJson(left))
            return false;
        if (left.kind == Kind::Text)
            return static_cast<std::int64_t>(utf16Length(textOf(left))) == right.number.asInt();
        return left.kind == Kind::Json
            && (left.value.isArray() ? static_cast<std::int64_t>(left.value.size()) : -1) == right.number.asInt();
    case Operator::Empty:
        return isEmpty(left, right);
    case Operator::Exists:
    case Operator::Unusable:
        return fail(PathFailure::Invalid);
    default:
        return compareLists(condition.op, left, right);
    }
}

bool Judge::less(const Operand& left, const Operand& right, bool orEqual)
{
    if (left.kind == Kind::Number && right.kind == Kind::Number) {
        const std::strong_ordering order = left.number.compare(right.number);
        return order < 0 || (orEqual && order == 0);
    }
    if (left.kind == Kind::Text && right.kind == Kind::Text) {
        const int order = compareUtf16(textOf(left), textOf(right));
        return order < 0 || (orEqual && order == 0);
    }
    return false;
}

// The left side decides: '1' == 1 compares text, 1 == '1' compares numbers.
bool Judge::equal(const Operand& left, const Operand& right)
{
    switch (left.kind) {
    case Kind::Null:
        return right.kind == Kind::Null;
    case Kind::Bool:
        return right.kind == Kind::Bool && left.truth == right.truth;
    case Kind::Text:
        return (right.kind == Kind::Text && textOf(left) == textOf(right))
            || (right.kind == Kind::Number && textOf(left) == right.number.text());
    case Kind::Number: {
        if (right.kind == Kind::Number)
            return left.number.compare(right.number) == 0;
        const std::optional<BigDecimal> number = right.kind == Kind::Text ? BigDecimal::parse(textOf(right)) : std::nullopt;
        return number && left.number.compare(*number) == 0;
    }
    case Kind::Json:
        return right.kind == Kind::Json && checkJson(right) && !left.literal && left.value == right.value;
    default:
        return false;
    }
}

bool Judge::matches(const Operand& left, const Operand& right)
{
    if ((left.kind == Kind::Pattern) == (right.kind == Kind::Pattern))
        return false;
    const Operand& input = left.kind == Kind::Pattern ? right : left;
    const BoundedRegex& pattern = left.kind == Kind::Pattern ? *left.pattern : *right.pattern;
    const auto fits = [&pattern](const Operand& operand) {
        if (operand.kind == Kind::Number)
            return pattern.matches(operand.number.text());
        if (operand.kind == Kind::Bool)
            return pattern.matches(operand.truth ? "true" : "false");
        return pattern.matches(operand.kind == Kind::Text ? textOf(operand) : std::string_view());
    };
    if (!checkJson(input))
        return false;
    if (input.kind != Kind::Json || !input.value.isArray())
        return fits(input);
    const std::optional<std::vector<Operand>> list = elements(input);
    return list && std::ranges::any_of(*list, fits);
}

bool Judge::isEmpty(const Operand& left, const Operand& right)
{
    if (!checkJson(left) || (left.kind != Kind::Text && left.kind != Kind::Json))
        return false;
    if (left.kind == Kind::Json && left.value.isObject())
        return fail(PathFailure::Aborted);   // the library cannot measure a map
    if (right.kind != Kind::Bool)
        return fail(PathFailure::Invalid);
    const bool empty = left.kind == Kind::Text ? textOf(left).empty() : left.value.items().empty();
    return empty == right.truth;
}

// Text in a list that could be a path or JSON is taken for one, and then equals nothing.
Operand Judge::element(const Value& value)
{
    if (value.isArray() || value.isObject()) {
        fail(PathFailure::Aborted);
        return {};
    }
    if (!value.isText())
        return asOperand(value);
    std::string_view text = javaTrimmed(value.asText());
    const bool isPath = (text.starts_with('$') || text.starts_with('@')) && parseRoute(text, 0);
    if (isPath || looksLikeJson(text))
        return {};
    text = value.asText();
    if (text.size() > 1 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    std::string plain;
    if (!unescape(text, plain))
        fail(PathFailure::Aborted);
    return {.kind = Kind::Text, .value = Value(plain)};
}

// Nullopt with a failure for what is no JSON at all, and without one for JSON that is no array.
std::optional<std::vector<Operand>> Judge::elements(const Operand& operand)
{
    if (operand.kind != Kind::Json) {
        fail(PathFailure::Invalid);
        return std::nullopt;
    }
    if (!checkJson(operand) || !operand.value.isArray())
        return std::nullopt;
    std::vector<Operand> made;
    for (const Value& item : operand.value.items()) {
        made.push_back(element(item));
        if (m_failure != PathFailure::None)
            return std::nullopt;
    }
    return made;
}

bool Judge::contains(const std::vector<Operand>& list, const Operand& wanted)
{
    return std::ranges::any_of(list, [&](const Operand& item) { return equal(wanted, item); });
}

bool Judge::compareLists(Operator op, const Operand& left, const Operand& right)
{
    if (op == Operator::Contains) {
        if (left.kind == Kind::Text && right.kind == Kind::Text)
            return textOf(left).find(textOf(right)) != std::string_view::npos;
        const std::optional<std::vector<Operand>> list = left.kind == Kind::Json ? elements(left) : std::nullopt;
        return list && contains(*list, right);
    }
    const std::optional<std::vector<Operand>> list = elements(right);
    if (op == Operator::In || op == Operator::NotIn)
        return (list && contains(*list, left)) == (op == Operator::In);
    const std::optional<std::vector<Operand>> tested = list ? elements(left) : std::nullopt;
    if (!tested)
        return false;
    const auto isListed = [&](const Operand& item) { return contains(*list, item); };
    if (op == Operator::SubsetOf)
        return std::ranges::all_of(*tested, isListed);
    return std::ranges::any_of(*tested, isListed) == (op == Operator::AnyOf);
}

}  // namespace

bool accepts(const Condition& condition, const Value& item, bool required, Reading& reading, PathFailure& failure)
{
    if (--reading.stepsLeft < 0) {
        failure = PathFailure::Aborted;
        return false;
    }
    Judge judge(item, required, reading);
    const bool accepted = judge.test(condition);
    if (judge.failure() >= PathFailure::OutOfRange)
        failure = judge.failure();
    return accepted && judge.failure() == PathFailure::None;
}

}  // namespace baton::jsonpath
