// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/explainparts.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/definitionindex.h"

#include <algorithm>

namespace baton {
namespace {

Value caseNames(const WorkflowTask& task)
{
    std::vector<Value> names;
    for (const DecisionCase& one : task.decisionCases)
        names.emplace_back(one.value);
    return Value::array(std::move(names));
}

bool isSwitch(const Text& type)
{
    return type == "SWITCH" || type == "DECISION";
}

Value chosenValue(const TaskRun& task)
{
    if (const Value& chosen = task.outputData["selectedCase"]; !chosen.isNull())
        return chosen;
    if (const Value& given = task.inputData["case"]; !given.isNull())
        return given;
    return task.outputData["evaluationResult"].at(0);
}

const DecisionCase* caseNamed(const WorkflowTask& task, std::string_view name)
{
    const auto found = std::ranges::find_if(task.decisionCases, [&](const DecisionCase& one) { return one.value.view() == name; });
    return found == task.decisionCases.end() ? nullptr : &*found;
}

Value firstOf(const TaskList& tasks)
{
    return tasks.empty() ? Value() : Value(tasks.front()->taskReferenceName);
}

Explanation explainChoice(const Execution& execution, TaskSlot slot, const TaskRun& task)
{
    const WorkflowTask& written = *task.workflowTask;
    const Value value = chosenValue(task);
    const DecisionCase* chosen = caseNamed(written, value.asText());
    const Text expression = task.taskType == "SWITCH" ? written.expression
        : written.caseExpression.empty()              ? written.caseValueParam
                                                      : written.caseExpression;
    Value inputs = task.inputData.without("case").without("hasChildren");
    Value facts = Value::object({{"expression", expression}, {"inputs", std::move(inputs)}, {"value", value},
                                 {"cases", caseNames(written)}, {"next", firstOf(chosen ? chosen->tasks : written.defaultCase)}});
    if (chosen)
        facts = std::move(facts).with("case", chosen->value);
    return {chosen ? Why::CaseChosen : Why::DefaultChosen, execution.workflowId, slot, task.referenceTaskName, std::move(facts)};
}

/// Finds the reason nearest to the top of the definition: the first operator on the way down that was not gone into.
class AbsentTask {
public:
    AbsentTask(const Execution& execution, std::string_view reference) : m_execution(execution), m_reference(reference) { }

    Explanation explain()
    {
        if (!m_execution.definition)
            return say(Why::NeverReached);
        m_index = m_cache.index(m_execution.definition);
        const int position = m_index->position(m_reference);
        if (position < 0)
            return say(Why::NeverReached);
        // From the outermost operator inwards.
        std::vector<int> chain {position};
        for (int at = m_index->at(position).parent; at >= 0; at = m_index->at(at).parent)
            chain.push_back(at);
        for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
            const int inner = at + 1 == chain.rend() ? -1 : *(at + 1);
            if (std::optional<Explanation> found = look(*at, inner))
                return *std::move(found);
        }
        return say(Why::NeverReached);
    }

private:
    [[nodiscard]] const TaskRun* runOf(int position) const
    {
        return taskByName(m_execution, *m_index, m_index->at(position).task->taskReferenceName.view());
    }

    // `position` is on the way to the task, `inner` the next on it.
    std::optional<Explanation> look(int position, int inner)
    {
        const TaskRun* run = runOf(position);
        if (!run)
            return before(position);
        if (inner < 0)
            return std::nullopt;
        if (isSwitch(run->taskType) && run->workflowTask && !isIn(takenList(*run), inner))
            return branchNotTaken(*run, inner);
        if (run->taskType == "DO_WHILE" && isTerminal(run->status) && !runOf(inner) && runOf(firstInBody(position)) == nullptr)
            return say(Why::LoopNotEntered, Value::object({{"loop", run->referenceTaskName}}));
        return std::nullopt;
    }

    [[nodiscard]] int firstInBody(int loop) const
    {
        const TaskList& body = m_index->at(loop).task->loopOver;
        const int found = body.empty() ? -1 : m_index->position(body.front()->taskReferenceName.view());
        return found < 0 ? loop : found;
    }

    [[nodiscard]] static const TaskList& takenList(const TaskRun& run)
    {
        const DecisionCase* chosen = caseNamed(*run.workflowTask, chosenValue(run).asText());
        return chosen ? chosen->tasks : run.workflowTask->defaultCase;
    }

    [[nodiscard]] bool isIn(const TaskList& tasks, int inner) const
    {
        const Text& name = m_index->at(inner).task->taskReferenceName;
        return std::ranges::any_of(tasks, [&](const WorkflowTaskPtr& one) { return one->taskReferenceName == name; });
    }

    Explanation branchNotTaken(const TaskRun& run, int inner)
    {
        Value wanted;   // stays null for the default
        for (const DecisionCase& one : run.workflowTask->decisionCases) {
            if (isIn(one.tasks, inner))
                wanted = one.value;
        }
        const TaskList& taken = takenList(run);
        return say(Why::BranchNotTaken, Value::object({{"switch", run.referenceTaskName}, {"value", chosenValue(run)},
                                                       {"case", wanted}, {"taken", firstOf(taken)}}));
    }

    // It was not scheduled: what comes before it has not ended, or the workflow has.
    Explanation before(int position)
    {
        const IndexedTask& here = m_index->at(position);
        if (isTerminal(m_execution.status))
            return say(Why::EndedBefore, Value::object({{"status", toText(m_execution.status)}, {"reason", m_execution.reasonForIncompletion}}));
        const std::vector<IndexedTask>& all = m_index->all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].sibling != position)
                continue;
            const TaskRun* run = runOf(static_cast<int>(i));
            if (!run)
                return before(static_cast<int>(i));
            return say(Why::WaitsForTask, Value::object({{"task", run->referenceTaskName}, {"status", toText(run->status)}}));
        }
        if (here.parent >= 0) {
            if (const TaskRun* run = runOf(here.parent))
                return say(Why::WaitsForTask, Value::object({{"task", run->referenceTaskName}, {"status", toText(run->status)}}));
            return before(here.parent);
        }
        return say(Why::NeverReached);
    }

    Explanation say(Why why, Value facts = Value::object()) const
    {
        return {why, m_execution.workflowId, kNoTask, Text(m_reference), std::move(facts)};
    }

    const Execution& m_execution;
    std::string_view m_reference;
    DefinitionCache m_cache;
    DefinitionIndexPtr m_index;
};

}  // namespace

void explainDecision(std::vector<Explanation>& all, const Execution& execution, TaskSlot slot)
{
    const TaskRun& task = *execution.task(slot);
    const auto say = [&](Why why, Value facts) {
        all.push_back({why, execution.workflowId, slot, task.referenceTaskName, std::move(facts)});
    };
    if (isSwitch(task.taskType) && task.workflowTask && task.status == TaskStatus::Completed) {
        all.push_back(explainChoice(execution, slot, task));
    } else if (task.taskType == "DO_WHILE" && task.workflowTask) {
        say(isTerminal(task.status) ? Why::LoopEnded : Why::LoopGoesOn,
            Value::object({{"condition", task.workflowTask->loopCondition}, {"iterations", task.iteration}, {"iteration", task.iteration}}));
    } else if (task.taskType == "EXCLUSIVE_JOIN" && task.status == TaskStatus::Completed) {
        Value from;
        for (const char* member : {"joinOn", "defaultExclusiveJoinTask"}) {
            for (const Value& name : task.inputData[member].items()) {
                const TaskRun* branch = execution.latest(iterated(name.toText(), task.iteration));
                if (from.isNull() && branch && branch->status != TaskStatus::Skipped && isTerminal(branch->status))
                    from = name;
            }
        }
        say(Why::ExclusiveJoined, Value::object({{"task", from}}));
    } else if (task.taskType == "TERMINATE" && isTerminal(task.status)) {
        say(Why::TerminatedBy, Value::object({{"task", task.referenceTaskName}, {"status", task.inputData["terminationStatus"]}}));
    }
}

Explanation explainAbsent(const Execution& execution, std::string_view reference)
{
    return AbsentTask(execution, reference).explain();
}

}  // namespace baton
