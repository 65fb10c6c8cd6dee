// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/valuetreemodel.h"

#include "engine/value/json.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;

namespace {

Value json(const char* text)
{
    return parseJson(text).value();
}

QString shown(const ValueTreeModel& model, const char* path, int column = ValueTreeModel::ValueColumn)
{
    return model.indexOf(Path::parse(path).value()).siblingAtColumn(column).data().toString();
}

ValueMark mark(const ValueTreeModel& model, const char* path)
{
    return static_cast<ValueMark>(model.indexOf(Path::parse(path).value()).data(ValueTreeModel::MarkRole).toInt());
}

}  // namespace

class TestValueTreeModel : public QObject {
    Q_OBJECT

private slots:
    void showsNamesValuesAndTypes();
    void keepsTheAuthorsOrder();
    void givesRawValuesAndPaths();
    void marksWhatChanged();
    void showsRemovedPlaces();
    void changesOnlyWhatDiffers();
    void followsReorderedMembers();
    void bearsAnyUpdate_data();
    void bearsAnyUpdate();
    void isFluidWithManyChildren();
    void isDeepWithoutTrouble();
};

void TestValueTreeModel::showsNamesValuesAndTypes()
{
    ValueTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setValue(json(R"({"score": 712, "rate": 6.5, "ok": true, "note": null, "name": "Ann", "list": [1, 2], "deep": {"a": {"b": "c"}}})"));
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(shown(model, "score"), QStringLiteral("712"));
    QCOMPARE(shown(model, "rate"), QStringLiteral("6.5"));
    QCOMPARE(shown(model, "ok"), QStringLiteral("true"));
    QCOMPARE(shown(model, "note"), QStringLiteral("null"));
    QCOMPARE(shown(model, "name"), QStringLiteral("Ann"));
    QCOMPARE(shown(model, "list"), QStringLiteral("[1, 2]"));
    QCOMPARE(shown(model, "deep"), QStringLiteral("{1}"));
    QCOMPARE(shown(model, "deep.a.b"), QStringLiteral("c"));
    QCOMPARE(shown(model, "score", ValueTreeModel::TypeColumn), QStringLiteral("integer"));
    QCOMPARE(shown(model, "rate", ValueTreeModel::TypeColumn), QStringLiteral("decimal"));
}

void TestValueTreeModel::keepsTheAuthorsOrder()
{
    ValueTreeModel model;
    model.setValue(json(R"({"z": 1, "a": 2, "m": 3})"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("z"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("a"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("m"));
}

void TestValueTreeModel::givesRawValuesAndPaths()
{
    ValueTreeModel model;
    model.setValue(json(R"({"a": [{"b c": 1.0}]})"));
    const QModelIndex index = model.indexOf(Path::parse("a[0]['b c']").value());
    QVERIFY(index.isValid());
    QCOMPARE(index.data(ValueTreeModel::ValueRole).value<Value>(), Value(1.0));
    QCOMPARE(index.data(ValueTreeModel::PathRole).toString(), QStringLiteral("a[0]['b c']"));
    QVERIFY(!model.indexOf(Path::parse("a[1]").value()).isValid());
}

void TestValueTreeModel::marksWhatChanged()
{
    ValueTreeModel model;
    model.setValue(json(R"({"same": 1, "other": 2, "new": 3, "in": {"x": 1, "y": 2}})"), json(R"({"same": 1, "other": 1, "in": {"x": 1, "y": 1}})"));
    QCOMPARE(mark(model, "same"), ValueMark::Same);
    QCOMPARE(mark(model, "other"), ValueMark::Replaced);
    QCOMPARE(mark(model, "new"), ValueMark::Added);
    QCOMPARE(mark(model, "in"), ValueMark::Inside);
    QCOMPARE(mark(model, "in.x"), ValueMark::Same);
    QCOMPARE(mark(model, "in.y"), ValueMark::Replaced);
    QCOMPARE(model.indexOf(Path::parse("other").value()).data(ValueTreeModel::BeforeRole).toString(), QStringLiteral("1"));
    QVERIFY(model.hasChanges());
    model.setValue(json(R"({"same": 1})"));
    QVERIFY(!model.hasChanges());
    QCOMPARE(mark(model, "same"), ValueMark::Same);
}

void TestValueTreeModel::showsRemovedPlaces()
{
    ValueTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setValue(json(R"({"list": [1]})"), json(R"({"gone": {"x": 1}, "list": [1, 2]})"));
    QCOMPARE(mark(model, "gone"), ValueMark::Removed);
    QCOMPARE(mark(model, "gone.x"), ValueMark::Removed);
    QCOMPARE(mark(model, "list[1]"), ValueMark::Removed);
    QCOMPARE(shown(model, "list[1]"), QStringLiteral("2"));
}

void TestValueTreeModel::changesOnlyWhatDiffers()
{
    ValueTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setValue(json(R"({"a": {"x": 1}, "b": 2})"));
    const QPersistentModelIndex x = model.indexOf(Path::parse("a.x").value());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.setValue(json(R"({"a": {"x": 5, "y": 6}, "c": 0, "b": 2})"));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 2);
    QCOMPARE(removals.count(), 0);
    QVERIFY(x.isValid());
    QCOMPARE(x.sibling(x.row(), 1).data().toString(), QStringLiteral("5"));
    model.setValue(json(R"({"a": {"y": 6}})"));
    QVERIFY(!x.isValid());
}

void TestValueTreeModel::followsReorderedMembers()
{
    ValueTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setValue(json(R"({"a": 1, "b": 2, "c": 3})"));
    model.setValue(json(R"({"c": 3, "a": 1, "b": 2})"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("c"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("b"));
}

void TestValueTreeModel::bearsAnyUpdate_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QList<QByteArray> values {"{}", "[]", "null", R"({"a": 1})", R"({"a": {"b": [1, 2, {"c": 3}]}})", R"({"a": {"b": [2, {"c": 4}]}, "d": []})",
                                    R"([1, [2, [3]]])", R"([[2], 1])", R"({"d": 1, "a": {"b": {}}})", R"({"b": [[], {}, ""], "a": {"b": [1]}})"};
    for (const QByteArray& before : values) {
        for (const QByteArray& after : values)
            QTest::addRow("%s to %s", before.constData(), after.constData()) << before << after;
    }
}

void TestValueTreeModel::bearsAnyUpdate()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    ValueTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Value first = json(before.constData());
    const Value second = json(after.constData());
    model.setValue(first);
    // Look at everything, so that all rows are made.
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int inner = 0; inner < model.rowCount(model.index(row, 0)); ++inner)
            (void)model.rowCount(model.index(inner, 0, model.index(row, 0)));
    }
    model.setValue(second, first);
    for (const Change& change : diff(first, second)) {
        if (!change.path.steps.empty() && first.type() == second.type())
            QVERIFY2(model.indexOf(change.path).isValid(), change.path.text().c_str());
    }
    model.setValue(first);
    QCOMPARE(model.value(), first);
}

void TestValueTreeModel::isFluidWithManyChildren()
{
    std::vector<Value> items;
    for (int i = 0; i < 10'000; ++i)
        items.push_back(Value::object({{"id", i}, {"name", "item"}}));
    const Value before = Value::object({{"list", Value::array(items)}});
    items[5'000] = Value::object({{"id", -1}, {"name", "item"}});
    const Value after = Value::object({{"list", Value::array(items)}});
    ValueTreeModel model;
    model.setValue(before);
    QCOMPARE(model.rowCount(model.index(0, 0)), 10'000);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QElapsedTimer clock;
    clock.start();
    model.setValue(after, before);
    QCOMPARE(inserts.count(), 0);
    QCOMPARE(mark(model, "list[5000].id"), ValueMark::Replaced);
    // Far above what it takes: only an update in more than linear time fails this.
    QVERIFY(clock.elapsed() < 5'000);
}

void TestValueTreeModel::isDeepWithoutTrouble()
{
    Value deep = 1;
    for (int i = 0; i < 900; ++i)
        deep = Value::array({deep});
    ValueTreeModel model;
    model.setValue(deep);
    QModelIndex index;
    int depth = 0;
    while (model.hasChildren(index)) {
        QCOMPARE(model.rowCount(index), 1);
        index = model.index(0, 0, index);
        ++depth;
    }
    QCOMPARE(depth, 900);
    model.setValue(Value::array({deep}), deep);
}

QTEST_GUILESS_MAIN(TestValueTreeModel)
#include "tst_valuetreemodel.moc"
