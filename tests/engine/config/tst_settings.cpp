// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingsloader.h"

#include <QTest>

#include <sstream>

using namespace baton;
using namespace std::chrono_literals;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void loadsTheGuidesFileUnchanged();
    void hasDefaultsForEverything();
    void takesTheGuidesVariables();
    void takesTheSdksVariables();
    void readsWorkersInTheSdksOrder();
    void asksNoVariableOfAnUnknownWorker();
    void putsVariablesInWithDefaults();
    void tellsEveryErrorAtOnceWithItsLine();
    void refusesWhatDoesNotGoTogether_data();
    void refusesWhatDoesNotGoTogether();
    void tellsWhereEachValueCameFrom();
    void neverShowsASecret();
    void warnsOfUnknownSettingsWithTheNearest();
    void tellsWhatCanChangeAtOnce();
    void impliesAuthenticationFromVariables();
};

namespace {

const std::string kFile = BATON_TEST_DATA "/golden/config/config.yaml";

SettingsReport load(std::string yaml, Environment environment = {})
{
    return loadSettings({.name = "test.yaml", .yaml = std::move(yaml), .environment = std::move(environment)});
}

std::string linesOf(const std::vector<Error>& errors)
{
    std::string lines;
    for (const Error& error : errors)
        lines += error.oneLine() + '\n';
    return lines;
}

std::string valueOf(const SettingsReport& report, std::string_view path)
{
    const SettingValue* const value = report.find(path);
    return value == nullptr ? "-" : value->value;
}

}  // namespace

void TestSettings::loadsTheGuidesFileUnchanged()
{
    const SettingsReport report = loadSettingsFile(kFile, {});
    QCOMPARE(linesOf(report.errors), std::string());
    const Settings& s = report.settings;
    QCOMPARE(s.application.name, std::string("underwriting-worker"));
    QCOMPARE(s.application.port, 8083);
    QCOMPARE(s.server.apiUrl(), std::string("http://localhost:8082/api"));
    QCOMPARE(s.server.connection.timeout, 30s);
    QCOMPARE(s.server.connection.keepAlive, 30s);
    QCOMPARE(s.server.connection.maxIdleConnections, 100);
    QCOMPARE(s.server.connection.maxIdleConnectionsPerHost, 10);
    QCOMPARE(s.server.connection.idleTimeout, 90s);
    QVERIFY(s.server.auth.kind == AuthKind::None);
    QVERIFY(s.server.auth.username.empty() && s.server.auth.token.empty());
    QCOMPARE(s.worker.all.threadCount, 10);
    QCOMPARE(s.worker.all.pollInterval, 1s);
    QCOMPARE(s.worker.updateRetryTime, 3s);
    QCOMPARE(s.worker.shutdownTimeout, 30s);
    QCOMPARE(s.worker.maxConcurrent, 100);
    QCOMPARE(s.registration.nameSpace, std::string("underwriting"));
    QVERIFY(s.registration.autoRegister);
    QCOMPARE(s.registration.version, 1);
    QCOMPARE(s.registration.defaults.timeout, 300s);
    QCOMPARE(s.registration.defaults.retryCount, 3);
    QCOMPARE(s.registration.defaults.maxRetryDelay, 60s);
    QCOMPARE(s.services.at("credit_bureau").timeout, 30s);
    QCOMPARE(s.services.at("credit_bureau").retryDelay, 1s);
    QCOMPARE(s.services.at("risk_scoring").cacheTtl, 1h);
    QCOMPARE(s.services.at("risk_scoring").modelVersion, std::string("v2.1"));
    QVERIFY(s.logging.level == LogLevel::Info && s.logging.format == LogFormat::Json && s.logging.output == LogOutput::Stdout);
    QCOMPARE(s.logging.fields.at("service"), std::string("underwriting-worker"));
    QCOMPARE(s.logging.slowThreshold, 1s);
    QCOMPARE(s.monitoring.metrics.port, 9090);
    QCOMPARE(s.monitoring.collectInterval, 15s);
    QCOMPARE(s.monitoring.health.port, 8084);
    QCOMPARE(s.monitoring.healthTimeout, 5s);
    // Its own risk service and the health endpoint meet at one port: told, not refused.
    QCOMPARE(report.warnings.size(), 1U);
    QVERIFY(linesOf(report.warnings).starts_with(kFile + ":55:"));
}

void TestSettings::hasDefaultsForEverything()
{
    const SettingsReport report = load("");
    QCOMPARE(linesOf(report.errors) + linesOf(report.warnings), std::string());
    QCOMPARE(report.settings.monitoring.health.port, 8084);
    QCOMPARE(report.settings.monitoring.metrics.path, std::string("/metrics"));
    QCOMPARE(report.settings.worker.of("any").threadCount, 10);
    for (const SettingValue& value : report.values)
        QVERIFY(value.origin == SettingOrigin::Default);
}

void TestSettings::takesTheGuidesVariables()
{
    const SettingsReport report = loadSettingsFile(kFile,
        {.environment = {{"ENVIRONMENT", "production"}, {"CONDUCTOR_SERVER_URL", "https://conductor.example.com/api/"},
             {"CONDUCTOR_WORKER_POOL_SIZE", "25"}, {"CONDUCTOR_POLLING_INTERVAL_MS", "250"}, {"CONDUCTOR_AUTH_TOKEN", "tok-123"},
             {"LOG_LEVEL", "WARN"}, {"CREDIT_BUREAU_API_KEY", "cb-key"}, {"RISK_SCORING_API_KEY", "rs-key"}}});
    QCOMPARE(linesOf(report.errors), std::string());
    const Settings& s = report.settings;
    QCOMPARE(s.application.environment, std::string("production"));
    QCOMPARE(s.server.apiUrl(), std::string("https://conductor.example.com/api"));
    QCOMPARE(s.worker.all.threadCount, 25);
    QCOMPARE(s.worker.all.pollInterval, 250ms);
    QCOMPARE(s.server.auth.token.reveal(), std::string("tok-123"));
    QVERIFY(s.logging.level == LogLevel::Warn);
    QCOMPARE(s.services.at("credit_bureau").apiKey.reveal(), std::string("cb-key"));
    QCOMPARE(s.services.at("risk_scoring").apiKey.reveal(), std::string("rs-key"));
    QCOMPARE(s.secrets().size(), 3U);
}

void TestSettings::takesTheSdksVariables()
{
    const SettingsReport report = load("conductor: {tls: {verify: true}}\n",
        {{"CONDUCTOR_AUTH_KEY", "id"}, {"CONDUCTOR_AUTH_SECRET", "very-secret"}, {"CONDUCTOR_TLS_INSECURE", "true"},
            {"CONDUCTOR_REQUEST_TIMEOUT_MS", "1500"}, {"CONDUCTOR_PROXY_URL", "http://proxy:3128"}, {"CONDUCTOR_HTTP2_ENABLED", "1"}});
    QCOMPARE(linesOf(report.errors), std::string());
    const ServerSettings& server = report.settings.server;
    QVERIFY(server.auth.kind == AuthKind::KeySecret);
    QCOMPARE(server.auth.keyId, std::string("id"));
    QVERIFY(!server.tls.verify && server.connection.http2);
    QCOMPARE(server.connection.timeout, 1500ms);
    QCOMPARE(server.proxy.url, std::string("http://proxy:3128"));
}

void TestSettings::readsWorkersInTheSdksOrder()
{
    const std::string yaml = "worker:\n  types:\n    score: {thread_count: 3, domain: file}\n    other: {paused: true}\n";
    const SettingsReport report = loadSettings({.name = "test.yaml", .yaml = yaml,
        .environment = {{"conductor.worker.score.poll_interval", "20"}, {"CONDUCTOR_WORKER_SCORE_POLL_INTERVAL", "30"},
            {"CONDUCTOR_WORKER_ALL_POLL_INTERVAL", "40"}, {"CONDUCTOR_WORKER_ALL_THREAD_COUNT", "7"},
            {"CONDUCTOR_WORKER_score_PAUSED", "yes"}, {"CONDUCTOR_WORKER_VALIDATE_APPLICATION_POLLING_INTERVAL", "55"},
            {"CONDUCTOR_WORKER_DOMAIN", "blue"}},
        .taskTypes = {"score", "validate_application"}});
    QCOMPARE(linesOf(report.errors) + linesOf(report.warnings), std::string());
    const WorkerSettings& worker = report.settings.worker;
    QCOMPARE(worker.of("score").pollInterval, 20ms);
    QCOMPARE(worker.of("score").threadCount, 7);       // what the environment says of all wins over the file
    QCOMPARE(worker.of("score").domain, std::string("blue"));
    QVERIFY(worker.of("score").paused);
    QCOMPARE(worker.of("validate_application").pollInterval, 55ms);
    QCOMPARE(worker.of("elsewhere").pollInterval, 40ms);
    QVERIFY(worker.of("other").paused && !worker.of("elsewhere").paused);
    QCOMPARE(report.find("worker.types.score.poll_interval")->where, std::string("conductor.worker.score.poll_interval"));
}

void TestSettings::asksNoVariableOfAnUnknownWorker()
{
    const SettingsReport report = loadSettings({.environment = {{"CONDUCTOR_WORKER_SCOER_PAUSED", "true"},
                                                    {"CONDUCTOR_WORKER_ALL_POLL_INTERVAL_MILLIS", "5"}},
        .taskTypes = {"score"}});
    QCOMPARE(report.warnings.size(), 2U);
    QVERIFY(linesOf(report.warnings).find("CONDUCTOR_WORKER_SCOER_PAUSED") != std::string::npos);
    QVERIFY(linesOf(report.warnings).find("CONDUCTOR_WORKER_ALL_POLL_INTERVAL_MILLIS") != std::string::npos);
}

void TestSettings::putsVariablesInWithDefaults()
{
    const Environment environment {{"HOST", "conductor.test"}, {"EMPTY", ""}};
    const auto expanded = [&](std::string_view text) {
        const auto result = expandVariables(text, environment);
        return result ? *result : "!" + result.error().message;
    };
    QCOMPARE(expanded("http://${HOST}:${PORT:8080}/"), std::string("http://conductor.test:8080/"));
    QCOMPARE(expanded("${EMPTY:x}${NONE}${NONE:}"), std::string("x"));
    QCOMPARE(expanded("${NONE:http://${HOST}/a:b}"), std::string("http://conductor.test/a:b"));
    QCOMPARE(expanded("$5 and $${HOST} $"), std::string("$5 and ${HOST} $"));
    QVERIFY(expanded("${HOST").starts_with("!"));
    QVERIFY(expanded("${}").starts_with("!"));
    QVERIFY(expanded("${a b}").starts_with("!"));
    const SettingsReport report = load("monitoring: {metrics: {port: \"${METRICS:9191}\"}}\nconductor: {server_url: 'http://${HOST}'}\n", environment);
    QCOMPARE(linesOf(report.errors), std::string());
    QCOMPARE(report.settings.monitoring.metrics.port, 9191);
    QCOMPARE(report.settings.server.url, std::string("http://conductor.test"));
}

void TestSettings::tellsEveryErrorAtOnceWithItsLine()
{
    const SettingsReport report = load(
        "conductor:\n"
        "  server_url: localhost\n"
        "  worker_pool_size: 0\n"
        "  polling_interval_ms: soon\n"
        "  auth: {type: magic}\n"
        "worker:\n"
        "  poll_timeout: 6s\n"
        "  types: []\n"
        "logging:\n"
        "  level: loud\n"
        "  performance: 5\n"
        "monitoring:\n"
        "  metrics:\n"
        "    port: 70000\n"
        "    path: metrics\n"
        "    enabled: perhaps\n",
        {{"CONDUCTOR_WORKER_ALL_THREAD_COUNT", "many"}});
    QStringList lines;
    for (const Error& error : report.errors) {
        QVERIFY2(!error.message.empty() && !error.field.empty(), error.oneLine().c_str());
        lines << QString::fromStdString(error.source + ":" + std::to_string(error.line));
    }
    lines.sort();
    QCOMPARE(lines.join(QLatin1Char(' ')).toStdString(),
        std::string("environment:0 test.yaml:10 test.yaml:11 test.yaml:14 test.yaml:15 test.yaml:16 test.yaml:2 test.yaml:4 test.yaml:5 "
                "test.yaml:7 test.yaml:8"));
}

void TestSettings::refusesWhatDoesNotGoTogether_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("basic") << QByteArray("conductor:\n  auth:\n    type: basic\n    username: u\n") << QByteArray("test.yaml:3:5: conductor.auth.type: basic needs a password");
    QTest::newRow("bearer") << QByteArray("conductor: {auth: {type: bearer}}") << QByteArray("test.yaml:1:20: conductor.auth.type: bearer needs a token");
    QTest::newRow("oauth2") << QByteArray("conductor: {auth: {type: oauth2, client_id: a, client_secret: b}}") << QByteArray("test.yaml:1:20: conductor.auth.type: oauth2 needs the address");
    QTest::newRow("cert") << QByteArray("conductor: {tls: {certificate_file: a.pem}}") << QByteArray("test.yaml:1:19: conductor.tls.certificate_file: a client certificate");
    QTest::newRow("same") << QByteArray("monitoring: {metrics: {port: 5, path: /a}, health_check: {port: 5, path: /a}}") << QByteArray("test.yaml:1:");
    QTest::newRow("file") << QByteArray("logging: {output: file}") << QByteArray("test.yaml:1:11: logging.output: the log goes to a file");
    QTest::newRow("delays") << QByteArray("conductor: {tasks: {default_retry_delay: 2m}}") << QByteArray("test.yaml");
    QTest::newRow("list") << QByteArray("- a\n") << QByteArray("test.yaml:1:1: a map of sections");
    QTest::newRow("text") << QByteArray("conductor: {server_url: [a]}") << QByteArray("test.yaml:1:13: conductor.server_url: text is wanted");
    QTest::newRow("yaml") << QByteArray("a: [") << QByteArray("test.yaml:1:");
}

void TestSettings::refusesWhatDoesNotGoTogether()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, start);
    const SettingsReport report = load(yaml.toStdString());
    QVERIFY(!report.errors.empty());
    QVERIFY2(report.errors.front().oneLine().starts_with(start.toStdString()), report.errors.front().oneLine().c_str());
}

void TestSettings::tellsWhereEachValueCameFrom()
{
    const SettingsReport report = loadSettings({.name = "c.yaml", .yaml = "conductor:\n  worker_pool_size: 4\n",
        .environment = {{"LOG_LEVEL", "debug"}}, .overrides = {{"conductor.server_url", "http://cli:1"}}});
    QCOMPARE(report.settings.server.url, std::string("http://cli:1"));
    QVERIFY(report.find("conductor.server_url")->origin == SettingOrigin::CommandLine);
    QCOMPARE(report.find("conductor.worker_pool_size")->where, std::string("c.yaml:2"));
    QVERIFY(report.find("conductor.worker_pool_size")->origin == SettingOrigin::File);
    QCOMPARE(report.find("logging.level")->where, std::string("LOG_LEVEL"));
    QVERIFY(report.find("logging.level")->origin == SettingOrigin::Environment);
    QVERIFY(report.find("monitoring.metrics.port")->origin == SettingOrigin::Default);
}

void TestSettings::neverShowsASecret()
{
    const SettingsReport report = load("conductor: {auth: {type: basic, username: u, password: pa55word}}\nservices: {x: {api_key: k3y-value}}\n",
        {{"CONDUCTOR_AUTH_TOKEN", "t0ken-value"}});
    std::ostringstream shown;
    for (const SettingValue& value : report.values)
        shown << value.path << '=' << value.value << ' ' << value.where << '\n';
    shown << report.settings.server.auth.password << report.settings.services.at("x").apiKey;
    for (const char* secret : {"pa55word", "k3y-value", "t0ken-value"})
        QVERIFY2(shown.str().find(secret) == std::string::npos, secret);
    QCOMPARE(valueOf(report, "conductor.auth.password"), std::string("***"));
    QCOMPARE(valueOf(report, "conductor.auth.client_secret"), std::string());
}

void TestSettings::warnsOfUnknownSettingsWithTheNearest()
{
    const SettingsReport report = load("conductor:\n  server_ulr: http://x\nnonsense: {a: {b: 1}}\nworker: {types: {t: {thread_cuont: 1}}}\n");
    QCOMPARE(linesOf(report.errors), std::string());
    QCOMPARE(report.warnings.size(), 3U);
    QCOMPARE(report.warnings[0].line, 2);
    QVERIFY(report.warnings[0].hint.find("conductor.server_url") != std::string::npos);
    QCOMPARE(report.warnings[1].field, std::string("nonsense"));
    QCOMPARE(report.warnings[2].line, 4);
}

void TestSettings::tellsWhatCanChangeAtOnce()
{
    const SettingsReport before = load("logging: {level: info}\nmonitoring: {metrics: {port: 1}}\nconductor: {auth: {password: one}}\n");
    const SettingsReport after = load("logging: {level: debug}\nmonitoring: {metrics: {port: 2}}\nconductor: {auth: {password: two}}\n"
                                      "worker: {types: {score: {paused: true}}}\n");
    const SettingsChange change = compare(before, after);
    QCOMPARE(change.live, (std::vector<std::string> {"worker.types.score.paused", "logging.level"}));
    QCOMPARE(change.restart, (std::vector<std::string> {"conductor.auth.password", "monitoring.metrics.port"}));
    QVERIFY(compare(after, after).live.empty() && compare(after, after).restart.empty());
    QCOMPARE(compare(after, before).live.size(), 2U);
}

void TestSettings::impliesAuthenticationFromVariables()
{
    const SettingsReport token = loadSettingsFile(kFile, {.environment = {{"CONDUCTOR_AUTH_TOKEN", "abcd"}}});
    QVERIFY(token.settings.server.auth.kind == AuthKind::Bearer);
    QCOMPARE(token.find("conductor.auth.type")->where, std::string("CONDUCTOR_AUTH_TOKEN"));
    const SettingsReport said = load("", {{"CONDUCTOR_AUTH_TOKEN", "abcd"}, {"CONDUCTOR_AUTH_TYPE", "none"}});
    QVERIFY(said.settings.server.auth.kind == AuthKind::None);
    const SettingsReport basic = load("conductor: {auth: {type: basic, username: u, password: p}}", {{"CONDUCTOR_AUTH_TOKEN", "abcd"}});
    QVERIFY(basic.settings.server.auth.kind == AuthKind::Basic);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
