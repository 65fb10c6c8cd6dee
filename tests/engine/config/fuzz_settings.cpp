// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// Any text as a configuration, and its second half as variables: loading ends, and a report without errors keeps its bounds.

#include "engine/config/settingsloader.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace baton;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > 4096)
        return 0;
    const std::string text(data, data + size);
    Environment environment {{"HOST", "here"}, {"LOG_LEVEL", text.substr(size / 2)}, {"CONDUCTOR_WORKER_POOL_SIZE", text.substr(size / 3)}};
    environment["CONDUCTOR_WORKER_" + text.substr(0, size / 4) + "_PAUSED"] = "true";
    const SettingsReport report = loadSettings({.name = "fuzz", .yaml = text, .environment = environment, .taskTypes = {"score"}});
    const Settings& settings = report.settings;
    if (settings.worker.all.threadCount < 1 || settings.worker.all.pollTimeout > Milliseconds(5'000) || settings.worker.maxConcurrent < 1)
        std::abort();
    for (const Error& error : report.errors)
        if (error.message.empty() || error.source.empty())
            std::abort();
    const SettingsChange change = compare(report, report);
    if (!change.live.empty() || !change.restart.empty()) {
        for (const SettingValue& value : report.values)
            std::fprintf(stderr, "%s = %zu\n", value.path.c_str(), value.fingerprint);
        std::abort();
    }
    return 0;
}
