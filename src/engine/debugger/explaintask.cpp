// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/explainparts.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decider.h"
#include "engine/conductor/types/waittime.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::size_t kMostNames = 20;

Value list(std::vector<Value> names)
{
    if (names.size() > kMostNames)
        names.resize(kMostNames);
    return Value::array(std::move(names));
}

const TaskDef* definitionFor(const TaskRun& task)
{
    return task.workflowTask ? task.workflowTask->taskDefinition.get() : nullptr;
}

/// One open attempt, looked at.
class OpenTask {
public:
    OpenTask(const World& world, const Execution& execution, TaskSlot slot, const ExplainContext& context)
        : m_world(world), m_execution(execution), m_task(*execution.task(slot)), m_context(context)
    {
        m_made = {Why::TaskRuns, execution.workflowId, slot, m_task.referenceTaskName, Value::object({{"type", m_task.taskType}})};
    }

    Explanation explain()
    {
        const TaskDuty duty = dutyOf(m_task.taskType);
        if (m_task.taskType == "JOIN" || m_task.taskType == "EXCLUSIVE_JOIN")
            join();
        else if (m_task.taskType == "SUB_WORKFLOW")
            child();
        else if (m_task.taskType == "DO_WHILE")
            loop();
        else if (m_task.taskType == "HUMAN")
            say(Why::HumanWaits, Value::object());
        else if (m_task.taskType == "WAIT")
            wait();
        else if (m_task.taskType == "EVENT")
            say(Why::EventWaits, Value::object({{"sink", m_task.inputData["sink"]}}));
        else if (m_task.status == TaskStatus::Scheduled)
            scheduled(duty);
        else
            inProgress(duty);
        return std::move(m_made);
    }

private:
    void say(Why why, Value facts)
    {
        m_made.why = why;
        m_made.facts = std::move(facts);
    }

    [[nodiscard]] EpochMs delayedUntil() const
    {
        const std::int64_t delay = m_task.callbackAfterMs > 0 && m_task.pollCount == 0 ? m_task.callbackAfterMs
                                                                                        : m_task.callbackAfterSeconds * kSecond;
        return std::max(m_task.scheduledTime, m_task.updateTime) + delay;
    }

    // In a queue: a delay first, then a limit, then nobody who takes it.
    void scheduled(TaskDuty duty)
    {
        const EpochMs until = delayedUntil();
        if (until > m_world.now && m_task.pollCount > 0)
            return say(Why::CallbackDelay, Value::object({{"until", until}, {"seconds", m_task.callbackAfterSeconds}}));
        if (until > m_world.now && m_task.retryCount > 0)
            return say(Why::RetryDelay, Value::object({{"until", until}, {"attempt", m_task.retryCount + 1}, {"of", retriesOf(m_task) + 1}}));
        if (until > m_world.now)
            return say(Why::StartDelay, Value::object({{"until", until}, {"delay", m_task.startDelayInSeconds}}));
        if (duty != TaskDuty::Worker)
            return say(Why::CallWaits, Value::object({{"type", m_task.taskType}}));
        if (limited())
            return;
        const Value type = m_task.taskType;
        if (!m_task.domain.empty() && m_context.isPolled && !m_context.isPolled(m_task.taskType, m_task.domain))
            return say(Why::NoWorkerInDomain, Value::object({{"type", type}, {"domain", m_task.domain}}));
        if (m_context.hasWorker && !m_context.hasWorker(m_task.taskType))
            return say(Why::NoWorker, Value::object({{"type", type}}));
        say(Why::WaitsForWorker, Value::object({{"type", type}, {"seconds", std::max<EpochMs>(0, m_world.now - m_task.scheduledTime) / kSecond}}));
    }

    bool limited()
    {
        const TaskDef* definition = definitionFor(m_task);
        const int limit = definition ? definition->concurrentExecLimit.value_or(0) : 0;
        if (limit > 0) {
            if (const int running = countInProgress(); running >= limit) {
                say(Why::ConcurrencyLimit, Value::object({{"limit", limit}, {"running", running}}));
                return true;
            }
        }
        const int rate = m_task.rateLimitPerFrequency;
        if (rate <= 0 || startedWithin(m_task.rateLimitFrequencyInSeconds) < rate)
            return false;
        say(Why::RateLimited, Value::object({{"limit", rate}, {"seconds", m_task.rateLimitFrequencyInSeconds}}));
        return true;
    }

    template <typename Fits>
    [[nodiscard]] int count(const Fits& fits) const
    {
        int found = 0;
        for (const Text& id : m_world.order) {
            const Execution* execution = m_world.find(id);
            for (TaskSlot slot = 0; execution && slot < execution->tasks.size(); ++slot) {
                const TaskRun* task = execution->task(slot);
                found += task && task->taskDefName == m_task.taskDefName && fits(*task) ? 1 : 0;
            }
        }
        return found;
    }

    [[nodiscard]] int countInProgress() const
    {
        return count([](const TaskRun& task) { return task.status == TaskStatus::InProgress; });
    }

    [[nodiscard]] int startedWithin(int seconds) const
    {
        const EpochMs since = m_world.now - std::int64_t {seconds} * kSecond;
        return count([&](const TaskRun& task) { return task.startTime > since; });
    }

    void inProgress(TaskDuty duty)
    {
        if (duty == TaskDuty::Asynchronous)
            return say(Why::CallWaits, Value::object({{"type", m_task.taskType}}));
        if (duty != TaskDuty::Worker)
            return;
        const std::optional<EpochMs> deadline = taskDeadline(m_execution, m_task);
        const Value until = deadline ? Value(*deadline) : Value();
        if (deadline && *deadline <= m_world.now)
            return say(Why::LeaseOver, Value::object({{"worker", m_task.workerId}, {"since", until}}));
        say(Why::LeaseRuns, Value::object({{"worker", m_task.workerId}, {"until", until}}));
    }

    void join()
    {
        std::vector<Value> waiting;
        std::vector<Value> missing;
        std::int64_t done = 0;
        const auto names = m_task.inputData["joinOn"].items();
        for (const Value& name : names) {
            const TaskRun* branch = m_execution.latest(iterated(name.toText(), m_task.iteration));
            if (!branch)
                missing.push_back(name);
            else if (!isTerminal(branch->status))
                waiting.push_back(Value::object({{"task", branch->referenceTaskName}, {"status", toText(branch->status)}}));
            else
                ++done;
        }
        const Value counted = Value(names.size());
        if (waiting.empty() && !missing.empty())
            return say(Why::JoinBranchMissing, Value::object({{"names", list(std::move(missing))}, {"done", done}, {"of", counted}}));
        for (const Value& name : missing)
            waiting.push_back(Value::object({{"task", name}, {"status", "not scheduled"}}));
        say(Why::JoinWaits, Value::object({{"names", list(std::move(waiting))}, {"done", done}, {"of", counted}}));
    }

    void child()
    {
        if (m_task.subWorkflowId.empty())
            return say(Why::ChildNotStarted, Value::object({{"name", m_task.inputData["subWorkflowName"]}}));
        const Execution* child = m_world.find(m_task.subWorkflowId);
        const Value facts = Value::object({{"child", m_task.subWorkflowId}, {"name", m_task.inputData["subWorkflowName"]}});
        say(child && child->status == WorkflowStatus::Paused ? Why::ChildPaused : Why::ChildRuns, facts);
    }

    void loop()
    {
        std::vector<Value> names;
        for (TaskSlot slot = 0; slot < m_execution.tasks.size(); ++slot) {
            const TaskRun* task = m_execution.task(slot);
            if (task && &*task != &m_task && task->iteration > 0 && !isTerminal(task->status) && m_task.workflowTask && isInBody(*task))
                names.push_back(Value::object({{"task", task->referenceTaskName}, {"status", toText(task->status)}}));
        }
        say(Why::LoopRuns, Value::object({{"iteration", m_task.iteration}, {"names", list(std::move(names))}}));
    }

    [[nodiscard]] bool isInBody(const TaskRun& task) const
    {
        WorkflowDef body;
        body.tasks = m_task.workflowTask->loopOver;
        const std::vector<const WorkflowTask*> all = allTasks(body);
        return std::ranges::any_of(all, [&](const WorkflowTask* one) { return one->taskReferenceName.view() == baseName(task); });
    }

    void wait()
    {
        EpochMs until = m_task.waitTimeout;
        if (until == 0 && m_task.inputData["duration"].isText()) {
            if (const auto seconds = durationSeconds(m_task.inputData["duration"].asText()))
                until = std::max(m_task.scheduledTime, m_task.startTime) + *seconds * kSecond;
        } else if (until == 0 && m_task.inputData["until"].isText()) {
            until = untilMoment(m_task.inputData["until"].asText()).value_or(0);
        }
        if (until > 0)
            say(Why::WaitTimer, Value::object({{"until", until}}));
        else
            say(Why::WaitSignal, Value::object());
    }

    const World& m_world;
    const Execution& m_execution;
    const TaskRun& m_task;
    const ExplainContext& m_context;
    Explanation m_made;
};

std::string_view between(std::string_view text, std::string_view before, std::string_view after)
{
    const std::size_t begin = text.find(before);
    if (begin == std::string_view::npos)
        return {};
    text.remove_prefix(begin + before.size());
    return text.substr(0, text.find(after));
}

Value timeoutFacts(const TaskRun& task)
{
    const std::string_view reason = task.reasonForIncompletion;
    const TaskDef* definition = definitionFor(task);
    const bool response = reason.starts_with("responseTimeout");
    const bool poll = reason.starts_with("Task poll timed out");
    const bool total = reason.find("total timeout") != std::string_view::npos;
    Value seconds;
    if (definition) {
        seconds = response ? Value(definition->responseTimeoutSeconds)
            : poll         ? Value(definition->pollTimeoutSeconds.value_or(0))
            : total        ? Value(definition->totalTimeoutSeconds)
                           : Value(definition->timeoutSeconds);
    } else {
        seconds = Value(between(reason, "configured as ", " seconds"));
    }
    return Value::object({{"limit", response ? "response" : poll ? "poll" : total ? "total" : "run"}, {"seconds", seconds},
                          {"policy", definition ? Value(toText(definition->timeoutPolicy)) : Value()}, {"reason", task.reasonForIncompletion}});
}

}  // namespace

int retriesOf(const TaskRun& task) noexcept
{
    if (task.workflowTask && task.workflowTask->retryCount)
        return *task.workflowTask->retryCount;
    const TaskDef* definition = definitionFor(task);
    return definition ? definition->retryCount : 0;
}

Explanation explainOpenTask(const World& world, const Execution& execution, TaskSlot slot, const ExplainContext& context)
{
    return OpenTask(world, execution, slot, context).explain();
}

void explainEnded(std::vector<Explanation>& all, const Execution& execution, TaskSlot slot)
{
    const TaskRun& task = *execution.task(slot);
    Explanation made {Why::Completed, execution.workflowId, slot, task.referenceTaskName, Value::object()};
    const Value tried = Value::object({{"reason", task.reasonForIncompletion}, {"attempt", task.retryCount + 1}, {"of", retriesOf(task) + 1}});
    switch (task.status) {
    case TaskStatus::CompletedWithErrors:
        made.why = Why::CompletedWithErrors;
        made.facts = Value::object({{"reason", task.reasonForIncompletion}});
        break;
    case TaskStatus::Failed:
        made.why = task.retried ? Why::FailedAndRetried : Why::RetriesUsedUp;
        made.facts = tried;
        break;
    case TaskStatus::FailedWithTerminalError:
        made.why = Why::FailedTerminally;
        made.facts = tried;
        break;
    case TaskStatus::TimedOut:
        made.why = Why::TimedOut;
        made.facts = timeoutFacts(task);
        break;
    case TaskStatus::Canceled:
        made.why = Why::Canceled;
        made.facts = Value::object({{"reason", task.reasonForIncompletion.empty() ? Value(execution.reasonForIncompletion) : Value(task.reasonForIncompletion)}});
        break;
    case TaskStatus::Skipped: made.why = Why::SkippedByClient; break;
    default: break;
    }
    const std::size_t before = all.size();
    explainDecision(all, execution, slot);
    if (all.size() == before || made.why != Why::Completed)
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(before), std::move(made));
}

}  // namespace baton
