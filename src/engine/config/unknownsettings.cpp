// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingsbinder.h"

#include <algorithm>
#include <numeric>

namespace baton {

namespace {

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t {0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t swapped = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({diagonal + 1, row[j] + 1, swapped});
        }
    }
    return row[b.size()];
}

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kMostWarnings = 100;   // a file of another kind says nothing useful in the next thousand

}  // namespace

void SettingsBinder::warnOfUnknown()
{
    if (m_file.value().isObject())
        warnOfUnknown(m_file.value(), {});
    else if (!m_file.value().isNull())
        error({}, "a map of sections is wanted here", "Write section: and its settings below it");
}

void SettingsBinder::warnOfUnknown(const Value& object, const std::string& prefix)
{
    for (const Member& member : object.members()) {
        if (m_report.warnings.size() >= kMostWarnings)
            return;
        const std::string path = settingPath(prefix, member.key.view());
        if (m_known.contains(path) && !member.value.isObject())
            continue;
        const auto below = m_known.lower_bound(path);
        const bool isSection = std::any_of(below, m_known.end(), [&](const std::string& known) {
            return known.size() > path.size() && known.starts_with(path) && (known[path.size()] == '.' || known[path.size()] == '[');
        });
        if (isSection && member.value.isObject()) {
            warnOfUnknown(member.value, path);
        } else if (isSection && !member.value.isNull()) {
            error(path, "a map of settings is wanted here", "Write name: value lines below it");
        } else if (!isSection && !m_known.contains(path)) {
            std::string nearest;
            std::size_t least = 3;
            for (const std::string& known : m_known) {
                const std::size_t distance = std::max(path.size(), known.size()) > kLongestName ? least : editDistance(path, known);
                if (distance < least) {
                    least = distance;
                    nearest = known;
                }
            }
            warning(path, "this setting is not known and has no effect",
                nearest.empty() ? "Remove it, or see baton config for those there are" : "Did you mean " + nearest);
        }
    }
}

}  // namespace baton
