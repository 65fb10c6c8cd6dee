// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/replayproof.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decider.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/debugger/proofreader.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace baton {
namespace {

constexpr int kMostRounds = 1'000'000;

using AttemptKey = std::tuple<std::string, int, int>;   // reference, retry count, which of these

/// The attempts of an execution by what they are, in the order of their slots.
std::map<AttemptKey, TaskSlot> attemptsOf(const Execution& execution)
{
    std::map<AttemptKey, TaskSlot> all;
    std::map<std::pair<std::string, int>, int> seen;
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        if (const TaskRun* task = execution.task(slot)) {
            const std::string name = task->referenceTaskName.str();
            all.emplace(AttemptKey {name, task->retryCount, seen[{name, task->retryCount}]++}, slot);
        }
    }
    return all;
}

std::vector<TaskDefPtr> taskDefsOf(const Execution& recorded)
{
    std::vector<TaskDefPtr> all;
    const auto add = [&](const WorkflowTask& task) {
        if (task.taskDefinition && !task.taskDefinition->name.empty())
            all.push_back(task.taskDefinition);
    };
    for (const WorkflowTask* task : allTasks(*recorded.definition))
        add(*task);
    for (TaskSlot slot = 0; slot < recorded.tasks.size(); ++slot) {
        const TaskRun* task = recorded.task(slot);
        if (task && task->workflowTask)
            add(*task->workflowTask);
    }
    return all;
}

/// The recorded definition, and a name for each sub-workflow: what is in them has been answered already.
std::vector<WorkflowDefPtr> definitionsOf(const Execution& recorded)
{
    std::vector<WorkflowDefPtr> all {recorded.definition};
    const auto add = [&](const Value& name, const Value& version) {
        auto named = std::make_shared<WorkflowDef>();
        named->name = name.toText();
        named->version = static_cast<int>(std::clamp<std::int64_t>(version.asInteger(1), 1, 1'000'000));
        if (!named->name.empty() && named->name != recorded.definition->name)
            all.push_back(std::move(named));
    };
    for (const WorkflowTask* task : allTasks(*recorded.definition)) {
        if (task->subWorkflowParam)
            add(task->subWorkflowParam->name, task->subWorkflowParam->version);
    }
    for (TaskSlot slot = 0; slot < recorded.tasks.size(); ++slot) {
        if (const TaskRun* task = recorded.task(slot)) {
            add(task->inputData["subWorkflowName"], task->inputData["subWorkflowVersion"]);
            if (task->status == TaskStatus::Completed)
                add(task->inputData["startWorkflow"]["name"], task->inputData["startWorkflow"]["version"]);
        }
    }
    if (!recorded.definition->failureWorkflow.empty())
        add(recorded.definition->failureWorkflow, recorded.definition->failureWorkflowVersion.value_or(1));
    return all;
}

/// One replay: our decider, fed with the recorded answers in the order of their times.
class Replay {
public:
    /// `pauseBefore`: how many answers come before the workflow is paused; none: at the end.
    explicit Replay(const Execution& recorded, std::optional<int> pauseBefore = std::nullopt)
        : m_recorded(recorded)
        , m_pauseBefore(pauseBefore)
        , m_definitions(definitionsOf(recorded), taskDefsOf(recorded))
        , m_evaluators(makeEvaluators())
        , m_ids(1)
        , m_context {m_definitions, m_environment, m_evaluators, m_ids}
        , m_byAttempt(attemptsOf(recorded))
    {
    }

    [[nodiscard]] Status run()
    {
        StartRequest request;
        request.name = m_recorded.definition->name;
        request.workflowDef = m_recorded.definition;
        request.input = m_recorded.input.isNull() ? Value::object() : m_recorded.input;
        request.taskToDomain = m_recorded.taskToDomain;
        request.correlationId = m_recorded.correlationId;
        request.priority = m_recorded.priority;
        request.workflowId = m_recorded.workflowId;
        request.parentWorkflowId = m_recorded.parentWorkflowId;
        request.parentWorkflowTaskId = m_recorded.parentWorkflowTaskId;
        m_now = m_recorded.createTime;
        if (Status done = take(decide(std::nullopt, command::Start {std::move(request)}, m_now, m_context)); !done)
            return done;
        skipWhatWasSkipped();
        for (int round = 0; round < kMostRounds; ++round) {
            visit();
            if (m_pauseBefore && m_answers == *m_pauseBefore && m_state->status == WorkflowStatus::Running)
                give(command::Pause {});
            if (!answerNext() && !goOnLater())
                return {};
        }
        return Error {ErrorCode::Internal, "the replay does not come to an end"};
    }

    [[nodiscard]] const Execution& ours() const noexcept { return *m_state; }
    [[nodiscard]] int answers() const noexcept { return m_answers; }

private:
    Status take(Result<Outcome> outcome)
    {
        if (!outcome)
            return std::move(outcome).error();
        m_state = std::move(outcome->state);
        m_changed = m_changed || !outcome->events.empty();
        std::vector<Effect> effects = std::move(outcome->effects);
        for (const Effect& effect : effects)
            carryOut(effect);
        return {};
    }

    void give(const Command& command) { (void)take(decide(m_state, command, m_now, m_context)); }

    void carryOut(const Effect& effect)
    {
        if (const auto* start = std::get_if<effect::StartChild>(&effect)) {
            const TaskRun* recorded = recordOf(start->slot);
            if (recorded && !recorded->subWorkflowId.empty())
                give(command::ChildStarted {start->slot, start->taskId, recorded->subWorkflowId});
            else if (recorded && isTerminal(recorded->status))
                give(command::ChildNotStarted {start->slot, start->taskId, recorded->reasonForIncompletion});
        } else if (std::get_if<effect::StartFailureWorkflow>(&effect)) {
            const Value& id = m_recorded.output["conductor.failure_workflow"];
            if (id.isText())
                give(command::FailureWorkflowStarted {id.toText(), {}});
        }
    }

    /// The recorded attempt that one of ours is.
    [[nodiscard]] const TaskRun* recordOf(TaskSlot slot) const
    {
        const TaskRun* mine = m_state->task(slot);
        if (!mine)
            return nullptr;
        int which = 0;
        for (TaskSlot i = 0; i < slot; ++i) {
            const TaskRun* other = m_state->task(i);
            which += other && other->referenceTaskName == mine->referenceTaskName && other->retryCount == mine->retryCount ? 1 : 0;
        }
        const auto found = m_byAttempt.find({mine->referenceTaskName.str(), mine->retryCount, which});
        return found == m_byAttempt.end() ? nullptr : m_recorded.task(found->second);
    }

    void skipWhatWasSkipped()
    {
        for (TaskSlot slot = 0; slot < m_recorded.tasks.size(); ++slot) {
            const TaskRun* task = m_recorded.task(slot);
            if (task && task->status == TaskStatus::Skipped)
                give(command::SkipTask {task->referenceTaskName, task->inputData, task->outputData});
        }
    }

    // Whatever the engine looks at by itself: joins after every change, calls and sub-workflows once scheduled.
    void visit()
    {
        for (int look = 0; look < 100; ++look) {
            m_changed = false;
            const std::vector<TaskSlot> open = m_state->open;
            for (const TaskSlot slot : open) {
                const TaskRun* task = m_state->task(slot);
                if (!task || isTerminal(task->status) || dutyOf(task->taskType) != TaskDuty::Asynchronous)
                    continue;
                const bool isJoin = task->taskType == "JOIN";
                if (!isJoin && (task->status != TaskStatus::Scheduled || !m_visited.insert(task->taskId).second))
                    continue;
                if (isJoin && !mayEndJoin(slot))
                    continue;
                give(command::VisitSystemTask {slot});
            }
            if (!m_changed)
                return;
        }
    }

    // A recorded join that did not end kept looking; its partial output is no decision.
    [[nodiscard]] bool mayEndJoin(TaskSlot slot) const
    {
        const TaskRun* recorded = recordOf(slot);
        return !recorded || isTerminal(recorded->status) || recorded->outputData != m_state->task(slot)->outputData;
    }

    /// The recorded end that comes first among our tasks that have not ended.
    [[nodiscard]] TaskSlot nextToEnd() const
    {
        const TaskSlot found = firstToEnd(m_state->open);
        if (found != kNoTask)
            return found;
        // A retry by hand may be waited for although the flow has gone on without it.
        std::vector<TaskSlot> all(m_state->tasks.size());
        std::iota(all.begin(), all.end(), TaskSlot {0});
        return firstToEnd(all);
    }

    [[nodiscard]] TaskSlot firstToEnd(const std::vector<TaskSlot>& among) const
    {
        TaskSlot best = kNoTask;
        std::tuple<EpochMs, int> rank;
        for (const TaskSlot slot : among) {
            const TaskRun* task = m_state->task(slot);
            if (!task || isTerminal(task->status) || task->taskType == "JOIN"
                || (dutyOf(task->taskType) == TaskDuty::Synchronous && task->taskType != "EVENT"))
                continue;
            const TaskRun* recorded = recordOf(slot);
            if (!recorded || !isTerminal(recorded->status) || recorded->status == TaskStatus::Canceled)
                continue;
            const std::tuple<EpochMs, int> mine {std::max(recorded->endTime, recorded->updateTime), recorded->seq};
            if (best == kNoTask || mine < rank) {
                best = slot;
                rank = mine;
            }
        }
        return best;
    }

    bool answerNext()
    {
        const TaskSlot slot = isTerminal(m_state->status) ? kNoTask : nextToEnd();
        if (slot == kNoTask)
            return false;
        ++m_answers;
        const TaskRun task = *m_state->task(slot);
        const TaskRun& recorded = *recordOf(slot);
        m_now = std::max({m_now, recorded.endTime, recorded.updateTime});
        if (recorded.status == TaskStatus::TimedOut && dutyOf(task.taskType) == TaskDuty::Worker) {
            if (recorded.startTime > 0)
                poll(slot, recorded);
            m_now = std::max(m_now, taskDeadline(*m_state, *m_state->task(slot)).value_or(m_now));
            give(command::Decide {});
        } else if (task.taskType == "SUB_WORKFLOW") {
            give(command::ChildChanged {task.taskId, childOf(recorded)});
        } else {
            end(slot, task, recorded);
        }
        if (const TaskRun* after = m_state->task(slot); after && !isTerminal(after->status) && !isTerminal(m_state->status))
            give(command::UpdateTask {resultOf(task, recorded), slot});
        const TaskRun* after = m_state->task(slot);
        return !after || isTerminal(after->status) || isTerminal(m_state->status);
    }

    void poll(TaskSlot slot, const TaskRun& recorded)
    {
        if (m_state->task(slot)->status == TaskStatus::Scheduled) {
            const EpochMs end = m_now;
            m_now = recorded.startTime;
            give(command::PollTask {slot, recorded.workerId, recorded.domain});
            m_now = end;
        }
    }

    // Cancelled while a worker had it.
    void pollWhatWasPolled()
    {
        const std::vector<TaskSlot> open = m_state->open;
        for (const TaskSlot slot : open) {
            const TaskRun* task = m_state->task(slot);
            const TaskRun* recorded = recordOf(slot);
            if (task && recorded && recorded->pollCount > 0 && dutyOf(task->taskType) == TaskDuty::Worker)
                poll(slot, *recorded);
        }
    }

    void end(TaskSlot slot, const TaskRun& task, const TaskRun& recorded)
    {
        const TaskDuty duty = dutyOf(task.taskType);
        if (duty == TaskDuty::Worker && recorded.pollCount > 0)
            poll(slot, recorded);
        if (task.taskType == "WAIT" && visitDue(task)) {
            m_now = std::max(m_now, *visitDue(task));
            give(command::VisitSystemTask {slot});
        } else if ((duty == TaskDuty::Asynchronous && task.taskType != "WAIT") || task.taskType == "EVENT") {
            give(command::CompleteCall {slot, task.taskId, resultOf(task, recorded)});
        } else {
            give(command::UpdateTask {resultOf(task, recorded), slot});
        }
    }

    [[nodiscard]] TaskResult resultOf(const TaskRun& task, const TaskRun& recorded) const
    {
        TaskResult result;
        result.workflowInstanceId = m_recorded.workflowId;
        result.taskId = task.taskId;
        // An optional task's failure is what the decider made into errors.
        result.status = recorded.status;
        if (recorded.status == TaskStatus::CompletedWithErrors && task.workflowTask && task.workflowTask->optional) {
            const bool again = m_byAttempt.contains({recorded.referenceTaskName.str(), recorded.retryCount + 1, 0});
            result.status = again ? TaskStatus::Failed : TaskStatus::FailedWithTerminalError;
        }
        result.outputData = recorded.outputData;
        result.reasonForIncompletion = recorded.reasonForIncompletion;
        result.workerId = recorded.workerId;
        return result;
    }

    [[nodiscard]] ExecutionPtr childOf(const TaskRun& recorded) const
    {
        auto child = std::make_shared<Execution>();
        child->workflowId = recorded.subWorkflowId;
        child->definition = m_recorded.definition;
        switch (recorded.status) {
        case TaskStatus::Completed: child->status = WorkflowStatus::Completed; break;
        case TaskStatus::Canceled: child->status = WorkflowStatus::Terminated; break;
        case TaskStatus::TimedOut: child->status = WorkflowStatus::TimedOut; break;
        default: child->status = WorkflowStatus::Failed; break;
        }
        child->output = recorded.outputData.without("subWorkflowId");
        child->reasonForIncompletion = recorded.reasonForIncompletion;
        child->endTime = recorded.endTime;
        return child;
    }

    // What a client or the clock did to the workflow as a whole.
    bool goOnLater()
    {
        const bool ended = isTerminal(m_state->status);
        if (ended && m_recorded.status == WorkflowStatus::Terminated && m_state->status != WorkflowStatus::Terminated
            && m_recorded.lastRetriedTime == 0 && !m_later) {
            // What has ended badly may be terminated all the same.
            m_later = true;
            give(command::Terminate {m_recorded.reasonForIncompletion});
            return false;
        }
        if (ended && m_recorded.lastRetriedTime > 0 && !m_retried) {
            m_retried = true;
            m_now = std::max(m_now, m_recorded.lastRetriedTime);
            give(command::Retry {});
            return !isTerminal(m_state->status);
        }
        if (ended || m_later)
            return false;
        m_later = true;
        m_now = std::max({m_now, m_recorded.endTime, m_recorded.updateTime});
        pollWhatWasPolled();
        if (m_recorded.status == WorkflowStatus::Terminated)
            give(command::Terminate {m_recorded.reasonForIncompletion});
        else if (m_recorded.status == WorkflowStatus::Paused)
            give(command::Pause {});
        else if (isTerminal(m_recorded.status))
            give(command::Decide {});
        return true;
    }

    const Execution& m_recorded;
    std::optional<int> m_pauseBefore;
    int m_answers = 0;
    FixedDefinitions m_definitions;
    FixedEnvironment m_environment;
    Evaluators m_evaluators;
    SeededIdSource m_ids;
    EngineContext m_context;
    std::map<AttemptKey, TaskSlot> m_byAttempt;
    std::optional<Execution> m_state;
    std::set<Text> m_visited;
    EpochMs m_now = 0;
    bool m_changed = false;
    bool m_retried = false;
    bool m_later = false;
};

bool mayHavePaused(const Execution& recorded)
{
    return recorded.status == WorkflowStatus::Paused || recorded.status == WorkflowStatus::Terminated;
}

ReplayProof proofOf(const Replay& replay, const Execution& recorded)
{
    return readProof(recorded, replay.ours());
}

}  // namespace

ReplayProof proveReplay(const Execution& recorded)
{
    ReplayProof proof;
    proof.verdict = ReplayProof::Verdict::Unprovable;
    if (!recorded.definition || recorded.definition->tasks.empty()) {
        proof.why = "the execution does not hold its definition";
        return proof;
    }
    Replay replay(recorded);
    if (Status done = replay.run(); !done) {
        proof.why = done.error().message;
        return proof;
    }
    proof = proofOf(replay, recorded);
    // When a workflow was paused is not recorded, nor whether it was before it was terminated: any moment that explains it will do.
    for (int k = replay.answers(); k >= 0 && proof.mismatch && mayHavePaused(recorded); --k) {
        Replay paused(recorded, k);
        ReplayProof other = paused.run() ? proofOf(paused, recorded) : proof;
        if (!other.mismatch)
            proof = std::move(other);
    }
    if (!proof.mismatch)
        return proof;
    proof.why = interventionIn(recorded, proof.mismatch->index);
    if (!proof.why.empty())
        proof.verdict = ReplayProof::Verdict::Unprovable;
    return proof;
}

}  // namespace baton
