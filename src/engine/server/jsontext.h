// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/value/value.h"

#include <string_view>

namespace baton {

/// The JSON of a request's body. What follows the first whole value is not looked at, as with the real server. Internal (500)
/// in its words for what is no JSON: for a body that is read as `type` it stops at the first token that does not fit.
[[nodiscard]] Result<Value> jsonFromText(std::string_view text, std::string_view type);

}  // namespace baton
