// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/faultport.h"
#include "engine/worker/manualloop.h"

#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "engine/worker/retrypauses.h"
#include "engine/worker/worker.h"

#include <QTest>

namespace baton::bench {

using namespace std::chrono_literals;
using Nanoseconds = std::chrono::nanoseconds;

/// Serves a type with a function.
class Handler final : public TaskHandler {
public:
    using Work = std::function<TaskOutput(const Value&, TaskContext&)>;
    Handler(std::string type, Work work, std::chrono::seconds timeout) : m_work(std::move(work))
    {
        m_description.name = std::move(type);
        m_description.timeout = timeout;
    }
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    [[nodiscard]] TaskOutput execute(const Value& input, TaskContext& context) override { return m_work(input, context); }

private:
    TaskDescription m_description;
    Work m_work;
};

/// Keeps what a worker tells.
class Story final : public WorkerObserver {
public:
    void onEvent(const WorkerEvent& event) override { events.push_back(event); }
    [[nodiscard]] int count(WorkerEventKind kind) const
    {
        int found = 0;
        for (const WorkerEvent& event : events)
            found += event.kind == kind ? 1 : 0;
        return found;
    }
    [[nodiscard]] WorkerEvent last(WorkerEventKind kind) const
    {
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (event->kind == kind)
                return *event;
        }
        return {};
    }
    std::vector<WorkerEvent> events;
};

/// An embedded Conductor, a way to it that can be broken, and workers on it, all on one clock that the test moves.
class WorkBench {
public:
    WorkBench() : conductor(embedded(clock))
    {
        settings.all.threadCount = 4;
        settings.all.pollTimeout = 1000ms;
        settings.all.pollInterval = 1000ms;
    }

    void serve(const std::string& type, Handler::Work work, std::chrono::seconds timeout = 300s)
    {
        QVERIFY(registry->add(std::make_shared<Handler>(type, std::move(work), timeout)).ok());
    }
    /// Answers {"done": n}, counting runs by workflow and reference name.
    void serveCounting(const std::string& type)
    {
        serve(type, [this](const Value&, TaskContext& context) {
            ++runs[std::string(context.workflowId()) + "/" + std::string(context.referenceName())];
            return TaskOutput::completed(Value::object({{"done", 1}}));
        });
    }

    void defineTask(std::string_view json)
    {
        const TaskDefPtr definition = taskDefFrom(parseJson(json).value()).value();
        QVERIFY(answerOf<void>([&](Done done) { conductor.metadata().registerTasks({definition}, done); }).ok());
    }
    /// A workflow of that name with one task of that type, referred to as "t".
    void defineWorkflow(const std::string& type)
    {
        const Value json = parseJson(R"({"name":")" + type + R"(","tasks":[{"name":")" + type + R"(","taskReferenceName":"t"}]})").value();
        const WorkflowDefPtr definition = workflowDefFrom(json).value();
        QVERIFY(answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(definition, true, done); }).ok());
    }
    Text start(const std::string& workflow, Value input = Value::object())
    {
        StartRequest request;
        request.name = Text(workflow);
        request.input = std::move(input);
        const auto id = answerOf<Text>([&](Reply<Text> reply) { conductor.workflows().start(request, reply); });
        return id ? *id : Text();
    }
    void start(const std::string& workflow, int times)
    {
        for (int i = 0; i < times; ++i)
            started.push_back(start(workflow));
    }
    [[nodiscard]] ExecutionPtr execution(const Text& id)
    {
        return answerOf<ExecutionPtr>([&](auto reply) { conductor.workflows().execution(id, reply); }).valueOr(nullptr);
    }
    [[nodiscard]] int completedWorkflows()
    {
        int done = 0;
        for (const Text& id : started) {
            const ExecutionPtr found = execution(id);
            done += found && found->status == WorkflowStatus::Completed ? 1 : 0;
        }
        return done;
    }

    WorkerSetup setup()
    {
        return {.tasks = &port, .origin = "test", .registry = registry, .metrics = metrics, .journal = journal, .clock = clock,
            .ids = std::make_shared<SeededIdSource>(++lastSeed), .loop = loop, .pool = pool, .observers = {story},
            .settings = settings, .journalSettings = {.senders = 8}, .host = "host"};
    }
    void begin()
    {
        worker = std::make_unique<Worker>(setup());
        worker->start();
        settle();
    }
    /// The process dies where it stands: nothing that waits happens any more. Its journal is what is left.
    void kill()
    {
        worker.reset();
        pool = std::make_shared<ManualPool>();
        loop = std::make_shared<ManualLoop>();
    }

    /// Everything that can happen now, and in the moments that results wait for each other.
    void settle() { advance(5ms); }
    void advance(Nanoseconds time)
    {
        const Nanoseconds end = loop->now() + time;
        settleNow();
        while (loop->now() < end) {
            Nanoseconds step = std::min(end, loop->nextTimer().value_or(end));
            if (const auto due = conductor.nextDue()) {
                const Nanoseconds ahead = std::chrono::milliseconds(std::max<EpochMs>(0, *due - clock->now()));
                step = std::min(step, loop->now() + ahead);
            }
            step = std::max(step, loop->now() + 1us);
            const Nanoseconds passed = step - loop->now() + m_rest;
            clock->advanceBy(passed / 1ms);
            m_rest = passed % 1ms;
            loop->advanceTo(step);
            settleNow();
        }
    }
    void settleNow()
    {
        for (bool busy = true; busy;) {
            busy = loop->runPosted();
            busy = pool->runAll() || busy;
            busy = loop->runDueTimer() || busy;
            if (const auto due = conductor.nextDue(); due && *due <= clock->now()) {
                conductor.tick();
                busy = true;
            }
        }
    }
    [[nodiscard]] DrainReport drain(DrainLimits limits = {})
    {
        std::optional<DrainReport> report;
        worker->drain(limits, [&](DrainReport given) { report = given; });
        settle();
        for (int i = 0; i < 1000 && !report; ++i)
            advance(100ms);
        return report.value_or(DrainReport {.finished = -1});
    }
    [[nodiscard]] TaskFigures figures(std::string_view type) { return *metrics->snapshot().task(type); }
    [[nodiscard]] std::vector<JournalEntry> journaled(JournalState state) { return journal->list(state, 1000, 0).value(); }
    [[nodiscard]] static Error unavailable() { return {ErrorCode::Unavailable, "the server is away"}; }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(1'000'000);
    EmbeddedConductor conductor;
    FaultPort port {conductor.tasks()};
    std::shared_ptr<ManualLoop> loop = std::make_shared<ManualLoop>();
    std::shared_ptr<ManualPool> pool = std::make_shared<ManualPool>();
    std::shared_ptr<ResultJournal> journal = openResultJournal(":memory:").value();
    std::shared_ptr<TaskRegistry> registry = std::make_shared<TaskRegistry>();
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>(clock);
    std::shared_ptr<Story> story = std::make_shared<Story>();
    WorkerSettings settings;
    std::map<std::string, int> runs;
    std::vector<Text> started;
    std::unique_ptr<Worker> worker;
    std::uint64_t lastSeed = 0;

private:
    static EmbeddedSetup embedded(const std::shared_ptr<VirtualClock>& clock)
    {
        EmbeddedSetup setup;
        setup.clock = clock;
        setup.ids = std::make_shared<SeededIdSource>(3);
        setup.evaluators = [] { return Evaluators(); };
        return setup;
    }

    Nanoseconds m_rest {0};
};

}  // namespace baton::bench
