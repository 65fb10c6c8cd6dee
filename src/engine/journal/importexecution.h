// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/event.h"

#include <vector>

namespace baton {

/// What must have happened for a real server's Workflow (tasks included) to be as its JSON says: WorkflowStarted,
/// TaskScheduled, TaskStarted, TaskCompleted... in the order of their times. Folding the events gives an execution whose
/// toValue equals the JSON in every field. What cannot be known (states passed through and overwritten) is left out, never
/// invented. Odd statuses and shapes are shown as the nearest we know and kept raw. Errors: InvalidArgument when the JSON
/// is no execution at all.
[[nodiscard]] Result<std::vector<Event>> importExecution(const Value& json);
/// The same, from an execution that was read already.
[[nodiscard]] std::vector<Event> eventsOf(const Execution& execution);
/// What happened between two looks at one execution: folding the events over `before` gives `after`. For following a
/// running execution of a remote server. `before` should come from earlier such events.
[[nodiscard]] std::vector<Event> eventsBetween(const Execution& before, const Execution& after);

}  // namespace baton
