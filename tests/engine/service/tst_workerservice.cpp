// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logsinks.h"
#include "engine/service/endpoints.h"
#include "engine/service/workerservice.h"
#include "engine/value/json.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <future>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

/// Answers with its input; waits while the gate is closed.
class Echo final : public TaskHandler {
public:
    explicit Echo(std::string type) { m_description.name = std::move(type); }
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        sideEffects = context.sideEffectsAllowed();
        return TaskOutput::completed(input.isObject() ? input : Value::object());
    }
    std::atomic<bool> sideEffects {false};

private:
    TaskDescription m_description;
};

WorkflowDefPtr oneTask(const char* name, const char* type)
{
    auto definition = std::make_shared<WorkflowDef>();
    definition->name = Text(name);
    definition->version = 1;
    definition->schemaVersion = 2;
    definition->ownerEmail = Text("test@example.com");
    auto task = std::make_shared<WorkflowTask>();
    task->name = Text(type);
    task->taskReferenceName = Text("ref");
    task->type = Text("SIMPLE");
    definition->tasks.push_back(task);
    return definition;
}

struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray type;
    [[nodiscard]] Value json() const { return parseJson(body.toStdString()).valueOr({}); }
};

class Client {
public:
    Answer get(std::uint16_t port, const QString& path) { return finish(m_manager.get(request(port, path))); }
    Answer post(std::uint16_t port, const QString& path) { return finish(m_manager.post(request(port, path), QByteArray())); }

private:
    static QNetworkRequest request(std::uint16_t port, const QString& path)
    {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)));
        request.setTransferTimeout(10'000);
        return request;
    }
    static Answer finish(QNetworkReply* reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        Answer answer {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray()};
        reply->deleteLater();
        return answer;
    }
    QNetworkAccessManager m_manager;
};

MonitoringSettings anyPorts()
{
    MonitoringSettings settings;
    settings.health.port = 0;
    settings.metrics.port = 0;
    return settings;
}

}  // namespace

class TestWorkerService : public QObject {
    Q_OBJECT

private slots:
    void rehearsesOnTheEmbeddedConductor();
    void answersItsEndpoints();
    void pausesThroughTheEndpoint();
    void figuresOfTheWindowAreThoseOfTheEndpoint();
    void drains();
    void takesUpSettingsWhileItRuns();
    void standsInForAServerThatIsAway();
    void refusesToStartWithoutItsServer();
    void saysWhoHasTheJournal();
    void saysThatAPortIsTaken();

private:
    struct Bench {
        QTemporaryDir folder;
        SystemClock clock;
        std::shared_ptr<RecentLog> recent = std::make_shared<RecentLog>();
        Logger log {clock, {.level = LogLevel::Debug}};
        std::shared_ptr<Echo> echo = std::make_shared<Echo>("echo");
        ServiceSetup setup;

        Bench()
        {
            log.addSink(recent);
            auto registry = std::make_shared<TaskRegistry>();
            (void)registry->add(echo);
            setup.tasks = registry;
            setup.rehearsing = true;
            setup.logger = &log;
            setup.stateFolder = folder.path().toStdString();
            setup.settings.worker.all.pollInterval = Milliseconds(20);
            setup.settings.worker.shutdownTimeout = Milliseconds(2'000);
            setup.registration.workflows.push_back({oneTask("flow", "echo"), {}, 0});
        }
        [[nodiscard]] bool hasLogged(std::string_view message) const
        {
            const auto lines = recent->since(0).records;
            return std::any_of(lines.begin(), lines.end(), [&](const LogRecord& r) { return r.message == message; });
        }
    };
    static void startFlow(WorkerService& service, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            StartRequest request;
            request.name = Text("flow");
            request.input = Value::object({{"n", i}});
            service.startWorkflow(std::move(request), [](const Result<Text>& started) { QVERIFY2(started.ok(), started ? "" : started.error().message.c_str()); });
        }
    }
    static std::uint64_t done(const WorkerService& service) { return service.metrics().total().succeeded; }
};

void TestWorkerService::rehearsesOnTheEmbeddedConductor()
{
    Bench bench;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    startFlow(service, 25);
    QTRY_COMPARE(done(service), 25U);
    const ServiceStatus status = service.status();
    QVERIFY(status.healthy() && status.notReady().empty() && status.rehearsing);
    QVERIFY(status.type("echo") != nullptr);
    QVERIFY(!bench.echo->sideEffects);
    QVERIFY(status.registration && status.registration->ok());
    QVERIFY(bench.hasLogged("definitions registered") && bench.hasLogged("task finished"));
    QTRY_COMPARE(service.metrics().journalPending, 0U);
}

void TestWorkerService::answersItsEndpoints()
{
    Bench bench;
    WorkerService service(bench.setup);
    ServiceEndpoints endpoints(service, anyPorts());
    QVERIFY(endpoints.start().ok());
    Client client;
    QCOMPARE(client.get(endpoints.healthPort(), u"/health"_s).status, 503);   // nothing works yet
    QCOMPARE(client.get(endpoints.healthPort(), u"/ready"_s).status, 503);
    QVERIFY(service.start().ok());
    startFlow(service, 3);
    QTRY_COMPARE(done(service), 3U);
    const Answer health = client.get(endpoints.healthPort(), u"/health"_s);
    QCOMPARE(health.status, 200);
    QCOMPARE(health.json()[Key("status")].asText(), std::string_view("UP"));
    QCOMPARE(health.json()[Key("failover")][Key("state")].asText(), std::string_view("rehearsing"));
    const Answer ready = client.get(endpoints.healthPort(), u"/ready"_s);
    QCOMPARE(ready.status, 200);
    const Value workers = client.get(endpoints.healthPort(), u"/workers"_s).json();
    QCOMPARE(workers.size(), 1U);
    QCOMPARE(workers.at(0)[Key("taskType")].asText(), std::string_view("echo"));
    QCOMPARE(workers.at(0)[Key("slots")].asInteger(), 10);
    const Answer metrics = client.get(endpoints.metricsPort(), u"/metrics"_s);
    QCOMPARE(metrics.type, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(metrics.body.contains("task_execution_started_total{taskType=\"echo\"} 3"));
    QVERIFY(metrics.body.contains("failover_state{state=\"rehearsing\"} 1"));
    QTRY_VERIFY(client.get(endpoints.metricsPort(), u"/metrics"_s).body.contains("task_queue_depth{taskType=\"echo\"} 0"));
    QCOMPARE(client.get(endpoints.healthPort(), u"/results?state=nonsense"_s).status, 400);
    QTRY_COMPARE(client.get(endpoints.healthPort(), u"/results?state=delivered"_s).json().size(), 3U);
    QCOMPARE(client.get(endpoints.healthPort(), u"/metrics"_s).status, 404);
    QCOMPARE(client.post(endpoints.healthPort(), u"/results/77/resend?origin=embedded"_s).status, 404);
    QCOMPARE(client.post(endpoints.healthPort(), u"/results/x/resend"_s).status, 400);
}

void TestWorkerService::pausesThroughTheEndpoint()
{
    Bench bench;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    MonitoringSettings settings = anyPorts();
    ServiceEndpoints endpoints(service, settings);
    QVERIFY(endpoints.start().ok());
    Client client;
    QCOMPARE(client.post(endpoints.healthPort(), u"/workers/unknown/pause"_s).status, 404);
    QCOMPARE(client.post(endpoints.healthPort(), u"/workers/echo/pause"_s).status, 200);
    QTRY_VERIFY(service.status().type("echo")->paused);
    // A poll that is held when the pause comes may still bring a task.
    QTRY_COMPARE(service.status().type("echo")->pollsInFlight, 0);
    startFlow(service);
    QTRY_VERIFY(service.metrics().task("echo") != nullptr && service.metrics().task("echo")->queueDepth == 1);
    QCOMPARE(done(service), 0U);
    QCOMPARE(client.post(endpoints.healthPort(), u"/workers/resume"_s).status, 200);
    QTRY_COMPARE(done(service), 1U);
}

void TestWorkerService::figuresOfTheWindowAreThoseOfTheEndpoint()
{
    Bench bench;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    startFlow(service, 40);
    QTRY_COMPARE(done(service), 40U);
    const TaskFigures figures = *service.metrics().task("echo");
    const QByteArray text = QByteArray::fromStdString(service.exposition());
    const auto number = [&text](const QByteArray& start) {
        const auto at = text.indexOf(start);
        return at < 0 ? -1.0 : text.mid(at + start.size(), text.indexOf('\n', at) - at - start.size()).trimmed().toDouble();
    };
    QCOMPARE(static_cast<double>(figures.started), number("task_execution_started_total{taskType=\"echo\"}"));
    double count = 0;
    double sum = 0;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("task_execute_time_seconds_count"))
            count += line.mid(line.lastIndexOf(' ')).toDouble();
        if (line.startsWith("task_execute_time_seconds_sum"))
            sum += line.mid(line.lastIndexOf(' ')).toDouble();
    }
    QCOMPARE(static_cast<double>(figures.succeeded + figures.failed), count);
    QVERIFY(std::abs(figures.execute.totalSeconds() - sum) <= 0.01 * sum + 1e-6 * count);
}

void TestWorkerService::drains()
{
    Bench bench;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    startFlow(service, 10);
    std::promise<DrainReport> promise;
    service.drain([&promise](const DrainReport& report) { promise.set_value(report); });
    auto future = promise.get_future();
    QTRY_VERIFY(future.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
    const DrainReport report = future.get();
    QCOMPARE(report.stuck, 0);
    QCOMPARE(report.undelivered, 0U);
    QTRY_VERIFY(service.status().phase == ServicePhase::Stopped);
    QVERIFY(!service.status().healthy());
}

void TestWorkerService::takesUpSettingsWhileItRuns()
{
    Bench bench;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    Settings changed = bench.setup.settings;
    changed.worker.types["echo"].threadCount = 3;
    changed.logging.level = LogLevel::Error;
    service.configure(changed);
    QTRY_COMPARE(service.status().type("echo")->plan.threadCount, 3);
    QVERIFY(!bench.log.enabled(LogLevel::Warn));
}

void TestWorkerService::standsInForAServerThatIsAway()
{
    Bench bench;
    bench.setup.rehearsing = false;
    bench.setup.settings.server.url = "http://127.0.0.1:9";   // nobody listens at the discard port
    bench.setup.settings.failover.probeInterval = Milliseconds(30);
    bench.setup.settings.failover.probeTimeout = Milliseconds(500);
    bench.setup.settings.failover.failuresToLeave = 2;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    QTRY_VERIFY(service.status().failover.phase == FailoverPhase::Rehearsing);
    QVERIFY(service.status().notReady().empty());
    startFlow(service, 2);
    QTRY_COMPARE(done(service), 2U);
    QVERIFY(!bench.echo->sideEffects);
    QVERIFY(bench.hasLogged("fail-over state changed"));
    QCOMPARE(service.status().workers.size(), 2U);
    QCOMPARE(service.status().activeWorker()->origin, Origin::Embedded);
}

void TestWorkerService::refusesToStartWithoutItsServer()
{
    Bench bench;
    bench.setup.rehearsing = false;
    bench.setup.settings.server.url = "http://127.0.0.1:9";
    bench.setup.settings.failover.requireServerAtStart = true;
    bench.setup.settings.failover.probeInterval = Milliseconds(30);
    bench.setup.settings.failover.failuresToLeave = 1;
    WorkerService service(bench.setup);
    QVERIFY(service.start().ok());
    QTRY_VERIFY(service.status().failover.phase == FailoverPhase::Refused);
    QVERIFY(!service.status().notReady().empty());
}

void TestWorkerService::saysWhoHasTheJournal()
{
    Bench bench;
    bench.setup.rehearsing = false;
    bench.setup.settings.server.url = "http://127.0.0.1:9";
    WorkerService first(bench.setup);
    QVERIFY(first.start().ok());
    WorkerService second(bench.setup);
    const Status taken = second.start();
    QVERIFY(!taken && taken.error().code == ErrorCode::Unavailable);
    QVERIFY(!taken.error().message.empty());
}

void TestWorkerService::saysThatAPortIsTaken()
{
    Bench bench;
    WorkerService service(bench.setup);
    ServiceEndpoints first(service, anyPorts());
    QVERIFY(first.start().ok());
    MonitoringSettings same = anyPorts();
    same.health.port = first.healthPort();
    ServiceEndpoints second(service, same);
    const Status taken = second.start();
    QVERIFY(!taken);
    QCOMPARE(taken.error().field, std::string("monitoring.health_check.port"));
    // Both at one port: one server answers all paths.
    second.stop();
    first.stop();
    same.metrics.port = same.health.port;
    ServiceEndpoints together(service, same);
    QVERIFY(together.start().ok());
    QCOMPARE(together.healthPort(), together.metricsPort());
    QVERIFY(Client().get(together.healthPort(), u"/metrics"_s).status == 200);
}

QTEST_GUILESS_MAIN(TestWorkerService)
#include "tst_workerservice.moc"
