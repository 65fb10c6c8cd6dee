// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <QTest>

#include <map>

namespace baton::bench {

/// Keeps what a store would keep.
class Keeping final : public ConductorSink {
public:
    void take(const Event& event) override { apply(memory.world, event); }
    void settled() override { ++rests; }
    void keep(std::string_view kind, std::string_view key, const Value& document) override
    {
        documents[std::string(kind) + ':' + std::string(key)] = document;
    }

    /// As a new start would find it.
    [[nodiscard]] ConductorMemory remembered() const
    {
        ConductorMemory result = memory;
        for (const auto& [key, document] : documents) {
            if (document.isNull())
                continue;
            if (key.starts_with("workflow:"))
                result.workflows.push_back(document);
            else if (key.starts_with("task:"))
                result.tasks.push_back(document);
            else if (key.starts_with("handler:"))
                result.handlers.push_back(document);
            else if (key.starts_with("schedule:"))
                result.schedules.push_back(document);
            else if (key.starts_with("scheduleRun:"))
                result.scheduleRuns.push_back(document);
        }
        return result;
    }

    ConductorMemory memory;
    std::map<std::string, Value> documents;
    int rests = 0;
};

/// An embedded Conductor on a virtual clock, without scripts, asked in the synchronous form.
struct Embedded {
    explicit Embedded(EmbeddedSetup given = {}) : conductor(prepared(std::move(given))) { }

    EmbeddedSetup prepared(EmbeddedSetup setup)
    {
        setup.clock = clock;
        setup.ids = std::make_shared<SeededIdSource>(3);
        if (!setup.evaluators)
            setup.evaluators = [] { return Evaluators(); };
        setup.sink = &sink;
        return setup;
    }

    Status addWorkflow(std::string_view json, bool overwrite = false)
    {
        const Result<WorkflowDefPtr> definition = workflowDefFrom(parseJson(json).value());
        if (!definition.ok())
            return definition.error();
        return answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(*definition, overwrite, done); });
    }

    Status addTask(std::string_view json)
    {
        const TaskDefPtr definition = taskDefFrom(parseJson(json).value()).value();
        return answerOf<void>([&](Done done) { conductor.metadata().registerTasks({definition}, done); });
    }

    Result<Text> start(std::string_view name, Value input = Value::object())
    {
        StartRequest request;
        request.name = Text(name);
        request.input = std::move(input);
        return answerOf<Text>([&](Reply<Text> reply) { conductor.workflows().start(request, reply); });
    }

    std::vector<TaskView> poll(std::string_view type, std::int64_t count = 1, std::string_view domain = {})
    {
        PollRequest request {Text(type), "me", Text(domain), count, 0};
        return answerOf<std::vector<TaskView>>([&](auto reply) { conductor.tasks().poll(request, reply); }).value();
    }

    Result<Text> update(const TaskView& view, TaskStatus status, Value output = Value::object())
    {
        return answerOf<Text>([&](Reply<Text> reply) { conductor.tasks().update(resultFor(view, status, output), reply); });
    }

    static TaskResult resultFor(const TaskView& view, TaskStatus status, Value output = Value::object())
    {
        TaskResult result;
        result.workflowInstanceId = view.execution->workflowId;
        result.taskId = view.task->taskId;
        result.status = status;
        result.outputData = std::move(output);
        result.workerId = "me";
        return result;
    }

    bool serve(std::string_view type, TaskStatus status = TaskStatus::Completed, Value output = Value::object())
    {
        const std::vector<TaskView> views = poll(type);
        return !views.empty() && update(views.front(), status, std::move(output)).ok();
    }

    ExecutionPtr execution(const Text& id)
    {
        return answerOf<ExecutionPtr>([&](auto reply) { conductor.workflows().execution(id, reply); }).valueOr(nullptr);
    }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(1'000'000);
    Keeping sink;
    EmbeddedConductor conductor;
};

inline constexpr std::string_view kOne = R"({"name":"one","tasks":[{"name":"a","taskReferenceName":"a"}]})";
inline constexpr std::string_view kWait = R"({"name":"wait","tasks":[{"name":"w","taskReferenceName":"w","type":"WAIT"}],
    "outputParameters":{"v":"${w.output.v}"}})";

}  // namespace baton::bench
