// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/path.h"
#include "support/printvalue.h"

#include <QTest>

#include <random>

using namespace baton;

namespace {

Value json(std::string_view text)
{
    return parseJson(text).value();
}

Path path(std::string_view text)
{
    return Path::parse(text).value();
}

std::string listed(const std::vector<Change>& changes)
{
    std::string lines;
    for (const Change& change : changes) {
        lines += change.kind == ChangeKind::Added ? '+' : change.kind == ChangeKind::Removed ? '-' : '~';
        lines += change.path.text() + " " + toJson(change.before) + " " + toJson(change.after) + "\n";
    }
    return lines;
}

// Puts the changes into the value, in their order.
Value applied(Value value, const std::vector<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.kind != ChangeKind::Removed) {
            value = withValueAt(value, change.path, change.after).value();
            continue;
        }
        Path parentPath = change.path;
        const Path::Step last = parentPath.steps.back();
        parentPath.steps.pop_back();
        const Value parent = *find(value, parentPath);
        Value less = Value::array();
        if (const Key* key = std::get_if<Key>(&last)) {
            less = parent.without(*key);
        } else {
            for (const Value& item : parent.items().first(parent.size() - 1))
                less = std::move(less).appended(item);
        }
        value = withValueAt(value, parentPath, less).value();
    }
    return value;
}

Value randomValue(std::mt19937& chance, int depth)
{
    const auto kind = chance() % (depth > 0 ? 4 : 2);
    if (kind == 0)
        return static_cast<int>(chance() % 3);
    if (kind == 1)
        return chance() % 2 == 0 ? Value() : Value("text");
    Value made = kind == 2 ? Value::array() : Value::object();
    for (auto i = chance() % 4; i > 0; --i) {
        Value item = randomValue(chance, depth - 1);
        const std::string name(1, "abcde"[chance() % 5]);
        made = kind == 2 ? made.appended(std::move(item)) : made.with(name, std::move(item));
    }
    return made;
}

}  // namespace

class tst_Path : public QObject {
    Q_OBJECT

private slots:
    void textReadsBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("steps");
        QTest::newRow("root") << QByteArray("") << 0;
        QTest::newRow("name") << QByteArray("a") << 1;
        QTest::newRow("mixed") << QByteArray("a.b[0]['odd key']") << 4;
        QTest::newRow("index first") << QByteArray("[2].x") << 2;
        QTest::newRow("quotes") << QByteArray(R"(['it\'s']['back\\slash'][''])") << 3;
        QTest::newRow("dots") << QByteArray("['a.b'].c") << 2;
        QTest::newRow("signs") << QByteArray("$.@type.a-b.\xc3\xa9") << 4;
    }

    void textReadsBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, steps);
        const Result<Path> read = Path::parse(text.toStdString());
        QVERIFY(read.ok());
        QCOMPARE(read->steps.size(), static_cast<std::size_t>(steps));
        QCOMPARE(read->text(), text.toStdString());
    }

    void bothQuotesAreRead()
    {
        QCOMPARE(path("[\"a b\"]").text(), std::string("['a b']"));
        QVERIFY(path("a['b']") == path("a.b"));
        QVERIFY(path("a.0") != path("a[0]"));
    }

    void badTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("two dots") << QByteArray("a..b") << 3;
        QTest::newRow("dot first") << QByteArray(".a") << 1;
        QTest::newRow("dot last") << QByteArray("a.") << 3;
        QTest::newRow("open") << QByteArray("a[") << 3;
        QTest::newRow("not closed") << QByteArray("a[0") << 4;
        QTest::newRow("no index") << QByteArray("a[x]") << 3;
        QTest::newRow("negative") << QByteArray("a[-1]") << 3;
        QTest::newRow("open quote") << QByteArray("a['x") << 3;
        QTest::newRow("huge index") << QByteArray("a[99999999999999999999]") << 3;
        QTest::newRow("name after bracket") << QByteArray("a[0]b") << 5;
        QTest::newRow("blank") << QByteArray("a b") << 2;
        QTest::newRow("escape at the end") << QByteArray("['a\\") << 2;
    }

    void badTextIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, column);
        const Result<Path> read = Path::parse(text.toStdString());
        QVERIFY(!read.ok());
        QVERIFY(read.error().code == ErrorCode::ParseError);
        QCOMPARE(read.error().column, column);
        QVERIFY(!read.error().hint.empty());
    }

    void findsWhatIsThere()
    {
        const Value value = json(R"({"a":{"b":[1,{"odd key":"x"}]},"n":null})");
        QCOMPARE(*find(value, path("a.b[1]['odd key']")), Value("x"));
        QCOMPARE(find(value, path("")), &value);
        QVERIFY(find(value, path("n"))->isNull());
        for (const char* absent : {"z", "a.b[2]", "a.b.c", "a[0]", "n.x", "a.b[18446744073709551615]"})
            QVERIFY2(find(value, path(absent)) == nullptr, absent);
    }

    void putsValuesAnywhere()
    {
        const Value value = json(R"({"a":{"b":[1]},"n":null})");
        const auto put = [&value](const char* at) { return toJson(withValueAt(value, path(at), 9).value()); };
        QCOMPARE(put(""), std::string("9"));
        QCOMPARE(put("a.b[0]"), std::string(R"({"a":{"b":[9]},"n":null})"));
        QCOMPARE(put("a.b[1]"), std::string(R"({"a":{"b":[1,9]},"n":null})"));
        QCOMPARE(put("a.x.y"), std::string(R"({"a":{"b":[1],"x":{"y":9}},"n":null})"));
        QCOMPARE(put("n.x[0]"), std::string(R"({"a":{"b":[1]},"n":{"x":[9]}})"));
        QCOMPARE(toJson(value), std::string(R"({"a":{"b":[1]},"n":null})"));
    }

    void refusesToPutThroughWhatIsInTheWay()
    {
        const Value value = json(R"({"a":{"b":[1]}})");
        const auto why = [&value](const char* at) { return withValueAt(value, path(at), 9).error().oneLine(); };
        QCOMPARE(why("a.b[2]"), std::string("a.b: the array has only 1 items"));
        QCOMPARE(why("a.b[0].c"), std::string("a.b[0]: not an object"));
        QCOMPARE(why("a[0]"), std::string("a: not an array"));
        QCOMPARE(why("a.x[1]"), std::string("a.x: an array begins with index 0"));
        Path deep;
        deep.steps.assign(1001, Path::Step(std::size_t {0}));
        QVERIFY(!withValueAt(Value(), deep, 1).ok());
        deep.steps.pop_back();
        QVERIFY(withValueAt(Value(), deep, 1).ok());
    }

    void differencesAreLeaves()
    {
        const Value before = json(R"({"same":[1],"gone":1,"a":{"x":1,"y":2},"list":[1,2,3]})");
        const Value after = json(R"({"list":[1,5],"a":{"y":2.0,"x":1,"z":{"q":1}},"same":[1]})");
        QCOMPARE(listed(diff(before, after)), std::string("~list[1] 2 5\n"
                                                          "-list[2] 3 null\n"
                                                          "~a.y 2 2.0\n"
                                                          "+a.z null {\"q\":1}\n"
                                                          "-gone 1 null\n"));
        QVERIFY(diff(before, before).empty());
        QVERIFY(diff(json(R"({"a":1,"b":2})"), json(R"({"b":2,"a":1})")).empty());
        QCOMPARE(listed(diff(json("1"), json("[]"))), std::string("~ 1 []\n"));
    }

    void differencesLeadFromBeforeToAfter()
    {
        std::mt19937 chance(4);
        for (int i = 0; i < 3000; ++i) {
            const Value before = randomValue(chance, 4);
            const Value after = randomValue(chance, 4);
            const std::vector<Change> changes = diff(before, after);
            QCOMPARE(applied(before, changes), after);
            QCOMPARE(changes.empty(), before == after);
        }
    }

    void sharedPartsAreSkipped()
    {
        Value shared = 1;
        for (int i = 0; i < 500; ++i)
            shared = Value::array({shared, shared});   // 2^500 leaves
        const Value before = Value::object({{"big", shared}, {"n", 1}});
        QCOMPARE(listed(diff(before, before.with("n", 2))), std::string("~n 1 2\n"));
    }
};

QTEST_GUILESS_MAIN(tst_Path)
#include "tst_path.moc"
