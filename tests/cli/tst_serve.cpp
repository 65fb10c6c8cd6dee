// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/serveinstance.h"

#include "cli/cli.h"
#include "engine/value/json.h"
#include "support/rawclient.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

using namespace baton;
using namespace baton::cli;
using test::RawAnswer;
using test::RawClient;

namespace {

const std::string kSamples = std::string(BATON_SOURCE_DIR) + "/resources/samples/underwriting/";

std::uint16_t portOf(const ServeInstance& instance)
{
    const std::string url = instance.url();
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

Value ask(const ServeInstance& instance, std::string_view method, const std::string& path, std::string_view body = {})
{
    const RawAnswer answer = RawClient(portOf(instance)).ask(method, path, body);
    Result<Value> json = parseJson(answer.body);
    return json ? std::move(json).value() : Value(answer.body);
}

struct Said {
    int code;
    std::string err;
};

Said serve(std::vector<std::string> words)
{
    std::ostringstream out;
    std::ostringstream err;
    words.insert(words.begin(), "serve");
    const int code = runCommand(words, {out, err});
    return {code, err.str()};
}

}  // namespace

class TestServe final : public QObject {
    Q_OBJECT

private slots:
    void loadsDefinitionsAndRunsTheTasksInside()
    {
        ServeOptions options;
        options.port = 0;
        options.load = {kSamples + "taskdefs.json", kSamples + "underwriting_workflow.json"};
        options.workers = true;
        const auto instance = ServeInstance::start(options);
        QVERIFY2(instance.ok(), instance ? "" : instance.error().oneLine().c_str());
        QVERIFY((*instance)->loaded() > 5);
        const Value id = ask(**instance, "POST", "/api/workflow/underwriting_workflow", R"({"application_id":"A1","user_id":"U1","loan_amount":150000,
            "loan_purpose":"home_purchase","credit_bureau_consent":true,"income_verification_consent":true})");
        const std::string path = "/api/workflow/" + std::string(id.asText());
        QTRY_VERIFY_WITH_TIMEOUT(ask(**instance, "GET", path + "/status")["status"] != Value("RUNNING"), 30'000);
        const Value execution = ask(**instance, "GET", path);
        QCOMPARE(execution["tasks"].at(0)["status"], Value("COMPLETED"));
        QVERIFY(!execution["tasks"].at(0)["workerId"].asText().empty());
        QVERIFY(toJson(ask(**instance, "GET", "/metrics")).find("baton_http_request_seconds") != std::string::npos);
        (*instance)->stop();
        QVERIFY(!RawClient(portOf(**instance)).isConnected());
    }

    void aDatabaseKeepsWhatWasToldAcrossAStop()
    {
        const QTemporaryDir folder;
        ServeOptions options;
        options.port = 0;
        options.database = folder.filePath(QStringLiteral("conductor.db")).toStdString();
        std::string id;
        {
            const auto first = ServeInstance::start(options);
            QVERIFY(first.ok());
            (void)ask(**first, "POST", "/api/metadata/workflow", R"({"name":"w","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})");
            id = ask(**first, "POST", "/api/workflow/w", "{}").asText();
        }
        const auto second = ServeInstance::start(options);
        QVERIFY(second.ok());
        QCOMPARE((*second)->recovered(), std::size_t(1));
        QCOMPARE(ask(**second, "GET", "/api/workflow/" + id)["status"], Value("RUNNING"));
        QCOMPARE(ask(**second, "GET", "/api/tasks/poll/t")["workflowInstanceId"], Value(id));
    }

    void theTokenIsAskedFor()
    {
        ServeOptions options;
        options.port = 0;
        options.token = "sesame";
        const auto instance = ServeInstance::start(options);
        QVERIFY(instance.ok());
        QCOMPARE(RawClient(portOf(**instance)).ask("GET", "/api/event").status, 401);
        QCOMPARE(RawClient(portOf(**instance)).ask("GET", "/health").status, 200);
    }

    void whatCannotBeStartedIsSaid()
    {
        ServeOptions options;
        options.port = 0;
        const auto first = ServeInstance::start(options);
        QVERIFY(first.ok());
        const Said taken = serve({"--port", std::to_string(portOf(**first))});
        QCOMPARE(taken.code, int(kMissing));
        QVERIFY(taken.err.find("Choose another port") != std::string::npos);
        QCOMPARE(serve({"--port", "70000"}).code, int(kWrongUsage));
        QCOMPARE(serve({"--bind", "nowhere", "--port", "0"}).code, int(kWrongUsage));
        QCOMPARE(serve({"--token", ""}).code, int(kWrongUsage));
        QCOMPARE(serve({"stray"}).code, int(kWrongUsage));
        const Said noFile = serve({"--port", "0", "--load", "/nowhere/x.json"});
        QCOMPARE(noFile.code, int(kWrongUsage));
        QVERIFY(noFile.err.find("/nowhere/x.json") != std::string::npos);
    }

    void aBadDefinitionNamesItsFileAndField()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("bad.json")).toStdString();
        std::ofstream(path) << R"([{"name":"w","tasks":[{"name":"t"}]}])";
        const Said said = serve({"--port", "0", "--load", path});
        QCOMPARE(said.code, int(kWrongUsage));
        QVERIFY2(said.err.find(path) != std::string::npos && said.err.find("tasks[0]") != std::string::npos, said.err.c_str());
        QCOMPARE(std::count(said.err.begin(), said.err.end(), '\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
