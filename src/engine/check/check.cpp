// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/check/check.h"

#include "engine/check/checksheet.h"
#include "engine/config/yaml.h"
#include "engine/expression/template.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <algorithm>

namespace baton {

namespace {

struct Pending {
    const TaskList* list;
    std::string field;
    bool topLevel;
    bool insideLoop;
};

void pushChildren(std::vector<Pending>& pending, const WorkflowTask& task, const std::string& field, bool insideLoop)
{
    const bool loop = insideLoop || task.type == "DO_WHILE";
    for (const DecisionCase& one : task.decisionCases)
        pending.push_back({&one.tasks, field + ".decisionCases." + one.value.str(), false, loop});
    pending.push_back({&task.defaultCase, field + ".defaultCase", false, loop});
    for (std::size_t i = 0; i < task.forkTasks.size(); ++i)
        pending.push_back({&task.forkTasks[i], field + ".forkTasks[" + std::to_string(i) + "]", false, loop});
    pending.push_back({&task.loopOver, field + ".loopOver", false, loop});
}

template <typename Visit>
void forEachTask(const WorkflowDef& definition, Visit visit)
{
    std::vector<Pending> pending {{&definition.tasks, "tasks", true, false}};
    while (!pending.empty()) {
        const Pending here = std::move(pending.back());
        pending.pop_back();
        for (std::size_t i = 0; i < here.list->size(); ++i) {
            const WorkflowTask& task = *(*here.list)[i];
            const std::string field = here.field + "[" + std::to_string(i) + "]";
            const WorkflowTask* next = i + 1 < here.list->size() ? (*here.list)[i + 1].get() : nullptr;
            visit(TaskPlace {task, field, here.topLevel, here.insideLoop, next});
            pushChildren(pending, task, field, here.insideLoop);
        }
    }
}

void checkHead(CheckSheet& sheet, const std::vector<Text>& knownWorkflows)
{
    const WorkflowDef& definition = sheet.definition;
    if (definition.name.empty())
        sheet.add(Severity::Error, "no-name", "name", "the workflow has no name", "give it one");
    if (definition.tasks.empty())
        sheet.add(Severity::Error, "no-tasks", "tasks", "the workflow has no tasks", "add at least one task");
    if (definition.schemaVersion != 2)
        sheet.add(Severity::Error, "schema-version", "schemaVersion", "the server takes schemaVersion 2 only", "write 2");
    const Text& failure = definition.failureWorkflow;
    const bool known = std::find(knownWorkflows.begin(), knownWorkflows.end(), failure) != knownWorkflows.end();
    if (!failure.empty() && !failure.view().starts_with("$") && !known)
        sheet.add(Severity::Note, "failure-workflow", "failureWorkflow",
                  "the failure workflow '" + failure.str() + "' is not among the definitions given",
                  "register it before the first failure");
    for (const Member& member : definition.unknownFields.members())
        sheet.add(Severity::Warning, "dropped-field", member.key.str(), "the server drops this field silently",
                  "put it under metadata if it must survive");
}

void checkOutputs(CheckSheet& sheet)
{
    for (const auto& reference : Template(sheet.definition.outputParameters).references()) {
        const auto dot = reference.expression.find_first_of(".[");
        const std::string root = reference.expression.substr(0, dot);
        const std::string field = "outputParameters." + reference.where;
        if (root == "workflow") {
            if (reference.expression.starts_with("workflow.output"))
                sheet.add(Severity::Warning, "null-output", field,
                          "${" + reference.expression + "} is null: the workflow's output is not there yet while it is made",
                          "take the value from a task's output");
            continue;
        }
        if (!sheet.fieldOfReference.contains(root))
            sheet.add(Severity::Warning, "unknown-reference", field, "no task is called '" + root + "', so this is null at run time",
                      "use a taskReferenceName of this workflow");
    }
}

int rank(const Finding& finding) { return static_cast<int>(finding.severity); }

}  // namespace

std::string_view toText(Severity severity) noexcept
{
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

void CheckSheet::add(Severity severity, std::string code, std::string field, std::string message, std::string hint)
{
    findings.push_back({severity, std::move(code),
                        Error {ErrorCode::InvalidArgument, std::move(message), {}, std::move(field), 0, 0, std::move(hint)}});
}

std::vector<Finding> checkWorkflow(const WorkflowDef& definition, const std::vector<Text>& knownWorkflows)
{
    CheckSheet sheet {definition, {}, {}};
    forEachTask(definition, [&](const TaskPlace& place) {
        const auto [at, isNew] = sheet.fieldOfReference.emplace(place.task.taskReferenceName.str(), place.field);
        if (!isNew && !place.task.taskReferenceName.empty())
            sheet.add(Severity::Error, "duplicate-reference", place.field + ".taskReferenceName",
                      "the reference name '" + place.task.taskReferenceName.str() + "' is taken already by " + at->second,
                      "give each task a reference name of its own");
    });
    checkHead(sheet, knownWorkflows);
    forEachTask(definition, [&](const TaskPlace& place) { checkTask(sheet, place); });
    checkOutputs(sheet);
    std::stable_sort(sheet.findings.begin(), sheet.findings.end(), [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
    return std::move(sheet.findings);
}

Result<CheckedDefinition> checkText(std::string_view json, const std::string& source, const std::vector<Text>& knownWorkflows)
{
    const auto value = parseJson(json);
    if (!value)
        return Error(value.error()).in(source);
    const auto positions = parseYaml(json, source);   // JSON is YAML: it knows on which line each part stands
    const auto place = [&](Error error) {
        error.source = source;
        const auto path = Path::parse(error.field);
        if (error.line == 0 && positions && path)
            error.line = positions->positionOf(*path).line;
        return error;
    };
    const auto definition = workflowDefFrom(*value);
    if (!definition)
        return place(definition.error());
    CheckedDefinition checked {*definition, checkWorkflow(**definition, knownWorkflows)};
    for (Finding& finding : checked.findings)
        finding.what = place(std::move(finding.what));
    return checked;
}

}  // namespace baton
