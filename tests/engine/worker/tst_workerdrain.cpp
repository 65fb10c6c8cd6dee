// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workbench.h"

#include <QTemporaryDir>

using namespace baton;
using namespace baton::bench;

namespace {

using Call = FaultPort::Call;

constexpr std::string_view kHour = R"({"name":"a","responseTimeoutSeconds":3600,"retryCount":0})";

/// Everything of a disk that is full.
class FullDisk final : public ResultJournal {
public:
    explicit FullDisk(std::shared_ptr<ResultJournal> inner) : m_inner(std::move(inner)) { }
    bool isFull = true;

    Status write(JournalWrites& writes) override { return isFull ? Status(full()) : m_inner->write(writes); }
    Result<std::vector<JournalEntry>> pending(std::string_view origin) override { return m_inner->pending(origin); }
    Result<std::vector<JournalEntry>> list(JournalState state, int limit, int offset) override
    {
        return m_inner->list(state, limit, offset);
    }
    Result<std::optional<JournalEntry>> find(std::string_view taskId) override { return m_inner->find(taskId); }
    Result<std::optional<JournalEntry>> entry(std::int64_t id) override { return m_inner->entry(id); }
    Status remove(std::int64_t id) override { return m_inner->remove(id); }
    Result<JournalCounts> counts() override { return m_inner->counts(); }
    Status prune(EpochMs before, std::int64_t keep) override { return m_inner->prune(before, keep); }
    Result<std::vector<HeldTask>> held(std::string_view origin) override { return m_inner->held(origin); }
    Result<Text> identity(const Text& proposal) override { return m_inner->identity(proposal); }

private:
    static Error full() { return {ErrorCode::IoError, "database or disk is full"}; }
    std::shared_ptr<ResultJournal> m_inner;
};

}  // namespace

class TestWorkerDrain : public QObject {
    Q_OBJECT
private slots:
    void waitsForRunningTasksAndHeldPolls();
    void handsBackWhatComesTooLate();
    void stopsHandlersWhenItsGraceIsOver();
    void leavesAHandlerThatDoesNotReturn();
    void leavesUndeliveredResultsForTheNextStart();
    void isBoundedWhenNothingAnswers();
    void keepsLeasesUntilTheEnd();
    void aSecondCallJoinsTheFirst();
    void drainsBeforeItHasStarted();
    void killedBeforeItsResultWasJournaled();
    void killedWhileItsPollWasHeld();
    void killedAfterItsResultWasJournaled();
    void killedAfterItsResultWasSent();
    void answersNoOtherServer();
    void worksOnAFullDisk();
    void endsWithoutADrain();
};

void TestWorkerDrain::waitsForRunningTasksAndHeldPolls()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 2);
    bench.begin();
    std::optional<DrainReport> report;
    bench.worker->drain({}, [&](DrainReport given) { report = given; });
    bench.advance(500ms);
    QVERIFY(!report);
    QCOMPARE(bench.worker->status().phase, WorkerPhase::Draining);
    const int polls = bench.port.calls(Call::Poll);
    bench.pool->release("a");
    bench.advance(2s);
    QVERIFY(report.has_value());
    QCOMPARE(report->finished, 2);
    QCOMPARE(report->handedBack, 0);
    QCOMPARE(report->undelivered, std::uint64_t {0});
    QVERIFY(report->took < 2s);
    QCOMPARE(bench.completedWorkflows(), 2);
    QCOMPARE(bench.port.calls(Call::Poll), polls);
    QCOMPARE(bench.worker->status().phase, WorkerPhase::Stopped);
    QCOMPARE(bench.loop->timers() <= 1, true);
}

void TestWorkerDrain::handsBackWhatComesTooLate()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.begin();
    std::optional<DrainReport> report;
    bench.worker->drain({}, [&](DrainReport given) { report = given; });
    bench.settle();
    bench.start("a", 1);   // the poll that is held brings it
    bench.advance(2s);
    QCOMPARE(report->handedBack, 1);
    QCOMPARE(bench.runs.size(), std::size_t {0});
    QCOMPARE(bench.execution(bench.started[0])->latest("t")->status, TaskStatus::Scheduled);
    bench.kill();
    bench.begin();         // somebody else gets it at once
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
}

void TestWorkerDrain::stopsHandlersWhenItsGraceIsOver()
{
    WorkBench bench;
    bench.serve("a", [](const Value&, TaskContext& context) {
        return context.stopToken().stop_requested() ? TaskOutput::failed({"STOPPED", "stopped", {}, true}) : TaskOutput::completed({});
    });
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    std::optional<DrainReport> report;
    bench.worker->drain({.grace = 10s, .cancelGrace = 5s}, [&](DrainReport given) { report = given; });
    bench.advance(11s);
    QVERIFY(!report);
    bench.pool->release("a");   // it returns, since it was asked to
    bench.advance(1s);
    QCOMPARE(report->handedBack, 1);
    QCOMPARE(report->stuck, 0);
    QCOMPARE(bench.execution(bench.started[0])->latest("t")->status, TaskStatus::Scheduled);   // no attempt is spent
}

void TestWorkerDrain::leavesAHandlerThatDoesNotReturn()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    std::optional<DrainReport> report;
    bench.worker->drain({.grace = 10s, .cancelGrace = 5s}, [&](DrainReport given) { report = given; });
    bench.advance(16s);
    QVERIFY(report.has_value());
    QCOMPARE(report->stuck, 1);
    QCOMPARE(bench.execution(bench.started[0])->latest("t")->status, TaskStatus::Scheduled);
}

void TestWorkerDrain::leavesUndeliveredResultsForTheNextStart()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.start("a", 3);
    bench.port.next(Call::Update, std::vector<Fault>(100, Fault {Fault::Kind::Refuse, WorkBench::unavailable()}));
    bench.begin();
    const DrainReport report = bench.drain({.grace = 5s, .deliver = 5s});
    QCOMPARE(report.undelivered, std::uint64_t {3});
    QVERIFY(report.took <= 12s);
    bench.kill();
    bench.port.works();
    bench.port.next(Call::Update, {});
    FaultPort whole(bench.conductor.tasks());
    WorkerSetup setup = bench.setup();
    setup.tasks = &whole;
    bench.worker = std::make_unique<Worker>(std::move(setup));
    bench.worker->start();
    bench.advance(2s);
    QCOMPARE(bench.completedWorkflows(), 3);
    QCOMPARE(bench.runs.size(), std::size_t {3});
    QCOMPARE(bench.figures("a").resultsReplayed, std::uint64_t {3});
    QCOMPARE(bench.story->last(WorkerEventKind::ResultsReplayed).attempt, 3);
    bench.kill();
}

void TestWorkerDrain::isBoundedWhenNothingAnswers()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.next(Call::Update, {{Fault::Kind::Hold, {}}});
    bench.begin();
    bench.port.next(Call::Poll, {{Fault::Kind::Hold, {}}});
    bench.advance(3s);   // a poll and a result are held for ever
    const DrainReport report = bench.drain({.grace = 3s, .cancelGrace = 2s, .deliver = 4s});
    QVERIFY2(report.took <= 10s, qPrintable(QString::number(report.took / 1ms)));
    QCOMPARE(report.undelivered, std::uint64_t {1});
}

void TestWorkerDrain::keepsLeasesUntilTheEnd()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":10,"timeoutSeconds":3600,"retryCount":0})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    std::optional<DrainReport> report;
    bench.worker->drain({.grace = 60s}, [&](DrainReport given) { report = given; });
    bench.advance(50s);
    QVERIFY(!report);
    QVERIFY(bench.figures("a").leasesExtended >= 5);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
}

void TestWorkerDrain::aSecondCallJoinsTheFirst()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.begin();
    int told = 0;
    bench.worker->drain({}, [&](DrainReport) { ++told; });
    bench.worker->drain({}, [&](DrainReport) { ++told; });
    bench.advance(3s);
    QCOMPARE(told, 2);
    bench.worker->drain({}, [&](DrainReport) { ++told; });
    bench.advance(1s);
    QCOMPARE(told, 3);
    QCOMPARE(bench.story->count(WorkerEventKind::Stopped), 1);
}

void TestWorkerDrain::drainsBeforeItHasStarted()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.worker = std::make_unique<Worker>(bench.setup());
    QCOMPARE(bench.drain().undelivered, std::uint64_t {0});
    bench.worker->start();
    bench.advance(2s);
    QCOMPARE(bench.port.calls(Call::Poll), 0);
}

void TestWorkerDrain::killedBeforeItsResultWasJournaled()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.pool->hold("a");
    bench.begin();
    bench.advance(1s);   // what is in hand is noted a moment later
    bench.kill();
    bench.begin();
    bench.advance(8s);   // not after the hour that the server would wait
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);
    QCOMPARE(bench.journal->held("test").value().size(), std::size_t {0});
}

void TestWorkerDrain::killedWhileItsPollWasHeld()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.begin();
    bench.kill();
    bench.start("a", 1);   // the server gives it to the dead one's poll
    bench.begin();
    bench.advance(8s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);
}

void TestWorkerDrain::killedAfterItsResultWasJournaled()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(kHour);
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.next(Call::Update, {{Fault::Kind::Hold, {}}});
    bench.begin();
    bench.kill();
    bench.begin();
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);
}

void TestWorkerDrain::killedAfterItsResultWasSent()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.begin();
    QCOMPARE(bench.completedWorkflows(), 1);   // but nobody has noted it
    bench.kill();
    bench.begin();
    bench.advance(1s);
    QCOMPARE(bench.port.calls(Call::Update), 2);
    QCOMPARE(bench.runs.begin()->second, 1);
    QCOMPARE(bench.journaled(JournalState::Delivered).size(), std::size_t {1});
    QCOMPARE(bench.journaled(JournalState::Dead).size(), std::size_t {0});
}

void TestWorkerDrain::answersNoOtherServer()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.next(Call::Update, {{Fault::Kind::Hold, {}}});
    bench.begin();
    bench.kill();
    WorkBench other;
    WorkerSetup setup = bench.setup();
    setup.origin = "another server";
    setup.tasks = &other.port;
    bench.worker = std::make_unique<Worker>(std::move(setup));
    bench.worker->start();
    bench.advance(60s);
    QCOMPARE(bench.port.calls(Call::Update), 1);
    QCOMPARE(other.port.calls(Call::Update), 0);
    bench.kill();
    QCOMPARE(bench.journaled(JournalState::Pending).size(), std::size_t {1});
}

void TestWorkerDrain::worksOnAFullDisk()
{
    WorkBench bench;
    const auto disk = std::make_shared<FullDisk>(bench.journal);
    bench.journal = disk;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(Call::Update, std::vector<Fault>(2, Fault {Fault::Kind::Refuse, WorkBench::unavailable()}));
    bench.start("a", 1);
    bench.settle();
    QCOMPARE(bench.story->count(WorkerEventKind::JournalFailed), 1);
    QVERIFY(!bench.worker->status().journalWorks);
    QCOMPARE(bench.figures("a").slotsUsed, 1);   // as long as memory alone has the result, its slot stays taken
    bench.advance(60s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.figures("a").slotsUsed, 0);
    bench.port.next(Call::Update, {{Fault::Kind::Refuse, WorkBench::unavailable()}});
    bench.start("a", 1);
    bench.settle();
    disk->isFull = false;
    bench.advance(60s);
    QCOMPARE(bench.completedWorkflows(), 2);
    QVERIFY(bench.worker->status().journalWorks);
    QCOMPARE(bench.story->count(WorkerEventKind::JournalRecovered), 1);
    QCOMPARE(bench.journaled(JournalState::Pending).size(), std::size_t {0});
}

void TestWorkerDrain::endsWithoutADrain()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 2);
    bench.begin();
    bench.worker.reset();
    bench.pool->release("a");
    bench.settle();          // replies, timers and handlers find nobody any more
    bench.advance(20s);
    QCOMPARE(bench.completedWorkflows(), 0);
}

QTEST_GUILESS_MAIN(TestWorkerDrain)
#include "tst_workerdrain.moc"
