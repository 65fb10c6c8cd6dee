// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/base/secret.h"
#include "engine/log/logsettings.h"
#include "engine/value/value.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// One fact beside a message. A Secret is masked here already.
struct LogField {
    std::string name;
    Value value;

    LogField(std::string_view fieldName, Value fieldValue) : name(fieldName), value(std::move(fieldValue)) { }
    LogField(std::string_view fieldName, const Secret& secret) : name(fieldName), value(secret.masked()) { }
    bool operator==(const LogField&) const = default;
};

/// One line of the log, secrets masked.
struct LogRecord {
    EpochMs time = 0;
    LogLevel level = LogLevel::Info;
    std::string message;
    std::vector<LogField> fields;   // those of every line first
    bool operator==(const LogRecord&) const = default;
};

/// Where lines go. The logger calls one sink from one thread at a time. write must not throw nor call the logger.
class LogSink {
public:
    virtual ~LogSink() = default;
    virtual void write(const LogRecord& record) = 0;
};

/// The structured log of a process: created where the process is put together, injected by reference, used from any thread.
/// Without sinks it drops everything. What is masked: Secret fields, text fields whose name says password, secret, token,
/// api_key or authorization, and every occurrence of a known secret in messages and field values, however deep.
class Logger {
public:
    /// The settings' level, fields and slow limits; their format, output and file are for makeLogSink. The clock outlives it.
    explicit Logger(const Clock& clock, const LogSettings& settings = {});
    ~Logger();
    Logger(const Logger&) = delete;
    Logger& operator=(const Logger&) = delete;

    void addSink(std::shared_ptr<LogSink> sink);
    void removeSink(const LogSink* sink);
    void mask(const Secret& secret);                       // from now on; shorter than 4 characters: only by type and name
    void reconfigure(const LogSettings& settings);         // level, fields and slow limits

    [[nodiscard]] bool enabled(LogLevel level) const noexcept;
    void log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields = {});
    void log(LogLevel level, std::string_view message, std::span<const LogField> fields);
    void debug(std::string_view message, std::initializer_list<LogField> fields = {}) { log(LogLevel::Debug, message, fields); }
    void info(std::string_view message, std::initializer_list<LogField> fields = {}) { log(LogLevel::Info, message, fields); }
    void warn(std::string_view message, std::initializer_list<LogField> fields = {}) { log(LogLevel::Warn, message, fields); }
    void error(std::string_view message, std::initializer_list<LogField> fields = {}) { log(LogLevel::Error, message, fields); }

    // A warning "slow task" (query) with duration_ms when it took at least the threshold and that kind is watched.
    void tookTask(std::chrono::nanoseconds took, std::initializer_list<LogField> fields = {});
    void tookQuery(std::chrono::nanoseconds took, std::initializer_list<LogField> fields = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
    const Clock& m_clock;
    void slow(std::string_view message, std::chrono::nanoseconds took, std::initializer_list<LogField> fields);
};

}  // namespace baton
