// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/server/route.h"

#include <span>

namespace baton {

/// The interface described by itself: an OpenAPI 3.0 document of these routes and the beans they mention.
[[nodiscard]] Value apiDocs(std::span<const Route> routes);

}  // namespace baton
