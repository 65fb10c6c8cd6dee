// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/policy.h"

namespace baton::tasks {

/// The first queue of the policy that takes a case; its last one takes every case.
[[nodiscard]] inline const ReviewQueue& queueFor(const Policy& policy, ReviewCause cause, std::optional<Cents> loanAmount) noexcept
{
    for (const ReviewQueue& queue : policy.queues) {
        const bool causeFits = queue.cause == ReviewCause::Any || queue.cause == cause;
        if (causeFits && (queue.loanAbove < 0 || loanAmount.value_or(0) > queue.loanAbove))
            return queue;
    }
    return policy.queues.back();
}

}  // namespace baton::tasks
