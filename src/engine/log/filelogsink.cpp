// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logsinks.h"

#include <atomic>
#include <filesystem>
#include <fstream>

namespace baton {

namespace fs = std::filesystem;

struct FileLogSink::State {
    LogSettings settings;
    std::ofstream stream;
    std::int64_t size = 0;
    std::atomic<std::uint64_t> lost {0};

    bool open()
    {
        stream.close();
        stream.clear();
        stream.open(settings.file, std::ios::binary | std::ios::app);
        std::error_code fault;
        const auto bytes = fs::file_size(settings.file, fault);
        size = fault ? 0 : static_cast<std::int64_t>(bytes);
        return stream.is_open();
    }

    [[nodiscard]] std::string rotated(int number) const
    {
        return number == 0 ? settings.file : settings.file + '.' + std::to_string(number);
    }

    void rotate()
    {
        stream.close();
        std::error_code ignored;
        fs::remove(rotated(settings.keepFiles), ignored);   // the file itself when none is to be kept
        for (int number = settings.keepFiles; number > 0; --number)
            fs::rename(rotated(number - 1), rotated(number), ignored);
        open();
    }
};

FileLogSink::FileLogSink(std::unique_ptr<State> state) : m_state(std::move(state)) { }

FileLogSink::~FileLogSink() = default;

Result<std::shared_ptr<FileLogSink>> FileLogSink::open(const LogSettings& settings)
{
    if (settings.file.empty())
        return Error {.code = ErrorCode::InvalidArgument, .message = "the log goes to a file, and none is named",
            .field = "logging.file", .hint = "Set logging.file, or logging.output to stdout"};
    auto state = std::make_unique<State>();
    state->settings = settings;
    if (!state->open())
        return Error {.code = ErrorCode::IoError, .message = "the log cannot be written there", .source = settings.file,
            .hint = "Check that the folder exists and may be written"};
    return std::shared_ptr<FileLogSink>(new FileLogSink(std::move(state)));
}

void FileLogSink::write(const LogRecord& record)
{
    const std::string line = formatLogLine(record, m_state->settings.format) + '\n';
    const auto length = static_cast<std::int64_t>(line.size());
    const std::int64_t limit = m_state->settings.rotateBytes;
    if (limit > 0 && m_state->size > 0 && m_state->size + length > limit)
        m_state->rotate();
    if (!m_state->stream.is_open() || !m_state->stream)
        m_state->open();
    m_state->stream << line << std::flush;
    if (m_state->stream)
        m_state->size += length;
    else
        ++m_state->lost;
}

std::uint64_t FileLogSink::lost() const noexcept
{
    return m_state->lost;
}

}  // namespace baton
