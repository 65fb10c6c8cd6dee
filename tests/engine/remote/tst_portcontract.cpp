// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/remote/registration/definitiondifference.h"
#include "engine/remote/remoteconductor.h"
#include "engine/server/conductorapi.h"
#include "engine/value/json.h"
#include "portcontract.h"
#include "support/await.h"

#include <QTest>

#include <set>

using namespace baton;
using baton::test::await;

namespace {

constexpr EpochMs kNow = 1'700'000'000'000;

std::unique_ptr<EmbeddedConductor> freshConductor()
{
    EmbeddedSetup setup;
    setup.clock = std::make_shared<VirtualClock>(kNow);
    setup.ids = std::make_shared<SeededIdSource>(11);
    return std::make_unique<EmbeddedConductor>(std::move(setup));
}

/// An embedded Conductor behind its REST interface.
struct Served {
    explicit Served(const std::string& token = {}) : api(*conductor, settingsFor(token)), server(serverFor(token), api.handler())
    {
        const Status started = server.start();
        QVERIFY2(started.ok(), started.ok() ? "" : started.error().oneLine().c_str());
    }
    static ConductorApiSettings settingsFor(const std::string& token)
    {
        ConductorApiSettings settings;
        settings.clock = std::make_shared<VirtualClock>(kNow);
        settings.token = token;
        return settings;
    }
    HttpServerSettings serverFor(const std::string& token) const
    {
        HttpServerSettings settings;
        settings.token = token;
        settings.openPaths = {"/api/token"};
        settings.refusal = api.refusal();
        return settings;
    }
    [[nodiscard]] RemoteSetup client() const
    {
        RemoteSetup setup;
        setup.server.url = server.url();
        return setup;
    }
    std::unique_ptr<EmbeddedConductor> conductor = freshConductor();
    ConductorApi api;
    HttpServer server;
};

HealthReport healthOf(RemoteConductor& client)
{
    return await<HealthReport>([&](Reply<HealthReport> reply) { client.checkHealth(Milliseconds(10'000), std::move(reply)); }).value();
}

}  // namespace

class TestPortContract : public QObject {
    Q_OBJECT

private slots:
    /// The same questions to the embedded Conductor, and to it by way of REST: the same answers, word for word.
    void farAndNearAnswerAlike()
    {
        const std::unique_ptr<EmbeddedConductor> near = freshConductor();
        const std::vector<test::Answered> direct = test::portTranscript(*near, kNow);
        const Served served;
        RemoteConductor far(served.client());
        const std::vector<test::Answered> remote = test::portTranscript(far, kNow);
        QCOMPARE(remote.size(), direct.size());
        QVERIFY(direct.size() > 90);
        for (const test::Answered& one : direct)
            QVERIFY2(one.answer["error"] != Value("Timeout"), one.call.c_str());
        QStringList unlike;
        for (std::size_t i = 0; i < direct.size(); ++i) {
            for (const FieldDifference& one : differencesOf(direct[i].answer, remote[i].answer)) {
                unlike << QStringLiteral("%1: %2: near %3, far %4").arg(QString::fromStdString(direct[i].call), QString::fromStdString(one.path),
                    QString::fromStdString(toJson(one.ours)).left(200), QString::fromStdString(toJson(one.theirs)).left(200));
            }
        }
        QVERIFY2(unlike.isEmpty(), qPrintable(unlike.join(u'\n')));
    }

    /// With BATON_CONDUCTOR_URL set to a fresh real server: what is good there is good here, and what fails fails alike.
    void aRealServerAnswersAlike()
    {
        const QByteArray url = qgetenv("BATON_CONDUCTOR_URL");
        if (url.isEmpty())
            QSKIP("BATON_CONDUCTOR_URL names no server");
        RemoteSetup setup;
        setup.server.url = url.toStdString();
        RemoteConductor real(setup);
        const std::unique_ptr<EmbeddedConductor> near = freshConductor();
        const std::vector<test::Answered> ours = test::portTranscript(*near, kNow);
        const std::vector<test::Answered> theirs = test::portTranscript(real, SystemClock().now());
        QCOMPARE(theirs.size(), ours.size());
        QStringList unlike;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const Value& a = ours[i].answer["error"];
            const Value& b = theirs[i].answer["error"];
            // A server tells violations in any order.
            const auto words = [](const Value& answer) {
                std::multiset<std::string> messages;
                for (const Value& one : answer["violations"].items())
                    messages.insert(one["message"].toText().str());
                return messages;
            };
            if (a != b || b == Value("ParseError") || words(ours[i].answer) != words(theirs[i].answer)) {
                unlike << QStringLiteral("%1: here %2, there %3").arg(QString::fromStdString(ours[i].call),
                    QString::fromStdString(toJson(ours[i].answer)).left(300), QString::fromStdString(toJson(theirs[i].answer)).left(300));
            }
        }
        QVERIFY2(unlike.isEmpty(), qPrintable(unlike.join(u'\n')));
    }

    void aServerThatWorksIsHealthy()
    {
        const Served served;
        RemoteConductor client(served.client());
        const HealthReport report = healthOf(client);
        QVERIFY2(report.healthy(), report.error.oneLine().c_str());
        QVERIFY(report.latencyMs >= 0);
        QCOMPARE(report.version, std::string("3.32.3"));
        QCOMPARE(report.url, served.server.url() + "/api");
    }

    void aTokenIsAskedFor()
    {
        const Served served("s3cret-token");
        RemoteConductor stranger(served.client());
        QCOMPARE(healthOf(stranger).state, HealthState::NeedsAuthentication);
        RemoteSetup setup = served.client();
        setup.server.auth.kind = AuthKind::Bearer;
        setup.server.auth.token = Secret("s3cret-token");
        RemoteConductor friendly(setup);
        QVERIFY(healthOf(friendly).healthy());
        setup.server.auth.kind = AuthKind::KeySecret;
        setup.server.auth.keyId = "any";
        setup.server.auth.keySecret = Secret("s3cret-token");
        RemoteConductor keyed(setup);
        const HealthReport report = healthOf(keyed);
        QVERIFY2(report.healthy(), report.error.oneLine().c_str());
    }

    void aServerThatGoesIsUnreachable()
    {
        RemoteSetup setup;
        {
            const Served served;
            setup = served.client();
        }
        RemoteConductor client(setup);
        const HealthReport report = healthOf(client);
        QCOMPARE(report.state, HealthState::Unreachable);
        QCOMPARE(report.latencyMs, std::int64_t {-1});
    }
};

QTEST_GUILESS_MAIN(TestPortContract)
#include "tst_portcontract.moc"
