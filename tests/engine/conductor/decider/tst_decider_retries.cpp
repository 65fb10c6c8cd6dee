// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/retry.h"
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Failing, trying again, giving up, and the worker's side of a task.
class TestDeciderRetries : public QObject {
    Q_OBJECT

private slots:
    void delays_data();
    void delays();
    void jitterDelaysTheQueueOnly();
    void anotherAttemptIsMade();
    void inputsAreResolvedAgain();
    void retriesRunOut();
    void terminalErrorsAreFinal();
    void theTaskOverridesItsDefinition();
    void optionalTasksMayFail();
    void permissiveTasksFailAtTheEnd();
    void bothMeansOptional();
    void progressGoesBackToTheQueue();
    void leasesAreExtended();
    void lateUpdatesAreIgnored();
    void logsAreKept();
    void longReasonsAreCut();
    void unknownTasksAreRefused();
    void whyIsRecorded();
};

void TestDeciderRetries::delays_data()
{
    QTest::addColumn<int>("logic");
    QTest::addColumn<int>("delay");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("expected");
    const int fixed = int(RetryLogic::Fixed);
    const int linear = int(RetryLogic::LinearBackoff);
    const int exponential = int(RetryLogic::ExponentialBackoff);
    QTest::newRow("fixed") << fixed << 5 << 1 << 0 << 3 << 5;
    QTest::newRow("fixed, capped") << fixed << 50 << 1 << 7 << 3 << 7;
    QTest::newRow("linear") << linear << 5 << 3 << 0 << 0 << 15;
    QTest::newRow("linear, third") << linear << 5 << 3 << 0 << 2 << 45;
    QTest::newRow("exponential, first") << exponential << 5 << 1 << 0 << 0 << 5;
    QTest::newRow("exponential") << exponential << 5 << 1 << 0 << 4 << 80;
    QTest::newRow("exponential, capped") << exponential << 5 << 1 << 30 << 4 << 30;
    QTest::newRow("linear, overflow") << linear << 2'000'000'000 << 1 << 0 << 1 << 2'147'483'647;
    QTest::newRow("exponential, overflow") << exponential << 3 << 1 << 0 << 30 << 2'147'483'647;
    QTest::newRow("overflow, capped") << exponential << 3 << 1 << 60 << 30 << 60;
}

void TestDeciderRetries::delays()
{
    QFETCH(int, logic);
    QFETCH(int, delay);
    QFETCH(int, scale);
    QFETCH(int, cap);
    QFETCH(int, retries);
    QFETCH(int, expected);
    TaskDef definition;
    definition.retryLogic = static_cast<RetryLogic>(logic);
    definition.retryDelaySeconds = delay;
    definition.backoffScaleFactor = scale;
    definition.maxRetryDelaySeconds = cap;
    QCOMPARE(retryDelay(definition, retries), expected);
}

void TestDeciderRetries::jitterDelaysTheQueueOnly()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 5, 'retryDelaySeconds': 2, 'backoffJitterMs': 500}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED"));
    const TaskRun& next = run.task(run.lastId(), "a");
    QCOMPARE(next.callbackAfterSeconds, 2);
    QVERIFY(next.callbackAfterMs >= 2000 && next.callbackAfterMs <= 2500);
}

void TestDeciderRetries::anotherAttemptIsMade()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 1, 'retryDelaySeconds': 4}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{'o': 1}", "broke"));
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a a FAILED r {} -> {"o":1} "broke"
        2 a a SCHEDULED #1 >4 "broke"
    )");
    const TaskRun& next = run.task(run.lastId(), "a");
    QCOMPARE(next.retriedTaskId, run.last().task(0)->taskId);
    QCOMPARE(next.callbackAfterSeconds, 4);
    QCOMPARE(next.pollCount, 0);
    QCOMPARE(next.startTime, 0);
    QCOMPARE(next.firstScheduledTime, run.last().task(0)->firstScheduledTime);
    QVERIFY(!run.work("a"));
    run.advance(4);
    QVERIFY(run.work("a"));
    // A failure that was made good is still told.
    EXPECT_RUN(run, R"(
        w COMPLETED failed a
        1 a a FAILED r {} -> {"o":1} "broke"
        2 a a COMPLETED #1 >4
    )");
}

void TestDeciderRetries::inputsAreResolvedAgain()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 1, 'retryDelaySeconds': 0}");
    run.workflow(R"({'name': 'w', 'variables': {'v': 1}, 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE',
        'inputParameters': {'v': '${workflow.variables.v}', 'id': '${CPEWF_TASK_ID}'}}]})");
    run.start("w");
    QVERIFY(run.run(run.lastId(), command::UpdateVariables {MiniRun::value("{'v': 2}")}).ok());
    QVERIFY(run.work("a", "FAILED"));
    QCOMPARE(run.task(run.lastId(), "a").inputData["v"], Value(2));
    QCOMPARE(run.task(run.lastId(), "a").inputData["id"].toText(), run.task(run.lastId(), "a").taskId);
}

void TestDeciderRetries::retriesRunOut()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 1, 'retryDelaySeconds': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'},
        {'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "first"));
    QVERIFY(run.work("a", "FAILED", "{'o': 2}"));
    EXPECT_RUN(run, R"(
        w FAILED "Task <a#1> failed with status: FAILED and reason: 'null'" {"o":2} failed a
        1 a a FAILED r "first"
        2 a a FAILED #1 {} -> {"o":2}
    )");
}

void TestDeciderRetries::terminalErrorsAreFinal()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED_WITH_TERMINAL_ERROR", "{}", "hopeless"));
    EXPECT_RUN(run, R"(
        w FAILED "Task <a> failed with status: FAILED and reason: 'hopeless'" failed a
        1 a a FAILED_WITH_TERMINAL_ERROR "hopeless"
    )");
    run.start("w");
    QVERIFY(run.work("a", "CANCELED"));
    QCOMPARE(run.last().status, WorkflowStatus::Terminated);
}

void TestDeciderRetries::theTaskOverridesItsDefinition()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 5, 'retryDelaySeconds': 0}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'retryCount': 0}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED"));
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
}

void TestDeciderRetries::optionalTasksMayFail()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'optional': true},
        {'name': 's', 'taskReferenceName': 's', 'type': 'SET_VARIABLE', 'inputParameters': {'a': '${a.status}'}}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    EXPECT_RUN(run, R"(
        w COMPLETED vars {"a":"COMPLETED_WITH_ERRORS"}
        1 a a COMPLETED_WITH_ERRORS x "broke"
        2 s SET_VARIABLE COMPLETED {"a":"COMPLETED_WITH_ERRORS"} -> {}
    )");
}

void TestDeciderRetries::permissiveTasksFailAtTheEnd()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'permissive': true},
        {'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED_WITH_TERMINAL_ERROR", "{}", "broke"));
    QVERIFY(run.work("b", "COMPLETED", "{'v': 1}"));
    EXPECT_RUN(run, R"(
        w FAILED "Task <a> failed with status: FAILED_WITH_TERMINAL_ERROR and reason: 'broke'" {"v":1} failed a
        1 a a FAILED_WITH_TERMINAL_ERROR x "broke"
        2 b b COMPLETED {} -> {"v":1}
    )");
}

void TestDeciderRetries::bothMeansOptional()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'permissive': true, 'optional': true},
        {'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(run.task(run.lastId(), "a").status, TaskStatus::CompletedWithErrors);
}

void TestDeciderRetries::progressGoesBackToTheQueue()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    const auto place = run.poll("a");
    QVERIFY(place);
    QCOMPARE(run.task(run.lastId(), "a").status, TaskStatus::InProgress);
    QCOMPARE(run.task(run.lastId(), "a").pollCount, 1);
    TaskResult result;
    result.status = TaskStatus::InProgress;
    result.outputData = MiniRun::value("{'half': 1}");
    result.callbackAfterSeconds = 10;
    result.reasonForIncompletion = "later";
    QVERIFY(run.update(place->first, place->second, result).ok());
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a a SCHEDULED {} -> {"half":1} "later"
    )");
    QVERIFY(!run.poll("a"));
    run.advance(10);
    QVERIFY(run.poll("a"));
    QCOMPARE(run.task(run.lastId(), "a").pollCount, 2);
    QCOMPARE(run.task(run.lastId(), "a").callbackAfterSeconds, 0);
}

void TestDeciderRetries::leasesAreExtended()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    const auto place = run.poll("a");
    run.now += 5000;
    TaskResult result;
    result.status = TaskStatus::Failed;
    result.extendLease = true;
    QVERIFY(run.update(place->first, place->second, result).ok());
    QCOMPARE(run.task(run.lastId(), "a").status, TaskStatus::InProgress);
    QCOMPARE(run.task(run.lastId(), "a").updateTime, run.now);
}

void TestDeciderRetries::lateUpdatesAreIgnored()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    const auto place = run.poll("a");
    QVERIFY(run.run(run.lastId(), command::Terminate {"over"}).ok());
    const std::size_t events = run.events.size();
    TaskResult result;
    result.status = TaskStatus::Completed;
    QVERIFY(run.update(place->first, place->second, result).ok());
    QCOMPARE(run.events.size(), events);
    QCOMPARE(run.task(run.lastId(), "a").status, TaskStatus::Canceled);
}

void TestDeciderRetries::logsAreKept()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    const auto place = run.poll("a");
    TaskResult result;
    result.status = TaskStatus::Completed;
    for (int i = 0; i < 12; ++i)
        result.logs.push_back({Text("line " + std::to_string(i)), i == 0 ? EpochMs {5} : EpochMs {0}});
    QVERIFY(run.update(place->first, place->second, result).ok());
    std::vector<Value> lines;
    for (const Event& event : run.events) {
        if (event.kind == EventKind::TaskLogged)
            lines.push_back(event.detail);
    }
    QCOMPARE(lines.size(), std::size_t {10});
    QCOMPARE(toJson(lines[0]), std::string(R"({"log":"line 0","createdTime":5})"));
    QCOMPARE(lines[1]["createdTime"].asInteger(), run.now);
}

void TestDeciderRetries::longReasonsAreCut()
{
    MiniRun run;
    run.context.settings.maxReasonLength = 4;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "héé!x"));
    QCOMPARE(run.task(run.lastId(), "a").reasonForIncompletion, "héé!");
}

void TestDeciderRetries::unknownTasksAreRefused()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    TaskResult result;
    result.taskId = "nobody";
    QVERIFY(!run.run(run.lastId(), command::UpdateTask {result}).ok());
    QCOMPARE(QString::fromStdString(run.error), QStringLiteral("No such task found by id: nobody"));
    QVERIFY(!run.run(run.lastId(), command::PollTask {99, "x", {}}).ok());
    QVERIFY(!run.run(run.lastId(), command::VisitSystemTask {0}).ok());
}

void TestDeciderRetries::whyIsRecorded()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 2, 'retryDelaySeconds': 3, 'retryLogic': 'EXPONENTIAL_BACKOFF'}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    QVERIFY(run.work("a", "FAILED"));
    const auto last = std::find_if(run.events.rbegin(), run.events.rend(),
        [](const Event& event) { return event.kind == EventKind::TaskScheduled; });
    QCOMPARE(QString::fromStdString(toJson(last->detail)), QStringLiteral(
        R"({"retry":1,"of":2,"delaySeconds":3,"logic":"EXPONENTIAL_BACKOFF","after":"FAILED"})"));
}

QTEST_GUILESS_MAIN(TestDeciderRetries)
#include "tst_decider_retries.moc"
