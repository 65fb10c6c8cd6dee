// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/recordfile.h"

#include "cli/textfile.h"
#include "engine/debugger/bundle.h"
#include "engine/debugger/postmortem.h"
#include "engine/journal/journalfile.h"
#include "engine/value/json.h"

namespace baton::cli {

namespace {

bool looksLikeJournal(std::string_view text)
{
    const std::string_view head = text.substr(0, text.find('\n'));
    return head.find(kJournalFormat) != std::string_view::npos && head.find("\"format\"") != std::string_view::npos;
}

}  // namespace

bool looksLikeRecord(std::string_view text)
{
    if (looksLikeBundle(text) || looksLikeJournal(text))
        return true;
    const auto json = parseJson(text);
    return json && looksLikeExecution(*json);
}

Result<MemoryJournal> recordFrom(std::string_view text, const std::string& source)
{
    if (looksLikeBundle(text)) {
        auto bundle = readBundle(text);
        if (!bundle)
            return Error(bundle.error()).in(source);
        return std::move(bundle->journal);
    }
    if (looksLikeJournal(text)) {
        auto loaded = readJournal(text);
        if (!loaded)
            return Error(loaded.error()).in(source);
        return std::move(loaded->journal);
    }
    const auto json = parseJson(text);
    if (!json)
        return Error(json.error()).in(source);
    auto journal = journalOf(*json);
    if (!journal)
        return Error(journal.error()).in(source);
    return journal;
}

Result<MemoryJournal> readRecord(const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    return recordFrom(*text, path);
}

}  // namespace baton::cli
