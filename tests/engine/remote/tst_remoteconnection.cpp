// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/log/logger.h"
#include "engine/remote/remoteconductor.h"
#include "support/await.h"
#include "support/scriptedserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace baton;
using baton::test::await;
using baton::test::ScriptedAnswer;
using baton::test::ScriptedRequest;
using baton::test::ScriptedServer;

namespace {

const std::string kTls = BATON_TEST_DATA "/engine/remote/tls/";
const std::string kHealthy = R"({"healthResults":[],"suppressedHealthResults":false,"healthy":true})";

QByteArray bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslConfiguration serverTls(bool asksForClient)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(bytesOf(kTls + "server.pem")));
    tls.setPrivateKey(QSslKey(bytesOf(kTls + "server.key"), QSsl::Ec));
    tls.setPeerVerifyMode(asksForClient ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (asksForClient)
        tls.setCaCertificates(QSslCertificate::fromData(bytesOf(kTls + "ca.pem")));
    return tls;
}

/// A Conductor as far as looks go.
ScriptedAnswer wellBehaved(const ScriptedRequest& request)
{
    if (request.target == "/api/health")
        return ScriptedAnswer::of(200, kHealthy);
    if (request.target.starts_with("/api/tasks/queue/size"))
        return ScriptedAnswer::of(200, "0");
    return request.target == "/api/version" ? ScriptedAnswer::text("9.9.9") : ScriptedAnswer::of(404, R"({"status":404,"message":"no"})");
}

RemoteSetup setupFor(const std::string& url)
{
    RemoteSetup setup;
    setup.server.url = url;
    setup.server.connection.retryDelay = Milliseconds(1);
    return setup;
}

HealthReport look(const RemoteSetup& setup, int timeoutMs = 10'000)
{
    RemoteConductor conductor(setup);
    return await<HealthReport>([&](Reply<HealthReport> reply) { conductor.checkHealth(Milliseconds(timeoutMs), std::move(reply)); }).value();
}

HealthReport look(ScriptedServer::Script script, int timeoutMs = 10'000)
{
    const ScriptedServer server(std::move(script));
    return look(setupFor(server.url()), timeoutMs);
}

}  // namespace

class TestRemoteConnection : public QObject {
    Q_OBJECT

private slots:
    void healthTellsFiveStatesApart()
    {
        const HealthReport well = look(&wellBehaved);
        QVERIFY2(well.healthy(), well.error.oneLine().c_str());
        QCOMPARE(well.version, std::string("9.9.9"));
        QVERIFY(well.latencyMs >= 0 && well.checkedAt > 0);

        const HealthReport ill = look([](const ScriptedRequest& request) {
            return request.target.find("queue") == std::string::npos ? wellBehaved(request)
                                                                     : ScriptedAnswer::of(500, R"({"status":500,"message":"no store"})");
        });
        QCOMPARE(ill.state, HealthState::Unhealthy);
        QCOMPARE(ill.error.message, std::string("no store"));

        const HealthReport says = look([](const ScriptedRequest& request) {
            return request.target == "/api/health" ? ScriptedAnswer::of(200, R"({"healthy":false,"healthResults":[]})") : wellBehaved(request);
        });
        QCOMPARE(says.state, HealthState::Unhealthy);

        const HealthReport stranger = look([](const ScriptedRequest&) { return ScriptedAnswer::of(401, R"({"message":"who are you"})"); });
        QCOMPARE(stranger.state, HealthState::NeedsAuthentication);
        QCOMPARE(stranger.error.message, std::string("who are you"));
        QVERIFY(!stranger.error.hint.empty());

        // Health is open to all there, the rest is not.
        const HealthReport half = look([](const ScriptedRequest& request) {
            return request.target == "/api/health" ? wellBehaved(request) : ScriptedAnswer::of(403, R"({"message":"no right"})");
        });
        QCOMPARE(half.state, HealthState::NeedsAuthentication);

        const HealthReport page = look([](const ScriptedRequest&) { return ScriptedAnswer::of(200, "<html>hello</html>", "text/html"); });
        QCOMPARE(page.state, HealthState::WrongPath);
        QVERIFY(page.error.hint.find("/api") != std::string::npos);
        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::of(404, "nginx", "text/html"); }).state, HealthState::WrongPath);
        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::of(302, "", "", {{"Location", "https://x/login"}}); }).state, HealthState::WrongPath);
        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::of(200, R"({"status":"UP"})"); }).state, HealthState::WrongPath);

        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::of(502, "<html>bad gateway</html>", "text/html"); }).state, HealthState::Unhealthy);
        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::silence(); }, 50).state, HealthState::Unreachable);
        QCOMPARE(look([](const ScriptedRequest&) { return ScriptedAnswer::drop(); }).state, HealthState::Unreachable);
        QCOMPARE(look(setupFor("http://127.0.0.1:1")).state, HealthState::Unreachable);
        QCOMPARE(look(setupFor("ftp://host/x")).state, HealthState::Unreachable);
        QCOMPARE(look(setupFor("not a url")).state, HealthState::Unreachable);
    }

    void theServersClockIsCompared()
    {
        const HealthReport report = look([](const ScriptedRequest& request) {
            ScriptedAnswer answer = wellBehaved(request);
            answer.bytes.insert(answer.bytes.find("\r\n") + 2, "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n");
            return answer;
        });
        QVERIFY(report.clockSkewMs < -900'000'000'000);
    }

    void aSecureServerNeedsATrustedAuthority()
    {
        const ScriptedServer server(&wellBehaved, serverTls(false));
        RemoteSetup setup = setupFor(server.url());
        const HealthReport distrusted = look(setup);
        QCOMPARE(distrusted.state, HealthState::Unreachable);
        QVERIFY2(distrusted.error.message.find("no secure connection") != std::string::npos, distrusted.error.oneLine().c_str());
        setup.server.tls.caFile = kTls + "ca.pem";
        QVERIFY(look(setup).healthy());
        setup.server.tls = {};
        setup.server.tls.verify = false;
        QVERIFY(look(setup).healthy());
    }

    void aClientShowsItsCertificate()
    {
        const ScriptedServer server(&wellBehaved, serverTls(true));
        RemoteSetup setup = setupFor(server.url());
        setup.server.tls.caFile = kTls + "ca.pem";
        QCOMPARE(look(setup, 3000).state, HealthState::Unreachable);
        setup.server.tls.certificateFile = kTls + "client.pem";
        setup.server.tls.keyFile = kTls + "client-locked.key";
        setup.server.tls.keyPassphrase = Secret("open-sesame");
        const HealthReport report = look(setup);
        QVERIFY2(report.healthy(), report.error.oneLine().c_str());
        setup.server.tls.keyPassphrase = Secret("wrong");
        const HealthReport locked = look(setup);
        QCOMPARE(locked.error.code, ErrorCode::InvalidArgument);
        QCOMPARE(locked.error.field, std::string("tls.key_file"));
    }

    void badTlsFilesAreNamed_data()
    {
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        const QString there = QString::fromStdString(kTls);
        QTest::newRow("no such authority") << there + QStringLiteral("nope.pem") << QString() << QString() << QStringLiteral("tls.ca_file");
        QTest::newRow("no certificate in it") << there + QStringLiteral("README.md") << QString() << QString() << QStringLiteral("tls.ca_file");
        QTest::newRow("certificate without key") << QString() << there + QStringLiteral("client.pem") << QString() << QStringLiteral("tls");
        QTest::newRow("no key in it") << QString() << there + QStringLiteral("client.pem") << there + QStringLiteral("README.md") << QStringLiteral("tls.key_file");
    }
    void badTlsFilesAreNamed()
    {
        QFETCH(QString, ca);
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, field);
        RemoteSetup setup = setupFor("https://127.0.0.1:1");
        setup.server.tls.caFile = ca.toStdString();
        setup.server.tls.certificateFile = certificate.toStdString();
        setup.server.tls.keyFile = key.toStdString();
        const HealthReport report = look(setup);
        QCOMPARE(report.error.code, ErrorCode::InvalidArgument);
        QCOMPARE(QString::fromStdString(report.error.field), field);
    }

    void aProxyIsUsedWithItsPassword()
    {
        const ScriptedServer proxy([](const ScriptedRequest& request) {
            ScriptedRequest behind = request;
            behind.target = request.target.substr(request.target.find("/api"));
            return request.target.starts_with("http://conductor.invalid/api") ? wellBehaved(behind) : ScriptedAnswer::of(400);
        });
        RemoteSetup setup = setupFor("http://conductor.invalid");
        setup.server.proxy.url = proxy.url();
        const HealthReport report = look(setup);
        QVERIFY2(report.healthy(), report.error.oneLine().c_str());
        QVERIFY(proxy.requests().size() >= 3);
        setup.server.proxy.exceptions = {".invalid"};
        QCOMPARE(look(setup).state, HealthState::Unreachable);
        setup.server.proxy.exceptions.clear();
        setup.server.proxy.url = "gopher://x";
        QCOMPARE(look(setup).error.field, std::string("proxy.url"));
    }

    void credentialsInTheUrlStayOutOfIt()
    {
        std::string header;
        const ScriptedServer server([&](const ScriptedRequest& request) {
            header = request.headers.contains("authorization") ? request.headers.at("authorization") : "";
            return wellBehaved(request);
        });
        RemoteSetup setup = setupFor("http://Aladdin:open%20sesame@" + server.url().substr(7));
        const HealthReport report = look(setup);
        QVERIFY(report.healthy());
        QCOMPARE(header, std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        QCOMPARE(report.url, server.url() + "/api");
    }

    /// The last owner of a client may be one of its own answers.
    void theLastOwnerMayBeAnAnswer()
    {
        ScriptedServer server(&wellBehaved);
        const Result<bool> well = await<bool>([&](Reply<bool> reply) {
            auto conductor = std::make_shared<RemoteConductor>(setupFor(server.url()));
            RemoteConductor& port = *conductor;
            port.admin().isHealthy([conductor = std::move(conductor), reply](Result<bool> result) mutable {
                conductor.reset();
                reply(result);
            });
        });
        QVERIFY(well.ok() && *well);
    }
};

QTEST_GUILESS_MAIN(TestRemoteConnection)
#include "tst_remoteconnection.moc"
