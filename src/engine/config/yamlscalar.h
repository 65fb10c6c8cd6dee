// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <string_view>

namespace baton {

/// The value of a plain (unquoted) scalar by the core schema of YAML 1.2.
[[nodiscard]] Value yamlPlainScalar(std::string_view text);

}  // namespace baton
