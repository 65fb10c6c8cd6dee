// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/ids.h"

#include <algorithm>
#include <chrono>

namespace baton {

/// Pauses between attempts: each 1.7 times the one before, up to a limit, then up to a fifth more or less by chance so that
/// many who failed together do not come back together.
class RetryPauses {
public:
    using Pause = std::chrono::nanoseconds;
    RetryPauses(Pause first, Pause limit) noexcept : m_first(first), m_limit(limit) { }

    void set(Pause first, Pause limit) noexcept { m_first = first; m_limit = limit; }
    void reset() noexcept { m_failures = 0; }
    [[nodiscard]] int failures() const noexcept { return m_failures; }
    [[nodiscard]] Pause next(IdSource& chance)
    {
        double pause = static_cast<double>(m_first.count());
        for (int i = 0; i < m_failures && pause < static_cast<double>(m_limit.count()); ++i)
            pause *= 1.7;
        ++m_failures;
        pause = std::min(pause, static_cast<double>(m_limit.count()));
        const double jitter = 0.8 + static_cast<double>(chance.nextNumber(4001)) / 10'000.0;
        return Pause(static_cast<std::int64_t>(pause * jitter));
    }

private:
    Pause m_first;
    Pause m_limit;
    int m_failures = 0;
};

}  // namespace baton
