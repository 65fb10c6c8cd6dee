// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// A JSONPath is parsed and read; whatever it is, that ends and does not crash.

#include "engine/expression/jsonpath.h"
#include "engine/value/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace baton;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Value document = parseJson(R"({"a": {"list": [{"x": 1, "n": "one"}, {"x": 2.5, "n": "two", "t": [1, [2]]}, null, "text"],
        "n": 7, "e": [], "m": {"k": true, "odd key": null}}, "b": "x"})").value();
    const std::string text(data, data + size);
    const Result<JsonPath> path = JsonPath::parse(text);
    if (!path)
        return 0;
    const Value found = path->read(document);
    if (!(found == path->read(document)) || (!path->isDefinite() && !found.isArray() && !found.isNull()))
        std::abort();
    static_cast<void>(path->read(Value()));
    static_cast<void>(path->roots());
    return 0;
}
