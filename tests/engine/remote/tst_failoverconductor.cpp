// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/remote/failover/failoverconductor.h"
#include "engine/remote/remoteconductor.h"
#include "engine/value/json.h"
#include "support/await.h"

#include <QTest>

#include <deque>

using namespace baton;

namespace {

std::shared_ptr<EmbeddedConductor> conductorWith(const std::shared_ptr<VirtualClock>& clock, std::uint64_t seed)
{
    EmbeddedSetup setup;
    setup.clock = clock;
    setup.ids = std::make_shared<SeededIdSource>(seed);
    setup.evaluators = [] { return Evaluators(); };
    return std::make_shared<EmbeddedConductor>(std::move(setup));
}

/// Two Conductors inside the process, one of which plays the server, and looks that find what the test says.
struct Stage {
    explicit Stage(bool sideEffects = false) : failover(setup(sideEffects))
    {
        for (const auto& one : {server, embedded})
            expect(answerOf<void>([&](Done done) { one->metadata().registerWorkflow(definition(), true, std::move(done)); }));
    }

    FailoverSetup setup(bool sideEffects)
    {
        FailoverSetup made;
        made.remote = server;
        made.embedded = embedded;
        made.clock = clock;
        made.settings.sideEffectsWhileRehearsing = sideEffects;
        made.settings.failuresToLeave = 1;
        made.settings.successesToReturn = 1;
        made.settings.stableBeforeReturn = Milliseconds(1000);
        made.look = [this](Reply<HealthReport> reply) {
            HealthReport report;
            report.state = health;
            report.checkedAt = clock->now();
            reply(report);
        };
        made.after = [this](std::chrono::milliseconds delay, std::function<void()> call) {
            timers.emplace_back(clock->now() + delay.count(), std::move(call));
        };
        return made;
    }

    static WorkflowDefPtr definition(const char* name = "loan")
    {
        const std::string json = std::string(R"({"name":")") + name + R"(","ownerEmail":"a@b.c","tasks":[
            {"name":"score","taskReferenceName":"score","type":"SIMPLE"},{"name":"score","taskReferenceName":"again","type":"SIMPLE"}]})";
        return workflowDefFrom(parseJson(json).value()).value();
    }
    static void expect(const Status& status) { QVERIFY2(status.ok(), status.ok() ? "" : status.error().oneLine().c_str()); }

    /// Time goes on; what is due is called.
    void advance(std::int64_t milliseconds)
    {
        const EpochMs until = clock->now() + milliseconds;
        for (;;) {
            const auto next = std::min_element(timers.begin(), timers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            if (next == timers.end() || next->first > until)
                break;
            const auto call = std::move(next->second);
            clock->advanceTo(next->first);
            timers.erase(next);
            call();
        }
        clock->advanceTo(until);
    }
    Text start()
    {
        StartRequest request;
        request.name = "loan";
        return answerOf<Text>([&](Reply<Text> reply) { failover.workflows().start(request, std::move(reply)); }).valueOr("none");
    }
    std::vector<TaskView> poll()
    {
        PollRequest request;
        request.taskType = "score";
        request.count = 10;
        request.timeoutMs = 0;
        return answerOf<std::vector<TaskView>>([&](auto reply) { failover.tasks().poll(request, std::move(reply)); }).valueOr({});
    }
    Result<Text> complete(const TaskView& view, TaskStatus status = TaskStatus::Completed)
    {
        TaskResult result;
        result.workflowInstanceId = view.execution->workflowId;
        result.taskId = view.task->taskId;
        result.status = status;
        result.outputData = Value::object();
        return answerOf<Text>([&](Reply<Text> reply) { failover.tasks().update(result, std::move(reply)); });
    }
    static TaskStatus statusAt(EmbeddedConductor& where, const Text& taskId)
    {
        const auto view = answerOf<TaskView>([&](Reply<TaskView> reply) { where.tasks().task(taskId, std::move(reply)); });
        return view ? view->task->status : TaskStatus::Skipped;
    }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(1'700'000'000'000);
    std::shared_ptr<EmbeddedConductor> server = conductorWith(clock, 1);
    std::shared_ptr<EmbeddedConductor> embedded = conductorWith(clock, 2);
    HealthState health = HealthState::Healthy;
    std::deque<std::pair<EpochMs, std::function<void()>>> timers;
    FailoverConductor failover;
};

}  // namespace

class TestFailoverConductor : public QObject {
    Q_OBJECT

private slots:
    void nobodyAnswersBeforeTheFirstLook()
    {
        Stage stage;
        StartRequest request;
        request.name = "loan";
        const auto id = answerOf<Text>([&](Reply<Text> reply) { stage.failover.workflows().start(request, std::move(reply)); });
        QCOMPARE(id.error().code, ErrorCode::Unavailable);
    }

    void theVerdictIsToldOnce()
    {
        Stage stage;
        std::vector<FailoverPhase> told;
        stage.health = HealthState::Unreachable;
        stage.failover.start([&](const FailoverView& view) { told.push_back(view.phase); });
        stage.advance(60'000);
        QCOMPARE(told, std::vector<FailoverPhase> {FailoverPhase::Rehearsing});
    }

    void eachTaskIsAnsweredWhereItCameFrom()
    {
        Stage stage;
        stage.failover.start();
        const Text real = stage.start();
        const std::vector<TaskView> fromServer = stage.poll();
        QCOMPARE(fromServer.size(), std::size_t {1});
        stage.health = HealthState::Unreachable;
        stage.advance(5000);
        QCOMPARE(stage.failover.view().phase, FailoverPhase::Rehearsing);
        const Text rehearsed = stage.start();
        const std::vector<TaskView> fromUs = stage.poll();
        QCOMPARE(fromUs.size(), std::size_t {1});
        QVERIFY(stage.failover.originOfTask(fromServer[0].task->taskId) == Origin::Remote);
        QVERIFY(stage.failover.originOfTask(fromUs[0].task->taskId) == Origin::Embedded);
        // The server's task is finished while the embedded one does the work, ours after the return.
        QVERIFY(stage.complete(fromServer[0]).ok());
        stage.health = HealthState::Healthy;
        stage.advance(20'000);
        QCOMPARE(stage.failover.view().phase, FailoverPhase::Connected);
        QVERIFY(stage.complete(fromUs[0]).ok());
        QCOMPARE(Stage::statusAt(*stage.server, fromServer[0].task->taskId), TaskStatus::Completed);
        QCOMPARE(Stage::statusAt(*stage.embedded, fromUs[0].task->taskId), TaskStatus::Completed);
        QCOMPARE(Stage::statusAt(*stage.server, fromUs[0].task->taskId), TaskStatus::Skipped);   // unknown there
        QCOMPARE(stage.failover.view().switches, std::uint64_t {2});
        QVERIFY(real != rehearsed);
    }

    void questionsGoWhereTheExecutionIs()
    {
        Stage stage;
        stage.failover.start();
        const Text real = stage.start();
        stage.health = HealthState::Unreachable;
        stage.advance(5000);
        const Text rehearsed = stage.start();
        for (const Text& id : {real, rehearsed}) {
            const auto execution = answerOf<ExecutionPtr>([&](auto reply) { stage.failover.workflows().execution(id, std::move(reply)); });
            QVERIFY(execution.ok());
            Stage::expect(answerOf<void>([&](Done done) { stage.failover.workflows().pause(id, std::move(done)); }));
        }
        BulkRequest bulk;
        bulk.action = BulkRequest::Action::Resume;
        bulk.ids = {real, "nobody", rehearsed};
        const auto result = answerOf<BulkResult>([&](auto reply) { stage.failover.workflows().bulk(bulk, std::move(reply)); });
        QVERIFY(result.ok());
        QCOMPARE(result->successes, (std::vector<Text> {rehearsed, real}));
        QCOMPARE(result->errors.size(), std::size_t {1});
    }

    void whatTheServerTakesIsKnownHereToo()
    {
        Stage stage;
        stage.failover.start();
        Stage::expect(answerOf<void>([&](Done done) { stage.failover.metadata().registerWorkflow(Stage::definition("new"), false, std::move(done)); }));
        stage.health = HealthState::Unhealthy;
        stage.advance(5000);
        const auto known = answerOf<WorkflowDefPtr>([&](auto reply) { stage.failover.metadata().workflow("new", std::nullopt, std::move(reply)); });
        QVERIFY(known.ok());
    }

    void rehearsedTasksTouchNothing()
    {
        for (const bool allowed : {false, true}) {
            Stage stage(allowed);
            stage.failover.start();
            stage.start();
            const Text real = stage.poll().at(0).task->taskId;
            QVERIFY(stage.failover.sideEffectsAllowed(real));
            stage.health = HealthState::Unreachable;
            stage.advance(5000);
            stage.start();
            const Text rehearsed = stage.poll().at(0).task->taskId;
            QCOMPARE(stage.failover.sideEffectsAllowed(rehearsed), allowed);
            QVERIFY(stage.failover.sideEffectsAllowed(real));
        }
    }

    void observersAreToldInOrder()
    {
        Stage stage;
        std::vector<FailoverPhase> told;
        const int number = stage.failover.addObserver([&](const FailoverView& view) { told.push_back(view.phase); });
        stage.failover.start();
        stage.health = HealthState::Unreachable;
        stage.advance(5000);
        stage.health = HealthState::Healthy;
        stage.advance(10'000);
        QCOMPARE(told, (std::vector<FailoverPhase> {FailoverPhase::Connected, FailoverPhase::Rehearsing, FailoverPhase::Returning, FailoverPhase::Connected}));
        stage.failover.removeObserver(number);
        stage.health = HealthState::Unreachable;
        stage.advance(10'000);
        QCOMPARE(told.size(), std::size_t {4});
    }

    void aTaskIsForgottenWhenItIsAnswered()
    {
        Stage stage;
        stage.failover.start();
        stage.start();
        const TaskView view = stage.poll().at(0);
        stage.health = HealthState::Unreachable;
        stage.advance(5000);
        TaskResult lease;
        lease.workflowInstanceId = view.execution->workflowId;
        lease.taskId = view.task->taskId;
        lease.extendLease = true;
        QVERIFY(answerOf<Text>([&](Reply<Text> reply) { stage.failover.tasks().update(lease, std::move(reply)); }).ok());
        QVERIFY(stage.complete(view).ok());
        QVERIFY(stage.failover.originOfTask(view.task->taskId) == Origin::Remote);   // the embedded one does not know it
    }

    /// With a real client before a dead address: the first failed call has the server looked at again.
    void aDeadServerIsLeftSoon()
    {
        auto clock = std::make_shared<VirtualClock>(1'700'000'000'000);
        auto embedded = conductorWith(clock, 3);
        Stage::expect(answerOf<void>([&](Done done) { embedded->metadata().registerWorkflow(Stage::definition(), true, std::move(done)); }));
        RemoteSetup remote;
        remote.server.url = "http://127.0.0.1:1";
        remote.server.connection.retryDelay = Milliseconds(1);
        const auto client = std::make_shared<RemoteConductor>(remote);
        FailoverSetup setup;
        setup.remote = client;
        setup.embedded = embedded;
        setup.look = [&](Reply<HealthReport> reply) { client->checkHealth(Milliseconds(5000), std::move(reply)); };
        setup.after = [&](std::chrono::milliseconds delay, std::function<void()> call) { client->after(delay, std::move(call)); };
        FailoverConductor failover(setup);
        const auto verdict = test::await<FailoverView>([&](Reply<FailoverView> reply) { failover.start([reply](const FailoverView& view) { reply(view); }); });
        QVERIFY(verdict.ok());
        QCOMPARE(verdict->phase, FailoverPhase::Rehearsing);
        QCOMPARE(verdict->reason, FailoverReason::Unreachable);
        QVERIFY(!verdict->health.error.message.empty());
        StartRequest request;
        request.name = "loan";
        QVERIFY(test::await<Text>([&](Reply<Text> reply) { failover.workflows().start(request, std::move(reply)); }).ok());
    }
};

QTEST_GUILESS_MAIN(TestFailoverConductor)
#include "tst_failoverconductor.moc"
