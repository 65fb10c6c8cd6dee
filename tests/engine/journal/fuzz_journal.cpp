// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// Journals from any text: an error with its line, or events that fold without harm and are written and read as the same.
#include "engine/journal/cursor.h"
#include "engine/journal/journalfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

using namespace baton;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto loaded = readJournal(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!loaded) {
        if (loaded.error().message.empty() || loaded.error().line < 0)
            std::abort();
        return 0;
    }
    Cursor cursor(loaded->journal);
    cursor.toEnd();
    const auto hash = cursor.world().stateHash();
    cursor.toStart();
    std::ostringstream text;
    writeJournal(loaded->journal, text, loaded->header);
    const auto again = readJournal(text.str());
    if (!again || again->truncated || again->journal.size() != loaded->journal.size())
        std::abort();
    if (worldAfter(again->journal, again->journal.size()).stateHash() != hash)
        std::abort();
    return 0;
}
