// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/auth/tokens.h"
#include "engine/remote/http/answererror.h"
#include "engine/remote/http/courier.h"
#include "fakenetwork.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace baton;
using test::FakeNetwork;

namespace {

AuthSettings keySecret()
{
    AuthSettings auth;
    auth.kind = AuthKind::KeySecret;
    auth.keyId = "key";
    auth.keySecret = Secret("very-secret");
    return auth;
}

AuthSettings oauth2()
{
    AuthSettings auth;
    auth.kind = AuthKind::OAuth2;
    auth.tokenUrl = "http://id/token";
    auth.clientId = "me:1";
    auth.clientSecret = Secret("p&ss word");
    auth.scope = "conductor run";
    auth.audience = "api://loans";
    return auth;
}

struct Bench {
    explicit Bench(const AuthSettings& auth = {}) : authenticator(setupFor(auth), network), courier(courierSetup(), network, authenticator) { }

    AuthenticatorSetup setupFor(const AuthSettings& auth)
    {
        AuthenticatorSetup setup;
        setup.auth = auth;
        setup.apiUrl = "http://h/api";
        setup.clock = network.clock.get();
        setup.chance = &chance;
        setup.environment = [this](std::string_view name) { return name == "TOKEN" ? variable : std::nullopt; };
        setup.keychain = [this](const std::string& entry, std::function<void(Result<Secret>)> reply) {
            keychainEntry = entry;
            reply(keychain);
        };
        return setup;
    }
    CourierSetup courierSetup()
    {
        CourierSetup setup;
        setup.apiUrl = "http://h/api";
        setup.clock = network.clock.get();
        setup.chance = &chance;
        return setup;
    }
    /// One question; what comes of it lands in `outcomes`.
    void ask(bool repeatable = true)
    {
        ApiCall call;
        call.path = "/x";
        call.repeatable = repeatable;
        courier.send(call, [this](ApiOutcome outcome) { outcomes.push_back(std::move(outcome)); });
    }
    [[nodiscard]] int tokensAsked() const
    {
        return static_cast<int>(std::count_if(network.log.begin(), network.log.end(), [](const HttpCall& call) { return call.url.ends_with("/token"); }));
    }
    [[nodiscard]] const HttpCall& last() const { return network.log.back(); }
    [[nodiscard]] std::string sentHeader(const std::string& name) const { return FakeNetwork::header(last(), name); }

    FakeNetwork network;
    SeededIdSource chance {5};
    std::optional<std::string> variable;
    Result<Secret> keychain = Error {ErrorCode::Unavailable, "locked"};
    std::string keychainEntry;
    Authenticator authenticator;
    Courier courier;
    std::vector<ApiOutcome> outcomes;
};

/// A token that lasts so long, by its own times.
std::string jwt(std::int64_t seconds, int number = 1)
{
    const std::string claims = R"({"iat":1000,"exp":)" + std::to_string(1000 + seconds) + R"(,"n":)" + std::to_string(number) + "}";
    return "head." + base64Of(claims) + ".sign";
}

std::string tokenAnswer(const std::string& token)
{
    return R"({"token":")" + token + R"("})";
}

}  // namespace

class TestCourier : public QObject {
    Q_OBJECT

private slots:
    void withoutCredentialsNoHeader()
    {
        Bench bench;
        bench.ask();
        QCOMPARE(bench.sentHeader("Authorization"), std::string());
        bench.network.answer(200, "{}");
        QVERIFY(!bench.outcomes.at(0).error);
    }

    void basic()
    {
        AuthSettings auth;
        auth.kind = AuthKind::Basic;
        auth.username = "Aladdin";
        auth.password = Secret("open sesame");
        Bench bench(auth);
        bench.ask();
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        bench.network.answer(401, R"({"message":"no, open sesame is wrong"})");
        QVERIFY(bench.outcomes.at(0).credentials);
        QCOMPARE(bench.outcomes[0].error->message, std::string("no, *** is wrong"));
        QCOMPARE(bench.network.log.size(), std::size_t {1});   // nothing else to try
    }

    void bearerFromAFileIsReadAgainAfterA401()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("token"));
        const auto write = [&](const char* text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        AuthSettings auth;
        auth.kind = AuthKind::Bearer;
        auth.tokenFile = path.toStdString();
        write("first\n");
        Bench bench(auth);
        bench.ask();
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Bearer first"));
        write("second\n");
        bench.network.answer(401);
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Bearer second"));
        bench.network.answer(200);
        QVERIFY(!bench.outcomes.at(0).error);
        bench.ask();
        bench.network.answer(401);                          // unchanged now: the same would be refused again
        QVERIFY(bench.outcomes.at(1).credentials);
        QCOMPARE(bench.network.open.size(), std::size_t {0});
    }

    void bearerFromAVariableOrTheSettings()
    {
        AuthSettings auth;
        auth.kind = AuthKind::Bearer;
        auth.tokenVariable = "TOKEN";
        Bench bench(auth);
        bench.ask();
        QVERIFY(bench.outcomes.at(0).credentials);
        QVERIFY(bench.outcomes[0].error->message.find("TOKEN") != std::string::npos);
        bench.variable = "from-environment";
        bench.network.advance(5000);                        // the pause after the failure
        bench.ask();
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Bearer from-environment"));
        AuthSettings plain;
        plain.kind = AuthKind::Bearer;
        plain.token = Secret("  given  ");
        Bench other(plain);
        other.ask();
        QCOMPARE(other.sentHeader("Authorization"), std::string("Bearer given"));
    }

    void bearerFromTheKeyChainWithAFileToFallBackOn()
    {
        AuthSettings auth;
        auth.kind = AuthKind::Bearer;
        auth.tokenKeychain = "baton/prod";
        Bench locked(auth);
        locked.ask();
        QVERIFY(locked.outcomes.at(0).error->message.find("locked") != std::string::npos);
        auth.token = Secret("fallback");
        Bench fallback(auth);
        fallback.ask();
        QCOMPARE(fallback.sentHeader("Authorization"), std::string("Bearer fallback"));
        Bench open(auth);
        open.keychain = Secret("from-chain");
        open.ask();
        QCOMPARE(open.keychainEntry, std::string("baton/prod"));
        QCOMPARE(open.sentHeader("Authorization"), std::string("Bearer from-chain"));
    }

    void aTokenThatWouldBreakTheHeaderIsRefused()
    {
        AuthSettings auth;
        auth.kind = AuthKind::Bearer;
        auth.token = Secret("evil\r\nX-Other: 1");
        Bench bench(auth);
        bench.ask();
        QVERIFY(bench.outcomes.at(0).error.has_value());
        QCOMPARE(bench.network.log.size(), std::size_t {0});
    }

    void keyAndSecret()
    {
        Bench bench(keySecret());
        bench.ask();
        QCOMPARE(bench.last().url, std::string("http://h/api/token"));
        QCOMPARE(bench.last().body, std::string(R"({"keyId":"key","keySecret":"very-secret"})"));
        bench.network.answer(200, tokenAnswer(jwt(3600)));
        QCOMPARE(bench.sentHeader("X-Authorization"), jwt(3600));
        bench.network.answer(200);
        bench.ask();
        QCOMPARE(bench.tokensAsked(), 1);                   // kept
    }

    void aServerWithoutTokensLetsEverybodyIn()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(404, R"({"status":404,"message":"No static resource api/token.","retryable":false})");
        QCOMPARE(bench.last().url, std::string("http://h/api/x"));
        QCOMPARE(bench.sentHeader("X-Authorization"), std::string());
    }

    void fiftyCallsAskForOneToken()
    {
        Bench bench(keySecret());
        for (int i = 0; i < 50; ++i)
            bench.ask();
        QCOMPARE(bench.network.open.size(), std::size_t {1});
        bench.network.answer(200, tokenAnswer(jwt(3600, 1)));
        QCOMPARE(bench.network.open.size(), std::size_t {50});
        // All of them are refused at once, and again one token is asked for.
        for (int i = 0; i < 50; ++i)
            bench.network.answer(401, R"({"error":"EXPIRED_TOKEN","message":"x"})");
        QCOMPARE(bench.tokensAsked(), 2);
        bench.network.answer(200, tokenAnswer(jwt(3600, 2)));
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(FakeNetwork::header(bench.network.open.front().call, "X-Authorization"), jwt(3600, 2));
            bench.network.answer(200);
        }
        QCOMPARE(bench.outcomes.size(), std::size_t {50});
        for (const ApiOutcome& outcome : bench.outcomes)
            QVERIFY(!outcome.error);
        QCOMPARE(bench.tokensAsked(), 2);
    }

    /// A refusal that was on its way while another call renewed the token.
    void aLateRefusalOfAnOldTokenRenewsNothing()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(200, tokenAnswer(jwt(3600, 1)));
        bench.ask();
        bench.network.answer(401, R"({"error":"INVALID_TOKEN"})");
        std::rotate(bench.network.open.begin(), bench.network.open.begin() + 1, bench.network.open.end());   // the token's answer first
        bench.network.answer(200, tokenAnswer(jwt(3600, 2)));
        bench.network.answer(401, R"({"error":"INVALID_TOKEN"})");
        QCOMPARE(bench.tokensAsked(), 2);
        QCOMPARE(bench.network.open.size(), std::size_t {2});
    }

    void aMatterOfRightsRenewsNothing()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(200, tokenAnswer(jwt(3600)));
        bench.network.answer(403, R"({"status":403,"message":"not yours"})");
        QCOMPARE(bench.outcomes.at(0).error->message, std::string("not yours"));
        QVERIFY(bench.outcomes[0].credentials);
        QCOMPARE(bench.tokensAsked(), 1);
    }

    void aTokenIsRenewedBeforeItEnds()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(200, tokenAnswer(jwt(1000)));
        bench.network.answer(200);
        bench.network.advance(700'000);
        bench.ask();
        bench.network.answer(200);
        QCOMPARE(bench.tokensAsked(), 1);
        bench.network.advance(110'000);                     // past four fifths: the call goes with the old one meanwhile
        bench.ask();
        QCOMPARE(bench.tokensAsked(), 2);
        QCOMPARE(bench.network.open.size(), std::size_t {2});
        QCOMPARE(bench.sentHeader("X-Authorization"), jwt(1000));
    }

    void aTokenThatHasEndedIsNotSent()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(200, tokenAnswer(jwt(100)));
        bench.network.answer(200);
        bench.network.advance(101'000);
        bench.ask();
        QCOMPARE(bench.network.open.size(), std::size_t {1});
        QVERIFY(bench.last().url.ends_with("/token"));
    }

    /// Nobody hammers a server that gives no tokens, and nobody waits for it.
    void failuresAreFollowedByGrowingPauses()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.network.answer(401, R"({"message":"wrong very-secret"})");
        QVERIFY(bench.outcomes.at(0).credentials);
        QVERIFY(bench.outcomes[0].error->message.find("very-secret") == std::string::npos);
        for (int i = 0; i < 20; ++i)
            bench.ask();
        QCOMPARE(bench.tokensAsked(), 1);
        QCOMPARE(bench.outcomes.size(), std::size_t {21});
        std::vector<int> asked;
        for (int second = 0; second < 300; ++second) {
            bench.network.advance(1000);
            bench.ask();
            if (!bench.network.open.empty())
                bench.network.fail();
            if (second == 9 || second == 59 || second == 299)
                asked.push_back(bench.tokensAsked());
        }
        QVERIFY2(asked[0] <= 5 && asked[1] <= 7 && asked[2] <= 13, qPrintable(QString::number(asked[2])));
        QVERIFY(asked[2] >= 8);                             // but it never gives up either
    }

    void oauth2ClientCredentials()
    {
        Bench bench(oauth2());
        bench.ask();
        QCOMPARE(bench.last().url, std::string("http://id/token"));
        QCOMPARE(bench.last().body, std::string("grant_type=client_credentials&scope=conductor%20run&audience=api%3A%2F%2Floans"));
        QCOMPARE(bench.sentHeader("Authorization"), "Basic " + base64Of("me%3A1:p%26ss%20word"));
        bench.network.answer(200, R"({"access_token":"abc","token_type":"Bearer","expires_in":300})");
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Bearer abc"));
        bench.network.answer(401);                          // revoked
        QVERIFY(bench.last().url.ends_with("/token"));
        bench.network.answer(200, R"({"access_token":"def","expires_in":300})");
        QCOMPARE(bench.sentHeader("Authorization"), std::string("Bearer def"));
    }

    void oauth2ServersThatReadTheBodyOnly()
    {
        Bench bench(oauth2());
        bench.ask();
        bench.network.answer(401, R"({"error":"invalid_client"})");
        QVERIFY(bench.last().body.find("client_secret=p%26ss%20word") != std::string::npos);
        QCOMPARE(bench.sentHeader("Authorization"), std::string());
        bench.network.answer(401, R"({"error":"invalid_client","error_description":"who?"})");
        QVERIFY(bench.outcomes.at(0).credentials);
        QCOMPARE(bench.outcomes[0].error->message, std::string("no token was given: who?"));
    }

    void lostQuestionsAreRepeatedWithGrowingPauses()
    {
        Bench bench;
        bench.ask();
        for (int i = 0; i < 3; ++i) {
            bench.network.fail(true);
            bench.network.advance(60'000);
        }
        bench.network.fail(true);
        QCOMPARE(bench.network.pauses.size(), std::size_t {3});
        QVERIFY(bench.network.pauses[0].count() >= 160 && bench.network.pauses[0].count() <= 240);
        QVERIFY(bench.network.pauses[2].count() >= 640 && bench.network.pauses[2].count() <= 960);
        QVERIFY(bench.outcomes.at(0).error.has_value());
    }

    void whatMayHaveBeenDoneIsNotDoneAgain()
    {
        Bench bench;
        bench.ask(false);
        bench.network.fail(true);
        QCOMPARE(bench.network.pauses.size(), std::size_t {0});
        QCOMPARE(bench.outcomes.size(), std::size_t {1});
        bench.ask(false);
        bench.network.fail(false);                          // never left
        QCOMPARE(bench.network.pauses.size(), std::size_t {1});
    }

    void theServersOwnPauseCounts()
    {
        Bench bench;
        bench.ask(false);
        bench.network.answer(HttpAnswer {429, {{"retry-after", "3"}}, ""});
        QCOMPARE(bench.network.pauses.at(0).count(), std::int64_t {3000});
        bench.network.advance(3000);
        bench.network.answer(HttpAnswer {503, {{"retry-after", "3600"}}, ""});
        QCOMPARE(bench.outcomes.size(), std::size_t {1});   // longer than anybody here waits
    }

    void closingAnswersEverything()
    {
        Bench bench(keySecret());
        bench.ask();
        bench.ask();
        bench.courier.close();
        bench.ask();
        QCOMPARE(bench.outcomes.size(), std::size_t {3});
        for (const ApiOutcome& outcome : bench.outcomes)
            QCOMPARE(outcome.error->code, ErrorCode::Cancelled);
        bench.network.answer(200, tokenAnswer("late"));     // nobody is there any more
        QCOMPARE(bench.outcomes.size(), std::size_t {3});
    }

    void datesAndClocks()
    {
        HttpAnswer answer {200, {{"date", "Sun, 06 Nov 1994 08:49:37 GMT"}}};
        QCOMPARE(dateOf(answer), std::optional<EpochMs>(784'111'777'000));
        for (const char* bad : {"", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, xx Nov 1994 08:49:37 GMT"}) {
            answer.headers = {{"date", bad}};
            QVERIFY(!dateOf(answer));
        }
    }

    void tokensTellHowLongTheyLast()
    {
        QCOMPARE(jwtLifetimeMs(jwt(3600), 0), std::int64_t {3'600'000});
        for (const char* odd : {"", "a.b", "a.b.c", "a.e30.c", "a.!!!.c", "....", "a.eyJleHAiOiJ4In0.c"})
            QCOMPARE(jwtLifetimeMs(odd, 0), std::int64_t {0});
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
