// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <string_view>

namespace baton {

/// A cell as people mean it: 12 is an integer, 0.25 or 1e3 a decimal, empty and NA are null, the rest is text.
[[nodiscard]] Value cellValue(std::string_view cell);

/// The first line (1-based) with a byte sequence that is not UTF-8; 0 when all of it is.
[[nodiscard]] int firstLineNotUtf8(std::string_view text) noexcept;

}  // namespace baton
