// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/evaluate.h"

namespace baton {

/// evaluate() for executions that are under way: where the real server would fail again at each decision, for ever, the
/// workflow ends with the error as its reason.
[[nodiscard]] inline Status settle(Draft& draft, Look look = Look::Everywhere)
{
    Status done = evaluate(draft, look);
    if (!done)
        terminateWorkflow(draft, Termination {Text(done.error().message)});
    return {};
}

}  // namespace baton
