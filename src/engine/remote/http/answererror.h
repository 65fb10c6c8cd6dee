// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/http/network.h"
#include "engine/value/value.h"

namespace baton {

/// The Error behind an answer that is not 2xx, in the server's own words where it says some.
[[nodiscard]] Error errorOf(const HttpAnswer& answer, const std::string& url);

/// How long the server asks to wait: Retry-After in seconds; none when it does not say, or gives a date.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpAnswer& answer);

/// The moment in a Date header (IMF-fixdate, the only form servers may send); none when it is missing or broken.
[[nodiscard]] std::optional<EpochMs> dateOf(const HttpAnswer& answer);

/// Is the body of an answer, whatever its status, one that only a Conductor gives: a JSON error with status and message.
[[nodiscard]] bool isConductorError(const HttpAnswer& answer);

/// The body as JSON. ParseError when it is none, with what it looks like instead.
[[nodiscard]] Result<Value> jsonOf(const HttpAnswer& answer, const std::string& url);

}  // namespace baton
