// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/server/routegroups.h"

#include <algorithm>

#include <set>

namespace baton {
namespace {

constexpr std::string_view kResource = "com.netflix.conductor.rest.controllers.MetadataResource.";
constexpr std::string_view kWorkflowDef = "com.netflix.conductor.common.metadata.workflow.WorkflowDef";
constexpr std::string_view kTaskDef = "com.netflix.conductor.common.metadata.tasks.TaskDef";

std::string signature(std::string_view answer, std::string_view rest)
{
    return "public " + std::string(answer) + ' ' + std::string(kResource) + std::string(rest);
}

template <typename DefinitionPtr>
Value asArray(const std::vector<DefinitionPtr>& definitions)
{
    std::vector<Value> items;
    items.reserve(definitions.size());
    for (const DefinitionPtr& definition : definitions)
        items.push_back(toValue(*definition));
    return Value::array(std::move(items));
}

Value summaryOf(const WorkflowDef& definition)
{
    return Value::object({{"name", definition.name}, {"version", definition.version}, {"createTime", definition.createTime},
        {"updateTime", definition.updateTime}});
}

bool hasHole(const Value& tasks);

// The lists of tasks in which the real server looks for mistakes; a loop's body is not among them.
bool hasHoleWithin(const Value& task)
{
    const auto inLists = [](const Value& lists) {
        return std::ranges::any_of(lists.items(), [](const Value& list) { return hasHole(list); })
            || std::ranges::any_of(lists.members(), [](const Member& member) { return hasHole(member.value); });
    };
    const Value* const type = task.find("type");
    return (type && type->isNull()) || hasHole(task["defaultCase"]) || inLists(task["decisionCases"]) || inLists(task["forkTasks"]);
}

// As deep as JSON may be.
bool hasHole(const Value& tasks)
{
    return std::ranges::any_of(tasks.items(), [](const Value& task) { return task.isNull() || hasHoleWithin(task); });
}

bool isAgent(const WorkflowDef& definition)
{
    return !definition.metadata["agent_sdk"].isNull() || !definition.metadata["agentDef"].isNull();
}

void create(const RouteCall& call)
{
    Result<WorkflowDefPtr> definition = workflowDefOf(call.body());
    if (!definition)
        return call.error(definition.error());
    call.conductor().metadata().registerWorkflow(std::move(definition).value(), call.flag("overwrite"), call.done());
}

void update(const RouteCall& call)
{
    std::vector<WorkflowDefPtr> definitions;
    for (const Value& json : call.body().items()) {
        Result<WorkflowDefPtr> definition = workflowDefOf(json);
        if (!definition)
            return call.error(definition.error());
        definitions.push_back(std::move(definition).value());
    }
    call.conductor().metadata().updateWorkflows(std::move(definitions),
        call.reply<BulkResult>([](const RouteCall& to, const BulkResult& result) { to.json(toWire(result)); }));
}

void validate(const RouteCall& call)
{
    Result<WorkflowDefPtr> definition = workflowDefOf(call.body());
    if (!definition)
        return call.error(definition.error());
    call.conductor().metadata().validateWorkflow(std::move(definition).value(), call.done());
}

void listAll(const RouteCall& call)
{
    using All = std::vector<WorkflowDefPtr>;
    call.conductor().metadata().workflows(false, call.reply<All>([](const RouteCall& to, All all) {
        if (const Text wanted = to.text("classifier"); wanted == "agent" || wanted == "workflow")
            std::erase_if(all, [&](const WorkflowDefPtr& definition) { return isAgent(*definition) != (wanted == "agent"); });
        to.json(asArray(all));
    }));
}

void names(const RouteCall& call)
{
    using All = std::vector<WorkflowDefPtr>;
    call.conductor().metadata().workflows(true, call.reply<All>([](const RouteCall& to, const All& all) {
        std::vector<Value> items;
        for (const WorkflowDefPtr& definition : all)
            items.emplace_back(definition->name);
        to.json(Value::array(std::move(items)));
    }));
}

void namesAndVersions(const RouteCall& call)
{
    using All = std::vector<WorkflowDefPtr>;
    call.conductor().metadata().workflows(false, call.reply<All>([](const RouteCall& to, const All& all) {
        Value map = Value::object();
        for (const WorkflowDefPtr& definition : all) {
            const Key name(definition->name.view());
            map = std::move(map).with(name, map[name].appended(summaryOf(*definition)));
        }
        to.json(map);
    }));
}

void versions(const RouteCall& call)
{
    using All = std::vector<WorkflowDefPtr>;
    call.conductor().metadata().workflows(false, call.reply<All>([](const RouteCall& to, const All& all) {
        std::vector<Value> items;
        for (const WorkflowDefPtr& definition : all)
            if (definition->name == to.text("name"))
                items.push_back(summaryOf(*definition));
        to.json(Value::array(std::move(items)));
    }));
}

void registerTasks(const RouteCall& call)
{
    std::vector<TaskDefPtr> definitions;
    for (const Value& json : call.body().items()) {
        if (json.isNull()) {
            return call.error({ErrorCode::Internal, "Cannot invoke \"" + std::string(kTaskDef)
                + ".setCreatedBy(String)\" because \"taskDefinition\" is null"});
        }
        Result<TaskDefPtr> definition = taskDefFrom(json.without("createdBy"));
        if (!definition)
            return call.error(definition.error());
        definitions.push_back(std::move(definition).value());
    }
    call.conductor().metadata().registerTasks(std::move(definitions), call.done());
}

void updateTask(const RouteCall& call)
{
    Result<TaskDefPtr> definition = taskDefFrom(call.body());
    if (!definition)
        return call.error(definition.error());
    call.conductor().metadata().updateTask(std::move(definition).value(), call.done());
}

void addTaskDefinitionRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/metadata/taskdefs";
    const std::string list = "java.util.List<" + std::string(kTaskDef) + '>';
    routes.push_back({"GET", path, "metadata", "All task definitions", {}, {}, "List<TaskDef>", 200, [](const RouteCall& call) {
        using All = std::vector<TaskDefPtr>;
        call.conductor().metadata().taskDefinitions(call.reply<All>([](const RouteCall& to, const All& all) { to.json(asArray(all)); }));
    }});
    routes.push_back({"POST", path, "metadata", "Register task definitions, or replace them", {},
        RouteBody {"List<TaskDef>", signature("void", "registerTaskDef(" + list + ")")}, {}, 200, registerTasks});
    routes.push_back({"PUT", path, "metadata", "Change a task definition", {},
        RouteBody {"TaskDef", signature("void", "registerTaskDef(" + std::string(kTaskDef) + ")")}, {}, 200, updateTask});
    routes.push_back({"GET", path + "/{tasktype}", "metadata", "One task definition", {pathParameter("tasktype")}, {}, "TaskDef", 200,
        [](const RouteCall& call) {
            call.conductor().metadata().taskDefinition(call.text("tasktype"), call.reply<TaskDefPtr>(
                [](const RouteCall& to, const TaskDefPtr& definition) { to.json(toValue(*definition)); }));
        }});
    routes.push_back({"DELETE", path + "/{tasktype}", "metadata", "Remove a task definition", {pathParameter("tasktype")}, {}, {}, 200,
        [](const RouteCall& call) { call.conductor().metadata().removeTask(call.text("tasktype"), call.done()); }});
}

}  // namespace

Status checkTasks(const Value& definition)
{
    return hasHole(definition["tasks"]) ? Status(Error {ErrorCode::Internal, "HV000028: Unexpected exception during isValid call."})
                                        : Status();
}

Result<WorkflowDefPtr> workflowDefOf(const Value& json)
{
    if (Status checked = checkTasks(json); !checked)
        return std::move(checked).error();
    return workflowDefFrom(json);
}

void addMetadataRoutes(std::vector<Route>& routes)
{
    const std::string path = "/api/metadata/workflow";
    const std::string one(kWorkflowDef);
    routes.push_back({"POST", path, "metadata", "Register a workflow definition", {queryParameter("overwrite", "boolean", "false")},
        RouteBody {"WorkflowDef", signature("void", "create(" + one + ",boolean)")}, {}, 200, create});
    routes.push_back({"PUT", path, "metadata", "Register workflow definitions, or replace them", {},
        RouteBody {"List<WorkflowDef>", signature("com.netflix.conductor.common.model.BulkResponse<java.lang.String>",
                                            "update(java.util.List<" + one + ">)")}, "BulkResponse", 200, update});
    routes.push_back({"POST", path + "/validate", "metadata", "Check a workflow definition", {},
        RouteBody {"WorkflowDef", signature("void", "validate(" + one + ")")}, {}, 200, validate});
    routes.push_back({"GET", path, "metadata", "All versions of all workflow definitions", {queryParameter("classifier")}, {},
        "List<WorkflowDef>", 200, listAll});
    routes.push_back({"GET", path + "/latest-versions", "metadata", "The latest version of each workflow definition", {}, {},
        "List<WorkflowDef>", 200, [](const RouteCall& call) {
            using All = std::vector<WorkflowDefPtr>;
            call.conductor().metadata().workflows(true, call.reply<All>([](const RouteCall& to, const All& all) { to.json(asArray(all)); }));
        }});
    routes.push_back({"GET", path + "/names", "metadata", "The names of all workflow definitions", {}, {}, "List<String>", 200, names});
    routes.push_back({"GET", path + "/names-and-versions", "metadata", "The versions of all workflow definitions by name", {}, {},
        "Map<List<WorkflowDefSummary>>", 200, namesAndVersions});
    routes.push_back({"GET", path + "/{name}", "metadata", "A workflow definition: that version, or the latest",
        {pathParameter("name"), queryParameter("version", "Integer")}, {}, "WorkflowDef", 200, [](const RouteCall& call) {
            call.conductor().metadata().workflow(call.text("name"), call.version("version"), call.reply<WorkflowDefPtr>(
                [](const RouteCall& to, const WorkflowDefPtr& definition) { to.json(toValue(*definition)); }));
        }});
    routes.push_back({"GET", path + "/{name}/versions", "metadata", "The versions of a workflow definition", {pathParameter("name")}, {},
        "List<WorkflowDefSummary>", 200, versions});
    routes.push_back({"DELETE", path + "/{name}/{version}", "metadata", "Remove a version of a workflow definition",
        {pathParameter("name"), pathParameter("version", "Integer")}, {}, {}, 200, [](const RouteCall& call) {
            call.conductor().metadata().removeWorkflow(call.text("name"), call.version("version").value_or(0), call.done());
        }});
    addTaskDefinitionRoutes(routes);
}

}  // namespace baton
