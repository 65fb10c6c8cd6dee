// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/timezone.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <optional>

namespace baton {
namespace {

constexpr int kGreatestOffset = 18 * 3600;

Error refused(std::string words, std::string_view id)
{
    return {ErrorCode::Internal, std::move(words) + std::string(id)};
}

std::optional<int> twoDigits(std::string_view text, std::size_t at)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (at + 2 > text.size() || !isDigit(text[at]) || !isDigit(text[at + 1]))
        return std::nullopt;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// +h, +hh, +hh:mm, +hhmm, +hh:mm:ss, +hhmmss: seconds, also beyond what is allowed.
std::optional<int> offsetIn(std::string_view text)
{
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    std::string digits(text.substr(1));
    if (digits.size() == 1)
        digits.insert(0, "0");
    const bool colons = digits.size() > 2 && digits[2] == ':';
    const std::size_t step = colons ? 3 : 2;
    if (digits.size() != 2 && digits.size() != 2 + step && digits.size() != 2 + 2 * step)
        return std::nullopt;
    int seconds = 0;
    int unit = 3600;
    for (std::size_t at = 0; at < digits.size(); at += step, unit /= 60) {
        const std::optional<int> number = twoDigits(digits, at);
        if (!number || (at > 0 && (*number > 59 || (colons && digits[at - 1] != ':'))))
            return std::nullopt;
        seconds += *number * unit;
    }
    return text[0] == '-' ? -seconds : seconds;
}

bool isRegionName(std::string_view id)
{
    return id.size() >= 2 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("/._~+-").find(c) != std::string_view::npos;
    }) && ((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z'));
}

// Those Java knows; Qt takes any word for a rule of POSIX, such as "CET-1CEST".
constexpr std::array<std::string_view, 36> kSingleWords {"CET", "CST6CDT", "Cuba", "EET", "EST5EDT", "Egypt", "Eire", "GB",
    "GB-Eire", "GMT0", "Greenwich", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET",
    "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROK", "Singapore", "Turkey", "UCT",
    "Universal", "W-SU", "WET", "Zulu"};

bool isKnownForm(std::string_view id)
{
    return id.find('/') != std::string_view::npos || std::ranges::find(kSingleWords, id) != kSingleWords.end();
}

}  // namespace

struct TimeZone::Rules {
    QTimeZone zone;
};

TimeZone::TimeZone() = default;

Result<TimeZone> TimeZone::find(std::string_view id)
{
    if (id == "Z" || id == "UTC" || id == "GMT" || id == "UT")
        return TimeZone(0);
    for (const std::string_view prefix : {"UTC", "GMT", "UT", ""}) {
        if (!id.starts_with(prefix) || id.size() == prefix.size()
            || (id[prefix.size()] != '+' && id[prefix.size()] != '-'))
            continue;
        const std::optional<int> offset = offsetIn(id.substr(prefix.size()));
        if (offset && std::abs(*offset) <= kGreatestOffset)
            return TimeZone(*offset);
        if (!prefix.empty())
            return refused("Invalid ID for offset-based ZoneId: ", id);
        return offset ? refused("Zone offset not in valid range: -18:00 to +18:00", {})
                      : refused("Invalid ID for ZoneOffset, invalid format: ", id);
    }
    if (id.size() < 2)
        return refused("Invalid ID for ZoneOffset, invalid format: ", id);
    if (!isRegionName(id))
        return refused("Invalid ID for region-based ZoneId, invalid format: ", id);
    const QByteArray name(id.data(), static_cast<qsizetype>(id.size()));
    QTimeZone zone(name);
    if (!isKnownForm(id) || !zone.isValid() || zone.id() != name)
        return refused("Unknown time-zone ID: ", id);
    TimeZone found;
    found.m_rules = std::make_shared<const Rules>(Rules {std::move(zone)});
    return found;
}

int TimeZone::offsetAt(EpochMs moment) const
{
    return m_rules ? m_rules->zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC)) : m_offset;
}

}  // namespace baton
