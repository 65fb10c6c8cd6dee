// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workbench.h"

using namespace baton;
using namespace baton::bench;

namespace {

using Call = FaultPort::Call;

constexpr std::string_view kHalfMinute = R"({"name":"a","responseTimeoutSeconds":30,"timeoutSeconds":3600,"retryCount":0})";

}  // namespace

class TestWorkerLeases : public QObject {
    Q_OBJECT
private slots:
    void extendsALeaseWhileATaskRuns();
    void doesNotAskForShortTasks();
    void keepsTheLeaseUntilTheResultIsTaken();
    void triesAgainWhenAnExtensionFails();
    void oneHeldExtensionDelaysNoOther();
    void leavesLeasesAloneWhenToldSo();
    void keepsAVeryShortLease();
    void stopsAHandlerWhoseTaskTheServerHasEnded();
    void stopsAHandlerWhoseTaskIsGone();
    void stopsAHandlerWhoseLeaseIsLost();
    void stopsAHandlerThatHasUsedUpItsTime();
    void answersForAHandlerThatDoesNotReturn();
};

void TestWorkerLeases::extendsALeaseWhileATaskRuns()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHalfMinute);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.advance(200s);
    QVERIFY2(bench.figures("a").leasesExtended >= 8, qPrintable(QString::number(bench.figures("a").leasesExtended)));
    QVERIFY(bench.figures("a").leasesExtended <= 11);
    QCOMPARE(bench.metrics->snapshot().leasesHeld, std::uint64_t {1});
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
    const int leases = bench.port.calls(Call::Lease);
    bench.advance(100s);
    QCOMPARE(bench.port.calls(Call::Lease), leases);
    QCOMPARE(bench.metrics->snapshot().leasesHeld, std::uint64_t {0});
}

void TestWorkerLeases::doesNotAskForShortTasks()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 20);
    bench.begin();
    bench.advance(60s);
    QCOMPARE(bench.completedWorkflows(), 20);
    QCOMPARE(bench.port.calls(Call::Lease), 0);
    QCOMPARE(bench.port.calls(Call::Look), 0);
}

void TestWorkerLeases::keepsTheLeaseUntilTheResultIsTaken()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHalfMinute);
    bench.defineWorkflow("a");
    bench.start("a", 1);
    // A server that takes leases but no results for two minutes.
    std::vector<Fault> faults(8, Fault {Fault::Kind::Refuse, {ErrorCode::Internal, "500"}});
    bench.port.next(Call::Update, faults);
    bench.settings.updateRetryTime = 10s;
    bench.begin();
    bench.advance(240s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QVERIFY(bench.figures("a").leasesExtended >= 5);
    QCOMPARE(bench.figures("a").leasesLost, std::uint64_t {0});
}

void TestWorkerLeases::triesAgainWhenAnExtensionFails()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHalfMinute);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.port.next(Call::Lease, std::vector<Fault>(3, Fault {Fault::Kind::Refuse, WorkBench::unavailable()}));
    bench.begin();
    bench.advance(100s);
    QCOMPARE(bench.figures("a").leasesFailed, std::uint64_t {3});
    QCOMPARE(bench.figures("a").leasesLost, std::uint64_t {0});
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
}

void TestWorkerLeases::oneHeldExtensionDelaysNoOther()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":30,"timeoutSeconds":3600,"retryCount":0})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 3);
    bench.port.next(Call::Lease, {{Fault::Kind::Hold, {}}});
    bench.begin();
    bench.advance(120s);
    QCOMPARE(bench.figures("a").leasesLost, std::uint64_t {1});   // the held one's own
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 2);
}

void TestWorkerLeases::leavesLeasesAloneWhenToldSo()
{
    WorkBench bench;
    bench.settings.all.leaseExtend = false;
    bench.serveCounting("a");
    bench.defineTask(kHalfMinute);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.advance(25s);
    QCOMPARE(bench.port.calls(Call::Lease), 0);
}

void TestWorkerLeases::keepsAVeryShortLease()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":1,"timeoutSeconds":3600,"retryCount":0})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.advance(20s);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.figures("a").leasesLost, std::uint64_t {0});
}

void TestWorkerLeases::stopsAHandlerWhoseTaskTheServerHasEnded()
{
    WorkBench bench;
    bool stopped = false;
    bench.serve("a", [&](const Value&, TaskContext& context) {
        stopped = context.stopToken().stop_requested();
        return TaskOutput::completed({});
    });
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    QVERIFY(answerOf<void>([&](Done done) { bench.conductor.workflows().terminate(bench.started[0], "no", done); }).ok());
    bench.advance(15s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 1);
    QVERIFY(bench.story->last(WorkerEventKind::TaskCancelled).detail.find("CANCELED") != std::string::npos);
    bench.pool->release("a");
    bench.advance(1s);
    QVERIFY(stopped);
    QCOMPARE(bench.figures("a").cancelled, std::uint64_t {1});
    QCOMPARE(bench.story->count(WorkerEventKind::ResultIgnored), 1);   // its work is kept all the same
}

void TestWorkerLeases::stopsAHandlerWhoseTaskIsGone()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    QVERIFY(answerOf<void>([&](Done done) { bench.conductor.workflows().remove(bench.started[0], false, done); }).ok());
    bench.advance(15s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 1);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.worker->status().inHand, 0);
    QCOMPARE(bench.journaled(JournalState::Dead).size(), std::size_t {1});
}

void TestWorkerLeases::stopsAHandlerWhoseLeaseIsLost()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHalfMinute);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.port.break_(WorkBench::unavailable());
    bench.advance(29s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 0);
    bench.advance(5s);
    QCOMPARE(bench.story->count(WorkerEventKind::LeaseLost), 1);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 1);
    QCOMPARE(bench.figures("a").leasesLost, std::uint64_t {1});
}

void TestWorkerLeases::stopsAHandlerThatHasUsedUpItsTime()
{
    WorkBench bench;
    bench.serve("a", [&](const Value&, TaskContext& context) {
        return context.stopToken().stop_requested() ? TaskOutput::failed({"LATE", "stopped", {}, true}) : TaskOutput::completed({});
    }, 60s);
    bench.defineTask(R"({"name":"a","retryCount":0})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.advance(59s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 0);
    bench.advance(2s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskCancelled), 1);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.execution(bench.started[0])->latest("t")->outputData["error"]["code"], Value("LATE"));
}

void TestWorkerLeases::answersForAHandlerThatDoesNotReturn()
{
    WorkBench bench;
    bench.settings.all.threadCount = 1;
    bench.serve("a", [&](const Value&, TaskContext&) { return TaskOutput::completed({}); }, 60s);
    bench.defineTask(R"({"name":"a","retryCount":0})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 2);
    bench.begin();
    bench.advance(70s);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskStuck), 1);
    QCOMPARE(bench.execution(bench.started[0])->latest("t")->outputData["error"]["code"], Value("TASK_TIMEOUT"));
    QCOMPARE(bench.worker->status().types[0].stuck, 1);
    QCOMPARE(bench.figures("a").slotsUsed, 1);   // its thread is still taken
    bench.pool->release("a");
    bench.advance(2s);
    QCOMPARE(bench.worker->status().types[0].stuck, 0);
    QCOMPARE(bench.completedWorkflows(), 1);     // the slot serves the next one
    QCOMPARE(bench.worker->status().inHand, 0);
}

QTEST_GUILESS_MAIN(TestWorkerLeases)
#include "tst_workerleases.moc"
