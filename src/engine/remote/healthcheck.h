// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/health.h"
#include "engine/remote/ports/apirequest.h"

namespace baton {

/// What three answers say of a server: to /health, to the size of a queue, to /version.
[[nodiscard]] HealthReport judged(const ApiOutcome& health, const ApiOutcome& queue, const ApiOutcome& version);

/// Asks them at once, each a single time, and reports when all have come. Network thread.
void lookAt(const ApiSender& send, std::chrono::milliseconds timeout, std::function<void(HealthReport)> reply);

}  // namespace baton
