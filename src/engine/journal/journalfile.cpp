// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/journalfile.h"

#include "engine/value/json.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

namespace baton {
namespace {

struct Keys {
    Key format {"format"}, version {"version"};
};

const Keys& keys()
{
    static const Keys all;
    return all;
}

struct Line {
    std::string_view text;
    int number = 0;
    bool ended = false;   // by a line feed; the last one may not be
};

/// The next line that is not blank. False at the end.
bool nextLine(std::string_view& rest, Line& line)
{
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        line.text = rest.substr(0, end);
        line.ended = end != std::string_view::npos;
        rest.remove_prefix(line.ended ? end + 1 : rest.size());
        ++line.number;
        if (line.text.find_first_not_of(" \t\r") != std::string_view::npos)
            return true;
    }
    return false;
}

Error atLine(Error error, int line)
{
    error.line = line;
    return error;
}

Result<Value> readHeader(const Line& line)
{
    const std::string hint = "open a journal that Baton has saved";
    auto header = parseJson(line.text);
    if (!header || header->operator[](keys().format).asText() != kJournalFormat)
        return Error {ErrorCode::ParseError, "this is no journal: its first line is not the header", {}, {}, line.number, 0, hint};
    const Value& version = (*header)[keys().version];
    if (!version.isInteger() || version.asInteger() < 1)
        return Error {ErrorCode::ParseError, "must be a whole number from 1", {}, "version", line.number, 0, hint};
    if (version.asInteger() > kJournalVersion) {
        return Error {ErrorCode::Unsupported, "this journal has version " + std::to_string(version.asInteger())
                          + ", this program reads versions up to " + std::to_string(kJournalVersion),
                      {}, "version", line.number, 0, "open it with a newer Baton"};
    }
    return header;
}

Error ioError(std::string message, const std::string& path)
{
    const int problem = errno;
    if (problem != 0)
        message.append(": ").append(std::strerror(problem));
    return {ErrorCode::IoError, std::move(message), path, {}, 0, 0, "check the folder, its permissions and the free space"};
}

}  // namespace

JournalWriter::JournalWriter(std::ostream& out, const Value& headerMembers)
    : m_out(out)
{
    const Value header = Value::object({{keys().format, kJournalFormat}, {keys().version, kJournalVersion}});
    m_out << toJson(headerMembers.isObject() ? header.mergedWith(headerMembers).mergedWith(header) : header) << '\n';
}

void JournalWriter::take(const Event& event)
{
    m_line.clear();
    appendJson(m_line, m_writer.toValue(event));
    m_line += '\n';
    m_out.write(m_line.data(), static_cast<std::streamsize>(m_line.size()));
}

void writeJournal(const Journal& journal, std::ostream& out, const Value& headerMembers)
{
    JournalWriter writer(out, headerMembers);
    for (std::size_t i = 0; i < journal.size(); ++i)
        writer.take(journal.event(i));
}

Status saveJournal(const Journal& journal, const std::string& path, const Value& headerMembers)
{
    const std::string unfinished = path + ".part";
    errno = 0;
    {
        std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
        if (!file)
            return ioError("cannot be written", path);
        writeJournal(journal, file, headerMembers);
        file.flush();
        if (!file)
            return ioError("could not be written completely", path);
    }
    std::error_code problem;
    std::filesystem::rename(unfinished, path, problem);
    if (problem) {
        errno = problem.value();
        return ioError("cannot be replaced", path);
    }
    return {};
}

Result<LoadedJournal> readJournal(std::string_view text)
{
    Line line;
    if (!nextLine(text, line))
        return Error {ErrorCode::ParseError, "this is no journal: it is empty", {}, {}, 0, 0, "open a journal that Baton has saved"};
    auto header = readHeader(line);
    if (!header)
        return std::move(header).error();
    LoadedJournal loaded;
    loaded.header = *header;
    EventReader reader;
    while (nextLine(text, line)) {
        auto json = parseJson(line.text);
        if (!json && !line.ended) {
            loaded.truncated = true;
            loaded.truncatedLine = line.number;
            break;
        }
        if (!json)
            return atLine(std::move(json).error(), line.number);
        auto event = reader.eventFrom(*json);
        if (!event)
            return atLine(std::move(event).error(), line.number);
        loaded.journal.append(std::move(*event));
    }
    return loaded;
}

Result<LoadedJournal> loadJournal(const std::string& path)
{
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored))
            return Error {ErrorCode::NotFound, "there is no such file", path};
        return ioError("cannot be read", path);
    }
    const std::string text {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad())
        return ioError("could not be read completely", path);
    auto loaded = readJournal(text);
    if (!loaded)
        return std::move(loaded).error().in(path);
    return loaded;
}

}  // namespace baton
