// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/value/text.h"

namespace baton::tasks {

inline constexpr EpochMs kHourMs = 60LL * 60 * 1000;
inline constexpr EpochMs kDayMs = 24 * kHourMs;

/// 2026-01-31, UTC. Times outside the years 1 to 9999 are held at the nearest end.
[[nodiscard]] Text dateText(EpochMs time);
/// 2026-01-31T13:45:00Z, whole seconds, UTC.
[[nodiscard]] Text timeText(EpochMs time);

}  // namespace baton::tasks
