// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/draft.h"

namespace baton {

/// One DO_WHILE in progress, looked at once.
class Loop {
public:
    Loop(Draft& draft, TaskSlot slot);

    /// Begins the first iteration, notes how the current one stands, and when that is complete asks the condition: the
    /// next iteration begins or the loop ends. True when more is to be decided.
    bool advance();
    /// The loop's output with what its present round has so far.
    [[nodiscard]] Value outputSoFar() const;

private:
    struct Member {
        const IndexedTask* indexed;
        TaskSlot slot;                    // of the latest attempt in this iteration
    };
    [[nodiscard]] std::vector<Member> members() const;
    [[nodiscard]] Value withRound(const std::vector<Member>& members, std::string& failure) const;
    [[nodiscard]] bool isListLoop() const;
    [[nodiscard]] Value items() const;
    [[nodiscard]] bool isIterationComplete(const std::vector<Member>& members) const;
    [[nodiscard]] Result<bool> wantsMore(const Value& output) const;
    [[nodiscard]] Value conditionInput(Value output) const;
    [[nodiscard]] std::string conditionFailure(std::string_view why) const;

    bool begin();
    bool nextIteration(int iteration, Value output);
    bool fail(TaskStatus status, const std::string& reason, Value output);
    void forgetOld(int keep, Value& output);
    [[nodiscard]] Value withLoopItem(Value output, int iteration) const;

    Draft& m_draft;
    TaskSlot m_slot;
    TaskRun m_loop;                       // as it was before this look
    DefinitionIndexPtr m_body;
};

/// The members of a loop condition's input the script can see at all: its own names. Empty when it may look at anything.
[[nodiscard]] std::optional<std::vector<std::string_view>> namesIn(std::string_view script);
/// Does the script use only `iteration`, `loopItem` and `loopIndex` of `$.name`?
[[nodiscard]] bool usesOnlyCounters(std::string_view script, std::string_view name);

}  // namespace baton
