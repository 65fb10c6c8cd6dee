// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/ports/reading.h"
#include "engine/remote/ports/remoteports.h"

#include <algorithm>

// Event handlers, schedules and the server itself.

namespace baton {
namespace {

Result<Value> object(const Value& json)
{
    return json.isObject() ? Result<Value>(json) : Result<Value>(notA("object", json));
}

std::vector<Value> byName(std::vector<Value> list)
{
    std::stable_sort(list.begin(), list.end(), [](const Value& a, const Value& b) { return a["name"].asText() < b["name"].asText(); });
    return list;
}

}  // namespace

void RemoteEvents::addHandler(Value handler, Done done)
{
    ask(m_send, ApiRequest("POST", "/event").json(handler).once(), std::move(done));
}

void RemoteEvents::updateHandler(Value handler, Done done)
{
    ask(m_send, ApiRequest("PUT", "/event").json(handler), std::move(done));
}

void RemoteEvents::removeHandler(Text name, Done done)
{
    ask(m_send, ApiRequest("DELETE", "/event/{name}", {name}).once(), std::move(done));
}

void RemoteEvents::handlers(Text event, bool activeOnly, Reply<std::vector<Value>> reply)
{
    using Handlers = std::vector<Value>;
    ApiRequest request = event.empty() ? ApiRequest("GET", "/event") : ApiRequest("GET", "/event/{event}", {event});
    if (!event.empty())
        request.withFlag("activeOnly", activeOnly);
    askJson<Handlers>(m_send, std::move(request), std::move(reply), [activeOnly](const Value& json) -> Result<Handlers> {
        Result<Handlers> list = listFrom<Value>(json, &object);
        if (!list)
            return list;
        if (activeOnly)
            std::erase_if(*list, [](const Value& handler) { return !handler["active"].asBool(); });
        return byName(std::move(list).value());
    });
}

void RemoteEvents::publish(Text, Value, Done done)
{
    done(Error {ErrorCode::Unsupported, "the REST interface of a server takes no events from outside", {}, {}, 0, 0,
                "send the message to the queue that the event handler listens to"});
}

void RemoteSchedules::save(Value schedule, Reply<Value> reply)
{
    askJson<Value>(m_send, ApiRequest("POST", "/scheduler/schedules").json(schedule), std::move(reply), &object);
}

void RemoteSchedules::schedule(Text name, Reply<Value> reply)
{
    askJson<Value>(m_send, ApiRequest("GET", "/scheduler/schedules/{name}", {name}), std::move(reply), &object);
}

void RemoteSchedules::schedules(Text workflowName, Reply<std::vector<Value>> reply)
{
    using List = std::vector<Value>;
    ApiRequest request("GET", "/scheduler/schedules");
    askJson<List>(m_send, request.withAny("workflowName", workflowName), std::move(reply), [](const Value& json) -> Result<List> {
        Result<List> list = listFrom<Value>(json, &object);
        return list ? Result<List>(byName(std::move(list).value())) : std::move(list);
    });
}

void RemoteSchedules::search(ScheduleSearch search, Reply<Page<Value>> reply)
{
    ApiRequest request("GET", "/scheduler/schedules/search");
    request.withAny("workflowName", search.workflowName).withAny("scheduleName", search.scheduleName);
    if (search.paused)
        request.withFlag("paused", *search.paused);
    request.with("start", search.start).with("size", search.size);
    askJson<Page<Value>>(m_send, std::move(request), std::move(reply), [](const Value& json) { return pageFrom<Value>(json, &object); });
}

void RemoteSchedules::remove(Text name, Done done)
{
    ask(m_send, ApiRequest("DELETE", "/scheduler/schedules/{name}", {name}), std::move(done));
}

void RemoteSchedules::setPaused(Text name, bool paused, Text reason, Done done)
{
    if (paused) {
        ask(m_send, ApiRequest("PUT", "/scheduler/schedules/{name}/pause", {name}).withAny("reason", reason), std::move(done));
        return;
    }
    ask(m_send, ApiRequest("PUT", "/scheduler/schedules/{name}/resume", {name}).once(), std::move(done));
}

void RemoteSchedules::setRunning(bool running, Done done)
{
    ask(m_send, ApiRequest("GET", running ? "/scheduler/admin/resume" : "/scheduler/admin/pause"), std::move(done));
}

void RemoteSchedules::nextRuns(Text cronExpression, Text zone, EpochMs from, EpochMs to, int limit,
                               Reply<std::vector<EpochMs>> reply)
{
    using Moments = std::vector<EpochMs>;
    if (!zone.empty() && zone != "UTC" && zone != "Z") {
        reply(Error {ErrorCode::Unsupported, "the REST interface of a server tells the next runs in UTC only", {}, {}, 0, 0, "leave the zone out"});
        return;
    }
    ApiRequest request("GET", "/scheduler/nextFewSchedules");
    request.with("cronExpression", cronExpression).with("limit", std::int64_t {limit});
    if (from != 0)
        request.with("scheduleStartTime", from);
    if (to != 0)
        request.with("scheduleEndTime", to);
    askJson<Moments>(m_send, std::move(request), std::move(reply), [](const Value& json) {
        return listFrom<EpochMs>(json, [](const Value& moment) {
            return moment.isNumber() ? Result<EpochMs>(moment.asInteger()) : Result<EpochMs>(notA("moment", moment));
        });
    });
}

void RemoteSchedules::executions(SearchRequest search, Reply<Page<Value>> reply)
{
    askJson<Page<Value>>(m_send, searchRequest("/scheduler/search/executions", search), std::move(reply),
                         [](const Value& json) { return pageFrom<Value>(json, &object); });
}

void RemoteAdmin::configuration(Reply<Value> reply)
{
    askJson<Value>(m_send, ApiRequest("GET", "/admin/config"), std::move(reply), &object);
}

void RemoteAdmin::version(Reply<Text> reply)
{
    ask(m_send, ApiRequest("GET", "/version"), std::move(reply));
}

void RemoteAdmin::isHealthy(Reply<bool> reply)
{
    askJson<bool>(m_send, ApiRequest("GET", "/health"), std::move(reply), [](const Value& json) -> Result<bool> {
        const Value& healthy = json["healthy"];
        return healthy.isBool() ? Result<bool>(healthy.asBool()) : Result<bool>(notA("health report", json));
    });
}

void RemoteAdmin::secretNames(Reply<std::vector<Text>> reply)
{
    askJson<std::vector<Text>>(m_send, ApiRequest("GET", "/secrets"), std::move(reply), [](const Value& json) {
        return listFrom<Text>(json, [](const Value& name) { return name.isText() ? Result<Text>(name.toText()) : Result<Text>(notA("name", name)); });
    });
}

void RemoteAdmin::environment(Reply<Value> reply)
{
    askJson<Value>(m_send, ApiRequest("GET", "/environment"), std::move(reply), [](const Value& json) -> Result<Value> {
        if (!json.isArray())
            return notA("list of variables", json);
        ObjectBuilder variables;
        for (const Value& one : json.items())
            variables.set(one["name"].asText(), one["value"]);
        return std::move(variables).build();
    });
}

void RemoteAdmin::requeueSweep(Text workflowId, Reply<bool> reply)
{
    ask(m_send, ApiRequest("POST", "/admin/sweep/requeue/{workflowId}", {workflowId}), [reply = std::move(reply)](Result<Text> text) {
        if (!text)
            return reply(std::move(text).error());
        reply(text->view().starts_with("true"));
    });
}

}  // namespace baton
