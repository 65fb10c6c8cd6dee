// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/evaluator.h"
#include "recorded.h"

using namespace baton;
using namespace baton::test;

class TestJavaScript : public QObject {
    Q_OBJECT

private slots:
    void evaluatesAsTheRealServer();
    void runsSeeNothingOfEachOther_data();
    void runsSeeNothingOfEachOther();
    void inputIsACopy();
    void knowsNewerLibraryFunctions();
    void checksOnly();
    void ends_data();
    void ends();
    void interruptsAfterTheLimit();
    void wordsFailures();
};

void TestJavaScript::evaluatesAsTheRealServer()
{
    const Value file = recorded("javascript.json");
    QVERIFY(file["rows"].size() > 100);
    const auto engine = makeJavaScript();
    for (int round = 0; round < 2; ++round) {   // the second time from what was kept
        for (const Value& row : file["rows"].items()) {
            const std::string script(row["script"].asText());
            const Result<Value> made = engine->evaluate(script, file["document"]);
            const std::string got = made ? toJson(*made) : scriptFailureText(made.error());
            if (row.contains("error"))
                QVERIFY2(!made.ok() && got == row["error"].asText(), (script + ": " + got).c_str());
            else
                QVERIFY2(made.ok() && *made == row["value"], (script + ": " + got).c_str());
        }
    }
}

void TestJavaScript::runsSeeNothingOfEachOther_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto row = [](const char* name, const char* first, const char* second) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second);
    };
    row("1.21 global by assignment", "leak = 1", "typeof leak === 'undefined'");
    row("1.21 var", "var v = 1; v", "typeof v === 'undefined'");
    row("1.21 let", "let l = 1; l", "typeof l === 'undefined'");
    row("1.21 const twice", "const c = 1; c", "const c = 2; c === 2");
    row("1.21 function", "function f() { return 1 } f()", "typeof f === 'undefined'");
    row("1.21 this", "this.t = 1; if (true) { t }", "typeof t === 'undefined'");
    row("1.21 globalThis", "globalThis.g = 1", "typeof g === 'undefined'");
    row("1.21 hidden global", "Object['define' + 'Property'](globalThis, 'hid', {value: 5}); 1", "typeof hid === 'undefined'");
    row("1.21 global by symbol", "globalThis[Symbol.for('s')] = 1", "globalThis[Symbol.for('s')] === undefined");
    row("1.21 prototype", "Array.prototype.extra = 1", "[].extra === undefined");
    row("1.21 prototype by computed name", "[]['__pro' + 'to__']['extra'] = 1", "[].extra === undefined");
    row("1.21 built-in function", "Math.max = 1", "Math.max(1, 2) === 2");
    row("1.21 built-in function by alias", "var m = Math; m.max = 1", "Math.max(1, 2) === 2");
    row("1.21 last match", "/(a)/.exec('a')[1]", "RegExp.$1 === ''");
    row("1.21 pattern's place", "/a/g.test('a')", "/a/g.test('a')");
    row("1.21 members of $", "$.n = 9; $.m.b = 9", "$.n === 7 && $.m.b === 1");
}

void TestJavaScript::runsSeeNothingOfEachOther()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto engine = makeJavaScript();
    const Value input = json(R"({"n": 7, "m": {"b": 1}})");
    static_cast<void>(engine->evaluate(first.toStdString(), input));
    const Result<Value> seen = engine->evaluate(second.toStdString(), input);
    QVERIFY2(seen.ok() && seen->asBool(), seen ? toJson(*seen).c_str() : seen.error().message.c_str());
}

void TestJavaScript::inputIsACopy()
{
    const Value input = json(R"({"m": {"b": 1}})");
    const Result<Value> made = makeJavaScript()->evaluate("$.m.b = 2; $['m']", input);
    QVERIFY(made.ok());
    QCOMPARE(shown(*made), QStringLiteral(R"({"b":2})"));
    QCOMPARE(shown(input), QStringLiteral(R"({"m":{"b":1}})"));
}

void TestJavaScript::knowsNewerLibraryFunctions()
{
    const auto engine = makeJavaScript();
    for (const char* script : {"[1,[2,[3]]].flat().length === 3", "[1,2].flatMap(x => [x,x]).length === 4", "'abc'.at(-1) === 'c'",
             "[1,2,3].at(-2) === 2", "Object.fromEntries([['a', 1]]).a === 1", "'a-b-c'.replaceAll('-', '+') === 'a+b+c'",
             "[...'aXbX'.matchAll(/X/g)].length === 2", "' x '.trimStart() === 'x '", "Object.hasOwn({a: 1}, 'a')",
             "[3,1,2].toSorted().join() === '1,2,3'", "[1,2,3].findLast(x => x < 3) === 2", "globalThis === this"}) {
        const Result<Value> made = engine->evaluate(script, Value::object());
        QVERIFY2(made.ok() && made->asBool(), script);
    }
}

void TestJavaScript::checksOnly()
{
    const auto engine = makeJavaScript();
    QVERIFY(engine->check("while (true) { }").ok());
    QVERIFY(engine->check("nope.such.thing").ok());
    const Status broken = engine->check("var x = 1;\nvar y = ;");
    QVERIFY(!broken.ok());
    QCOMPARE(broken.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(broken.error().line, 2);
    QVERIFY(!engine->check("return 1").ok());
    const Status generator = engine->check("function* g() { yield 1 }");
    QVERIFY(!generator.ok());
    QCOMPARE(generator.error().code, ErrorCode::Unsupported);
}

void TestJavaScript::ends_data()
{
    QTest::addColumn<QString>("script");
    for (const char* script : {"function f() { f() } f()", "'x'.repeat(1e9)", "'x'.padStart(2e9)", "new Array(4e9).fill(1)",
             "new Array(1e8).join('x')", "var a = []; a.length = 4294967295; a.sort()", "[].concat(new Array(4e9))",
             "var a = []; for (var i = 0; i < 100000; i++) a = [a]; a", "var o = {}; o.o = o; o", "new Proxy({}, {})",
             "new RegExp('('.repeat(100000) + ')'.repeat(100000))", "'a'.match('('.repeat(100000) + ')'.repeat(100000))",
             "var o = {toString() { return '' + o }}; '' + o", "({get a() { throw new Error('g') }})"})
        QTest::newRow(script) << QString::fromLatin1(script);
}

void TestJavaScript::ends()
{
    QFETCH(QString, script);
    const auto engine = makeJavaScript();
    QVERIFY(!engine->evaluate(script.toStdString(), Value::object()).ok());
    QCOMPARE(engine->evaluate("1 + 1", Value::object()).value().asInteger(), std::int64_t {2});
}

void TestJavaScript::interruptsAfterTheLimit()
{
    const auto engine = makeJavaScript({std::chrono::milliseconds(50)});
    for (const char* script : {"while (true) { }", "try { while (true) { } } catch (e) { } while (true) { }", "({get a() { while (true) { } }})"}) {
        const Result<Value> made = engine->evaluate(script, Value::object());
        QVERIFY2(!made.ok(), script);
        QCOMPARE(made.error().code, ErrorCode::Timeout);
    }
    QCOMPARE(engine->evaluate("'goes on'", Value::object()).value().asText(), std::string_view("goes on"));
}

void TestJavaScript::wordsFailures()
{
    const auto engine = makeJavaScript();
    const Error thrown = engine->evaluate("\n\nthrow 'no way'", Value::object()).error();
    QCOMPARE(thrown.line, 3);
    QCOMPARE(scriptFailureText(thrown), std::string("Error evaluating the script `no way` at line 3"));
    QCOMPARE(scriptFailureText(engine->evaluate("throw new Error('x')", Value::object()).error()),
             std::string("Error evaluating the script `Error: x`"));
    const Error late {.code = ErrorCode::Timeout, .message = "Script not evaluated within 4 seconds, interrupted."};
    QCOMPARE(scriptFailureText(late), late.message);
}

QTEST_GUILESS_MAIN(TestJavaScript)
#include "tst_javascript.moc"
