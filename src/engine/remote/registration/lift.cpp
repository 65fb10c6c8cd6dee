// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/registration/lift.h"

#include "engine/conductor/decider.h"
#include "engine/remote/registration/taskdefrules.h"

#include <algorithm>
#include <map>

namespace baton {
namespace {

std::int64_t seconds(Milliseconds time)
{
    return (std::max<std::int64_t>(time.count(), 0) + 999) / 1000;
}

// What one workflow task says that belongs into a task definition.
Value writtenOn(const WorkflowTask& task)
{
    ObjectBuilder written;
    if (task.retryCount)
        written.set("retryCount", *task.retryCount);
    for (const Member& member : task.unknownFields.members()) {
        if (isTaskDefSetting(member.key.view()) && !member.value.isNull())
            written.set(member.key, member.value);
    }
    return std::move(written).build();
}

// Mapped into other tasks before anybody could poll them, so the engine knows no duty of theirs.
bool isPolled(const Text& type)
{
    return dutyOf(type) == TaskDuty::Worker && type != "DYNAMIC" && type != "FORK_JOIN" && type != "FORK_JOIN_DYNAMIC";
}

/// Gathers what each task name needs.
class Lifting {
public:
    Lifting(const RegistrationSettings& settings, std::vector<LiftNote>& notes) : m_settings(settings), m_notes(notes) { }

    void give(const TaskDefPtr& definition)
    {
        if (definition && m_made.emplace(definition->name, Made {*definition, {}, true}).second)
            m_order.push_back(definition->name);
    }

    void take(const WorkflowTask& task, const Text& owner)
    {
        const Value written = writtenOn(task);
        if (task.name.empty() || (!isPolled(task.type) && written.without("retryCount").empty()))
            return;
        if (task.taskDefinition) {
            keepInline(task, written);
            return;
        }
        auto found = m_made.find(task.name);
        if (found == m_made.end()) {
            Made made {TaskDef {}, task.taskReferenceName, false};
            made.definition.name = task.name;
            made.definition.description = task.description;
            made.definition.ownerEmail = owner;
            found = m_made.emplace(task.name, std::move(made)).first;
            m_order.push_back(task.name);
        }
        for (const Member& member : written.members())
            lift(found->second, task, member.key.str(), member.value);
    }

    std::vector<TaskDefPtr> finish()
    {
        std::vector<TaskDefPtr> all;
        for (const Text& name : m_order) {
            Made& made = m_made.at(name);
            if (!made.given)
                fillIn(made);
            if (made.definition.ownerEmail.empty())
                made.definition.ownerEmail = m_settings.ownerEmail;
            correctTaskDef(made.definition, made.reference, made.said, m_notes);
            all.push_back(std::make_shared<TaskDef>(std::move(made.definition)));
        }
        std::sort(all.begin(), all.end(), [](const TaskDefPtr& a, const TaskDefPtr& b) { return a->name < b->name; });
        return all;
    }

private:
    struct Made {
        TaskDef definition;
        Text reference;                // the task that called for it; empty: it was given
        bool given = false;
        std::map<std::string, Value, std::less<>> said {};   // by whoever came first
    };

    void note(LiftNote::Kind kind, const WorkflowTask& task, std::string field, Value written, Value registered, std::string why)
    {
        m_notes.push_back({kind, task.name, task.taskReferenceName, std::move(field), std::move(written), std::move(registered), std::move(why)});
    }

    void keepInline(const WorkflowTask& task, const Value& written)
    {
        for (const Member& member : written.without("retryCount").members())
            note(LiftNote::Kind::Kept, task, member.key.str(), member.value, Value(), "the task brings a definition of its own, and that one counts");
    }

    void lift(Made& made, const WorkflowTask& task, const std::string& field, const Value& value)
    {
        const Value before = taskDefSetting(made.definition, field);
        if (made.given || made.said.contains(field)) {
            if (before != value && field != "retryCount") {
                note(LiftNote::Kind::Kept, task, field, value, before,
                     made.given ? "a task definition was given, and that one counts" : "another task of this name says so first, and there is one definition for all");
            }
            return;
        }
        if (!setTaskDefSetting(made.definition, field, value)) {
            note(LiftNote::Kind::Dropped, task, field, value, Value(), "this is no value for " + field);
            return;
        }
        made.said.emplace(field, value);
        if (field == "retryCount")
            return;   // the server reads that one from the workflow's task as well
        std::string why = "the server drops it from a workflow's task and reads it from the task's definition";
        if (field == "concurrentExecLimit" || field == "rateLimitPerFrequency")
            why += "; a task over the limit waits a minute before it is tried again";
        note(LiftNote::Kind::Lifted, task, field, value, value, std::move(why));
    }

    void fillIn(Made& made)
    {
        const TaskDefaults& defaults = m_settings.defaults;
        fill(made, "retryCount", defaults.retryCount);
        fill(made, "retryDelaySeconds", seconds(defaults.retryDelay));
        fill(made, "maxRetryDelaySeconds", std::max<std::int64_t>(seconds(defaults.maxRetryDelay), made.definition.retryDelaySeconds));
        fill(made, "timeoutSeconds", seconds(defaults.timeout));
    }

    void fill(Made& made, const std::string& field, std::int64_t value)
    {
        if (made.said.contains(field) || !setTaskDefSetting(made.definition, field, value))
            return;
        m_notes.push_back({LiftNote::Kind::Defaulted, made.definition.name, {}, field, Value(), Value(value), "the settings say so for tasks that say nothing"});
    }

    const RegistrationSettings& m_settings;
    std::vector<LiftNote>& m_notes;
    std::map<Text, Made> m_made;
    std::vector<Text> m_order;
};

TaskList stripped(const TaskList& tasks);

WorkflowTaskPtr stripped(const WorkflowTaskPtr& task)
{
    auto copy = std::make_shared<WorkflowTask>(*task);
    ObjectBuilder rest;
    for (const Member& member : task->unknownFields.members()) {
        if (!isTaskDefSetting(member.key.view()))
            rest.set(member.key, member.value);
    }
    copy->unknownFields = rest.size() > 0 ? std::move(rest).build() : Value();
    for (DecisionCase& one : copy->decisionCases)
        one.tasks = stripped(one.tasks);
    copy->defaultCase = stripped(copy->defaultCase);
    for (TaskList& branch : copy->forkTasks)
        branch = stripped(branch);
    copy->loopOver = stripped(copy->loopOver);
    return copy;
}

TaskList stripped(const TaskList& tasks)
{
    TaskList result;
    result.reserve(tasks.size());
    for (const WorkflowTaskPtr& task : tasks)
        result.push_back(stripped(task));
    return result;
}

void noteOrigin(WorkflowDef& workflow, const RegistrationSettings& settings, std::vector<LiftNote>& notes)
{
    const Value written = workflow.unknownFields["namespace"];
    const std::string nameSpace = settings.nameSpace.empty() ? std::string(written.asText()) : settings.nameSpace;
    if (!nameSpace.empty()) {
        workflow.metadata = workflow.metadata.with("namespace", nameSpace).with("registrationVersion", settings.version);
        if (written.isText()) {
            notes.push_back({LiftNote::Kind::Lifted, {}, {}, "metadata.namespace", written, Value(nameSpace),
                             "the server drops a workflow's namespace and keeps its metadata"});
        }
    }
    if (workflow.ownerEmail.empty()) {
        workflow.ownerEmail = settings.ownerEmail;
        notes.push_back({LiftNote::Kind::Defaulted, {}, {}, "ownerEmail", Value(), Value(settings.ownerEmail),
                         "the server refuses definitions without an owner; the settings name one"});
    }
}

}  // namespace

std::string_view toText(LiftNote::Kind kind) noexcept
{
    switch (kind) {
    case LiftNote::Kind::Lifted: return "lifted";
    case LiftNote::Kind::Corrected: return "corrected";
    case LiftNote::Kind::Defaulted: return "defaulted";
    case LiftNote::Kind::Kept: return "kept";
    case LiftNote::Kind::Dropped: return "dropped";
    }
    return "dropped";
}

Lifted liftTaskSettings(const std::vector<WorkflowDefPtr>& workflows, const std::vector<TaskDefPtr>& given,
                        const RegistrationSettings& settings)
{
    Lifted lifted;
    Lifting lifting(settings, lifted.notes);
    for (const TaskDefPtr& one : given)
        lifting.give(one);
    for (const WorkflowDefPtr& workflow : workflows) {
        auto definition = std::make_shared<WorkflowDef>(*workflow);
        noteOrigin(*definition, settings, lifted.notes);
        for (const WorkflowTask* const task : allTasks(*workflow))
            lifting.take(*task, definition->ownerEmail);
        definition->tasks = stripped(workflow->tasks);
        lifted.workflows.push_back(std::move(definition));
    }
    lifted.tasks = lifting.finish();
    return lifted;
}

}  // namespace baton
