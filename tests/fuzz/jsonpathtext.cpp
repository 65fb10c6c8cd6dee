// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/path.h"

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

// A path that is read is written so that it reads back the same; what is put there is found there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<Path> path = Path::parse({reinterpret_cast<const char*>(data), size});
    if (!path) {
        demand(path.error().code == ErrorCode::ParseError && path.error().column >= 1);
        return 0;
    }
    const Result<Path> again = Path::parse(path->text());
    demand(again.ok() && *again == *path);

    const Value before = Value::object({{"a", Value::array({1, Value::object()})}, {"b", "text"}});
    const Result<Value> after = withValueAt(before, *path, 7);
    if (!after)
        return 0;
    const Value* found = find(*after, *path);
    demand(found != nullptr && *found == Value(7));
    demand(diff(before, *after).size() <= 1);
    return 0;
}
