// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/cli.h"
#include "engine/replay/dataformats.h"
#include "engine/value/json.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sstream>

using namespace baton;
using namespace baton::cli;

namespace {

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

Ran replay(std::vector<std::string> words)
{
    words.insert(words.begin(), "replay");
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommand(words, {out, err});
    return {code, out.str(), err.str()};
}

}  // namespace

class TestReplayCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    void write(const char* name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray read(const char* name) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void comparesTwoPoliciesOnTheSample()
    {
        const Ran ran = replay({"--sample", "underwriting-full", "--limit", "200", "--out", path("out.csv"), "--report", path("r.html"), "--run-file", path("run.json")});
        QCOMPARE(ran.err, std::string());
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.find("200 rows, 0 bad rows") != std::string::npos);
        QVERIFY(ran.out.find("A x B") != std::string::npos);
        const auto table = parseCsv(read("out.csv").toStdString(), "out.csv");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t {200});
        QVERIFY(std::find(table->columns.begin(), table->columns.end(), Text("decision_b")) != table->columns.end());
        QVERIFY(std::find(table->columns.begin(), table->columns.end(), Text("black")) == table->columns.end());
        const QByteArray report = read("r.html");
        for (const char* part : {"<svg", "Swap set", "standard/1", "cautious/1", "screening signal", "What differs between the policies"})
            QVERIFY2(report.contains(part), part);
        QVERIFY(!report.contains("<script"));
        const Ran again = replay({"--run", path("run.json"), "--threads", "1", "--out", path("again.csv")});
        QCOMPARE(again.err, std::string());
        QCOMPARE(again.code, 0);
        QCOMPARE(read("again.csv"), read("out.csv"));
    }

    void gatesDecideTheExitCode()
    {
        QCOMPARE(replay({"--sample", "underwriting-full", "--limit", "60", "--fail-if", "flip_rate > 1"}).code, 0);
        const Ran failed = replay({"--sample", "underwriting-full", "--limit", "60", "--fail-if", "flip_rate >= 0 && rows == 60"});
        QCOMPARE(failed.code, 1);
        QVERIFY(failed.err.find("flip_rate >= 0") != std::string::npos);
        const Ran unknown = replay({"--sample", "underwriting-full", "--limit", "5", "--fail-if", "fliprate > 1"});
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.err.find("flip_rate") != std::string::npos);
    }

    void pinsHoldDecisionsFast()
    {
        QCOMPARE(replay({"--sample", "underwriting-full", "--limit", "40", "--policy", "standard", "--pin", path("pins.json")}).code, 0);
        QCOMPARE(replay({"--sample", "underwriting-full", "--limit", "40", "--policy", "standard", "--check-pins", path("pins.json")}).code, 0);
        QByteArray pins = read("pins.json");
        pins.replace("\"approved\"", "\"denied\"");
        write("pins.json", pins);
        const Ran broken = replay({"--sample", "underwriting-full", "--limit", "40", "--policy", "standard", "--check-pins", path("pins.json")});
        QCOMPARE(broken.code, 1);
        QVERIFY(broken.err.find("instead of denied") != std::string::npos);
    }

    void readsJsonLinesAndMasksPersonalData()
    {
        write("map.yaml", "id_column: ssn\nfields:\n"
                          "  input.application_id: {column: id, type: text}\n  input.user_id: {column: id, type: text}\n"
                          "  input.loan_amount: {column: loan.amount, type: number, missing: bad_row}\n  input.loan_purpose: car\n"
                          "  input.credit_bureau_consent: true\n  input.income_verification_consent: true\n"
                          "  application.id: {column: id, type: text}\n  application.user_id: {column: id, type: text}\n"
                          "  application.annual_income: 90000\n  application.monthly_debt_payments: 500\n"
                          "  credit.credit_score: {column: score, type: integer, missing: bad_row}\n");
        write("data.jsonl", "{\"id\": \"7\", \"ssn\": \"123-45-6789\", \"name\": \"Ann\", \"loan\": {\"amount\": 9000}, \"score\": 810}\n"
                            "nonsense\n{\"id\": \"8\", \"ssn\": \"987-65-4321\", \"name\": \"Bo\", \"loan\": {\"amount\": 9000}}\n");
        const Ran ran = replay({path("data.jsonl"), "--map", path("map.yaml"), "--policy", "standard", "--out", path("out.jsonl")});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.find("1 rows, 2 bad rows") != std::string::npos);
        QVERIFY(ran.out.find("data.jsonl:2: is not JSON") != std::string::npos);
        QVERIFY(ran.out.find("data.jsonl:3: credit.credit_score: the value is missing") != std::string::npos);
        const QByteArray masked = read("out.jsonl");
        QVERIFY(!masked.contains("123-45-6789") && !masked.contains("Ann"));
        const auto line = parseJson(masked.toStdString());
        QVERIFY(line);
        QCOMPARE(std::string((*line)["decision_a"].asText()), std::string("conditional_approval"));
        QVERIFY((*line)["reasons_a"].isArray());
        QCOMPARE(replay({path("data.jsonl"), "--map", path("map.yaml"), "--policy", "standard", "--out", path("out.jsonl"), "--unmasked"}).code, 0);
        QVERIFY(read("out.jsonl").contains("123-45-6789"));
    }

    void namesWhatIsWrongBeforeAnyRun_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("mapping");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty file") << QByteArray() << QByteArray("fields: {input.x: {column: a}}") << "there is no header line";
        QTest::newRow("only a header") << QByteArray("a,b\n") << QByteArray("fields: {input.x: {column: a}}") << "no row";
        QTest::newRow("missing column") << QByteArray("a,b\n1,2\n") << QByteArray("fields:\n  input.x: {column: c}\n") << "map.yaml:2: input.x: the data set has no column 'c'";
        QTest::newRow("cut in the middle") << QByteArray("a,b\n1,\"2\n") << QByteArray("fields: {input.x: {column: a}}") << "data.csv:2: a quote opened on this line never closes";
        QTest::newRow("another encoding") << QByteArray("a,b\n1,\xe9\n") << QByteArray("fields: {input.x: {column: a}}") << "data.csv:2: is not UTF-8";
        QTest::newRow("protected") << QByteArray("a,b\n1,2\n") << QByteArray("fields:\n  input.x: {column: a}\n  protected.y: {column: a}\n") << "map.yaml:2: input.x: would let the workflow read the protected column 'a'";
    }
    void namesWhatIsWrongBeforeAnyRun()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, mapping);
        QFETCH(QString, message);
        write("data.csv", data);
        write("map.yaml", mapping);
        const Ran ran = replay({path("data.csv"), "--map", path("map.yaml")});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.find(message.toStdString()) != std::string::npos, ran.err.c_str());
    }

    void aPolicyThatContradictsItselfIsRefused()
    {
        QFile shipped(QStringLiteral(BATON_SOURCE_DIR "/resources/policies/standard-1.yaml"));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QByteArray text = shipped.readAll();
        text.replace("loan_amount_minimum: {value: 1000,", "loan_amount_minimum: {value: 2000000,");
        write("bad.yaml", text);
        const Ran ran = replay({"--sample", "underwriting-full", "--policy", path("bad.yaml")});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.find("bad.yaml:") != std::string::npos, ran.err.c_str());
    }

    void answersQuestionsAboutTheResult()
    {
        const Ran ran = replay({"--sample", "underwriting-full", "--limit", "60", "--policy", "standard", "--sweep", "limits.credit_score_minimum.value=580:700:3", "--what-if", "9"});
        QCOMPARE(ran.err, std::string());
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.find("rows run again") != std::string::npos);
        QVERIFY(ran.out.find("\n640 ") != std::string::npos);
        QVERIFY(ran.out.find("what would have to change") != std::string::npos);
        QCOMPARE(replay({"--sample", "underwriting-full", "--limit", "5", "--sweep", "limits.nothing=1:2"}).code, 1);
        QCOMPARE(replay({"--sample", "underwriting-full", "--limit", "5", "--policy", "standard", "--split-flips"}).code, 1);
    }

    void wrongUsageIsSaid()
    {
        QCOMPARE(replay({}).code, 2);
        QCOMPARE(replay({"a.csv"}).code, 2);
        QCOMPARE(replay({"--sample", "underwriting", "--limit", "none"}).code, 2);
        QCOMPARE(replay({"--sample", "underwriting", "--limit", "1", "--draw", "1"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestReplayCommand)
#include "tst_replaycommand.moc"
