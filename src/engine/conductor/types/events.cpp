// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"

#include <algorithm>

namespace baton::types {

namespace {

// Where the message goes; empty for a sink nobody understands.
std::optional<std::string> queueName(const Draft& draft, const TaskRun& task, std::string_view sink)
{
    if (!sink.starts_with("conductor"))
        return std::string(sink);
    const Text& workflow = draft.execution().definition->name;
    if (sink == "conductor")
        return joined({"conductor:", workflow, ":", task.referenceTaskName});
    constexpr std::string_view kPrefix = "conductor:";
    if (!sink.starts_with(kPrefix))
        return std::nullopt;
    std::string rest(sink);
    for (std::size_t at = rest.find(kPrefix); at != std::string::npos; at = rest.find(kPrefix))
        rest.erase(at, kPrefix.size());
    return joined({kPrefix, workflow, ":", rest});
}

Value payloadOf(const Draft& draft, const TaskRun& task)
{
    const Execution& execution = draft.execution();
    const Value& domains = execution.taskToDomain;
    return task.inputData.mergedWith(Value::object({{"workflowInstanceId", execution.workflowId},
        {"workflowType", execution.definition->name}, {"workflowVersion", execution.definition->version},
        {"correlationId", execution.correlationId.empty() ? Value() : Value(execution.correlationId)},
        {"taskToDomain", domains.isObject() ? domains : Value::object()}}));
}

class EventTask final : public TaskType {
public:
    EventTask() noexcept : TaskType("EVENT", TaskDuty::Synchronous) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        TaskRun run = context.make();
        const Value sink = resolveNow(context.draft, Value::object({{"sink", task.sink}}), context.taskId)["sink"];
        run.inputData = context.input().with("sink", sink).with("asyncComplete", task.asyncComplete);
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        const TaskRun& task = draft.task(slot);
        const Value resolved = resolveNow(draft, Value::object({{"sink", task.inputData["sink"]}}), task.taskId)["sink"];
        const std::string_view sink = resolved.asText();
        Value output = task.outputData.isObject() ? task.outputData : Value::object();
        output = output.mergedWith(payloadOf(draft, task));
        const std::optional<std::string> queue = queueName(draft, task, sink);
        if (!queue) {
            draft.setStatus(slot, TaskStatus::Failed, {{Field::OutputData, std::move(output)},
                {Field::TaskReason, Value(joined({"Invalid / Unsupported sink specified: ", sink}))}});
            return;
        }
        output = std::move(output).with("event_produced", *queue);
        draft.setStatus(slot, TaskStatus::InProgress, {{Field::OutputData, std::move(output)}});
    }

    bool execute(Draft& draft, TaskSlot slot) const override
    {
        const TaskRun& task = draft.task(slot);
        // Published once: the real server publishes again at each decision while it waits for the answer.
        if (task.pollCount > 0)
            return false;
        const std::string_view queue = task.outputData["event_produced"].asText();
        if (const std::string problem = unknownProvider(draft, queue, task.taskId); !problem.empty()) {
            draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, Value(problem)}});
            return true;
        }
        draft.require(effect::Publish {Text(queue), task.outputData, task.taskId});
        if (isAsyncComplete(task)) {
            draft.change(slot, EventKind::TaskChanged, {{Field::PollCount, 1}});
            return false;
        }
        draft.setStatus(slot, TaskStatus::Completed);
        return true;
    }

private:
    static std::string unknownProvider(const Draft& draft, std::string_view queue, std::string_view taskId)
    {
        const std::vector<Text>& known = draft.context().settings.eventProviders;
        const std::size_t colon = queue.find(':');
        const std::string_view provider = queue.substr(0, colon);
        if (colon == std::string_view::npos)
            return joined({"Error loading queue:", queue, ", for task:", taskId, ", error: Illegal event ", queue});
        if (std::find(known.begin(), known.end(), provider) == known.end())
            return joined({"Error loading queue:", queue, ", for task:", taskId, ", error: Unknown queue type ", provider});
        return {};
    }
};

}  // namespace

const TaskType& event() noexcept
{
    static const EventTask type;
    return type;
}

}  // namespace baton::types
