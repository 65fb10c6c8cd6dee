// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <chrono>
#include <memory>
#include <string_view>
#include <vector>

namespace baton {

/// Runs a script over bindings. Implementations are for one thread; make one for each (ScriptEvaluatorFactory).
class ScriptEvaluator {
public:
    virtual ~ScriptEvaluator() = default;
    /// The value of the last expression statement with `$` bound to `input`. The result is a Value as the real server would
    /// store it (integral numbers as integers, NaN as "NaN", undefined as null). Errors: InvalidArgument with the engine's
    /// text ("ReferenceError: nope is not defined") and its line; Timeout after the limit.
    [[nodiscard]] virtual Result<Value> evaluate(std::string_view script, const Value& input) = 0;
    /// Compiles only: the error a definition with this script would have.
    [[nodiscard]] virtual Status check(std::string_view script) = 0;
};

/// jq over one input: all results in order. One thread each.
class JqEvaluator {
public:
    virtual ~JqEvaluator() = default;
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

/// QJSEngine. Needs no QCoreApplication for evaluation. A watchdog thread interrupts after the limit.
/// Engines are made on first use, so that a workflow without scripts never pays for one.
[[nodiscard]] std::unique_ptr<ScriptEvaluator> makeJavaScript(ScriptLimits limits = {});
/// libjq, with what the real server's engine lacks refused by name.
[[nodiscard]] std::unique_ptr<JqEvaluator> makeJq(ScriptLimits limits = {});
[[nodiscard]] Evaluators makeEvaluators(ScriptLimits limits = {});

}  // namespace baton
