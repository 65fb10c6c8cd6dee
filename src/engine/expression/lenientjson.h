// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <optional>
#include <string_view>

namespace baton {

/// A literal inside a JSONPath filter or among a function's arguments, which may be looser than JSON: single quotes,
/// words without quotes. Nullopt when it is none.
[[nodiscard]] std::optional<Value> parseLenientJson(std::string_view text);

}  // namespace baton
