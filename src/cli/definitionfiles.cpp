// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/definitionfiles.h"

#include "cli/textfile.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace baton::cli {

namespace {

EpochMs writtenAt(const std::string& path)
{
    std::error_code fault;
    const auto time = std::filesystem::last_write_time(path, fault);
    if (fault)
        return 0;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time).time_since_epoch()).count();
}

bool isWorkflow(const Value& json)
{
    return json.isObject() && json.contains("tasks") && json.contains("name");
}

Status take(RegistrationRequest& request, const Value& json, const std::string& path, const std::string& place)
{
    if (!json.isObject())
        return Error {ErrorCode::InvalidArgument, "this is no definition: an object is expected", path, place};
    const auto placed = [&](Error error) {
        error.field = error.field.empty() || place.empty() ? place + error.field : place + '.' + error.field;
        return std::move(error).in(path);
    };
    if (isWorkflow(json)) {
        Result<WorkflowDefPtr> definition = workflowDefFrom(json);
        if (!definition)
            return placed(std::move(definition).error());
        request.workflows.push_back({std::move(definition).value(), {}, writtenAt(path)});
        return {};
    }
    Result<TaskDefPtr> definition = taskDefFrom(json);
    if (!definition)
        return placed(std::move(definition).error());
    if ((*definition)->name.empty())
        return Error {ErrorCode::InvalidArgument, "a task definition has no name", path, place, 0, 0, "give it the name of its tasks"};
    request.tasks.push_back(std::move(definition).value());
    request.tasksWrittenAt = std::max(request.tasksWrittenAt, writtenAt(path));
    return {};
}

Status takeAll(RegistrationRequest& request, const Value& list, const std::string& path, const std::string& place)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (Status taken = take(request, list.at(i), path, place + '[' + std::to_string(i) + ']'); !taken)
            return taken;
    }
    return {};
}

Status takeFile(RegistrationRequest& request, const std::string& path)
{
    const Result<std::string> text = readTextFile(path);
    if (!text)
        return text.error();
    const Result<Value> json = parseJson(*text);
    if (!json)
        return Error(json.error()).in(path);
    if (json->isArray())
        return takeAll(request, *json, path, {});
    if (!isWorkflow(*json) && ((*json)["workflows"].isArray() || (*json)["tasks"].isArray())) {
        Status tasks = takeAll(request, (*json)["tasks"], path, "tasks");
        return tasks.ok() ? takeAll(request, (*json)["workflows"], path, "workflows") : tasks;
    }
    if (!isWorkflow(*json))
        return take(request, *json, path, {});
    Result<CheckedDefinition> checked = checkText(*text, path);
    if (!checked)
        return std::move(checked).error();
    request.workflows.push_back({checked->definition, std::move(checked->findings), writtenAt(path)});
    return {};
}

}  // namespace

Result<RegistrationRequest> readDefinitionFiles(const std::vector<std::string>& paths)
{
    RegistrationRequest request;
    for (const std::string& path : paths) {
        if (Status taken = takeFile(request, path); !taken)
            return std::move(taken).error();
    }
    return request;
}

}  // namespace baton::cli
