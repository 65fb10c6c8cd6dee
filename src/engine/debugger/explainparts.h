// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/explain.h"

namespace baton {

/// Why an attempt that has not ended waits.
[[nodiscard]] Explanation explainOpenTask(const World& world, const Execution& execution, TaskSlot slot,
                                          const ExplainContext& context);
/// How an attempt ended and, of a decision, what it decided and by what.
void explainEnded(std::vector<Explanation>& all, const Execution& execution, TaskSlot slot);
/// What a decision decided; nothing for other tasks.
void explainDecision(std::vector<Explanation>& all, const Execution& execution, TaskSlot slot);
/// Why a task of the definition has no attempt.
[[nodiscard]] Explanation explainAbsent(const Execution& execution, std::string_view reference);

/// The definition's retryCount for this task, as the engine counts it.
[[nodiscard]] int retriesOf(const TaskRun& task) noexcept;

}  // namespace baton
