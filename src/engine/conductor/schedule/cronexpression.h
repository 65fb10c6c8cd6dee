// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/schedule/cronfield.h"

#include <array>
#include <optional>

namespace baton {

/// When something is to happen, as Spring writes it: second, minute, hour, day of month, month, day of week (0 and 7 are
/// Sunday), with * ? lists, ranges, steps, names, L, W, # and @daily and its like.
class CronExpression {
public:
    /// Internal, in the real server's words: "Invalid cron expression".
    [[nodiscard]] static Result<CronExpression> parse(std::string_view text);

    /// The first moment after this one; none when there is none within sight.
    [[nodiscard]] std::optional<EpochMs> next(EpochMs after, const TimeZone& zone) const;

private:
    explicit CronExpression(std::array<CronField, 7> fields) : m_fields(std::move(fields)) { }

    std::array<CronField, 7> m_fields;   // in the order of trying: the greatest steps first
};

}  // namespace baton
