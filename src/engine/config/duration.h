// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace baton {

/// "30s", "1h30m", "250ms", "1.5s", "2d", or a bare number in `bare` units. None: no length of time, negative, or beyond 292
/// years' worth of milliseconds.
[[nodiscard]] std::optional<std::chrono::milliseconds> durationFrom(std::string_view text, std::chrono::milliseconds bare);
[[nodiscard]] std::string durationText(std::chrono::milliseconds duration);   // the shortest that reads back: "1h30m", "250ms", "0s"

}  // namespace baton
