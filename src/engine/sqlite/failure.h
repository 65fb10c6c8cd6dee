// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"

#include <string>

struct sqlite3;

namespace baton {

/// What SQLite's result code means to whoever has to do something about it. `handle` may be null.
[[nodiscard]] Error sqliteFailure(int code, const std::string& path, sqlite3* handle);

}  // namespace baton
