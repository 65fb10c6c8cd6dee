// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/yaml.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const baton::YamlLimits limits {.maxBytes = 4096, .maxDepth = 20, .maxNodes = 2000};
    const auto document = baton::parseYaml(text, "fuzz", limits);
    if (!document && (document.error().code != baton::ErrorCode::ParseError || document.error().message.empty()))
        std::abort();
    return 0;
}
