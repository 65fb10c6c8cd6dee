// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/origins.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decider.h"

#include <algorithm>

namespace baton {
namespace {

std::string_view firstName(const Path& path)
{
    const Key* key = path.steps.empty() ? nullptr : std::get_if<Key>(&path.steps[0]);
    return key ? key->view() : std::string_view();
}

Value inside(const Version* version, const Path& path)
{
    const Value* found = version ? find(version->value, path) : nullptr;
    return found ? *found : Value();
}

bool isSwitch(const TaskRun& task)
{
    return task.taskType == "SWITCH" || task.taskType == "DECISION";
}

std::vector<std::string> switchInputs(const TaskRun& task)
{
    if (!task.workflowTask)
        return {};
    const WorkflowTask& written = *task.workflowTask;
    if (task.taskType == "DECISION")
        return written.caseExpression.empty() ? std::vector {written.caseValueParam.str()}
                                              : inputsNamedBy(written.caseExpression, false);
    return written.evaluatorType == "value-param" ? std::vector {written.expression.str()}
                                                  : inputsNamedBy(written.expression, false);
}

}  // namespace

std::string scriptOf(const TaskRun& task, const Value& input)
{
    if (task.taskType == "INLINE")
        return std::string(input["expression"].asText());
    if (task.taskType == "LAMBDA")
        return std::string(input["scriptExpression"].asText());
    if (task.taskType == "JSON_JQ_TRANSFORM")
        return std::string(input["queryExpression"].asText());
    if (isSwitch(task) && task.workflowTask) {
        const WorkflowTask& written = *task.workflowTask;
        const Text& text = task.taskType == "SWITCH" ? written.expression
            : written.caseExpression.empty()         ? written.caseValueParam
                                                     : written.caseExpression;
        return text.str();
    }
    return {};
}

bool isChildStarter(const TaskRun& task)
{
    return task.taskType == "SUB_WORKFLOW";
}

Origin OriginFinder::find(const DatedRef& value)
{
    const RunAccount* run = m_story.find(value.ref.workflowId);
    if (!run || !run->started || run->event >= value.position)
        return {};
    switch (value.ref.place) {
    case ValuePlace::Variables: return ofVariables(value, *run);
    case ValuePlace::WorkflowInput: return ofWorkflowInput(value, *run);
    case ValuePlace::WorkflowOutput: return ofWorkflowOutput(value, *run);
    default: break;
    }
    const TaskAccount* task = m_story.find(value.ref.workflowId, value.ref.slot);
    if (!task || task->event >= value.position)
        return {};
    return value.ref.place == ValuePlace::TaskInput ? ofInput(value, *run, *task) : ofOutput(value, *run, *task);
}

// What parameters of a definition made of the place `path` in them.
void OriginFinder::fromParameters(Origin& origin, const DatedRef& value, const RunAccount& run, const Value& parameters,
                                  const Path& path)
{
    for (const ReferencePart& part : m_story.parts().of(parameters)) {
        const bool isAbove = isPrefix(part.where, path);
        if (!isAbove && !isPrefix(path, part.where))
            continue;
        origin.kind = part.isWhole ? OriginKind::Reference : OriginKind::InText;
        origin.expression = "${" + part.expression + "}";
        if (!part.place) {
            if (origin.sources.empty())
                origin.kind = OriginKind::Engine;
            continue;
        }
        ValueRef source {value.ref.workflowId, *part.place, kNoTask, part.path};
        if (isAbove && part.isWhole && part.isExact)
            source.path = joined(std::move(source.path), behind(path, part.where.steps.size()));
        if (!part.task.empty()) {
            source.slot = run.meant(part.task, origin.event);
            if (source.slot == kNoTask)
                continue;
        }
        addSource(origin, source, origin.event);
    }
    if (origin.kind == OriginKind::Unknown && baton::find(parameters, path))
        origin.kind = OriginKind::Literal;
}

// A task that a dynamic fork made has its input from the fork's own parameters.
void OriginFinder::fromDynamicFork(Origin& origin, const DatedRef& value, const RunAccount& run, const TaskAccount& task)
{
    for (TaskSlot slot = value.ref.slot; slot-- > 0;) {
        const TaskAccount& fork = run.tasks[slot];
        if (!fork.scheduled || !fork.scheduled->workflowTask || fork.scheduled->workflowTask->type != "FORK_JOIN_DYNAMIC")
            continue;
        const WorkflowTask& written = *fork.scheduled->workflowTask;
        const std::string_view parameter = written.dynamicForkTasksInputParamName.empty()
            ? written.dynamicForkJoinTasksParam.view() : written.dynamicForkTasksInputParamName.view();
        Path path = joined(step(parameter), step(baseName(*task.scheduled)));
        origin.event = fork.event;
        fromParameters(origin, value, run, written.inputParameters, joined(std::move(path), value.ref.path));
        if (origin.kind == OriginKind::Reference || origin.kind == OriginKind::Literal)
            origin.kind = OriginKind::Fork;
        return;
    }
}

Origin OriginFinder::ofInput(const DatedRef& value, const RunAccount& run, const TaskAccount& task)
{
    const Version* version = versionAt(task.inputs, value.position);
    Origin origin;
    origin.value = inside(version, value.ref.path);
    origin.event = version ? version->event : task.event;
    if (version && version != &task.inputs.front()) {
        const Event& event = m_story.journal().event(version->event);
        if (event.detail["by"].asText() == "rehearsal") {
            origin.kind = OriginKind::ByHand;
            return origin;
        }
    }
    const TaskRun& run0 = *task.scheduled;
    if (isSwitch(run0) && (firstName(value.ref.path) == "case" || firstName(value.ref.path) == "hasChildren")) {
        origin.kind = OriginKind::Script;
        origin.expression = scriptOf(run0, origin.value);
        fromInputs(origin, value, task, switchInputs(run0));
        return origin;
    }
    if (!run0.workflowTask) {
        origin.kind = OriginKind::Unknown;
        return origin;
    }
    Path path = value.ref.path;
    if (isChildStarter(run0) && firstName(path) == "workflowInput")
        path = behind(path, 1);
    fromParameters(origin, value, run, run0.workflowTask->inputParameters, path);
    if (origin.kind != OriginKind::Unknown)
        return origin;
    if (const TaskDefPtr& definition = run0.workflowTask->taskDefinition;
        definition && baton::find(definition->inputTemplate, path)) {
        origin.kind = OriginKind::Default;
        return origin;
    }
    fromDynamicFork(origin, value, run, task);
    if (origin.kind == OriginKind::Unknown && !origin.value.isNull())
        origin.kind = OriginKind::Engine;
    return origin;
}

// The named inputs; all of them where none is named.
void OriginFinder::fromInputs(Origin& origin, const DatedRef& value, const TaskAccount& task, const std::vector<std::string>& names)
{
    const Version* input = versionAt(task.inputs, value.position);
    if (!input)
        return;
    const auto add = [&](std::string_view name) {
        addSource(origin, {value.ref.workflowId, ValuePlace::TaskInput, value.ref.slot, step(name)}, value.position);
    };
    for (const std::string& name : names) {
        if (input->value.contains(name))
            add(name);
    }
    if (!origin.sources.empty())
        return;
    for (const Member& member : input->value.members()) {
        const std::string_view name = member.key.view();
        const bool isOwn = name == "evaluatorType" || name == "expression" || name == "scriptExpression" || name == "queryExpression";
        if (!isOwn)
            add(name);
    }
}

void OriginFinder::ofOperator(Origin& origin, const DatedRef& value, const RunAccount& run, const TaskAccount& task)
{
    const TaskRun& made = *task.scheduled;
    const Path& path = value.ref.path;
    const auto fromTask = [&](std::string_view reference, const Path& rest, OriginKind kind) {
        origin.kind = kind;
        for (std::size_t slot = run.tasks.size(); slot-- > 0;) {
            const TaskAccount& other = run.tasks[slot];
            if (other.scheduled && other.event <= origin.event && other.scheduled->referenceTaskName.view() == reference)
                return addSource(origin, {value.ref.workflowId, ValuePlace::TaskOutput, static_cast<TaskSlot>(slot), rest}, origin.event);
        }
    };
    if (made.taskType == "JOIN") {
        const std::string name(firstName(path));
        fromTask(name, behind(path, 1), OriginKind::Join);
        if (origin.sources.empty() && made.iteration > 0)
            fromTask(iterated(Text(name), made.iteration).view(), behind(path, 1), OriginKind::Join);
    } else if (made.taskType == "EXCLUSIVE_JOIN") {
        fromTask(m_story.journal().event(origin.event).detail["joined"].asText(), path, OriginKind::Join);
    } else if (made.taskType == "DO_WHILE") {
        const std::string iteration(firstName(path));
        const std::string inner(firstName(behind(path, 1)));
        origin.kind = OriginKind::Engine;
        if (!inner.empty())
            fromTask(inner + "__" + iteration, behind(path, 2), OriginKind::Loop);
    } else if (isChildStarter(made)) {
        origin.kind = OriginKind::Engine;
        if (firstName(path) != "subWorkflowId" && !task.childId.empty()) {
            origin.kind = OriginKind::Child;
            addSource(origin, {task.childId, ValuePlace::WorkflowOutput, kNoTask, path}, origin.event);
        }
    } else if (made.taskType == "TERMINATE") {
        origin.kind = OriginKind::Ending;
        addSource(origin, {value.ref.workflowId, ValuePlace::TaskInput, value.ref.slot, joined(step("workflowOutput"), path)}, value.position);
    }
}

Origin OriginFinder::ofOutput(const DatedRef& value, const RunAccount& run, const TaskAccount& task)
{
    const Version* version = versionAt(task.outputs, value.position);
    Origin origin;
    if (!version)
        return origin;
    origin.value = inside(version, value.ref.path);
    origin.event = version->event;
    const TaskRun& made = *task.scheduled;
    if (task.handMadeOutput && version == &task.outputs.back()) {
        origin.kind = OriginKind::ByHand;
        return origin;
    }
    ofOperator(origin, value, run, task);
    if (origin.kind != OriginKind::Unknown)
        return origin;
    const Version* input = versionAt(task.inputs, value.position);
    origin.expression = scriptOf(made, input ? input->value : Value());
    if (isSwitch(made)) {
        origin.kind = OriginKind::Script;
        fromInputs(origin, value, task, switchInputs(made));
    } else if (!origin.expression.empty()) {
        const bool isJq = made.taskType == "JSON_JQ_TRANSFORM";
        origin.kind = isJq ? OriginKind::Jq : OriginKind::Script;
        fromInputs(origin, value, task, inputsNamedBy(origin.expression, isJq));
    } else if (made.taskType == "HUMAN" || made.taskType == "WAIT") {
        origin.kind = OriginKind::ByHand;
    } else {
        origin.kind = dutyOf(made.taskType) == TaskDuty::Worker ? OriginKind::Worker : OriginKind::Outside;
        fromInputs(origin, value, task, {});
    }
    return origin;
}

Origin OriginFinder::ofVariables(const DatedRef& value, const RunAccount& run)
{
    Origin origin;
    const Version* version = versionAt(run.variables, value.position);
    if (!version)
        return origin;
    origin.value = inside(version, value.ref.path);
    auto index = static_cast<std::size_t>(version - run.variables.data());
    while (index > 0 && inside(&run.variables[index - 1], value.ref.path) == origin.value)
        --index;
    origin.event = run.variables[index].event;
    if (index == 0) {
        origin.kind = origin.value.isNull() ? OriginKind::Unknown : OriginKind::Literal;
    } else if (run.setters[index]) {
        origin.kind = OriginKind::Variable;
        addSource(origin, {value.ref.workflowId, ValuePlace::TaskInput, *run.setters[index], value.ref.path}, origin.event + 1);
    } else {
        origin.kind = OriginKind::ByHand;
    }
    return origin;
}

Origin OriginFinder::ofWorkflowInput(const DatedRef& value, const RunAccount& run)
{
    Origin origin;
    const Value* found = baton::find(run.started->input, value.ref.path);
    origin.value = found ? *found : Value();
    origin.event = run.event;
    origin.kind = found ? OriginKind::Start : OriginKind::Unknown;
    const RunAccount* parent = m_story.find(run.started->parentWorkflowId);
    const TaskSlot slot = parent ? parent->slotOfTaskId(run.started->parentWorkflowTaskId) : kNoTask;
    if (!found || slot == kNoTask)
        return origin;
    origin.kind = OriginKind::Parent;
    addSource(origin, {run.started->parentWorkflowId, ValuePlace::TaskInput, slot, joined(step("workflowInput"), value.ref.path)}, run.event);
    return origin;
}

Origin OriginFinder::ofWorkflowOutput(const DatedRef& value, const RunAccount& run)
{
    Origin origin;
    const Version* version = versionAt(run.outputs, value.position);
    if (!version || !run.started->definition)
        return origin;
    origin.value = inside(version, value.ref.path);
    origin.event = version->event;
    TaskSlot last = kNoTask;
    for (std::size_t slot = 0; slot < run.tasks.size(); ++slot) {
        const TaskAccount& task = run.tasks[slot];
        if (!task.scheduled || task.event >= origin.event)
            continue;
        if (task.scheduled->taskType == "TERMINATE") {
            origin.kind = OriginKind::Ending;
            origin.sources.clear();
            addSource(origin, {value.ref.workflowId, ValuePlace::TaskInput, static_cast<TaskSlot>(slot),
                               joined(step("workflowOutput"), value.ref.path)}, origin.event);
            if (baton::find(task.scheduled->inputData, origin.sources.front().ref.path))
                return origin;
            origin.sources.clear();
        }
        if (last == kNoTask || task.scheduled->seq >= run.tasks[last].scheduled->seq)
            last = static_cast<TaskSlot>(slot);
    }
    origin.kind = OriginKind::Unknown;
    const Value& parameters = run.started->definition->outputParameters;
    if (!parameters.empty()) {
        fromParameters(origin, value, run, parameters, value.ref.path);
    } else if (last != kNoTask) {
        origin.kind = OriginKind::Ending;
        addSource(origin, {value.ref.workflowId, ValuePlace::TaskOutput, last, value.ref.path}, origin.event);
    }
    return origin;
}

}  // namespace baton
