// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/fuzzy.h"

#include <QTest>

using namespace baton::ui;
using namespace Qt::StringLiterals;

class TestFuzzy : public QObject {
    Q_OBJECT

private slots:
    void findsLettersInOrder();
    void prefersStartsOfWordsAndRuns();
    void tellsWhichLettersMatched();
};

void TestFuzzy::findsLettersInOrder()
{
    QVERIFY(fuzzyScore(u"sto", u"Step over") >= 0);
    QVERIFY(fuzzyScore(u"STEP", u"Step over") >= 0);
    QVERIFY(fuzzyScore(u"ovst", u"Step over") < 0);
    QCOMPARE(fuzzyScore(u"", u"anything"), 0);
    QVERIFY(fuzzyScore(u"a", u"") < 0);
}

void TestFuzzy::prefersStartsOfWordsAndRuns()
{
    QVERIFY(fuzzyScore(u"so", u"Step over") > fuzzyScore(u"so", u"Resonance"));
    QVERIFY(fuzzyScore(u"step", u"Step over") > fuzzyScore(u"step", u"Set up the top"));
    QVERIFY(fuzzyScore(u"cct", u"credit_check_task") > fuzzyScore(u"cct", u"accounts and tasks"));
    QVERIFY(fuzzyScore(u"run", u"Run") > fuzzyScore(u"run", u"Run to the selected task"));
}

void TestFuzzy::tellsWhichLettersMatched()
{
    QCOMPARE(fuzzyPlaces(u"so", u"Step over"), (QList<int> {0, 5}));
    QCOMPARE(fuzzyPlaces(u"zz", u"Step over"), QList<int>());
}

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
