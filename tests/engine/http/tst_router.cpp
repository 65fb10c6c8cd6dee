// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/router.h"

#include <QtTest>

using namespace baton;

namespace {

struct Kept final : Responder::Target {
    HttpResponse response {0, {}, {}};
    void send(HttpResponse given) override { response = std::move(given); }
    void onGone(std::function<void()>) override { }
    [[nodiscard]] bool isGone() const override { return false; }
};

HttpHandler named(const std::string& name)
{
    return [name](const HttpRequest& request, const Responder& responder) {
        std::string text = name;
        for (const auto& [key, value] : request.parameters.fields())
            text += ' ' + key + '=' + value;
        responder.send(HttpResponse::text(text));
    };
}

HttpResponse ask(const Router& router, std::string method, std::string path)
{
    const auto kept = std::make_shared<Kept>();
    HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    router.handle(std::move(request), Responder(kept));
    return kept->response;
}

}  // namespace

class TestRouter final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_router.add("GET", "/w/{id}", named("one"));
        m_router.add("DELETE", "/w/{id}", named("end"));
        m_router.add("POST", "/w/{name}", named("start"));
        m_router.add("GET", "/w/search", named("search"));
        m_router.add("GET", "/w/{id}/log", named("log"));
        m_router.add("POST", "/w/{id}/{ref}/{status}", named("update"));
        m_router.add("POST", "/w/{id}/{status}/signal", named("signal"));
        m_router.add("GET", "/queue/", named("queues"));
        m_router.add("GET", "/all/{rest...}", named("all"));
        m_router.add("GET", "/", named("root"));
    }

    void finds_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found");
        QTest::newRow("parameter") << "GET" << "/w/7" << "one id=7";
        QTest::newRow("literal wins") << "GET" << "/w/search" << "search";
        QTest::newRow("literal of another method does not") << "DELETE" << "/w/search" << "end id=search";
        QTest::newRow("names of its own") << "POST" << "/w/7" << "start name=7";
        QTest::newRow("deeper") << "GET" << "/w/7/log" << "log id=7";
        QTest::newRow("three parameters") << "POST" << "/w/7/r/DONE" << "update id=7 ref=r status=DONE";
        QTest::newRow("the more literal one") << "POST" << "/w/7/DONE/signal" << "signal id=7 status=DONE";
        QTest::newRow("a final slash counts") << "GET" << "/queue/" << "queues";
        QTest::newRow("greedy") << "GET" << "/all/a/b/c" << "all rest=a/b/c";
        QTest::newRow("root") << "GET" << "/" << "root";
        QTest::newRow("HEAD is GET") << "HEAD" << "/w/7" << "one id=7";
    }

    void finds()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, found);
        QCOMPARE(QString::fromStdString(ask(m_router, method.toStdString(), path.toStdString()).body), found);
    }

    void refuses()
    {
        QCOMPARE(ask(m_router, "GET", "/nope").status, 404);
        QCOMPARE(ask(m_router, "GET", "/queue").status, 404);
        QCOMPARE(ask(m_router, "GET", "/w/").status, 404);
        QCOMPARE(ask(m_router, "GET", "").status, 200);   // an empty path is "/"
        const HttpResponse refused = ask(m_router, "PUT", "/w/7");
        QCOMPARE(refused.status, 405);
        QCOMPARE(refused.headers.front().second, std::string("DELETE,GET,HEAD,OPTIONS,POST"));
        QCOMPARE(ask(m_router, "OPTIONS", "/w/7").status, 200);
    }

private:
    Router m_router;
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
