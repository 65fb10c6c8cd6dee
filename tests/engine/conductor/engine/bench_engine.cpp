// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/engine.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

// How long an engine takes for one worker task, decide() included and without; prints one line each.
//   bench_engine [WORKFLOWS [TASKS]]

using namespace baton;

namespace {

WorkflowDefPtr chain(int tasks)
{
    std::vector<Value> list;
    for (int i = 0; i < tasks; ++i) {
        const std::string name = "task_" + std::to_string(i);
        const std::string before = i == 0 ? "${workflow.input}" : "${task_" + std::to_string(i - 1) + ".output}";
        list.push_back(Value::object({{"name", name}, {"taskReferenceName", name},
            {"inputParameters", Value::object({{"before", before}, {"id", "${workflow.input.id}"}})}}));
    }
    return workflowDefFrom(Value::object({{"name", "chain"}, {"tasks", Value::array(std::move(list))}})).value();
}

using Clk = std::chrono::steady_clock;

double nanosecondsPer(Clk::duration took, std::int64_t count)
{
    return static_cast<double>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count()) / static_cast<double>(count);
}

struct Fixture {
    explicit Fixture(int tasks) : definition(chain(tasks)), definitions({definition}, {}) { }
    WorkflowDefPtr definition;
    FixedDefinitions definitions;
    FixedEnvironment environment;
    Evaluators evaluators;
    SeededIdSource ids {1};
    VirtualClock clock {1'000'000};
    Value output = parseJson(R"({"score":700,"factors":["a","b"],"detail":{"x":1.5,"y":"text"}})").value();

    StartRequest request(int i) const
    {
        StartRequest start;
        start.name = "chain";
        start.input = Value::object({{"id", i}, {"amount", 25000.5}});
        return start;
    }
    TaskResult result(const Execution& execution, TaskSlot slot) const
    {
        TaskResult answer;
        answer.workflowInstanceId = execution.workflowId;
        answer.taskId = execution.task(slot)->taskId;
        answer.status = TaskStatus::Completed;
        answer.outputData = output;
        return answer;
    }
};

double withEngine(int workflows, int tasks)
{
    Fixture fixture(tasks);
    Engine engine({fixture.definitions, fixture.environment, fixture.evaluators, fixture.ids}, fixture.clock);
    const auto began = Clk::now();
    for (int i = 0; i < workflows; ++i) {
        const Text id = engine.start(fixture.request(i)).value();
        while (const auto item = engine.next()) {
            (void)engine.run(id, command::PollTask {item->slot, "bench", {}});
            (void)engine.run(id, command::UpdateTask {fixture.result(*engine.execution(id), item->slot), item->slot});
        }
        if (engine.execution(id)->status != WorkflowStatus::Completed)
            std::abort();
        engine.forget(id);
    }
    return nanosecondsPer(Clk::now() - began, std::int64_t {workflows} * tasks);
}

double decideOnly(int workflows, int tasks)
{
    Fixture fixture(tasks);
    EngineContext context {fixture.definitions, fixture.environment, fixture.evaluators, fixture.ids};
    const auto began = Clk::now();
    for (int i = 0; i < workflows; ++i) {
        const EpochMs now = fixture.clock.now();
        Execution state = decide(std::nullopt, command::Start {fixture.request(i)}, now, context).value().state;
        while (!state.open.empty() && state.status == WorkflowStatus::Running) {
            const TaskSlot slot = state.open.back();
            state = decide(std::move(state), command::PollTask {slot, "bench", {}}, now, context).value().state;
            TaskResult answer = fixture.result(state, slot);
            state = decide(std::move(state), command::UpdateTask {std::move(answer), slot}, now, context).value().state;
        }
        if (state.status != WorkflowStatus::Completed)
            std::abort();
    }
    return nanosecondsPer(Clk::now() - began, std::int64_t {workflows} * tasks);
}

}  // namespace

int main(int argc, char** argv)
{
    const int workflows = argc > 1 ? std::atoi(argv[1]) : 20'000;
    const int tasks = argc > 2 ? std::atoi(argv[2]) : 13;
    for (int round = 0; round < 3; ++round) {
        const double bare = decideOnly(workflows, tasks);
        const double whole = withEngine(workflows, tasks);
        std::printf("decide %.0f ns, engine %.0f ns, overhead %.0f ns a task\n", bare, whole, whole - bare);
    }
    return 0;
}
