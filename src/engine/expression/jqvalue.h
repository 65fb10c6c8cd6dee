// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <optional>

extern "C" {
#include <jv.h>
}

namespace baton {

[[nodiscard]] jv toJv(const Value& value);
/// Takes the reference. Whole numbers become integers. Nullopt for what nests deeper than a Value may.
[[nodiscard]] std::optional<Value> fromJv(jv value, int depth = 0);

}  // namespace baton
