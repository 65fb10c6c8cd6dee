// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// Definitions from any JSON: an error that says why, or a definition that is written and read again as the same.
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace baton;

namespace {

template <typename Definition>
void check(const Value& json, Result<Definition> (*read)(const Value&))
{
    const auto definition = read(json);
    if (!definition) {
        if (definition.error().message.empty() || definition.error().oneLine().empty())
            std::abort();
        return;
    }
    const Value written = toValue(**definition);
    const auto again = read(written);
    const auto fromCompact = read(toCompactValue(**definition));
    if (!again || !fromCompact || toValue(**again) != written || toValue(**fromCompact) != written)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto json = parseJson(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json)
        return 0;
    check(*json, &workflowDefFrom);
    check(*json, &taskDefFrom);
    return 0;
}
