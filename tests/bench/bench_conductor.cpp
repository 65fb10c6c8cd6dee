// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// The embedded Conductor's core by itself: no HTTP, no scripts, workers that answer at once.
// bench_conductor applications [100000] [threads, 2]     through a workflow of 13 worker tasks
// bench_conductor fork [10000]                           one fork that wide
// bench_conductor chain [3000]                           one workflow that long
// bench_conductor memory [20000]                         so many workflows at their seventh of 13 tasks
// bench_conductor embedded|store [20000] [FILE]          5 tasks each, behind its lock, without and with a store
// bench_conductor reopen FILE                            what store has left: to start, to look, to search
#include "engine/conductor/engine.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/store/sqlitestore.h"
#include "engine/value/json.h"

#include <malloc.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

using namespace baton;

namespace {

using Clk = std::chrono::steady_clock;

double secondsSince(Clk::time_point began)
{
    return std::chrono::duration<double>(Clk::now() - began).count();
}

double peakMegabytes()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

WorkflowDefPtr chain(int tasks)
{
    std::vector<Value> list;
    for (int i = 0; i < tasks; ++i) {
        const std::string name = "task_" + std::to_string(i);
        const std::string before = i == 0 ? "${workflow.input}" : "${task_" + std::to_string(i - 1) + ".output}";
        list.push_back(Value::object({{"name", name}, {"taskReferenceName", name},
            {"inputParameters", Value::object({{"before", before}, {"id", "${workflow.input.id}"}})}}));
    }
    return workflowDefFrom(Value::object({{"name", "flow"}, {"tasks", Value::array(std::move(list))}})).value();
}

WorkflowDefPtr fork(int width)
{
    std::vector<Value> branches;
    std::vector<Value> names;
    for (int i = 0; i < width; ++i) {
        const std::string name = "b" + std::to_string(i);
        branches.push_back(Value::array({Value::object({{"name", "work"}, {"taskReferenceName", name}})}));
        names.emplace_back(name);
    }
    return workflowDefFrom(Value::object({{"name", "flow"}, {"tasks", Value::array({
        Value::object({{"name", "f"}, {"taskReferenceName", "f"}, {"type", "FORK_JOIN"}, {"forkTasks", Value::array(branches)}}),
        Value::object({{"name", "j"}, {"taskReferenceName", "j"}, {"type", "JOIN"}, {"joinOn", Value::array(names)}})})}})).value();
}

/// One engine and everything it needs, with answers for every task.
struct Fixture {
    explicit Fixture(WorkflowDefPtr given) : definition(std::move(given)), definitions({definition}, {})
    {
        engine = std::make_unique<Engine>(EngineContext {definitions, environment, evaluators, ids}, clock);
    }

    Text start(int i)
    {
        StartRequest request;
        request.name = "flow";
        request.input = Value::object({{"id", i}, {"amount", 25000.5}});
        return engine->start(std::move(request)).value();
    }
    /// Performs or answers the next thing; false at rest.
    bool step()
    {
        const std::optional<WorkItem> item = engine->next();
        if (!item || item->due > clock.now())
            return false;
        if (item->kind != WorkItem::Kind::WorkerTask)
            return engine->perform(*item).ok();
        (void)engine->run(item->workflowId, command::PollTask {item->slot, "bench", {}});
        TaskResult answer;
        answer.workflowInstanceId = item->workflowId;
        answer.taskId = engine->execution(item->workflowId)->task(item->slot)->taskId;
        answer.status = TaskStatus::Completed;
        answer.outputData = output;
        (void)engine->run(item->workflowId, command::UpdateTask {std::move(answer), item->slot});
        return true;
    }

    WorkflowDefPtr definition;
    FixedDefinitions definitions;
    FixedEnvironment environment;
    Evaluators evaluators;
    SeededIdSource ids {1};
    VirtualClock clock {1'000'000};
    std::unique_ptr<Engine> engine;
    Value output = parseJson(R"({"score":700,"factors":["a","b"],"detail":{"x":1.5,"y":"text"}})").value();
};

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "bench_conductor: %s\n", what);
    std::exit(1);
}

int applications(int count, int threads)
{
    std::vector<std::uint64_t> hashes(static_cast<std::size_t>(count));
    const auto began = Clk::now();
    {
        std::vector<std::jthread> pool;
        for (int t = 0; t < threads; ++t) {
            pool.emplace_back([&, t] {
                const WorkflowDefPtr definition = chain(13);
                Fixture fixture(definition);
                for (int i = t; i < count; i += threads) {
                    fixture.ids = SeededIdSource(static_cast<std::uint64_t>(i));
                    const Text id = fixture.start(i);
                    while (fixture.step()) { }
                    const ExecutionPtr ended = fixture.engine->execution(id);
                    require(ended->status == WorkflowStatus::Completed, "an application is not complete");
                    hashes[static_cast<std::size_t>(i)] = ended->stateHash();
                    fixture.engine->forget(id);
                }
            });
        }
    }
    const double took = secondsSince(began);
    std::uint64_t all = 0;
    for (const std::uint64_t hash : hashes)
        all = all * 31 + hash;
    std::printf("applications %d, threads %d: %.2f s, %.0f a second, %.0f ns a task, hash %016llx, peak %.0f MB\n", count, threads,
        took, count / took, took * 1e9 / count / 13, static_cast<unsigned long long>(all), peakMegabytes());
    return 0;
}

int single(const char* name, const WorkflowDefPtr& definition, int tasks)
{
    Fixture fixture(definition);
    const auto began = Clk::now();
    const Text id = fixture.start(1);
    const double started = secondsSince(began);
    while (fixture.step()) { }
    const double took = secondsSince(began);
    require(fixture.engine->execution(id)->status == WorkflowStatus::Completed, "the workflow is not complete");
    std::printf("%s %d: start %.3f s, in all %.3f s, %.1f us a task, peak %.0f MB\n", name, tasks, started, took, took * 1e6 / tasks,
        peakMegabytes());
    return 0;
}

int memory(int count)
{
    Fixture fixture(chain(13));
    const auto inUse = [] { return static_cast<double>(mallinfo2().uordblks); };
    const double before = inUse();
    for (int i = 0; i < count; ++i)
        (void)fixture.start(i);
    const double started = inUse();
    for (int i = 0; i < count * 6; ++i)
        require(fixture.step(), "there is nothing to do");
    std::printf("memory of %d running workflows: %.0f bytes each just started, %.0f bytes with 6 of 13 tasks done\n", count,
        (started - before) / count, (inUse() - before) / count);
    return 0;
}

int embedded(int count, const char* file)
{
    std::unique_ptr<SqliteStore> store;
    if (file) {
        std::filesystem::remove(file);
        store = SqliteStore::open(file).value();
    }
    EmbeddedSetup setup;
    setup.evaluators = [] { return Evaluators(); };
    setup.sink = store.get();
    setup.archive = store.get();
    EmbeddedConductor conductor(std::move(setup));
    const WorkflowDefPtr definition = chain(5);
    require(answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(definition, true, done); }).ok(), "not registered");
    const auto began = Clk::now();
    for (int i = 0; i < count; ++i) {
        StartRequest request;
        request.name = "flow";
        request.input = Value::object({{"id", i}, {"amount", 25000.5}});
        (void)answerOf<Text>([&](auto reply) { conductor.workflows().start(request, reply); }).value();
        for (int t = 0; t < 5; ++t) {
            const PollRequest poll {Text("task_" + std::to_string(t)), "bench", {}, 1, 0};
            const auto views = answerOf<std::vector<TaskView>>([&](auto reply) { conductor.tasks().poll(poll, reply); }).value();
            require(views.size() == 1, "no task to poll");
            TaskResult answer;
            answer.workflowInstanceId = views[0].execution->workflowId;
            answer.taskId = views[0].task->taskId;
            answer.status = TaskStatus::Completed;
            answer.outputData = Value::object({{"score", 700}, {"factors", Value::array({"a", "b"})}});
            require(answerOf<Text>([&](auto reply) { conductor.tasks().update(answer, reply); }).ok(), "not updated");
        }
    }
    const double took = secondsSince(began);
    std::printf("%s %d workflows of 5 tasks: %.2f s, %.0f workflows a second, %.1f us a call, peak %.0f MB", file ? "store" : "embedded",
        count, took, count / took, took * 1e6 / count / 11, peakMegabytes());
    if (file)
        std::printf(", file %.0f bytes a workflow", static_cast<double>(std::filesystem::file_size(file)) / count);
    std::printf("\n");
    return 0;
}

int reopen(const char* file)
{
    const auto began = Clk::now();
    const std::unique_ptr<SqliteStore> store = SqliteStore::open(file).value();
    ConductorMemory memory = store->load().value();
    EmbeddedSetup setup;
    setup.evaluators = [] { return Evaluators(); };
    setup.sink = store.get();
    setup.archive = store.get();
    EmbeddedConductor conductor(std::move(setup));
    require(conductor.restore(std::move(memory)).ok(), "not restored");
    const double started = secondsSince(began);
    const auto timed = [&](const char* query, const char* sort) {
        const auto from = Clk::now();
        SearchRequest request;
        request.query = query;
        request.sort = sort;
        request.size = 20;
        const auto page = answerOf<Page<ExecutionPtr>>([&](auto reply) { conductor.workflows().search(request, reply); }).value();
        std::printf(", \"%s\" %lld hits in %.1f ms", query, static_cast<long long>(page.totalHits), secondsSince(from) * 1e3);
        return page.results.empty() ? Text() : page.results.front()->workflowId;
    };
    std::printf("reopen: start %.2f s", started);
    const Text first = timed("workflowType=flow", "startTime:ASC");
    (void)timed("status=FAILED", "");
    (void)timed("correlationId=none", "");
    const auto from = Clk::now();
    require(answerOf<ExecutionPtr>([&](auto reply) { conductor.workflows().execution(first, reply); }).ok(), "not found");
    std::printf(", look %.2f ms\n", secondsSince(from) * 1e3);
    return 0;
}

int given(int argc, char** argv, int index, int fallback)
{
    return argc > index ? std::max(1, std::atoi(argv[index])) : fallback;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "applications";
    if (mode == "applications")
        return applications(given(argc, argv, 2, 100'000), given(argc, argv, 3, 2));
    if (mode == "fork")
        return single("fork", fork(given(argc, argv, 2, 10'000)), given(argc, argv, 2, 10'000));
    if (mode == "chain")
        return single("chain", chain(given(argc, argv, 2, 3000)), given(argc, argv, 2, 3000));
    if (mode == "memory")
        return memory(given(argc, argv, 2, 20'000));
    if (mode == "embedded")
        return embedded(given(argc, argv, 2, 20'000), nullptr);
    if (mode == "store")
        return embedded(given(argc, argv, 2, 20'000), argc > 3 ? argv[3] : "bench_store.db");
    if (mode == "reopen" && argc > 2)
        return reopen(argv[2]);
    std::fprintf(stderr, "bench_conductor: %s is no such bench\n", argv[1]);
    return 2;
}
