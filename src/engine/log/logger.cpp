// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logger.h"

#include "engine/log/logmask.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace baton {

struct Logger::State {
    std::atomic<LogLevel> level {LogLevel::Info};
    std::mutex mutex;   // guards what follows, and keeps sinks to one call at a time
    LogSettings settings;
    LogMask mask;
    std::vector<std::shared_ptr<LogSink>> sinks;

    void write(LogRecord record, std::span<const LogField> own)
    {
        std::vector<LogField> fields;
        fields.reserve(settings.fields.size() + record.fields.size() + own.size());
        for (const auto& [name, value] : settings.fields)
            fields.emplace_back(name, mask.masked(name, Value(value)));
        std::move(record.fields.begin(), record.fields.end(), std::back_inserter(fields));
        for (const LogField& field : own)
            fields.emplace_back(field.name, mask.masked(field.name, field.value));
        record.fields = std::move(fields);
        for (const auto& sink : sinks)
            sink->write(record);
    }
};

Logger::Logger(const Clock& clock, const LogSettings& settings) : m_state(std::make_unique<State>()), m_clock(clock)
{
    reconfigure(settings);
}

Logger::~Logger() = default;

void Logger::addSink(std::shared_ptr<LogSink> sink)
{
    const std::lock_guard lock(m_state->mutex);
    if (sink)
        m_state->sinks.push_back(std::move(sink));
}

void Logger::removeSink(const LogSink* sink)
{
    const std::lock_guard lock(m_state->mutex);
    std::erase_if(m_state->sinks, [sink](const auto& held) { return held.get() == sink; });
}

void Logger::mask(const Secret& secret)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->mask.add(secret);
}

void Logger::reconfigure(const LogSettings& settings)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->settings = settings;
    m_state->level = settings.level;
}

bool Logger::enabled(LogLevel level) const noexcept
{
    return level >= m_state->level.load(std::memory_order_relaxed);
}

void Logger::log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields)
{
    log(level, message, std::span(fields.begin(), fields.size()));
}

void Logger::log(LogLevel level, std::string_view message, std::span<const LogField> fields)
{
    if (!enabled(level))
        return;
    const std::lock_guard lock(m_state->mutex);
    if (m_state->sinks.empty())
        return;
    m_state->write({m_clock.now(), level, m_state->mask.masked(message), {}}, fields);
}

void Logger::tookTask(std::chrono::nanoseconds took, std::initializer_list<LogField> fields)
{
    {
        const std::lock_guard lock(m_state->mutex);
        const LogSettings& settings = m_state->settings;
        if (!settings.slowEnabled || !settings.slowTasks || took < settings.slowThreshold)
            return;
    }
    slow("slow task", took, fields);
}

void Logger::tookQuery(std::chrono::nanoseconds took, std::initializer_list<LogField> fields)
{
    {
        const std::lock_guard lock(m_state->mutex);
        const LogSettings& settings = m_state->settings;
        if (!settings.slowEnabled || !settings.slowQueries || took < settings.slowThreshold)
            return;
    }
    slow("slow query", took, fields);
}

void Logger::slow(std::string_view message, std::chrono::nanoseconds took, std::initializer_list<LogField> fields)
{
    const std::lock_guard lock(m_state->mutex);
    if (!enabled(LogLevel::Warn) || m_state->sinks.empty())
        return;
    LogRecord record {m_clock.now(), LogLevel::Warn, std::string(message), {}};
    record.fields.emplace_back("duration_ms", Value(std::chrono::duration<double, std::milli>(took).count()));
    m_state->write(std::move(record), std::span(fields.begin(), fields.size()));
}

}  // namespace baton
