// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace baton::tasks {

/// An amount of money in hundredths of the currency's unit. On the wire it is a number of whole units with two decimals.
using Cents = std::int64_t;

inline constexpr double kMaxMoney = 1e13;   // in units; every sum of a schedule of such amounts stays exact

/// Rounded half away from zero; nothing for what is no amount (NaN, infinite, beyond kMaxMoney).
[[nodiscard]] inline std::optional<Cents> centsFrom(double units) noexcept
{
    if (!(std::fabs(units) <= kMaxMoney))
        return std::nullopt;
    return static_cast<Cents>(std::llround(units * 100.0));
}

[[nodiscard]] inline double unitsFrom(Cents cents) noexcept
{
    return static_cast<double>(cents) / 100.0;
}

/// Rounded half away from zero to so many decimals, as figures leave a task: 0.30499999 -> 0.305 at 4.
[[nodiscard]] inline double roundedTo(double value, int decimals) noexcept
{
    static constexpr double kPowers[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    const double power = kPowers[decimals < 0 ? 0 : decimals > 8 ? 8 : decimals];
    return std::round(value * power) / power;
}

}  // namespace baton::tasks
