// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/json.h"

#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace baton;

namespace {

constexpr int kPatience = 30'000;

struct Answer {
    int status = 0;              // 0: the server is gone
    std::string body;
};

/// One request on a connection of its own.
Answer ask(quint16 port, const QByteArray& method, const QByteArray& path, const std::string& body = {})
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(kPatience))
        return {};
    socket.write(method + " /api" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(static_cast<qulonglong>(body.size())) + "\r\n\r\n" + QByteArray::fromStdString(body));
    QByteArray all;
    while (socket.waitForReadyRead(kPatience))
        all += socket.readAll();
    all += socket.readAll();
    const qsizetype head = all.indexOf("\r\n\r\n");
    if (head < 0)
        return {};
    return {all.mid(9, 3).toInt(), all.mid(head + 4).toStdString()};
}

Value json(const Answer& answer)
{
    return parseJson(answer.body).valueOr({});
}

}  // namespace

/// `baton serve --db`, killed in the middle of its work again and again.
class TestServeKilled : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyWorkflowCompletesAndNothingToldIsLost();

private:
    void start();
    void kill();
    Answer ask(const QByteArray& method, const QByteArray& path, const std::string& body = {})
    {
        return ::ask(m_port, method, path, body);
    }
    /// Polls a type and answers; true when there was something.
    bool serve(const char* type);
    std::string statusOf(const std::string& id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;
    std::set<std::string> m_started;
    std::set<std::string> m_answered;
};

void TestServeKilled::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestServeKilled::cleanup()
{
    if (m_server)
        kill();
}

void TestServeKilled::start()
{
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server->start(QStringLiteral(BATON_PROGRAM), {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
        QStringLiteral("--db"), m_folder->filePath(QStringLiteral("store.db"))});
    QVERIFY(m_server->waitForStarted(kPatience));
    while (!m_server->canReadLine())
        QVERIFY2(m_server->waitForReadyRead(kPatience), "the server does not start");
    const QString line = QString::fromUtf8(m_server->readLine());
    m_port = line.section(QLatin1String("127.0.0.1:"), 1).section(QLatin1Char('/'), 0, 0).toUShort();
    QVERIFY2(m_port > 0, qPrintable(line));
}

void TestServeKilled::kill()
{
    m_server->kill();
    m_server->waitForFinished(kPatience);
    m_server.reset();
}

bool TestServeKilled::serve(const char* type)
{
    const Value task = json(ask("GET", QByteArray("/tasks/poll/batch/") + type + "?count=1&timeout=0")).at(0);
    if (!task.isObject())
        return false;
    const std::string id(task["taskId"].asText());
    const Value result = Value::object({{"workflowInstanceId", task["workflowInstanceId"]}, {"taskId", id}, {"status", "COMPLETED"},
        {"outputData", Value::object({{"seen", true}})}});
    if (ask("POST", "/tasks", toJson(result)).status == 200)
        m_answered.insert(id);
    return true;
}

std::string TestServeKilled::statusOf(const std::string& id)
{
    return std::string(json(ask("GET", "/workflow/" + QByteArray::fromStdString(id)))["status"].asText());
}

void TestServeKilled::everyWorkflowCompletesAndNothingToldIsLost()
{
    const std::string definitions = R"([
        {"name":"k_child","version":1,"schemaVersion":2,"ownerEmail":"a@b.c","tasks":[{"name":"k_c","taskReferenceName":"c","type":"SIMPLE"}]},
        {"name":"k_flow","version":1,"schemaVersion":2,"ownerEmail":"a@b.c","tasks":[
          {"name":"k_a","taskReferenceName":"a","type":"SIMPLE"},
          {"name":"f","taskReferenceName":"f","type":"FORK_JOIN","forkTasks":[
            [{"name":"k_b","taskReferenceName":"b1","type":"SIMPLE"}],
            [{"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"k_child","version":1}}],
            [{"name":"w","taskReferenceName":"w","type":"WAIT","inputParameters":{"duration":"1 seconds"}}]]},
          {"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["b1","sub","w"]},
          {"name":"k_a","taskReferenceName":"last","type":"SIMPLE"}]}])";
    QCOMPARE(ask("PUT", "/metadata/workflow", definitions).status, 200);
    QCOMPARE(ask("POST", "/scheduler/schedules", R"({"name":"k_s","cronExpression":"0 0 0 1 1 ?","startWorkflowRequest":{"name":"k_flow"}})").status, 200);
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        for (int i = 0; i < 15; ++i) {
            const Answer started = ask("POST", "/workflow", R"({"name":"k_flow","version":1,"input":{"n":1}})");
            QCOMPARE(started.status, 200);
            m_started.insert(started.body);
            for (const char* type : {"k_a", "k_b", "k_c"}) {
                if (i % 3 == round % 3)
                    (void)serve(type);
            }
        }
        // A task in a worker's hands, and a start nobody has heard the answer of, are open when the end comes.
        const Value inHand = json(ask("GET", "/tasks/poll/k_a"));
        QVERIFY(inHand.isObject());
        kill();
        start();
        for (const std::string& id : m_started)
            QCOMPARE(statusOf(id).empty(), false);
        for (const std::string& id : m_answered)
            QCOMPARE(json(ask("GET", "/tasks/" + QByteArray::fromStdString(id)))["status"], Value("COMPLETED"));
        const Value late = Value::object({{"workflowInstanceId", inHand["workflowInstanceId"]}, {"taskId", inHand["taskId"]},
            {"status", "COMPLETED"}});
        QCOMPARE(ask("POST", "/tasks", toJson(late)).status, 200);
    }
    const auto allCompleted = [&] {
        while (serve("k_a") || serve("k_b") || serve("k_c")) { }
        return std::ranges::all_of(m_started, [&](const std::string& id) { return statusOf(id) == "COMPLETED"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allCompleted(), kPatience);
    QCOMPARE(m_started.size(), static_cast<std::size_t>(15 * kRounds));
    QCOMPARE(json(ask("GET", "/scheduler/schedules/k_s"))["cronExpression"], Value("0 0 0 1 1 ?"));
}

QTEST_GUILESS_MAIN(TestServeKilled)
#include "tst_servekilled.moc"
