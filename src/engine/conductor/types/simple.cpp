// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/population.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"

namespace baton::types {

namespace {

void limitRate(TaskRun& run, const TaskDef& definition)
{
    run.rateLimitPerFrequency = definition.rateLimitPerFrequency;
    run.rateLimitFrequencyInSeconds = definition.rateLimitFrequencyInSeconds;
}

const TaskDef& definitionOrDefault(const MapContext& context)
{
    static const TaskDef kDefault;
    return context.task->taskDefinition ? *context.task->taskDefinition : kDefault;
}

/// A worker's task: its name is the queue.
class Simple final : public TaskType {
public:
    Simple() noexcept : TaskType("SIMPLE", TaskDuty::Worker) { }

    Verdict map(MapContext& context) const override
    {
        const TaskDef& definition = definitionOrDefault(context);
        TaskRun run = context.make();
        run.taskType = context.task->name;
        run.inputData = context.completedInput();
        run.retryCount = context.request.retryCount;
        run.retriedTaskId = context.request.retriedTaskId;
        run.startDelayInSeconds = context.task->startDelay;
        run.callbackAfterSeconds = context.task->startDelay;
        run.responseTimeoutSeconds = definition.responseTimeoutSeconds;
        limitRate(run, definition);
        context.add(std::move(run));
        return {};
    }
};

/// A type nobody knows: workers poll the type itself.
class UserDefined final : public TaskType {
public:
    UserDefined() noexcept : TaskType("USER_DEFINED", TaskDuty::Worker) { }

    Verdict map(MapContext& context) const override
    {
        if (!context.task->taskDefinition && !context.draft.context().definitions.task(context.task->name)) {
            return Termination {Text(joined({"Invalid task specified. Cannot find task by name ", context.task->name,
                " in the task definitions"}))};
        }
        TaskRun run = context.make();
        run.inputData = context.completedInput();
        run.retryCount = context.request.retryCount;
        run.callbackAfterSeconds = context.task->startDelay;
        limitRate(run, definitionOrDefault(context));
        context.add(std::move(run));
        return {};
    }
};

/// The name of the task comes from its input.
class Dynamic final : public TaskType {
public:
    Dynamic() noexcept : TaskType("DYNAMIC", TaskDuty::Worker) { }

    Verdict map(MapContext& context) const override
    {
        const Value input = context.plainInput();
        const Value& name = input[context.task->dynamicTaskNameParam.view()];
        if (name.isNull()) {
            return Termination {Text(joined({"Cannot map a dynamic task based on the parameter and input. Parameter= ",
                orNullWord(context.task->dynamicTaskNameParam), ", input= ", javaText(input)}))};
        }
        auto named = std::make_shared<WorkflowTask>(*context.task);
        named->name = Text(javaText(name));
        if (!named->taskDefinition)
            named->taskDefinition = context.draft.context().definitions.task(named->name);
        if (!named->taskDefinition) {
            return Termination {Text(joined({"Invalid task specified.  Cannot find task by name ", named->name,
                " in the task definitions"}))};
        }
        const WorkflowTaskPtr task = std::move(named);
        TaskRun run = context.make();
        run.workflowTask = task;
        run.taskType = task->name;
        run.taskDefName = task->name;
        run.inputData = context.completedInput();
        run.retryCount = context.request.retryCount;
        run.retriedTaskId = context.request.retriedTaskId;
        run.startDelayInSeconds = task->startDelay;
        run.callbackAfterSeconds = task->startDelay;
        run.responseTimeoutSeconds = task->taskDefinition->responseTimeoutSeconds;
        context.add(std::move(run), Value::object({{"dynamicTaskName", task->name}}));
        return {};
    }
};

}  // namespace

const TaskType& simple() noexcept
{
    static const Simple type;
    return type;
}

const TaskType& userDefined() noexcept
{
    static const UserDefined type;
    return type;
}

const TaskType& dynamic() noexcept
{
    static const Dynamic type;
    return type;
}

}  // namespace baton::types
