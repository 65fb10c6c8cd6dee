// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <memory>
#include <string_view>

namespace baton {

/// A zone of the tz database ("Europe/Berlin") or a fixed offset ("Z", "UTC+02:00", "-03:30"), by the names Java knows. A
/// cheap value; safe to use from any thread.
class TimeZone {
public:
    TimeZone();                                                // UTC
    /// Internal, in the real server's words: "Unknown time-zone ID: Mars/Olympus".
    [[nodiscard]] static Result<TimeZone> find(std::string_view id);

    /// Seconds east of UTC at that moment.
    [[nodiscard]] int offsetAt(EpochMs moment) const;

private:
    struct Rules;
    explicit TimeZone(int offset) noexcept : m_offset(offset) { }

    std::shared_ptr<const Rules> m_rules;                      // none: always m_offset
    int m_offset = 0;
};

}  // namespace baton
