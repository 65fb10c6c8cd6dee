// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/evaluation.h"

#include <algorithm>

namespace baton::types {

namespace {

const TaskList* caseOf(const WorkflowTask& task, std::string_view value)
{
    const auto found = std::find_if(task.decisionCases.begin(), task.decisionCases.end(),
        [&](const DecisionCase& one) { return one.value == value; });
    return found == task.decisionCases.end() ? nullptr : &found->tasks;
}

// The branch's first task goes with the choice; the later ones follow one another.
Verdict addBranch(MapContext& context, TaskRun choice, const TaskList* branch, Value detail)
{
    std::vector<MappedTask> children;
    if (branch && !branch->empty()) {
        choice.inputData = std::move(choice.inputData).with("hasChildren", "true");
        const WorkflowTaskPtr& first = branch->front();
        const IndexedTask* indexed = context.indexed ? context.draft.index().find(first->taskReferenceName) : nullptr;
        if (Verdict verdict = mapTask(context.draft, first, indexed, context.request, children))
            return verdict;
        detail = std::move(detail).with("next", first->taskReferenceName);
    }
    context.add(std::move(choice), std::move(detail));
    std::move(children.begin(), children.end(), std::back_inserter(context.out));
    return {};
}

class Choice : public TaskType {
public:
    using TaskType::TaskType;

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        draft.setStatus(slot, TaskStatus::Completed);
        return true;
    }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }
};

class Switch final : public Choice {
public:
    Switch() noexcept : Choice("SWITCH", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        if (!hasEvaluator(task.evaluatorType))
            return Termination {Text(joined({"No evaluator registered for type: ", orNullWord(task.evaluatorType)}))};
        TaskRun run = context.make();
        run.taskType = name();
        run.taskDefName = name();
        run.startTime = context.draft.now();
        run.inputData = context.plainInput();
        Value why = Value::object({{"evaluator", task.evaluatorType}, {"expression", task.expression}});
        const Result<Value> result = evaluateWith(context.draft, task.evaluatorType, task.expression, run.inputData);
        if (!result) {
            run.status = TaskStatus::Failed;
            run.reasonForIncompletion = Text(scriptFailureText(result.error()));
            context.add(std::move(run), std::move(why));
            return {};
        }
        const Text value(switchText(*result));
        run.status = TaskStatus::InProgress;
        run.inputData = std::move(run.inputData).with("case", value);
        run.outputData = Value::object({{"evaluationResult", Value::array({value})}, {"selectedCase", value}});
        // A case with an empty list is chosen and has no tasks; only an unknown value means the default.
        const TaskList* branch = caseOf(task, value);
        why = std::move(why).with("case", value).with("default", branch == nullptr);
        return addBranch(context, std::move(run), branch ? branch : &task.defaultCase, std::move(why));
    }
};

class Decision final : public Choice {
public:
    Decision() noexcept : Choice("DECISION", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        const Value input = context.plainInput();
        Value result = input[task.caseValueParam.view()];
        Value why = Value::object({{"expression", task.caseValueParam}});
        if (!isBlank(task.caseExpression)) {
            Result<Value> evaluated = evaluateWith(context.draft, "javascript", task.caseExpression, input);
            if (!evaluated)
                return Termination {Text(joined({"Error while evaluating script: ", task.caseExpression}))};
            result = std::move(evaluated).value();
            why = Value::object({{"evaluator", "javascript"}, {"expression", task.caseExpression}});
        }
        const Text value(switchText(result));
        TaskRun run = context.make();
        run.taskType = name();
        run.taskDefName = name();
        run.startTime = context.draft.now();
        run.status = TaskStatus::InProgress;
        run.inputData = Value::object({{"case", value}});
        run.outputData = Value::object({{"caseOutput", Value::array({value})}});
        const TaskList* branch = caseOf(task, value);
        const bool useDefault = !branch || branch->empty();
        why = std::move(why).with("case", value).with("default", useDefault);
        return addBranch(context, std::move(run), useDefault ? &task.defaultCase : branch, std::move(why));
    }
};

}  // namespace

const TaskType& switchTask() noexcept
{
    static const Switch type;
    return type;
}

const TaskType& decision() noexcept
{
    static const Decision type;
    return type;
}

}  // namespace baton::types
