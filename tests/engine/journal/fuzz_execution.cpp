// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// Executions from any JSON: refused, or imported so that folding the events gives what reading gives; following one from
// itself finds nothing new.
#include "engine/journal/importexecution.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace baton;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto json = parseJson(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json)
        return 0;
    const auto execution = executionFrom(*json);
    const auto events = importExecution(*json);
    if (execution.ok() != events.ok())
        std::abort();
    if (!execution)
        return 0;
    Execution state;
    for (const Event& event : *events)
        apply(state, event);
    if (toValue(state, 0) != toValue(**execution, 0))
        std::abort();
    Execution fresh = state;
    rebuildIndexes(fresh);
    if (fresh.open != state.open || fresh.lastSeq != state.lastSeq || fresh.latestByReference != state.latestByReference)
        std::abort();
    for (const Event& event : eventsBetween(state, **execution))
        apply(state, event);
    if (toValue(state, 0) != toValue(**execution, 0))
        std::abort();
    return 0;
}
