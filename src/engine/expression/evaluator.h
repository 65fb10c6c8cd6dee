// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Runs a script over bindings. Implementations are for one thread; make one for each.
class ScriptEvaluator {
public:
    virtual ~ScriptEvaluator() = default;
    /// The value of the last expression statement with `$` bound to a copy of `input`. Nothing a script does is seen by the
    /// next one. The result is a Value as the real server would store it (integral numbers as integers, NaN as "NaN",
    /// undefined as null, functions and dates as {}). Errors: InvalidArgument with the engine's text ("ReferenceError: nope
    /// is not defined") and its line (0 for an Error the script made itself, as on the real server); Timeout after the
    /// limit; Unsupported for what the engine cannot do; Unavailable where it cannot run at all.
    [[nodiscard]] virtual Result<Value> evaluate(std::string_view script, const Value& input) = 0;
    /// Compiles only: the error a definition with this script would have.
    [[nodiscard]] virtual Status check(std::string_view script) = 0;
};

/// jq over one input: all results in order. One thread each.
class JqEvaluator {
public:
    virtual ~JqEvaluator() = default;
    /// Errors: InvalidArgument with the text for a failed task's reason; Timeout after the limit, or when the program
    /// wants more memory or results than is sound.
    [[nodiscard]] virtual Result<std::vector<Value>> evaluate(std::string_view program, const Value& input) = 0;
};

/// What the decider may call to evaluate; made once a thread.
struct Evaluators {
    std::unique_ptr<ScriptEvaluator> javascript;
    std::unique_ptr<JqEvaluator> jq;
};

struct ScriptLimits {
    std::chrono::milliseconds time {4000};
};

/// QJSEngine; a QCoreApplication must exist. A watchdog thread interrupts after the limit.
/// Engines are made on first use, so that a workflow without scripts never pays for one.
[[nodiscard]] std::unique_ptr<ScriptEvaluator> makeJavaScript(ScriptLimits limits = {});
/// libjq, with what the real server's engine lacks refused by name. Programs are compiled once and kept.
[[nodiscard]] std::unique_ptr<JqEvaluator> makeJq(ScriptLimits limits = {});
[[nodiscard]] Evaluators makeEvaluators(ScriptLimits limits = {});

/// A failed script as the real server words it in a task: "Error evaluating the script `...` at line 1", or the text of
/// the time-out as it is.
[[nodiscard]] std::string scriptFailureText(const Error& error);
/// The case a SWITCH takes for a value: its Java text, null as "null".
[[nodiscard]] std::string switchText(const Value& value);
/// Whether a loop goes on: true and numbers above 0; anything else, text too, is false.
[[nodiscard]] bool toBoolean(const Value& value) noexcept;

}  // namespace baton
