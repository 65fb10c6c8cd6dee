// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/verdict.h"
#include "engine/conductor/draft.h"

namespace baton {

/// Ends the workflow when its time is over and its policy says so.
[[nodiscard]] Verdict checkWorkflowTimeout(const Draft& draft);

/// Times the task out by total, run, poll or response time, as its definition's policy says.
[[nodiscard]] Verdict checkTaskTimeouts(Draft& draft, TaskSlot slot);

}  // namespace baton
