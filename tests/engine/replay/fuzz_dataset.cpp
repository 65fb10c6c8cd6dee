// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// A table and a mapping from any bytes: an answer or an error with a message, never a crash, and every row accounted for.
#include "engine/replay/mapping.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto cut = text.find('\0');
    const auto table = baton::parseCsv(text.substr(0, cut), "fuzz.csv");
    if (!table && table.error().message.empty())
        std::abort();
    if (table)
        for (const auto& row : table->rows)
            if (row.cells.size() != table->columns.size() || row.line < 1)
                std::abort();
    if (cut != std::string_view::npos) {
        const auto mapping = baton::Mapping::parse(text.substr(cut + 1), "fuzz.yaml");
        if (!mapping && mapping.error().message.empty())
            std::abort();
    }
    return 0;
}
