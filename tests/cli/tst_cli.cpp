// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/cli.h"
#include "cli/windowarguments.h"
#include "engine/value/json.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace baton;

namespace {

struct Run {
    int code;
    std::string out;
    std::string err;
};

Run batonWith(const std::vector<std::string>& words)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::runCommand(words, {out, err});
    return {code, out.str(), err.str()};
}

bool isOneLine(const std::string& text)
{
    return !text.empty() && text.find('\n') == text.size() - 1;
}

}  // namespace

class CliTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string file(const char* name, const std::string& text) const
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

private slots:
    void theSampleDecidesAnApplication()
    {
        const Run run = batonWith({"run", "--sample", "underwriting", "--json"});
        QVERIFY2(run.code == cli::kDone, run.err.c_str());
        const auto execution = parseJson(run.out);
        QVERIFY(execution.ok());
        QCOMPARE((*execution)["status"].toText().str(), std::string("COMPLETED"));
        QCOMPARE((*execution)["tasks"].size(), std::size_t {5});
        QVERIFY(!(*execution)["output"]["decision"].isNull());
        QVERIFY((*execution)["output"]["credit_score"].isNumber());
    }

    void theFullSampleRunsAllItsTasks()
    {
        const Run run = batonWith({"run", "--sample", "underwriting-full", "--json"});
        QVERIFY2(run.code == cli::kDone, run.err.c_str());
        const auto execution = parseJson(run.out);
        QVERIFY(execution.ok());
        QCOMPARE((*execution)["status"].toText().str(), std::string("COMPLETED"));
        QVERIFY((*execution)["tasks"].size() > 10);
        QVERIFY((*execution)["output"]["loan_terms"]["apr"].isDecimal());
    }

    void theSameRunGivesTheSameBytes()
    {
        const std::vector<std::string> words {"run", "--sample", "underwriting", "--case", "7", "--json"};
        QCOMPARE(batonWith(words).out, batonWith(words).out);
    }

    void theTraceShowsEachTaskInOrder()
    {
        const Run run = batonWith({"run", "--sample", "underwriting", "--trace"});
        std::size_t at = 0;
        for (const char* task : {"credit_check_task", "income_verification_task", "risk_assessment_task", "underwriting_decision_task", "update_state_task"}) {
            at = run.out.find(task, at);
            QVERIFY2(at != std::string::npos, task);
        }
    }

    void badFilesAreNamedWithPlaceAndWayOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("broken JSON") << QByteArray("{\"name\": \"w\",\n \"tasks\": [}") << QByteArray("w.json:2");
        QTest::newRow("no definition") << QByteArray("[1, 2]") << QByteArray("w.json");
        QTest::newRow("duplicate reference name")
            << QByteArray("{\"name\": \"w\", \"tasks\": [\n{\"name\": \"a\", \"taskReferenceName\": \"a\"},\n{\"name\": \"b\", \"taskReferenceName\": \"a\"}]}")
            << QByteArray("w.json:3: tasks[1].taskReferenceName");
    }

    void badFilesAreNamedWithPlaceAndWayOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const std::string path = file("w.json", text.toStdString());
        for (const char* command : {"run", "check"}) {
            const Run run = batonWith({command, path});
            QCOMPARE(run.code, static_cast<int>(cli::kFailed));
            QVERIFY2(isOneLine(run.err), run.err.c_str());
            QVERIFY2(run.err.find(expected.toStdString()) != std::string::npos, run.err.c_str());
        }
    }

    void mockedAnswersTakeATasksPlace()
    {
        const std::string mocks = file("mocks.json", R"({"credit_check_task": [{"status": "FAILED", "reason": "bureau down"},
            {"status": "COMPLETED", "output": {"credit_score": 805}}]})");
        const Run run = batonWith({"run", "--sample", "underwriting", "--mock", mocks, "--trace"});
        QVERIFY2(run.out.find("bureau down") != std::string::npos, run.out.c_str());
        QVERIFY(run.out.find("credit_check_task #2") != std::string::npos);
        QVERIFY(run.out.find("credit_score=805") != std::string::npos);
        const Run bad = batonWith({"run", "--sample", "underwriting", "--mock", file("bad.json", "{\"a\": [{\"status\": \"DONE\"}]}")});
        QCOMPARE(bad.code, static_cast<int>(cli::kFailed));
        QVERIFY2(isOneLine(bad.err) && bad.err.find("a[0].status") != std::string::npos, bad.err.c_str());
    }

    void aMissingFileIsNamed()
    {
        const Run run = batonWith({"run", "/nowhere/w.json"});
        QCOMPARE(run.code, static_cast<int>(cli::kFailed));
        QVERIFY(isOneLine(run.err));
        QVERIFY(run.err.find("/nowhere/w.json") != std::string::npos);
    }

    void aBadRowIsNamedWithItsLine()
    {
        const std::string workflow = file("w.json", R"({"name": "w", "tasks": [{"name": "n", "taskReferenceName": "n", "type": "NOOP"}]})");
        const std::string data = file("d.csv", "amount\n12\nmuch\n");
        const std::string map = file("m.yaml", "fields:\n  input.amount: {column: amount, type: number}\n");
        const Run good = batonWith({"run", workflow, "--data", data, "--map", map, "--case", "1"});
        QVERIFY2(good.code == cli::kDone, good.err.c_str());
        const Run bad = batonWith({"run", workflow, "--data", data, "--map", map, "--case", "2"});
        QCOMPARE(bad.code, static_cast<int>(cli::kFailed));
        QVERIFY(isOneLine(bad.err));
        QVERIFY2(bad.err.find("d.csv:3: input.amount") != std::string::npos, bad.err.c_str());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* words) { QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')); };
        row("run");
        row("run a.json b.json");
        row("run a.json --nothing");
        row("run a.json --seed x");
        row("run a.json --seed");
        row("run a.json --data d.csv");
        row("run a.json --case 3");
        row("run --sample underwriting a.json");
        row("run --sample underwriting --json=1");
        row("check");
        row("dance");
    }

    void wrongUsage()
    {
        QFETCH(QStringList, words);
        std::vector<std::string> list;
        for (const QString& word : words)
            list.push_back(word.toStdString());
        const Run run = batonWith(list);
        QCOMPARE(run.code, static_cast<int>(cli::kWrongUsage));
        QVERIFY2(isOneLine(run.err), run.err.c_str());
        QVERIFY(run.err.find("--help") != std::string::npos);
    }

    void helpAndVersionAnswer()
    {
        QVERIFY(batonWith({"--help"}).out.find("baton run") != std::string::npos);
        QVERIFY(batonWith({"run", "--help"}).out.find("--trace") != std::string::npos);
        QVERIFY(batonWith({"check", "--help"}).out.find("--strict") != std::string::npos);
        QCOMPARE(batonWith({"--version"}).code, static_cast<int>(cli::kDone));
    }

    void windowOptionsAreChecked()
    {
        const auto good = cli::WindowArguments::parse({"a.json", "--size", "1400x900", "--steps", "3", "--applicant=2", "--scale", "2"});
        QVERIFY(good.ok());
        QCOMPARE(good->width, 1400);
        QCOMPARE(*good->applicant, std::size_t {1});
        for (const auto& words : std::vector<std::vector<std::string>> {{"--size", "big"}, {"--size", "10x10"}, {"--theme", "blue"}, {"--scale", "x"}, {"--applicant", "0"}})
            QVERIFY(!cli::WindowArguments::parse(words).ok());
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
