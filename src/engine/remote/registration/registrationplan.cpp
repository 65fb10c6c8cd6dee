// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/registration/registrationplan.h"

#include "engine/model/codec.h"
#include "engine/remote/registration/definitiondifference.h"

#include <algorithm>

namespace baton {
namespace {

using Action = RegistrationStep::Action;

struct Permission {
    bool overwrite;
    bool replaceNewer;
};

// What to do with a definition that the server has in another form.
void decide(RegistrationStep& step, const Permission& may)
{
    if (step.standing == Standing::NewerOnServer) {
        step.action = may.replaceNewer ? Action::Replace : Action::Keep;
        step.why = (may.replaceNewer ? "replaces a newer one: " : "the server's is newer and stays: ") + step.why;
        return;
    }
    step.action = may.overwrite ? Action::Replace : Action::Keep;
    step.why = may.overwrite ? "differs from the server's, which is replaced" : "differs from the server's, which stays; say overwrite to replace it";
}

EpochMs changedAt(EpochMs updated, EpochMs created)
{
    return std::max(updated, created);
}

RegistrationStep stepFor(const TaskDefPtr& ours, const std::vector<TaskDefPtr>& server, EpochMs writtenAt, const Permission& may)
{
    RegistrationStep step;
    step.kind = RegistrationStep::Kind::Task;
    step.name = ours->name;
    step.task = ours;
    const auto theirs = std::find_if(server.begin(), server.end(), [&](const TaskDefPtr& one) { return one && one->name == ours->name; });
    if (theirs == server.end()) {
        step.action = Action::Add;
        step.why = "the server has none of this name";
        return step;
    }
    step.serverChangedAt = changedAt((*theirs)->updateTime, (*theirs)->createTime);
    step.differences = differencesOf(comparable(*ours), comparable(**theirs));
    if (step.differences.empty()) {
        step.standing = Standing::Same;
        step.why = "the server has the same";
        return step;
    }
    const bool newer = writtenAt > 0 && step.serverChangedAt > writtenAt;
    step.standing = newer ? Standing::NewerOnServer : Standing::Differs;
    step.why = "it was changed there after ours was written";
    decide(step, may);
    return step;
}

std::int64_t registrationVersion(const WorkflowDef& definition)
{
    return definition.metadata["registrationVersion"].asInteger();
}

RegistrationStep stepFor(const WorkflowDefPtr& ours, const std::vector<WorkflowDefPtr>& server, EpochMs writtenAt, const Permission& may)
{
    RegistrationStep step;
    step.kind = RegistrationStep::Kind::Workflow;
    step.name = ours->name;
    step.version = ours->version;
    step.workflow = ours;
    const WorkflowDef* theirs = nullptr;
    for (const WorkflowDefPtr& one : server) {
        if (!one || one->name != ours->name)
            continue;
        step.serverVersion = std::max(step.serverVersion, one->version);
        if (one->version == ours->version)
            theirs = one.get();
    }
    const bool greater = step.serverVersion > ours->version;
    if (!theirs && !greater) {
        step.action = Action::Add;
        step.why = step.serverVersion > 0 ? "the server's greatest version is " + std::to_string(step.serverVersion) : "the server has none of this name";
        return step;
    }
    if (!theirs) {
        step.standing = Standing::NewerOnServer;
        step.action = may.replaceNewer ? Action::Add : Action::Keep;
        step.why = "the server has version " + std::to_string(step.serverVersion) + ", which runs where none is named";
        return step;
    }
    step.serverChangedAt = changedAt(theirs->updateTime, theirs->createTime);
    step.differences = differencesOf(comparable(*ours), comparable(*theirs));
    if (step.differences.empty()) {
        step.standing = Standing::Same;
        step.why = "the server has the same";
        return step;
    }
    const bool later = writtenAt > 0 && step.serverChangedAt > writtenAt;
    const bool registeredLater = registrationVersion(*theirs) > registrationVersion(*ours);
    step.standing = greater || later || registeredLater ? Standing::NewerOnServer : Standing::Differs;
    step.why = greater ? "the server has version " + std::to_string(step.serverVersion) + " as well"
        : later        ? "it was changed there after ours was written"
                       : "it was registered there as version " + std::to_string(registrationVersion(*theirs)) + " of the registration";
    decide(step, may);
    return step;
}

// Line numbers are known to who read the text; without them the definition is checked here.
std::vector<Finding> findingsOf(const RegistrationRequest::Workflow& workflow, const std::vector<Text>& names)
{
    return workflow.findings.empty() ? checkWorkflow(*workflow.definition, names) : workflow.findings;
}

void refuseIfBad(RegistrationStep& step, const std::vector<Text>& names)
{
    for (const Finding& finding : checkWorkflow(*step.workflow, names)) {
        if (finding.severity == Severity::Error) {
            step.action = Action::Refuse;
            step.why = finding.what.oneLine();
            return;
        }
    }
}

}  // namespace

std::string_view toText(Standing standing) noexcept
{
    switch (standing) {
    case Standing::New: return "new";
    case Standing::Same: return "same";
    case Standing::Differs: return "differs";
    case Standing::NewerOnServer: return "newer_on_server";
    }
    return "new";
}

std::string_view toText(RegistrationStep::Action action) noexcept
{
    switch (action) {
    case Action::Add: return "add";
    case Action::Replace: return "replace";
    case Action::Keep: return "keep";
    case Action::Refuse: return "refuse";
    }
    return "keep";
}

bool RegistrationPlan::refused() const noexcept
{
    return std::any_of(steps.begin(), steps.end(), [](const RegistrationStep& step) { return step.action == Action::Refuse; });
}

bool RegistrationPlan::changesAnything() const noexcept
{
    const auto changes = [](const RegistrationStep& step) { return step.action == Action::Add || step.action == Action::Replace; };
    return !refused() && std::any_of(steps.begin(), steps.end(), changes);
}

RegistrationPlan planRegistration(const RegistrationRequest& request, const ServerDefinitions& server, const RegistrationSettings& settings)
{
    RegistrationPlan plan;
    const Permission may {settings.overwrite, request.replaceNewer};
    std::vector<Text> names;
    for (const RegistrationRequest::Workflow& one : request.workflows)
        names.push_back(one.definition->name);
    for (const WorkflowDefPtr& one : server.workflows)
        names.push_back(one->name);
    std::vector<WorkflowDefPtr> definitions;
    EpochMs writtenAt = request.tasksWrittenAt;
    for (const RegistrationRequest::Workflow& one : request.workflows) {
        const std::vector<Finding> findings = findingsOf(one, names);
        plan.findings.insert(plan.findings.end(), findings.begin(), findings.end());
        definitions.push_back(one.definition);
        writtenAt = std::max(writtenAt, one.writtenAt);
    }
    Lifted lifted = liftTaskSettings(definitions, request.tasks, settings);
    plan.notes = std::move(lifted.notes);
    for (const TaskDefPtr& task : lifted.tasks)
        plan.steps.push_back(stepFor(task, server.tasks, writtenAt, may));
    for (std::size_t i = 0; i < lifted.workflows.size(); ++i) {
        plan.steps.push_back(stepFor(lifted.workflows[i], server.workflows, request.workflows[i].writtenAt, may));
        refuseIfBad(plan.steps.back(), names);
    }
    std::stable_sort(plan.findings.begin(), plan.findings.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return plan;
}

Value toValue(const LiftNote& note)
{
    return Value::object({{"kind", toText(note.kind)}, {"task", note.taskName}, {"reference", note.reference}, {"field", note.field},
                          {"written", note.written}, {"registered", note.registered}, {"why", note.why}});
}

Value toValue(const RegistrationStep& step)
{
    std::vector<Value> differences;
    for (const FieldDifference& one : step.differences)
        differences.push_back(Value::object({{"path", one.path}, {"ours", one.ours}, {"theirs", one.theirs}}));
    const bool workflow = step.kind == RegistrationStep::Kind::Workflow;
    return Value::object({{"kind", workflow ? "workflow" : "task"}, {"name", step.name}, {"version", workflow ? Value(step.version) : Value()},
                          {"standing", toText(step.standing)}, {"action", toText(step.action)}, {"why", step.why},
                          {"serverVersion", workflow && step.serverVersion > 0 ? Value(step.serverVersion) : Value()},
                          {"serverChangedAt", step.serverChangedAt > 0 ? Value(step.serverChangedAt) : Value()},
                          {"differences", Value::array(std::move(differences))}});
}

Value toValue(const RegistrationPlan& plan)
{
    std::vector<Value> findings;
    for (const Finding& one : plan.findings) {
        findings.push_back(Value::object({{"severity", toText(one.severity)}, {"code", one.code}, {"file", one.what.source}, {"line", one.what.line},
                                          {"field", one.what.field}, {"message", one.what.message}, {"hint", one.what.hint}}));
    }
    std::vector<Value> notes;
    for (const LiftNote& one : plan.notes)
        notes.push_back(toValue(one));
    std::vector<Value> steps;
    for (const RegistrationStep& one : plan.steps)
        steps.push_back(toValue(one));
    return Value::object({{"findings", Value::array(std::move(findings))}, {"notes", Value::array(std::move(notes))},
                          {"steps", Value::array(std::move(steps))}, {"refused", plan.refused()}});
}

}  // namespace baton
