// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workbench.h"

using namespace baton;
using namespace baton::bench;

class TestWorker : public QObject {
    Q_OBJECT
private slots:
    void runsATaskAndDeliversItsResult();
    void journalsBeforeItSends();
    void asksForAsManyAsItHasFreeSlots();
    void asksForOneWhereTheServerWaitsForWholeBatches();
    void asksForNoMoreThanItHasSlots();
    void keepsAllTypesTogetherWithinTheLimit();
    void pausesAndResumesOneType();
    void stopsAskingButGoesOnDelivering();
    void takesUpNewSettingsWhileItRuns();
    void pollsItsDomainOnly();
    void reportsFailuresWithTheErrorObject();
    void takesATaskBackAfterItsCallback();
    void sendsLogs();
    void namesItself();
};

void TestWorker::runsATaskAndDeliversItsResult()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    const Text id = bench.start("a");
    bench.settle();
    QCOMPARE(bench.execution(id)->status, WorkflowStatus::Completed);
    QCOMPARE(bench.execution(id)->latest("t")->outputData["done"], Value(1));
    const TaskFigures figures = bench.figures("a");
    QCOMPARE(figures.started, std::uint64_t {1});
    QCOMPARE(figures.succeeded, std::uint64_t {1});
    QCOMPARE(figures.resultsJournaled, std::uint64_t {1});
    QCOMPARE(figures.slotsUsed, 0);
    QCOMPARE(bench.worker->status().inHand, 0);
    bench.advance(1s);
    QCOMPARE(bench.journaled(JournalState::Delivered).size(), std::size_t {1});
    QCOMPARE(bench.journal->held("test").value().size(), std::size_t {0});
}

void TestWorker::journalsBeforeItSends()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.pool->hold("result journal");
    bench.start("a", 1);
    bench.settle();
    QCOMPARE(bench.runs.size(), std::size_t {1});
    QCOMPARE(bench.port.calls(FaultPort::Call::Update), 0);
    QCOMPARE(bench.figures("a").slotsUsed, 1);
    bench.pool->release("result journal");
    bench.settle();
    QCOMPARE(bench.port.calls(FaultPort::Call::Update), 1);
    QCOMPARE(bench.figures("a").slotsUsed, 0);
}

void TestWorker::asksForAsManyAsItHasFreeSlots()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    QCOMPARE(bench.port.polls.size(), std::size_t {1});
    QCOMPARE(bench.port.polls[0].count, 4);
    QCOMPARE(bench.port.polls[0].timeoutMs, 1000);
    bench.pool->hold("a");
    bench.start("a", 3);
    bench.settle();
    QCOMPARE(bench.figures("a").slotsUsed, 3);
    QCOMPARE(bench.port.polls.back().count, 1);
}

void TestWorker::asksForOneWhereTheServerWaitsForWholeBatches()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.port.next(FaultPort::Call::Poll, {{Fault::Kind::Hold, {}}});
    bench.start("a", 1);
    bench.begin();
    bench.advance(950ms);
    bench.port.releaseHeld();                    // one task, and only when the time was nearly over
    bench.settle();
    QCOMPARE(bench.port.polls.back().count, 1);
    QCOMPARE(bench.port.polls.back().timeoutMs, 1000);
    const std::size_t before = bench.port.polls.size();
    bench.pool->hold("a");
    bench.start("a", 3);
    bench.settle();
    QCOMPARE(bench.port.polls[before].count, 3); // of four slots one is taken
    QCOMPARE(bench.port.polls[before].timeoutMs, 0);
    QCOMPARE(bench.port.polls.back().count, 1);  // the queue is empty again
    bench.pool->release("a");
    bench.advance(90s);                          // another try with batches
    QCOMPARE(bench.port.polls.back().count, 4);
}

void TestWorker::asksForNoMoreThanItHasSlots()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 10);
    bench.pool->hold("a");
    bench.begin();
    bench.advance(5s);
    QCOMPARE(bench.figures("a").slotsUsed, 4);
    QCOMPARE(bench.pool->waiting("a"), std::size_t {4});
    QCOMPARE(bench.figures("a").queueFull, std::uint64_t {1});
    bench.pool->release("a");
    bench.advance(100ms);
    QCOMPARE(bench.completedWorkflows(), 10);
}

void TestWorker::keepsAllTypesTogetherWithinTheLimit()
{
    WorkBench bench;
    bench.settings.maxConcurrent = 5;
    for (const std::string type : {"a", "b", "c"}) {
        bench.serveCounting(type);
        bench.defineWorkflow(type);
        bench.start(type, 4);
        bench.pool->hold(type);
    }
    bench.begin();
    bench.advance(3s);
    const MetricsSnapshot snapshot = bench.metrics->snapshot();
    QCOMPARE(snapshot.total().slotsUsed, 5);
    for (const std::string type : {"a", "b", "c"})
        bench.pool->release(type);
    bench.advance(3s);
    QCOMPARE(bench.completedWorkflows(), 12);
}

void TestWorker::pausesAndResumesOneType()
{
    WorkBench bench;
    for (const std::string type : {"a", "b"}) {
        bench.serveCounting(type);
        bench.defineWorkflow(type);
    }
    bench.begin();
    bench.worker->setPaused("a", true);
    bench.advance(2s);   // the poll that was on its way has ended
    const int polls = static_cast<int>(bench.figures("a").polls);
    bench.start("a", 1);
    bench.start("b", 1);
    bench.advance(10s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(static_cast<int>(bench.figures("a").polls), polls);
    QVERIFY(bench.worker->status().types[0].paused);
    bench.worker->setPaused("a", false);
    bench.settle();
    QCOMPARE(bench.completedWorkflows(), 2);
    QCOMPARE(bench.story->count(WorkerEventKind::Paused), 1);
    QCOMPARE(bench.story->count(WorkerEventKind::Resumed), 1);
}

void TestWorker::stopsAskingButGoesOnDelivering()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(FaultPort::Call::Update, {{Fault::Kind::Refuse, WorkBench::unavailable()}});
    bench.start("a", 1);
    bench.settle();
    bench.worker->setPolling(false);
    bench.advance(2s);
    const int polls = bench.port.calls(FaultPort::Call::Poll);
    bench.start("a", 1);
    bench.advance(10s);
    QCOMPARE(bench.port.calls(FaultPort::Call::Poll), polls);
    QCOMPARE(bench.completedWorkflows(), 1);
    bench.worker->setPolling(true);
    bench.settle();
    QCOMPARE(bench.completedWorkflows(), 2);
}

void TestWorker::takesUpNewSettingsWhileItRuns()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 10);
    bench.begin();
    bench.advance(1s);
    QCOMPARE(bench.figures("a").slotsUsed, 4);
    bench.settings.types["a"].threadCount = 7;
    bench.worker->configure(bench.settings);
    bench.advance(1s);
    QCOMPARE(bench.figures("a").slotsUsed, 7);
    QCOMPARE(bench.figures("a").slotsTotal, 7);
    bench.settings.types["a"].threadCount = 2;
    bench.settings.types["a"].paused = true;
    bench.worker->configure(bench.settings);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 7);
    QVERIFY(bench.worker->status().types[0].paused);
}

void TestWorker::pollsItsDomainOnly()
{
    WorkBench bench;
    bench.settings.types["a"].domain = "blue";
    bench.settings.types["a"].workerId = "w1";
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    QCOMPARE(bench.port.polls[0].domain, Text("blue"));
    QCOMPARE(bench.port.polls[0].workerId, Text("w1"));
    bench.start("a", 1);
    bench.advance(3s);
    QCOMPARE(bench.completedWorkflows(), 0);
}

void TestWorker::reportsFailuresWithTheErrorObject()
{
    WorkBench bench;
    bench.serve("a", [](const Value&, TaskContext&) { return TaskOutput::failed({"UW_001", "No income", {}, false}); });
    bench.serve("b", [](const Value&, TaskContext&) -> TaskOutput { throw std::bad_alloc(); });
    bench.defineTask(R"({"name":"b","retryCount":0})");
    bench.defineWorkflow("a");
    bench.defineWorkflow("b");
    bench.begin();
    const Text terminal = bench.start("a");
    const Text thrown = bench.start("b");
    bench.settle();
    const TaskRun task = *bench.execution(terminal)->latest("t");
    QCOMPARE(task.status, TaskStatus::FailedWithTerminalError);
    QCOMPARE(task.outputData["error"]["code"], Value("UW_001"));
    QCOMPARE(task.outputData["error"]["task_id"], Value(task.taskId));
    QVERIFY(task.reasonForIncompletion.view().find("No income") != std::string_view::npos);
    QCOMPARE(bench.execution(thrown)->latest("t")->status, TaskStatus::Failed);
    QCOMPARE(bench.execution(thrown)->latest("t")->outputData["error"]["code"], Value("TASK_EXCEPTION"));
    QCOMPARE(bench.figures("a").failed, std::uint64_t {1});
    QVERIFY(bench.metrics->exposition().find("task_execute_error_total{exception=\"UW_001\",taskType=\"a\"} 1") != std::string::npos);
}

void TestWorker::takesATaskBackAfterItsCallback()
{
    WorkBench bench;
    int visits = 0;
    bench.serve("a", [&](const Value&, TaskContext&) {
        return ++visits < 3 ? TaskOutput::inProgress(30s, Value::object({{"visit", visits}}))
                            : TaskOutput::completed(Value::object({{"visit", visits}}));
    });
    bench.defineWorkflow("a");
    bench.begin();
    const Text id = bench.start("a");
    bench.advance(29s);
    QCOMPARE(visits, 1);
    QCOMPARE(bench.execution(id)->latest("t")->status, TaskStatus::Scheduled);
    QCOMPARE(bench.worker->status().inHand, 0);
    bench.advance(40s);
    QCOMPARE(visits, 3);
    QCOMPARE(bench.execution(id)->status, WorkflowStatus::Completed);
}

void TestWorker::sendsLogs()
{
    WorkBench bench;
    bench.serve("a", [](const Value&, TaskContext& context) {
        for (int i = 0; i < 25; ++i)
            context.log("line " + std::to_string(i));
        return TaskOutput::completed({});
    });
    bench.defineWorkflow("a");
    bench.begin();
    const Text id = bench.start("a");
    bench.settle();
    const Text taskId = bench.execution(id)->latest("t")->taskId;
    const auto logs = answerOf<std::vector<TaskLogEntry>>([&](auto reply) { bench.conductor.tasks().logs(taskId, reply); }).value();
    QCOMPARE(logs.size(), std::size_t {10});   // more entries the server would drop
    QCOMPARE(logs[0].log, Text("line 0\nline 1"));
    QVERIFY(logs[9].log.view().ends_with("line 24"));
}

void TestWorker::namesItself()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.begin();
    const Text first = bench.port.polls[0].workerId;
    QVERIFY(first.view().starts_with("host-"));
    bench.kill();
    bench.begin();
    QCOMPARE(bench.port.polls.back().workerId, first);    // the same journal: the same worker
    bench.kill();
    bench.journal = openResultJournal(":memory:").value();
    bench.begin();
    QVERIFY(bench.port.polls.back().workerId != first);   // no two workers share a name
    QCOMPARE(toText(WorkerEventKind::Stopped), std::string_view("stopped"));
    QCOMPARE(toText(bench.worker->status().phase), std::string_view("running"));
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
