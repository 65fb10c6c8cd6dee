// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <QString>

namespace baton::ui {

/// A value as a person reads it, on one line of at most `limit` characters: text without quotes, "{3}" for an object of three
/// members, "[2]" for a list of two; small lists of plain values are written out.
[[nodiscard]] QString shownValue(const Value& value, int limit = 400);
/// A decimal that came from a binary float, shortened for tables: 0.2210000038 -> 0.221. Others as they are.
[[nodiscard]] QString shownNumber(const Value& value);

}  // namespace baton::ui
