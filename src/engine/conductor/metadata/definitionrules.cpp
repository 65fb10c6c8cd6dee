// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/definitionrules.h"

#include <algorithm>
#include <set>

namespace baton {
namespace {

std::string indexed(const std::string& path, std::size_t index)
{
    return path + '[' + std::to_string(index) + ']';
}

std::optional<std::string> shown(const Text& value)
{
    return value.empty() ? std::nullopt : std::optional(value.str());
}

bool isValidName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || std::string_view("_<>{}# \t\n\v\f\r-").find(c) != std::string_view::npos;
    });
}

void checkOwner(const Text& ownerEmail, const std::string& path, const RuleContext& context, std::vector<Violation>& violations)
{
    if (context.settings.ownerEmailMandatory && ownerEmail.empty())
        violations.push_back({path + ".ownerEmail", "ownerEmail cannot be empty"});
}

void checkUniqueness(const WorkflowDef& definition, const std::string& path, std::vector<Violation>& violations)
{
    const std::string name = definition.name.empty() ? "null" : definition.name.str();
    std::set<std::string_view> seen;
    for (const WorkflowTask* task : allTasks(definition)) {
        if (seen.insert(task->taskReferenceName.view()).second)
            continue;
        const std::string reference = task->taskReferenceName.empty() ? "null" : task->taskReferenceName.str();
        violations.push_back({path, "taskReferenceName: " + reference
                + " should be unique across tasks for a given workflowDefinition: " + name});
    }
}

struct Place {
    const WorkflowTask* task;
    std::string path;
};

void addAll(const TaskList& tasks, const std::string& path, std::vector<Place>& places)
{
    for (std::size_t i = tasks.size(); i-- > 0;) {
        if (tasks[i])
            places.push_back({tasks[i].get(), indexed(path, i)});
    }
}

// Last in, first out: children come right after their operator, in order.
void addChildren(const WorkflowTask& task, const std::string& path, std::vector<Place>& places)
{
    for (std::size_t i = task.forkTasks.size(); i-- > 0;)
        addAll(task.forkTasks[i], indexed(path + ".forkTasks", i) + ".<list element>", places);
    addAll(task.defaultCase, path + ".defaultCase", places);
    for (std::size_t i = task.decisionCases.size(); i-- > 0;) {
        const DecisionCase& decision = task.decisionCases[i];
        addAll(decision.tasks, path + ".decisionCases[" + decision.value.str() + "].<map value>", places);
    }
}

void checkTask(const WorkflowTask& task, const std::string& path, const RuleContext& context, std::vector<Violation>& violations)
{
    if (task.name.empty())
        violations.push_back({path + ".name", "WorkflowTask name cannot be empty or null"});
    if (task.taskReferenceName.empty())
        violations.push_back({path + ".taskReferenceName", "WorkflowTask taskReferenceName name cannot be empty or null"});
    if (task.startDelay < 0) {
        violations.push_back({path + ".startDelay", "must be greater than or equal to 0", std::to_string(task.startDelay)});
    }
    checkTaskType(task, path, context, violations);
}

struct Minimum {
    std::string_view field;
    std::string_view message;
    std::int64_t least;
    std::int64_t value;
};

}  // namespace

void checkDefinition(const WorkflowDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations)
{
    if (definition.name.empty())
        violations.push_back({path + ".name", "WorkflowDef name cannot be null or empty"});
    else if (context.settings.validateNames && !isValidName(definition.name)) {
        violations.push_back({path + ".name", "Invalid name '" + definition.name.str()
                + "'. Allowed characters are alphanumeric, underscores, spaces, hyphens, and special characters like "
                  "<, >, {, }, #", shown(definition.name)});
    }
    if (definition.tasks.empty())
        violations.push_back({path + ".tasks", "WorkflowTask list cannot be empty"});
    if (definition.schemaVersion != 2) {
        violations.push_back({path + ".schemaVersion", "workflowDef schemaVersion: 2 is only supported",
            std::to_string(definition.schemaVersion)});
    }
    checkOwner(definition.ownerEmail, path, context, violations);
    checkUniqueness(definition, path, violations);
    checkReferences(definition, path, context, violations);

    std::vector<Place> places;
    addAll(definition.tasks, path + ".tasks", places);
    while (!places.empty()) {
        const Place place = std::move(places.back());
        places.pop_back();
        checkTask(*place.task, place.path, context, violations);
        addChildren(*place.task, place.path, places);
    }
}

void checkDefinition(const TaskDef& definition, const std::string& path, const RuleContext& context,
                     std::vector<Violation>& violations)
{
    const auto name = [&] { return definition.name.empty() ? std::string("null") : definition.name.str(); };
    if (definition.name.empty())
        violations.push_back({path + ".name", "TaskDef name cannot be null or empty"});
    checkOwner(definition.ownerEmail, path, context, violations);
    // The messages show the bound, not the value: so does the real server.
    const Minimum minimums[] {
        {"retryCount", "TaskDef retryCount: 0 must be >= 0", 0, definition.retryCount},
        {"responseTimeoutSeconds", "TaskDef responseTimeoutSeconds: 0 should be minimum 1 second", 1,
            definition.responseTimeoutSeconds},
        {"pollTimeoutSeconds", "TaskDef pollTimeoutSeconds: 0 must be >= 0", 0, definition.pollTimeoutSeconds.value_or(0)},
        {"backoffScaleFactor", "Backoff scale factor. Applicable for LINEAR_BACKOFF", 1, definition.backoffScaleFactor},
        {"maxRetryDelaySeconds", "TaskDef maxRetryDelaySeconds: 0 must be >= 0", 0, definition.maxRetryDelaySeconds},
        {"backoffJitterMs", "TaskDef backoffJitterMs: 0 must be >= 0", 0, definition.backoffJitterMs},
        {"totalTimeoutSeconds", "TaskDef totalTimeoutSeconds: 0 must be >= 0", 0, definition.totalTimeoutSeconds},
    };
    for (const Minimum& minimum : minimums) {
        if (minimum.value < minimum.least) {
            violations.push_back({path + '.' + std::string(minimum.field), std::string(minimum.message),
                std::to_string(minimum.value)});
        }
    }
    const std::int64_t timeout = definition.timeoutSeconds;
    if (timeout > 0 && definition.responseTimeoutSeconds > timeout) {
        violations.push_back({path, "TaskDef: " + name() + " responseTimeoutSeconds: "
                + std::to_string(definition.responseTimeoutSeconds) + " must be less than timeoutSeconds: "
                + std::to_string(timeout)});
    }
    if (timeout > 0 && definition.totalTimeoutSeconds > 0 && timeout > definition.totalTimeoutSeconds) {
        violations.push_back({path, "TaskDef: " + name() + " timeoutSeconds: " + std::to_string(timeout)
                + " must be less than or equal to totalTimeoutSeconds: " + std::to_string(definition.totalTimeoutSeconds)});
    }
}

Status statusOf(std::vector<Violation> violations)
{
    if (violations.empty())
        return {};
    Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
    error.violations = std::move(violations);
    return error;
}

Error violated(std::string path, std::string message)
{
    Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
    error.violations.push_back({std::move(path), std::move(message)});
    return error;
}

}  // namespace baton
