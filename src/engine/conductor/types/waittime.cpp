// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/waittime.h"

#include <array>
#include <charconv>
#include <chrono>
#include <initializer_list>
#include <limits>

namespace baton {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Reads a text from its front.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(text) { }

    void skipBlanks()
    {
        while (!m_rest.empty() && (m_rest.front() == ' ' || (m_rest.front() >= '\t' && m_rest.front() <= '\r')))
            m_rest.remove_prefix(1);
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

    std::optional<int> number(std::size_t maxDigits = 10)
    {
        std::size_t digits = 0;
        while (digits < m_rest.size() && digits < maxDigits && m_rest[digits] >= '0' && m_rest[digits] <= '9')
            ++digits;
        int value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + digits, value);
        if (digits == 0 || error != std::errc() || end != m_rest.data() + digits)
            return std::nullopt;
        m_rest.remove_prefix(digits);
        return value;
    }

    bool word(std::string_view wanted)
    {
        if (m_rest.size() < wanted.size())
            return false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (lower(m_rest[i]) != wanted[i])
                return false;
        }
        m_rest.remove_prefix(wanted.size());
        return true;
    }

private:
    std::string_view m_rest;
};

struct Unit {
    std::int64_t seconds;
    std::initializer_list<std::string_view> words;      // longer ones first
};

// One "12 hours" if it stands here; the reader does not move when it does not.
std::int64_t takeUnit(Reader& reader, const Unit& unit)
{
    Reader trial = reader;
    trial.skipBlanks();
    const std::optional<int> count = trial.number();
    if (!count)
        return 0;
    trial.skipBlanks();
    for (const std::string_view word : unit.words) {
        if (trial.word(word)) {
            reader = trial;
            return *count * unit.seconds;
        }
    }
    return 0;
}

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr std::array<Zone, 16> kZones {{{"utc", 0}, {"gmt", 0}, {"z", 0}, {"ut", 0}, {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"cet", 60}, {"cest", 120},
    {"ist", 330}, {"jst", 540}}};

// "+0200", "-08:00", "+2"
std::optional<int> offsetMinutes(Reader& reader)
{
    const bool negative = reader.word("-");
    if (!negative && !reader.word("+"))
        return std::nullopt;
    const std::optional<int> hours = reader.number(2);
    if (!hours || *hours > 23)
        return std::nullopt;
    reader.word(":");
    const int minutes = reader.number(2).value_or(0);
    if (minutes > 59)
        return std::nullopt;
    return (negative ? -1 : 1) * (*hours * 60 + minutes);
}

std::optional<int> zoneMinutes(Reader& reader)
{
    for (const std::string_view prefix : {"gmt", "utc"}) {
        Reader trial = reader;
        if (!trial.word(prefix))
            continue;
        if (const std::optional<int> offset = offsetMinutes(trial)) {
            reader = trial;
            return offset;
        }
    }
    for (const Zone& zone : kZones) {
        Reader trial = reader;
        if (trial.word(zone.name) && trial.atEnd()) {
            reader = trial;
            return zone.minutes;
        }
    }
    return offsetMinutes(reader);
}

}  // namespace

std::optional<std::int64_t> durationSeconds(std::string_view text)
{
    Reader reader(text);
    std::int64_t seconds = takeUnit(reader, {86400, {"days", "day", "d"}});
    seconds += takeUnit(reader, {3600, {"hours", "hour", "hrs", "hr", "h"}});
    seconds += takeUnit(reader, {60, {"minutes", "minute", "mins", "min", "m"}});
    seconds += takeUnit(reader, {1, {"seconds", "second", "secs", "sec", "s"}});
    reader.skipBlanks();
    return reader.atEnd() ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

std::optional<EpochMs> untilMoment(std::string_view text)
{
    using namespace std::chrono;
    Reader reader(text);
    const std::optional<int> y = reader.number(6);
    const bool dash1 = reader.word("-");
    const std::optional<int> m = reader.number(2);
    const bool dash2 = reader.word("-");
    const std::optional<int> d = reader.number(2);
    if (!y || !m || !d || !dash1 || !dash2)
        return std::nullopt;
    // Beyond the month's end it runs over into the next, as the real server's lenient calendar has it.
    const auto first = sys_days(year(*y) / 1 / 1);
    std::int64_t minutes = 0;
    const year_month base = year_month(year(*y), month(1)) + months(*m - 1);
    const auto days = (sys_days(base / 1) - first).count() + (first.time_since_epoch()).count() + *d - 1;
    if (!reader.atEnd()) {
        if (!reader.word(" "))
            return std::nullopt;
        const std::optional<int> hour = reader.number(2);
        const bool colon = reader.word(":");
        const std::optional<int> minute = reader.number(2);
        if (!hour || !colon || !minute)
            return std::nullopt;
        minutes = *hour * 60 + *minute;
        if (!reader.atEnd()) {
            if (!reader.word(" "))
                return std::nullopt;
            const std::optional<int> zone = zoneMinutes(reader);
            if (!zone || !reader.atEnd())
                return std::nullopt;
            minutes -= *zone;
        }
    }
    return (std::int64_t {days} * 1440 + minutes) * 60000;
}

}  // namespace baton
