// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/base/secret.h"

#include <string>
#include <string_view>

namespace baton {

[[nodiscard]] std::string base64Of(std::string_view bytes);
/// As application/x-www-form-urlencoded wants it; also right in queries and paths.
[[nodiscard]] std::string formEncoded(std::string_view text);
/// How long a JSON Web Token lasts from now on, by its own times (exp - iat), so that clocks need not agree; 0: it does not say.
[[nodiscard]] std::int64_t jwtLifetimeMs(std::string_view token, EpochMs now);
/// A file's first line that is not empty; at most 64 KiB are read. Unavailable when there is none.
[[nodiscard]] Result<Secret> readTokenFile(const std::string& path);
/// The error, told as one about credentials.
[[nodiscard]] Error tokenRefused(Error error);

}  // namespace baton
