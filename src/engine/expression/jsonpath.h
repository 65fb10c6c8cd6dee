// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// A JSONPath (Jayway's dialect as version 2.9 of its library reads it, exceptions suppressed) parsed once.
/// Immutable; any thread. Reading is bounded: a path that visits millions of values gives null.
class JsonPath {
public:
    /// With or without the leading "$.". Errors: ParseError naming what is wrong with the path.
    [[nodiscard]] static Result<JsonPath> parse(std::string_view text);
    /// A definite path that misses gives null; an indefinite one gives the array of what it found. What the library
    /// ends by an exception (sum() of no numbers, a filter put to a number) gives null.
    [[nodiscard]] Value read(const Value& root) const;
    [[nodiscard]] bool isDefinite() const noexcept;

    /// A member of the root the path looks at, and the one member of that it asks for (empty when there are several).
    struct Root {
        std::string name;
        std::string next;
    };
    [[nodiscard]] const std::vector<Root>& roots() const noexcept;
    /// True when roots() does not tell all: the path starts with a wildcard, a scan or a filter.
    [[nodiscard]] bool needsWholeRoot() const noexcept;

    ~JsonPath();
    JsonPath(const JsonPath&);
    JsonPath(JsonPath&&) noexcept;
    JsonPath& operator=(const JsonPath&);
    JsonPath& operator=(JsonPath&&) noexcept;

    struct Plan;
    [[nodiscard]] const Plan& plan() const noexcept { return *m_plan; }

private:
    explicit JsonPath(std::shared_ptr<const Plan> plan);
    std::shared_ptr<const Plan> m_plan;
};

}  // namespace baton
