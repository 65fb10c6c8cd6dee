// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/jsonpath.h"
#include "recorded.h"

using namespace baton;
using namespace baton::test;

class TestJsonPath : public QObject {
    Q_OBJECT

private slots:
    void readsAsTheRealLibrary();
    void rules_data();
    void rules();
    void refuses_data();
    void refuses();
    void tellsItsRoots();
    void knowsWhetherItIsDefinite();
    void staysWithinItsBounds();
};

void TestJsonPath::readsAsTheRealLibrary()
{
    const Value file = recorded("jsonpath.json");
    QVERIFY(file["rows"].size() > 600);
    for (const Value& row : file["rows"].items()) {
        const std::string path(row["path"].asText());
        const Result<JsonPath> parsed = JsonPath::parse(path);
        const Value found = parsed ? parsed->read(file["document"]) : Value();
        QVERIFY2(found == row["value"], (path + ": " + toJson(found) + " for " + toJson(row["value"])).c_str());
    }
}

void TestJsonPath::rules_data()
{
    addTextColumns();
    addRow("2.2(4) definite miss is null", "a.none", "null");
    addRow("2.2(4) indefinite miss is []", "a.none[*]", "[]");
    addRow("2.2(4) root prefix", "$.a.n", "7");
    addRow("2.2(4) quoted name", "a['odd key']", "1");
    addRow("2.2(4) quoted name with a dot", "a['k.k']", "2");
    addRow("2.2(4) hyphen in a name", "a.b-c", "3");
    addRow("2.2(4) index", "a.list[0].x", "1");
    addRow("2.2(4) index from the end", "a.list[-1].x", "3");
    addRow("2.2(4) index beyond the end", "a.list[9].x", "null");
    addRow("2.2(4) slice", "a.list[0:2].x", "[1,2]");
    addRow("2.2(4) union of indexes", "a.list[0,2].x", "[1,3]");
    addRow("2.2(4) union of names at the end is one map", "a['n','k.k']", R"({"n":7,"k.k":2})");
    addRow("2.2(4) wildcard", "a.list[*].x", "[1,2,3]");
    addRow("2.2(4) filter", "a.list[?(@.x > 1)].name", R"(["two","three"])");
    addRow("2.2(4) filter with and, or, not", "a.list[?(@.x > 1 && !(@.x == 3) || @.name == 'one')].x", "[1,2]");
    addRow("2.2(4) filter with a pattern", "a.list[?(@.name =~ /T.*/i)].x", "[2,3]");
    addRow("2.2(4) filter with in", "a.list[?(@.name in ['one','three'])].x", "[1,3]");
    addRow("2.2(4) filter with nin", "a.list[?(@.name nin ['one','three'])].x", "[2]");
    addRow("2.2(4) filter on existence", "a.list[?(@.extra)].x", "[3]");
    addRow("2.2(4) filter with a path from the root", "a.list[?(@.x > $.limit)].x", "[3]");
    addRow("2.2(4) deep scan", "a..name", R"(["one","two","three"])");
    addRow("2.2(4) length", "a.list.length()", "3");
    addRow("2.2(4) sum is a decimal", "a.numbers.sum()", "6.0");
    addRow("2.2(4) min and max of a list", "a.numbers.max()", "3.0");
    addRow("2.2(4) max is never negative in the library", "a.negative.max()", "5e-324");
    addRow("2.2(4) avg", "a.numbers.avg()", "2.0");
    addRow("2.2(4) keys", "a.list[0].keys()", R"(["x","name"])");
    addRow("2.2(4) concat", R"(a.concat("x", $.a.n))", R"("x7")");
    addRow("2.2(4) sum of nothing ends in null", "a.none.sum()", "null");
}

void TestJsonPath::rules()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Value document = json(R"({"limit": 2, "a": {"n": 7, "odd key": 1, "k.k": 2, "b-c": 3, "numbers": [1, 2, 3], "negative": [-2, -1],
        "list": [{"x": 1, "name": "one"}, {"x": 2, "name": "two"}, {"x": 3, "name": "three", "extra": null}]}})");
    const Result<JsonPath> path = JsonPath::parse(text.toStdString());
    QVERIFY2(path.ok(), path ? "" : path.error().message.c_str());
    QCOMPARE(shown(path->read(document)), shown(json(expected.toUtf8().constData())));
}

void TestJsonPath::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "a.", "a..", "a b", "a[", "a['x", "a[1", "a[x]", "a[?(@.x]", "a[?(5)]", "a[?(@.x =~ /(/)]", "a.sum(", "$a"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestJsonPath::refuses()
{
    QFETCH(QString, text);
    const Result<JsonPath> path = JsonPath::parse(text.toStdString());
    if (text == QLatin1String("a["))
        QVERIFY(path.ok());   // the library does not look at a single last character
    else
        QVERIFY(!path.ok());
    if (!path) {
        QCOMPARE(path.error().code, ErrorCode::ParseError);
        QVERIFY(!path.error().message.empty());
    }
}

void TestJsonPath::tellsItsRoots()
{
    const JsonPath path = JsonPath::parse("a.output.list[?(@.x > $.workflow.input.y)].x").value();
    QCOMPARE(path.roots().size(), std::size_t {2});
    QCOMPARE(path.roots()[0].name, std::string("a"));
    QCOMPARE(path.roots()[0].next, std::string("output"));
    QCOMPARE(path.roots()[1].name, std::string("workflow"));
    QVERIFY(!path.needsWholeRoot());
    QVERIFY(JsonPath::parse("$..name").value().needsWholeRoot());
    QVERIFY(JsonPath::parse("$.*").value().needsWholeRoot());
}

void TestJsonPath::knowsWhetherItIsDefinite()
{
    QVERIFY(JsonPath::parse("a.b[0]['c']").value().isDefinite());
    QVERIFY(JsonPath::parse("a.b.length()").value().isDefinite());
    QVERIFY(!JsonPath::parse("a.b[*]").value().isDefinite());
    QVERIFY(!JsonPath::parse("a..b").value().isDefinite());
}

void TestJsonPath::staysWithinItsBounds()
{
    std::vector<Value> items;
    for (int i = 0; i < 200; ++i)
        items.push_back(Value::object({{"a", Value::array({1, 2, 3})}}));
    const Value wide = Value::object({{"list", Value::array(std::move(items))}});
    const JsonPath path = JsonPath::parse("$..*..*..*..*..*..*..*..*").value();
    static_cast<void>(path.read(wide));   // ends
    const std::string text(3000, 'a');
    const JsonPath pattern = JsonPath::parse("$.x[?(@ =~ /(a+)+b/)]").value();
    QCOMPARE(shown(pattern.read(Value::object({{"x", Value::array({Value(text)})}}))), QStringLiteral("[]"));
    QVERIFY(!JsonPath::parse("$.a" + std::string(5000, '[') + "0").ok());
    std::string nested = "@.x";
    for (int i = 0; i < 500; ++i)
        nested = "@.y[?(" + nested + ")]";
    QVERIFY(!JsonPath::parse("$.a[?(" + nested + ")]").ok());
}

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
