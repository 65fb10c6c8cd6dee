// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/evaluator.h"
#include "engine/expression/template.h"
#include "recorded.h"

#include <thread>

using namespace baton;
using namespace baton::test;

namespace {

class Scope final : public ReferenceScope {
public:
    explicit Scope(Value document, std::string taskId = {}) : m_document(std::move(document)), m_taskId(std::move(taskId)) { }
    const Value* root(std::string_view name, std::string_view) override { return m_document.find(name); }
    std::optional<Value> environment(std::string_view name) override
    {
        if (name == "HOME" || name == "workflow.env.REGION")
            return Value("there");
        return std::nullopt;
    }
    std::string_view taskId() const override { return m_taskId; }
    Value document() override { return m_document; }

private:
    Value m_document;
    std::string m_taskId;
};

Value document()
{
    return json(R"({"a": {"output": {"n": 7, "real": 2.5, "two": 2.0, "big": 1e20, "small": 1e-5, "text": "t", "which": "n", "none": null,
        "list": [{"x": 1, "name": "one"}, {"x": 2, "name": "two"}], "numbers": [1, 2.5, "three", null, true],
        "map": {"b": 1, "a": {"c": [1, "x"]}}, "escape": "$${x}"}}, "workflow": {"input": {"q": "a"}}})");
}

}  // namespace

class TestTemplate : public QObject {
    Q_OBJECT

private slots:
    void resolvesAsTheRealServer();
    void rules_data();
    void rules();
    void sharesWhatIsLiteral();
    void listsReferences();
    void writesNumbersAsJava_data();
    void writesNumbersAsJava();
    void resolvesSecrets();
    void resolvesOnSeveralThreads();
    void tellsTruthAndCases();
    void endsOnDeepNesting();
};

void TestTemplate::resolvesAsTheRealServer()
{
    const Value file = recorded("template.json");
    QVERIFY(file["rows"].size() > 300);
    Scope scope(file["document"]);
    for (const Value& row : file["rows"].items()) {
        const Value made = resolveTemplate(row["parameters"], scope);
        QVERIFY2(made == row["value"], (toJson(row["parameters"]) + ": " + toJson(made)).c_str());
    }
}

void TestTemplate::rules_data()
{
    addTextColumns();
    addRow("2.1 whole expression keeps its type", "${a.output.n}", "7");
    addRow("2.1 text around makes text", "x is ${a.output.n}!", R"("x is 7!")");
    addRow("2.1 two in a text", "${a.output.n}-${a.output.text}", R"("7-t")");
    addRow("2.1 map in text", "map ${a.output.map}", R"("map {b=1, a={c=[1, x]}}")");
    addRow("2.1 list in text", "list ${a.output.numbers}", R"("list [1, 2.5, three, null, true]")");
    addRow("2.1 findings in text are JSON", "names ${a.output.list[*].name}", R"("names [\"one\",\"two\"]")");
    addRow("2.1 decimals in text", "${a.output.two} ${a.output.big} ${a.output.small}", R"("2.0 1.0E20 1.0E-5")");
    addRow("2.1 missing is null", "${a.output.nope}", "null");
    addRow("2.1 missing in text", "missing ${a.output.nope}", R"("missing null")");
    addRow("2.1 empty", "${}", R"("")");
    addRow("2.1 blank", "${  }", R"("")");
    addRow("2.1 unclosed", "${a.output.n", R"("${a.output.n")");
    addRow("2.1 unbalanced ends the search", "${a ${a.output.n}", R"("${a ${a.output.n}")");
    addRow("2.1 nested", "${a.output.${a.output.which}}", "7");
    addRow("2.1 braces around", "{a} {${a.output.n}}", R"("{a} {7}")");
    addRow("2.1 escape", "$${a.output.n}", R"("${a.output.n}")");
    addRow("2.1 escape in text", "a $${b} ${a.output.n}", R"("a ${b} 7")");
    addRow("2.1 un-escaped text that came in", "x ${a.output.escape}", R"("x ${x}")");
    addRow("2.1 whole value is not un-escaped", "${a.output.escape}", R"("$${x}")");
    addRow("2.1 dollars", "$5 and $a", R"("$5 and $a")");
    addRow("2.2(1) secret stays literal", "Bearer ${workflow.secrets.KEY}", R"("Bearer ${workflow.secrets.KEY}")");
    addRow("2.2(2) workflow.env", "${workflow.env.REGION}", R"("there")");
    addRow("2.2(2) workflow.env absent", "${workflow.env.NONE}", "null");
    addRow("2.2(3) environment variable", "${HOME}", R"("there")");
    addRow("2.2(3) NETFLIX_ENV stays literal", "${NETFLIX_ENV}", R"("${NETFLIX_ENV}")");
    addRow("2.2(4) blank in a dotted name", "${a.odd key}", "null");
    addRow("2.2(4) scan of all", "${$..x}", "[1,2]");
    addRow("2.3 task id", "task ${CPEWF_TASK_ID}!", R"("task id-1!")");
}

void TestTemplate::rules()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Scope scope(document(), "id-1");
    const Value parameters = Value::object({{"v", Value::array({Value(text.toStdString())})}});
    const Template compiled(parameters);
    QCOMPARE(shown(compiled.resolve(scope)["v"].at(0)), shown(json(expected.toUtf8().constData())));
    QCOMPARE(shown(compiled.resolve(scope)), shown(resolveTemplate(parameters, scope)));
    QCOMPARE(shown(compiled.source()), shown(parameters));
}

void TestTemplate::sharesWhatIsLiteral()
{
    Scope scope(document());
    const Value literal = json(R"({"k": [1, 2, {"deep": "text that is long enough to be shared"}]})");
    const Template compiled(Value::object({{"literal", literal}, {"${a.output.n}", 5}, {"x", "${a.output.map}"}}));
    QVERIFY(compiled.hasExpressions());
    const Value made = compiled.resolve(scope);
    QVERIFY(made["literal"].sharesNodeWith(literal));
    QCOMPARE(made["${a.output.n}"].asInteger(), std::int64_t {5});   // keys are never looked at
    QVERIFY(!Template(literal).hasExpressions());
    QVERIFY(Template(literal).resolve(scope).sharesNodeWith(literal));
    QVERIFY(Template().resolve(scope).isNull());
    Scope noTask(document());
    QCOMPARE(shown(resolveTemplate(Value("${CPEWF_TASK_ID}"), noTask)), QStringLiteral("\"${CPEWF_TASK_ID}\""));
}

void TestTemplate::listsReferences()
{
    const Template compiled(json(R"({"a": "x ${b.output.c} $${no}", "l": [1, {"k": "${d[${e.f}]}"}]})"));
    const std::vector<Template::Reference> found = compiled.references();
    QCOMPARE(found.size(), std::size_t {3});
    QCOMPARE(found[0].where, std::string("a"));
    QCOMPARE(found[0].expression, std::string("b.output.c"));
    QCOMPARE(found[1].where, std::string("l[1].k"));
    QCOMPARE(found[1].expression, std::string("d[${e.f}]"));
    QCOMPARE(found[2].expression, std::string("e.f"));
}

void TestTemplate::writesNumbersAsJava_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* expected, double number) { QTest::newRow(expected) << number << QString::fromLatin1(expected); };
    row("2.0", 2.0);
    row("0.1", 0.1);
    row("100.0", 100.0);
    row("9999999.0", 9999999.0);
    row("1.0E7", 1e7);
    row("0.001", 1e-3);
    row("9.99E-4", 9.99e-4);
    row("1.0E20", 1e20);
    row("1.0E-5", 1e-5);
    row("4.9E-324", 4.9e-324);
    row("2.0E-323", 2e-323);
    row("1.7976931348623157E308", 1.7976931348623157e308);
    row("1.234567890125E11", 123456789012.5);
    row("-0.0", -0.0);
    row("NaN", std::numeric_limits<double>::quiet_NaN());
    row("-Infinity", -std::numeric_limits<double>::infinity());
}

void TestTemplate::writesNumbersAsJava()
{
    QFETCH(double, number);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(javaText(Value(number))), expected);
}

void TestTemplate::resolvesSecrets()
{
    const auto lookup = [](std::string_view name) -> std::optional<std::string> {
        if (name == "KEY")
            return "k1";
        return name == "JSON" ? std::optional<std::string>(R"({"user": "u", "n": 5})") : std::nullopt;
    };
    const auto resolved = [&](const char* text) { return shown(resolveSecrets(Value(text), lookup)); };
    QCOMPARE(resolved("${workflow.secrets.KEY}"), QStringLiteral("\"k1\""));
    QCOMPARE(resolved("Bearer ${workflow.secrets.KEY}!"), QStringLiteral("\"Bearer k1!\""));
    QCOMPARE(resolved("${workflow.secrets.JSON.n}"), QStringLiteral("5"));
    QCOMPARE(resolved("${workflow.secrets.NONE}"), QStringLiteral("null"));
    QCOMPARE(resolved("x${workflow.secrets.NONE}y"), QStringLiteral("\"xy\""));
    QCOMPARE(resolved("${workflow.secrets.KEY"), QStringLiteral("\"${workflow.secrets.KEY\""));
    const Value plain = json(R"({"a": [1, "text that is long enough to be shared"]})");
    QVERIFY(resolveSecrets(plain, lookup).sharesNodeWith(plain));
    QCOMPARE(shown(resolveSecrets(json(R"({"a": ["${workflow.secrets.KEY}"], "b": 1})"), lookup)), shown(json(R"({"a": ["k1"], "b": 1})")));
}

void TestTemplate::resolvesOnSeveralThreads()
{
    const Template compiled(json(R"({"plain": "${a.output.n}", "nested": "${a.output.${a.output.which}}", "filter": "${a.output.list[?(@.x > 1)].name}"})"));
    const Value expected = json(R"({"plain": 7, "nested": 7, "filter": ["two"]})");
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                Scope scope(document());
                for (int round = 0; round < 200; ++round)
                    wrong += compiled.resolve(scope) == expected ? 0 : 1;
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void TestTemplate::tellsTruthAndCases()
{
    QCOMPARE(switchText(Value()), std::string("null"));
    QCOMPARE(switchText(Value(true)), std::string("true"));
    QCOMPARE(switchText(Value(1.0)), std::string("1.0"));
    QCOMPARE(switchText(json(R"(["x", "y"])")), std::string("[x, y]"));
    QVERIFY(toBoolean(Value(true)) && toBoolean(Value(2)) && toBoolean(Value(0.5)));
    QVERIFY(!toBoolean(Value("true")) && !toBoolean(Value(0)) && !toBoolean(Value(-1)) && !toBoolean(Value()));
}

void TestTemplate::endsOnDeepNesting()
{
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "${";
    Scope scope(document());
    QCOMPARE(resolveTemplate(Value(text), scope).asText(), std::string_view(text));
    text += std::string(20'000, '}');
    static_cast<void>(resolveTemplate(Value(text), scope));
}

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_template.moc"
