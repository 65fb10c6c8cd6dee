// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/lineage.h"

#include <algorithm>
#include <unordered_set>

namespace baton {

namespace {

bool hasFailed(const TaskRun& task)
{
    return isTerminal(task.status) && !isSuccessful(task.status) && !task.retried;
}

const TaskRun* firstFailed(const Execution& execution, bool onlySubWorkflows)
{
    for (const TaskPtr& task : execution.tasksBySeq()) {
        if (hasFailed(*task) && (!onlySubWorkflows || task->taskType == "SUB_WORKFLOW"))
            return execution.task(execution.slotOfTaskId(task->taskId));
    }
    return nullptr;
}

/// The way down from an execution to the one that has a task; every step is one sub-workflow task.
struct Step {
    Text workflowId;
    Text taskId;
};

struct Place {
    Text workflowId;
    std::vector<Step> way;
};

// Breadth first would find another one where a task id is in several: there are none.
std::optional<Place> findTask(const World& world, const Text& root, const Text& taskId)
{
    std::vector<Place> pending {{root, {}}};
    std::unordered_set<Text> seen;
    while (!pending.empty()) {
        Place place = std::move(pending.back());
        pending.pop_back();
        const Execution* execution = world.find(place.workflowId);
        if (!execution || !seen.insert(place.workflowId).second)
            continue;
        if (execution->slotOfTaskId(taskId) != kNoTask)
            return place;
        std::vector<TaskPtr> tasks = execution->tasksBySeq();
        std::reverse(tasks.begin(), tasks.end());
        for (const TaskPtr& task : tasks) {
            if (task->taskType != "SUB_WORKFLOW" || task->subWorkflowId.empty())
                continue;
            Place below {task->subWorkflowId, place.way};
            below.way.push_back({place.workflowId, task->taskId});
            pending.push_back(std::move(below));
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<AddressedCommand> retryCommands(const World& world, const Text& workflowId, const command::Retry& retry)
{
    Text target = workflowId;
    const Execution* execution = world.find(target);
    if (execution && retry.resumeSubworkflowTasks && isTerminal(execution->status) && execution->latestByReference.size() > 0) {
        const TaskRun* failed = firstFailed(*execution, false);
        if (!failed)
            return {};
        std::unordered_set<Text> seen {target};
        while (failed) {
            if (failed->taskType == "DO_WHILE")
                failed = firstFailed(*execution, true);
            if (!failed || failed->taskType != "SUB_WORKFLOW" || failed->subWorkflowId.empty())
                break;
            const Execution* child = world.find(failed->subWorkflowId);
            const TaskRun* below = child ? firstFailed(*child, false) : nullptr;
            if (!below || !seen.insert(child->workflowId).second)
                break;
            target = child->workflowId;
            execution = child;
            failed = below;
        }
    }
    return {{target, command::Retry {false}}};
}

std::vector<AddressedCommand> rerunCommands(const World& world, const Text& workflowId, const command::Rerun& rerun)
{
    const Execution* root = world.find(workflowId);
    if (!root || rerun.taskId.empty() || rerun.through || !isTerminal(root->status))
        return {{workflowId, rerun}};
    std::optional<Place> place = findTask(world, workflowId, rerun.taskId);
    if (!place || place->way.empty())
        return {{workflowId, rerun}};
    std::vector<AddressedCommand> commands;
    commands.push_back({place->workflowId, command::Rerun {rerun.taskId, rerun.taskInput, {}, {}, false}});
    std::reverse(place->way.begin(), place->way.end());
    for (const Step& step : place->way) {
        const bool isRoot = step.workflowId == workflowId;
        commands.push_back({step.workflowId, command::Rerun {step.taskId, {}, isRoot ? rerun.workflowInput : Value(),
            isRoot ? rerun.correlationId : Text(), true}});
    }
    return commands;
}

}  // namespace baton
