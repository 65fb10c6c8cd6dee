// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/timeouts.h"

#include "engine/conductor/decide/retry.h"
#include "engine/conductor/decide/words.h"

#include <algorithm>

namespace baton {

namespace {

constexpr std::int64_t kSecond = 1000;

// The moments at which one task's limits are over; none where the limit does not apply.
struct Limits {
    std::optional<EpochMs> total;
    std::optional<EpochMs> run;
    std::optional<EpochMs> poll;
    std::optional<EpochMs> response;
};

bool waitsForOutside(const TaskRun& task)
{
    const TaskType* type = systemType(task.taskType);
    return type && type->isAsyncComplete(task);
}

// JOIN and WAIT are looked at all the time on the real server, which renews them.
bool isPolledByEngine(const TaskRun& task)
{
    const TaskType* type = systemType(task.taskType);
    return type && type->isAsynchronous();
}

Limits limitsOf(const TaskDef& definition, const TaskRun& task)
{
    Limits limits;
    if (isTerminal(task.status))
        return limits;
    const EpochMs startDelay = std::int64_t {task.startDelayInSeconds} * kSecond;
    const EpochMs callback = task.callbackAfterSeconds * kSecond;
    if (definition.totalTimeoutSeconds > 0 && task.firstScheduledTime > 0)
        limits.total = task.firstScheduledTime + definition.totalTimeoutSeconds * kSecond;
    if (definition.timeoutSeconds > 0 && task.startTime > 0)
        limits.run = task.startTime + startDelay + definition.timeoutSeconds * kSecond;
    const int poll = definition.pollTimeoutSeconds.value_or(0);
    if (poll > 0 && task.status == TaskStatus::Scheduled)
        limits.poll = task.scheduledTime + startDelay + poll * kSecond + callback;
    if (task.status == TaskStatus::InProgress && definition.responseTimeoutSeconds != 0 && !isPolledByEngine(task)
        && !waitsForOutside(task))
        limits.response = task.updateTime + definition.responseTimeoutSeconds * kSecond + callback;
    return limits;
}

bool isOver(const std::optional<EpochMs>& limit, EpochMs now)
{
    return limit && now >= *limit;
}

std::string seconds(std::int64_t milliseconds)
{
    return std::to_string(milliseconds / kSecond);
}

Value detail(std::string_view limit, std::int64_t configured, std::string_view policy)
{
    return Value::object({{"limit", limit}, {"seconds", configured}, {"policy", policy}});
}

struct TimedOut {
    std::string_view limit;
    std::int64_t configured;
    std::string reason;
};

// Total, run and poll time obey the policy; the first that is over counts.
Verdict applyPolicy(Draft& draft, TaskSlot slot, const TaskDef& definition, const TimedOut& over)
{
    if (definition.timeoutPolicy == TaskTimeoutPolicy::AlertOnly)
        return {};
    draft.setStatus(slot, TaskStatus::TimedOut, {{Field::TaskReason, Value(over.reason)}},
        detail(over.limit, over.configured, toText(definition.timeoutPolicy)));
    if (definition.timeoutPolicy == TaskTimeoutPolicy::TimeOutWorkflow)
        return Termination {Text(over.reason), WorkflowStatus::TimedOut, slot};
    return {};
}

TimedOut totalOver(const Draft& draft, const TaskRun& task, const TaskDef& definition)
{
    const std::int64_t elapsed = (draft.now() - task.firstScheduledTime) / kSecond;
    return {"total", definition.totalTimeoutSeconds,
        joined({"Task ", task.taskDefName, "/", task.taskId, " exceeded total timeout of ",
            std::to_string(definition.totalTimeoutSeconds), " seconds (elapsed ", std::to_string(elapsed),
            " seconds across all attempts including retry delays). Timeout policy: ", toText(definition.timeoutPolicy)})};
}

TimedOut runOver(const Draft& draft, const TaskRun& task, const TaskDef& definition)
{
    const std::int64_t elapsed = draft.now() - task.startTime - std::int64_t {task.startDelayInSeconds} * kSecond;
    return {"run", definition.timeoutSeconds,
        joined({"Task timed out after ", seconds(elapsed), " seconds. Timeout configured as ",
            std::to_string(definition.timeoutSeconds), " seconds. Timeout policy configured to ",
            toText(definition.timeoutPolicy)})};
}

TimedOut pollOver(const Draft& draft, const TaskRun& task, const TaskDef& definition)
{
    const std::int64_t elapsed = draft.now() - task.scheduledTime - std::int64_t {task.startDelayInSeconds} * kSecond;
    const int configured = definition.pollTimeoutSeconds.value_or(0);
    return {"poll", configured,
        joined({"Task poll timed out after ", seconds(elapsed), " seconds. Poll timeout configured as ",
            std::to_string(configured), " seconds. Timeout policy configured to ", toText(definition.timeoutPolicy)})};
}

void responseOver(Draft& draft, TaskSlot slot, const TaskDef& definition)
{
    const TaskRun& task = draft.task(slot);
    std::string reason = joined({"responseTimeout: ", std::to_string(definition.responseTimeoutSeconds),
        " exceeded for the taskId: ", task.taskId, " with Task Definition: ", task.taskDefName});
    draft.setStatus(slot, TaskStatus::TimedOut, {{Field::TaskReason, Value(std::move(reason))}},
        detail("response", definition.responseTimeoutSeconds, "RETRY"));
}

bool hasWaitingHuman(const Execution& execution)
{
    return std::any_of(execution.open.begin(), execution.open.end(), [&](TaskSlot slot) {
        const TaskRun* task = execution.task(slot);
        return task && task->taskType == "HUMAN" && task->status == TaskStatus::InProgress;
    });
}

void keepSoonest(std::optional<EpochMs>& soonest, const std::optional<EpochMs>& other)
{
    if (other && (!soonest || *other < *soonest))
        soonest = other;
}

std::optional<EpochMs> workflowDeadline(const Execution& execution)
{
    if (!execution.definition || execution.definition->timeoutSeconds <= 0
        || execution.definition->timeoutPolicy == WorkflowTimeoutPolicy::AlertOnly)
        return std::nullopt;
    const EpochMs from = execution.lastRetriedTime > 0 ? execution.lastRetriedTime : execution.createTime;
    return from + execution.definition->timeoutSeconds * kSecond;
}

}  // namespace

Verdict checkWorkflowTimeout(const Draft& draft)
{
    const std::optional<EpochMs> deadline = workflowDeadline(draft.execution());
    if (!isOver(deadline, draft.now()))
        return {};
    const WorkflowDef& definition = *draft.execution().definition;
    const EpochMs elapsed = draft.now() - (*deadline - definition.timeoutSeconds * kSecond);
    return Termination {Text(joined({"Workflow timed out after ", seconds(elapsed), " seconds. Timeout configured as ",
                            std::to_string(definition.timeoutSeconds), " seconds. Timeout policy configured to ",
                            toText(definition.timeoutPolicy)})),
        WorkflowStatus::TimedOut, kNoTask};
}

Verdict checkTaskTimeouts(Draft& draft, TaskSlot slot)
{
    const TaskDef* definition = definitionOf(draft.execution(), &draft.index(), draft.task(slot));
    if (!definition)
        return {};
    const Limits limits = limitsOf(*definition, draft.task(slot));
    const auto stillOpen = [&] { return !isTerminal(draft.task(slot).status); };
    if (isOver(limits.total, draft.now())) {
        if (Verdict verdict = applyPolicy(draft, slot, *definition, totalOver(draft, draft.task(slot), *definition)))
            return verdict;
    }
    if (stillOpen() && isOver(limits.run, draft.now())) {
        if (Verdict verdict = applyPolicy(draft, slot, *definition, runOver(draft, draft.task(slot), *definition)))
            return verdict;
    }
    if (stillOpen() && isOver(limits.poll, draft.now())) {
        if (Verdict verdict = applyPolicy(draft, slot, *definition, pollOver(draft, draft.task(slot), *definition)))
            return verdict;
    }
    if (stillOpen() && isOver(limits.response, draft.now()))
        responseOver(draft, slot, *definition);
    return {};
}

std::optional<EpochMs> taskDeadline(const Execution& execution, const TaskRun& task)
{
    if (task.retried || task.executed || isTerminal(task.status))
        return std::nullopt;
    const TaskDef* definition = definitionOf(execution, nullptr, task);
    if (!definition)
        return std::nullopt;
    const Limits limits = limitsOf(*definition, task);
    std::optional<EpochMs> soonest;
    if (definition->timeoutPolicy != TaskTimeoutPolicy::AlertOnly) {
        keepSoonest(soonest, limits.total);
        keepSoonest(soonest, limits.run);
        keepSoonest(soonest, limits.poll);
    }
    keepSoonest(soonest, limits.response);
    return soonest;
}

std::optional<EpochMs> nextDeadline(const Execution& execution)
{
    if (execution.status != WorkflowStatus::Running || hasWaitingHuman(execution))
        return std::nullopt;
    std::optional<EpochMs> soonest = workflowDeadline(execution);
    for (const TaskSlot slot : execution.open) {
        if (const TaskRun* task = execution.task(slot))
            keepSoonest(soonest, taskDeadline(execution, *task));
    }
    return soonest;
}

}  // namespace baton
