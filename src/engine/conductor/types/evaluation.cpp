// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/evaluation.h"

#include "engine/conductor/decide/words.h"

namespace baton {

bool hasEvaluator(std::string_view name) noexcept
{
    return name == "javascript" || name == "graaljs" || name == "value-param";
}

Result<Value> evaluateWith(const Draft& draft, std::string_view name, std::string_view expression, const Value& input)
{
    if (name == "value-param")
        return withSecrets(input[expression], draft.context().environment);
    return draft.context().evaluators.javascript->evaluate(expression,
        withSecrets(input, draft.context().environment));
}

std::string scriptFailure(const Error& error)
{
    if (isTimeLimit(error))
        return error.message;
    std::string text = joined({"Error evaluating the script `", error.message, "`"});
    if (error.line > 0)
        text += " at line " + std::to_string(error.line);
    return text;
}

bool isTrue(const Value& value) noexcept
{
    return value.isBool() ? value.asBool() : value.isNumber() && value.asDecimal() > 0;
}

}  // namespace baton
