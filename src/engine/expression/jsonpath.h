// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <memory>
#include <string_view>

namespace baton {

/// A JSONPath (Jayway 2.4's dialect, exceptions suppressed) parsed once. Immutable; any thread.
class JsonPath {
public:
    [[nodiscard]] static Result<JsonPath> parse(std::string_view text);   // with or without the leading "$."
    /// A definite path that misses gives null; an indefinite one gives the array of what it found.
    [[nodiscard]] Value read(const Value& root) const;
    [[nodiscard]] bool isDefinite() const noexcept;

    ~JsonPath();
    JsonPath(const JsonPath&);
    JsonPath(JsonPath&&) noexcept;
    JsonPath& operator=(const JsonPath&);
    JsonPath& operator=(JsonPath&&) noexcept;

    struct Plan;

private:
    explicit JsonPath(std::shared_ptr<const Plan> plan);
    std::shared_ptr<const Plan> m_plan;
};

}  // namespace baton
