// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

#include <optional>
#include <string>
#include <vector>

namespace baton::ui {

/// How to start the window. Empty and unset mean: as the user left it.
struct WindowOptions {
    std::vector<std::string> files;          // opened in order: a definition, then what belongs to it
    std::string sample;                      // id of a sample to open; "-" for the first one
    std::optional<std::size_t> applicant;    // row of the data set; none: the first
    std::string policy;                      // PolicyInfo::id
    std::string perspective;                 // "replay"...; for a picture of it a replay runs first
    int steps = 0;                           // task steps to make once it is open; negative: run to the end
    std::string screenshot;                  // PNG to write once the layout has settled; then the program ends
    int width = 0;                           // of the window, in device-independent pixels; 0: as it was left, or the default
    int height = 0;
    double scale = 0;                        // device pixel ratio; 0: the system's
    std::string theme;                       // "light", "dark", "system"
    std::string locale;                      // "en", "vi", "de_DE"...
    std::string settingsFile;                // keep the window's settings in this file; empty: the user's place
    bool plainSettings = false;              // neither read nor write settings
};

/// Makes the QApplication and the window, runs until it closes and returns the exit code: 0; 1 when what was asked to be
/// opened could not be or the screenshot could not be written (one line on standard error says why).
[[nodiscard]] int runWindow(int argc, char** argv, Services services, WindowOptions options);

}  // namespace baton::ui
