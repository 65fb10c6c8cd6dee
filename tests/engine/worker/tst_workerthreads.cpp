// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workbench.h"

#include <condition_variable>
#include <future>
#include <latch>
#include <thread>

using namespace baton;
using namespace baton::bench;

// The worker on its own threads: for the thread sanitizer.

namespace {

/// Moves an embedded Conductor's time for as long as it lives.
class Ticking {
public:
    explicit Ticking(WorkBench& bench) : m_clock(*bench.clock), m_conductor(bench.conductor)
    {
        m_conductor.setWakeUp([this] {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
            m_wake.notify_one();
        });
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Ticking()
    {
        m_thread.request_stop();
        m_wake.notify_one();
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            m_wake.wait_for(lock, 10ms, [&] { return m_woken || stop.stop_requested(); });
            m_woken = false;
            lock.unlock();
            m_clock.advanceBy(10);
            m_conductor.tick();
            lock.lock();
        }
    }
    VirtualClock& m_clock;
    EmbeddedConductor& m_conductor;
    std::mutex m_mutex;   // guards m_woken
    std::condition_variable m_wake;
    bool m_woken = false;
    std::jthread m_thread;
};

class CountDown final : public WorkerObserver {
public:
    explicit CountDown(int results) : m_left(results) { }
    void onEvent(const WorkerEvent& event) override
    {
        if (event.kind == WorkerEventKind::ResultDelivered)
            m_left.count_down();
    }
    void wait() { m_left.wait(); }

private:
    std::latch m_left;
};

DrainReport drained(Worker& worker)
{
    std::promise<DrainReport> promise;
    worker.drain({}, [&](DrainReport report) { promise.set_value(report); });
    return promise.get_future().get();
}

}  // namespace

class TestWorkerThreads : public QObject {
    Q_OBJECT
private slots:
    void loopRunsJobsInOrderAndTimers();
    void loopMayBeLetGoByItsOwnThread();
    void poolKeepsLanesApart();
    void worksWithAllItsThreads();
    void endsInTheMiddleOfWork();
    void isAskedFromManyThreads();
};

void TestWorkerThreads::loopRunsJobsInOrderAndTimers()
{
    ThreadLoop loop;
    std::vector<int> order;
    std::promise<void> done;
    loop.post([&] {
        loop.after(5ms, [&] { order.push_back(2); });
        const auto cancelled = loop.after(1ms, [&] { order.push_back(99); });
        loop.after(10ms, [&] { done.set_value(); });
        loop.cancel(cancelled);
        loop.cancel(12345);
        order.push_back(0);
    });
    loop.post([&] { order.push_back(1); });
    done.get_future().wait();
    QCOMPARE(order, (std::vector<int> {0, 1, 2}));
    QVERIFY(loop.now() >= 10ms);
}

void TestWorkerThreads::loopMayBeLetGoByItsOwnThread()
{
    std::promise<void> done;
    std::latch isPosted(1);
    auto loop = std::make_shared<ThreadLoop>();
    ThreadLoop& plain = *loop;
    plain.post([held = std::move(loop), &done, &isPosted]() mutable {
        isPosted.wait();
        held.reset();
        done.set_value();
    });
    isPosted.count_down();
    done.get_future().wait();
}

void TestWorkerThreads::poolKeepsLanesApart()
{
    std::latch bothRun(2);
    std::promise<void> other;
    {
        ThreadPools pools;
        for (int i = 0; i < 2; ++i)
            pools.run("slow", [&] { bothRun.arrive_and_wait(); });   // each needs the other's thread
        pools.run("fast", [&] { other.set_value(); });
        other.get_future().wait();
        bothRun.wait();
        QCOMPARE(pools.threads(), std::size_t {3});
    }
}

void TestWorkerThreads::worksWithAllItsThreads()
{
    WorkBench bench;
    std::atomic<int> runs {0};
    for (const std::string type : {"a", "b"}) {
        bench.serve(type, [&](const Value&, TaskContext& context) {
            context.log("at work");
            ++runs;
            return TaskOutput::completed(Value::object({{"n", 1}}));
        });
        bench.defineWorkflow(type);
    }
    bench.start("a", 60);
    const auto count = std::make_shared<CountDown>(120);
    const Ticking ticking(bench);
    {
        WorkerSetup setup = bench.setup();
        setup.tasks = &bench.conductor.tasks();
        setup.loop = nullptr;
        setup.pool = nullptr;
        setup.observers = {count};
        Worker worker(std::move(setup));
        worker.start();
        bench.start("b", 60);
        count->wait();
        const DrainReport report = drained(worker);
        QCOMPARE(report.undelivered, std::uint64_t {0});
        QCOMPARE(worker.status().phase, WorkerPhase::Stopped);
    }
    QCOMPARE(runs.load(), 120);
    QCOMPARE(bench.completedWorkflows(), 120);
}

void TestWorkerThreads::endsInTheMiddleOfWork()
{
    WorkBench bench;
    std::latch began(1);
    std::atomic<bool> first {true};
    bench.serve("a", [&](const Value&, TaskContext& context) {
        if (first.exchange(false))
            began.count_down();
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        wake.wait(lock, context.stopToken(), [] { return false; });
        return TaskOutput::completed({});
    });
    bench.defineWorkflow("a");
    bench.start("a", 8);
    const Ticking ticking(bench);
    WorkerSetup setup = bench.setup();
    setup.tasks = &bench.conductor.tasks();
    setup.loop = nullptr;
    setup.pool = nullptr;
    setup.observers.clear();
    Worker worker(std::move(setup));
    worker.start();
    began.wait();
}

void TestWorkerThreads::isAskedFromManyThreads()
{
    WorkBench bench;
    bench.serve("a", [&](const Value&, TaskContext&) { return TaskOutput::completed({}); });
    bench.defineWorkflow("a");
    bench.start("a", 50);
    const auto count = std::make_shared<CountDown>(50);
    const Ticking ticking(bench);
    WorkerSetup setup = bench.setup();
    setup.tasks = &bench.conductor.tasks();
    setup.loop = nullptr;
    setup.pool = nullptr;
    setup.observers = {count};
    Worker worker(std::move(setup));
    worker.start();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 3; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    worker.setPaused("a", (i + t) % 2 == 0);
                    std::ignore = worker.status();
                    std::ignore = bench.metrics->snapshot();
                    worker.configure(bench.settings);
                    worker.results(JournalState::Delivered, 5, 0, [](const auto&) { });
                }
            });
        }
    }
    worker.setPaused("a", false);
    count->wait();
    QCOMPARE(drained(worker).undelivered, std::uint64_t {0});
}

QTEST_GUILESS_MAIN(TestWorkerThreads)
#include "tst_workerthreads.moc"
