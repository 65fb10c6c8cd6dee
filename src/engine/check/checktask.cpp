// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/check/checksheet.h"
#include "engine/conductor/decider.h"
#include "engine/expression/template.h"
#include "engine/value/json.h"

#include <algorithm>
#include <array>

namespace baton {

namespace {

// Settings that people write on a workflow task although the server reads them from the task definition only.
constexpr std::array<std::string_view, 14> kTaskDefSettings {
    "retryLogic", "retryDelaySeconds", "timeoutSeconds", "timeoutPolicy", "responseTimeoutSeconds", "concurrentExecLimit",
    "rateLimitPerFrequency", "rateLimitFrequencyInSeconds", "pollTimeoutSeconds", "totalTimeoutSeconds",
    "backoffScaleFactor", "maxRetryDelaySeconds", "inputTemplate", "ownerEmail"};

void checkSettings(CheckSheet& sheet, const TaskPlace& place)
{
    std::string dropped;
    for (const Member& member : place.task.unknownFields.members()) {
        const bool belongs = std::find(kTaskDefSettings.begin(), kTaskDefSettings.end(), member.key.view()) != kTaskDefSettings.end();
        if (belongs)
            dropped += (dropped.empty() ? "" : ", ") + member.key.str();
        else
            sheet.add(Severity::Warning, "dropped-field", place.field + "." + member.key.str(), "the server drops this field silently",
                      "put it under metadata if it must survive");
    }
    if (!dropped.empty())
        sheet.add(Severity::Warning, "settings-on-task", place.field,
                  "the server drops " + dropped + " here silently: they belong in the task definition '" + place.task.name.str() + "'",
                  "move them into a task definition of that name");
    const auto response = place.task.unknownFields["responseTimeoutSeconds"].asInteger();
    const auto timeout = place.task.unknownFields["timeoutSeconds"].asInteger();
    if (timeout > 0 && response > timeout)
        sheet.add(Severity::Warning, "response-timeout", place.field + ".responseTimeoutSeconds",
                  "as a task definition it would be refused: responseTimeoutSeconds " + std::to_string(response)
                      + " must be less than timeoutSeconds " + std::to_string(timeout),
                  "lower responseTimeoutSeconds below timeoutSeconds");
}

void require(CheckSheet& sheet, const TaskPlace& place, bool there, std::string_view field)
{
    if (there)
        return;
    sheet.add(Severity::Error, "missing-field", place.field + "." + std::string(field),
              std::string(field) + " is required for a task of type " + place.task.type.str(), "add it");
}

void checkSwitch(CheckSheet& sheet, const TaskPlace& place)
{
    const WorkflowTask& task = place.task;
    require(sheet, place, !task.decisionCases.empty(), "decisionCases");
    if (task.type == "DECISION")
        return require(sheet, place, !task.caseValueParam.empty() || !task.caseExpression.empty(), "caseValueParam");
    require(sheet, place, !task.evaluatorType.empty(), "evaluatorType");
    require(sheet, place, !task.expression.empty(), "expression");
    const bool param = task.evaluatorType == "value-param";
    if (param && !task.expression.empty() && !task.inputParameters.contains(Key(task.expression.view())))
        sheet.add(Severity::Warning, "switch-parameter", place.field + ".expression",
                  "'" + task.expression.str() + "' is no input parameter of this task, so the case is always null",
                  "value-param takes the name of an input parameter, not an expression");
}

void checkJoinOn(CheckSheet& sheet, const TaskPlace& place)
{
    for (std::size_t i = 0; i < place.task.joinOn.size(); ++i)
        if (!sheet.fieldOfReference.contains(place.task.joinOn[i].view()))
            sheet.add(Severity::Error, "join-never-completes", place.field + ".joinOn[" + std::to_string(i) + "]",
                      "no task is called '" + place.task.joinOn[i].str() + "': the JOIN waits for ever", "name tasks of its fork");
}

void checkLoop(CheckSheet& sheet, const TaskPlace& place)
{
    require(sheet, place, !place.task.loopCondition.empty(), "loopCondition");
    require(sheet, place, !place.task.loopOver.empty(), "loopOver");
    if (place.insideLoop)
        sheet.add(Severity::Error, "nested-loop", place.field, "a DO_WHILE inside a DO_WHILE never ends on the server",
                  "put the inner loop into a sub-workflow");
}

void checkFork(CheckSheet& sheet, const TaskPlace& place)
{
    if (place.task.type == "FORK_JOIN")
        require(sheet, place, !place.task.forkTasks.empty(), "forkTasks");
    if (place.next == nullptr || place.next->type != "JOIN")
        sheet.add(Severity::Error, "fork-without-join", place.field, "a fork must be followed by a task of type JOIN",
                  "add the JOIN right after it");
}

void checkTerminate(CheckSheet& sheet, const TaskPlace& place)
{
    const auto status = place.task.inputParameters["terminationStatus"].asText();
    if (status != "COMPLETED" && status != "FAILED" && status != "TERMINATED")
        sheet.add(Severity::Error, "termination-status", place.field + ".inputParameters.terminationStatus",
                  "must be COMPLETED, FAILED or TERMINATED, written out", "the server takes no expression here");
    if (place.task.optional)
        sheet.add(Severity::Error, "optional-terminate", place.field + ".optional", "a TERMINATE task cannot be optional", "leave it out");
}

void checkType(CheckSheet& sheet, const TaskPlace& place)
{
    const WorkflowTask& task = place.task;
    const auto type = task.type.view();
    const Value& input = task.inputParameters;
    if (type == "SWITCH" || type == "DECISION")
        checkSwitch(sheet, place);
    else if (type == "FORK_JOIN" || type == "FORK_JOIN_DYNAMIC")
        checkFork(sheet, place);
    else if (type == "JOIN")
        checkJoinOn(sheet, place);
    else if (type == "DO_WHILE")
        checkLoop(sheet, place);
    else if (type == "TERMINATE")
        checkTerminate(sheet, place);
    else if (type == "DYNAMIC")
        require(sheet, place, !task.dynamicTaskNameParam.empty(), "dynamicTaskNameParam");
    else if (type == "SUB_WORKFLOW")
        require(sheet, place, task.subWorkflowParam.has_value(), "subWorkflowParam");
    else if (type == "EVENT")
        require(sheet, place, !task.sink.empty(), "sink");
    else if (type == "JSON_JQ_TRANSFORM")
        require(sheet, place, input.contains("queryExpression"), "inputParameters.queryExpression");
    else if (type == "HTTP")
        require(sheet, place, input.contains("http_request") || input.contains("uri"), "inputParameters.http_request");
    else if (type == "INLINE")
        require(sheet, place, input["expression"].isText(), "inputParameters.expression");
    else if (type == "WAIT" && input.contains("duration") && input.contains("until"))
        sheet.add(Severity::Error, "wait-twice", place.field + ".inputParameters", "duration and until exclude each other", "keep one");
    else if (type != "SIMPLE" && dutyOf(type) == TaskDuty::Worker)
        sheet.add(Severity::Note, "worker-type", place.field + ".type",
                  "'" + std::string(type) + "' is no type of the server's own: workers must poll for it", "this is fine when one does");
}

void checkReferences(CheckSheet& sheet, const TaskPlace& place)
{
    for (const auto& reference : Template(place.task.inputParameters).references()) {
        const std::string root = reference.expression.substr(0, reference.expression.find_first_of(".["));
        if (root.empty() || root == "workflow" || root.starts_with("$") || root.starts_with("CPEWF_") || sheet.fieldOfReference.contains(root))
            continue;
        const bool path = root.size() < reference.expression.size();
        sheet.add(place.topLevel && path ? Severity::Error : Severity::Warning, "unknown-reference",
                  place.field + ".inputParameters." + reference.where, "no task is called '" + root + "'",
                  "use a taskReferenceName of this workflow, or workflow.input");
    }
}

}  // namespace

void checkTask(CheckSheet& sheet, const TaskPlace& place)
{
    const WorkflowTask& task = place.task;
    if (task.name.empty())
        sheet.add(Severity::Error, "no-task-name", place.field + ".name", "the task has no name", "give it one");
    if (task.taskReferenceName.empty())
        sheet.add(Severity::Error, "no-reference", place.field + ".taskReferenceName", "the task has no reference name", "give it one");
    if (place.insideLoop && task.taskReferenceName.view().find("__") != std::string_view::npos)
        sheet.add(Severity::Error, "loop-reference", place.field + ".taskReferenceName",
                  "a reference name with __ inside a loop is scheduled without end by the server", "use a single underscore");
    checkType(sheet, place);
    checkSettings(sheet, place);
    checkReferences(sheet, place);
}

}  // namespace baton
