// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "apifixture.h"

#include <QtTest>

using namespace baton;
using test::ApiFixture;
using test::RawAnswer;

namespace {

constexpr std::string_view kOne = R"({"name":"one","version":1,"schemaVersion":2,"ownerEmail":"a@b.c","timeoutSeconds":0,
    "outputParameters":{"got":"${t.output.x}"},"tasks":[{"name":"t","taskReferenceName":"t","type":"SIMPLE","inputParameters":{"i":"${workflow.input.i}"}}]})";

bool says(const RawAnswer& answer, std::string_view text)
{
    return answer.head.find(text) != std::string::npos;
}

}  // namespace

class TestConductorApi final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        QVERIFY(m_api->started);
    }
    void cleanup() { m_api.reset(); }

    void aWorkerCompletesAWorkflow()
    {
        QCOMPARE(m_api->ask("POST /api/metadata/workflow", kOne).status, 200);
        const RawAnswer started = m_api->ask("POST /api/workflow", R"({"name":"one","input":{"i":7}})");
        QCOMPARE(started.status, 200);
        QVERIFY(says(started, "Content-Type: text/plain;charset=UTF-8"));
        const Value task = m_api->json("GET /api/tasks/poll/t?workerid=w");
        QCOMPARE(task["inputData"]["i"], Value(7));
        QCOMPARE(task["workerId"], Value("w"));
        const RawAnswer updated = m_api->ask("POST /api/tasks", test::updateOf(task, "COMPLETED", Value::object({{"x", 8}})));
        QCOMPARE(updated.body, std::string(task["taskId"].asText()));
        const Value execution = m_api->json("GET /api/workflow/" + started.body);
        QCOMPARE(execution["status"], Value("COMPLETED"));
        QCOMPARE(execution["output"]["got"], Value(8));
        QCOMPARE(m_api->json("GET /api/workflow/" + started.body + "?includeTasks=false")["tasks"].size(), std::size_t(0));
        QCOMPARE(m_api->ask("GET /api/tasks/poll/t").status, 204);
    }

    void anUpdateBringsTheNextTask()
    {
        (void)m_api->ask("POST /api/metadata/workflow", kOne);
        (void)m_api->ask("POST /api/workflow/one", "{}");
        (void)m_api->ask("POST /api/workflow/one", "{}");
        const Value first = m_api->json("GET /api/tasks/poll/t");
        const Value second = m_api->json("POST /api/tasks/update-v2", test::updateOf(first, "COMPLETED", Value::object()));
        QVERIFY(!second["taskId"].asText().empty());
        QVERIFY(second["taskId"] != first["taskId"]);
        QCOMPARE(m_api->ask("POST /api/tasks/update-v2", test::updateOf(second, "COMPLETED", Value::object())).status, 204);
    }

    void answersOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char* request, const char* body, int status, const char* answer) {
            QTest::newRow(request) << QByteArray(request) << QByteArray(body) << status << QByteArray(answer);
        };
        row("GET /health", "", 200, R"({"healthResults":[],"suppressedHealthResults":[],"healthy":true})");
        row("GET /api/version", "", 200, "3.32.3");
        row("GET /metrics", "", 200, "up 1\n");
        row("GET /api/metadata/workflow", "", 200, "[]");
        row("GET /api/metadata/workflow/names", "", 200, "[]");
        row("GET /api/metadata/workflow/zz/versions", "", 200, "[]");
        row("GET /api/tasks/poll/batch/zz?timeout=0", "", 200, "[]");
        row("GET /api/tasks/queue/size?taskType=a", "", 200, "0");
        row("GET /api/tasks/queue/sizes?taskType=a,b", "", 200, R"({"a":0,"b":0})");
        row("GET /api/tasks/queue/sizes?taskType=a,b&taskType=c", "", 200, R"({"a,b":0,"c":0})");
        row("GET /api/queue/", "", 200, "{}");
        row("POST /api/queue/update/w/r/COMPLETED", "{}", 400,
            R"({"status":400,"message":"There is no queue for handling COMPLETED status","instance":"here","retryable":false})");
        row("POST /api/tasks/queue/requeue/a", "", 200, "0");
        row("POST /api/admin/sweep/requeue/nope", "", 200, "true.nope");
        row("GET /api/event", "", 200, "[]");
        row("GET /api/secrets", "", 200, R"(["LONG","TOKEN"])");
        row("GET /api/secrets/v2", "", 200, R"([{"name":"LONG","partial":"abcd...mnop"},{"name":"TOKEN","partial":"..."}])");
        row("GET /api/secrets/TOKEN", "", 200, "s3cret");
        row("GET /api/secrets/nope", "", 404, "");
        row("GET /api/secrets/TOKEN/exists", "", 200, "true");
        row("PUT /api/secrets/x", "v", 501, "env-backed secrets are read-only");
        row("GET /api/environment", "", 200, R"([{"name":"REGION","value":"north"}])");
        row("GET /api/environment/REGION", "", 200, "north");
        row("GET /api/environment/HOME", "", 200, "");
        row("GET /api/workflow/running/x", "", 200, "[]");
        row("POST /api/workflow/x/correlated", R"(["a"])", 200, R"({"a":[]})");
        row("POST /api/workflow/bulk/search", R"(["a"])", 200, R"({"bulkErrorResults":{"a":"No such workflow found by id: a"},"bulkSuccessfulResults":[]})");
        row("PUT /api/workflow/bulk/pause", R"(["a"])", 200, R"({"bulkErrorResults":{"a":"No such workflow found by id: a"},"bulkSuccessfulResults":[]})");
        row("GET /api/workflow/nope/status", "", 404, R"({"status":404,"message":"No such workflow found by id: nope","instance":"here","retryable":false})");
        row("DELETE /api/metadata/taskdefs/zz", "", 500, R"({"status":500,"message":"No such task definition","instance":"here","retryable":false})");
        row("GET /api/nope", "", 404, R"({"status":404,"message":"No static resource api/nope.","instance":"here","retryable":false})");
        row("GET /api/metadata/workflow/", "", 404, R"({"status":404,"message":"No static resource api/metadata/workflow.","instance":"here","retryable":false})");
        row("DELETE /api/metadata/workflow", "", 405, R"({"status":405,"message":"Request method 'DELETE' is not supported","instance":"here","retryable":false})");
        row("POST /api/token", "{}", 404, R"({"status":404,"message":"No static resource api/token.","instance":"here","retryable":false})");
        row("GET /api/scheduler/admin/pause", "", 200, R"({"status":"done"})");
        row("GET /api/scheduler/schedules/nope", "", 404, R"({"status":404,"message":"Schedule 'nope' not found","instance":"here","retryable":false})");
    }

    void answersOfEveryKind()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        const RawAnswer given = m_api->ask(request.toStdString(), body.toStdString());
        QCOMPARE(QByteArray::fromStdString(given.body), answer);
        QCOMPARE(given.status, status);
    }

    void agentsAreNotServed()
    {
        for (const char* const request : {"POST /api/agent/start", "GET /api/agent/list", "PUT /api/agent/x/pause", "POST /api/a2a/agent-card"}) {
            const RawAnswer answer = m_api->ask(request, "{}");
            QCOMPARE(answer.status, 501);
            QVERIFY(answer.body.find("embedded Conductor") != std::string::npos);
        }
    }

    void itDescribesItself()
    {
        const Value docs = m_api->json("GET /api-docs");
        QCOMPARE(docs["openapi"], Value("3.0.1"));
        std::size_t operations = 0;
        for (const Member& path : docs["paths"].members())
            operations += path.value.size();
        QCOMPARE(operations, m_api->api->routes().size());
        const Value& poll = docs["paths"]["/api/tasks/poll/batch/{tasktype}"]["get"];
        QCOMPARE(poll["parameters"].size(), std::size_t(5));
        QCOMPARE(poll["responses"]["200"]["content"]["application/json"]["schema"]["items"]["$ref"], Value("#/components/schemas/Task"));
        QVERIFY(docs["components"]["schemas"]["WorkflowTask"]["properties"]["loopOver"].isObject());
    }

    void skippedTasksComeFromTheQuery()
    {
        constexpr std::string_view two = R"({"name":"two","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"},{"name":"s","taskReferenceName":"s"}]})";
        (void)m_api->ask("POST /api/metadata/workflow", two);
        const std::string id = m_api->ask("POST /api/workflow/two", "{}").body;
        QCOMPARE(m_api->ask("PUT /api/workflow/" + id + "/skiptask/s?taskOutput%5Bv%5D=9").status, 200);
        const Value execution = m_api->json("GET /api/workflow/" + id);
        QCOMPARE(execution["tasks"].size(), std::size_t(2));
        for (const Value& task : execution["tasks"].items())
            if (task["referenceTaskName"] == Value("s"))
                QCOMPARE(task["outputData"]["v"], Value("9"));
    }

    void aTokenGuardsEverything()
    {
        ApiFixture guarded(false, "sesame");
        QCOMPARE(guarded.ask("GET /api/event").status, 401);
        QCOMPARE(guarded.json("GET /api/event")["status"], Value(401));
        const Value token = guarded.json("POST /api/token", R"({"keyId":"k","keySecret":"sesame"})");
        QCOMPARE(token["token"], Value("sesame"));
        QCOMPARE(guarded.ask("POST /api/token", R"({"keyId":"k","keySecret":"wrong"})").status, 401);
        QCOMPARE(guarded.ask("GET /api/event", {}, "X-Authorization: sesame\r\n").status, 200);
    }

    void timeStandsStillUntilItIsMoved()
    {
        ApiFixture still(true);
        (void)still.ask("POST /api/metadata/workflow", R"({"name":"w","ownerEmail":"a@b.c","tasks":[{"name":"wait","taskReferenceName":"wait","type":"WAIT",
            "inputParameters":{"duration":"30 days"}}]})");
        const std::string id = still.ask("POST /api/workflow/w", "{}").body;
        QCOMPARE(still.json("GET /api/workflow/" + id)["status"], Value("RUNNING"));
        const EpochMs before = still.json("GET /api/baton/clock")["now"].asInteger();
        const Value after = still.json("POST /api/baton/clock", R"({"seconds":2592001})");
        QCOMPARE(after["now"].asInteger(), before + 2'592'001'000);
        QCOMPARE(still.json("GET /api/workflow/" + id)["status"], Value("COMPLETED"));
        QCOMPARE(still.ask("POST /api/baton/clock", R"({"seconds":-1})").status, 400);
        QCOMPARE(still.ask("POST /api/baton/clock", R"({"to":5})").status, 400);
        QCOMPARE(still.ask("GET /api/tasks/poll/batch/zz?timeout=60").status, 200);   // polls wait by the machine's clock
        QCOMPARE(m_api->ask("POST /api/baton/clock", R"({"seconds":1})").status, 405);
    }

private:
    std::unique_ptr<ApiFixture> m_api;
};

QTEST_GUILESS_MAIN(TestConductorApi)
#include "tst_conductorapi.moc"
