// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/replayproof.h"

namespace baton {

/// Puts what was recorded and what we did side by side, up to the first mismatch.
[[nodiscard]] ReplayProof readProof(const Execution& recorded, const Execution& ours);

/// What tells that somebody changed a run from outside, in a way its record does not hold, before the task of that index in
/// the order of scheduling; empty: nothing does.
[[nodiscard]] std::string interventionIn(const Execution& recorded, std::size_t index);

}  // namespace baton
