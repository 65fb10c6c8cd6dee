// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "enginebench.h"

using namespace baton;

namespace {

const char* const kTwo = R"({"name":"two","tasks":[{"name":"a","taskReferenceName":"a"},{"name":"b","taskReferenceName":"b"}]})";

}  // namespace

class TestEngine : public QObject {
    Q_OBJECT

private slots:
    void runsAWorkflowByPollAndUpdate()
    {
        bench::Bench bench({bench::workflow(kTwo)});
        const Text id = bench.start("two");
        QCOMPARE(bench.engine.queueSize("a"), std::size_t {1});
        QVERIFY(!bench.engine.nextFor("b"));
        QVERIFY(bench.serve("a"));
        QCOMPARE(bench.engine.queueSize("a"), std::size_t {0});
        QVERIFY(bench.serve("b", TaskStatus::Completed, Value::object({{"x", 1}})));
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Completed);
        QCOMPARE(bench.execution(id).output["x"], Value(1));
        QVERIFY(bench.engine.waiting().empty());
        QVERIFY(bench.foldsToTheSame());
        QVERIFY(bench.sink.rests.size() >= 5);
    }

    void answersForUnknownWorkflows()
    {
        bench::Bench bench({});
        QCOMPARE(bench.engine.run("nope", command::Pause {}).error().code, ErrorCode::NotFound);
        StartRequest request;
        request.name = "nope";
        const Result<Text> id = bench.engine.start(request);
        QVERIFY(!id.ok());
        QCOMPARE(id.error().message, std::string("No such workflow defined. name=nope, version=null"));
        QVERIFY(bench.engine.world().order.empty());
        QVERIFY(!bench.engine.execution("nope"));
    }

    void urgentWorkGoesFirst()
    {
        bench::Bench bench({bench::workflow(kTwo)});
        bench.start("two");
        const Text urgent = bench.start("two", Value::object(), 9);
        QCOMPARE(bench.engine.nextFor("a")->workflowId, urgent);
        QCOMPARE(bench.engine.next()->workflowId, urgent);
    }

    void aTaskHandedBackWaitsForItsCallback()
    {
        bench::Bench bench({bench::workflow(kTwo)});
        const Text id = bench.start("two");
        const auto task = bench.poll("a");
        QVERIFY(!bench.engine.nextFor("a"));
        bench.update(id, *task, TaskStatus::InProgress, Value::object(), 30);
        QVERIFY(!bench.engine.nextFor("a"));
        QCOMPARE(bench.engine.nextReady("a"), std::optional<EpochMs>(1'030'000));
        bench.clock.advanceBy(30'000);
        QVERIFY(bench.serve("a"));
    }

    void retriesWaitTheirDelay()
    {
        bench::Bench bench({bench::workflow(kTwo)}, {bench::taskDef(R"({"name":"a","retryCount":1,"retryDelaySeconds":5,
            "timeoutSeconds":0})")});
        const Text id = bench.start("two");
        QVERIFY(bench.serve("a", TaskStatus::Failed));
        QVERIFY(!bench.poll("a"));
        bench.clock.advanceBy(5'000);
        QVERIFY(bench.serve("a", TaskStatus::Failed));
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Failed);
        QVERIFY(bench.foldsToTheSame());
    }

    void timeOutsComeWithTheSweep()
    {
        bench::Bench bench({bench::workflow(kTwo)}, {bench::taskDef(R"({"name":"a","retryCount":0,"timeoutSeconds":0,
            "responseTimeoutSeconds":10})")});
        const Text id = bench.start("two");
        QVERIFY(!bench.engine.nextOwn());
        (void)bench.poll("a");
        const auto sweep = bench.engine.nextOwn();
        QVERIFY(sweep);
        QCOMPARE(sweep->kind, WorkItem::Kind::Sweep);
        QCOMPARE(sweep->due, EpochMs {1'010'000});
        bench.clock.advanceTo(sweep->due);
        bench.work();
        QCOMPARE(bench.execution(id).status, WorkflowStatus::TimedOut);
        QVERIFY(bench.engine.waiting().empty());
    }

    void anAnsweredTaskIsSweptNoMore()
    {
        bench::Bench bench({bench::workflow(kTwo)}, {bench::taskDef(R"({"name":"a","timeoutSeconds":0,
            "responseTimeoutSeconds":10})")});
        bench.start("two");
        QVERIFY(bench.serve("a"));
        QVERIFY(!bench.engine.nextOwn());
    }

    void humansStopTheSweepUntilTheyAnswer()
    {
        bench::Bench bench({bench::workflow(R"({"name":"h","timeoutPolicy":"TIME_OUT_WF","timeoutSeconds":60,"tasks":[
            {"name":"h","taskReferenceName":"h","type":"HUMAN"},{"name":"b","taskReferenceName":"b"}]})")});
        const Text id = bench.start("h");
        QVERIFY(!bench.engine.nextOwn());
        bench.clock.advanceBy(30'000);
        bench.update(id, *bench.execution(id).latest("h"), TaskStatus::Completed);
        QVERIFY(bench.engine.nextOwn());
        QCOMPARE(bench.engine.nextOwn()->due, EpochMs {1'060'000});
    }

    void joinsAreVisitedWhenABranchEnds()
    {
        bench::Bench bench({bench::workflow(R"({"name":"f","tasks":[
            {"name":"fork","taskReferenceName":"fork","type":"FORK_JOIN","forkTasks":[
                [{"name":"a","taskReferenceName":"a"}],[{"name":"b","taskReferenceName":"b"}]]},
            {"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["a","b"]},
            {"name":"c","taskReferenceName":"c"}]})")});
        const Text id = bench.start("f");
        bench.work();
        QVERIFY(!bench.engine.nextOwn());
        QVERIFY(bench.serve("a", TaskStatus::Completed, Value::object({{"x", 1}})));
        QVERIFY(!bench.engine.nextOwn());
        QCOMPARE(bench.execution(id).latest("j")->outputData["a"]["x"], Value(1));
        QVERIFY(bench.serve("b"));
        QCOMPARE(bench.execution(id).latest("j")->status, TaskStatus::Completed);
        QVERIFY(bench.serve("c"));
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Completed);
        QVERIFY(bench.foldsToTheSame());
    }

    void callsNobodyTakesWaitForAnAnswer()
    {
        bench::Bench bench({bench::workflow(R"({"name":"c","tasks":[{"name":"call","taskReferenceName":"call","type":"HTTP",
            "inputParameters":{"uri":"x","method":"GET"}}]})")});
        const Text id = bench.start("c");
        bench.work();
        const auto item = bench.engine.next();
        QVERIFY(item);
        QCOMPARE(item->kind, WorkItem::Kind::OutsideCall);
        QVERIFY(!bench.engine.perform(*item).ok());
        TaskResult result;
        result.status = TaskStatus::Completed;
        result.outputData = Value::object({{"response", 5}});
        const Text taskId = bench.execution(id).task(item->slot)->taskId;
        QVERIFY(bench.engine.run(id, command::CompleteCall {item->slot, taskId, result}).ok());
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Completed);
        QVERIFY(bench.engine.waiting().empty());
    }

    void callsAreHandedOut()
    {
        bench::Bench bench({bench::workflow(R"({"name":"c","tasks":[{"name":"call","taskReferenceName":"call","type":"HTTP",
            "inputParameters":{"uri":"x","method":"GET"}}]})")});
        std::vector<std::string> calls;
        bench.engine.onCall = [&](const Text&, const effect::Call& call) { calls.push_back(toJson(call.request["uri"])); };
        bench.start("c");
        bench.work();
        QCOMPARE(calls, std::vector<std::string> {"\"x\""});
        QVERIFY(bench.engine.waiting().empty());
    }

    void limitedTasksAreCounted()
    {
        bench::Bench bench({bench::workflow(kTwo)}, {bench::taskDef(R"({"name":"a","concurrentExecLimit":1})")});
        const Text id = bench.start("two");
        QCOMPARE(bench.engine.inProgress("a"), std::size_t {0});
        const auto task = bench.poll("a");
        QCOMPARE(bench.engine.inProgress("a"), std::size_t {1});
        bench.update(id, *task, TaskStatus::Completed);
        QCOMPARE(bench.engine.inProgress("a"), std::size_t {0});
        bench.start("two");
        const auto item = bench.engine.nextFor("a");
        bench.engine.postpone(*item, 1'060'000);
        QVERIFY(!bench.engine.nextFor("a"));
        bench.clock.advanceBy(60'000);
        QVERIFY(bench.engine.nextFor("a"));
    }

    void removedAndForgottenExecutionsLeaveNothing()
    {
        bench::Bench bench({bench::workflow(kTwo)});
        const Text id = bench.start("two");
        QVERIFY(bench.engine.remove(id).ok());
        QVERIFY(!bench.engine.execution(id));
        QVERIFY(bench.engine.waiting().empty());
        QVERIFY(bench.foldsToTheSame());
        QVERIFY(!bench.engine.remove(id).ok());

        const Text other = bench.start("two");
        const std::size_t events = bench.sink.events.size();
        bench.engine.forget(other);
        QCOMPARE(bench.sink.events.size(), events);
        QVERIFY(bench.engine.world().order.empty());
        QVERIFY(!bench.engine.world().find(other));
    }

    void theClockIsNotedOnce()
    {
        bench::Bench bench({});
        bench.clock.advanceBy(50);
        bench.engine.noteClock();
        bench.engine.noteClock();
        QCOMPARE(bench.sink.events.size(), std::size_t {1});
        QCOMPARE(bench.engine.world().now, EpochMs {1'000'050});
        QVERIFY(bench.foldsToTheSame());
    }

    void aRestoredWorldGoesOn()
    {
        bench::Bench first({bench::workflow(kTwo)}, {bench::taskDef(R"({"name":"a","responseTimeoutSeconds":10,"timeoutSeconds":0,
            "concurrentExecLimit":3})")});
        const Text id = first.start("two");
        first.start("two", Value::object(), 5);
        (void)first.poll("a");
        bench::Bench second({bench::workflow(kTwo)});
        second.engine.restore(first.sink.world);
        QCOMPARE(second.engine.inProgress("a"), std::size_t {1});
        const auto before = first.engine.waiting();
        const auto after = second.engine.waiting();
        QCOMPARE(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(before[i].kind, after[i].kind);
            QCOMPARE(before[i].workflowId, after[i].workflowId);
            QCOMPARE(before[i].due, after[i].due);
            QCOMPARE(before[i].order, after[i].order);
        }
        QVERIFY(second.serve("a"));
        QVERIFY(second.serve("b"));
        QCOMPARE(second.execution(id).status, WorkflowStatus::Completed);
    }

    void everyMomentOfRestGoesOn()
    {
        bench::Bench first({bench::workflow(kTwo)});
        const Text id = first.start("two");
        QVERIFY(first.serve("a"));
        QVERIFY(first.serve("b"));
        for (const std::size_t length : first.sink.rests) {
            bench::Bench second({bench::workflow(kTwo)});
            World world;
            for (std::size_t i = 0; i < length; ++i)
                apply(world, first.sink.events[i]);
            second.engine.restore(world);
            second.work();
            for (const TaskPtr& task : second.execution(id).tasksBySeq()) {
                if (task->status == TaskStatus::InProgress)
                    second.update(id, *task, TaskStatus::Completed);
            }
            while (second.serve("a") || second.serve("b")) { }
            QCOMPARE(second.execution(id).status, WorkflowStatus::Completed);
        }
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
