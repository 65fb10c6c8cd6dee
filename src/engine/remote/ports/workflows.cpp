// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/model/codec.h"
#include "engine/remote/ports/reading.h"
#include "engine/remote/ports/remoteports.h"

#include <algorithm>

namespace baton {
namespace {

Result<Value> asItIs(const Value& json)
{
    return json;
}

// The server binds these from the query, where there is only text.
Status withMap(ApiRequest& request, std::string_view name, const Value& map)
{
    for (const Member& member : map.members()) {
        if (!member.value.isText()) {
            return Error {ErrorCode::Unsupported, "the REST interface of a server can only set texts when it skips a task", {},
                          std::string(name) + '.' + member.key.str(), 0, 0, "give a text, or complete the task instead"};
        }
        request.with(std::string(name) + '[' + member.key.str() + ']', member.value.asText());
    }
    return {};
}

ApiRequest bulkOf(const BulkRequest& bulk)
{
    using Action = BulkRequest::Action;
    std::vector<Value> ids(bulk.ids.begin(), bulk.ids.end());
    const Value body = Value::array(std::move(ids));
    const auto make = [&body](const char* method, const char* uri) { return ApiRequest(method, uri).json(body); };
    switch (bulk.action) {
    case Action::Pause: return make("PUT", "/workflow/bulk/pause");
    case Action::Resume: return make("PUT", "/workflow/bulk/resume").once();
    case Action::Restart: return make("POST", "/workflow/bulk/restart").withFlag("useLatestDefinitions", bulk.useLatestDefinitions).once();
    case Action::Retry: return make("POST", "/workflow/bulk/retry").once();
    case Action::Terminate: return make("POST", "/workflow/bulk/terminate").withAny("reason", bulk.reason);
    case Action::Remove: return make("DELETE", "/workflow/bulk/remove").withFlag("archiveWorkflow", bulk.archive).once();
    case Action::TerminateRemove:
        return make("DELETE", "/workflow/bulk/terminate-remove").withFlag("archiveWorkflow", bulk.archive).withAny("reason", bulk.reason).once();
    }
    return make("PUT", "/workflow/bulk/pause");
}

}  // namespace

Result<ExecutionPtr> shownExecution(const Value& json)
{
    if (!json.isObject() || json["workflowId"].asText().empty())
        return notA("workflow", json);
    return executionFrom(json);
}

ApiRequest searchRequest(std::string_view uri, const SearchRequest& search)
{
    ApiRequest request("GET", uri);
    request.with("start", search.start).with("size", search.size).withAny("sort", search.sort);
    request.withAny("freeText", search.freeText).withAny("query", search.query);
    return request;
}

void RemoteWorkflows::start(StartRequest start, Reply<Text> reply)
{
    ApiRequest request("POST", "/workflow");
    request.json(toWire(start));
    if (start.idempotencyKey.empty() || start.idempotencyStrategy != "RETURN_EXISTING")
        request.once();
    ask(m_send, std::move(request), std::move(reply));
}

void RemoteWorkflows::execute(ExecuteRequest execute, Reply<Value> reply)
{
    ApiRequest request("POST", "/workflow/execute/{name}/{version}", {execute.start.name, std::to_string(execute.start.version.value_or(0))});
    std::string references;
    for (const Text& reference : execute.waitUntilTaskRefs)
        references.append(references.empty() ? "" : ",").append(reference.view());
    request.withAny("requestId", execute.requestId).withAny("waitUntilTaskRef", references);
    request.with("waitForSeconds", execute.waitForSeconds).with("returnStrategy", toText(execute.strategy));
    request.json(toWire(execute.start)).once();
    request.held(std::chrono::seconds(std::clamp<std::int64_t>(execute.waitForSeconds, 0, 86'400)));
    askJson<Value>(m_send, std::move(request), std::move(reply), &asItIs);
}

void RemoteWorkflows::test(Value test, Reply<ExecutionPtr> reply)
{
    askJson<ExecutionPtr>(m_send, ApiRequest("POST", "/workflow/test").json(test).once(), std::move(reply), &shownExecution);
}

void RemoteWorkflows::execution(Text workflowId, Reply<ExecutionPtr> reply)
{
    ApiRequest request("GET", "/workflow/{workflowId}", {workflowId});
    askJson<ExecutionPtr>(m_send, request.withFlag("includeTasks", true), std::move(reply), &shownExecution);
}

void RemoteWorkflows::correlated(Text name, std::vector<Text> correlationIds, bool includeClosed,
                                 Reply<std::map<Text, std::vector<ExecutionPtr>>> reply)
{
    using Found = std::map<Text, std::vector<ExecutionPtr>>;
    const Value ids = Value::array({correlationIds.begin(), correlationIds.end()});
    ApiRequest request("POST", "/workflow/{name}/correlated", {name});
    request.withFlag("includeClosed", includeClosed).withFlag("includeTasks", true).json(ids);
    askJson<Found>(m_send, std::move(request), std::move(reply), [correlationIds](const Value& json) -> Result<Found> {
        if (!json.isObject())
            return notA("map of executions", json);
        Found found;
        for (const Text& id : correlationIds)
            found[id];
        for (const Member& member : json.members()) {
            Result<std::vector<ExecutionPtr>> list = listFrom<ExecutionPtr>(member.value, &shownExecution);
            if (!list)
                return std::move(list).error();
            found[member.key.view()] = std::move(list).value();
        }
        return found;
    });
}

void RemoteWorkflows::running(Text name, std::optional<int> version, EpochMs from, EpochMs to, Reply<std::vector<Text>> reply)
{
    ApiRequest request("GET", "/workflow/running/{name}", {name});
    if (version)
        request.with("version", std::int64_t {*version});
    if (from != 0 && to != 0)
        request.with("startTime", from).with("endTime", to);
    askJson<std::vector<Text>>(m_send, std::move(request), std::move(reply), [](const Value& json) {
        return listFrom<Text>(json, [](const Value& id) { return id.isText() ? Result<Text>(id.toText()) : Result<Text>(notA("id", id)); });
    });
}

void RemoteWorkflows::tasks(Text workflowId, std::int64_t start, std::int64_t count, std::vector<TaskStatus> statuses,
                            Reply<Page<TaskView>> reply)
{
    ApiRequest request("GET", "/workflow/{workflowId}/tasks", {workflowId});
    request.with("start", start).with("count", count);
    for (const TaskStatus status : statuses)
        request.with("status", toText(status));
    askJson<Page<TaskView>>(m_send, std::move(request), std::move(reply),
                            [](const Value& json) { return pageFrom<TaskView>(json, &taskViewFrom); });
}

void RemoteWorkflows::search(SearchRequest search, Reply<Page<ExecutionPtr>> reply)
{
    ApiRequest request = searchRequest("/workflow/search-v2", search);
    request.withAny("classifier", search.classifier).withFlag("topLevelOnly", search.topLevelOnly);
    askJson<Page<ExecutionPtr>>(m_send, std::move(request), std::move(reply),
                                [](const Value& json) { return pageFrom<ExecutionPtr>(json, &shownExecution); });
}

void RemoteWorkflows::searchByTasks(SearchRequest search, Reply<Page<ExecutionPtr>> reply)
{
    askJson<Page<ExecutionPtr>>(m_send, searchRequest("/workflow/search-by-tasks-v2", search), std::move(reply),
                                [](const Value& json) { return pageFrom<ExecutionPtr>(json, &shownExecution); });
}

void RemoteWorkflows::decide(Text workflowId, Done done)
{
    ask(m_send, ApiRequest("PUT", "/workflow/decide/{workflowId}", {workflowId}), std::move(done));
}

void RemoteWorkflows::pause(Text workflowId, Done done)
{
    ask(m_send, ApiRequest("PUT", "/workflow/{workflowId}/pause", {workflowId}), std::move(done));
}

void RemoteWorkflows::resume(Text workflowId, Done done)
{
    ask(m_send, ApiRequest("PUT", "/workflow/{workflowId}/resume", {workflowId}).once(), std::move(done));
}

void RemoteWorkflows::terminate(Text workflowId, Text reason, Done done)
{
    ask(m_send, ApiRequest("DELETE", "/workflow/{workflowId}", {workflowId}).withAny("reason", reason), std::move(done));
}

void RemoteWorkflows::retry(Text workflowId, bool resumeSubworkflowTasks, Done done)
{
    ApiRequest request("POST", "/workflow/{workflowId}/retry", {workflowId});
    ask(m_send, request.withFlag("resumeSubworkflowTasks", resumeSubworkflowTasks).once(), std::move(done));
}

void RemoteWorkflows::rerun(Text workflowId, RerunRequest rerun, Reply<Text> reply)
{
    ask(m_send, ApiRequest("POST", "/workflow/{workflowId}/rerun", {workflowId}).json(toWire(rerun)).once(), std::move(reply));
}

void RemoteWorkflows::restart(Text workflowId, bool useLatestDefinitions, Done done)
{
    ApiRequest request("POST", "/workflow/{workflowId}/restart", {workflowId});
    ask(m_send, request.withFlag("useLatestDefinitions", useLatestDefinitions).once(), std::move(done));
}

void RemoteWorkflows::resetCallbacks(Text workflowId, Done done)
{
    ask(m_send, ApiRequest("POST", "/workflow/{workflowId}/resetcallbacks", {workflowId}), std::move(done));
}

void RemoteWorkflows::skipTask(Text workflowId, Text referenceName, Value taskInput, Value taskOutput, Done done)
{
    ApiRequest request("PUT", "/workflow/{workflowId}/skiptask/{taskReferenceName}", {workflowId, referenceName});
    if (const Status input = withMap(request, "taskInput", taskInput); !input)
        return done(input.error());
    if (const Status output = withMap(request, "taskOutput", taskOutput); !output)
        return done(output.error());
    ask(m_send, request.once(), std::move(done));
}

void RemoteWorkflows::updateVariables(Text, Value, Reply<ExecutionPtr> reply)
{
    reply(Error {ErrorCode::Unsupported, "the REST interface of a server cannot change the variables of a workflow", {}, {}, 0, 0,
                 "use a SET_VARIABLE task"});
}

void RemoteWorkflows::remove(Text workflowId, bool archive, Done done)
{
    ApiRequest request("DELETE", "/workflow/{workflowId}/remove", {workflowId});
    ask(m_send, request.withFlag("archiveWorkflow", archive).once(), std::move(done));
}

void RemoteWorkflows::bulk(BulkRequest request, Reply<BulkResult> reply)
{
    askJson<BulkResult>(m_send, bulkOf(request), std::move(reply), &bulkResultFrom);
}

}  // namespace baton
