// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/execution.h"

#include "engine/model/openslots.h"
#include "engine/model/statehash.h"

#include <algorithm>

namespace baton {

const TaskRun* Execution::task(TaskSlot slot) const noexcept
{
    return slot < tasks.size() ? tasks[slot].get() : nullptr;
}

const TaskRun* Execution::latest(std::string_view referenceName) const noexcept
{
    const TaskSlot* slot = latestByReference.find(referenceName);
    return slot ? task(*slot) : nullptr;
}

TaskSlot Execution::slotOfTaskId(std::string_view taskId) const noexcept
{
    for (auto slot = static_cast<TaskSlot>(tasks.size()); slot-- > 0;) {
        if (const TaskRun* run = task(slot); run && run->taskId == taskId)
            return slot;
    }
    return kNoTask;
}

std::vector<TaskPtr> Execution::tasksBySeq() const
{
    std::vector<TaskPtr> there;
    there.reserve(tasks.size());
    tasks.forEach([&there](const TaskPtr& task) {
        if (task)
            there.push_back(task);
    });
    const auto bySeq = [](const TaskPtr& a, const TaskPtr& b) { return a->seq < b->seq; };
    if (!std::is_sorted(there.begin(), there.end(), bySeq))
        std::stable_sort(there.begin(), there.end(), bySeq);
    return there;
}

std::uint64_t Execution::stateHash() const
{
    return StateHasher().hash(*this);
}

void rebuildIndexes(Execution& execution)
{
    execution.latestByReference = {};
    execution.open.clear();
    execution.lastSeq = 0;
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (!task)
            continue;
        execution.latestByReference.set(task->referenceTaskName, slot);
        if (isOpen(*task))
            execution.open.push_back(slot);
        execution.lastSeq = std::max(execution.lastSeq, task->seq);
    }
}

}  // namespace baton
