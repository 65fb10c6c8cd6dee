// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"

#include <optional>
#include <string_view>

namespace baton {

/// "1 days 2h 3m 4s": days, hours, minutes, seconds in that order, each optional, blanks optional, case ignored. Empty for
/// anything else.
[[nodiscard]] std::optional<std::int64_t> durationSeconds(std::string_view text);

/// "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm z" (UTC, GMT+2, GMT-08:00, +0200, PST...) or "yyyy-MM-dd"; UTC where no zone is
/// given. Empty for anything else.
[[nodiscard]] std::optional<EpochMs> untilMoment(std::string_view text);

}  // namespace baton
