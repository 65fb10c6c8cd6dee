// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/types/tasktype.h"

namespace baton {

/// The branches a FORK_JOIN_DYNAMIC asks for.
struct ForkPlan {
    std::vector<WorkflowTask> tasks;
    Value inputs;       // reference name -> input object
};

/// Reads whichever of the three forms the fork uses: forkTaskInputs; dynamicForkTasksParam with
/// dynamicForkTasksInputParamName; dynamicForkJoinTasksParam.
[[nodiscard]] Verdict planFork(const MapContext& context, const Value& input, ForkPlan& plan);

}  // namespace baton
