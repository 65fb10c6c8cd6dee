// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/types/alltypes.h"

namespace baton::types {

namespace {

/// What a static or dynamic fork leaves behind: done as soon as it is there.
class Fork final : public TaskType {
public:
    Fork() noexcept : TaskType("FORK", TaskDuty::Synchronous) { }
    Verdict map(MapContext&) const override { return {}; }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }
};

/// Gives the fork, the first task of each branch and the join.
class ForkJoin final : public TaskType {
public:
    ForkJoin() noexcept : TaskType("FORK_JOIN", TaskDuty::Worker) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        TaskRun run = context.make();
        run.taskType = "FORK";
        run.taskDefName = "FORK";
        run.startTime = context.draft.now();
        run.endTime = context.draft.now();
        run.inputData = context.plainInput();
        run.status = TaskStatus::Completed;
        if (task.taskDefinition)
            run.isolationGroupId = task.taskDefinition->isolationGroupId;
        context.add(std::move(run), Value::object({{"branches", static_cast<std::int64_t>(task.forkTasks.size())}}));

        for (const TaskList& branch : task.forkTasks) {
            if (branch.empty())
                return Error {.code = ErrorCode::Internal, .message = "A branch of " + task.taskReferenceName.str() + " is empty",
                    .hint = "Give every branch of a fork at least one task"};
            const IndexedTask* head = context.indexed ? context.draft.index().find(branch.front()->taskReferenceName) : nullptr;
            if (Verdict verdict = mapTask(context.draft, branch.front(), head, context.request, context.out))
                return verdict;
        }
        const IndexedTask* join = context.draft.index().find(task.taskReferenceName);
        join = join && join->next >= 0 ? &context.draft.index().at(join->next) : nullptr;
        if (!join || join->task->type != "JOIN")
            return Termination {Text("Fork task definition is not followed by a join task.  Check the blueprint")};
        return mapTask(context.draft, join->task, join, context.request, context.out);
    }
    [[nodiscard]] bool isOperator() const noexcept override { return true; }
};

}  // namespace

const TaskType& fork() noexcept
{
    static const Fork type;
    return type;
}

const TaskType& forkJoin() noexcept
{
    static const ForkJoin type;
    return type;
}

}  // namespace baton::types
