// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/ids.h"
#include "engine/conductor/port/wire.h"
#include "engine/server/routegroups.h"

// Queues, who polls them, and the search for tasks.

namespace baton {
namespace {

const std::string kPath = "/api/tasks";
using Sizes = std::vector<QueueSize>;

Value sizesByName(const Sizes& sizes, bool verbose)
{
    ObjectBuilder answer(sizes.size());
    for (const QueueSize& queue : sizes) {
        const Value size(queue.waiting);
        answer.set(queue.name.view(), verbose ? Value::object({{"a", Value::object({{"size", size}, {"uacked", 0}})}}) : size);
    }
    return std::move(answer).build();
}

void sizes(const RouteCall& call)
{
    const std::vector<Text> names = call.list("taskType");
    if (call.parameter("taskType").isNull())
        return call.error({ErrorCode::Internal, "Cannot invoke \"java.util.List.iterator()\" because \"taskDefNames\" is null"});
    if (names.empty())
        return call.json(Value::object());
    call.conductor().tasks().queueSizes(names, call.reply<Sizes>(
        [](const RouteCall& to, const Sizes& found) { to.json(sizesByName(found, false)); }));
}

void size(const RouteCall& call)
{
    const Text name = queueName(call.text("domain"), call.text("taskType"), call.text("executionNamespace"), call.text("isolationGroupId"));
    call.conductor().tasks().queueSizes({name}, call.reply<Sizes>([](const RouteCall& to, const Sizes& found) {
        to.json(found.empty() ? Value(0) : Value(found.front().waiting));
    }));
}

void allSizes(const RouteCall& call, bool verbose)
{
    call.conductor().tasks().queueSizes({}, call.reply<Sizes>(
        [verbose](const RouteCall& to, const Sizes& found) { to.json(sizesByName(found, verbose)); }));
}

void pollData(const RouteCall& call)
{
    using All = std::vector<PollData>;
    call.conductor().tasks().pollData(call.text("taskType"), call.reply<All>([](const RouteCall& to, const All& all) {
        std::vector<Value> items;
        for (const PollData& data : all)
            items.push_back(toWire(data));
        to.json(Value::array(std::move(items)));
    }));
}

void search(const RouteCall& call, bool whole)
{
    using Found = Page<TaskView>;
    call.conductor().tasks().search(call.searchRequest(), call.reply<Found>([whole](const RouteCall& to, const Found& page) {
        std::vector<Value> items;
        for (const TaskView& view : page.results)
            items.push_back(whole ? toWire(view, to.now()) : taskSummary(view));
        to.json(Value::object({{"totalHits", page.totalHits}, {"results", Value::array(std::move(items))}}));
    }));
}

bool isOneOf(const Text& word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word.view()) != words.end();
}

}  // namespace

std::vector<RouteParameter> storageLocationParameters()
{
    return {requiredParameter("path"), requiredParameter("operation"), requiredParameter("payloadType")};
}

void answerStorageLocation(const RouteCall& call)
{
    const Text operation = call.text("operation");
    const Text type = call.text("payloadType");
    if (!isOneOf(operation, {"READ", "WRITE"}) || !isOneOf(type, {"WORKFLOW_INPUT", "WORKFLOW_OUTPUT", "TASK_INPUT", "TASK_OUTPUT"}))
        return call.error({ErrorCode::InvalidArgument, "Invalid input - Operation: " + operation.str() + ", PayloadType: " + type.str()});
    call.json(Value::object({{"path", call.text("path").str() + RandomIdSource().nextId() + ".json"}}));
}

void addTaskQueueRoutes(std::vector<Route>& routes)
{
    routes.push_back({"GET", kPath + "/queue/sizes", "tasks", "How many tasks wait in these queues", {queryParameter("taskType", "List<String>")}, {},
        "Map<int>", 200, sizes});
    routes.push_back({"GET", kPath + "/queue/size", "tasks", "How many tasks wait in a queue",
        {requiredParameter("taskType"), queryParameter("domain"), queryParameter("isolationGroupId"), queryParameter("executionNamespace")}, {},
        "int", 200, size});
    routes.push_back({"GET", kPath + "/queue/all", "tasks", "How many tasks wait in each queue", {}, {}, "Map<long>", 200,
        [](const RouteCall& call) { allSizes(call, false); }});
    routes.push_back({"GET", kPath + "/queue/all/verbose", "tasks", "The same, shard by shard", {}, {}, "Map<Map<Map<long>>>", 200,
        [](const RouteCall& call) { allSizes(call, true); }});
    routes.push_back({"GET", kPath + "/queue/polldata", "tasks", "Who has polled a task type", {requiredParameter("taskType")}, {},
        "List<PollData>", 200, pollData});
    routes.push_back({"GET", kPath + "/queue/polldata/all", "tasks", "Who has polled", {}, {}, "List<PollData>", 200, pollData});
    routes.push_back({"POST", kPath + "/queue/requeue/{taskType}", "tasks", "Put waiting tasks back into their queue", {pathParameter("taskType")}, {},
        "text", 200, [](const RouteCall& call) {
            call.conductor().tasks().requeue(call.text("taskType"), call.reply<std::int64_t>(
                [](const RouteCall& to, std::int64_t count) { to.plain(std::to_string(count)); }));
        }});
    routes.push_back({"GET", kPath + "/search", "tasks", "Search for tasks", searchParameters(false), {}, "SearchResultTaskSummary", 200,
        [](const RouteCall& call) { search(call, false); }});
    routes.push_back({"GET", kPath + "/search-v2", "tasks", "Search for tasks; answers them whole", searchParameters(false), {}, "SearchResultTask", 200,
        [](const RouteCall& call) { search(call, true); }});
    for (const std::string_view name : {"externalstoragelocation", "external-storage-location"})
        routes.push_back({"GET", kPath + "/" + std::string(name), "tasks", "Where a large payload would be stored", storageLocationParameters(), {},
            "ExternalStorageLocation", 200, answerStorageLocation});
}

}  // namespace baton
