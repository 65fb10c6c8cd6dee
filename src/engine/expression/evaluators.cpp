// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/evaluator.h"
#include "engine/expression/template.h"

namespace baton {

Evaluators makeEvaluators(ScriptLimits limits)
{
    return {makeJavaScript(limits), makeJq(limits)};
}

std::string scriptFailureText(const Error& error)
{
    if (error.code == ErrorCode::Timeout)
        return error.message;
    std::string text = "Error evaluating the script `" + error.message + '`';
    if (error.line > 0)
        text += " at line " + std::to_string(error.line);
    return text;
}

std::string switchText(const Value& value)
{
    return javaText(value);
}

bool toBoolean(const Value& value) noexcept
{
    return value.asBool() || (value.isNumber() && value.asDecimal() > 0);
}

}  // namespace baton
