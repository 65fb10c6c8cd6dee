// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/remote/ports/reading.h"
#include "engine/remote/ports/remoteports.h"

#include <algorithm>

namespace baton {
namespace {

Value listOf(const std::vector<WorkflowDefPtr>& definitions)
{
    std::vector<Value> list;
    for (const WorkflowDefPtr& definition : definitions) {
        if (definition)
            list.push_back(toValue(*definition));
    }
    return Value::array(std::move(list));
}

Error noDefinition()
{
    return {ErrorCode::InvalidArgument, "there is no definition to send"};
}

}  // namespace

void RemoteMetadata::registerWorkflow(WorkflowDefPtr definition, bool overwrite, Done done)
{
    if (!definition)
        return done(noDefinition());
    ApiRequest request("POST", "/metadata/workflow");
    request.withFlag("overwrite", overwrite).json(toValue(*definition));
    ask(m_send, overwrite ? request : request.once(), std::move(done));
}

void RemoteMetadata::updateWorkflows(std::vector<WorkflowDefPtr> definitions, Reply<BulkResult> reply)
{
    askJson<BulkResult>(m_send, ApiRequest("PUT", "/metadata/workflow").json(listOf(definitions)), std::move(reply), &bulkResultFrom);
}

void RemoteMetadata::validateWorkflow(WorkflowDefPtr definition, Done done)
{
    if (!definition)
        return done(noDefinition());
    ask(m_send, ApiRequest("POST", "/metadata/workflow/validate").json(toValue(*definition)), std::move(done));
}

void RemoteMetadata::workflow(Text name, std::optional<int> version, Reply<WorkflowDefPtr> reply)
{
    ApiRequest request("GET", "/metadata/workflow/{name}", {name});
    if (version)
        request.with("version", std::int64_t {*version});
    askJson<WorkflowDefPtr>(m_send, std::move(request), std::move(reply), &workflowDefFrom);
}

void RemoteMetadata::workflows(bool latestOnly, Reply<std::vector<WorkflowDefPtr>> reply)
{
    using Definitions = std::vector<WorkflowDefPtr>;
    const char* const uri = latestOnly ? "/metadata/workflow/latest-versions" : "/metadata/workflow";
    askJson<Definitions>(m_send, ApiRequest("GET", uri), std::move(reply), [](const Value& json) {
        Result<Definitions> list = listFrom<WorkflowDefPtr>(json, &workflowDefFrom);
        if (list) {
            std::stable_sort(list->begin(), list->end(), [](const WorkflowDefPtr& a, const WorkflowDefPtr& b) {
                return a->name == b->name ? a->version < b->version : a->name < b->name;
            });
        }
        return list;
    });
}

void RemoteMetadata::removeWorkflow(Text name, int version, Done done)
{
    ask(m_send, ApiRequest("DELETE", "/metadata/workflow/{name}/{version}", {name, std::to_string(version)}).once(), std::move(done));
}

void RemoteMetadata::registerTasks(std::vector<TaskDefPtr> definitions, Done done)
{
    std::vector<Value> list;
    for (const TaskDefPtr& definition : definitions) {
        if (definition)
            list.push_back(toValue(*definition));
    }
    ask(m_send, ApiRequest("POST", "/metadata/taskdefs").json(Value::array(std::move(list))), std::move(done));
}

void RemoteMetadata::updateTask(TaskDefPtr definition, Done done)
{
    if (!definition)
        return done(noDefinition());
    ask(m_send, ApiRequest("PUT", "/metadata/taskdefs").json(toValue(*definition)), std::move(done));
}

void RemoteMetadata::taskDefinition(Text name, Reply<TaskDefPtr> reply)
{
    askJson<TaskDefPtr>(m_send, ApiRequest("GET", "/metadata/taskdefs/{tasktype}", {name}), std::move(reply), &taskDefFrom);
}

void RemoteMetadata::taskDefinitions(Reply<std::vector<TaskDefPtr>> reply)
{
    using Definitions = std::vector<TaskDefPtr>;
    askJson<Definitions>(m_send, ApiRequest("GET", "/metadata/taskdefs"), std::move(reply), [](const Value& json) {
        Result<Definitions> list = listFrom<TaskDefPtr>(json, &taskDefFrom);
        if (list)
            std::stable_sort(list->begin(), list->end(), [](const TaskDefPtr& a, const TaskDefPtr& b) { return a->name < b->name; });
        return list;
    });
}

void RemoteMetadata::removeTask(Text name, Done done)
{
    ask(m_send, ApiRequest("DELETE", "/metadata/taskdefs/{tasktype}", {name}).once(), std::move(done));
}

}  // namespace baton
