// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/registration/registrationplan.h"

namespace baton {

/// What a server keeps of a definition, without what it sets itself (times, users) and what it drops (unknown fields).
[[nodiscard]] Value comparable(const TaskDef& definition);
[[nodiscard]] Value comparable(const WorkflowDef& definition);

/// Where two values differ, in ours' order; at most 100 places. Absent and null are the same.
[[nodiscard]] std::vector<FieldDifference> differencesOf(const Value& ours, const Value& theirs);

}  // namespace baton
