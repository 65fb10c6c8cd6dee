// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/serveload.h"

#include "engine/model/codec.h"
#include "engine/value/json.h"

namespace baton::cli {

namespace {

Error inFile(Error error, const std::string& path)
{
    if (!error.violations.empty()) {
        error.field = error.violations.front().path;
        error.message = error.violations.front().message;
    }
    return std::move(error).in(path);
}

Status registerOne(MetadataPort& metadata, const Value& json)
{
    if (!json.isObject())
        return Error {ErrorCode::InvalidArgument, "This is no definition: an object is expected"};
    if (json.contains("tasks")) {
        Result<WorkflowDefPtr> definition = workflowDefFrom(json);
        if (!definition)
            return std::move(definition).error();
        return answerOf<void>([&](const Done& done) { metadata.registerWorkflow(std::move(definition).value(), true, done); });
    }
    Result<TaskDefPtr> definition = taskDefFrom(json);
    if (!definition)
        return std::move(definition).error();
    return answerOf<void>([&](const Done& done) { metadata.registerTasks({std::move(definition).value()}, done); });
}

}  // namespace

Result<std::size_t> loadDefinitions(MetadataPort& metadata, const std::string& path)
{
    const Result<Value> json = readJsonFile(path);
    if (!json)
        return json.error();
    std::vector<Value> definitions;
    const auto addAll = [&](const Value& list) { definitions.insert(definitions.end(), list.items().begin(), list.items().end()); };
    if (json->isArray()) {
        addAll(*json);
    } else if ((*json)["workflows"].isArray() || ((*json)["tasks"].isArray() && !json->contains("name"))) {
        addAll((*json)["tasks"]);
        addAll((*json)["workflows"]);
    } else {
        definitions.push_back(*json);
    }
    for (const Value& definition : definitions)
        if (Status done = registerOne(metadata, definition); !done)
            return inFile(std::move(done).error(), path);
    return definitions.size();
}

}  // namespace baton::cli
