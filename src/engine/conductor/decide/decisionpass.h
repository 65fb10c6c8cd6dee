// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/evaluate.h"

#include <unordered_set>

namespace baton {

/// One round of the decide loop over the given tasks.
class DecisionPass {
public:
    DecisionPass(Draft& draft, std::vector<TaskSlot> candidates, bool everywhere);

    /// A verdict ends the workflow (nothing that this round found is scheduled then) or refuses the command.
    [[nodiscard]] Verdict run();
    /// Another round is needed. Not after the workflow has completed.
    [[nodiscard]] bool changedState() const noexcept { return m_changed; }

private:
    /// One thing of the round in the order it was met: a task to schedule, or one in progress to look at.
    struct Item {
        TaskSlot slot = kNoTask;
        std::optional<MappedTask> mapped;
    };
    [[nodiscard]] Verdict mapFirst();
    void addWatchers();
    [[nodiscard]] Verdict visit(TaskSlot slot);
    [[nodiscard]] Verdict conclude(TaskSlot slot);
    void add(std::vector<MappedTask> mapped);
    [[nodiscard]] bool isKnown(const Text& referenceName);
    void noteTermination(TaskSlot slot);
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] Verdict finishWorkflow();
    void carryOut();

    Draft& m_draft;
    std::vector<TaskSlot> m_candidates;
    bool m_everywhere;
    bool m_changed = false;
    bool m_hasNew = false;
    TaskSlot m_terminate = kNoTask;       // a TERMINATE task that succeeded
    std::vector<Item> m_items;
    std::vector<std::pair<TaskSlot, MappedTask>> m_retries;
    std::vector<TaskSlot> m_executed;     // their successors have been mapped
    std::unordered_set<Text> m_names;     // of m_items, once they are many
};

}  // namespace baton
