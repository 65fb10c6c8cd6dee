// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/model/field.h"
#include "engine/value/path.h"

#include <vector>

namespace baton::ui {

/// One thing that is other than before: of a task, or (slot kNoTask) of the workflow itself.
struct StepChange {
    TaskSlot slot = kNoTask;
    Text reference;          // the task's; empty for the workflow
    int attempt = 0;
    Field field {};
    Path path;               // inside the field, for input, output and variables
    ChangeKind kind = ChangeKind::Replaced;
    Value before;
    Value after;
};

/// What a person wants to know of the way from one moment of an execution to another: statuses, inputs, outputs, variables,
/// reasons; no bookkeeping. The workflow first, then tasks by slot. `before` may be null: everything is new.
[[nodiscard]] std::vector<StepChange> changesBetween(const Execution* before, const Execution& after);

}  // namespace baton::ui
