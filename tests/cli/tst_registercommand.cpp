// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.h"
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/server/conductorapi.h"
#include "engine/value/json.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace baton;

namespace {

const std::string kSamples = BATON_SOURCE_DIR "/resources/samples/underwriting/";

/// An embedded Conductor behind REST that `baton register` is pointed at.
struct Bench {
    Bench() : server({}, api.handler())
    {
        if (const Status started = server.start(); !started)
            qFatal("%s", started.error().oneLine().c_str());
    }
    int run(std::vector<std::string> words)
    {
        std::ostringstream outStream;
        std::ostringstream errStream;
        words.insert(words.begin(), "register");
        words.insert(words.end(), {"--server", server.url()});
        const int code = cli::runCommand(words, {outStream, errStream});
        out = outStream.str();
        err = errStream.str();
        return code;
    }
    bool knows(const char* task)
    {
        return answerOf<TaskDefPtr>([&](auto reply) { conductor.metadata().taskDefinition(task, reply); }).ok();
    }
    bool said(const char* text) const { return out.find(text) != std::string::npos; }

    EmbeddedConductor conductor {EmbeddedSetup {}};
    ConductorApi api {conductor, {}};
    HttpServer server;
    std::string out;
    std::string err;
};

std::string fileWith(const QTemporaryDir& folder, const char* name, const std::string& text)
{
    const std::string path = folder.filePath(QString::fromUtf8(name)).toStdString();
    std::ofstream(path) << text;
    return path;
}

}  // namespace

class RegisterCommandTest : public QObject {
    Q_OBJECT

private slots:
    void aDryRunChangesNothing()
    {
        Bench bench;
        QCOMPARE(bench.run({kSamples + "underwriting_workflow.json", "--dry-run"}), 0);
        QVERIFY(bench.said("warning: "));
        QVERIFY(bench.said("underwriting_workflow.json:52: tasks[0].responseTimeoutSeconds"));
        QVERIFY(bench.said("lifted: credit_check.retryDelaySeconds 60"));
        QVERIFY(bench.said("corrected: credit_check.responseTimeoutSeconds 360 -> 300"));
        QVERIFY(bench.said("add: workflow underwriting_workflow version 1"));
        QVERIFY(bench.said("this was a dry run"));
        QVERIFY(!bench.knows("credit_check"));
    }

    void theSampleIsRegisteredOnce()
    {
        Bench bench;
        const std::vector<std::string> files {kSamples + "underwriting_workflow.json", kSamples + "taskdefs.json", kSamples + "underwriting_full.json"};
        QCOMPARE(bench.run(files), 0);
        QVERIFY(bench.said("15 added, 0 replaced, 0 kept"));
        QVERIFY(bench.knows("credit_check"));
        QCOMPARE(bench.run(files), 0);
        QVERIFY(bench.said("0 added, 0 replaced, 15 kept"));
    }

    void differencesAreShownAndKept()
    {
        Bench bench;
        const QTemporaryDir folder;
        const std::string one = fileWith(folder, "w.json", R"({"name":"w","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})");
        QCOMPARE(bench.run({one}), 0);
        // A file from after the server's change: it differs, but is not older.
        const std::string other = fileWith(folder, "v.json", R"({"name":"w","description":"new","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})");
        QCOMPARE(bench.run({other}), 0);
        QVERIFY(bench.said("keep: workflow w version 1"));
        QVERIFY(bench.said("description: null on the server, \"new\" here"));
        QCOMPARE(bench.run({other, "--replace-newer", "--json"}), 0);
        const Value json = parseJson(bench.out).value();
        QCOMPARE(json["replaced"], Value(1));
        QCOMPARE(json["failures"].size(), std::size_t {0});
    }

    void whatIsRefusedRegistersNothing()
    {
        Bench bench;
        const QTemporaryDir folder;
        const std::string bad = fileWith(folder, "bad.json", R"([{"name":"good"},{"name":"w","ownerEmail":"a@b.c","tasks":[
            {"name":"t","taskReferenceName":"same"},{"name":"t","taskReferenceName":"same"}]}])");
        QCOMPARE(bench.run({bad}), 1);
        QVERIFY(bench.err.find("refuse: workflow w") != std::string::npos);
        QVERIFY(!bench.knows("good"));
    }

    void badFilesAreNamed()
    {
        Bench bench;
        const QTemporaryDir folder;
        QCOMPARE(bench.run({"/nowhere/x.json"}), 1);
        QVERIFY(bench.err.find("/nowhere/x.json") != std::string::npos);
        QCOMPARE(bench.run({fileWith(folder, "n.json", R"([{"description":"nameless"}])")}), 1);
        QVERIFY(bench.err.find("[0]") != std::string::npos);
        QCOMPARE(bench.run({fileWith(folder, "s.json", "7")}), 1);
        QCOMPARE(bench.run({fileWith(folder, "t.json", "{\"name\":")}), 1);
        QCOMPARE(bench.run({}), 2);
        QCOMPARE(bench.run({"--what"}), 2);
    }

    void aServerThatIsNotThereIsMissing()
    {
        std::ostringstream out;
        std::ostringstream err;
        QCOMPARE(cli::runCommand({"register", kSamples + "taskdefs.json", "--server", "http://127.0.0.1:1"}, {out, err}), 3);
        QVERIFY(err.str().find("refused") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(RegisterCommandTest)
#include "tst_registercommand.moc"
