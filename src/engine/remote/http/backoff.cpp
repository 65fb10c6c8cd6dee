// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/backoff.h"

#include <algorithm>

namespace baton {

std::chrono::milliseconds Backoff::pause(int failures, IdSource& chance) const
{
    std::int64_t pause = std::max<std::int64_t>(first.count(), 1);
    const std::int64_t longest = std::max<std::int64_t>(most.count(), pause);
    for (int i = 1; i < failures && pause < longest; ++i)
        pause *= 2;
    pause = std::min(pause, longest);
    const std::int64_t spread = pause * 2 / 5;
    const auto extra = static_cast<std::int64_t>(chance.nextNumber(static_cast<std::uint64_t>(spread) + 1));
    return std::chrono::milliseconds(pause - spread / 2 + extra);
}

}  // namespace baton
