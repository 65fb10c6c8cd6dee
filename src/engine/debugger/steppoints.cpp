// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/steppoints.h"

#include "engine/conductor/decide/scope.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

constexpr int kDeepest = 1000;   // sub-workflows inside one another

const TaskRun* taskOf(const Event& event, const World& world)
{
    if (!isTaskEvent(event.kind))
        return nullptr;
    const Execution* execution = world.find(event.workflowId);
    return execution ? execution->task(event.slot) : nullptr;
}

}  // namespace

bool endsAttempt(EventKind kind) noexcept
{
    switch (kind) {
    case EventKind::TaskCompleted:
    case EventKind::TaskFailed:
    case EventKind::TaskTimedOut:
    case EventKind::TaskCanceled:
    case EventKind::TaskSkipped: return true;
    default: return false;
    }
}

bool endsWorkflow(EventKind kind) noexcept
{
    switch (kind) {
    case EventKind::WorkflowCompleted:
    case EventKind::WorkflowFailed:
    case EventKind::WorkflowTimedOut:
    case EventKind::WorkflowTerminated: return true;
    default: return false;
    }
}

bool isDecisionType(std::string_view taskType) noexcept
{
    constexpr std::array<std::string_view, 5> kTypes {"SWITCH", "DECISION", "DO_WHILE", "EXCLUSIVE_JOIN", "TERMINATE"};
    return std::ranges::find(kTypes, taskType) != kTypes.end();
}

bool isAttemptOf(const TaskRun& task, std::string_view referenceName) noexcept
{
    return task.referenceTaskName.view() == referenceName || (task.iteration > 0 && baseName(task) == referenceName);
}

bool isStepPoint(StepKind kind, const Event& event, const World& world, const Text& mainWorkflowId)
{
    if (kind == StepKind::Single)
        return true;
    if (kind == StepKind::End || isBookkeeping(event.kind))
        return false;
    if (kind == StepKind::Event || (endsWorkflow(event.kind) && event.workflowId == mainWorkflowId))
        return true;
    if (kind == StepKind::Task)
        return endsAttempt(event.kind);
    const TaskRun* task = taskOf(event, world);
    return task && isDecisionType(task->taskType) && (endsAttempt(event.kind) || event.kind == EventKind::TaskProgressed);
}

Frame frameOf(const Event& event, const World& world)
{
    Frame frame;
    frame.workflowId = event.workflowId;
    const Execution* execution = world.find(event.workflowId);
    for (const Execution* at = execution; at && !at->parentWorkflowId.empty() && frame.workflowDepth < kDeepest;) {
        at = world.find(at->parentWorkflowId);
        if (at)
            ++frame.workflowDepth;
    }
    if (const TaskRun* task = taskOf(event, world)) {
        frame.iteration = task->iteration;
        frame.inLoop = task->iteration > 0 && baseName(*task) != task->referenceTaskName.view();
    }
    return frame;
}

std::vector<Text> aroundOf(const World& world, const Text& workflowId)
{
    std::vector<Text> around;
    for (Text id = workflowId; around.size() < kDeepest && !id.empty();) {
        around.push_back(id);
        const Execution* execution = world.find(id);
        id = execution ? execution->parentWorkflowId : Text();
    }
    return around;
}

}  // namespace baton
