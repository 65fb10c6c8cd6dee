// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingsreport.h"

#include <algorithm>

namespace baton {

const SettingValue* SettingsReport::find(std::string_view path) const noexcept
{
    const auto found = std::find_if(values.begin(), values.end(), [path](const SettingValue& v) { return v.path == path; });
    return found == values.end() ? nullptr : &*found;
}

SettingsChange compare(const SettingsReport& before, const SettingsReport& after)
{
    SettingsChange change;
    const auto add = [&change](const SettingValue& value) { (value.live ? change.live : change.restart).push_back(value.path); };
    // A file may say a setting twice, by both of its names: then either of them is as before.
    const auto isAsBefore = [&before](const SettingValue& now) {
        return std::any_of(before.values.begin(), before.values.end(),
                           [&now](const SettingValue& then) { return then.path == now.path && then.fingerprint == now.fingerprint; });
    };
    for (const SettingValue& now : after.values)
        if (!isAsBefore(now))
            add(now);
    for (const SettingValue& then : before.values)
        if (after.find(then.path) == nullptr)
            add(then);
    return change;
}

}  // namespace baton
