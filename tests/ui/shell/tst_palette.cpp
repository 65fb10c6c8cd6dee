// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"
#include "ui/support/shots.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace baton::ui;
using namespace Qt::StringLiterals;

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { baton::test::dressForPictures(false); }
    void narrowsByTheFirstLetter();
    void theBestComesFirst();
    void keysChooseAndClose();
    void saysWhenNothingFits();
};

namespace {

PaletteEntry entry(PaletteEntry::Kind kind, const QString& title, QStringList* done = nullptr, bool enabled = true)
{
    return {kind, title, u"Debug"_s, {}, u"run"_s, enabled, [done, title] {
                if (done)
                    done->append(title);
            }};
}

void fill(PaletteModel& model, QStringList* done = nullptr)
{
    model.addSource(PaletteEntry::Kind::Action, [done](const QString&) {
        return QList<PaletteEntry> {entry(PaletteEntry::Kind::Action, u"Resonance"_s, done), entry(PaletteEntry::Kind::Action, u"Step over"_s, done),
                                    entry(PaletteEntry::Kind::Action, u"Stop"_s, done, false)};
    });
    model.addSource(PaletteEntry::Kind::Task, [done](const QString&) { return QList<PaletteEntry> {entry(PaletteEntry::Kind::Task, u"store_it"_s, done)}; });
}

}  // namespace

void TestPalette::narrowsByTheFirstLetter()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    fill(model);
    model.setQuery({});
    QCOMPARE(model.rowCount(), 4);
    model.setQuery(u"@"_s);
    QCOMPARE(model.rowCount(), 1);
    model.setQuery(u">st"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.entry(99), nullptr);
}

void TestPalette::theBestComesFirst()
{
    PaletteModel model;
    fill(model);
    model.setQuery(u"so"_s);
    QCOMPARE(model.index(0).data().toString(), u"Step over"_s);
    model.setQuery(u"stop"_s);
    QVERIFY(!model.flags(model.index(model.rowCount() - 1)).testFlag(Qt::ItemIsEnabled));
}

void TestPalette::keysChooseAndClose()
{
    QWidget window;
    window.resize(900, 700);
    QStringList done;
    CommandPalette palette(&window);
    fill(palette.model(), &done);
    window.show();
    palette.open();
    QVERIFY(palette.isVisible());
    auto* search = palette.findChild<QLineEdit*>(u"paletteSearch"_s);
    QTest::keyClicks(search, u"step"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(done, QStringList(u"Step over"_s));
    QVERIFY(!palette.isVisible());
    palette.open();
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(palette.findChild<QListView*>(u"paletteList"_s)->currentIndex().row(), 1);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    palette.open(u"Stop"_s);
    QTest::keyClick(search, Qt::Key_End);
    QCOMPARE(done.size(), 1);
}

void TestPalette::saysWhenNothingFits()
{
    QWidget window;
    window.resize(900, 700);
    CommandPalette palette(&window);
    fill(palette.model());
    window.show();
    palette.open(u"zzzz"_s);
    QVERIFY(palette.findChild<QLabel*>(u"paletteNone"_s)->isVisible());
    QTest::keyClick(palette.findChild<QLineEdit*>(u"paletteSearch"_s), Qt::Key_Return);
    QVERIFY(palette.isVisible());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
