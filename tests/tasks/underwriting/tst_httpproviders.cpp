// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/providers/http.h"
#include "tasks/underwriting/providers/remembered.h"
#include "tasks/underwriting/providers/simulated.h"

#include <QtTest/QTest>

using namespace baton;
using namespace baton::tasks;

namespace {

/// Answers what it is told to and keeps what it was asked.
struct FakeNetwork {
    std::vector<HttpRequest> asked;
    std::vector<HttpReply> replies;

    HttpFetch fetch()
    {
        return [this](const HttpRequest& request) -> Result<HttpReply> {
            asked.push_back(request);
            const HttpReply reply = replies.size() >= asked.size() ? replies[asked.size() - 1] : replies.back();
            if (reply.status == 0)
                return Error {.code = ErrorCode::Timeout, .message = "no answer"};
            return reply;
        };
    }
};

const HttpService kService {"https://example.test/v1", "secret-key", std::chrono::milliseconds(5000), 2};
const ProviderCall kCall {"A/1 ü", "U1", "task", 0, 1000};

}  // namespace

class TestHttpProviders : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsConfiguredIsAsked()
    {
        FakeNetwork network {{}, {{200, Value::object({{"credit_score", 700}})}}};
        HttpServices services;
        services.bureau = kService;
        services.income = {"https://example.test", {}};   // no key
        const Providers before = simulatedProviders();
        const Providers after = withHttp(before, services, network.fetch());
        QVERIFY(after.income == before.income);
        QVERIFY(after.bureau != before.bureau);
        const auto file = after.bureau->report(kCall);
        QVERIFY(file.ok());
        QCOMPARE(file->score, 700);
        QCOMPARE(network.asked[0].url, std::string("https://example.test/v1/credit-reports/A%2F1%20%C3%BC?user_id=U1"));
        QCOMPARE(network.asked[0].headers[0].second, std::string("Bearer secret-key"));
    }

    void whatDoesNotAnswerIsAskedAgain()
    {
        FakeNetwork network {{}, {{0, {}}, {503, {}}, {200, Value::object({{"score", 33}, {"version", "v2"}})}}};
        HttpServices services;
        services.model = kService;
        const auto score = withHttp(simulatedProviders(), services, network.fetch()).model->score(kCall, Value::object());
        QVERIFY(score.ok());
        QCOMPARE(score->score, 33.0);
        QCOMPARE(network.asked.size(), std::size_t {3});
    }

    void faultsHaveTheirCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("404") << 404 << static_cast<int>(ErrorCode::NotFound);
        QTest::newRow("401") << 401 << static_cast<int>(ErrorCode::InvalidArgument);
        QTest::newRow("429") << 429 << static_cast<int>(ErrorCode::Unavailable);
        QTest::newRow("500") << 500 << static_cast<int>(ErrorCode::Unavailable);
        QTest::newRow("none") << 0 << static_cast<int>(ErrorCode::Timeout);
        QTest::newRow("no sense") << 200 << static_cast<int>(ErrorCode::InvalidArgument);
    }
    void faultsHaveTheirCodes()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        FakeNetwork network {{}, {{status, Value::object({{"credit_score", 9999}})}}};
        HttpServices services;
        services.bureau = kService;
        const auto file = withHttp(simulatedProviders(), services, network.fetch()).bureau->report(kCall);
        QVERIFY(!file.ok());
        QCOMPARE(static_cast<int>(file.error().code), code);
        QVERIFY(file.error().oneLine().find("secret-key") == std::string::npos);
    }

    void aMessageIsNotSentTwice()
    {
        FakeNetwork network {{}, {{503, {}}}};
        HttpServices services;
        services.notifier = kService;
        QVERIFY(!withHttp(simulatedProviders(), services, network.fetch()).notifier->send(kCall, {"approval", "applicant", Value::object()}).ok());
        QCOMPARE(network.asked.size(), std::size_t {1});
    }

    void statesAreRemembered()
    {
        const auto states = rememberedStates(nullptr);
        QVERIFY((*states->current(kCall)).empty());
        QVERIFY(states->move(kCall, {"", "under_review", "W", {}}).ok());
        QCOMPARE((*states->current(kCall)).str(), std::string("under_review"));
        const auto late = states->move(kCall, {"submitted", "denied", "W", {}});
        QCOMPARE(static_cast<int>(late.error().code), static_cast<int>(ErrorCode::Conflict));
        QVERIFY(states->move(kCall, {"under_review", "approved", "W", {}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestHttpProviders)
#include "tst_httpproviders.moc"
