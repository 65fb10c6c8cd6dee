// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/ids.h"

#include <chrono>

namespace baton {

/// Pauses that double from `first` to `most`, each with up to a fifth more or less, so that clients do not come in step.
struct Backoff {
    std::chrono::milliseconds first {200};
    std::chrono::milliseconds most {10'000};

    /// The pause after the `failures`-th failure in a row (from 1).
    [[nodiscard]] std::chrono::milliseconds pause(int failures, IdSource& chance) const;
};

}  // namespace baton
