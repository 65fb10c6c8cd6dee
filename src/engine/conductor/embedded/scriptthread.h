// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/expression/evaluator.h"

#include <functional>

namespace baton {

/// Evaluators that may be called from any thread, one call at a time: they live on a thread of their own, begun with the
/// first script, because a JavaScript engine belongs to the thread that made it. Callers wait for the answer.
[[nodiscard]] Evaluators makeThreadedEvaluators(std::function<Evaluators()> make);

}  // namespace baton
