// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <QTest>

namespace baton::bench {

/// Keeps every event, and the world they fold to.
class Folding final : public EventSink {
public:
    void take(const Event& event) override
    {
        events.push_back(event);
        apply(world, event);
    }
    void settled() override { rests.push_back(events.size()); }

    std::vector<Event> events;
    World world;
    std::vector<std::size_t> rests;   // how many events there were when the engine came to rest
};

inline WorkflowDefPtr workflow(std::string_view json)
{
    Result<WorkflowDefPtr> definition = workflowDefFrom(parseJson(json).value());
    if (!definition.ok())
        qFatal("%s", definition.error().oneLine().c_str());
    return *definition;
}

inline TaskDefPtr taskDef(std::string_view json)
{
    Result<TaskDefPtr> definition = taskDefFrom(parseJson(json).value());
    if (!definition.ok())
        qFatal("%s", definition.error().oneLine().c_str());
    return *definition;
}

/// An engine with fixed definitions, a virtual clock at 1000000 and a sink that folds along.
struct Bench {
    explicit Bench(const std::vector<WorkflowDefPtr>& workflows, const std::vector<TaskDefPtr>& tasks = {})
        : definitions(workflows, tasks)
    {
    }

    Text start(std::string_view name, Value input = Value::object(), int priority = 0)
    {
        StartRequest request;
        request.name = Text(name);
        request.input = std::move(input);
        request.priority = priority;
        Result<Text> id = engine.start(std::move(request));
        if (!id.ok())
            qFatal("%s", id.error().oneLine().c_str());
        return *id;
    }

    /// Performs what is the engine's own and ready.
    void work()
    {
        while (const auto item = engine.nextOwn()) {
            if (item->due > clock.now() || !engine.perform(*item).ok())
                break;
        }
    }

    std::optional<TaskRun> poll(std::string_view queue)
    {
        const auto item = engine.nextFor(queue);
        if (!item || !engine.run(item->workflowId, command::PollTask {item->slot, "worker", item->domain}).ok())
            return std::nullopt;
        return *engine.execution(item->workflowId)->task(item->slot);
    }

    void update(const Text& workflowId, const TaskRun& task, TaskStatus status, Value output = Value::object(),
                std::int64_t callback = 0)
    {
        TaskResult result;
        result.workflowInstanceId = workflowId;
        result.taskId = task.taskId;
        result.status = status;
        result.outputData = std::move(output);
        result.callbackAfterSeconds = callback;
        QVERIFY(engine.run(workflowId, command::UpdateTask {std::move(result), kNoTask}).ok());
    }

    /// Polls the queue and answers.
    bool serve(std::string_view queue, TaskStatus status = TaskStatus::Completed, Value output = Value::object())
    {
        const auto item = engine.nextFor(queue);
        const auto task = poll(queue);
        if (!task)
            return false;
        update(item->workflowId, *task, status, std::move(output));
        work();
        return true;
    }

    const Execution& execution(const Text& id) { return *engine.execution(id); }
    bool foldsToTheSame() { return sink.world.stateHash() == engine.world().stateHash(); }

    FixedDefinitions definitions;
    FixedEnvironment environment;
    Evaluators evaluators;
    SeededIdSource ids {7};
    VirtualClock clock {1'000'000};
    Folding sink;
    Engine engine {EngineContext {definitions, environment, evaluators, ids}, clock, &sink};
};

}  // namespace baton::bench
