// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/expression/bigdecimal.h"
#include "engine/expression/jsonpath.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace baton {

class BoundedRegex;

/// Thrown nowhere: what an evaluation that Java would end by an exception leaves behind.
enum class PathFailure : std::uint8_t {
    None,
    NotFound,   // a missing property or index, only where properties are required
    Invalid,    // a filter that does not fit what it is put to; the filter is false
    OutOfRange, // first(), last() or index() beyond the end; skips the array item being looked at
    Aborted,    // the whole read gives null
};

namespace jsonpath {

struct Token;
using Tokens = std::vector<Token>;

/// One path, the whole one or one inside a filter or among a function's arguments.
struct Route {
    bool fromRoot = true;      // $, or @ when false
    bool definite = true;
    bool endsInFunction = false;
    bool widened = false;      // length() put a wildcard behind its last step
    Tokens tokens;
};

enum class Operator : std::uint8_t {
    Exists, Equal, NotEqual, SameTyped, NotSameTyped, Less, LessOrEqual, Greater, GreaterOrEqual, Matches,
    In, NotIn, Contains, Size, Empty, SubsetOf, AnyOf, NoneOf,
    Unusable,   // accepted by the parser, false wherever it is put
};

/// What stands at one side of an operator.
struct Operand {
    enum class Kind : std::uint8_t { Path, Null, Bool, Number, Text, Json, Pattern, Undefined };
    Kind kind = Kind::Undefined;
    bool truth = false;        // Bool; for a Path: whether it has to exist
    bool literal = false;      // Json written in the filter, which equals nothing when it stands on the left
    bool broken = false;       // Json that is no JSON
    BigDecimal number {};
    Value value {};            // Text, Json
    std::shared_ptr<const Route> path {};
    std::shared_ptr<const BoundedRegex> pattern {};
};

struct Condition {
    enum class Kind : std::uint8_t { Or, And, Not, Relation };
    Kind kind = Kind::Relation;
    std::vector<Condition> parts {};
    Operand left {};
    Operator op = Operator::Exists;
    Operand right {};
};

enum class Function : std::uint8_t {
    Average, Deviation, Sum, Minimum, Maximum, Concatenate, Length, Append, Keys, First, Last, Index, Unknown,
};

/// A function's argument: a path from the root, or JSON (absent when it is none).
using Argument = std::variant<std::optional<Value>, std::shared_ptr<const Route>>;

struct Token {
    enum class Kind : std::uint8_t { Property, Index, Slice, Wildcard, Scan, Filter, Function };
    Kind kind = Kind::Wildcard;
    std::vector<Key> names {};
    std::vector<std::int32_t> indexes {};
    std::optional<std::int32_t> from {};
    std::optional<std::int32_t> to {};
    std::shared_ptr<const Condition> filter {};
    Function function = Function::Unknown;
    std::vector<Argument> arguments {};
};

[[nodiscard]] bool isDefinite(const Tokens& tokens) noexcept;

/// The parsers; depth counts paths inside filters inside paths.
inline constexpr int kMaxNesting = 64;
[[nodiscard]] Result<Route> parseRoute(std::string_view text, int depth);
[[nodiscard]] Result<Condition> parseFilter(std::string_view bracketed, int depth);
/// A path as it stands among arguments, where no "$." is put before it.
[[nodiscard]] Result<Route> parseStrictRoute(std::string_view text, int depth);

struct Findings {
    Value value;
    PathFailure failure = PathFailure::None;
};

/// Work one read may do before it is given up: a `..` inside `..` over a large document has no other end.
inline constexpr std::int64_t kMaxSteps = 4'000'000;

struct Reading {
    const Value& root;
    std::int64_t stepsLeft = kMaxSteps;
    int depth = 0;
};

[[nodiscard]] Findings follow(const Route& route, const Value& document, bool required, Reading& reading);
[[nodiscard]] Findings call(const Token& token, const Value& model, Reading& reading);
/// Whether the filter lets the item through; what is NotFound or Invalid is a no.
[[nodiscard]] bool accepts(const Condition& condition, const Value& item, bool required, Reading& reading,
                           PathFailure& failure);

}  // namespace jsonpath

/// A step of a path that is nothing but names and single indexes.
struct PlainStep {
    Key name;
    std::int32_t index = 0;
    bool isIndex = false;
};

struct JsonPath::Plan {
    jsonpath::Route route;
    std::vector<PlainStep> plain;   // empty unless the whole path is plain
    std::vector<Root> roots;
    bool wholeRoot = false;
};

[[nodiscard]] const Value* followPlain(const Value& root, const PlainStep* begin, const PlainStep* end) noexcept;

}  // namespace baton
