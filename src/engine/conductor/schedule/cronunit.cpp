// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/cronunit.h"

#include <array>

namespace baton {
namespace {

constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::array kUnits {CronUnit::Millisecond, CronUnit::Second, CronUnit::Minute, CronUnit::Hour, CronUnit::DayOfMonth,
    CronUnit::Month, CronUnit::DayOfWeek};

std::int64_t lengthOf(CronUnit unit)
{
    switch (unit) {
    case CronUnit::Millisecond: return 1;
    case CronUnit::Second: return kSecondMs;
    case CronUnit::Minute: return kMinuteMs;
    default: return kHourMs;
    }
}

ZonedTime withValue(CronUnit unit, const ZonedTime& time, int value)
{
    switch (unit) {
    case CronUnit::DayOfMonth: return time.withDay(value);
    case CronUnit::Month: return time.withMonth(value);
    case CronUnit::DayOfWeek: return time.plusDays(value - time.weekday());
    default: return time.withTimeOfDay(time.ofDay() + (value - valueOf(unit, time)) * lengthOf(unit));
    }
}

ZonedTime plus(CronUnit unit, const ZonedTime& time, int amount)
{
    switch (unit) {
    case CronUnit::Month: return time.plusMonths(amount);
    case CronUnit::DayOfMonth:
    case CronUnit::DayOfWeek: return time.plusDays(amount);
    default: return time.plusMoments(amount * lengthOf(unit));
    }
}

ZonedTime intoNextGreater(CronUnit unit, const ZonedTime& time)
{
    switch (unit) {
    case CronUnit::Millisecond: return time.plusMoments(kSecondMs);
    case CronUnit::Second: return time.plusMoments(kMinuteMs);
    case CronUnit::Minute: return time.plusMoments(kHourMs);
    case CronUnit::Hour: return time.plusDays(1);
    case CronUnit::DayOfMonth: return time.plusMonths(1);
    case CronUnit::Month: return time.plusMonths(12);
    case CronUnit::DayOfWeek: return time.plusDays(7);
    }
    return time;
}

CronRange rangeAt(CronUnit unit, const ZonedTime& time)
{
    return unit == CronUnit::DayOfMonth ? CronRange {1, time.daysOfMonth()} : rangeOf(unit);
}

}  // namespace

CronRange rangeOf(CronUnit unit) noexcept
{
    switch (unit) {
    case CronUnit::Millisecond: return {0, 999};
    case CronUnit::Second:
    case CronUnit::Minute: return {0, 59};
    case CronUnit::Hour: return {0, 23};
    case CronUnit::DayOfMonth: return {1, 31};
    case CronUnit::Month: return {1, 12};
    case CronUnit::DayOfWeek: return {1, 7};
    }
    return {};
}

int valueOf(CronUnit unit, const ZonedTime& time)
{
    switch (unit) {
    case CronUnit::Millisecond: return time.millisecond();
    case CronUnit::Second: return time.second();
    case CronUnit::Minute: return time.minute();
    case CronUnit::Hour: return time.hour();
    case CronUnit::DayOfMonth: return time.day();
    case CronUnit::Month: return time.month();
    case CronUnit::DayOfWeek: return time.weekday();
    }
    return 0;
}

ZonedTime rollForward(CronUnit unit, const ZonedTime& time)
{
    const ZonedTime next = intoNextGreater(unit, time);
    return withValue(unit, next, rangeAt(unit, next).least);
}

ZonedTime elapseUntil(CronUnit unit, const ZonedTime& time, int goal)
{
    const int current = valueOf(unit, time);
    const CronRange range = rangeAt(unit, time);
    if (current >= goal)
        return plus(unit, time, goal + range.greatest - current + 1 - range.least);
    if (goal >= range.least && goal <= range.greatest)
        return withValue(unit, time, goal);
    return plus(unit, time, range.greatest - current + 1);   // such as the 29th of February
}

ZonedTime resetBelow(CronUnit unit, const ZonedTime& time)
{
    ZonedTime result = time;
    const CronUnit highest = unit == CronUnit::DayOfWeek ? CronUnit::Hour
        : unit == CronUnit::Month ? CronUnit::DayOfMonth
                                  : static_cast<CronUnit>(static_cast<int>(unit) - 1);
    for (std::size_t i = static_cast<std::size_t>(highest) + 1; i-- > 0 && unit != CronUnit::Millisecond;)
        result = withValue(kUnits[i], result, rangeAt(kUnits[i], result).least);
    return result;
}

}  // namespace baton
