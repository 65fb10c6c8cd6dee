// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/timetext.h"

#include <algorithm>
#include <chrono>

namespace baton::tasks {

namespace {

void putDigits(char* to, unsigned number, int digits)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char>('0' + number % 10);
}

/// Fills "YYYY-MM-DDTHH:MM:SSZ".
void fill(char* to, EpochMs time)
{
    constexpr std::int64_t kFirst = -62135596800;   // 0001-01-01
    constexpr std::int64_t kLast = 253402300799;    // 9999-12-31
    const std::int64_t floored = time / 1000 - (time % 1000 < 0 ? 1 : 0);
    const std::int64_t seconds = std::clamp(floored, kFirst, kLast);
    const std::int64_t day = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    const auto ofDay = static_cast<unsigned>(seconds - day * 86400);
    const std::chrono::year_month_day date {std::chrono::sys_days {std::chrono::days {day}}};
    putDigits(to, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    putDigits(to + 5, static_cast<unsigned>(date.month()), 2);
    putDigits(to + 8, static_cast<unsigned>(date.day()), 2);
    putDigits(to + 11, ofDay / 3600, 2);
    putDigits(to + 14, ofDay / 60 % 60, 2);
    putDigits(to + 17, ofDay % 60, 2);
}

}  // namespace

Text dateText(EpochMs time)
{
    char text[] = "0000-00-00T00:00:00Z";
    fill(text, time);
    return Text(std::string_view(text, 10));
}

Text timeText(EpochMs time)
{
    char text[] = "0000-00-00T00:00:00Z";
    fill(text, time);
    return Text(std::string_view(text, 20));
}

}  // namespace baton::tasks
