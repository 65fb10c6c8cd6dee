// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/evaluation.h"

namespace baton::types {

namespace {

void addBegun(MapContext& context, bool isolated)
{
    TaskRun run = context.make();
    run.startTime = context.draft.now();
    run.inputData = context.completedInput();
    run.status = TaskStatus::InProgress;
    if (isolated && context.task->taskDefinition)
        run.isolationGroupId = context.task->taskDefinition->isolationGroupId;
    context.add(std::move(run));
}

Value withOutput(const TaskRun& task, std::string_view key, Value value)
{
    const Value& before = task.outputData;
    return (before.isObject() ? before : Value::object()).with(key, std::move(value));
}

void fail(Draft& draft, TaskSlot slot, TaskStatus status, const std::string& reason, bool inOutput = true)
{
    std::vector<FieldChange> changes {{Field::TaskReason, Value(reason)}};
    if (inOutput)
        changes.push_back({Field::OutputData, withOutput(draft.task(slot), "error", Value(reason))});
    draft.setStatus(slot, status, std::move(changes));
}

void complete(Draft& draft, TaskSlot slot, Value result)
{
    draft.setStatus(slot, TaskStatus::Completed,
        {{Field::OutputData, withOutput(draft.task(slot), "result", std::move(result))}});
}

std::string wrongClass(std::string_view key)
{
    return joined({"The input '", key, "' is not a text"});
}

class Inline final : public TaskType {
public:
    Inline() noexcept : TaskType("INLINE", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        addBegun(context, true);
        for (const char* key : {"evaluatorType", "expression"}) {
            const Value& given = context.out.back().task.inputData[key];
            if (!given.isNull() && !given.isText()) {
                return Error {.code = ErrorCode::Internal, .message = wrongClass(key), .field = key,
                    .hint = "Write the expression as a text"};
            }
        }
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = draft.task(slot).inputData;
        const std::string_view evaluator = input["evaluatorType"].asText("javascript");
        const std::string_view expression = input["expression"].asText();
        if (const std::string problem = check(evaluator, expression); !problem.empty()) {
            fail(draft, slot, TaskStatus::FailedWithTerminalError, problem);
            return true;
        }
        Result<Value> result = evaluateWith(draft, evaluator, expression, input);
        if (result)
            complete(draft, slot, std::move(result).value());
        else
            fail(draft, slot, isTimeLimit(result.error()) ? TaskStatus::Failed : TaskStatus::FailedWithTerminalError,
                scriptFailureText(result.error()));
        return true;
    }

private:
    static std::string check(std::string_view evaluator, std::string_view expression)
    {
        if (isBlank(evaluator))
            return "Empty 'evaluatorType' in INLINE task's input parameters. A non-empty String value must be provided.";
        if (!hasEvaluator(evaluator))
            return joined({"Unknown evaluator '", evaluator, "' in INLINE task."});
        if (isBlank(expression))
            return "Empty 'expression' in Inline task's input parameters. A non-empty String value must be provided.";
        return {};
    }
};

class Lambda final : public TaskType {
public:
    Lambda() noexcept : TaskType("LAMBDA", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        addBegun(context, false);
        return {};
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = draft.task(slot).inputData;
        const Value& script = input["scriptExpression"];
        if (!script.isNull() && !script.isText()) {
            fail(draft, slot, TaskStatus::Failed, wrongClass("scriptExpression"));
        } else if (isBlank(script.asText())) {
            fail(draft, slot, TaskStatus::Failed,
                "Empty 'scriptExpression' in Lambda task's input parameters. A non-empty String value must be provided.", false);
        } else {
            Result<Value> result = evaluateWith(draft, "javascript",
                joined({"function scriptFun(){", script.asText(), "} scriptFun();"}), input);
            if (result)
                complete(draft, slot, std::move(result).value());
            else
                fail(draft, slot, TaskStatus::Failed, scriptFailureText(result.error()));
        }
        return true;
    }
};

class JqTransform final : public TaskType {
public:
    JqTransform() noexcept : TaskType("JSON_JQ_TRANSFORM", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        addBegun(context, true);
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override { (void)execute(draft, slot); }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const Value input = withSecrets(draft.task(slot).inputData, draft.context().environment);
        const Value& program = input["queryExpression"];
        if (!program.isText()) {
            fail(draft, slot, TaskStatus::Failed,
                program.isNull() ? "Missing 'queryExpression' in input parameters" : wrongClass("queryExpression"), false);
            return true;
        }
        JqEvaluator* jq = draft.context().evaluators.jq.get();
        Result<std::vector<Value>> results = jq ? jq->evaluate(program.asText(), input)
            : Result<std::vector<Value>>(Error {.code = ErrorCode::Unsupported, .message = "jq is not available"});
        if (!results) {
            fail(draft, slot, TaskStatus::Failed, results.error().message);
            return true;
        }
        Value first = results->empty() ? Value() : results->front();
        Value output = withOutput(draft.task(slot), "result", std::move(first));
        output = std::move(output).with("resultList", Value::array(std::move(results).value()));
        draft.setStatus(slot, TaskStatus::Completed, {{Field::OutputData, std::move(output)}});
        return true;
    }
};

}  // namespace

const TaskType& inlineScript() noexcept
{
    static const Inline type;
    return type;
}

const TaskType& lambda() noexcept
{
    static const Lambda type;
    return type;
}

const TaskType& jqTransform() noexcept
{
    static const JqTransform type;
    return type;
}

}  // namespace baton::types
