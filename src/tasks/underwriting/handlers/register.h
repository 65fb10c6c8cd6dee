// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/task/taskregistry.h"
#include "tasks/underwriting/providers/provider.h"

namespace baton::tasks {

/// Adds the 13 underwriting tasks, all with this policy and these providers. Every provider but the model and the engine must
/// be there. Errors: InvalidArgument naming the one that is not; Conflict when a task type is served already.
Status registerUnderwriting(TaskRegistry& registry, std::shared_ptr<const Policy> policy, Providers providers);

}  // namespace baton::tasks
