// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// Is there an evaluator of that name ("javascript", "graaljs", "value-param")?
[[nodiscard]] bool hasEvaluator(std::string_view name) noexcept;

/// An expression over a task's input (secrets put in). `name` must be one that hasEvaluator.
[[nodiscard]] Result<Value> evaluateWith(const Draft& draft, std::string_view name, std::string_view expression,
                                         const Value& input);

[[nodiscard]] Result<Value> evaluateScript(const Draft& draft, std::string_view script, const Value& input);

/// A script ran out of time: that may be tried again, a mistake in it may not.
[[nodiscard]] inline bool isTimeLimit(const Error& error) noexcept { return error.code == ErrorCode::Timeout; }

}  // namespace baton
