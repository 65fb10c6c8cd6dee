// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/schedule/timezone.h"

#include <chrono>

namespace baton {

/// A moment as clocks and calendars of a zone show it, with Java's rules (ZonedDateTime) for what a change of the clock
/// skips or repeats: a time that does not exist is moved on by what is skipped; of two the one with the present offset.
class ZonedTime {
public:
    ZonedTime(EpochMs moment, TimeZone zone);

    [[nodiscard]] EpochMs moment() const noexcept { return m_local - std::int64_t {m_offset} * 1000; }

    [[nodiscard]] int year() const { return static_cast<int>(date().year()); }
    [[nodiscard]] int month() const { return static_cast<int>(static_cast<unsigned>(date().month())); }        // 1..12
    [[nodiscard]] int day() const { return static_cast<int>(static_cast<unsigned>(date().day())); }            // 1..31
    [[nodiscard]] int weekday() const;                                                                          // 1 Monday..7
    [[nodiscard]] int hour() const noexcept { return static_cast<int>(ofDay() / 3'600'000); }
    [[nodiscard]] int minute() const noexcept { return static_cast<int>(ofDay() / 60'000 % 60); }
    [[nodiscard]] int second() const noexcept { return static_cast<int>(ofDay() / 1000 % 60); }
    [[nodiscard]] int millisecond() const noexcept { return static_cast<int>(ofDay() % 1000); }
    [[nodiscard]] int daysOfMonth() const;

    // Changed copies. The date is kept valid: the 31st becomes the last of a shorter month.
    [[nodiscard]] ZonedTime plusMonths(int months) const;
    [[nodiscard]] ZonedTime plusDays(std::int64_t days) const;
    [[nodiscard]] ZonedTime plusMoments(std::int64_t milliseconds) const;     // by the clock that never jumps
    [[nodiscard]] ZonedTime withMonth(int month) const;
    [[nodiscard]] ZonedTime withDay(int day) const;                           // 1..daysOfMonth()
    [[nodiscard]] ZonedTime withTimeOfDay(std::int64_t milliseconds) const;   // what the clock shows
    [[nodiscard]] std::int64_t ofDay() const noexcept;                        // milliseconds

    friend bool operator==(const ZonedTime& a, const ZonedTime& b) noexcept
    {
        return a.m_local == b.m_local && a.m_offset == b.m_offset;
    }

private:
    [[nodiscard]] std::chrono::year_month_day date() const;
    [[nodiscard]] ZonedTime withDate(std::chrono::year_month_day date) const;
    [[nodiscard]] ZonedTime withLocal(std::int64_t local) const;

    TimeZone m_zone;
    std::int64_t m_local = 0;    // milliseconds since 1970 as the clock shows them
    int m_offset = 0;            // seconds
};

}  // namespace baton
