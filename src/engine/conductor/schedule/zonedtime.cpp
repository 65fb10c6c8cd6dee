// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/zonedtime.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

unsigned lastDay(std::chrono::year_month month)
{
    return static_cast<unsigned>((month / std::chrono::last).day());
}

}  // namespace

ZonedTime::ZonedTime(EpochMs moment, TimeZone zone) : m_zone(std::move(zone)), m_offset(m_zone.offsetAt(moment))
{
    m_local = moment + std::int64_t {m_offset} * 1000;
}

std::int64_t ZonedTime::ofDay() const noexcept
{
    return m_local - floorDiv(m_local, kDayMs) * kDayMs;
}

std::chrono::year_month_day ZonedTime::date() const
{
    return std::chrono::sys_days(std::chrono::days(floorDiv(m_local, kDayMs)));
}

int ZonedTime::weekday() const
{
    const std::chrono::weekday day(std::chrono::sys_days(std::chrono::days(floorDiv(m_local, kDayMs))));
    return static_cast<int>(day.iso_encoding());
}

int ZonedTime::daysOfMonth() const
{
    const std::chrono::year_month_day today = date();
    return static_cast<int>(lastDay(today.year() / today.month()));
}

ZonedTime ZonedTime::withLocal(std::int64_t local) const
{
    ZonedTime result = *this;
    result.m_local = local;
    // No zone changes its clock twice within two days.
    const int before = m_zone.offsetAt(local - kDayMs);
    const int after = m_zone.offsetAt(local + kDayMs);
    const auto holds = [&](int offset) { return m_zone.offsetAt(local - std::int64_t {offset} * 1000) == offset; };
    if (before == after) {
        result.m_offset = before;
    } else if (holds(before) && holds(after)) {
        result.m_offset = m_offset == after ? after : before;
    } else if (holds(before)) {
        result.m_offset = before;
    } else if (holds(after)) {
        result.m_offset = after;
    } else {
        result.m_offset = after;
        result.m_local = local + std::int64_t {after - before} * 1000;
    }
    return result;
}

ZonedTime ZonedTime::withDate(std::chrono::year_month_day date) const
{
    const unsigned last = lastDay(date.year() / date.month());
    if (static_cast<unsigned>(date.day()) > last)
        date = date.year() / date.month() / std::chrono::day(last);
    return withLocal(std::chrono::sys_days(date).time_since_epoch().count() * kDayMs + ofDay());
}

ZonedTime ZonedTime::plusMonths(int months) const
{
    return withDate(date() + std::chrono::months(months));
}

ZonedTime ZonedTime::plusDays(std::int64_t days) const
{
    return withLocal(m_local + days * kDayMs);
}

ZonedTime ZonedTime::plusMoments(std::int64_t milliseconds) const
{
    return {moment() + milliseconds, m_zone};
}

ZonedTime ZonedTime::withMonth(int month) const
{
    const std::chrono::year_month_day today = date();
    return withDate(today.year() / std::chrono::month(static_cast<unsigned>(month)) / today.day());
}

ZonedTime ZonedTime::withDay(int day) const
{
    const std::chrono::year_month_day today = date();
    return withDate(today.year() / today.month() / std::chrono::day(static_cast<unsigned>(day)));
}

ZonedTime ZonedTime::withTimeOfDay(std::int64_t milliseconds) const
{
    return withLocal(floorDiv(m_local, kDayMs) * kDayMs + milliseconds);
}

}  // namespace baton
