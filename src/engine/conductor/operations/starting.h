// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// A StartWorkflowRequest as a START_WORKFLOW task's input has it. The message of a failure is the task's reason.
[[nodiscard]] Result<StartRequest> startRequestFrom(const Value& json);

/// The definition an execution of this request would carry, task definitions embedded. NotFound when there is none.
[[nodiscard]] Result<WorkflowDefPtr> definitionToStart(const StartRequest& request, EngineContext& context);

}  // namespace baton
