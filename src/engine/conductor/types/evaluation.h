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

/// What the real server says about a script that failed.
[[nodiscard]] std::string scriptFailure(const Error& error);

/// A script ran out of time: that may be tried again, a mistake in it may not.
[[nodiscard]] inline bool isTimeLimit(const Error& error) noexcept { return error.code == ErrorCode::Timeout; }

/// The real server's idea of truth: true, or a number above zero.
[[nodiscard]] bool isTrue(const Value& value) noexcept;

}  // namespace baton
