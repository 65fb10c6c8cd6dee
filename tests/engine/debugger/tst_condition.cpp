// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/condition.h"

#include "engine/value/json.h"

#include <QTest>

using namespace baton;

namespace {

// Every reference reads its last step out of one object.
Value evaluated(std::string_view text, const Value& names = Value::object())
{
    const Result<Condition> condition = Condition::parse(text);
    if (!condition)
        return Value("error: " + condition.error().message);
    std::vector<Value> values;
    for (const StateReference& reference : condition->references())
        values.push_back(names[Key(reference.text())]);
    return condition->evaluate(values);
}

}  // namespace

class TestCondition : public QObject {
    Q_OBJECT

private slots:
    void evaluates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("1 + 2 * 3", "7");
        row("(1 + 2) * 3", "9");
        row("7 / 2", "3.5");
        row("7 % 4", "3.0");
        row("-3 + 1", "-2");
        row("1 == 1.0", "true");
        row("'a' < 'b' && !false", "true");
        row("null > 1", "false");
        row("null == null", "true");
        row("nothing.output.x != 1", "true");
        row("dti.output.ratio > 0.43", "true");
        row("${dti.output.ratio} > 0.43 and not (1 > 2)", "true");
        row("dti.output.ratio > 0.43 || crash.output > 1", "true");
        row("length('abc') + length(list.output.all)", "5");
        row("list.output.all contains 2", "true");
        row("'reason R12' contains 'R12'", "true");
        row("exists(dti.output.ratio)", "true");
        row("exists(dti.output.none)", "false");
        row("abs(0 - 2)", "2.0");
        row("9223372036854775807 + 1", "9.223372036854776e+18");
        row("1 / 0", "null");
        row("ordered == true or orchid", "false");
    }

    void evaluates()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Value names = Value::object({{"dti.output.ratio", 0.5}, {"list.output.all", Value::array({1, 2})}});
        QCOMPARE(QString::fromStdString(toJson(evaluated(text.toStdString(), names))), expected);
    }

    void refusesWhatIsNoExpression()
    {
        for (const char* text : {"", "1 +", "(1", "'a", "1 2", "> 3", "a.b >", "${a.b", "..", "a[", "@", "not"}) {
            const Result<Condition> condition = Condition::parse(text);
            QVERIFY2(!condition.ok(), text);
            QCOMPARE(condition.error().code, ErrorCode::ParseError);
            QVERIFY(condition.error().column > 0);
        }
        QVERIFY(!Condition::parse(std::string(100'000, '(')).ok());
        QVERIFY(!Condition::parse(std::string(100'000, '!')).ok());
        std::string chain = "1";
        for (int i = 0; i < 50'000; ++i)
            chain += "+1";
        QVERIFY(!Condition::parse(chain).ok());
    }

    void namesWhatItReads()
    {
        const Result<Condition> condition = Condition::parse("dti.output.ratio > limit and workflow.input['loan type'] == 'x' and dti.output.ratio < 1");
        QVERIFY(condition.ok());
        QCOMPARE(condition->references().size(), std::size_t {3});
        QCOMPARE(condition->references()[0].root, std::string("dti"));
        QCOMPARE(condition->references()[0].member, std::string("output"));
        QCOMPARE(condition->references()[1].root, std::string());
        QCOMPARE(condition->references()[1].member, std::string("limit"));
        QCOMPARE(condition->references()[2].text(), std::string("workflow.input['loan type']"));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
