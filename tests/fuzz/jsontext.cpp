// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace baton;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

// What is accepted is written so that it reads back equal, in every style; what is refused has a place and a message.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<Value> value = parseJson({reinterpret_cast<const char*>(data), size});
    if (!value) {
        const Error& error = value.error();
        demand(error.code == ErrorCode::ParseError && !error.message.empty() && error.line >= 1 && error.column >= 1);
        return 0;
    }
    const std::string compact = toJson(*value);
    for (const std::string& text : {compact, toPrettyJson(*value), toCanonicalJson(*value)}) {
        const Result<Value> again = parseJson(text);
        demand(again.ok() && *again == *value && again->hash() == value->hash());
        demand(toCanonicalJson(*again) == toCanonicalJson(*value));
    }
    demand(toJson(*parseJson(compact)) == compact);
    return 0;
}
