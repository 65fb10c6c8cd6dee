// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/log/logger.h"

#include <deque>
#include <functional>
#include <iosfwd>
#include <mutex>

namespace baton {

/// One line without its end. Json: {"time":"2026-11-23T12:00:00.000Z","level":"info","message":"...",...fields}; a field called
/// as one of the first three gets a leading underscore. Console: 2026-11-23T12:00:00.000Z INFO  message name=value...
[[nodiscard]] std::string formatLogLine(const LogRecord& record, LogFormat format);

/// Writes lines to a stream that outlives it, flushing each.
class StreamLogSink final : public LogSink {
public:
    StreamLogSink(std::ostream& stream, LogFormat format) : m_stream(stream), m_format(format) { }
    void write(const LogRecord& record) override;

private:
    std::ostream& m_stream;
    LogFormat m_format;
};

/// Appends lines to a file. When it would grow beyond rotateBytes, FILE becomes FILE.1, FILE.1 becomes FILE.2..., the oldest
/// beyond keepFiles goes. A line that cannot be written (full disk) is lost and counted; the next one tries again.
class FileLogSink final : public LogSink {
public:
    /// Errors: InvalidArgument without a file name, IoError when the file cannot be opened for appending.
    [[nodiscard]] static Result<std::shared_ptr<FileLogSink>> open(const LogSettings& settings);
    ~FileLogSink() override;
    void write(const LogRecord& record) override;
    [[nodiscard]] std::uint64_t lost() const noexcept;

private:
    struct State;
    explicit FileLogSink(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Keeps the last lines for somebody who looks: the window's log view. Any thread.
class RecentLog final : public LogSink {
public:
    explicit RecentLog(std::size_t capacity = 10'000) : m_capacity(capacity) { }
    void write(const LogRecord& record) override;

    struct Lines {
        std::uint64_t next = 0;             // what to ask for next
        std::vector<LogRecord> records;
    };
    /// Those from number `from` on that are still kept; lines count from 0.
    [[nodiscard]] Lines since(std::uint64_t from) const;

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;             // guards the two below
    std::deque<LogRecord> m_records;
    std::uint64_t m_written = 0;
};

/// The sink that the settings ask for. Errors: those of FileLogSink::open.
[[nodiscard]] Result<std::shared_ptr<LogSink>> makeLogSink(const LogSettings& settings, std::ostream& out, std::ostream& err);

}  // namespace baton
