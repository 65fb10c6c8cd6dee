// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/cli.h"
#include "engine/base/error.h"

#include <string>
#include <vector>

namespace baton::cli {

/// Writes the error as one line on standard error and gives the exit code that fits it.
int report(const Error& error, Streams streams, ExitCode code = kFailed);
int reportUsage(const Error& error, Streams streams);

int runRun(const std::vector<std::string>& words, Streams streams);       // baton run
int runServe(const std::vector<std::string>& words, Streams streams);     // baton serve
int runCheck(const std::vector<std::string>& words, Streams streams);     // baton check
int runReplay(const std::vector<std::string>& words, Streams streams);    // baton replay
int runConfig(const std::vector<std::string>& words, Streams streams);    // baton config
int runWorker(const std::vector<std::string>& words, Streams streams);    // baton worker
int runRegister(const std::vector<std::string>& words, Streams streams);  // baton register
int runDebug(const std::vector<std::string>& words, Streams streams);     // baton debug
int runDiff(const std::vector<std::string>& words, Streams streams);      // baton diff
int runVerify(const std::vector<std::string>& words, Streams streams);    // baton verify
int runExplain(const std::vector<std::string>& words, Streams streams);   // baton explain

}  // namespace baton::cli
