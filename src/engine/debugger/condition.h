// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/path.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Something a condition reads of a state. root: "workflow" (input, output, variables, status, reason), "task" (what the
/// event is about) or a task's reference name (input, output, status, reason, retryCount, iteration, taskType); a single
/// name without a root is looked for in the event's task's output and input, the variables and the workflow's input.
struct StateReference {
    std::string root;             // empty: a single name, in `member`
    std::string member;
    Path path;                    // inside the member
    bool operator==(const StateReference&) const = default;
    [[nodiscard]] static Result<StateReference> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// An expression over a state, for breakpoints and watches:
///
///     dti.output.ratio > 0.43 && workflow.input.product == "mortgage"
///
/// Literals: numbers, "text" or 'text', true, false, null. References as above, also written ${dti.output.ratio}. Operators,
/// loosest first: || && ! (or, and, not), == != < <= > >= contains, + -, * / %. Functions: length(x), exists(x), abs(x).
/// What is missing is null; a comparison with null is false (but for == and !=); numbers compare by value, 1 == 1.0.
/// Immutable; never fails once parsed; any thread.
class Condition {
public:
    static constexpr int kMaxDepth = 64;

    /// Errors: ParseError with the column.
    [[nodiscard]] static Result<Condition> parse(std::string_view text);

    /// What it reads, each once. evaluate wants the values in this order.
    [[nodiscard]] const std::vector<StateReference>& references() const noexcept { return m_references; }
    [[nodiscard]] Value evaluate(std::span<const Value> values) const;
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

    enum class Operation : std::uint8_t {
        Literal, Reference, Or, And, Not, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains,
        Add, Subtract, Multiply, Divide, Remainder, Negate, Length, Exists, Absolute,
    };
    struct Node {
        Operation operation = Operation::Literal;
        std::size_t left = 0;       // node; for Reference: index into references()
        std::size_t right = 0;
        Value literal {};
    };

private:
    friend class ConditionParser;
    [[nodiscard]] Value at(std::size_t node, std::span<const Value> values) const;

    std::string m_text;
    std::vector<StateReference> m_references;
    std::vector<Node> m_nodes;      // children before their parents; the last one is the whole
};

/// What counts as true: true, a number but 0, a text, a list or an object that is not empty.
[[nodiscard]] bool isTruthy(const Value& value) noexcept;

}  // namespace baton
