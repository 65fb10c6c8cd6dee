// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"

#include <algorithm>

namespace baton::types {

namespace {

// Wider joins show what has come in so far only now and then, lest each branch cost a look at all of them.
constexpr std::size_t kWide = 64;
constexpr std::size_t kLooksOfWide = 32;

bool isAgent(const Execution& execution)
{
    const Value& metadata = execution.definition->metadata;
    return !metadata["agent_sdk"].isNull() || !metadata["agentDef"].isNull();
}

// What a join of an agent keeps of a branch: its tool's name with its output, or only the state to be merged.
Value agentOutput(const TaskRun& branch)
{
    const Value& tool = branch.inputData["_agent_tool_name"];
    if (!tool.isNull())
        return Value::object({{"_agent_tool_name", tool}, {"_agent_tool_output", branch.outputData}});
    Value kept = Value::object();
    for (const char* key : {"_state_updates", "state"}) {
        if (const Value* found = branch.outputData.find(key))
            kept = std::move(kept).with(key, *found);
    }
    return kept.empty() ? branch.outputData : kept;
}

bool isOptional(const TaskRun& task)
{
    return task.workflowTask && task.workflowTask->optional;
}

bool isPermissive(const TaskRun& task)
{
    return task.workflowTask && task.workflowTask->permissive;
}

Value joinOnOf(const WorkflowTask& task)
{
    std::vector<Value> names(task.joinOn.begin(), task.joinOn.end());
    return Value::array(std::move(names));
}

/// One look at everything a JOIN waits for.
class JoinLook {
public:
    JoinLook(Draft& draft, TaskSlot slot) : m_draft(draft), m_slot(slot), m_join(draft.task(slot))
    {
        const std::span<const Value> names = m_join.inputData["joinOn"].items();
        m_names.reserve(names.size());
        for (const Value& name : names)
            m_names.push_back(iterated(name.toText(), m_join.iteration));
    }

    /// False when some branch is known to be unfinished, found from where the last look ended.
    [[nodiscard]] bool mayBeDone()
    {
        std::size_t& hint = m_draft.cache().joinHint(m_join.taskId);
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const std::size_t at = (hint + i) % m_names.size();
            const TaskRun* branch = m_draft.execution().latest(m_names[at]);
            if (!branch || !isTerminal(branch->status)) {
                hint = at;
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool isTurnToShow() const
    {
        const std::size_t every = m_names.size() / kLooksOfWide;
        return m_names.size() <= kWide || static_cast<std::size_t>(m_join.pollCount) % every == 0;
    }

    bool evaluate(bool allEnded)
    {
        const bool agent = isAgent(m_draft.execution());
        std::string troubles;
        std::optional<TaskStatus> failed;
        for (const Text& name : m_names) {
            const TaskRun* branch = m_draft.execution().latest(name);
            if (!branch)
                continue;
            collect(name, *branch, agent);
            if (!isSuccessful(branch->status) && !isOptional(*branch) && (!isPermissive(*branch) || allEnded)) {
                failed = isOnlyCanceled() ? TaskStatus::Canceled : TaskStatus::Failed;
                break;
            }
            if (isOptional(*branch) && branch->status == TaskStatus::CompletedWithErrors)
                troubles += joined({branch->taskDefName, "/", branch->taskId, " "});
        }
        if (failed)
            return finish(*failed, failureReasons());
        if (allEnded && !troubles.empty())
            return finish(TaskStatus::CompletedWithErrors, troubles + "completed with errors");
        if (allEnded)
            return finish(TaskStatus::Completed, {});
        if (m_changed)
            m_draft.change(m_slot, EventKind::TaskChanged, {{Field::OutputData, m_output}});
        return false;
    }

private:
    void collect(const Text& name, const TaskRun& branch, bool agent)
    {
        if (branch.outputData.empty())
            return;
        if (!m_begun) {
            m_begun = true;
            m_output = m_join.outputData.isObject() ? m_join.outputData : Value::object();
            m_shared = m_output;
        }
        const Value wanted = agent ? agentOutput(branch) : branch.outputData;
        const Value* there = m_shared.find(name.view());
        if (there && (there->sharesNodeWith(wanted) || *there == wanted))
            return;
        m_changed = true;
        m_output = std::move(m_output).with(name.view(), wanted);
    }

    // A cancelled branch cancels; any other failure of a branch that had to succeed counts more.
    [[nodiscard]] bool isOnlyCanceled() const
    {
        return std::none_of(m_names.begin(), m_names.end(), [&](const Text& name) {
            const TaskRun* branch = m_draft.execution().latest(name);
            return branch && isTerminal(branch->status) && !isSuccessful(branch->status) && !isOptional(*branch)
                && branch->status != TaskStatus::Canceled;
        });
    }

    [[nodiscard]] std::string failureReasons() const
    {
        std::string reasons;
        bool first = true;
        for (const Text& name : m_names) {
            const TaskRun* branch = m_draft.execution().latest(name);
            if (!branch || isSuccessful(branch->status) || branch->reasonForIncompletion.empty())
                continue;
            if (!first)
                reasons += ' ';
            first = false;
            reasons += branch->reasonForIncompletion.view();
        }
        return reasons;
    }

    bool finish(TaskStatus status, const std::string& reason)
    {
        std::vector<FieldChange> changes;
        if (m_changed)
            changes.push_back({Field::OutputData, m_output});
        if (!reason.empty() || status == TaskStatus::Failed || status == TaskStatus::Canceled)
            changes.push_back({Field::TaskReason, Value(reason)});
        m_draft.setStatus(m_slot, status, std::move(changes));
        return true;
    }

    Draft& m_draft;
    TaskSlot m_slot;
    TaskRun m_join;                  // as it was before this look
    std::vector<Text> m_names;
    Value m_shared;                  // its output before
    Value m_output;
    bool m_begun = false;
    bool m_changed = false;
};

class Join final : public TaskType {
public:
    Join() noexcept : TaskType("JOIN", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        // Each branch that ends leads here, but one join is enough: it would be dropped, and its list may be long.
        if (context.draft.latestSlot(run.referenceTaskName) != kNoTask)
            return {};
        run.taskType = name();
        run.taskDefName = name();
        run.startTime = context.draft.now();
        run.inputData = Value::object({{"joinOn", joinOnOf(*context.task)}});
        run.status = TaskStatus::InProgress;
        if (context.task->taskDefinition)
            run.isolationGroupId = context.task->taskDefinition->isolationGroupId;
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        JoinLook look(draft, slot);
        const bool done = look.mayBeDone();
        return (done || look.isTurnToShow()) && look.evaluate(done);
    }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }
};

class ExclusiveJoin final : public TaskType {
public:
    ExclusiveJoin() noexcept : TaskType("EXCLUSIVE_JOIN", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        const std::vector<Value> defaults(task.defaultExclusiveJoinTask.begin(), task.defaultExclusiveJoinTask.end());
        TaskRun run = context.make();
        run.taskType = name();
        run.taskDefName = name();
        run.startTime = context.draft.now();
        run.inputData = Value::object({{"joinOn", joinOnOf(task)}, {"defaultExclusiveJoinTask", Value::array(defaults)}});
        run.status = TaskStatus::InProgress;
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = draft.task(slot).inputData;
        const int iteration = draft.task(slot).iteration;
        const TaskRun* chosen = firstThatRan(draft, input["joinOn"], iteration);
        bool fromDefault = false;
        if (!chosen || !isTerminal(chosen->status)) {
            if (const TaskRun* other = firstThatRan(draft, input["defaultExclusiveJoinTask"], 0)) {
                chosen = other;
                fromDefault = true;
            }
        }
        if (!chosen || !isTerminal(chosen->status))
            return false;
        if (hasFailed(draft, *chosen, fromDefault, input["joinOn"], iteration)) {
            std::string reason(orNullWord(chosen->reasonForIncompletion));
            if (fromDefault)
                reason += ' ';
            draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, Value(reason)}});
        } else {
            draft.setStatus(slot, TaskStatus::Completed, {{Field::OutputData, chosen->outputData}},
                Value::object({{"joined", chosen->referenceTaskName}}));
        }
        return true;
    }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }

private:
    static const TaskRun* firstThatRan(const Draft& draft, const Value& names, int iteration)
    {
        for (const Value& name : names.items()) {
            const TaskRun* task = draft.execution().latest(iterated(name.toText(), iteration));
            if (task && task->status != TaskStatus::Skipped)
                return task;
        }
        return nullptr;
    }

    static bool hasFailed(const Draft& draft, const TaskRun& chosen, bool fromDefault, const Value& names, int iteration)
    {
        if (isSuccessful(chosen.status))
            return false;
        if (fromDefault || !isPermissive(chosen))
            return true;
        const auto items = names.items();
        return std::all_of(items.begin(), items.end(), [&](const Value& name) {
            const TaskRun* task = draft.execution().latest(iterated(name.toText(), iteration));
            return !task || isTerminal(task->status);
        });
    }
};

}  // namespace

const TaskType& join() noexcept
{
    static const Join type;
    return type;
}

const TaskType& exclusiveJoin() noexcept
{
    static const ExclusiveJoin type;
    return type;
}

}  // namespace baton::types
