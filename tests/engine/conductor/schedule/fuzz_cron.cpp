// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/cronexpression.h"

#include <cstdlib>

// Any text either is no cron expression or leads from moment to moment, in any zone, without end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)baton::TimeZone::find(text);
    const auto parsed = baton::CronExpression::parse(text);
    if (!parsed)
        return 0;
    static const baton::TimeZone berlin = baton::TimeZone::find("Europe/Berlin").value();
    baton::EpochMs moment = 1'774'742'399'999;
    for (int i = 0; i < 3; ++i) {
        const auto next = parsed->next(moment, berlin);
        if (!next)
            break;
        moment = *next;
    }
    return 0;
}
