// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/core.h"

namespace baton {

/// How far a drain has come.
struct Worker::Core::Drain {
    enum class Stage : std::uint8_t { Finishing, Cancelling, Delivering, Flushing };

    DrainLimits limits;
    std::vector<std::function<void(DrainReport)>> done;
    std::chrono::nanoseconds began {0};
    Stage stage = Stage::Finishing;
    WorkerLoop::TimerId timer = 0;
    DrainReport report {};
};

}  // namespace baton
