// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace baton::cli {

/// What the process answers its caller.
enum ExitCode : int {
    kDone = 0,
    kFailed = 1,        // the run, check, comparison or gate failed
    kWrongUsage = 2,
    kMissing = 3,       // the environment lacks something; the message names it
};

/// Where a command writes. Errors are one line each on `err`.
struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// Is this a command line for runCommand (a command's name, --help or --version) and not files for the window.
[[nodiscard]] bool isCommand(const std::vector<std::string>& arguments);

/// Runs `baton ARGUMENTS...` without a window and answers the exit code. Needs a QCoreApplication (for scripts), but no display.
[[nodiscard]] int runCommand(const std::vector<std::string>& arguments, Streams streams);

}  // namespace baton::cli
