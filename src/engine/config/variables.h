// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace baton {

/// The variables of a process, given rather than looked up.
using Environment = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Environment processEnvironment();

/// Puts variables in: ${NAME} (nothing when it is not set) and ${NAME:default} (when it is not set or empty; the default may
/// hold variables itself). $${ stands for ${. Errors: ParseError for one that does not end, has no proper name or is nested
/// more than 10 deep, and for a text that grows beyond 64 KiB.
[[nodiscard]] Result<std::string> expandVariables(std::string_view text, const Environment& environment);

}  // namespace baton
