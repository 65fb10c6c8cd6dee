// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workbench.h"

using namespace baton;
using namespace baton::bench;

// Every fault of the network and the server, with its outcome. The rule for all of them: a workflow ends as if nothing had
// happened, the handler ran once, and a result the server will not take is kept where somebody sees it.

namespace {

using Call = FaultPort::Call;
using Kind = Fault::Kind;

std::vector<Fault> times(int n, Kind kind, ErrorCode code, const char* message)
{
    return std::vector<Fault>(static_cast<std::size_t>(n), Fault {kind, {code, message}});
}

}  // namespace

Q_DECLARE_METATYPE(std::vector<baton::bench::Fault>)

class TestWorkerFaults : public QObject {
    Q_OBJECT
private slots:
    void deliversInSpiteOf_data();
    void deliversInSpiteOf();
    void pollsInSpiteOf_data();
    void pollsInSpiteOf();
    void keepsAsDeadLetter_data();
    void keepsAsDeadLetter();
    void sendsADeadLetterAgain();
    void forgetsADeadLetter();
    void claimsTasksOfALostPollAnswer();
    void claimsNothingUnderASharedName();
    void runsOrReturnsMoreTasksThanAskedFor();
    void runsATaskThatComesTwiceOnce();
    void answersARedeliveryWhileItsResultIsOnTheWay();
    void answersANewAttemptOfWhatItHasDone();
    void seesThatALateResultWasIgnored();
    void replacesAnOutputTheServerWouldNotTake();
    void refusesInputItCannotRead();
    void survivesAServerThatIsAwayForAnHour();
    void survivesAClockThatJumps();
    void growsItsPausesWithJitter();
    void isolatesAnObserverThatThrows();
};

void TestWorkerFaults::deliversInSpiteOf_data()
{
    QTest::addColumn<std::vector<Fault>>("faults");
    const auto row = [](const char* name, std::vector<Fault> faults) { QTest::newRow(name) << std::move(faults); };
    row("dropped before it was read", times(3, Kind::Refuse, ErrorCode::Unavailable, "connection closed"));
    row("dropped after it was read", times(1, Kind::LoseAnswer, ErrorCode::Unavailable, "connection closed"));
    row("dropped twice after it was read", times(2, Kind::LoseAnswer, ErrorCode::Unavailable, "connection closed"));
    row("answer cut off", times(1, Kind::LoseAnswer, ErrorCode::ParseError, "the answer ends early"));
    row("answer is no JSON", times(1, Kind::LoseAnswer, ErrorCode::ParseError, "not JSON"));
    row("no answer in time", times(2, Kind::LoseAnswer, ErrorCode::Timeout, "no answer"));
    row("401", times(4, Kind::Refuse, ErrorCode::Unavailable, "401 Unauthorized"));
    row("403", times(4, Kind::Refuse, ErrorCode::Unavailable, "403 Forbidden"));
    row("408", times(2, Kind::Refuse, ErrorCode::Timeout, "408"));
    row("409", times(2, Kind::Refuse, ErrorCode::Conflict, "409"));
    row("429", times(3, Kind::Refuse, ErrorCode::Unavailable, "429 Too Many Requests"));
    row("500", times(3, Kind::Refuse, ErrorCode::Internal, "500"));
    row("500 after it was done", times(2, Kind::LoseAnswer, ErrorCode::Internal, "500"));
    row("502, 503, 504", {{Kind::Refuse, {ErrorCode::Unavailable, "502"}}, {Kind::Refuse, {ErrorCode::Unavailable, "503"}},
                             {Kind::Refuse, {ErrorCode::Timeout, "504"}}});
    row("a proxy's HTML page", times(2, Kind::Refuse, ErrorCode::Unavailable, "the answer is no Conductor's"));
    row("name not found", times(5, Kind::Refuse, ErrorCode::Unavailable, "host not found"));
    row("certificate expired", times(5, Kind::Refuse, ErrorCode::Unavailable, "certificate has expired"));
}

void TestWorkerFaults::deliversInSpiteOf()
{
    QFETCH(std::vector<Fault>, faults);
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(Call::Update, faults);
    bench.start("a", 1);
    bench.settle();
    QCOMPARE(bench.figures("a").slotsUsed, 0);   // no slot waits with the result
    bench.advance(120s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.size(), std::size_t {1});
    QCOMPARE(bench.runs.begin()->second, 1);
    QCOMPARE(bench.port.calls(Call::Update), static_cast<int>(faults.size()) + 1);
    QCOMPARE(bench.figures("a").updateErrors, static_cast<std::uint64_t>(faults.size()));
    QCOMPARE(bench.journaled(JournalState::Delivered).size(), std::size_t {1});
    QCOMPARE(bench.worker->status().inHand, 0);
}

void TestWorkerFaults::pollsInSpiteOf_data()
{
    QTest::addColumn<std::vector<Fault>>("faults");
    const auto row = [](const char* name, std::vector<Fault> faults) { QTest::newRow(name) << std::move(faults); };
    row("refused", times(3, Kind::Refuse, ErrorCode::Unavailable, "connection refused"));
    row("answer lost", times(1, Kind::LoseAnswer, ErrorCode::Unavailable, "connection closed"));
    row("answer cut off", times(2, Kind::LoseAnswer, ErrorCode::ParseError, "the answer ends early"));
    row("no answer in time", times(2, Kind::LoseAnswer, ErrorCode::Timeout, "no answer"));
    row("400", times(2, Kind::Refuse, ErrorCode::InvalidArgument, "400"));
    row("401 for an hour", times(12, Kind::Refuse, ErrorCode::Unavailable, "401"));
    row("404", times(2, Kind::Refuse, ErrorCode::NotFound, "404"));
    row("429", times(3, Kind::Refuse, ErrorCode::Unavailable, "429"));
    row("500", times(3, Kind::Refuse, ErrorCode::Internal, "500"));
}

void TestWorkerFaults::pollsInSpiteOf()
{
    QFETCH(std::vector<Fault>, faults);
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 3);
    bench.port.next(Call::Poll, faults);
    bench.begin();
    bench.advance(120s);
    QCOMPARE(bench.completedWorkflows(), 3);
    QCOMPARE(bench.runs.size(), std::size_t {3});
    QCOMPARE(bench.figures("a").pollErrors, static_cast<std::uint64_t>(faults.size()));
    QCOMPARE(bench.story->count(WorkerEventKind::PollFailed), static_cast<int>(faults.size()));
    QVERIFY(bench.story->count(WorkerEventKind::PollRecovered) >= 1);
    QCOMPARE(bench.worker->status().types[0].pollFailures, 0);
    QCOMPARE(bench.worker->status().types[0].lastError, std::string());
}

void TestWorkerFaults::keepsAsDeadLetter_data()
{
    QTest::addColumn<std::vector<Fault>>("faults");
    const auto row = [](const char* name, ErrorCode code) { QTest::newRow(name) << times(1, Kind::Refuse, code, name); };
    row("400", ErrorCode::InvalidArgument);
    row("404 no such task", ErrorCode::NotFound);
    row("413 too large", ErrorCode::InvalidArgument);
    row("404 no such endpoint", ErrorCode::Unsupported);
}

void TestWorkerFaults::keepsAsDeadLetter()
{
    QFETCH(std::vector<Fault>, faults);
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(Call::Update, faults);
    bench.start("a", 1);
    bench.advance(60s);
    QCOMPARE(bench.port.calls(Call::Update), 1);   // once more would change nothing
    const std::vector<JournalEntry> dead = bench.journaled(JournalState::Dead);
    QCOMPARE(dead.size(), std::size_t {1});
    QCOMPARE(dead[0].result.outputData["done"], Value(1));
    QVERIFY(dead[0].reason.find(faults[0].error.message) != std::string::npos);
    QCOMPARE(bench.story->last(WorkerEventKind::ResultDead).result->outputData["done"], Value(1));
    QCOMPARE(bench.metrics->snapshot().journalDead, std::uint64_t {1});
}

void TestWorkerFaults::sendsADeadLetterAgain()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(Call::Update, times(1, Kind::Refuse, ErrorCode::InvalidArgument, "400"));
    bench.start("a", 1);
    bench.advance(1s);
    std::optional<Status> answer;
    bench.worker->resend(999, [&](Status status) { answer.emplace(status); });
    bench.settle();
    QCOMPARE(answer->error().code, ErrorCode::NotFound);
    std::int64_t id = 0;
    bench.worker->results(JournalState::Dead, 10, 0, [&](Result<std::vector<JournalEntry>> dead) { id = dead.value().at(0).id; });
    bench.settle();
    bench.worker->resend(id, [&](Status status) { answer.emplace(status); });
    bench.settle();
    QVERIFY(answer->ok());
    QCOMPARE(bench.completedWorkflows(), 1);
    bench.advance(1s);
    QCOMPARE(bench.journaled(JournalState::Dead).size(), std::size_t {0});
    bench.worker->resend(id, [&](Status status) { answer.emplace(status); });
    bench.settle();
    QCOMPARE(answer->error().code, ErrorCode::Conflict);
}

void TestWorkerFaults::forgetsADeadLetter()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.begin();
    bench.port.next(Call::Update, times(1, Kind::Refuse, ErrorCode::NotFound, "404"));
    bench.start("a", 1);
    bench.advance(1s);
    std::optional<Status> answer;
    bench.worker->forget(bench.journaled(JournalState::Dead).at(0).id, [&](Status status) { answer.emplace(status); });
    bench.settle();
    QVERIFY(answer->ok());
    QCOMPARE(bench.journaled(JournalState::Dead).size(), std::size_t {0});
    QCOMPARE(bench.worker->status().journal.dead, std::uint64_t {0});
}

void TestWorkerFaults::claimsTasksOfALostPollAnswer()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":3600})");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.next(Call::Poll, times(1, Kind::LoseAnswer, ErrorCode::Unavailable, "connection closed"));
    bench.begin();
    bench.advance(5s);   // not the hour the server would wait
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.port.calls(Call::Claim), 1);
}

void TestWorkerFaults::claimsNothingUnderASharedName()
{
    WorkBench bench;
    bench.settings.all.workerId = "everybody";
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":20,"timeoutSeconds":40,"retryDelaySeconds":1})");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.next(Call::Poll, times(1, Kind::LoseAnswer, ErrorCode::Unavailable, "connection closed"));
    bench.begin();
    bench.advance(5s);
    QCOMPARE(bench.port.calls(Call::Claim), 0);   // another process may have it
    QCOMPARE(bench.completedWorkflows(), 0);
    bench.advance(120s);
    QCOMPARE(bench.completedWorkflows(), 1);
}

void TestWorkerFaults::runsOrReturnsMoreTasksThanAskedFor()
{
    WorkBench bench;
    bench.settings.all.threadCount = 2;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 5);
    bool once = true;
    bench.port.onPolled = [&](std::vector<TaskView>& views) {
        if (!std::exchange(once, false))
            return;
        const auto more = answerOf<std::vector<TaskView>>([&](auto reply) {
            bench.conductor.tasks().poll({"a", "greedy", {}, 10, 0}, reply);
        }).value();
        views.insert(views.end(), more.begin(), more.end());
    };
    bench.pool->hold("a");
    bench.begin();
    QCOMPARE(bench.pool->waiting("a"), std::size_t {2});
    QCOMPARE(bench.figures("a").handedBack, std::uint64_t {3});
    bench.pool->release("a");
    bench.advance(5s);
    QCOMPARE(bench.completedWorkflows(), 5);
}

void TestWorkerFaults::runsATaskThatComesTwiceOnce()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.start("a", 1);
    bench.port.onPolled = [](std::vector<TaskView>& views) {
        if (!views.empty())
            views.push_back(views.front());
    };
    bench.begin();
    bench.advance(5s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);
    QCOMPARE(bench.figures("a").duplicates, std::uint64_t {1});
    QCOMPARE(bench.story->count(WorkerEventKind::TaskDuplicate), 1);
}

void TestWorkerFaults::answersARedeliveryWhileItsResultIsOnTheWay()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    std::vector<TaskView> seen;
    bench.port.onPolled = [&](std::vector<TaskView>& views) {
        if (!views.empty())
            seen = views;
        else if (!seen.empty())
            views = std::exchange(seen, {});
    };
    bench.port.next(Call::Update, times(2, Kind::Refuse, ErrorCode::Unavailable, "away"));
    bench.start("a", 1);
    bench.begin();
    bench.advance(60s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);
    QCOMPARE(bench.figures("a").duplicates, std::uint64_t {1});
}

void TestWorkerFaults::answersANewAttemptOfWhatItHasDone()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":20,"timeoutSeconds":40,"retryDelaySeconds":5})");
    bench.defineWorkflow("a");
    bench.begin();
    bench.start("a", 1);
    // Neither the result nor a lease extension gets through, until the server has given the task up.
    bench.port.next(Call::Update, times(1, Kind::Hold, ErrorCode::Timeout, ""));
    bench.port.next(Call::Lease, times(100, Kind::Refuse, ErrorCode::Unavailable, "away"));
    bench.advance(90s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.runs.begin()->second, 1);   // the second attempt did not run
    QCOMPARE(bench.story->count(WorkerEventKind::TaskAnsweredAgain), 1);
    QCOMPARE(bench.story->count(WorkerEventKind::LeaseLost), 1);
}

void TestWorkerFaults::seesThatALateResultWasIgnored()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","retryCount":0,"responseTimeoutSeconds":20,"timeoutSeconds":40})");
    bench.defineWorkflow("a");
    bench.begin();
    bench.start("a", 1);
    bench.port.next(Call::Update, times(1, Kind::Hold, ErrorCode::Timeout, ""));
    bench.port.next(Call::Lease, times(100, Kind::Refuse, ErrorCode::Unavailable, "away"));
    bench.advance(60s);
    bench.port.releaseHeld();
    bench.advance(1s);
    QCOMPARE(bench.story->count(WorkerEventKind::ResultIgnored), 1);
    const std::vector<JournalEntry> dead = bench.journaled(JournalState::Dead);
    QCOMPARE(dead.size(), std::size_t {1});
    QCOMPARE(dead[0].state, JournalState::Ignored);
    QVERIFY(dead[0].reason.find("TIMED_OUT") != std::string::npos);
}

void TestWorkerFaults::replacesAnOutputTheServerWouldNotTake()
{
    WorkBench bench;
    bench.serve("a", [](const Value&, TaskContext&) {
        return TaskOutput::completed(Value::object({{"text", std::string(10UL * 1024 * 1024 + 1, 'x')}}));
    });
    bench.serve("b", [](const Value&, TaskContext&) {
        return TaskOutput::completed(Value::object({{"text", std::string(10UL * 1000 * 1000, 'x')}}));
    });
    bench.defineWorkflow("a");
    bench.defineWorkflow("b");
    bench.begin();
    const Text tooLarge = bench.start("a");
    const Text large = bench.start("b");
    bench.advance(1s);
    const TaskRun task = *bench.execution(tooLarge)->latest("t");
    QCOMPARE(task.status, TaskStatus::FailedWithTerminalError);
    QCOMPARE(task.outputData["error"]["code"], Value("OUTPUT_TOO_LARGE"));
    QCOMPARE(bench.execution(large)->status, WorkflowStatus::Completed);
}

void TestWorkerFaults::refusesInputItCannotRead()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    bench.port.onPolled = [](std::vector<TaskView>& views) {
        for (TaskView& view : views) {
            auto changed = std::make_shared<TaskRun>(*view.task);
            changed->unknownFields = Value::object({{"externalInputPayloadStoragePath", "s3/x"}});
            view.task = changed;
        }
    };
    bench.begin();
    const Text id = bench.start("a");
    bench.advance(1s);
    QCOMPARE(bench.execution(id)->latest("t")->outputData["error"]["code"], Value("EXTERNAL_INPUT"));
    QCOMPARE(bench.runs.size(), std::size_t {0});
}

void TestWorkerFaults::survivesAServerThatIsAwayForAnHour()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":7200})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 10);
    bench.begin();
    bench.port.break_(WorkBench::unavailable());
    bench.pool->release("a");
    bench.advance(3600s);
    QCOMPARE(bench.completedWorkflows(), 0);
    QCOMPARE(bench.worker->status().journal.pending, std::uint64_t {4});
    QVERIFY(bench.port.calls(Call::Update) < 4 * 3600 / 20);   // it does not hammer
    QVERIFY(bench.metrics->snapshot().journalOldestSeconds > 3000);
    bench.port.works();
    bench.advance(60s);
    QCOMPARE(bench.completedWorkflows(), 10);
    for (const auto& [key, count] : bench.runs)
        QCOMPARE(count, 1);
}

void TestWorkerFaults::survivesAClockThatJumps()
{
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineTask(R"({"name":"a","responseTimeoutSeconds":60})");
    bench.defineWorkflow("a");
    bench.pool->hold("a");
    bench.start("a", 1);
    bench.begin();
    bench.advance(30s);
    const int leases = bench.port.calls(Call::Lease);
    bench.clock->advanceBy(20'000);   // the wall clock alone: leases go by the steady one
    bench.loop->runPosted();
    QCOMPARE(bench.port.calls(Call::Lease), leases);
    bench.pool->release("a");
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
}

void TestWorkerFaults::growsItsPausesWithJitter()
{
    SeededIdSource chance(1);
    RetryPauses backoff(100ms, 30s);
    Nanoseconds last {0};
    for (int i = 0; i < 40; ++i) {
        const Nanoseconds pause = backoff.next(chance);
        QVERIFY(pause >= 80ms && pause <= 36s);
        if (i > 0 && i < 9)
            QVERIFY(pause > last);
        last = pause;
    }
    QVERIFY(last >= 24s);
    backoff.reset();
    QVERIFY(backoff.next(chance) <= 120ms);
}

void TestWorkerFaults::isolatesAnObserverThatThrows()
{
    class Thrower final : public WorkerObserver {
    public:
        void onEvent(const WorkerEvent&) override { throw 7; }
    };
    WorkBench bench;
    bench.serveCounting("a");
    bench.defineWorkflow("a");
    WorkerSetup setup = bench.setup();
    setup.observers.insert(setup.observers.begin(), std::make_shared<Thrower>());
    bench.worker = std::make_unique<Worker>(std::move(setup));
    bench.worker->start();
    bench.start("a", 1);
    bench.advance(1s);
    QCOMPARE(bench.completedWorkflows(), 1);
    QCOMPARE(bench.story->count(WorkerEventKind::TaskFinished), 1);
    QVERIFY(bench.metrics->exposition().find("thread_uncaught_exceptions_total{exception=\"observer\"}") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestWorkerFaults)
#include "tst_workerfaults.moc"
