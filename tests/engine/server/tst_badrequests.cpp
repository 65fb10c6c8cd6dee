// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "apifixture.h"

#include <QtTest>

using namespace baton;
using test::ApiFixture;
using test::RawAnswer;
using test::RawClient;

// What cannot be read is refused in the real server's words, and nothing else suffers.
class TestBadRequests final : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* request, const char* headers, const char* body, int status, const char* message) {
            QTest::addRow("%s %s %s", request, headers, body) << QByteArray(request) << QByteArray(headers) << QByteArray(body) << status << QByteArray(message);
        };
        const char* const json = "Content-Type: application/json\r\n";
        row("POST /api/workflow", json, "{", 500, "JSON parse error: Unexpected end-of-input: expected close marker for Object (start marker at "
            "[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1])");
        row("POST /api/workflow", json, "", 500, "Required request body is missing: public java.lang.String com.netflix.conductor.rest.controllers."
            "WorkflowResource.startWorkflow(com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest)");
        row("POST /api/workflow", json, "null", 500, "Required request body is missing: public java.lang.String com.netflix.conductor.rest.controllers."
            "WorkflowResource.startWorkflow(com.netflix.conductor.common.metadata.workflow.StartWorkflowRequest)");
        row("POST /api/workflow", "Content-Type: text/plain\r\n", "{}", 500, "Content-Type 'text/plain;charset=UTF-8' is not supported");
        row("POST /api/workflow", "Content-Type: application/x-www-form-urlencoded\r\n", "{}", 500,
            "Content-Type 'application/x-www-form-urlencoded;charset=UTF-8' is not supported");
        row("POST /api/workflow", "Content-Type: zz\r\n", "{}", 500, "Invalid mime type \"zz\": does not contain '/'");
        row("POST /api/workflow", json, R"({"name":"x","input":null})", 400, "NULL input passed when starting workflow");
        row("POST /api/workflow", "Content-Type: application/vnd.api+json\r\n", "{}", 400, "Validation failed, check below errors for detail.");
        row("GET /api/workflow/running/x?version=abc", "", "", 500,
            "Method parameter 'version': Failed to convert value of type 'java.lang.String' to required type 'int'; For input string: \"abc\"");
        row("GET /api/metadata/workflow/zz?version=zz", "", "", 500,
            "Method parameter 'version': Failed to convert value of type 'java.lang.String' to required type 'java.lang.Integer'; For input string: \"zz\"");
        row("GET /api/workflow/x?includeTasks=zz", "", "", 500,
            "Method parameter 'includeTasks': Failed to convert value of type 'java.lang.String' to required type 'boolean'; Invalid boolean value [zz]");
        row("GET /api/workflow/x?includeTasks=", "", "", 404, "No such workflow found by id: x");
        row("GET /api/tasks/queue/size", "", "", 500, "Required request parameter 'taskType' for method parameter type String is not present");
        row("GET /api/tasks/poll/batch/zz?timeout=6000", "", "", 400, "Long Poll Timeout value cannot be more than 5 seconds");
        row("POST /api/tasks/w/r/NOPE", json, "{}", 500, "Method parameter 'status': Failed to convert value of type 'java.lang.String' to required type "
            "'com.netflix.conductor.common.metadata.tasks.TaskResult$Status'; Failed to convert from type [java.lang.String] to type "
            "[@org.springframework.web.bind.annotation.PathVariable com.netflix.conductor.common.metadata.tasks.TaskResult$Status] for value [NOPE]");
        row("POST /api/metadata/workflow", json, R"({"name":"x","tasks":[null]})", 500, "HV000028: Unexpected exception during isValid call.");
        row("PUT /api/workflow/bulk/pause", json, "[null]", 500,
            "Could not write JSON: Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)");
        row("GET /api/workflow/search?size=6000", "", "", 400, "Validation failed, check below errors for detail.");
        row("GET /api/tasks/search?query=zz", "", "", 400, "Incorrectly formatted query string: zz");
        row("GET /api/tasks/externalstoragelocation?path=a&operation=x&payloadType=y", "", "", 400, "Invalid input - Operation: x, PayloadType: y");
    }

    void refused()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        const RawAnswer answer = m_api.ask(request.toStdString(), body.toStdString(), headers.toStdString());
        QCOMPARE(answer.status, status);
        const Value json = parseJson(answer.body).valueOr({});
        QCOMPARE(QByteArray::fromStdString(std::string(json["message"].asText())), message);
        QCOMPARE(json["retryable"], Value(false));
        QCOMPARE(m_api.ask("GET /health").status, 200);
    }

    void tooLargeABody()
    {
        RawClient client(m_api.server->port());
        client.send("POST /api/workflow HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n\r\n");
        const RawAnswer answer = client.read();
        QCOMPARE(answer.status, 413);
        QCOMPARE(parseJson(answer.body).valueOr({})["status"], Value(413));
    }

    void aClientThatDropsInTheMiddleOfARequest()
    {
        for (int i = 0; i < 20; ++i) {
            RawClient client(m_api.server->port());
            client.send("POST /api/workflow HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{\"name\":");
        }
        QCOMPARE(m_api.ask("GET /health").status, 200);
    }

    void deepJsonIsRefusedNotFollowed()
    {
        std::string deep = R"({"name":"x","input":)" + std::string();
        for (int i = 0; i < 100'000; ++i)
            deep += "{\"a\":";
        QCOMPARE(m_api.ask("POST /api/workflow", deep).status, 500);
        QCOMPARE(m_api.ask("POST /api/workflow", std::string(100'000, '[')).status, 500);
    }

private:
    ApiFixture m_api;
};

QTEST_GUILESS_MAIN(TestBadRequests)
#include "tst_badrequests.moc"
