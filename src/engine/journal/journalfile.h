// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"
#include "engine/model/eventcodec.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace baton {

// A journal as text: JSON lines in UTF-8. Line 1 is the header,
//   {"format":"baton-journal","version":1}
// with further members of the writer's choice (kept, see LoadedJournal::header); every other line is one event as
// EventWriter gives it, in order. Blank lines are skipped. A reader refuses a higher version.
inline constexpr std::string_view kJournalFormat = "baton-journal";
inline constexpr int kJournalVersion = 1;

struct LoadedJournal {
    MemoryJournal journal;
    Value header;              // the whole first line
    bool truncated = false;    // the last line was cut off (a crash while writing) and left out
    int truncatedLine = 0;     // its number, 1-based; 0 when not truncated
};

/// Writes a journal line by line, for one that grows. The stream must outlive it; look at the stream for failures.
class JournalWriter final : public EventSink {
public:
    explicit JournalWriter(std::ostream& out, const Value& headerMembers = {});
    void take(const Event& event) override;

private:
    std::ostream& m_out;
    EventWriter m_writer;
    std::string m_line;
};

void writeJournal(const Journal& journal, std::ostream& out, const Value& headerMembers = {});
/// Replaces the file only when all is written. Errors: IoError.
[[nodiscard]] Status saveJournal(const Journal& journal, const std::string& path, const Value& headerMembers = {});
/// Errors: ParseError with the line and, inside the event, the field; Unsupported for a later version.
[[nodiscard]] Result<LoadedJournal> readJournal(std::string_view text);
/// Errors also: NotFound, IoError; Error::source is the path.
[[nodiscard]] Result<LoadedJournal> loadJournal(const std::string& path);

}  // namespace baton
