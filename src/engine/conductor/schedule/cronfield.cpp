// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/cronfield.h"

#include "engine/conductor/schedule/cronunit.h"

#include <bit>

namespace baton {
namespace {

constexpr int kSaturday = 6;
constexpr int kSunday = 7;
constexpr int kFarthest = 1000;   // days before the end of a month, weeks after its beginning

ZonedTime atMidnight(const ZonedTime& time)
{
    return time.withTimeOfDay(0);
}

// A day reached from another one begins at midnight; the same day stays as it is.
ZonedTime beginOf(const ZonedTime& result, const ZonedTime& from)
{
    return result.day() == from.day() ? from : atMidnight(result);
}

ZonedTime lastDay(const ZonedTime& time)
{
    return time.withDay(time.daysOfMonth());
}

ZonedTime lastWorkday(const ZonedTime& time)
{
    const ZonedTime last = lastDay(time);
    const int weekday = last.weekday();
    return weekday == kSaturday ? last.plusDays(-1) : weekday == kSunday ? last.plusDays(-2) : last;
}

std::optional<ZonedTime> nearestWorkday(ZonedTime time, int day)
{
    const int weekday = time.weekday();
    const int today = time.day();
    if ((today == day && weekday < kSaturday) || (weekday == 5 && today == day - 1) || (weekday == 1 && today == day + 1)
        || (weekday == 1 && day == 1 && today == 3))
        return time;
    for (int attempt = 0; attempt < kMostCronAttempts; ++attempt) {
        if (time.day() == day) {
            const int reached = time.weekday();
            if (reached == kSaturday)
                time = time.plusDays(day != 1 ? -1 : 2);
            else if (reached == kSunday)
                time = time.plusDays(1);
            return atMidnight(time);
        }
        time = elapseUntil(CronUnit::DayOfMonth, time, day);
    }
    return std::nullopt;
}

ZonedTime lastOfWeekday(const ZonedTime& time, int weekday)
{
    const ZonedTime last = lastDay(time);
    return last.plusDays(-((last.weekday() - weekday + 7) % 7));
}

std::optional<ZonedTime> nthOfWeekday(ZonedTime time, int weekday, int nth)
{
    if (nth > kFarthest)
        return std::nullopt;
    // The fifth of a month may lie in the next one: then that one's is meant.
    for (int attempt = 0; attempt < 12; ++attempt) {
        const ZonedTime first = time.withDay(1);
        const ZonedTime result = first.plusDays((weekday - first.weekday() + 7) % 7 + (std::int64_t {nth} - 1) * 7);
        if (result.month() == time.month())
            return beginOf(result, time);
        time = result;
    }
    return std::nullopt;
}

int nextBit(std::uint64_t bits, int from)
{
    const std::uint64_t rest = from > 63 ? 0 : bits >> from << from;
    return rest == 0 ? -1 : std::countr_zero(rest);
}

}  // namespace

CronField CronField::noFraction()
{
    CronField field(CronUnit::Millisecond);
    field.m_values.push_back({1});
    return field;
}

std::optional<ZonedTime> CronField::nextOrSame(const ZonedTime& from) const
{
    std::optional<ZonedTime> soonest;
    const auto keepSooner = [&](const std::optional<ZonedTime>& other) {
        if (other && (!soonest || other->moment() < soonest->moment()))
            soonest = other;
    };
    for (const Values& values : m_values)
        keepSooner(nextOrSame(values, from));
    for (const SpecialDay& day : m_days)
        keepSooner(nextOrSame(day, from));
    return soonest;
}

std::optional<ZonedTime> CronField::nextOrSame(const Values& values, const ZonedTime& from) const
{
    ZonedTime time = from;
    int current = valueOf(m_unit, time);
    int next = nextBit(values.bits, current);
    if (next < 0) {
        time = rollForward(m_unit, time);
        next = nextBit(values.bits, 0);
    }
    if (next == current)
        return time;
    current = valueOf(m_unit, time);
    int attempts = 0;
    while (current != next && attempts++ < kMostCronAttempts) {
        time = elapseUntil(m_unit, time, next);
        current = valueOf(m_unit, time);
        next = nextBit(values.bits, current);
        if (next < 0) {
            time = rollForward(m_unit, time);
            next = nextBit(values.bits, 0);
        }
    }
    if (attempts >= kMostCronAttempts)
        return std::nullopt;
    return resetBelow(m_unit, time);
}

std::optional<ZonedTime> CronField::nextOrSame(const SpecialDay& day, const ZonedTime& from) const
{
    const auto adjusted = [&day](const ZonedTime& time) -> std::optional<ZonedTime> {
        switch (day.kind) {
        case SpecialDay::Kind::LastDay:
            return day.number < -kFarthest ? std::nullopt : std::optional(beginOf(lastDay(time).plusDays(day.number), time));
        case SpecialDay::Kind::LastWorkday: return beginOf(lastWorkday(time), time);
        case SpecialDay::Kind::NearestWorkday: return nearestWorkday(time, day.number);
        case SpecialDay::Kind::LastOfWeekday: return beginOf(lastOfWeekday(time, day.weekday), time);
        case SpecialDay::Kind::NthOfWeekday: return nthOfWeekday(time, day.weekday, day.number);
        }
        return std::nullopt;
    };
    std::optional<ZonedTime> result = adjusted(from);
    if (!result || result->moment() >= from.moment())
        return result;
    // It lies before the start: from the next month on, then.
    result = adjusted(rollForward(CronUnit::DayOfMonth, from));
    return result ? std::optional(resetBelow(m_unit, *result)) : std::nullopt;
}

}  // namespace baton
