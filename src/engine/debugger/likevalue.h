// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <unordered_map>

namespace baton {

/// Compares values of two runs in which the same things have different ids: an id of the first run equals the id that
/// stands for the same thing in the second.
class LikeValues {
public:
    void pair(const Text& first, const Text& second)
    {
        if (!first.empty() && !second.empty() && first != second)
            m_pairs.insert_or_assign(first, second);
    }

    /// Moments of this century (epoch ms) are alike: two runs are never at the same time.
    void ignoreTimes() noexcept { m_ignoreTimes = true; }

    [[nodiscard]] bool same(const Value& first, const Value& second) const
    {
        if (first == second || (m_ignoreTimes && isMoment(first) && isMoment(second)))
            return true;
        if ((m_pairs.empty() && !m_ignoreTimes) || first.type() != second.type() || first.size() != second.size())
            return false;
        if (first.isText())
            return sameText(first.toText(), second.toText());
        if (first.isObject())
            return sameMembers(first, second);
        if (!first.isArray())
            return false;
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (!same(first.at(i), second.at(i)))
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] static bool isMoment(const Value& value) noexcept
    {
        return value.isInteger() && value.asInteger() > 1'000'000'000'000 && value.asInteger() < 4'000'000'000'000;
    }

    [[nodiscard]] bool sameText(const Text& first, const Text& second) const
    {
        const auto found = m_pairs.find(first);
        return found != m_pairs.end() && found->second == second;
    }

    [[nodiscard]] bool sameMembers(const Value& first, const Value& second) const;

    std::unordered_map<Text, Text> m_pairs;
    bool m_ignoreTimes = false;
};

inline bool LikeValues::sameMembers(const Value& first, const Value& second) const
{
    for (const Member& member : first.members()) {
        const Value* other = second.find(member.key);
        if (!other || !same(member.value, *other))
            return false;
    }
    return true;
}

}  // namespace baton
