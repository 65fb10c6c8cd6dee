// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/codec.h"
#include "engine/store/sqlitestore.h"
#include "engine/value/json.h"

#include <QTemporaryDir>
#include <QTest>

namespace baton::bench {

/// An embedded Conductor over a store, as a program would have it, asked in the synchronous form.
class Stored {
public:
    explicit Stored(const std::string& path, std::size_t mostEnded = 1000, EpochMs now = 1'000'000, OutsideCaller caller = {})
        : clock(std::make_shared<VirtualClock>(now))
    {
        auto opened = SqliteStore::open(path);
        if (!opened)
            qFatal("%s", opened.error().oneLine().c_str());
        store = std::move(opened).value();
        EmbeddedSetup setup;
        setup.clock = clock;
        setup.evaluators = [] { return Evaluators(); };
        setup.sink = store.get();
        setup.archive = store.get();
        setup.mostEnded = mostEnded;
        setup.caller = std::move(caller);
        Result<ConductorMemory> memory = store->load();
        if (!memory)
            qFatal("%s", memory.error().oneLine().c_str());
        clock->advanceTo(memory->world.now);
        conductor = std::make_unique<EmbeddedConductor>(std::move(setup));
        if (Status restored = conductor->restore(std::move(memory).value()); !restored)
            qFatal("%s", restored.error().oneLine().c_str());
    }

    Status addWorkflow(std::string_view json)
    {
        const WorkflowDefPtr definition = workflowDefFrom(parseJson(json).value()).value();
        return answerOf<void>([&](Done done) { conductor->metadata().registerWorkflow(definition, true, done); });
    }

    Text start(std::string_view name, Value input = Value::object())
    {
        StartRequest request;
        request.name = Text(name);
        request.input = std::move(input);
        return answerOf<Text>([&](auto reply) { conductor->workflows().start(request, reply); }).value();
    }

    std::vector<TaskView> poll(std::string_view type, std::int64_t count = 1)
    {
        PollRequest request {Text(type), "me", {}, count, 0};
        return answerOf<std::vector<TaskView>>([&](auto reply) { conductor->tasks().poll(request, reply); }).value();
    }

    Status update(const TaskView& view, TaskStatus status = TaskStatus::Completed, Value output = Value::object())
    {
        TaskResult result;
        result.workflowInstanceId = view.execution->workflowId;
        result.taskId = view.task->taskId;
        result.status = status;
        result.outputData = std::move(output);
        const auto told = answerOf<Text>([&](auto reply) { conductor->tasks().update(result, reply); });
        return told ? Status() : Status(told.error());
    }

    bool serve(std::string_view type, TaskStatus status = TaskStatus::Completed)
    {
        const std::vector<TaskView> views = poll(type);
        return !views.empty() && update(views.front(), status).ok();
    }

    ExecutionPtr execution(const Text& id)
    {
        return answerOf<ExecutionPtr>([&](auto reply) { conductor->workflows().execution(id, reply); }).valueOr(nullptr);
    }

    std::vector<Text> search(std::string_view query, std::string_view freeText = "*", std::string_view sort = {})
    {
        SearchRequest request;
        request.query = Text(query);
        request.freeText = Text(freeText);
        request.sort = Text(sort);
        const auto page = answerOf<Page<ExecutionPtr>>([&](auto reply) { conductor->workflows().search(request, reply); });
        std::vector<Text> ids;
        for (const ExecutionPtr& found : page.value().results)
            ids.push_back(found->workflowId);
        return ids;
    }

    std::shared_ptr<VirtualClock> clock;
    std::unique_ptr<SqliteStore> store;
    std::unique_ptr<EmbeddedConductor> conductor;
};

inline constexpr std::string_view kOne = R"({"name":"one","tasks":[{"name":"a","taskReferenceName":"a",
    "inputParameters":{"n":"${workflow.input.n}"}}]})";
inline constexpr std::string_view kTwo = R"({"name":"two","tasks":[{"name":"a","taskReferenceName":"a"},
    {"name":"b","taskReferenceName":"b"}]})";
inline constexpr std::string_view kParent = R"({"name":"parent","tasks":[{"name":"s","taskReferenceName":"s",
    "type":"SUB_WORKFLOW","subWorkflowParam":{"name":"one"}}]})";
inline constexpr std::string_view kWeb = R"({"name":"web","tasks":[{"name":"h","taskReferenceName":"h","type":"HTTP",
    "inputParameters":{"http_request":{"uri":"http://localhost/","method":"GET"}}}]})";
inline constexpr std::string_view kDynamic = R"({"name":"dynamic","tasks":[
    {"name":"f","taskReferenceName":"f","type":"FORK_JOIN_DYNAMIC","dynamicForkTasksParam":"tasks",
     "dynamicForkTasksInputParamName":"inputs","inputParameters":{"tasks":"${workflow.input.tasks}","inputs":{}}},
    {"name":"j","taskReferenceName":"j","type":"JOIN"},
    {"name":"b","taskReferenceName":"b"}]})";

}  // namespace baton::bench
