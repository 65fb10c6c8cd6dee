// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/httpserver.h"
#include "support/rawclient.h"

#include <QtTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace baton;
using test::RawAnswer;
using test::RawClient;

namespace {

// Echoes; keeps the Responder of "/hold" until it is released.
class Desk {
public:
    void handle(const HttpRequest& request, const Responder& responder)
    {
        if (request.path == "/hold") {
            responder.onGone([this] {
                const std::lock_guard lock(m_mutex);
                ++m_gone;
                m_changed.notify_all();
            });
            const std::lock_guard lock(m_mutex);
            m_held.push_back(responder);
            m_changed.notify_all();
        } else if (request.path == "/throw") {
            throw std::runtime_error("something broke");
        } else if (request.path != "/forget") {
            responder.send(HttpResponse::text(request.method + ' ' + request.path + ' ' + request.query.value("q") + ' ' + request.body));
        }
    }

    template <typename Condition>
    bool wait(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), condition);
    }
    bool waitHeld(std::size_t count) { return wait([this, count] { return m_held.size() >= count; }); }
    bool waitGone(int count) { return wait([this, count] { return m_gone >= count; }); }

    std::vector<Responder> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_held, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Responder> m_held;
    int m_gone = 0;
};

HttpHandler handlerFor(const std::shared_ptr<Desk>& desk)
{
    return [desk](const HttpRequest& request, const Responder& responder) { desk->handle(request, responder); };
}

bool says(const RawAnswer& answer, std::string_view text)
{
    return answer.head.find(text) != std::string::npos;
}

}  // namespace

class TestHttpServer final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_shared<Desk>();
        start({});
    }
    void cleanup() { m_server.reset(); }

    void answersOverAKeptConnection()
    {
        RawClient client(m_server->port());
        const RawAnswer first = client.ask("GET", "/a%20b?q=1%2B1");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.body, std::string("GET /a b 1+1 "));
        QVERIFY(says(first, "Content-Type: text/plain;charset=UTF-8"));
        QVERIFY(says(first, "Date: "));
        QCOMPARE(client.ask("POST", "/b", "hello").body, std::string("POST /b  hello"));
    }

    void headHasNoBody()
    {
        RawClient client(m_server->port());
        const RawAnswer head = client.ask("HEAD", "/a");
        QCOMPARE(head.status, 200);
        QVERIFY(says(head, "Content-Length: 9"));
        QCOMPARE(client.ask("GET", "/next").body, std::string("GET /next  "));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_server->port());
        std::string many;
        for (int i = 0; i < 50; ++i)
            many += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
        client.send(many);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(client.read().body, "GET /" + std::to_string(i) + "  ");
    }

    void chunkedBodiesAndContinue()
    {
        RawClient client(m_server->port());
        client.send("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QCOMPARE(client.read().body, std::string("POST /c  abcde"));
        client.send("POST /d HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.read().status, 100);
        client.send("ok");
        QCOMPARE(client.read().body, std::string("POST /d  ok"));
    }

    void oldClientsAreClosedAfterTheAnswer()
    {
        RawClient client(m_server->port());
        client.send("GET /a HTTP/1.0\r\n\r\n");
        const RawAnswer answer = client.read();
        QCOMPARE(answer.status, 200);
        QVERIFY(says(answer, "Connection: close"));
        QVERIFY(client.isClosed());
    }

    void badRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
        QTest::newRow("broken escape") << QByteArray("GET /a%zz HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
        QTest::newRow("hidden slash") << QByteArray("GET /a%2Fb HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
        QTest::newRow("zero byte") << QByteArray("GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab") << 400;
        QTest::newRow("bad length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
        QTest::newRow("bad chunk") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
        QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\nA: ") + QByteArray(100'000, 'a') + "\r\n\r\n" << 431;
        QTest::newRow("a throwing handler") << QByteArray("GET /throw HTTP/1.1\r\nHost: h\r\n\r\n") << 500;
        QTest::newRow("a forgetful handler") << QByteArray("GET /forget HTTP/1.1\r\nHost: h\r\n\r\n") << 500;
    }

    void badRequests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client(m_server->port());
        client.send(bytes.toStdString());
        QCOMPARE(client.read().status, status);
        RawClient other(m_server->port());
        QCOMPARE(other.ask("GET", "/still").status, 200);
    }

    void oversizeBodies()
    {
        HttpServerSettings settings;
        settings.limits.bodyBytes = 1000;
        start(std::move(settings));
        RawClient told(m_server->port());
        told.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000000\r\n\r\n" + std::string(200'000, 'x'));
        QCOMPARE(told.read().status, 413);
        RawClient chunked(m_server->port());
        chunked.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n7d1\r\n" + std::string(2001, 'x') + "\r\n");
        QCOMPARE(chunked.read().status, 413);
        RawClient fits(m_server->port());
        QCOMPARE(fits.ask("POST", "/", std::string(1000, 'x')).status, 200);
    }

    void heldRequestsAreAnsweredFromAnotherThread()
    {
        std::vector<RawClient> clients;
        for (int i = 0; i < 20; ++i) {
            clients.emplace_back(m_server->port());
            clients.back().request("GET", "/hold");
        }
        QVERIFY(m_desk->waitHeld(20));
        QCOMPARE(RawClient(m_server->port()).ask("GET", "/meanwhile").status, 200);
        for (const Responder& responder : m_desk->take()) {
            responder.send(HttpResponse::text("late"));
            responder.send(HttpResponse::text("later still"));
        }
        for (RawClient& client : clients)
            QCOMPARE(client.read().body, std::string("late"));
        QCOMPARE(clients.front().ask("GET", "/again").status, 200);
    }

    void aDroppedClientIsNoticedWhileItIsHeld()
    {
        RawClient client(m_server->port());
        client.request("GET", "/hold");
        QVERIFY(m_desk->waitHeld(1));
        const std::vector<Responder> held = m_desk->take();
        QVERIFY(!held.front().isGone());
        client.drop();
        QVERIFY(m_desk->waitGone(1));
        QVERIFY(held.front().isGone());
        held.front().send(HttpResponse::text("to nobody"));
        bool toldAtOnce = false;
        held.front().onGone([&] { toldAtOnce = true; });
        QVERIFY(toldAtOnce);
    }

    void whatIsSentAheadWhileHeldIsAnsweredAfterwards()
    {
        RawClient client(m_server->port());
        client.request("GET", "/hold");
        QVERIFY(m_desk->waitHeld(1));
        client.request("GET", "/ahead");
        m_desk->take().front().send(HttpResponse::text("held"));
        QCOMPARE(client.read().body, std::string("held"));
        QCOMPARE(client.read().body, std::string("GET /ahead  "));
    }

    void aThousandIdleConnections()
    {
        std::vector<RawClient> clients;
        for (int i = 0; i < 1000; ++i) {
            clients.emplace_back(m_server->port());
            QVERIFY(clients.back().isConnected());
        }
        QCOMPARE(clients.back().ask("GET", "/a").status, 200);   // so all of them are accepted
        QCOMPARE(m_server->connections(), std::size_t(1000));
        QCOMPARE(clients.front().ask("GET", "/a").status, 200);
    }

    void tooManyConnectionsAreToldSo()
    {
        HttpServerSettings settings;
        settings.limits.connections = 1;
        start(std::move(settings));
        RawClient first(m_server->port());
        QCOMPARE(first.ask("GET", "/a").status, 200);
        RawClient second(m_server->port());
        QCOMPARE(second.read().status, 503);
        QCOMPARE(first.ask("GET", "/a").status, 200);
    }

    void idleConnectionsAreClosed()
    {
        HttpServerSettings settings;
        settings.limits.idle = std::chrono::milliseconds(50);
        start(std::move(settings));
        RawClient client(m_server->port());
        QVERIFY(client.isClosed());
        RawClient holder(m_server->port());
        holder.request("GET", "/hold");   // is held for longer than that
        QVERIFY(m_desk->waitHeld(1));
        RawClient other(m_server->port());
        QVERIFY(other.isClosed());
        m_desk->take().front().send(HttpResponse::text("held"));
        QCOMPARE(holder.read().body, std::string("held"));
    }

    void tokenIsRequired()
    {
        HttpServerSettings settings;
        settings.token = "secret";
        settings.openPaths = {"/health"};
        start(std::move(settings));
        RawClient client(m_server->port());
        const RawAnswer refused = client.ask("GET", "/a");
        QCOMPARE(refused.status, 401);
        QVERIFY(says(refused, "WWW-Authenticate: Bearer"));
        QCOMPARE(client.ask("GET", "/a", {}, "Authorization: Bearer wrong\r\n").status, 401);
        QCOMPARE(client.ask("GET", "/a", {}, "Authorization: bearer secret\r\n").status, 200);
        QCOMPARE(client.ask("GET", "/a", {}, "X-Authorization: secret\r\n").status, 200);
        QCOMPARE(client.ask("GET", "/health").status, 200);
    }

    void stopAnswersWhatIsHeldFirst()
    {
        RawClient idle(m_server->port());
        RawClient client(m_server->port());
        client.request("GET", "/hold");
        QVERIFY(m_desk->waitHeld(1));
        std::jthread stopper([this] { m_server->stop(); });
        QVERIFY(idle.isClosed());
        m_desk->take().front().send(HttpResponse::text("last words"));
        const RawAnswer answer = client.read();
        QCOMPARE(answer.body, std::string("last words"));
        QVERIFY(says(answer, "Connection: close"));
        stopper.join();
        QVERIFY(!RawClient(m_server->port()).isConnected());
    }

    void stopDoesNotWaitForEver()
    {
        RawClient client(m_server->port());
        client.request("GET", "/hold");
        QVERIFY(m_desk->waitHeld(1));
        m_server->stop(std::chrono::milliseconds(1));
        QVERIFY(client.isClosed());
        QVERIFY(m_desk->take().front().isGone());
    }

    void portsAndAddressesThatCannotBeHad()
    {
        HttpServerSettings taken;
        taken.port = m_server->port();
        HttpServer second(taken, handlerFor(m_desk));
        const Status refused = second.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(refused.error().message.find(std::to_string(m_server->port())) != std::string::npos);
        HttpServerSettings odd;
        odd.address = "nowhere";
        HttpServer third(odd, handlerFor(m_desk));
        QCOMPARE(third.start().error().code, ErrorCode::InvalidArgument);
    }

private:
    void start(HttpServerSettings settings)
    {
        m_server = std::make_unique<HttpServer>(std::move(settings), handlerFor(m_desk));
        const Status started = m_server->start();
        QVERIFY(started.ok());
    }

    std::shared_ptr<Desk> m_desk;
    std::unique_ptr<HttpServer> m_server;
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
