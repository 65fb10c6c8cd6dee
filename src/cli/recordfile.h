// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/journal/journal.h"

#include <string>
#include <string_view>

namespace baton::cli {

/// A recorded run, whatever file it is in: an execution as a server shows it, several in a list, a journal, a bundle (which
/// is verified). Errors name the file.
[[nodiscard]] Result<MemoryJournal> readRecord(const std::string& path);
[[nodiscard]] Result<MemoryJournal> recordFrom(std::string_view text, const std::string& source);
/// Does the text hold a record rather than a definition?
[[nodiscard]] bool looksLikeRecord(std::string_view text);

}  // namespace baton::cli
