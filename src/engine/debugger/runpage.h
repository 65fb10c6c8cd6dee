// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"

#include <string>
#include <vector>

namespace baton {

/// A remark somebody bound to a moment of a run.
struct MomentNote {
    std::size_t position = 0;   // events applied
    std::string text;
    bool operator==(const MomentNote&) const = default;
};

/// Words of the page; the defaults are English.
struct RunPageWords {
    std::string title = "Run";
    std::string first = "First";
    std::string back = "Back";
    std::string next = "Next";
    std::string last = "Last";
    std::string tasks = "Tasks";
    std::string event = "What happened";
    std::string input = "Input";
    std::string output = "Output";
    std::string notes = "Notes";
    std::string note = "This page is complete in itself: it needs no server and sends nothing.";
};

/// One self-contained HTML page that steps through a run in a browser, forward and back, by buttons, arrow keys and slider.
[[nodiscard]] std::string runPage(const Journal& journal, const std::vector<MomentNote>& notes = {}, const RunPageWords& words = {});

}  // namespace baton
