// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logsinks.h"

#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace baton {

namespace {

/// 2026-11-23T12:00:00.000Z
std::string timeText(EpochMs time)
{
    const std::chrono::sys_time<std::chrono::milliseconds> moment {std::chrono::milliseconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(moment - day);
    std::array<char, 48> text {};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
        static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

bool isPlain(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c != '"' && c != '=' && c != '\\' && c != '\x7f';
    });
}

std::string jsonLine(const LogRecord& record)
{
    static constexpr std::array<std::string_view, 3> kReserved {"time", "level", "message"};
    ObjectBuilder line(record.fields.size() + kReserved.size());
    line.set(Key("time"), Value(timeText(record.time)));
    line.set(Key("level"), Value(toText(record.level)));
    line.set(Key("message"), Value(record.message));
    for (const LogField& field : record.fields) {
        const bool taken = std::find(kReserved.begin(), kReserved.end(), field.name) != kReserved.end();
        line.set(Key(taken ? "_" + field.name : field.name), field.value);
    }
    return toJson(std::move(line).build());
}

/// A message of several lines stays one line.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (c == '\n')
            line += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
            line.push_back(c);
    }
    return line;
}

std::string consoleLine(const LogRecord& record)
{
    std::string level(toText(record.level));
    std::transform(level.begin(), level.end(), level.begin(), [](char c) { return static_cast<char>(c - ('a' - 'A')); });
    level.resize(6, ' ');
    std::string line = timeText(record.time) + ' ' + level + oneLine(record.message);
    for (const LogField& field : record.fields) {
        line += ' ' + oneLine(field.name) + '=';
        if (field.value.isText() && isPlain(field.value.asText()))
            line += field.value.asText();
        else
            appendJson(line, field.value);
    }
    return line;
}

}  // namespace

std::string formatLogLine(const LogRecord& record, LogFormat format)
{
    return format == LogFormat::Json ? jsonLine(record) : consoleLine(record);
}

void StreamLogSink::write(const LogRecord& record)
{
    m_stream << formatLogLine(record, m_format) << '\n' << std::flush;
}

void RecentLog::write(const LogRecord& record)
{
    const std::lock_guard lock(m_mutex);
    m_records.push_back(record);
    ++m_written;
    while (m_records.size() > m_capacity)
        m_records.pop_front();
}

RecentLog::Lines RecentLog::since(std::uint64_t from) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t oldest = m_written - m_records.size();
    const auto skip = static_cast<std::ptrdiff_t>(std::clamp(from, oldest, m_written) - oldest);
    return {m_written, {m_records.begin() + skip, m_records.end()}};
}

Result<std::shared_ptr<LogSink>> makeLogSink(const LogSettings& settings, std::ostream& out, std::ostream& err)
{
    if (settings.output == LogOutput::File) {
        auto file = FileLogSink::open(settings);
        if (!file)
            return file.error();
        return std::shared_ptr<LogSink>(std::move(file).value());
    }
    std::ostream& stream = settings.output == LogOutput::Stdout ? out : err;
    return std::shared_ptr<LogSink>(std::make_shared<StreamLogSink>(stream, settings.format));
}

}  // namespace baton
