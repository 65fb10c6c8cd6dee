// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/waiting.h"

#include <algorithm>
#include <unordered_set>

namespace baton {
namespace {

struct Blocking {
    ExecutionPtr execution;
    TaskPtr task;
};

bool isOpenChild(const TaskRun& task)
{
    return task.taskType == "SUB_WORKFLOW" && !task.subWorkflowId.empty() && !isTerminal(task.status);
}

// The first of what a waiting call stops at, tasks in order, a sub-workflow in its task's place.
std::optional<Blocking> firstBlocking(EmbeddedCore& core, const ExecutionPtr& root, const std::vector<Text>& taskRefs)
{
    std::unordered_set<Text> seen;
    std::vector<std::pair<ExecutionPtr, TaskPtr>> pending;
    const auto push = [&](const ExecutionPtr& execution) {
        if (!execution || !seen.insert(execution->workflowId).second)
            return;
        std::vector<TaskPtr> tasks = execution->tasksBySeq();
        for (auto task = tasks.rbegin(); task != tasks.rend(); ++task)
            pending.emplace_back(execution, *task);
    };
    push(root);
    while (!pending.empty()) {
        const auto [execution, task] = std::move(pending.back());
        pending.pop_back();
        const bool waits = task->taskType == "WAIT" && !isTerminal(task->status) && task->waitTimeout == 0;
        const bool named = isTerminal(task->status) && std::ranges::find(taskRefs, task->referenceTaskName) != taskRefs.end();
        if (waits || named)
            return Blocking {execution, task};
        if (isOpenChild(*task))
            push(core.engine().execution(task->subWorkflowId));
    }
    return std::nullopt;
}

}  // namespace

void waitForState(EmbeddedCore& core, StateWait wait, Reply<Value> reply)
{
    const EpochMs deadline = wait.deadline;
    auto tryAnswer = [&core, wait = std::move(wait), reply = std::move(reply)](bool timeIsOver) {
        const ExecutionPtr target = core.engine().execution(wait.workflowId);
        WaitedFor waited {wait.strategy, wait.requestId, target, target, nullptr, false, core.now()};
        if (target) {
            const std::optional<Blocking> blocking = firstBlocking(core, target, wait.taskRefs);
            if (!isTerminal(target->status) && !blocking && !timeIsOver)
                return false;
            if (blocking) {
                waited.blocking = blocking->execution;
                waited.task = blocking->task;
            }
            waited.timedOut = !isTerminal(target->status) && !blocking;
        }
        core.defer([reply, waited, id = wait.workflowId] {
            const bool asksForTask = waited.strategy == ReturnStrategy::BlockingTask
                || waited.strategy == ReturnStrategy::BlockingTaskInput;
            if (!waited.target)
                reply(Error {ErrorCode::NotFound, "No such workflow found by id: " + id.str()});
            else if (asksForTask && !waited.task)
                reply(Error {ErrorCode::Internal, "value"});      // the real server's word for no such task
            else
                reply(toWire(waited));
        });
        return true;
    };
    core.settle();
    if (!tryAnswer(false))
        core.wait({deadline, {}, std::move(tryAnswer)});
}

std::optional<TaskView> blockedTask(EmbeddedCore& core, const Text& workflowId)
{
    std::unordered_set<Text> seen;
    std::vector<Text> pending {workflowId};
    while (!pending.empty()) {
        const ExecutionPtr execution = core.engine().execution(pending.back());
        pending.pop_back();
        if (!execution || !seen.insert(execution->workflowId).second)
            continue;
        const std::vector<TaskPtr> tasks = execution->tasksBySeq();
        for (const TaskPtr& task : tasks) {
            if (task->taskType == "WAIT" && !isTerminal(task->status))
                return TaskView {task, execution};
        }
        for (auto task = tasks.rbegin(); task != tasks.rend(); ++task) {
            if (isOpenChild(**task))
                pending.push_back((*task)->subWorkflowId);
        }
    }
    return std::nullopt;
}

TaskResult resultOf(const Execution& execution, const TaskRun& task)
{
    TaskResult result;
    result.workflowInstanceId = execution.workflowId;
    result.taskId = task.taskId;
    result.status = task.status;
    result.outputData = task.outputData.isObject() ? task.outputData : Value::object();
    result.reasonForIncompletion = task.reasonForIncompletion;
    result.callbackAfterSeconds = task.callbackAfterSeconds;
    result.workerId = task.workerId;
    result.subWorkflowId = task.subWorkflowId;
    return result;
}

}  // namespace baton
