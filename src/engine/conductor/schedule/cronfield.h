// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/schedule/zonedtime.h"

#include <optional>
#include <string_view>
#include <vector>

namespace baton {

/// What a field of a cron expression counts.
enum class CronUnit : std::uint8_t { Millisecond, Second, Minute, Hour, DayOfMonth, Month, DayOfWeek };

/// How often a search for the next moment tries before it gives up.
inline constexpr int kMostCronAttempts = 366;

/// Moments by one of their parts: some of its values, or a day such as "the last Friday of the month". The ways it moves
/// from moment to moment are Spring's, so that changes of the clock come out alike.
class CronField {
public:
    [[nodiscard]] static std::optional<CronField> parse(CronUnit unit, std::string_view text);
    /// The whole second.
    [[nodiscard]] static CronField noFraction();

    /// The moment itself, or the first one after it that fits this field; none when there is none within sight.
    [[nodiscard]] std::optional<ZonedTime> nextOrSame(const ZonedTime& from) const;

private:
    struct Values {
        std::uint64_t bits = 0;
    };
    struct SpecialDay {
        enum class Kind : std::uint8_t { LastDay, LastWorkday, NearestWorkday, LastOfWeekday, NthOfWeekday };
        Kind kind = Kind::LastDay;
        int number = 0;        // days off the last one, the day, or which one
        int weekday = 0;       // 1 Monday..7
    };

    explicit CronField(CronUnit unit) noexcept : m_unit(unit) { }
    [[nodiscard]] static std::optional<Values> parseValues(CronUnit unit, std::string_view text);
    [[nodiscard]] static std::optional<SpecialDay> parseDayOfMonth(std::string_view text);
    [[nodiscard]] static std::optional<SpecialDay> parseDayOfWeek(std::string_view text);
    [[nodiscard]] std::optional<ZonedTime> nextOrSame(const Values& values, const ZonedTime& from) const;
    [[nodiscard]] std::optional<ZonedTime> nextOrSame(const SpecialDay& day, const ZonedTime& from) const;

    CronUnit m_unit;
    std::vector<Values> m_values;            // the soonest of all these
    std::vector<SpecialDay> m_days;
};

}  // namespace baton
