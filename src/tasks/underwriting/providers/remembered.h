// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/providers/provider.h"

namespace baton::tasks {

/// States that are remembered for as long as the store lives, for a worker without a service of its own: what was never moved
/// is where `first` (may be null) says. A move from another state than the one it is in is a Conflict. Not for rehearsal or
/// replay, whose runs must be repeatable. Any thread.
[[nodiscard]] std::shared_ptr<ApplicationStateStore> rememberedStates(std::shared_ptr<ApplicationStateStore> first);

}  // namespace baton::tasks
