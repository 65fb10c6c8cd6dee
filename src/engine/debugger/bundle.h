// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/journal/journal.h"

#include <string>
#include <string_view>

namespace baton {

// A run that another machine can check. JSON lines in UTF-8:
//   {"format":"baton-bundle","version":1, ...}      members of the writer's choice: breakpoints, notes, watches, seed
//   {"event":{...},"hash":"..."}                    each event, and SHA-256 of the hash before it and the event's text
//   {"end":N,"state":"...","hash":"..."}            the number of events and the hash of the state they fold to
// The first hash is that of the header's text. Any byte that was changed, left out or put in breaks the chain.
inline constexpr std::string_view kBundleFormat = "baton-bundle";
inline constexpr int kBundleVersion = 1;

struct Bundle {
    MemoryJournal journal;
    Value header;
};

[[nodiscard]] std::string writeBundle(const Journal& journal, const Value& headerMembers = {});
/// Checks the chain and the state. Errors: ParseError (no bundle, line), Conflict (something was changed: line), Unsupported.
[[nodiscard]] Result<Bundle> readBundle(std::string_view text);
[[nodiscard]] bool looksLikeBundle(std::string_view text) noexcept;

}  // namespace baton
