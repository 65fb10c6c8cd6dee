// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/evaluator.h"
#include "recorded.h"

using namespace baton;
using namespace baton::test;

class TestJq : public QObject {
    Q_OBJECT

private slots:
    void runsAsTheRealServer();
    void rules_data();
    void rules();
    void refusesByName_data();
    void refusesByName();
    void interruptsAfterTheLimit_data();
    void interruptsAfterTheLimit();
    void staysAliveOnBigThings();
};

void TestJq::runsAsTheRealServer()
{
    const Value file = recorded("jq.json");
    QVERIFY(file["rows"].size() > 150);
    const auto jq = makeJq();
    for (const Value& row : file["rows"].items()) {
        const std::string program(row["program"].asText());
        const Result<std::vector<Value>> made = jq->evaluate(program, file["document"]);
        const std::string got = made ? toJson(Value::array(*made)) : made.error().message;
        if (row.contains("fails"))
            QVERIFY2(!made.ok(), program.c_str());
        else if (row.contains("error"))
            QVERIFY2(!made.ok() && got == row["error"].asText(), (program + ": " + got).c_str());
        else
            QVERIFY2(made.ok() && Value::array(*made) == row["value"], (program + ": " + got).c_str());
    }
}

void TestJq::rules_data()
{
    addTextColumns();
    addRow("1.15 no result", ".l[] | select(. > 9)", "[]");
    addRow("1.15 all results", ".l[]", "[1,2]");
    addRow("1.15 a null is a result", ".none", "[null]");
    addRow("1.15 whole numbers are integers", ".real + 1", "[2]");
    addRow("1.15 others are decimals", ".l[0] / 2", "[0.5]");
    addRow("1.15 the query is part of the input", ".queryExpression", R"(["q"])");
    addRow("1.15 own functions may have a missing one's name", "def now: 5; now", "[5]");
    addRow("1.15 names of members are free", "{now: 1, label: 2} | .now, .label", "[1,2]");
    addRow("1.15 texts are free", R"("$ENV label")", R"(["$ENV label"])");
}

void TestJq::rules()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Value input = json(R"({"l": [1, 2], "real": 1.0, "queryExpression": "q"})");
    const Result<std::vector<Value>> made = makeJq()->evaluate(text.toStdString(), input);
    QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
    QCOMPARE(shown(Value::array(*made)), shown(json(expected.toUtf8().constData())));
}

void TestJq::refusesByName_data()
{
    addTextColumns();
    addRow("1.15 now", "now", "Function now/0 does not exist");
    addRow("1.15 env", "env.PATH", "Function env/0 does not exist");
    addRow("1.15 $ENV", "$ENV.PATH", "Undefined variable: $ENV");
    addRow("1.15 $ENV inside a text", R"j("\($ENV.PATH)")j", "Undefined variable: $ENV");
    addRow("1.15 getpath", R"(getpath(["a"]))", "Function getpath/1 does not exist");
    addRow("1.15 error without a message", "error", "Function error/0 does not exist");
    addRow("1.15 IN", ".l[0] | IN(1)", "Function IN/1 does not exist");
    addRow("1.15 input", "input", "Function input/0 does not exist");
    addRow("1.15 dates", "todate", "Function todate/0 does not exist");
    addRow("1.15 log", "log", "Function log/0 does not exist");
    addRow("1.15 builtins", "builtins", "Function builtins/0 does not exist");
    addRow("1.15 halt", "halt", "Function halt/0 does not exist");
    addRow("1.15 label", "label $out | 1", "The keyword label is not supported");
    addRow("1.15 import", R"(import "a" as a; 1)", "The keyword import is not supported");
    addRow("1.15 big integer", "12345678901234567890", "The number 12345678901234567890 does not fit 64 bits");
    addRow("1.15 no such function", "nosuch(1)", "Function nosuch/1 does not exist");
    addRow("1.15 empty", " # nothing", "The jq program is empty");
}

void TestJq::refusesByName()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto jq = makeJq();
    for (int round = 0; round < 2; ++round) {
        const Result<std::vector<Value>> made = jq->evaluate(text.toStdString(), json(R"({"l": [1]})"));
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(QString::fromStdString(made.error().message), expected);
    }
}

void TestJq::interruptsAfterTheLimit_data()
{
    QTest::addColumn<QString>("program");
    for (const char* program : {"def f: f; f", "last(range(1e12))", "reduce range(1e12) as $i (0; . + $i)"})
        QTest::newRow(program) << QString::fromLatin1(program);
}

void TestJq::interruptsAfterTheLimit()
{
    QFETCH(QString, program);
    const auto jq = makeJq({std::chrono::milliseconds(50)});
    for (int round = 0; round < 2; ++round) {
        const Result<std::vector<Value>> made = jq->evaluate(program.toStdString(), Value());
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::Timeout);
    }
    QCOMPARE(jq->evaluate("1 + 1", Value()).value().at(0).asInteger(), std::int64_t {2});
}

void TestJq::staysAliveOnBigThings()
{
    const auto jq = makeJq();
    QVERIFY(!jq->evaluate("[1] | .[1000000000] = 1", Value()).ok());
    QVERIFY(!jq->evaluate("[1] | .[1000000000] |= 1", Value()).ok());
    QVERIFY(!jq->evaluate("recurse(1)", Value(1)).ok());
    QVERIFY(!jq->evaluate(std::string(5000, '[') + std::string(5000, ']'), Value()).ok());
    QVERIFY(!jq->evaluate("reduce range(5000) as $i (null; [.])", Value()).ok());   // deeper than a value may be
    QVERIFY(jq->evaluate("reduce range(200000) as $i (null; [.]) | length", Value()).ok());
}

QTEST_GUILESS_MAIN(TestJq)
#include "tst_jq.moc"
