// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/alltypes.h"
#include "engine/conductor/types/childworkflow.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"

#include <charconv>

namespace baton::types {

namespace {

std::optional<int> versionOf(const Value& value)
{
    if (value.isNumber())
        return static_cast<int>(value.asInteger());
    const std::string_view text = value.asText();
    int version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional<int>(version)
                                                                                    : std::nullopt;
}

// name, version... with their expressions resolved; a definition written out stays as it is.
Value resolvedParams(const Draft& draft, const SubWorkflowParams& params)
{
    ObjectBuilder raw;
    raw.set("name", params.name);
    raw.set("priority", params.priority);
    for (const auto& [key, value] : {std::pair("version", &params.version), std::pair("taskToDomain", &params.taskToDomain),
             std::pair("idempotencyKey", &params.idempotencyKey),
             std::pair("idempotencyStrategy", &params.idempotencyStrategy)}) {
        if (!value->isNull())
            raw.set(key, *value);
    }
    if (params.workflowDefinition.isText())
        raw.set("workflowDefinition", params.workflowDefinition);
    Value resolved = resolveNow(draft, std::move(raw).build());
    if (params.workflowDefinition.isText() || params.workflowDefinition.isNull())
        return resolved;
    // With all its defaults, as the real server reads and writes it.
    const Result<WorkflowDefPtr> read = workflowDefFrom(params.workflowDefinition);
    return std::move(resolved).with("workflowDefinition", read ? toValue(**read) : params.workflowDefinition);
}

class SubWorkflow final : public TaskType {
public:
    SubWorkflow() noexcept : TaskType("SUB_WORKFLOW", TaskDuty::Asynchronous) { }

    Verdict map(MapContext& context) const override
    {
        const WorkflowTask& task = *context.task;
        if (!task.subWorkflowParam) {
            return Termination {Text(joined({"Task ", task.name,
                " is defined as sub-workflow and is missing subWorkflowParams. Please check the workflow definition"}))};
        }
        const Value params = resolvedParams(context.draft, *task.subWorkflowParam);
        const Value& definition = params["workflowDefinition"];
        const Text name(params["name"].isNull() && definition.isObject() ? definition["name"].toText()
                                                                         : Text(javaText(params["name"])));
        std::optional<int> version;
        if (definition.isNull()) {
            if (Verdict verdict = findVersion(context, params["version"], name, version))
                return verdict;
        }
        TaskRun run = context.make();
        run.taskType = this->name();
        run.inputData = Value::object({{"subWorkflowName", name}, {"priority", params["priority"]},
            {"subWorkflowVersion", version ? Value(*version) : Value()},
            {"subWorkflowTaskToDomain", params["taskToDomain"].isObject() ? params["taskToDomain"] : Value()},
            {"subWorkflowDefinition", definition}, {"idempotencyKey", params["idempotencyKey"]},
            {"idempotencyStrategy", params["idempotencyStrategy"]}, {"workflowInput", context.plainInput()}});
        run.callbackAfterSeconds = task.startDelay;
        if (task.subWorkflowParam->priority.isNumber())
            run.workflowPriority = static_cast<int>(task.subWorkflowParam->priority.asInteger());
        context.add(std::move(run));
        return {};
    }

    void start(Draft& draft, TaskSlot slot) const override
    {
        if (draft.task(slot).status != TaskStatus::Scheduled)
            return;
        Result<StartRequest> request = childRequest(draft, slot);
        if (request)
            draft.require(effect::StartChild {slot, draft.task(slot).taskId, std::move(request).value()});
        else
            draft.setStatus(slot, TaskStatus::Failed, {{Field::TaskReason, Value(request.error().message)}});
    }

    void cancel(Draft& draft, TaskSlot slot) const override
    {
        const TaskRun& task = draft.task(slot);
        const Execution& execution = draft.execution();
        const Text child = task.subWorkflowId.empty() ? childId(execution, task) : task.subWorkflowId;
        const std::string reason = execution.reasonForIncompletion.empty()
            ? joined({"Parent workflow has been terminated with status ", toText(execution.status)})
            : joined({"Parent workflow has been terminated with reason: ", execution.reasonForIncompletion});
        draft.require(effect::TerminateChild {child, Text(reason)});
    }

    [[nodiscard]] bool isAsyncComplete(const TaskRun&) const override { return true; }

private:
    static Verdict findVersion(const MapContext& context, const Value& given, const Text& name, std::optional<int>& version)
    {
        version = versionOf(given);
        if (version)
            return {};
        if (!given.isNull()) {
            return Error {.code = ErrorCode::InvalidArgument,
                .message = joined({"For input string: \"", javaText(given), "\""}), .field = "subWorkflowParam.version",
                .hint = "Give the version as a number"};
        }
        const WorkflowDefPtr latest = context.draft.context().definitions.workflow(name, std::nullopt);
        if (!latest) {
            return Termination {Text(joined({"The Task ", name,
                " defined as a sub-workflow has no workflow definition available "}))};
        }
        version = latest->version;
        return {};
    }
};

}  // namespace

const TaskType& subWorkflow() noexcept
{
    static const SubWorkflow type;
    return type;
}

}  // namespace baton::types
