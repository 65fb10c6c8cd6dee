// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/forkplan.h"
#include "engine/model/codec.h"

namespace baton::types {

namespace {

// The task's own inputParameters with the fork's input for it put over them.
std::optional<Termination> giveInput(WorkflowTask& task, const Value& inputs)
{
    const Value& given = inputs[task.taskReferenceName.view()];
    if (given.isNull())
        return std::nullopt;
    if (!given.isObject())
        return Termination {Text(joined({"Tasks could not be dynamically forked due to invalid input: the input of ",
            task.taskReferenceName, " is not a map"}))};
    task.inputParameters = task.inputParameters.isObject() ? task.inputParameters.mergedWith(given) : given;
    return std::nullopt;
}

std::string_view withoutIteration(const TaskRun& task)
{
    std::string_view name = task.referenceTaskName.view();
    if (task.iteration > 0)
        name.remove_suffix(2 + std::to_string(task.iteration).size());
    return name;
}

class DynamicFork final : public TaskType {
public:
    DynamicFork() noexcept : TaskType("FORK_JOIN_DYNAMIC", TaskDuty::Worker) { }

    Verdict map(MapContext& context) const override
    {
        const Value input = context.plainInput();
        ForkPlan plan;
        if (Verdict verdict = planFork(context, input, plan))
            return verdict;

        const std::size_t place = context.out.size();
        context.add(TaskRun());      // the fork, once its branches are known
        std::vector<Value> names;
        std::vector<Value> definitions;
        std::vector<Value> joinOn;
        for (WorkflowTask& task : plan.tasks) {
            if (std::optional<Termination> problem = giveInput(task, plan.inputs))
                return std::move(*problem);
            const auto branch = std::make_shared<const WorkflowTask>(task);
            names.emplace_back(branch->taskReferenceName);
            definitions.push_back(toValue(*branch));
            const std::size_t before = context.out.size();
            if (Verdict verdict = mapTask(context.draft, branch, nullptr, context.request, context.out))
                return verdict;
            if (context.out.size() == before)
                return nothingForked(context, *branch);
            joinOn.emplace_back(withoutIteration(context.out.back().task));
        }
        context.out[place].task = forkTask(context, input, std::move(names), std::move(definitions));
        context.out[place].detail = Value::object({{"branches", static_cast<std::int64_t>(plan.tasks.size())}});
        return addJoin(context, std::move(joinOn));
    }

private:
    static Termination nothingForked(const MapContext& context, const WorkflowTask& branch)
    {
        std::string reason = joined({"No dynamic tasks could be created for the Workflow: ",
            shortName(context.draft.execution()), ", Dynamic Fork Task: ", branch.name, "/", branch.taskReferenceName});
        if (context.draft.latestSlot(branch.taskReferenceName) != kNoTask)
            reason += joined({" attempted to create a duplicate task reference name: ", branch.taskReferenceName});
        return {Text(reason)};
    }

    static TaskRun forkTask(const MapContext& context, const Value& input, std::vector<Value> names,
                            std::vector<Value> definitions)
    {
        TaskRun run = context.make();
        run.taskType = "FORK";
        run.taskDefName = "FORK";
        run.startTime = context.draft.now();
        run.endTime = context.draft.now();
        run.executed = true;
        run.status = TaskStatus::Completed;
        run.inputData = Value::object({{"forkedTasks", Value::array(std::move(names))},
            {"forkedTaskDefs", Value::array(std::move(definitions))}}).mergedWith(input);
        return run;
    }

    static Verdict addJoin(MapContext& context, std::vector<Value> joinOn)
    {
        const IndexedTask* join = context.draft.index().find(context.task->taskReferenceName);
        join = join && join->next >= 0 ? &context.draft.index().at(join->next) : nullptr;
        if (!join || join->task->type != "JOIN")
            return Termination {Text("Dynamic join definition is not followed by a join task.  Check the workflow definition.")};
        const MapContext asJoin {context.draft, join->task, join, context.request, context.draft.newId(), context.out};
        TaskRun run = asJoin.make();
        run.taskType = "JOIN";
        run.taskDefName = "JOIN";
        run.startTime = context.draft.now();
        run.status = TaskStatus::InProgress;
        const Value& parameters = join->task->inputParameters;
        run.inputData = (parameters.isObject() ? parameters : Value::object()).with("joinOn", Value::array(std::move(joinOn)));
        context.add(std::move(run));
        return {};
    }
};

}  // namespace

const TaskType& dynamicFork() noexcept
{
    static const DynamicFork type;
    return type;
}

}  // namespace baton::types
