// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/yaml.h"
#include "engine/value/json.h"

#include <QTest>

using namespace baton;

class TestYaml : public QObject {
    Q_OBJECT

private slots:
    void readsScalarsByTheCoreSchema_data();
    void readsScalarsByTheCoreSchema();
    void keepsOrderAndNesting();
    void writesAliasesOut();
    void knowsWherePartsStand();
    void refusesWithALine_data();
    void refusesWithALine();
    void boundsAliases();
    void boundsDepthAndSize();
    void makesAnErrorAtAPlace();
    void saysWhichFileIsMissing();
};

namespace {

std::string jsonOf(std::string_view yaml)
{
    const auto document = parseYaml(yaml);
    return document ? toJson(document->value()) : document.error().oneLine();
}

}  // namespace

void TestYaml::readsScalarsByTheCoreSchema_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* yaml, const char* json) { QTest::newRow(yaml) << QByteArray(yaml) << QByteArray(json); };
    row("true", "true");
    row("False", "false");
    row("no", "\"no\"");
    row("off", "\"off\"");
    row("y", "\"y\"");
    row("~", "null");
    row("", "null");
    row("null", "null");
    row("\"null\"", "\"null\"");
    row("12", "12");
    row("+12", "12");
    row("-7", "-7");
    row("012", "12");
    row("0x1F", "31");
    row("0o17", "15");
    row("0x", "\"0x\"");
    row("0x-1", "\"0x-1\"");
    row("0.43", "0.43");
    row("1.", "1.0");
    row(".5", "0.5");
    row("1e3", "1000.0");
    row("1e", "\"1e\"");
    row(".", "\".\"");
    row("1.2.3", "\"1.2.3\"");
    row("30s", "\"30s\"");
    row("9223372036854775807", "9223372036854775807");
    row("9223372036854775808", "9.223372036854775808e+18");
    row("'12'", "\"12\"");
    row("!!str 12", "\"12\"");
    row("!!float 12", "12.0");
    row("2001-12-14", "\"2001-12-14\"");
    row("\"${VAR}\"", "\"${VAR}\"");
}

void TestYaml::readsScalarsByTheCoreSchema()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto expected = parseJson(std::string_view(json.data(), static_cast<std::size_t>(json.size())));
    QVERIFY(expected.ok());
    const auto document = parseYaml(std::string_view(yaml.data(), static_cast<std::size_t>(yaml.size())));
    QVERIFY2(document.ok(), document.ok() ? "" : document.error().oneLine().c_str());
    QVERIFY2(document->value() == *expected, toJson(document->value()).c_str());
}

void TestYaml::keepsOrderAndNesting()
{
    QCOMPARE(jsonOf("b: 1\na:\n  - x\n  - {k: [1, 2], l: }\n# end\n"), std::string(R"({"b":1,"a":["x",{"k":[1,2],"l":null}]})"));
    QCOMPARE(jsonOf("text: |\n  two\n  lines\n"), std::string(R"({"text":"two\nlines\n"})"));
    QCOMPARE(jsonOf("{}"), std::string("{}"));
    QCOMPARE(jsonOf("[]"), std::string("[]"));
}

void TestYaml::writesAliasesOut()
{
    QCOMPARE(jsonOf("a: &x {k: 1}\nb: *x\nc: [*x]\n"), std::string(R"({"a":{"k":1},"b":{"k":1},"c":[{"k":1}]})"));
}

void TestYaml::knowsWherePartsStand()
{
    const auto document = parseYaml("name: a\ncredit:\n  bands:\n    - {minimum: 800}\n    - minimum: 740\n      points: 5\n");
    QVERIFY(document.ok());
    const auto at = [&](std::string_view path) { return document->positionOf(*Path::parse(path)); };
    QCOMPARE(at("name").line, 1);
    QCOMPARE(at("credit.bands").line, 3);
    QCOMPARE(at("credit.bands").column, 3);
    QCOMPARE(at("credit.bands[0].minimum").line, 4);
    QCOMPARE(at("credit.bands[1].minimum").line, 5);
    QCOMPARE(at("credit.bands[1].points").line, 6);
    QCOMPARE(at("credit.bands[1].absent").line, 5);   // the nearest that is there
    QCOMPARE(at("credit.bands[7]").line, 3);
    QCOMPARE(at("nowhere.at.all").line, 1);
    QCOMPARE(YamlDocument().positionOf(Path()).line, 0);
}

void TestYaml::refusesWithALine_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* yaml, int line, const char* message) {
        QTest::newRow(name) << QByteArray(yaml) << line << QByteArray(message);
    };
    row("duplicate", "a: 1\nb: 2\na: 3\n", 3, "'a' is given twice");
    row("duplicate deep", "x:\n  - {a: 1, b: 2,\n     a: 3}\n", 3, "'a' is given twice");
    row("list as name", "a: 1\n? [x]\n: 2\n", 2, "where a name should");
    row("null as name", "a: 1\n~: 2\n", 2, "without a name");
    row("merge", "a: &a {k: 1}\nb:\n  <<: *a\n", 3, "merge keys");
    row("own tag", "a: !thing 1\n", 1, "not known");
    row("wrong tag", "a: !!int x\n", 1, "no !!int");
    row("two documents", "a: 1\n---\nb: 2\n", 2, "second document");
    row("unknown alias", "a: 1\nb: *x\n", 2, "");
    row("self", "a: &a [*a]\n", 1, "inside what it refers to");
    row("unclosed", "a: 1\nb: [1, 2\n", 3, "");
    row("tab", "a:\n\t- 1\n", 2, "");
    row("bad indent", "a: 1\n  b: 2\n", 2, "");
}

void TestYaml::refusesWithALine()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(QByteArray, message);
    const auto document = parseYaml(std::string_view(yaml.data(), static_cast<std::size_t>(yaml.size())), "p.yaml");
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, ErrorCode::ParseError);
    QCOMPARE(document.error().source, std::string("p.yaml"));
    QVERIFY2(document.error().message.find(message.toStdString()) != std::string::npos, document.error().message.c_str());
    QVERIFY2(document.error().line == line, document.error().oneLine().c_str());
}

void TestYaml::boundsAliases()
{
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 10; ++j)
            bomb += (j > 0 ? ", " : "") + last;
        bomb += "]\n";
    }
    const auto document = parseYaml(bomb);
    QVERIFY(!document.ok());
    QVERIFY(document.error().message.find("aliases written out") != std::string::npos);
}

void TestYaml::boundsDepthAndSize()
{
    QVERIFY(parseYaml(std::string(100, '[') + std::string(100, ']')).ok());
    const auto deep = parseYaml(std::string(5000, '[') + std::string(5000, ']'));
    QVERIFY(!deep.ok());
    QVERIFY(deep.error().message.find("100 levels") != std::string::npos);
    QVERIFY(!parseYaml("abcdef", {}, {.maxBytes = 5}).ok());
}

void TestYaml::makesAnErrorAtAPlace()
{
    const auto document = parseYaml("a:\n  b: 900\n", "p.yaml");
    QVERIFY(document.ok());
    const Error error = document->errorAt(*Path::parse("a.b"), "is too large", "Lower it");
    QCOMPARE(error.oneLine(), std::string("p.yaml:2:3: a.b: is too large (Lower it)"));
}

void TestYaml::saysWhichFileIsMissing()
{
    const auto document = readYamlFile("no-such-file.yaml");
    QVERIFY(!document.ok());
    QCOMPARE(document.error().code, ErrorCode::NotFound);
    QCOMPARE(document.error().source, std::string("no-such-file.yaml"));
}

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_yaml.moc"
