// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

#include <deque>
#include <map>

namespace baton {

/// Who has polled what and when, and how often tasks with a rate limit were handed out.
class PollBook {
public:
    void notePoll(const Text& taskType, const Text& domain, const Text& workerId, EpochMs now);
    [[nodiscard]] bool isPolled(std::string_view taskType, std::string_view domain, EpochMs now) const;
    /// Of one task type, or of all.
    [[nodiscard]] std::vector<PollData> data(std::string_view taskType) const;

    /// Notes one more task of a definition; or, when its limit is used up, does not and says when it may go.
    [[nodiscard]] std::optional<EpochMs> admit(const Text& taskDefName, int limit, int seconds, EpochMs now);

private:
    std::map<std::pair<Text, Text>, PollData> m_polls;      // by type and domain
    std::map<Text, std::deque<EpochMs>> m_handed;
};

}  // namespace baton
