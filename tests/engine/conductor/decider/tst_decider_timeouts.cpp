// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Total, run, poll and response time of tasks, and the time of a whole workflow.
class TestDeciderTimeouts : public QObject {
    Q_OBJECT

private slots:
    void taskLimits_data();
    void taskLimits();
    void theSweepComesInTime_data();
    void theSweepComesInTime();
    void retriesUseUpTheTotal();
    void workflowLimits_data();
    void workflowLimits();
    void aRetriedWorkflowHasItsTimeAgain();
    void pausedWorkflowsTimeOutWhenLookedAt();
    void delaysDoNotCount();
    void leasesPutItOff();
};

namespace {

void defineOne(MiniRun& run, const std::string& definition)
{
    run.taskDef("{'name': 'a', 'retryDelaySeconds': 0, " + definition + "}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
}

}  // namespace

void TestDeciderTimeouts::taskLimits_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<bool>("polled");
    QTest::addColumn<QString>("expected");
    const QString retried = QStringLiteral("w RUNNING|1 a a TIMED_OUT r \"%1\"|2 a a SCHEDULED #1 \"%1\"");
    const QString ended = QStringLiteral("w TIMED_OUT \"%1\"|1 a a TIMED_OUT \"%1\"");
    const QString kept = QStringLiteral("w RUNNING|1 a a %1");

    QTest::newRow("run, retry") << QByteArray("'timeoutSeconds': 5, 'timeoutPolicy': 'RETRY'") << true << retried.arg(
        QStringLiteral("Task timed out after 5 seconds. Timeout configured as 5 seconds. Timeout policy configured to RETRY"));
    QTest::newRow("run, workflow") << QByteArray("'timeoutSeconds': 5") << true << ended.arg(
        QStringLiteral("Task timed out after 5 seconds. Timeout configured as 5 seconds. Timeout policy configured to TIME_OUT_WF"));
    QTest::newRow("run, alert") << QByteArray("'timeoutSeconds': 5, 'timeoutPolicy': 'ALERT_ONLY'") << true
                                << kept.arg(QStringLiteral("IN_PROGRESS"));
    QTest::newRow("run, not polled") << QByteArray("'timeoutSeconds': 5") << false << kept.arg(QStringLiteral("SCHEDULED"));
    QTest::newRow("poll, retry") << QByteArray("'pollTimeoutSeconds': 5, 'timeoutPolicy': 'RETRY'") << false << retried.arg(
        QStringLiteral("Task poll timed out after 5 seconds. Poll timeout configured as 5 seconds. Timeout policy configured to "
                       "RETRY"));
    QTest::newRow("poll, polled") << QByteArray("'pollTimeoutSeconds': 5") << true << kept.arg(QStringLiteral("IN_PROGRESS"));
    QTest::newRow("response") << QByteArray("'responseTimeoutSeconds': 5, 'timeoutPolicy': 'ALERT_ONLY'") << true
        << retried.arg(QStringLiteral("responseTimeout: 5 exceeded for the taskId: <a> with Task Definition: a"));
    QTest::newRow("total, workflow") << QByteArray("'totalTimeoutSeconds': 5") << false << ended.arg(
        QStringLiteral("Task a/<a> exceeded total timeout of 5 seconds (elapsed 5 seconds across all attempts including retry "
                       "delays). Timeout policy: TIME_OUT_WF"));
}

void TestDeciderTimeouts::taskLimits()
{
    QFETCH(QByteArray, definition);
    QFETCH(bool, polled);
    QFETCH(QString, expected);
    MiniRun run;
    defineOne(run, definition.toStdString());
    run.start("w");
    if (polled)
        QVERIFY(run.poll("a"));
    run.now += 4999;
    QVERIFY(run.run(run.lastId(), command::Decide {}).ok());
    QCOMPARE(run.last().tasks.size(), std::size_t {1});
    run.now += 1;
    QVERIFY(run.run(run.lastId(), command::Decide {}).ok());
    QCOMPARE(QString::fromStdString(run.dump()), QString(expected).replace(QLatin1Char('|'), QLatin1Char('\n')));
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderTimeouts::theSweepComesInTime_data()
{
    taskLimits_data();
}

// The same, but nobody asks: the deadline says when to look.
void TestDeciderTimeouts::theSweepComesInTime()
{
    QFETCH(QByteArray, definition);
    QFETCH(bool, polled);
    QFETCH(QString, expected);
    MiniRun run;
    defineOne(run, definition.toStdString());
    run.start("w");
    if (polled)
        QVERIFY(run.poll("a"));
    run.advance(5);
    QCOMPARE(QString::fromStdString(run.dump()), QString(expected).replace(QLatin1Char('|'), QLatin1Char('\n')));
}

void TestDeciderTimeouts::retriesUseUpTheTotal()
{
    MiniRun run;
    defineOne(run, "'retryCount': 9, 'totalTimeoutSeconds': 10, 'timeoutPolicy': 'RETRY'");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "once"));
    run.now += 10'000;
    TaskResult result;
    result.status = TaskStatus::Failed;
    QVERIFY(run.update(run.lastId(), 1, result).ok());
    EXPECT_RUN(run, R"(
        w FAILED "Task <a#1>/a exceeded total timeout of 10 seconds (elapsed 10 seconds across all attempts). No further retries will be attempted." failed a
        1 a a FAILED r "once"
        2 a a FAILED #1
    )");
}

void TestDeciderTimeouts::workflowLimits_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("expected");
    QTest::newRow("time out") << "TIME_OUT_WF"
        << "w TIMED_OUT \"Workflow timed out after 8 seconds. Timeout configured as 8 seconds. Timeout policy configured to "
           "TIME_OUT_WF\"";
    QTest::newRow("alert") << "ALERT_ONLY" << "w RUNNING";
}

void TestDeciderTimeouts::workflowLimits()
{
    QFETCH(QString, policy);
    QFETCH(QString, expected);
    MiniRun run;
    run.workflow("{'name': 'w', 'timeoutSeconds': 8, 'timeoutPolicy': '" + policy.toStdString()
        + "', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    run.start("w");
    run.advance(8);
    ExecutionDump dump;
    QCOMPARE(QString::fromStdString(dump.workflowLine(run.last())), expected);
    QCOMPARE(run.task(run.lastId(), "a").status,
        policy == QLatin1String("ALERT_ONLY") ? TaskStatus::Scheduled : TaskStatus::Canceled);
}

void TestDeciderTimeouts::aRetriedWorkflowHasItsTimeAgain()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'timeoutSeconds': 8, 'timeoutPolicy': 'TIME_OUT_WF', 'tasks': [
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]})");
    run.start("w");
    run.advance(20);
    QVERIFY(run.retry(run.lastId()).ok());
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    run.advance(7);
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    run.advance(1);
    QCOMPARE(run.last().status, WorkflowStatus::TimedOut);
}

void TestDeciderTimeouts::pausedWorkflowsTimeOutWhenLookedAt()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'timeoutSeconds': 8, 'timeoutPolicy': 'TIME_OUT_WF', 'tasks': [
        {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]})");
    run.start("w");
    QVERIFY(run.run(run.lastId(), command::Pause {}).ok());
    run.advance(20);
    QCOMPARE(run.last().status, WorkflowStatus::Paused);
    QVERIFY(run.run(run.lastId(), command::Decide {}).ok());
    QCOMPARE(run.last().status, WorkflowStatus::TimedOut);
}

void TestDeciderTimeouts::delaysDoNotCount()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'pollTimeoutSeconds': 5, 'timeoutPolicy': 'RETRY'}");
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'startDelay': 10}]}");
    run.start("w");
    // The delay is both the task's and the queue's, and counts twice.
    run.advance(24);
    QCOMPARE(run.last().tasks.size(), std::size_t {1});
    run.advance(1);
    QCOMPARE(run.last().tasks.size(), std::size_t {2});
}

void TestDeciderTimeouts::leasesPutItOff()
{
    MiniRun run;
    defineOne(run, "'responseTimeoutSeconds': 5");
    run.start("w");
    const auto place = run.poll("a");
    run.advance(4);
    TaskResult result;
    result.extendLease = true;
    QVERIFY(run.update(place->first, place->second, result).ok());
    run.advance(4);
    QCOMPARE(run.last().tasks.size(), std::size_t {1});
    run.advance(1);
    QCOMPARE(run.last().tasks.size(), std::size_t {2});
}

QTEST_GUILESS_MAIN(TestDeciderTimeouts)
#include "tst_decider_timeouts.moc"
