// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/taskstory.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace baton {
namespace {

/// What unknownFields keeps under the name of a field that events change is said with the field's last change.
Value withoutRawFields(const Value& unknown)
{
    ObjectBuilder kept;
    for (const Member& member : unknown.members()) {
        if (!fieldFrom(member.key, true))
            kept.set(member.key, member.value);
    }
    return kept.size() > 0 ? std::move(kept).build() : Value();
}

/// The task as it must have been when it was scheduled.
TaskRun asScheduled(const TaskRun& task)
{
    TaskRun state = task;
    state.status = TaskStatus::Scheduled;
    state.retried = state.executed = state.subworkflowChanged = false;
    state.pollCount = 0;
    state.startTime = state.endTime = state.updateTime = 0;
    state.callbackAfterSeconds = task.startDelayInSeconds;
    state.workerId = state.reasonForIncompletion = state.subWorkflowId = Text();
    if (!task.outputData.isNull())
        state.outputData = Value::object();
    if (task.taskType == "DO_WHILE" && task.iteration > 1)
        state.iteration = 1;
    state.unknownFields = withoutRawFields(task.unknownFields);
    return state;
}

TaskRun asStarted(TaskRun state, const TaskRun& task)
{
    state.status = TaskStatus::InProgress;
    state.startTime = state.updateTime = task.startTime;
    state.pollCount = task.pollCount;
    state.callbackAfterSeconds = 0;
    state.workerId = task.workerId;
    state.domain = task.domain;
    state.subWorkflowId = task.subWorkflowId;
    return state;
}

EventKind endKind(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Failed:
    case TaskStatus::FailedWithTerminalError: return EventKind::TaskFailed;
    case TaskStatus::TimedOut: return EventKind::TaskTimedOut;
    case TaskStatus::Canceled: return EventKind::TaskCanceled;
    default: return EventKind::TaskCompleted;
    }
}

bool isProgress(const std::vector<FieldChange>& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const FieldChange& change) {
        return change.field == Field::TaskStatus || change.field == Field::OutputData || change.field == Field::TaskReason;
    });
}

class Story {
public:
    explicit Story(const TaskRun& after) : m_after(after) { }

    std::vector<TaskPhase> tell(const TaskRun* before)
    {
        if (!before && isWhole()) {
            add(m_after.status == TaskStatus::Skipped ? EventKind::TaskSkipped : EventKind::TaskScheduled,
                std::max(m_after.scheduledTime, m_after.endTime), m_after);
            return std::move(m_phases);
        }
        if (before)
            m_now = *before;
        else
            add(EventKind::TaskScheduled, m_after.scheduledTime, asScheduled(m_after));
        if (isTerminal(m_now.status) && !isTerminal(m_after.status))
            add(EventKind::TaskReset, std::max(m_after.updateTime, m_after.scheduledTime), m_after);
        start();
        if (isTerminal(m_after.status))
            end();
        else
            progress();
        return std::move(m_phases);
    }

private:
    /// There is nothing to tell but that it is there.
    [[nodiscard]] bool isWhole() const
    {
        return (m_after.status == TaskStatus::Skipped || m_after.status == TaskStatus::Scheduled) && m_after.startTime == 0
            && !m_after.executed && !m_after.retried;
    }

    void start()
    {
        if (m_now.status != TaskStatus::Scheduled || m_after.startTime == 0 || m_now.startTime == m_after.startTime)
            return;
        TaskRun started = asStarted(m_now, m_after);
        if (m_after.status == TaskStatus::InProgress && !isProgress(fieldChanges(started, m_after)))
            started = m_after;
        add(EventKind::TaskStarted, m_after.startTime, std::move(started));
    }

    void progress()
    {
        const auto changes = fieldChanges(m_now, m_after);
        if (!changes.empty())
            add(isProgress(changes) ? EventKind::TaskProgressed : EventKind::TaskChanged, m_after.updateTime, m_after);
    }

    void end()
    {
        const EpochMs at = m_after.endTime > 0 ? m_after.endTime : m_after.updateTime;
        m_final = true;
        if (m_now.status != m_after.status) {
            TaskRun ended = m_after;
            ended.executed = m_now.executed;
            ended.retried = m_now.retried;
            const EventKind kind = m_after.status == TaskStatus::Skipped ? EventKind::TaskChanged : endKind(m_after.status);
            add(kind, at, std::move(ended));
        }
        flag(EventKind::TaskRetried, &TaskRun::retried, at);
        flag(EventKind::TaskExecuted, &TaskRun::executed, at);
        if (!fieldChanges(m_now, m_after).empty())
            add(EventKind::TaskChanged, std::max(at, m_after.updateTime), m_after);
    }

    void flag(EventKind kind, bool TaskRun::* which, EpochMs at)
    {
        if (m_now.*which || !(m_after.*which))
            return;
        TaskRun state = m_now;
        state.*which = true;
        add(kind, at, std::move(state));
    }

    void add(EventKind kind, EpochMs at, TaskRun state)
    {
        if (!m_phases.empty())
            at = std::max(at, m_phases.back().at);
        m_now = state;
        m_phases.push_back({kind, at, m_final, std::move(state)});
    }

    const TaskRun& m_after;
    TaskRun m_now;
    bool m_final = false;
    std::vector<TaskPhase> m_phases;
};

using Ranks = std::unordered_map<Text, std::int64_t>;

void raise(Ranks& ranks, const Text& name, std::int64_t rank)
{
    auto& highest = ranks[name];
    highest = std::max(highest, rank);
}

std::int64_t rankOf(const Ranks& ranks, const Text& name)
{
    const auto found = ranks.find(name);
    return found == ranks.end() ? 0 : found->second;
}

/// The reference name as the definition has it.
Text plainName(const TaskRun& task)
{
    const std::string_view name = task.referenceTaskName;
    const auto end = task.iteration > 0 ? name.rfind("__") : std::string_view::npos;
    return end == std::string_view::npos ? task.referenceTaskName : Text(name.substr(0, end));
}

std::int64_t highestInside(const TaskRun& loop, const Ranks& plain)
{
    if (!loop.workflowTask)
        return 0;
    WorkflowDef body;
    body.tasks = loop.workflowTask->loopOver;
    std::int64_t highest = 0;
    for (const WorkflowTask* task : allTasks(body))
        highest = std::max(highest, rankOf(plain, task->taskReferenceName));
    return highest;
}

std::int64_t highestJoined(const TaskRun& join, const Ranks& exact)
{
    static const Key joinOn("joinOn");
    std::int64_t highest = 0;
    for (const Value& name : join.inputData[joinOn].items())
        highest = std::max(highest, rankOf(exact, name.toText()));
    if (join.workflowTask) {
        for (const Text& name : join.workflowTask->joinOn)
            highest = std::max(highest, rankOf(exact, name));
    }
    return highest;
}

}  // namespace

std::vector<TaskPhase> phasesBetween(const TaskRun* before, const TaskRun& after)
{
    return Story(after).tell(before);
}

std::vector<std::int64_t> endRanks(const std::vector<TaskPtr>& tasks)
{
    constexpr int kPasses = 3;   // a join on a loop with a join inside; deeper ones are no worse than in the order of seq
    std::vector<std::int64_t> ranks(tasks.size());
    Ranks exact;
    Ranks plain;
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const TaskRun& task = *tasks[i];
        ranks[i] = startRank(task);
        raise(exact, task.referenceTaskName, ranks[i]);
        raise(plain, plainName(task), ranks[i]);
        if (task.taskType == "DO_WHILE" || task.taskType == "JOIN" || task.taskType == "EXCLUSIVE_JOIN")
            waiting.push_back(i);
    }
    for (int pass = 0; pass < kPasses; ++pass) {
        for (auto index = waiting.rbegin(); index != waiting.rend(); ++index) {
            const TaskRun& task = *tasks[*index];
            const std::int64_t inner
                = task.taskType == "DO_WHILE" ? highestInside(task, plain) : highestJoined(task, exact);
            if (inner < ranks[*index])
                continue;
            ranks[*index] = inner | 1;   // after the last one inside, before what is scheduled next
            raise(exact, task.referenceTaskName, ranks[*index]);
            raise(plain, plainName(task), ranks[*index]);
        }
    }
    return ranks;
}

std::vector<std::int64_t> startRanks(const std::vector<TaskPtr>& tasks)
{
    std::vector<std::int64_t> ranks(tasks.size());
    std::size_t fork = tasks.size();   // the outermost one under way
    int depth = 0;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const TaskRun& task = *tasks[i];
        if (depth > 0 && task.scheduledTime != tasks[fork]->scheduledTime)
            depth = 0;
        const bool isInside = depth > 0;
        if (task.taskType == "FORK" && depth++ == 0)
            fork = i;
        ranks[i] = isInside ? startRank(*tasks[fork]) : startRank(task);
        if (isInside && task.taskType == "JOIN")
            --depth;
    }
    return ranks;
}

}  // namespace baton
