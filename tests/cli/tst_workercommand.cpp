// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/json.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>

using namespace baton;
using namespace Qt::StringLiterals;

/// The program itself as a service: started, asked, told, stopped.
class TestWorkerCommand : public QObject {
    Q_OBJECT

private slots:
    void rehearsesSamplesAndEnds();
    void worksUntilItIsAskedToStop_data();
    void worksUntilItIsAskedToStop();
    void takesUpAChangedConfiguration();
    void worksForAServerThroughItsRestart();
    void refusesAWrongConfiguration();
    void namesTheTakenPort();
    void tellsSystemd();
    void printsSettings();

private:
    struct Service {
        QProcess process;
        QByteArray text;

        explicit Service(const QTemporaryDir& folder, const QStringList& more = {})
        {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"BATON_HEALTH_PORT"_s, u"0"_s);
            environment.insert(u"BATON_METRICS_PORT"_s, u"0"_s);
            environment.insert(u"BATON_JOURNAL"_s, folder.filePath(u"results.sqlite"_s));
            environment.insert(u"LOG_FORMAT"_s, u"json"_s);
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.setProgram(QStringLiteral(BATON_PROGRAM));
            process.setArguments(QStringList {u"worker"_s} + more);
        }
        ~Service()
        {
            process.kill();
            process.waitForFinished();
        }
        void start() { process.start(); }
        /// The first line of the log with that message, once it is there; null after half a minute.
        Value line(std::string_view message)
        {
            for (;;) {
                text += process.readAll();   // an event loop in between may have brought some already
                for (const QByteArray& one : text.split('\n')) {
                    const auto value = parseJson(std::string_view(one.data(), static_cast<std::size_t>(one.size())));
                    if (value && value->isObject() && (*value)[Key("message")].asText() == message)
                        return *value;
                }
                if (!process.waitForReadyRead(30'000))
                    return {};
                text += process.readAll();
            }
        }
        [[nodiscard]] int healthPort() { return static_cast<int>(line("worker started")[Key("health_port")].asInteger()); }
        int end(int signal)
        {
            ::kill(static_cast<pid_t>(process.processId()), signal);
            return ended();
        }
        int ended()
        {
            if (!process.waitForFinished(60'000))
                return -1;
            text += process.readAll();
            return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        }
    };
    static std::pair<int, Value> get(int port, const QString& path)
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)));
        request.setTransferTimeout(10'000);
        QNetworkReply* const reply = manager.get(request);
        QEventLoop loop;
        connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), parseJson(reply->readAll().toStdString()).valueOr({})};
    }
    static std::string write(const QTemporaryDir& folder, const QString& name, const std::string& text)
    {
        const std::string path = folder.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static Value task(const Value& list, std::string_view type)
    {
        for (const Value& item : list.items())
            if (item[Key("taskType")].asText() == type)
                return item;
        return {};
    }
};

void TestWorkerCommand::rehearsesSamplesAndEnds()
{
    const QTemporaryDir folder;
    Service service(folder, {u"--mock"_s, u"--samples"_s, u"20"_s, u"--exit-when-idle"_s});
    service.start();
    QCOMPARE(service.ended(), 0);
    QCOMPARE(service.text.count("\"message\":\"task finished\""), 100);
    QVERIFY(service.text.contains("\"message\":\"drained\""));
}

void TestWorkerCommand::worksUntilItIsAskedToStop_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestWorkerCommand::worksUntilItIsAskedToStop()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    Service service(folder, {u"--mock"_s});
    service.start();
    const int port = service.healthPort();
    QVERIFY(port > 0);
    const auto [status, health] = get(port, u"/health"_s);
    QCOMPARE(status, 200);
    QCOMPARE(health[Key("status")].asText(), std::string_view("UP"));
    QCOMPARE(get(port, u"/ready"_s).first, 200);
    QVERIFY(get(port, u"/workers"_s).second.size() >= 13);
    QCOMPARE(service.end(signal), 0);
    QVERIFY(service.text.contains("\"message\":\"drained\""));
}

void TestWorkerCommand::takesUpAChangedConfiguration()
{
    const QTemporaryDir folder;
    const std::string path = write(folder, u"worker.yaml"_s, "conductor: {worker_pool_size: 4}\n");
    Service service(folder, {u"--mock"_s, u"--config"_s, QString::fromStdString(path)});
    service.start();
    const int port = service.healthPort();
    QCOMPARE(task(get(port, u"/workers"_s).second, "credit_check")[Key("slots")].asInteger(), 4);
    write(folder, u"worker.yaml"_s, "conductor: {worker_pool_size: 6, server_url: 'http://elsewhere:1'}\nworker: {types: {credit_check: {paused: true}}}\n");
    ::kill(static_cast<pid_t>(service.process.processId()), SIGHUP);
    QCOMPARE(service.line("setting changed")[Key("setting")].asText(), std::string_view("conductor.worker_pool_size"));
    QCOMPARE(service.line("setting changes with the next start")[Key("setting")].asText(), std::string_view("conductor.server_url"));
    QTRY_VERIFY(task(get(port, u"/workers"_s).second, "credit_check")[Key("paused")].asBool());
    QCOMPARE(task(get(port, u"/workers"_s).second, "credit_check")[Key("slots")].asInteger(), 6);
    // A broken one changes nothing, and says so.
    write(folder, u"worker.yaml"_s, "conductor: {worker_pool_size: none}\n");
    ::kill(static_cast<pid_t>(service.process.processId()), SIGHUP);
    QVERIFY(service.line("configuration not taken up")[Key("error")].asText().find("worker.yaml:1") != std::string_view::npos);
    QCOMPARE(task(get(port, u"/workers"_s).second, "credit_check")[Key("slots")].asInteger(), 6);
    QCOMPARE(service.end(SIGTERM), 0);
}

void TestWorkerCommand::worksForAServerThroughItsRestart()
{
    const QTemporaryDir folder;
    QProcess server;
    int serverPort = 0;
    const auto serve = [&] {
        server.start(QStringLiteral(BATON_PROGRAM), {u"serve"_s, u"--port"_s, QString::number(serverPort), u"--db"_s, folder.filePath(u"server.sqlite"_s)});
        QByteArray said;
        while (!said.contains("http://127.0.0.1:") || !said.contains('\n')) {
            if (!server.waitForReadyRead(30'000))
                return false;
            said += server.readAllStandardOutput() + server.readAllStandardError();
        }
        const auto at = said.indexOf("127.0.0.1:") + 10;
        serverPort = atoi(said.constData() + at);
        return serverPort > 0;
    };
    QVERIFY(serve());
    const std::string path = write(folder, u"worker.yaml"_s,
        "conductor:\n  polling_interval_ms: 50\n  failover: {enabled: false, probe_interval: 100ms, failures_to_leave: 1, successes_to_return: 1, stable_before_return: 0s}\n");
    Service service(folder, {u"--config"_s, QString::fromStdString(path), u"--server"_s, u"http://127.0.0.1:%1"_s.arg(serverPort)});
    service.start();
    const int port = service.healthPort();
    QTRY_COMPARE_WITH_TIMEOUT(get(port, u"/ready"_s).first, 200, 30'000);
    QVERIFY(!service.line("definitions registered").isNull());
    server.kill();
    server.waitForFinished();
    QTRY_COMPARE_WITH_TIMEOUT(get(port, u"/ready"_s).first, 503, 30'000);
    QCOMPARE(get(port, u"/health"_s).first, 200);   // that the server is away is no fault of the worker
    QVERIFY(serve());
    QTRY_COMPARE_WITH_TIMEOUT(get(port, u"/ready"_s).first, 200, 30'000);
    QVERIFY2(service.end(SIGTERM) == 0, service.text.right(1500).constData());
    server.terminate();
    server.waitForFinished();
}

void TestWorkerCommand::refusesAWrongConfiguration()
{
    const QTemporaryDir folder;
    const std::string path = write(folder, u"worker.yaml"_s, "conductor:\n  worker_pool_size: 0\n  server_url: nowhere\n");
    Service service(folder, {u"--mock"_s, u"--config"_s, QString::fromStdString(path)});
    service.start();
    QCOMPARE(service.ended(), 2);
    QVERIFY(service.text.contains("worker.yaml:2:") && service.text.contains("worker.yaml:3:"));
    Service unknown(folder, {u"--nonsense"_s});
    unknown.start();
    QCOMPARE(unknown.ended(), 2);
}

void TestWorkerCommand::namesTheTakenPort()
{
    const QTemporaryDir folder;
    Service first(folder, {u"--mock"_s});
    first.start();
    const int port = first.healthPort();
    Service second(folder, {u"--mock"_s});
    QProcessEnvironment environment = second.process.processEnvironment();
    environment.insert(u"BATON_HEALTH_PORT"_s, QString::number(port));
    second.process.setProcessEnvironment(environment);
    second.start();
    QCOMPARE(second.ended(), 3);
    QVERIFY2(second.text.contains("monitoring.health_check.port") && second.text.contains(QByteArray::number(port)), second.text.constData());
    QCOMPARE(first.end(SIGTERM), 0);
}

void TestWorkerCommand::tellsSystemd()
{
    const QTemporaryDir folder;
    QProcess listener;
    const QString path = folder.filePath(u"notify"_s);
    listener.start(u"python3"_s, {u"-c"_s,
        u"import socket,sys\ns=socket.socket(socket.AF_UNIX,socket.SOCK_DGRAM)\ns.bind(sys.argv[1])\nprint('bound',flush=True)\n"
        u"for _ in range(2): print(s.recv(100).decode(),flush=True)"_s, path});
    QVERIFY(listener.waitForReadyRead(30'000));
    Service service(folder, {u"--mock"_s});
    QProcessEnvironment environment = service.process.processEnvironment();
    environment.insert(u"NOTIFY_SOCKET"_s, path);
    service.process.setProcessEnvironment(environment);
    service.start();
    QVERIFY(service.healthPort() > 0);
    QCOMPARE(service.end(SIGTERM), 0);
    QVERIFY(listener.waitForFinished(30'000));
    QCOMPARE(listener.readAll(), QByteArray("bound\nREADY=1\nSTOPPING=1\n"));
}

void TestWorkerCommand::printsSettings()
{
    QProcess config;
    config.start(QStringLiteral(BATON_PROGRAM), {u"config"_s, u"--config"_s, QStringLiteral(BATON_TEST_DATA "/golden/config/config.yaml"), u"--json"_s});
    QVERIFY(config.waitForFinished(30'000));
    QCOMPARE(config.exitCode(), 0);
    const auto list = parseJson(config.readAllStandardOutput().toStdString());
    QVERIFY(list && list->size() > 80);
    QVERIFY(config.readAllStandardError().contains("warning: "));
}

QTEST_GUILESS_MAIN(TestWorkerCommand)
#include "tst_workercommand.moc"
