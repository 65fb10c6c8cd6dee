// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/evaluate.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/evaluation.h"
#include "engine/conductor/types/loop.h"

namespace baton::types {

namespace {

bool isNested(const MapContext& context)
{
    return context.request.iteration > 0 || (context.indexed && context.indexed->loop >= 0);
}

// Bodies the real server would schedule for ever.
std::optional<Text> impossibleBody(const DefinitionIndex& body)
{
    for (const IndexedTask& task : body.all()) {
        if (task.task->taskReferenceName.view().find("__") != std::string_view::npos)
            return Text(joined({"The task ", task.task->taskReferenceName, " inside a DO_WHILE may not have __ in its name"}));
    }
    return std::nullopt;
}

class DoWhile final : public TaskType {
public:
    DoWhile() noexcept : TaskType("DO_WHILE", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        if (isNested(context))
            return Termination {Text(joined({"DO_WHILE ", context.task->taskReferenceName, " is inside another DO_WHILE"}))};
        if (std::optional<Text> problem = impossibleBody(*context.draft.cache().body(context.task)))
            return Termination {std::move(*problem)};
        if (context.task->loopOver.empty())
            return Termination {Text(joined({"DO_WHILE ", context.task->taskReferenceName, " has no tasks"}))};
        TaskRun run = context.make();
        run.taskType = name();
        run.status = TaskStatus::InProgress;
        run.startTime = context.draft.now();
        run.retryCount = context.request.retryCount;
        if (const TaskDefPtr& definition = context.task->taskDefinition) {
            run.rateLimitPerFrequency = definition->rateLimitPerFrequency;
            run.rateLimitFrequencyInSeconds = definition->rateLimitFrequencyInSeconds;
        }
        run.inputData = context.completedInput();
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override { return Loop(draft, slot).advance(); }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }
};

}  // namespace

const TaskType& doWhile() noexcept
{
    static const DoWhile type;
    return type;
}

}  // namespace baton::types
