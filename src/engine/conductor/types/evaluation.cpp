// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/evaluation.h"

namespace baton {

bool hasEvaluator(std::string_view name) noexcept
{
    return name == "javascript" || name == "graaljs" || name == "value-param";
}

Result<Value> evaluateWith(const Draft& draft, std::string_view name, std::string_view expression, const Value& input)
{
    if (name == "value-param")
        return withSecrets(input[expression], draft.context().environment);
    return evaluateScript(draft, expression, input);
}

Result<Value> evaluateScript(const Draft& draft, std::string_view script, const Value& input)
{
    ScriptEvaluator* javascript = draft.context().evaluators.javascript.get();
    if (!javascript)
        return Error {.code = ErrorCode::Unsupported, .message = "JavaScript is not available"};
    return javascript->evaluate(script, withSecrets(input, draft.context().environment));
}

}  // namespace baton
