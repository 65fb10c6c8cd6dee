// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "apifixture.h"

#include <QtTest>

#include <set>

using namespace baton;
using test::ApiFixture;
using test::RawAnswer;
using test::RawClient;

namespace {

constexpr std::string_view kOne = R"({"name":"one","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})";

}  // namespace

// Polls that are held: nothing may be lost, whoever goes away meanwhile.
class TestLongPolls final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        (void)m_api->ask("POST /api/metadata/workflow", kOne);
    }
    void cleanup() { m_api.reset(); }

    void aHeldPollGetsTheTaskThatComes()
    {
        RawClient worker(m_api->server->port());
        worker.request("GET", "/api/tasks/poll/batch/t?timeout=5000&count=3");
        waitForPoller("t");
        const std::string id = m_api->ask("POST /api/workflow/one", "{}").body;
        const Value tasks = parseJson(worker.read().body).valueOr({});
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks.at(0)["workflowInstanceId"], Value(id));
    }

    void aDroppedPollTakesNothing()
    {
        std::vector<RawClient> gone;
        for (int i = 0; i < 10; ++i) {
            gone.emplace_back(m_api->server->port());
            gone.back().request("GET", "/api/tasks/poll/batch/t?timeout=5000&workerid=gone");
        }
        waitForPoller("t");
        const std::size_t open = m_api->server->connections();
        QVERIFY(open >= 10);
        gone.clear();
        QTRY_COMPARE(m_api->server->connections(), std::size_t(0));
        const std::string id = m_api->ask("POST /api/workflow/one", "{}").body;
        const Value task = m_api->json("GET /api/tasks/poll/t?workerid=here");
        QCOMPARE(task["workflowInstanceId"], Value(id));
        QCOMPARE(task["workerId"], Value("here"));
        QCOMPARE(task["pollCount"], Value(1));
    }

    void manyHeldPollsShareWhatComes()
    {
        std::vector<RawClient> workers;
        for (int i = 0; i < 100; ++i) {
            workers.emplace_back(m_api->server->port());
            workers.back().request("GET", "/api/tasks/poll/batch/t?timeout=5000");
        }
        waitForPoller("t");
        RawClient starter(m_api->server->port());
        for (int i = 0; i < 100; ++i)
            QCOMPARE(starter.ask("POST", "/api/workflow/one", "{}").status, 200);
        std::set<std::string> ids;
        for (RawClient& worker : workers) {
            const Value tasks = parseJson(worker.read().body).valueOr({});
            if (tasks.size() == 1)
                ids.insert(std::string(tasks.at(0)["taskId"].asText()));
        }
        // A poll that came too late to be held finds what is left.
        const Value rest = m_api->json("GET /api/tasks/poll/batch/t?count=100&timeout=0");
        for (const Value& task : rest.items())
            ids.insert(std::string(task["taskId"].asText()));
        QCOMPARE(ids.size(), std::size_t(100));
    }

    void executeWaitsWithoutAThread()
    {
        std::vector<RawClient> waiting;
        for (int i = 0; i < 20; ++i) {
            waiting.emplace_back(m_api->server->port());
            waiting.back().request("POST", "/api/workflow/execute/one/1?waitForSeconds=20", "{}");
        }
        for (int done = 0; done < 20; ++done) {
            const Value tasks = m_api->json("GET /api/tasks/poll/batch/t?timeout=5000");
            QCOMPARE(m_api->ask("POST /api/tasks", test::updateOf(tasks.at(0), "COMPLETED", Value::object())).status, 200);
        }
        for (RawClient& client : waiting)
            QCOMPARE(parseJson(client.read().body).valueOr({})["status"], Value("COMPLETED"));
    }

    void stoppingAnswersThemAll()
    {
        RawClient worker(m_api->server->port());
        worker.request("GET", "/api/tasks/poll/batch/t?timeout=5000");
        waitForPoller("t");
        m_api->conductor->releaseWaiting();
        QCOMPARE(worker.read().body, std::string("[]"));
    }

private:
    void waitForPoller(const std::string& type) const
    {
        QTRY_VERIFY(m_api->json("GET /api/tasks/queue/polldata?taskType=" + type).size() > 0);
    }

    std::unique_ptr<ApiFixture> m_api;
};

QTEST_GUILESS_MAIN(TestLongPolls)
#include "tst_longpolls.moc"
