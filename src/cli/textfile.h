// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <string>

namespace baton::cli {

/// A whole file as bytes; "-" is standard input. Errors: NotFound, IoError (a directory, unreadable), naming the path.
[[nodiscard]] Result<std::string> readTextFile(const std::string& path);

}  // namespace baton::cli
