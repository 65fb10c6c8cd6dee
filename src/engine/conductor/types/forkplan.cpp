// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/forkplan.h"

#include "engine/conductor/decide/words.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"

#include <array>
#include <charconv>

namespace baton {

namespace {

// The texts of the form with forkTaskInputs; anything but a text there breaks the real server's call.
struct ForkTexts {
    std::string_view workflow;
    std::string_view version;
    std::string_view type;
    std::string_view name;
};

std::string_view javaClass(const Value& value)
{
    switch (value.type()) {
    case Value::Type::Bool: return "java.lang.Boolean";
    case Value::Type::Integer: return "java.lang.Integer";
    case Value::Type::Decimal: return "java.lang.Double";
    case Value::Type::Array: return "java.util.ArrayList";
    case Value::Type::Object: return "java.util.HashMap";
    default: return "java.lang.String";
    }
}

std::optional<Error> readTexts(const Value& input, ForkTexts& texts)
{
    struct Wanted {
        const char* key;
        std::string_view* text;
    };
    const std::array<Wanted, 4> all {{{"forkTaskWorkflow", &texts.workflow}, {"forkTaskWorkflowVersion", &texts.version},
        {"forkTaskType", &texts.type}, {"forkTaskName", &texts.name}}};
    for (const Wanted& wanted : all) {
        const Value& value = input[wanted.key];
        if (!value.isNull() && !value.isText()) {
            const std::string_view given = javaClass(value);
            return Error {.code = ErrorCode::Internal,
                .message = joined({"class ", given, " cannot be cast to class java.lang.String (", given,
                    " and java.lang.String are in module java.base of loader 'bootstrap')"}),
                .field = wanted.key, .hint = "Write it as a text"};
        }
        *wanted.text = value.asText();
    }
    return std::nullopt;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional<int>(value) : std::nullopt;
}

// An element of forkTaskInputs may set fields of its task ("optional"...), whatever else it is.
WorkflowTask taskOf(const Value& element)
{
    if (element.isObject()) {
        if (const Result<WorkflowTaskPtr> read = workflowTaskFrom(element)) {
            WorkflowTask task = **read;
            task.unknownFields = {};
            return task;
        }
    }
    return {};
}

Value inputOf(const Value& element, int index)
{
    Value input = element.isObject() ? element : Value::object({{"input", element}});
    return std::move(input).with("__index", index);
}

bool hasForkedBefore(const Execution& execution)
{
    for (TaskSlot slot = 0; slot < execution.tasks.size(); ++slot) {
        const TaskRun* task = execution.task(slot);
        if (task && task->workflowTask && task->workflowTask->type == "FORK_JOIN_DYNAMIC")
            return true;
    }
    return false;
}

void planInputs(const MapContext& context, const Value& elements, const ForkTexts& texts, ForkPlan& plan)
{
    const WorkflowTask& fork = *context.task;
    std::string_view name = texts.name;
    if (name.empty() && !texts.type.empty() && systemType(texts.type))
        name = texts.type;
    if (name.empty())
        name = fork.taskReferenceName;
    const bool again = hasForkedBefore(context.draft.execution());
    ObjectBuilder inputs(elements.size());
    int index = 0;
    for (const Value& element : elements.items()) {
        WorkflowTask task = taskOf(element);
        const std::string number = std::to_string(index);
        task.taskReferenceName = Text(again ? joined({"_", fork.taskReferenceName, "_", name, "_", number})
                                            : joined({"_", name, "_", number}));
        if (!texts.workflow.empty()) {
            task.name = texts.workflow;
            task.type = "SUB_WORKFLOW";
            SubWorkflowParams params;
            params.name = texts.workflow;
            if (const std::optional<int> version = baton::number(texts.version))
                params.version = *version;
            params.taskToDomain = element["taskToDomain"];
            task.subWorkflowParam = std::move(params);
        } else {
            task.name = name;
            task.type = texts.type.empty() ? Text("SIMPLE") : Text(texts.type);
            task.taskDefinition = context.draft.context().definitions.task(name);
        }
        task.inputParameters = inputOf(element, index);
        task.optional = task.optional || fork.optional;
        inputs.set(task.taskReferenceName.view(), task.inputParameters);
        plan.tasks.push_back(std::move(task));
        ++index;
    }
    plan.inputs = std::move(inputs).build();
}

Verdict planTasks(const MapContext& context, const Value& input, ForkPlan& plan)
{
    const WorkflowTask& fork = *context.task;
    const Value& list = input[fork.dynamicForkTasksParam.view()];
    bool valid = list.isArray();
    for (const Value& element : list.items()) {
        const Result<WorkflowTaskPtr> task = workflowTaskFrom(element);
        if (!element.isObject() || !task || (*task)->taskReferenceName.empty()) {
            valid = false;
            break;
        }
        plan.tasks.push_back(**task);
        WorkflowTask& added = plan.tasks.back();
        added.unknownFields = {};
        if (!added.taskDefinition && !isBlank(added.name))
            added.taskDefinition = context.draft.context().definitions.task(added.name);
    }
    if (!valid) {
        return Termination {Text(joined({"Input '", fork.dynamicForkTasksParam,
            "' is invalid. Cannot deserialize a list of Workflow Tasks from '", javaText(list), "'"}))};
    }
    plan.inputs = input[fork.dynamicForkTasksInputParamName.view()];
    if (!plan.inputs.isObject()) {
        return Termination {Text(joined({"Input to the dynamically forked tasks is not a map -> expecting a map of K,V  but "
                                         "found ",
            javaText(plan.inputs)}))};
    }
    return {};
}

Verdict planLegacy(const MapContext& context, const Value& input, ForkPlan& plan)
{
    const WorkflowTask& fork = *context.task;
    const Value& given = input[fork.dynamicForkJoinTasksParam.view()];
    if (!given.isObject()) {
        return Termination {Text(joined({"Dynamic tasks could not be created. The value of ",
            orNullWord(fork.dynamicForkJoinTasksParam), " from task's input ", javaText(input),
            " has no dynamic tasks to be scheduled"}))};
    }
    ObjectBuilder inputs;
    for (const Value& element : given["dynamicTasks"].items()) {
        WorkflowTask task;
        task.name = element["taskName"].toText();
        task.taskReferenceName = element["referenceName"].toText();
        task.type = element["type"].isText() ? element["type"].toText() : Text("SIMPLE");
        if (!isBlank(task.name))
            task.taskDefinition = context.draft.context().definitions.task(task.name);
        inputs.set(task.taskReferenceName.view(), element["input"]);
        plan.tasks.push_back(std::move(task));
    }
    plan.inputs = std::move(inputs).build();
    return {};
}

}  // namespace

Verdict planFork(const MapContext& context, const Value& input, ForkPlan& plan)
{
    ForkTexts texts;
    if (std::optional<Error> error = readTexts(input, texts))
        return std::move(*error);
    const Value& elements = input["forkTaskInputs"];
    if (elements.isArray()) {
        planInputs(context, elements, texts, plan);
        return {};
    }
    return context.task->dynamicForkTasksParam.empty() ? planLegacy(context, input, plan) : planTasks(context, input, plan);
}

}  // namespace baton
