// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/remoteconductor.h"
#include "support/await.h"
#include "support/scriptedserver.h"

#include <QTest>

#include <set>

using namespace baton;
using baton::test::await;
using baton::test::ScriptedAnswer;
using baton::test::ScriptedRequest;
using baton::test::ScriptedServer;

namespace {

RemoteSetup setupFor(const std::string& url)
{
    RemoteSetup setup;
    setup.server.url = url;
    setup.server.connection.retryDelay = Milliseconds(1);
    setup.server.connection.maxRetryDelay = Milliseconds(5);
    setup.server.connection.timeout = Milliseconds(15'000);
    setup.ids = std::make_shared<SeededIdSource>(7);
    return setup;
}

PollRequest pollOf(std::int64_t timeoutMs)
{
    PollRequest request;
    request.taskType = "a";
    request.timeoutMs = timeoutMs;
    return request;
}

/// A conductor before a server that answers the way a test says.
struct Scene {
    explicit Scene(ScriptedServer::Script script, const std::function<void(RemoteSetup&)>& change = {})
        : server(std::move(script)), conductor(changed(setupFor(server.url()), change))
    {
    }
    static RemoteSetup changed(RemoteSetup setup, const std::function<void(RemoteSetup&)>& change)
    {
        if (change)
            change(setup);
        return setup;
    }
    [[nodiscard]] Result<Text> start()
    {
        StartRequest request;
        request.name = "loan";
        return await<Text>([&](Reply<Text> reply) { conductor.workflows().start(request, std::move(reply)); });
    }
    [[nodiscard]] Result<ExecutionPtr> look(const char* id = "w1")
    {
        return await<ExecutionPtr>([&](Reply<ExecutionPtr> reply) { conductor.workflows().execution(id, std::move(reply)); });
    }
    [[nodiscard]] Result<std::vector<TaskView>> poll(std::int64_t timeoutMs = 100)
    {
        return await<std::vector<TaskView>>([&](auto reply) { conductor.tasks().poll(pollOf(timeoutMs), std::move(reply)); });
    }
    ScriptedServer server;
    RemoteConductor conductor;
};

std::string errorJson(int status, const std::string& message, bool retryable = false)
{
    return R"({"status":)" + std::to_string(status) + R"(,"message":")" + message + R"(","instance":"h","retryable":)"
        + (retryable ? "true" : "false") + "}";
}

const std::string kWorkflow = R"({"workflowId":"w1","status":"RUNNING","tasks":[]})";

}  // namespace

class TestRemoteFaults : public QObject {
    Q_OBJECT

private slots:
    void answersComeBack()
    {
        Scene scene([](const ScriptedRequest& request) {
            return request.method == "POST" ? ScriptedAnswer::text("id-1") : ScriptedAnswer::of(200, kWorkflow);
        });
        const Result<Text> id = scene.start();
        QVERIFY2(id.ok(), id.ok() ? "" : id.error().oneLine().c_str());
        QCOMPARE(id->str(), std::string("id-1"));
        const Result<ExecutionPtr> execution = scene.look();
        QVERIFY(execution.ok());
        QCOMPARE((*execution)->workflowId.str(), std::string("w1"));
        QCOMPARE(scene.server.requests()[0].target, std::string("/api/workflow"));
        QCOMPARE(scene.server.requests()[1].target, std::string("/api/workflow/w1?includeTasks=true"));
        QCOMPARE(scene.server.connections(), 1);   // kept
    }

    /// The library below would send it again by itself.
    void aLostStartIsNeverSentTwice()
    {
        Scene scene([](const ScriptedRequest& request) {
            return request.method == "GET" ? ScriptedAnswer::of(200, kWorkflow) : ScriptedAnswer::drop();
        });
        QVERIFY(scene.look().ok());   // so that the connection is a kept one
        const Result<Text> id = scene.start();
        QVERIFY(!id.ok());
        QCOMPARE(id.error().code, ErrorCode::Unavailable);
        QVERIFY2(id.error().hint.find("may have done it") != std::string::npos, id.error().oneLine().c_str());
        QCOMPARE(scene.server.count("POST", "/api/workflow"), 1);
    }

    void aLostPollIsNeverSentTwice()
    {
        Scene scene([](const ScriptedRequest& request) {
            return request.target.starts_with("/api/tasks") ? ScriptedAnswer::drop() : ScriptedAnswer::of(200, kWorkflow);
        });
        QVERIFY(scene.look().ok());
        const auto tasks = scene.poll();
        QVERIFY(!tasks.ok());
        QCOMPARE(scene.server.count("GET", "/api/tasks/poll/batch/a"), 1);
    }

    void aLostQuestionIsAskedAgain()
    {
        int asked = 0;
        Scene scene([&](const ScriptedRequest&) { return ++asked < 3 ? ScriptedAnswer::drop() : ScriptedAnswer::of(200, kWorkflow); });
        QVERIFY(scene.look().ok());
        QCOMPARE(asked, 3);
        QCOMPARE(scene.conductor.facts().repetitions, std::uint64_t {2});
    }

    void anEndIsPutToAskingAgain()
    {
        int asked = 0;
        Scene scene([&](const ScriptedRequest&) { ++asked; return ScriptedAnswer::of(503, errorJson(503, "later")); });
        const auto execution = scene.look();
        QVERIFY(!execution.ok());
        QCOMPARE(execution.error().code, ErrorCode::Unavailable);
        QCOMPARE(execution.error().message, std::string("later"));
        QCOMPARE(asked, 4);
    }

    void tooManyRequestsAreRepeatedEvenForAStart()
    {
        int asked = 0;
        Scene scene([&](const ScriptedRequest&) {
            return ++asked == 1 ? ScriptedAnswer::of(429, "{}", "application/json", {{"Retry-After", "0"}}) : ScriptedAnswer::text("id-9");
        });
        const Result<Text> id = scene.start();
        QVERIFY(id.ok());
        QCOMPARE(id->str(), std::string("id-9"));
    }

    void statusesBecomeErrors_data();
    void statusesBecomeErrors();
    void brokenAnswersAreOneClearError_data();
    void brokenAnswersAreOneClearError();

    void nobodyListens()
    {
        Scene scene([](const ScriptedRequest&) { return ScriptedAnswer::drop(); });
        scene.server.stop();
        const Result<Text> id = scene.start();
        QCOMPARE(id.error().code, ErrorCode::Unavailable);
        QVERIFY2(id.error().message.find("refused") != std::string::npos, id.error().oneLine().c_str());
        QCOMPARE(scene.conductor.facts().repetitions, std::uint64_t {3});   // nothing can have been done
    }

    void aSilentServerIsATimeout()
    {
        Scene scene([](const ScriptedRequest&) { return ScriptedAnswer::silence(); }, [](RemoteSetup& setup) {
            setup.server.connection.timeout = Milliseconds(60);
            setup.server.connection.maxRetries = 0;
        });
        const auto execution = scene.look();
        QCOMPARE(execution.error().code, ErrorCode::Timeout);
        QVERIFY(execution.error().message.find("60 ms") != std::string::npos);
    }

    /// Bytes that trickle do not push the end of the time away.
    void aSlowAnswerIsATimeout()
    {
        Scene scene([](const ScriptedRequest&) { return ScriptedAnswer {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"}; },
                    [](RemoteSetup& setup) {
                        setup.server.connection.timeout = Milliseconds(60);
                        setup.server.connection.maxRetries = 0;
                    });
        QCOMPARE(scene.look().error().code, ErrorCode::Timeout);
    }

    void aHugeAnswerIsCutOff()
    {
        const auto limited = [](RemoteSetup& setup) { setup.bodyLimit = 1000; };
        Scene announced([](const ScriptedRequest&) { return ScriptedAnswer::of(200, '"' + std::string(5000, 'x') + '"'); }, limited);
        QCOMPARE(announced.look().error().code, ErrorCode::InvalidArgument);
        const std::string chunk = "1388\r\n" + std::string(5000, 'x') + "\r\n0\r\n\r\n";
        Scene chunked([&](const ScriptedRequest&) { return ScriptedAnswer {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk}; }, limited);
        const auto cut = chunked.look();
        QCOMPARE(cut.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(cut.error().message.find("1000 bytes") != std::string::npos, cut.error().oneLine().c_str());
    }

    void redirectsAreToldNotFollowed()
    {
        Scene scene([](const ScriptedRequest&) { return ScriptedAnswer::of(302, "", "", {{"Location", "https://elsewhere/login"}}); });
        const Result<Text> id = scene.start();
        QCOMPARE(id.error().code, ErrorCode::Unavailable);
        QVERIFY2(id.error().hint.find("https://elsewhere/login") != std::string::npos, id.error().oneLine().c_str());
        QCOMPARE(scene.server.requests().size(), std::size_t {1});
    }

    /// Thirty held polls must not keep a heartbeat waiting.
    void lanesDoNotWaitForEachOther()
    {
        Scene scene([](const ScriptedRequest& request) {
            return request.target.starts_with("/api/tasks/poll") ? ScriptedAnswer::silence() : ScriptedAnswer::text("t");
        });
        int answered = 0;
        for (int i = 0; i < 30; ++i)
            scene.conductor.tasks().poll(pollOf(5000), [&](const auto&) { ++answered; });
        TaskResult lease;
        lease.workflowInstanceId = "w";
        lease.taskId = "t";
        lease.extendLease = true;
        const Result<Text> beat = await<Text>([&](Reply<Text> reply) { scene.conductor.tasks().update(lease, std::move(reply)); });
        QVERIFY(beat.ok());
        QTRY_COMPARE_WITH_TIMEOUT(scene.server.count("GET", "/api/tasks/poll/batch/a"), 30, 10'000);   // all at once
        QCOMPARE(scene.conductor.facts().inFlight[0], 30);
        QCOMPARE(answered, 0);
    }

    void closingAnswersWhatIsOpen()
    {
        std::atomic<int> cancelled {0};
        std::optional<Scene> scene;
        scene.emplace([](const ScriptedRequest&) { return ScriptedAnswer::silence(); });
        for (int i = 0; i < 10; ++i) {
            scene->conductor.tasks().poll(pollOf(100), [&](const Result<std::vector<TaskView>>& views) {
                cancelled += !views.ok() && views.error().code == ErrorCode::Cancelled ? 1 : 0;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(scene->server.requests().size(), std::size_t {10}, 10'000);
        scene.reset();
        QCOMPARE(cancelled.load(), 10);
    }

    void everyAttemptIsToldToTheObserver()
    {
        std::mutex mutex;
        std::vector<RequestRecord> records;
        int asked = 0;
        Scene scene([&](const ScriptedRequest&) { return ++asked == 1 ? ScriptedAnswer::drop() : ScriptedAnswer::of(200, kWorkflow); },
                    [&](RemoteSetup& setup) {
                        setup.observer = [&](const RequestRecord& record) {
                            const std::lock_guard lock(mutex);
                            records.push_back(record);
                        };
                    });
        QVERIFY(scene.look().ok());
        const std::lock_guard lock(mutex);
        QCOMPARE(records.size(), std::size_t {2});
        QCOMPARE(records[0].status, 0);
        QCOMPARE(records[1].status, 200);
        QCOMPARE(records[1].attempt, 2);
        QCOMPARE(records[1].uri, std::string("/workflow/{workflowId}"));
    }
};

void TestRemoteFaults::statusesBecomeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int status, const std::string& body, ErrorCode code, const char* message) {
        QTest::newRow(name) << status << QString::fromStdString(body) << static_cast<int>(code) << QString::fromUtf8(message);
    };
    row("400", 400, errorJson(400, "bad"), ErrorCode::InvalidArgument, "bad");
    row("401", 401, "", ErrorCode::Unavailable, "HTTP 401");
    row("403", 403, errorJson(403, "no right"), ErrorCode::Unavailable, "no right");
    row("404 of a thing", 404, errorJson(404, "No such workflow found by id: w1"), ErrorCode::NotFound, "No such workflow found by id: w1");
    row("404 of a route", 404, errorJson(404, "No static resource api/x."), ErrorCode::Unsupported, "No static resource api/x.");
    row("404 of a proxy", 404, "<html>nginx</html>", ErrorCode::Unavailable, "no Conductor answers here: HTTP 404 with a web page");
    row("409", 409, errorJson(409, "exists"), ErrorCode::Conflict, "exists");
    row("413", 413, errorJson(413, "too long"), ErrorCode::InvalidArgument, "too long");
    row("429", 429, errorJson(429, "slow down"), ErrorCode::Unavailable, "slow down");
    row("500", 500, errorJson(500, "it broke"), ErrorCode::Internal, "it broke");
    row("500 passing", 500, errorJson(500, "store away", true), ErrorCode::Unavailable, "store away");
    row("502 page", 502, "<html>bad gateway</html>", ErrorCode::Unavailable, "HTTP 502");
    row("503", 503, "overloaded", ErrorCode::Unavailable, "HTTP 503: overloaded");
    row("504", 504, "", ErrorCode::Timeout, "HTTP 504");
}

void TestRemoteFaults::statusesBecomeErrors()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(int, code);
    QFETCH(QString, message);
    Scene scene([&](const ScriptedRequest&) { return ScriptedAnswer::of(status, body.toStdString(), body.startsWith(u'<') ? "text/html" : "application/json"); },
                [](RemoteSetup& setup) { setup.server.connection.maxRetries = 0; });
    const auto execution = scene.look();
    QVERIFY(!execution.ok());
    QCOMPARE(QString::fromStdString(execution.error().message), message);
    QCOMPARE(static_cast<int>(execution.error().code), code);
    QCOMPARE(execution.error().source, scene.server.url() + "/api/workflow/w1");
}

void TestRemoteFaults::brokenAnswersAreOneClearError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("close");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, bool close, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << close << static_cast<int>(code);
    };
    row("dropped in the middle", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"workflowId\":\"w1\"", true, ErrorCode::Unavailable);
    row("chunks that end early", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"workflowId\":\"w\r\n", true, ErrorCode::Unavailable);
    row("dropped in the header", "HTTP/1.1 200 OK\r\nContent-Le", true, ErrorCode::Unavailable);
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", true, ErrorCode::Unavailable);
    row("truncated JSON", ScriptedAnswer::of(200, "{\"workflowId\":\"w1\"").bytes, false, ErrorCode::ParseError);
    row("corrupt JSON", ScriptedAnswer::of(200, "{\"workflowId\":\x01\xff}").bytes, false, ErrorCode::ParseError);
    row("another thing", ScriptedAnswer::of(200, "[1,2]").bytes, false, ErrorCode::ParseError);
    row("nothing", ScriptedAnswer::of(200).bytes, false, ErrorCode::ParseError);
    row("a web page", ScriptedAnswer::of(200, "<html>login</html>", "text/html").bytes, false, ErrorCode::Unavailable);
}

void TestRemoteFaults::brokenAnswersAreOneClearError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, close);
    QFETCH(int, code);
    Scene scene([&](const ScriptedRequest&) { return ScriptedAnswer {bytes.toStdString(), close}; },
                [](RemoteSetup& setup) { setup.server.connection.maxRetries = 0; });
    const auto execution = scene.look();
    QVERIFY(!execution.ok());
    QVERIFY2(!execution.error().message.empty(), execution.error().oneLine().c_str());
    QCOMPARE(static_cast<int>(execution.error().code), code);
}

QTEST_GUILESS_MAIN(TestRemoteFaults)
#include "tst_remotefaults.moc"
