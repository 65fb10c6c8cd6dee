// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/scripted/mockfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = baton::tasks::parseMockFile({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!file) {
        if (file.error().message.empty())
            std::abort();
        return 0;
    }
    for (const auto& [name, answers] : file->answers) {
        if (answers.empty())
            std::abort();
    }
    return 0;
}
