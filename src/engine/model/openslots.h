// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <algorithm>

namespace baton {

/// Belongs into Execution::open: a decide pass has to look at it.
[[nodiscard]] inline bool isOpen(const TaskRun& task) noexcept
{
    return !task.retried && !task.executed && task.status != TaskStatus::Skipped;
}

/// Puts the slot into the ascending list, or takes it out.
inline void setOpen(std::vector<TaskSlot>& open, TaskSlot slot, bool wanted)
{
    if (open.empty() || open.back() < slot) {
        if (wanted)
            open.push_back(slot);
        return;
    }
    const auto at = std::lower_bound(open.begin(), open.end(), slot);
    const bool present = *at == slot;
    if (wanted && !present)
        open.insert(at, slot);
    else if (!wanted && present)
        open.erase(at);
}

}  // namespace baton
