// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/mapping.h"

#include "engine/conductor/decide/scope.h"

#include <algorithm>

namespace baton {

namespace {

bool isSkipped(const Draft& draft, const IndexedTask& indexed)
{
    const TaskRun* task = draft.execution().latest(indexed.task->taskReferenceName);
    return task && task->status == TaskStatus::Skipped;
}

// Null results fall back to the raw values of the task definition's template.
Value withRawDefaults(Value resolved, const WorkflowTask& task)
{
    if (!task.taskDefinition || task.taskDefinition->inputTemplate.empty())
        return resolved;
    for (const Member& member : task.taskDefinition->inputTemplate.members()) {
        if (resolved[member.key].isNull())
            resolved = std::move(resolved).with(member.key, member.value);
    }
    return resolved;
}

Value asObject(Value resolved)
{
    return resolved.isObject() ? std::move(resolved) : Value::object();
}

ExecutionScope scopeOf(const Draft& draft, std::string_view taskId)
{
    return ExecutionScope(draft.execution(), draft.index(), draft.context().environment, taskId);
}

Value resolveTemplateOf(const Draft& draft, const Template& parameters, std::string_view taskId)
{
    if (!parameters.hasExpressions())
        return asObject(parameters.source());
    ExecutionScope scope = scopeOf(draft, taskId);
    return asObject(parameters.resolve(scope));
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool isNoDomain(std::string_view domain)
{
    constexpr std::string_view kNoDomain = "NO_DOMAIN";
    return std::equal(domain.begin(), domain.end(), kNoDomain.begin(), kNoDomain.end(),
        [](char a, char b) { return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b; });
}

// The first domain of the list that somebody polls, else the last.
Text activeDomain(const Draft& draft, std::string_view taskType, std::string_view list)
{
    std::string_view domain;
    while (true) {
        const std::size_t comma = list.find(',');
        const std::string_view raw = list.substr(0, comma);
        domain = trimmed(raw);
        if (draft.context().pollers && !isNoDomain(raw)
            && draft.context().pollers->isPolled(taskType, domain, draft.now()))
            return domain;
        if (comma == std::string_view::npos)
            break;
        list.remove_prefix(comma + 1);
    }
    return isNoDomain(domain) ? Text() : Text(domain);
}

}  // namespace

TaskRun MapContext::make() const
{
    const Execution& execution = draft.execution();
    TaskRun run;
    run.taskId = taskId;
    run.taskType = task->type;
    run.taskDefName = task->name;
    run.referenceTaskName = iterated(task->taskReferenceName, request.iteration);
    run.iteration = request.iteration;
    run.correlationId = execution.correlationId;
    run.workflowPriority = execution.priority;
    run.workflowTask = task;
    run.inputData = Value::object();
    run.outputData = Value::object();
    return run;
}

Value MapContext::plainInput() const
{
    return resolvePlain(draft, *task, indexed, {});
}

Value MapContext::input() const
{
    return resolvePlain(draft, *task, indexed, taskId);
}

Value MapContext::completedInput() const
{
    return resolveCompleted(draft, *task, indexed, taskId);
}

Verdict mapTask(Draft& draft, const WorkflowTaskPtr& task, const IndexedTask* indexed, const MapRequest& request,
                std::vector<MappedTask>& out)
{
    const std::size_t before = out.size();
    const TaskType& type = indexed ? *indexed->type : taskType(task->type);
    MapContext context {draft, task, indexed, request, draft.newId(), out};
    if (Verdict verdict = type.map(context))
        return verdict;
    const auto exists = [&](const MappedTask& mapped) {
        return draft.latestSlot(mapped.task.referenceTaskName) != kNoTask;
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), exists), out.end());
    return {};
}

const IndexedTask* nextInFlow(const Draft& draft, std::string_view definitionReference)
{
    const DefinitionIndex& index = draft.index();
    const IndexedTask* found = index.find(definitionReference);
    while (found && found->next >= 0) {
        found = &index.at(found->next);
        if (!isSkipped(draft, *found))
            return found;
    }
    return nullptr;
}

const IndexedTask* followingTask(const Draft& draft, const TaskRun& task)
{
    const IndexedTask* next = nextInFlow(draft, baseName(task));
    // A loop that is there already looks by itself whether its iteration is complete.
    if (next && next->task->type == "DO_WHILE" && draft.latestSlot(next->task->taskReferenceName) != kNoTask)
        return nullptr;
    return next;
}

Verdict mapSuccessors(Draft& draft, TaskSlot ended, std::vector<MappedTask>& out)
{
    const TaskRun& task = draft.task(ended);
    const bool choosesBranch = task.taskType == "SWITCH" || task.taskType == "DECISION";
    if (choosesBranch && !task.inputData["hasChildren"].isNull())
        return {};
    const IndexedTask* next = followingTask(draft, task);
    if (!next)
        return {};
    MapRequest request;
    if (task.iteration > 0 && task.taskType != "DO_WHILE")
        request.iteration = task.iteration;
    return mapTask(draft, next->task, next, request, out);
}

Value resolveNow(const Draft& draft, const Value& parameters, std::string_view taskId)
{
    ExecutionScope scope = scopeOf(draft, taskId);
    return resolveTemplate(parameters.isNull() ? Value::object() : parameters, scope);
}

Value resolvePlain(const Draft& draft, const WorkflowTask& task, const IndexedTask* indexed, std::string_view taskId)
{
    if (indexed)
        return resolveTemplateOf(draft, indexed->input, taskId);
    return asObject(resolveNow(draft, task.inputParameters, taskId));
}

Value resolveCompleted(const Draft& draft, const WorkflowTask& task, const IndexedTask* indexed, std::string_view taskId)
{
    if (indexed)
        return withRawDefaults(resolveTemplateOf(draft, indexed->completed, taskId), task);
    Value parameters = task.inputParameters.isObject() ? task.inputParameters : Value::object();
    if (task.taskDefinition)
        parameters = withRawDefaults(std::move(parameters), task);
    return withRawDefaults(asObject(resolveNow(draft, parameters, taskId)), task);
}

const IndexedTask* indexedTask(const Draft& draft, const TaskRun& task)
{
    const IndexedTask* found = draft.index().find(baseName(task));
    return found && found->task == task.workflowTask ? found : nullptr;
}

void assignDomain(const Draft& draft, TaskRun& task)
{
    const Value& domains = draft.execution().taskToDomain;
    if (domains.empty() || systemType(task.taskType))
        return;
    const std::string_view forAll = domains["*"].asText();
    if (!trimmed(forAll).empty())
        task.domain = activeDomain(draft, task.taskType, forAll);
    const Value* own = domains.find(task.taskType.view());
    if (own && own->isText())
        task.domain = activeDomain(draft, task.taskType, own->asText());
}

}  // namespace baton
