// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/remote/ports/reading.h"
#include "engine/remote/ports/remoteports.h"

#include <algorithm>
#include <charconv>

namespace baton {
namespace {

using Views = std::vector<TaskView>;

Result<Views> viewsFrom(const Value& json)
{
    return listFrom<TaskView>(json, &taskViewFrom);
}

Value objectOr(const Value& output)
{
    return output.isObject() ? output : Value::object();
}

ApiRequest updateOf(std::string_view uri, const TaskResult& result)
{
    ApiRequest request("POST", uri);
    request.json(toWire(result)).on(result.extendLease ? Lane::Heartbeat : Lane::Update);
    // Handing a task back twice would put it on the queue again while somebody else has it.
    if (result.status == TaskStatus::InProgress && !result.extendLease)
        request.once();
    return request;
}

ApiRequest byReference(std::string_view uri, const ReferenceUpdate& update)
{
    ApiRequest request("POST", uri, {update.workflowId, update.referenceName, toText(update.status)});
    request.withAny("workerid", update.workerId).json(objectOr(update.output)).on(Lane::Update).once();
    return request;
}

}  // namespace

void RemoteTasks::poll(PollRequest poll, Reply<std::vector<TaskView>> reply)
{
    ApiRequest request("GET", "/tasks/poll/batch/{tasktype}", {poll.taskType});
    request.with("count", poll.count).with("timeout", poll.timeoutMs);
    request.withAny("workerid", poll.workerId).withAny("domain", poll.domain);
    request.on(Lane::Poll).once().attempts(1).held(std::chrono::milliseconds(std::clamp<std::int64_t>(poll.timeoutMs, 0, 60'000)));
    ask<Views>(m_send, std::move(request), std::move(reply), [](const ApiOutcome& outcome) -> Result<Views> {
        if (outcome.answer.status == 204)
            return Views();
        const Result<Value> json = jsonOf(outcome.answer, outcome.url);
        if (!json)
            return json.error();
        Result<Views> views = viewsFrom(*json);
        return views ? std::move(views) : Result<Views>(std::move(views).error().in(outcome.url));
    });
}

void RemoteTasks::update(TaskResult result, Reply<Text> reply)
{
    ask(m_send, updateOf("/tasks", result), std::move(reply));
}

void RemoteTasks::updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply)
{
    using Next = std::optional<TaskView>;
    ask<Next>(m_send, updateOf("/tasks/update-v2", result).once(), std::move(reply), [](const ApiOutcome& outcome) -> Result<Next> {
        if (outcome.answer.status == 204 || outcome.answer.body.empty())
            return Next();
        const Result<Value> json = jsonOf(outcome.answer, outcome.url);
        if (!json)
            return json.error();
        Result<TaskView> view = taskViewFrom(*json);
        return view ? Result<Next>(std::move(view).value()) : Result<Next>(std::move(view).error().in(outcome.url));
    });
}

void RemoteTasks::updateByReference(ReferenceUpdate update, Reply<Text> reply)
{
    ask(m_send, byReference("/tasks/{workflowId}/{taskRefName}/{status}", update), std::move(reply));
}

void RemoteTasks::updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply)
{
    askJson<ExecutionPtr>(m_send, byReference("/tasks/{workflowId}/{taskRefName}/{status}/sync", update), std::move(reply), &shownExecution);
}

void RemoteTasks::signal(Text workflowId, TaskStatus status, Value output, Done done)
{
    ApiRequest request("POST", "/tasks/{workflowId}/{status}/signal", {workflowId, toText(status)});
    ask(m_send, request.json(objectOr(output)).once(), std::move(done));
}

void RemoteTasks::signalAndWait(Text workflowId, TaskStatus status, Value output, ReturnStrategy strategy, std::int64_t timeoutMs,
                                Reply<Value> reply)
{
    ApiRequest request("POST", "/tasks/{workflowId}/{status}/signal/sync", {workflowId, toText(status)});
    request.with("returnStrategy", toText(strategy)).with("timeoutMillis", timeoutMs).json(objectOr(output)).once();
    request.held(std::chrono::milliseconds(std::clamp<std::int64_t>(timeoutMs, 0, 86'400'000)));
    askJson<Value>(m_send, std::move(request), std::move(reply), [](const Value& json) { return Result<Value>(json); });
}

void RemoteTasks::task(Text taskId, Reply<TaskView> reply)
{
    askJson<TaskView>(m_send, ApiRequest("GET", "/tasks/{taskId}", {taskId}), std::move(reply), &taskViewFrom);
}

void RemoteTasks::addLog(Text taskId, Text line, Done done)
{
    ask(m_send, ApiRequest("POST", "/tasks/{taskId}/log", {taskId}).text(line).once(), std::move(done));
}

void RemoteTasks::logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply)
{
    using Entries = std::vector<TaskLogEntry>;
    ask<Entries>(m_send, ApiRequest("GET", "/tasks/{taskId}/log", {taskId}), std::move(reply), [](const ApiOutcome& outcome) -> Result<Entries> {
        if (outcome.answer.status == 204 || outcome.answer.body.empty())
            return Entries();
        const Result<Value> json = jsonOf(outcome.answer, outcome.url);
        return json ? listFrom<TaskLogEntry>(*json, &logEntryFrom) : Result<Entries>(json.error());
    });
}

void RemoteTasks::search(SearchRequest request, Reply<Page<TaskView>> reply)
{
    askJson<Page<TaskView>>(m_send, searchRequest("/tasks/search-v2", request), std::move(reply),
                            [](const Value& json) { return pageFrom<TaskView>(json, &taskViewFrom); });
}

void RemoteTasks::inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply)
{
    ApiRequest request("GET", "/admin/task/{tasktype}", {taskType});
    askJson<Views>(m_send, request.with("start", start).with("count", count), std::move(reply), &viewsFrom);
}

void RemoteTasks::queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply)
{
    using Sizes = std::vector<QueueSize>;
    ApiRequest request("GET", names.empty() ? "/tasks/queue/all" : "/tasks/queue/sizes");
    for (const Text& name : names)
        request.with("taskType", name);
    askJson<Sizes>(m_send, std::move(request), std::move(reply), [names](const Value& json) -> Result<Sizes> {
        if (!json.isObject())
            return notA("map of queue sizes", json);
        const auto size = [](const Value& number) { return static_cast<std::size_t>(std::max<std::int64_t>(0, number.asInteger())); };
        Sizes sizes;
        for (const Text& name : names)
            sizes.push_back({name, size(json[name.view()])});
        if (!names.empty())
            return sizes;
        for (const Member& member : json.members())
            sizes.push_back({member.key.view(), size(member.value)});
        std::sort(sizes.begin(), sizes.end(), [](const QueueSize& a, const QueueSize& b) { return a.name < b.name; });
        return sizes;
    });
}

void RemoteTasks::pollData(Text taskType, Reply<std::vector<PollData>> reply)
{
    using All = std::vector<PollData>;
    ApiRequest request("GET", taskType.empty() ? "/tasks/queue/polldata/all" : "/tasks/queue/polldata");
    askJson<All>(m_send, request.withAny("taskType", taskType), std::move(reply),
                 [](const Value& json) { return listFrom<PollData>(json, &pollDataFrom); });
}

void RemoteTasks::requeue(Text taskType, Reply<std::int64_t> reply)
{
    ask(m_send, ApiRequest("POST", "/tasks/queue/requeue/{taskType}", {taskType}).once(), [reply = std::move(reply)](Result<Text> text) {
        if (!text)
            return reply(std::move(text).error());
        const std::string_view digits = text->view();
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (fault != std::errc() || end != digits.data() + digits.size())
            return reply(notA("count", *text));
        reply(number);
    });
}

}  // namespace baton
