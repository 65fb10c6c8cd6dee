// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"
#include "engine/conductor/types/waittime.h"

using namespace baton;
using namespace baton::test;

// Tasks that wait: for time, for people, for services.
class TestDeciderCalls : public QObject {
    Q_OBJECT

private slots:
    void durations_data();
    void durations();
    void moments_data();
    void moments();
    void waitEndsByItself();
    void waitWithoutTimeWaits();
    void waitRefusals_data();
    void waitRefusals();
    void humansAnswerWhenTheyLike();
    void httpIsCalledOnce();
    void httpComesBackLater();
    void httpFailures_data();
    void httpFailures();
    void eventsArePublished();
    void eventSinks_data();
    void eventSinks();
    void kafkaChecksItsRequest();
    void modelsAreAskedAndRetried();
    void duties_data();
    void duties();

private:
    void answer(MiniRun& run, TaskStatus status, const char* output, const char* reason = "")
    {
        QVERIFY(!run.calls.empty());
        const effect::Call call = run.calls.front();
        run.calls.erase(run.calls.begin());
        TaskResult result;
        result.status = status;
        result.outputData = MiniRun::value(output);
        result.reasonForIncompletion = reason;
        QVERIFY(run.run(run.lastId(), command::CompleteCall {call.slot, call.taskId, result}).ok());
    }
};

void TestDeciderCalls::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("all") << "1 days 2h 3m 4s" << qint64 {93784};
    QTest::newRow("one") << "5s" << qint64 {5};
    QTest::newRow("words") << " 2 Hours 30 MINUTES " << qint64 {9000};
    QTest::newRow("no blanks") << "1d2h" << qint64 {93600};
    QTest::newRow("short words") << "1hr 1min 1sec" << qint64 {3661};
    QTest::newRow("empty") << "" << qint64 {0};
    QTest::newRow("wrong order") << "1s 1m" << qint64 {-1};
    QTest::newRow("no unit") << "5" << qint64 {-1};
    QTest::newRow("nonsense") << "zz" << qint64 {-1};
    QTest::newRow("too large") << "99999999999s" << qint64 {-1};
}

void TestDeciderCalls::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QCOMPARE(qint64 {durationSeconds(text.toStdString()).value_or(-1)}, seconds);
}

void TestDeciderCalls::moments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("day") << "2026-03-01" << "2026-03-01T00:00:00Z";
    QTest::newRow("minute") << "2026-03-01 14:30" << "2026-03-01T14:30:00Z";
    QTest::newRow("zone") << "2026-03-01 14:30 GMT+2" << "2026-03-01T12:30:00Z";
    QTest::newRow("offset") << "2026-03-01 14:30 -0830" << "2026-03-01T23:00:00Z";
    QTest::newRow("named") << "2026-03-01 14:30 PST" << "2026-03-01T22:30:00Z";
    QTest::newRow("lenient") << "2026-02-30" << "2026-03-02T00:00:00Z";
    QTest::newRow("nonsense") << "tomorrow" << "";
    QTest::newRow("rest") << "2026-03-01 14:30 XYZ" << "";
    QTest::newRow("seconds") << "2026-03-01 14:30:00" << "";
}

void TestDeciderCalls::moments()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const std::optional<EpochMs> moment = untilMoment(text.toStdString());
    QCOMPARE(moment ? QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC).toString(Qt::ISODate) : QString(), utc);
}

void TestDeciderCalls::waitEndsByItself()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'WAIT',
        'inputParameters': {'duration': '2 days'}}, {'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]})");
    run.start("w");
    QCOMPARE(run.task(run.lastId(), "x").status, TaskStatus::InProgress);
    QCOMPARE(run.task(run.lastId(), "x").callbackAfterSeconds, 172800);
    run.advance(172800);
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    run.advance(1);
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'WAIT',
        'inputParameters': {'until': '2001-01-01'}}]})");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderCalls::waitWithoutTimeWaits()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'WAIT'}]}");
    run.start("w");
    run.advance(100'000);
    QCOMPARE(run.task(run.lastId(), "x").callbackAfterSeconds, 2147483647);
    TaskResult result;
    result.status = TaskStatus::Completed;
    result.outputData = MiniRun::value("{'by': 'me'}");
    QVERIFY(run.update(run.lastId(), run.slot(run.lastId(), "x"), result).ok());
    QCOMPARE(toJson(run.last().output), std::string(R"({"by":"me"})"));
}

void TestDeciderCalls::waitRefusals_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("reason");
    QTest::newRow("both") << QByteArray("{'duration': '1s', 'until': '2030-01-01'}")
                          << "Both 'duration' and 'until' specified. Please provide only one input";
    QTest::newRow("until") << QByteArray("{'until': 'never'}") << "Invalid/Unsupported Wait Until format.  Provided: never";
}

void TestDeciderCalls::waitRefusals()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, reason);
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'WAIT', 'inputParameters': "
        + input.toStdString() + "}]}");
    run.start("w");
    QCOMPARE(run.task(run.lastId(), "x").status, TaskStatus::FailedWithTerminalError);
    QCOMPARE(QString::fromStdString(run.task(run.lastId(), "x").reasonForIncompletion.str()), reason);
    // Only the next decision notices.
    QCOMPARE(run.last().status, WorkflowStatus::Running);
    QVERIFY(run.run(run.lastId(), command::Decide {}).ok());
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
}

void TestDeciderCalls::humansAnswerWhenTheyLike()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'timeoutSeconds': 60, 'timeoutPolicy': 'TIME_OUT_WF', 'tasks': [
        {'name': 'h', 'taskReferenceName': 'h', 'type': 'HUMAN', 'inputParameters': {'ask': '${CPEWF_TASK_ID}'}}]})");
    run.start("w");
    QCOMPARE(run.task(run.lastId(), "h").status, TaskStatus::InProgress);
    QCOMPARE(run.task(run.lastId(), "h").inputData["ask"].toText(), run.task(run.lastId(), "h").taskId);
    QVERIFY(!nextDeadline(run.last()));
    TaskResult result;
    result.status = TaskStatus::InProgress;
    result.outputData = MiniRun::value("{'draft': 1}");
    QVERIFY(run.update(run.lastId(), run.slot(run.lastId(), "h"), result).ok());
    QCOMPARE(run.task(run.lastId(), "h").status, TaskStatus::InProgress);
    result.status = TaskStatus::Completed;
    QVERIFY(run.update(run.lastId(), run.slot(run.lastId(), "h"), result).ok());
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderCalls::httpIsCalledOnce()
{
    MiniRun run;
    run.sources.secrets["T"] = "tok";
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'h', 'taskReferenceName': 'h', 'type': 'HTTP', 'inputParameters': {
        'http_request': {'uri': 'http://x/${workflow.input.p}', 'method': 'GET', 'headers': {'t': '${workflow.secrets.T}'}}}}]})");
    run.start("w", "{'p': 'y'}");
    QCOMPARE(run.calls.size(), std::size_t {1});
    QCOMPARE(run.calls[0].kind, "HTTP");
    QCOMPARE(toJson(run.calls[0].request), std::string(R"({"uri":"http://x/y","method":"GET","headers":{"t":"tok"}})"));
    QCOMPARE(run.task(run.lastId(), "h").status, TaskStatus::Scheduled);
    QCOMPARE(run.task(run.lastId(), "h").inputData["asyncComplete"], Value(false));
    answer(run, TaskStatus::Completed, "{'response': {'statusCode': 200}}");
    EXPECT_RUN(run, R"(
        w COMPLETED {"response":{"statusCode":200}}
        1 h HTTP COMPLETED {"http_request":{"uri":"http://x/y","method":"GET","headers":{"t":"${workflow.secrets.T}"}},"asyncComplete":false} -> {"response":{"statusCode":200}}
    )");
}

void TestDeciderCalls::httpComesBackLater()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'h', 'taskReferenceName': 'h', 'type': 'HTTP', 'asyncComplete': true,
        'inputParameters': {'uri': 'http://x', 'method': 'POST'}}]})");
    run.start("w");
    answer(run, TaskStatus::InProgress, "{'response': {'statusCode': 202}}");
    QCOMPARE(run.task(run.lastId(), "h").status, TaskStatus::InProgress);
    run.advance(100'000);
    QVERIFY(run.calls.empty());
    TaskResult result;
    result.status = TaskStatus::Completed;
    QVERIFY(run.update(run.lastId(), run.slot(run.lastId(), "h"), result).ok());
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderCalls::httpFailures_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no uri") << QByteArray("{'http_request': {'method': 'GET'}}")
        << "Missing HTTP URI.  See documentation for HttpTask for required input parameters";
    QTest::newRow("no method") << QByteArray("{'http_request': {'uri': 'x'}}") << "No HTTP method specified";
    QTest::newRow("no object") << QByteArray("{'http_request': 'x'}")
        << "Failed to invoke HTTP task due to: the request is not an object";
}

void TestDeciderCalls::httpFailures()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, reason);
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'h', 'taskReferenceName': 'h', 'type': 'HTTP', 'inputParameters': "
        + input.toStdString() + "}]}");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
    QCOMPARE(QString::fromStdString(run.task(run.lastId(), "h").reasonForIncompletion.str()), reason);
}

void TestDeciderCalls::eventsArePublished()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'e', 'taskReferenceName': 'e', 'type': 'EVENT', 'sink': 'conductor:q',
        'inputParameters': {'a': 1}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED {"a":1,"sink":"conductor:q","asyncComplete":false,"workflowInstanceId":"<w>","workflowType":"w","workflowVersion":1,"correlationId":null,"taskToDomain":{},"event_produced":"conductor:w:q"}
        1 e EVENT COMPLETED {"a":1,"sink":"conductor:q","asyncComplete":false} -> {"a":1,"sink":"conductor:q","asyncComplete":false,"workflowInstanceId":"<w>","workflowType":"w","workflowVersion":1,"correlationId":null,"taskToDomain":{},"event_produced":"conductor:w:q"}
    )");
    QCOMPARE(run.published.size(), std::size_t {1});
    QCOMPARE(run.published[0].sink, "conductor:w:q");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'e', 'taskReferenceName': 'e', 'type': 'EVENT', 'sink': 'conductor',
        'asyncComplete': true}]})");
    run.start("w");
    QVERIFY(run.run(run.lastId(), command::Decide {}).ok());
    QCOMPARE(run.task(run.lastId(), "e").status, TaskStatus::InProgress);
    QCOMPARE(run.published.size(), std::size_t {2});
    QCOMPARE(run.published[1].sink, "conductor:w:e");
}

void TestDeciderCalls::eventSinks_data()
{
    QTest::addColumn<QString>("sink");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unclear") << "conductorX" << "Invalid / Unsupported sink specified: conductorX";
    QTest::newRow("unknown") << "zzz:q" << "Error loading queue:zzz:q, for task:<e>, error: Unknown queue type zzz";
}

void TestDeciderCalls::eventSinks()
{
    QFETCH(QString, sink);
    QFETCH(QString, reason);
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'e', 'taskReferenceName': 'e', 'type': 'EVENT', 'sink': '"
        + sink.toStdString() + "'}]}");
    run.start("w");
    const QString text = QString::fromStdString(run.dump());
    QVERIFY2(text.contains(QStringLiteral("reason: '") + reason + QLatin1Char('\'')), qPrintable(text));
}

void TestDeciderCalls::kafkaChecksItsRequest()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'k', 'taskReferenceName': 'k', 'type': 'KAFKA_PUBLISH',
        'inputParameters': {'kafka_request': '${workflow.input.k}'}}]})");
    run.start("w", "{'k': {'bootStrapServers': 'b', 'topic': ' '}}");
    QVERIFY(run.task(run.lastId(), "k").reasonForIncompletion.view().starts_with("Missing Kafka topic."));
    run.start("w", "{'k': {'bootStrapServers': 'b', 'topic': 't', 'value': 1}}");
    QCOMPARE(run.calls.size(), std::size_t {1});
    answer(run, TaskStatus::Completed, "{}");
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
}

void TestDeciderCalls::modelsAreAskedAndRetried()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'chat', 'taskReferenceName': 'c', 'type': 'LLM_CHAT_COMPLETE',
        'inputParameters': {'model': 'm'}}]})");
    run.start("w");
    QCOMPARE(run.task(run.lastId(), "c").taskDefName, "LLM_CHAT_COMPLETE");
    for (int attempt = 0; attempt < 3; ++attempt) {
        answer(run, TaskStatus::Failed, "{}", "Task execution failed: no key");
        QCOMPARE(run.task(run.lastId(), "c").retryCount, attempt + 1);
        QCOMPARE(run.task(run.lastId(), "c").startDelayInSeconds, 2 * (attempt + 1));
        run.advance(2 * (attempt + 1));
    }
    answer(run, TaskStatus::Failed, "{}", "Task execution failed: no key");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
}

void TestDeciderCalls::duties_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("duty");
    const auto row = [](const char* type, TaskDuty duty) { QTest::newRow(type) << type << int(duty); };
    for (const char* type : {"SWITCH", "DECISION", "FORK", "DO_WHILE", "EXCLUSIVE_JOIN", "SET_VARIABLE", "INLINE", "LAMBDA",
             "JSON_JQ_TRANSFORM", "TERMINATE", "NOOP", "EVENT"})
        row(type, TaskDuty::Synchronous);
    for (const char* type : {"JOIN", "WAIT", "SUB_WORKFLOW", "START_WORKFLOW", "HTTP", "KAFKA_PUBLISH", "LLM_CHAT_COMPLETE",
             "CALL_MCP_TOOL", "JDBC", "AGENT"})
        row(type, TaskDuty::Asynchronous);
    row("HUMAN", TaskDuty::External);
    for (const char* type : {"SIMPLE", "FORK_JOIN", "FORK_JOIN_DYNAMIC", "DYNAMIC", "credit_check", "PULL_WORKFLOW_MESSAGES", ""})
        row(*type ? type : "nothing", TaskDuty::Worker);
}

void TestDeciderCalls::duties()
{
    QFETCH(QString, type);
    QFETCH(int, duty);
    QCOMPARE(int(dutyOf(type.toStdString())), duty);
}

QTEST_GUILESS_MAIN(TestDeciderCalls)
#include "tst_decider_calls.moc"
