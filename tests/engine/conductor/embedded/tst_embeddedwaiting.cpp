// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "embeddedbench.h"

#include <atomic>
#include <thread>

using namespace baton;
using bench::Embedded;

class TestEmbeddedWaiting : public QObject {
    Q_OBJECT

private slots:
    void aLongPollIsAnsweredByTheNextTask()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        std::vector<std::size_t> answers;
        const auto poll = [&] {
            embedded.conductor.tasks().poll({"a", "me", {}, 1, 500}, [&](auto views) { answers.push_back(views->size()); });
        };
        poll();
        QVERIFY(answers.empty());
        (void)embedded.start("one");
        QCOMPARE(answers, std::vector<std::size_t> {1});
        poll();
        QCOMPARE(embedded.conductor.nextDue(), std::optional<EpochMs>(1'000'500));
        embedded.clock->advanceBy(500);
        embedded.conductor.tick();
        QCOMPARE(answers, (std::vector<std::size_t> {1, 0}));
        const auto late = answerOf<std::vector<TaskView>>([&](auto reply) {
            embedded.conductor.tasks().poll({"a", "me", {}, 1, 6000}, reply);
        });
        QCOMPARE(late.error().message, std::string("Long Poll Timeout value cannot be more than 5 seconds"));
    }

    void updateV2HandsOutTheNext()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(R"({"name":"two","tasks":[{"name":"a","taskReferenceName":"a"},
            {"name":"a","taskReferenceName":"b"}]})").ok());
        (void)embedded.start("two");
        std::optional<TaskView> next = embedded.poll("a").at(0);
        embedded.conductor.tasks().updateAndPoll(Embedded::resultFor(*next, TaskStatus::Completed),
            [&](Result<std::optional<TaskView>> view) { next = *view; });
        QVERIFY(next);
        QCOMPARE(next->task->referenceTaskName, Text("b"));
        bool answered = false;
        embedded.conductor.tasks().updateAndPoll(Embedded::resultFor(*next, TaskStatus::Completed),
            [&](Result<std::optional<TaskView>> view) { answered = !view->has_value(); });
        QVERIFY(!answered);
        embedded.clock->advanceBy(100);
        embedded.conductor.tick();
        QVERIFY(answered);
    }

    void executeWaitsForTheEndOrItsTime()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        std::vector<Value> answers;
        ExecuteRequest request;
        request.start.name = "one";
        request.requestId = "r-1";
        request.waitForSeconds = 5;
        const auto execute = [&] {
            embedded.conductor.workflows().execute(request, [&](Result<Value> run) { answers.push_back(*run); });
        };
        execute();
        QVERIFY(answers.empty());
        QVERIFY(embedded.serve("a", TaskStatus::Completed, Value::object({{"x", 1}})));
        QCOMPARE(answers.size(), std::size_t {1});
        QCOMPARE(answers[0]["status"], Value("COMPLETED"));
        QCOMPARE(answers[0]["output"]["x"], Value(1));
        QCOMPARE(answers[0]["requestId"], Value("r-1"));
        QCOMPARE(answers[0]["signalTimeout"], Value(false));
        execute();
        embedded.clock->advanceBy(5'000);
        embedded.conductor.tick();
        QCOMPARE(answers.size(), std::size_t {2});
        QCOMPARE(answers[1]["status"], Value("RUNNING"));
        QCOMPARE(answers[1]["signalTimeout"], Value(true));
        request.start.name = "never";
        Error error;
        embedded.conductor.workflows().execute(request, [&](Result<Value> run) { error = run.error(); });
        QCOMPARE(error.code, ErrorCode::NotFound);
    }

    void whoAsksForTheTaskThatBlocksNeedsOne()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(R"({"name":"quick","tasks":[{"name":"n","taskReferenceName":"n","type":"NOOP"}]})").ok());
        ExecuteRequest request;
        request.start.name = "quick";
        request.strategy = ReturnStrategy::BlockingTask;
        Error error;
        embedded.conductor.workflows().execute(request, [&](Result<Value> run) { error = run.error(); });
        QCOMPARE(error.code, ErrorCode::Internal);
    }

    void executeStopsAtAWaitAndASignalGoesOn()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kWait).ok());
        Value run;
        ExecuteRequest request;
        request.start.name = "wait";
        request.strategy = ReturnStrategy::BlockingTask;
        embedded.conductor.workflows().execute(request, [&](Result<Value> answer) { run = *answer; });
        QCOMPARE(run["referenceTaskName"], Value("w"));
        QCOMPARE(run["responseType"], Value("BLOCKING_TASK"));
        const Text id = run["workflowId"].toText();
        const auto signal = [&](const Text& workflow) {
            return answerOf<Value>([&](auto reply) {
                embedded.conductor.tasks().signalAndWait(workflow, TaskStatus::Completed, Value::object({{"v", 3}}),
                    ReturnStrategy::TargetWorkflow, 5000, reply);
            });
        };
        QCOMPARE(signal(id).value()["output"]["v"], Value(3));
        QCOMPARE(signal(id).error().message, "Found no blocked task in workflow " + id.str() + " to signal");
        QCOMPARE(signal("never").error().message, std::string("No such workflow found by id: never"));
        QVERIFY(answerOf<void>([&](Done done) {
            embedded.conductor.tasks().signal(id, TaskStatus::Completed, {}, done);
        }).ok());
    }

    void timersComeWithTheTick()
    {
        Embedded embedded;
        int wakeUps = 0;
        embedded.conductor.setWakeUp([&] { ++wakeUps; });
        QVERIFY(embedded.addWorkflow(R"({"name":"t","tasks":[{"name":"w","taskReferenceName":"w","type":"WAIT",
            "inputParameters":{"duration":"2s"}}]})").ok());
        const Text id = embedded.start("t").value();
        QCOMPARE(wakeUps, 1);
        const std::optional<EpochMs> due = embedded.conductor.nextDue();
        QVERIFY(due);
        embedded.clock->advanceTo(*due);
        embedded.conductor.tick();
        QCOMPARE(embedded.execution(id)->status, WorkflowStatus::Completed);
        QVERIFY(!embedded.conductor.nextDue());
    }

    void callsGoOutsideAndComeBack()
    {
        std::vector<std::pair<OutsideCall, std::function<void(TaskResult)>>> calls;
        EmbeddedSetup setup;
        setup.caller = [&](OutsideCall call, std::function<void(TaskResult)> done) {
            calls.emplace_back(std::move(call), std::move(done));
        };
        auto embedded = std::make_unique<Embedded>(std::move(setup));
        QVERIFY(embedded->addWorkflow(R"({"name":"h","tasks":[{"name":"h","taskReferenceName":"h","type":"HTTP",
            "inputParameters":{"uri":"x","method":"GET"}}]})").ok());
        const Text id = embedded->start("h").value();
        (void)embedded->start("h");
        QCOMPARE(calls.size(), std::size_t {2});
        QCOMPARE(calls[0].first.kind, Text("HTTP"));
        TaskResult result;
        result.status = TaskStatus::Completed;
        result.outputData = Value::object({{"response", 1}});
        calls[0].second(result);
        QCOMPARE(embedded->execution(id)->status, WorkflowStatus::Completed);
        embedded.reset();
        calls[1].second(result);
    }

    void manyThreadsShareIt()
    {
        Embedded embedded;
        QVERIFY(embedded.addWorkflow(bench::kOne).ok());
        constexpr int kEach = 100;
        std::atomic<int> served = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i) {
                threads.emplace_back([&] {
                    for (int n = 0; n < kEach; ++n)
                        (void)embedded.start("one");
                });
                threads.emplace_back([&] {
                    while (served.load() < 2 * kEach) {
                        if (embedded.serve("a"))
                            ++served;
                        else
                            std::this_thread::yield();
                    }
                });
            }
        }
        QVERIFY(served.load() >= 2 * kEach);
        QCOMPARE(embedded.sink.memory.world.stateHash(), embedded.conductor.world().stateHash());
        SearchRequest completed;
        completed.query = "status=COMPLETED";
        const auto page = answerOf<Page<ExecutionPtr>>([&](auto reply) { embedded.conductor.workflows().search(completed, reply); });
        QCOMPARE(page->totalHits, std::int64_t {2 * kEach});
    }

    void waitingCallsAreAnsweredAtTheEnd()
    {
        int answers = 0;
        {
            Embedded embedded;
            embedded.conductor.tasks().poll({"a", "me", {}, 1, 5000}, [&](auto) { ++answers; });
        }
        QCOMPARE(answers, 1);
    }
};

QTEST_GUILESS_MAIN(TestEmbeddedWaiting)
#include "tst_embeddedwaiting.moc"
