// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// A rerun's task starts over where it stands: everything scheduled after it is removed, operators around it wait again,
/// branches beside it that were removed with the rest begin anew. A null input keeps the task's own.
[[nodiscard]] Status rerunTask(Draft& draft, TaskSlot slot, const Value& input);

/// What else failed or was cancelled, of other names, gets another chance where it stands.
void reopenFailed(Draft& draft, const Text& exceptName);

}  // namespace baton
