// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/cronexpression.h"
#include "engine/conductor/schedule/cronunit.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace baton {
namespace {

constexpr std::array<std::string_view, 12> kMonths {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT",
    "NOV", "DEC"};
constexpr std::array<std::string_view, 7> kDays {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMacros {{{"@yearly", "0 0 0 1 1 *"},
    {"@annually", "0 0 0 1 1 *"}, {"@monthly", "0 0 0 1 * *"}, {"@weekly", "0 0 0 * * 0"}, {"@daily", "0 0 0 * * *"},
    {"@midnight", "0 0 0 * * *"}, {"@hourly", "0 0 * * * *"}}};

constexpr EpochMs kFirstMoment = -62'135'596'800'000;   // of year 1
constexpr EpochMs kLastMoment = 253'402'300'799'999;     // of year 9999

std::string changed(std::string_view text, char (*change)(char))
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), change);
    return result;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Names by their numbers, from 1.
template <std::size_t Count>
std::string withNumbers(std::string_view text, const std::array<std::string_view, Count>& names)
{
    std::string result = changed(text, upper);
    for (std::size_t i = 0; i < Count; ++i) {
        for (std::size_t at = result.find(names[i]); at != std::string::npos; at = result.find(names[i], at))
            result.replace(at, names[i].size(), std::to_string(i + 1));
    }
    return result;
}

// As Java reads an int: a sign may lead.
std::optional<int> number(std::string_view text)
{
    if (text.starts_with('+'))
        text = text.size() > 1 && text[1] != '-' ? text.substr(1) : std::string_view();
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end && !text.empty() ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(by); at != std::string_view::npos; at = text.find(by)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

std::optional<int> valid(CronUnit unit, std::optional<int> value)
{
    if (!value || (unit == CronUnit::DayOfWeek && *value == 0))
        return value;
    const CronRange range = rangeOf(unit);
    return *value >= range.least && *value <= range.greatest ? value : std::nullopt;
}

std::optional<CronRange> parseRange(CronUnit unit, std::string_view text)
{
    if (text == "*")
        return rangeOf(unit);
    const std::size_t hyphen = text.find('-');
    std::optional<int> least = valid(unit, number(text.substr(0, hyphen)));
    const std::optional<int> greatest = hyphen == std::string_view::npos ? least : valid(unit, number(text.substr(hyphen + 1)));
    if (hyphen != std::string_view::npos && unit == CronUnit::DayOfWeek && least == 7)
        least = 0;   // Sunday, at the beginning of a range
    if (!least || !greatest || *least > *greatest)
        return std::nullopt;
    return CronRange {*least, *greatest};
}

std::optional<int> parseWeekday(std::string_view text)
{
    const std::optional<int> day = number(text);
    return day == 0 ? std::optional(7) : day && *day >= 1 && *day <= 7 ? day : std::nullopt;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (std::string_view word : split(text, ' ')) {
        while (!word.empty() && static_cast<unsigned char>(word.front()) <= ' ')
            word.remove_prefix(1);
        while (!word.empty() && static_cast<unsigned char>(word.back()) <= ' ')
            word.remove_suffix(1);
        if (!word.empty())
            words.emplace_back(word);
    }
    return words;
}

}  // namespace

std::optional<CronField::Values> CronField::parseValues(CronUnit unit, std::string_view text)
{
    const bool isDate = unit == CronUnit::DayOfMonth || unit == CronUnit::DayOfWeek;
    if (isDate && text == "?")
        text = "*";
    Values values;
    for (const std::string_view part : split(text, ',')) {
        const std::size_t slash = part.find('/');
        std::optional<CronRange> range = parseRange(unit, part.substr(0, slash));
        std::optional<int> step = 1;
        if (slash != std::string_view::npos) {
            step = number(part.substr(slash + 1));
            if (range && part.substr(0, slash).find('-') == std::string_view::npos)
                range->greatest = rangeOf(unit).greatest;
        }
        if (!range || !step || *step <= 0)
            return std::nullopt;
        for (std::int64_t bit = range->least; bit <= range->greatest; bit += *step)
            values.bits |= std::uint64_t {1} << bit;
    }
    if (unit == CronUnit::DayOfWeek && (values.bits & 1) != 0)
        values.bits = (values.bits & ~std::uint64_t {1}) | (std::uint64_t {1} << 7);
    return values;
}

std::optional<CronField::SpecialDay> CronField::parseDayOfMonth(std::string_view text)
{
    using Kind = SpecialDay::Kind;
    if (text.find('L') != std::string_view::npos) {
        if (text == "L")
            return SpecialDay {Kind::LastDay, 0, 0};
        if (text == "LW")
            return SpecialDay {Kind::LastWorkday, 0, 0};
        const std::optional<int> offset = text.rfind('L') == 0 ? number(text.substr(1)) : std::nullopt;
        return offset && *offset < 0 ? std::optional(SpecialDay {Kind::LastDay, *offset, 0}) : std::nullopt;
    }
    const std::optional<int> day = text.rfind('W') == text.size() - 1
        ? valid(CronUnit::DayOfMonth, number(text.substr(0, text.size() - 1))) : std::nullopt;
    return day ? std::optional(SpecialDay {Kind::NearestWorkday, *day, 0}) : std::nullopt;
}

std::optional<CronField::SpecialDay> CronField::parseDayOfWeek(std::string_view text)
{
    using Kind = SpecialDay::Kind;
    if (const std::size_t at = text.rfind('L'); at != std::string_view::npos) {
        const std::optional<int> weekday = at == text.size() - 1 ? parseWeekday(text.substr(0, at)) : std::nullopt;
        return weekday ? std::optional(SpecialDay {Kind::LastOfWeekday, 0, *weekday}) : std::nullopt;
    }
    const std::size_t at = text.rfind('#');
    const std::optional<int> weekday = parseWeekday(text.substr(0, at));
    const std::optional<int> nth = number(text.substr(at + 1));
    if (!weekday || !nth || *nth <= 0)
        return std::nullopt;
    return SpecialDay {Kind::NthOfWeekday, *nth, *weekday};
}

std::optional<CronField> CronField::parse(CronUnit unit, std::string_view text)
{
    const std::string numbered = unit == CronUnit::Month ? withNumbers(text, kMonths)
        : unit == CronUnit::DayOfWeek ? withNumbers(text, kDays)
                                      : std::string(text);
    const auto isSpecial = [unit](std::string_view part) {
        return (unit == CronUnit::DayOfMonth && part.find_first_of("LW") != std::string_view::npos)
            || (unit == CronUnit::DayOfWeek && part.find_first_of("L#") != std::string_view::npos);
    };
    CronField field(unit);
    if (!isSpecial(numbered)) {
        const std::optional<Values> values = parseValues(unit, numbered);
        if (!values)
            return std::nullopt;
        field.m_values.push_back(*values);
        return field;
    }
    for (const std::string_view part : split(numbered, ',')) {
        if (!isSpecial(part)) {
            const std::optional<Values> values = parseValues(unit, part);
            if (!values)
                return std::nullopt;
            field.m_values.push_back(*values);
            continue;
        }
        const std::optional<SpecialDay> day = unit == CronUnit::DayOfMonth ? parseDayOfMonth(part) : parseDayOfWeek(part);
        if (!day)
            return std::nullopt;
        field.m_days.push_back(*day);
    }
    return field;
}

Result<CronExpression> CronExpression::parse(std::string_view text)
{
    const Error invalid {ErrorCode::Internal, "Invalid cron expression"};
    std::vector<std::string> words = wordsOf(text);
    if (words.size() == 1) {
        const std::string name = changed(words.front(), lower);
        for (const auto& [macro, meaning] : kMacros) {
            if (name == macro)
                words = wordsOf(meaning);
        }
    }
    if (words.size() != 6)
        return invalid;
    constexpr std::array kUnits {CronUnit::Second, CronUnit::Minute, CronUnit::Hour, CronUnit::DayOfMonth, CronUnit::Month,
        CronUnit::DayOfWeek};
    std::vector<CronField> fields;
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        std::optional<CronField> field = CronField::parse(kUnits[i], words[i]);
        if (!field)
            return invalid;
        fields.push_back(*std::move(field));
    }
    return CronExpression({fields[5], fields[4], fields[3], fields[2], fields[1], fields[0], CronField::noFraction()});
}

std::optional<EpochMs> CronExpression::next(EpochMs after, const TimeZone& zone) const
{
    if (after < kFirstMoment || after > kLastMoment)
        return std::nullopt;
    ZonedTime time(after + 1, zone);
    for (int attempt = 0; attempt < kMostCronAttempts; ++attempt) {
        const ZonedTime before = time;
        for (const CronField& field : m_fields) {
            const std::optional<ZonedTime> next = field.nextOrSame(time);
            if (!next)
                return std::nullopt;
            time = *next;
        }
        if (time == before)
            return time.moment();
    }
    return std::nullopt;
}

}  // namespace baton
