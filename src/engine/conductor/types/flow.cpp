// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/alltypes.h"
#include "engine/value/json.h"

namespace baton::types {

namespace {

class Terminate final : public TaskType {
public:
    Terminate() noexcept : TaskType("TERMINATE", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.startTime = context.draft.now();
        run.inputData = context.input();
        run.status = TaskStatus::InProgress;
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = withSecrets(draft.task(slot).inputData, draft.context().environment);
        const std::string_view status = input["terminationStatus"].asText();
        if (status != "COMPLETED" && status != "FAILED" && status != "TERMINATED") {
            draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, "given termination status is not valid"}});
            return true;      // the real server only notices at its next decision
        }
        const Value& output = input["workflowOutput"];
        Value whole = output.isObject() ? output
            : output.isNull()           ? Value::object()
                                        : Value::object({{"output", output}});
        draft.setStatus(slot, TaskStatus::Completed, {{Field::OutputData, std::move(whole)}},
            Value::object({{"terminationStatus", status}}));
        return true;
    }
};

class SetVariable final : public TaskType {
public:
    SetVariable() noexcept : TaskType("SET_VARIABLE", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.startTime = context.draft.now();
        run.inputData = context.plainInput();
        run.status = TaskStatus::InProgress;
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = withSecrets(draft.task(slot).inputData, draft.context().environment);
        if (!input.empty()) {
            const Value& before = draft.execution().variables;
            Value variables = before.isObject() ? before.mergedWith(input) : input;
            if (const std::string problem = tooLarge(draft, variables); !problem.empty()) {
                draft.setStatus(slot, TaskStatus::FailedWithTerminalError, {{Field::TaskReason, Value(problem)}});
                return true;
            }
            draft.changeWorkflow(EventKind::VariablesSet, {{Field::Variables, std::move(variables)}},
                Value::object({{"by", draft.task(slot).referenceTaskName}}));
        }
        draft.setStatus(slot, TaskStatus::Completed);
        return true;
    }

private:
    static std::string tooLarge(const Draft& draft, const Value& variables)
    {
        const std::int64_t limit = draft.context().settings.maxVariablesBytes;
        const auto size = static_cast<std::int64_t>(toJson(variables).size());
        if (size <= limit)
            return {};
        return "The variables payload size: " + std::to_string(size) + " of workflow: " + draft.execution().workflowId.str()
            + " is greater than the permissible limit: " + std::to_string(limit / 1024) + " kilobytes";
    }
};

class Noop final : public TaskType {
public:
    Noop() noexcept : TaskType("NOOP", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.startTime = context.draft.now();
        run.status = TaskStatus::InProgress;
        context.add(std::move(run));
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        draft.setStatus(slot, TaskStatus::Completed);
        return true;
    }
};

}  // namespace

const TaskType& terminate() noexcept
{
    static const Terminate type;
    return type;
}

const TaskType& setVariable() noexcept
{
    static const SetVariable type;
    return type;
}

const TaskType& noop() noexcept
{
    static const Noop type;
    return type;
}

}  // namespace baton::types
