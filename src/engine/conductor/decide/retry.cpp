// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/retry.h"

#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baton {

namespace {

// The real server calculates in 32 bits that wrap; a negative result counts as "for ever".
int wrapped(std::int64_t a, std::int64_t b)
{
    const auto product = static_cast<std::int32_t>(static_cast<std::uint32_t>(a) * static_cast<std::uint32_t>(b));
    return product;
}

std::string_view logicWord(RetryLogic logic)
{
    return toText(logic);
}

bool isRetriedByItself(const TaskRun& task)
{
    if (!isRetriable(task.status))
        return false;
    const TaskType* type = systemType(task.taskType);
    return !type || !type->isOperator();
}

WorkflowStatus workflowStatusAfter(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Canceled: return WorkflowStatus::Terminated;
    case TaskStatus::TimedOut: return WorkflowStatus::TimedOut;
    default: return WorkflowStatus::Failed;
    }
}

Termination giveUp(const Draft& draft, TaskSlot failed)
{
    const TaskRun& task = draft.task(failed);
    const WorkflowStatus status = workflowStatusAfter(task.status);
    return {Text(joined({"Task ", task.taskId, " failed with status: ", toText(status), " and reason: '",
                orNullWord(task.reasonForIncompletion), "'"})),
        status, failed};
}

std::optional<Termination> totalTimeOver(const Draft& draft, TaskSlot failed, const TaskDef& definition)
{
    const TaskRun& task = draft.task(failed);
    if (definition.totalTimeoutSeconds <= 0 || task.firstScheduledTime <= 0)
        return std::nullopt;
    const std::int64_t elapsed = (draft.now() - task.firstScheduledTime) / 1000;
    if (elapsed < definition.totalTimeoutSeconds)
        return std::nullopt;
    return Termination {Text(joined({"Task ", task.taskId, "/", task.taskDefName, " exceeded total timeout of ",
                            std::to_string(definition.totalTimeoutSeconds), " seconds (elapsed ", std::to_string(elapsed),
                            " seconds across all attempts). No further retries will be attempted."})),
        task.status == TaskStatus::TimedOut ? WorkflowStatus::TimedOut : WorkflowStatus::Failed, failed};
}

Value withoutChildId(const Value& input)
{
    return input.contains("subWorkflowId") ? input.without("subWorkflowId") : input;
}

TaskRun nextAttempt(Draft& draft, TaskSlot failed, const TaskDef& definition, int delay)
{
    const TaskRun& before = draft.task(failed);
    TaskRun next = before;
    next.taskId = draft.newId();
    next.retriedTaskId = before.taskId;
    next.status = TaskStatus::Scheduled;
    next.retried = false;
    next.retryCount = before.retryCount + 1;
    next.seq = 0;
    next.pollCount = 0;
    next.startDelayInSeconds = delay;
    next.callbackAfterSeconds = delay;
    const std::int64_t jitter = definition.backoffJitterMs > 0
        ? static_cast<std::int64_t>(draft.context().ids.nextNumber(static_cast<std::uint64_t>(definition.backoffJitterMs) + 1))
        : 0;
    next.callbackAfterMs = std::int64_t {delay} * 1000 + jitter;
    next.startTime = 0;
    next.endTime = 0;
    next.updateTime = 0;
    next.workerId = {};
    next.subWorkflowId = {};
    next.outputData = Value::object();
    next.inputData = withoutChildId(before.inputData);
    if (next.workflowTask) {
        const Value input = resolveCompleted(draft, *next.workflowTask, indexedTask(draft, before), next.taskId);
        next.inputData = next.inputData.empty() ? input : next.inputData.mergedWith(input);
    }
    return next;
}

}  // namespace

const TaskDef* definitionOf(const Execution& execution, const DefinitionIndex* index, const TaskRun& task)
{
    if (task.workflowTask && task.workflowTask->taskDefinition)
        return task.workflowTask->taskDefinition.get();
    if (!index || !execution.definition)
        return nullptr;
    const IndexedTask* indexed = index->find(task.referenceTaskName);
    return indexed ? indexed->task->taskDefinition.get() : nullptr;
}

int retryDelay(const TaskDef& definition, int retryCount) noexcept
{
    int delay = definition.retryDelaySeconds;
    switch (definition.retryLogic) {
    case RetryLogic::Fixed:
        break;
    case RetryLogic::LinearBackoff:
        delay = wrapped(wrapped(delay, definition.backoffScaleFactor), retryCount + 1);
        break;
    case RetryLogic::ExponentialBackoff: {
        const double power = std::pow(2.0, retryCount);
        const int factor = power >= 2147483647.0 ? std::numeric_limits<int>::max() : static_cast<int>(power);
        delay = wrapped(delay, factor);
        break;
    }
    }
    if (delay < 0 && definition.retryLogic != RetryLogic::Fixed)
        delay = std::numeric_limits<int>::max();
    const int cap = definition.maxRetryDelaySeconds;
    return cap > 0 && delay > cap ? cap : delay;
}

RetryDecision retryAfterFailure(Draft& draft, TaskSlot failed)
{
    const TaskRun& task = draft.task(failed);
    const WorkflowTask* written = task.workflowTask.get();
    if (!written) {
        const IndexedTask* indexed = draft.index().find(task.referenceTaskName);
        written = indexed ? indexed->task.get() : nullptr;
    }
    const TaskDef* definition = definitionOf(draft.execution(), &draft.index(), task);
    TaskDefPtr registered;
    if (!definition) {
        registered = draft.context().definitions.task(task.taskDefName);
        definition = registered.get();
    }
    const int limit = !definition ? 0 : written && written->retryCount ? *written->retryCount : definition->retryCount;
    if (!isRetriedByItself(task) || limit <= task.retryCount || !definition) {
        if (!written || !(written->optional || written->permissive))
            return {std::nullopt, giveUp(draft, failed)};
        const bool isForgiven = !task.workflowTask || !task.workflowTask->permissive || task.workflowTask->optional;
        if (isForgiven && task.status != TaskStatus::Canceled)
            draft.setStatus(failed, TaskStatus::CompletedWithErrors);
        return {};
    }
    if (std::optional<Termination> over = totalTimeOver(draft, failed, *definition))
        return {std::nullopt, std::move(*over)};

    const int delay = retryDelay(*definition, task.retryCount);
    Value why = Value::object({{"retry", task.retryCount + 1}, {"of", limit}, {"delaySeconds", delay},
        {"logic", logicWord(definition->retryLogic)}, {"after", toText(task.status)}});
    return {MappedTask {nextAttempt(draft, failed, *definition, delay), std::move(why)}, {}};
}

void markRetried(Draft& draft, const TaskRun& attempt)
{
    const TaskSlot before = draft.latestSlot(attempt.referenceTaskName);
    if (before != kNoTask && draft.task(before).taskId == attempt.retriedTaskId)
        draft.change(before, EventKind::TaskRetried, {{Field::Retried, true}});
}

}  // namespace baton
