// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/postmortem.h"

#include "engine/conductor/decide/scope.h"
#include "engine/journal/importexecution.h"
#include "engine/model/codec.h"

#include <algorithm>
#include <set>

namespace baton {
namespace {

Error noExecution()
{
    return {ErrorCode::InvalidArgument, "this is no execution", {}, {}, 0, 0,
            "save what GET /api/workflow/{id}?includeTasks=true answers"};
}

const Value& unwrapped(const Value& json)
{
    const Value& inner = json["execution"];
    return inner.isObject() ? inner : json;
}

/// A sequence of what ran, for an execution without its definition.
WorkflowDefPtr definitionFrom(const Execution& execution, const Value& json)
{
    auto made = std::make_shared<WorkflowDef>();
    const Value& name = json["workflowName"].isText() ? json["workflowName"] : json["workflowType"];
    made->name = name.isText() ? name.toText() : Text("unknown");
    const std::int64_t version = json["workflowVersion"].asInteger(1);
    made->version = version > 0 && version < 1'000'000'000 ? static_cast<int>(version) : 1;
    std::set<std::string, std::less<>> seen;
    std::set<std::string, std::less<>> inside;   // an operator brings its children along
    for (const TaskPtr& task : execution.tasksBySeq()) {
        if (!task->workflowTask)
            continue;
        WorkflowDef body;
        body.tasks = {task->workflowTask};
        for (const WorkflowTask* one : allTasks(body)) {
            if (one != task->workflowTask.get())
                inside.insert(one->taskReferenceName.str());
        }
    }
    for (const TaskPtr& task : execution.tasksBySeq()) {
        const std::string reference(baseName(*task));
        if (inside.contains(reference) || !seen.insert(reference).second)
            continue;
        if (task->workflowTask && task->workflowTask->taskReferenceName.view() == reference) {
            made->tasks.push_back(task->workflowTask);
            continue;
        }
        auto plain = std::make_shared<WorkflowTask>();
        plain->name = task->taskDefName.empty() ? Text(reference) : task->taskDefName;
        plain->taskReferenceName = Text(reference);
        plain->type = dutyOf(task->taskType) == TaskDuty::Worker ? Text("SIMPLE") : task->taskType;
        if (plain->type == "FORK")   // what it forked into is not known
            plain->type = "NOOP";
        made->tasks.push_back(std::move(plain));
    }
    return made;
}

Result<ExecutionPtr> readOne(const Value& json)
{
    if (!looksLikeExecution(json))
        return noExecution();
    const Value& body = unwrapped(json);
    auto read = executionFrom(body);
    if (!read)
        return std::move(read).error();
    const Execution& found = **read;
    if (found.definition && !found.workflowId.empty())
        return *read;
    auto mended = std::make_shared<Execution>(found);
    if (!mended->definition)
        mended->definition = definitionFrom(found, body);
    if (mended->workflowId.empty())
        mended->workflowId = Text("execution");
    return ExecutionPtr(std::move(mended));
}

// A parent before its children, else as they are listed.
void putParentsFirst(std::vector<ExecutionPtr>& all)
{
    const auto isChild = [&](const ExecutionPtr& one) {
        return std::ranges::any_of(all, [&](const ExecutionPtr& other) { return other->workflowId == one->parentWorkflowId; });
    };
    std::vector<ExecutionPtr> parents;
    std::vector<ExecutionPtr> children;
    for (const ExecutionPtr& one : all)
        (isChild(one) ? children : parents).push_back(one);
    std::ranges::stable_sort(children, {}, [](const ExecutionPtr& one) { return one->createTime; });
    all = std::move(parents);
    all.insert(all.end(), children.begin(), children.end());
}

}  // namespace

bool looksLikeExecution(const Value& json)
{
    if (json.isArray())
        return json.size() > 0 && looksLikeExecution(json.at(0));
    const Value& body = unwrapped(json);
    if (!body.isObject())
        return false;
    const bool named = body["workflowId"].isText() || body["workflowName"].isText() || body["workflowType"].isText();
    return named && (body["status"].isText() || body["workflowDefinition"].isObject()) && !body["taskRefToMockOutput"].isObject();
}

Result<MemoryJournal> journalOf(const Value& json)
{
    std::vector<ExecutionPtr> all;
    const auto read = [&](const Value& one) -> Status {
        Result<ExecutionPtr> execution = readOne(one);
        if (!execution)
            return std::move(execution).error();
        all.push_back(*execution);
        return {};
    };
    if (!json.isArray()) {
        if (Status done = read(json); !done)
            return std::move(done).error();
    } else if (json.empty()) {
        return noExecution();
    }
    for (const Value& one : json.items()) {
        if (Status done = read(one); !done)
            return std::move(done).error();
    }
    putParentsFirst(all);
    std::vector<Event> events;
    for (const ExecutionPtr& one : all) {
        std::vector<Event> more = eventsOf(*one);
        events.insert(events.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    if (all.size() > 1)
        std::ranges::stable_sort(events, {}, &Event::at);
    // The main execution comes first whatever its clock says.
    const auto main = std::ranges::find_if(events, [&](const Event& event) { return event.started && event.workflowId == all.front()->workflowId; });
    if (main != events.end())
        std::rotate(events.begin(), main, main + 1);
    MemoryJournal journal;
    for (Event& event : events)
        journal.append(std::move(event));
    return journal;
}

Result<std::unique_ptr<Rehearsal>> openJournal(MemoryJournal journal, RehearsalSetup setup)
{
    for (std::size_t i = 0; i < journal.size(); ++i) {
        const Event& event = journal.event(i);
        if (!event.started || !event.started->definition)
            continue;
        const WorkflowDefPtr& definition = event.started->definition;
        for (const WorkflowTask* task : allTasks(*definition)) {
            if (task->taskDefinition && !task->taskDefinition->name.empty())
                setup.taskDefs.push_back(task->taskDefinition);
        }
        if (setup.workflow) {
            setup.library.push_back(definition);
            continue;
        }
        setup.workflow = definition;
        setup.input = event.started->input;
        setup.correlationId = event.started->correlationId;
        setup.startAt = event.at;
    }
    setup.recorded = true;
    return Rehearsal::resume(std::move(setup), std::move(journal));
}

Result<std::unique_ptr<Rehearsal>> openExecution(const Value& json, RehearsalSetup setup)
{
    Result<MemoryJournal> journal = journalOf(json);
    if (!journal)
        return std::move(journal).error();
    return openJournal(std::move(journal).value(), std::move(setup));
}

}  // namespace baton
