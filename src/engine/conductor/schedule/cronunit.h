// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/schedule/cronfield.h"

namespace baton {

struct CronRange {
    int least = 0;
    int greatest = 0;
};

[[nodiscard]] CronRange rangeOf(CronUnit unit) noexcept;                        // days of a month: 1..31
[[nodiscard]] int valueOf(CronUnit unit, const ZonedTime& time);
/// To the least value of this unit in the next greater one.
[[nodiscard]] ZonedTime rollForward(CronUnit unit, const ZonedTime& time);
/// To the goal, or, where that does not exist or lies behind, some of the way there; the smaller units stay.
[[nodiscard]] ZonedTime elapseUntil(CronUnit unit, const ZonedTime& time, int goal);
/// The least values of the smaller units.
[[nodiscard]] ZonedTime resetBelow(CronUnit unit, const ZonedTime& time);

}  // namespace baton
