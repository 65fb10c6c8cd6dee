// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"

#include <algorithm>
#include <array>

namespace baton::types {

namespace {

// The engine answers with CompleteCall; until then the task stays as it is.
void call(Draft& draft, TaskSlot slot, std::string_view kind, Value request)
{
    draft.require(effect::Call {slot, draft.task(slot).taskId, Text(kind), std::move(request)});
}

Value handedOff(const Draft& draft, TaskSlot slot)
{
    return withSecrets(draft.task(slot).inputData, draft.context().environment);
}

void fail(Draft& draft, TaskSlot slot, std::string_view reason)
{
    draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, Value(reason)}});
}

void limitAndPlace(TaskRun& run, const TaskDef& definition)
{
    run.rateLimitPerFrequency = definition.rateLimitPerFrequency;
    run.rateLimitFrequencyInSeconds = definition.rateLimitFrequencyInSeconds;
    run.isolationGroupId = definition.isolationGroupId;
    run.executionNameSpace = definition.executionNameSpace;
}

class Http final : public TaskType {
public:
    Http() noexcept : TaskType("HTTP", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.inputData = context.completedInput().with("asyncComplete", context.task->asyncComplete);
        run.retryCount = context.request.retryCount;
        run.callbackAfterSeconds = context.task->startDelay;
        if (context.task->taskDefinition)
            limitAndPlace(run, *context.task->taskDefinition);
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        const Value input = handedOff(draft, slot);
        const Value& given = input["http_request"];
        const Value& request = given.isNull() ? input : given;
        // Where the real server would leave the task SCHEDULED for ever.
        if (!request.isObject())
            return fail(draft, slot, "Failed to invoke HTTP task due to: the request is not an object");
        if (request["uri"].isNull())
            return fail(draft, slot, "Missing HTTP URI.  See documentation for HttpTask for required input parameters");
        if (request["method"].isNull())
            return fail(draft, slot, "No HTTP method specified");
        call(draft, slot, name(), request);
    }
};

class KafkaPublish final : public TaskType {
public:
    KafkaPublish() noexcept : TaskType("KAFKA_PUBLISH", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        TaskRun run = context.make();
        run.inputData = context.completedInput();
        run.retryCount = context.request.retryCount;
        run.callbackAfterSeconds = context.task->startDelay;
        if (context.task->taskDefinition)
            limitAndPlace(run, *context.task->taskDefinition);
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        const Value input = handedOff(draft, slot);
        const Value& request = input["kafka_request"];
        if (request.isNull()) {
            return fail(draft, slot,
                "Missing Kafka request. Task input MUST have a 'kafka_request' key with KafkaTask.Input as value. See "
                "documentation for KafkaTask for required input parameters");
        }
        if (isBlank(request["bootStrapServers"].asText()))
            return fail(draft, slot, "No boot strap servers specified");
        if (isBlank(request["topic"].asText()))
            return fail(draft, slot, "Missing Kafka topic. See documentation for KafkaTask for required input parameters");
        if (request["value"].isNull())
            return fail(draft, slot, "Missing Kafka value.  See documentation for KafkaTask for required input parameters");
        call(draft, slot, name(), request);
    }
};

/// Models, tools, vector stores, databases and agents: whoever runs the engine answers, or mocks the answer.
class Called final : public TaskType {
public:
    constexpr explicit Called(std::string_view name, bool isModel = true) noexcept
        : TaskType(name, TaskDuty::Asynchronous)
        , m_isModel(isModel)
    {
    }

    Verdict map(MapContext& context) const override
    {
        static const TaskDef kDefault;
        const TaskDef& definition = context.task->taskDefinition ? *context.task->taskDefinition : kDefault;
        TaskRun run = context.make();
        if (m_isModel)
            run.taskDefName = name();
        run.inputData = context.plainInput();
        run.retryCount = context.request.retryCount;
        run.retriedTaskId = context.request.retriedTaskId;
        run.startDelayInSeconds = context.task->startDelay;
        run.callbackAfterSeconds = context.task->startDelay;
        run.responseTimeoutSeconds = definition.responseTimeoutSeconds;
        run.rateLimitPerFrequency = definition.rateLimitPerFrequency;
        run.rateLimitFrequencyInSeconds = definition.rateLimitFrequencyInSeconds;
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override { call(draft, slot, name(), handedOff(draft, slot)); }

    // A long one asked to be looked at again.
    bool execute(Draft& draft, TaskSlot slot) const override
    {
        start(draft, slot);
        return false;
    }

    [[nodiscard]] std::optional<EpochMs> nextVisit(const TaskRun& task) const override
    {
        return task.callbackAfterSeconds > 0 ? std::optional<EpochMs>(task.updateTime + task.callbackAfterSeconds * 1000)
                                             : std::nullopt;
    }
    [[nodiscard]] bool raisesRetries() const noexcept override { return m_isModel; }

private:
    bool m_isModel;
};

}  // namespace

const TaskType& http() noexcept
{
    static const Http type;
    return type;
}

const TaskType& kafkaPublish() noexcept
{
    static const KafkaPublish type;
    return type;
}

const TaskType* called(std::string_view name) noexcept
{
    static const std::array<Called, 18> types {Called("LLM_TEXT_COMPLETE"), Called("LLM_CHAT_COMPLETE"),
        Called("LLM_INDEX_TEXT"), Called("LLM_SEARCH_INDEX"), Called("LLM_SEARCH_EMBEDDINGS", false),
        Called("LLM_GENERATE_EMBEDDINGS"), Called("LLM_STORE_EMBEDDINGS"), Called("LLM_GET_EMBEDDINGS"),
        Called("GENERATE_IMAGE"), Called("GENERATE_AUDIO"), Called("GENERATE_VIDEO"), Called("GENERATE_PDF"),
        Called("LIST_MCP_TOOLS"), Called("CALL_MCP_TOOL"), Called("AGENT"), Called("GET_AGENT_CARD", false),
        Called("CANCEL_AGENT", false), Called("JDBC", false)};
    const auto found = std::find_if(types.begin(), types.end(), [&](const Called& type) { return type.name() == name; });
    return found == types.end() ? nullptr : &*found;
}

}  // namespace baton::types
