// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/applicantmodel.h"

#include "ui/support/fakeservices.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestApplicantModel : public QObject {
    Q_OBJECT

private slots:
    void showsTheDataSet();
    void marksTheChosenOne();
    void findsByWordsAndComparisons();
    void sortsNumbersAsNumbers();
};

void TestApplicantModel::showsTheDataSet()
{
    ApplicantModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.columnCount(), 0);
    model.setDataSet(fakeApplicants(20));
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.columnCount(), 6);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("A-1001"));
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Debt / income"));
    model.setDataSet(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestApplicantModel::marksTheChosenOne()
{
    ApplicantModel model;
    model.setDataSet(fakeApplicants(5));
    model.setChosen(3);
    QVERIFY(model.index(3, 0).data(ApplicantModel::ChosenRole).toBool());
    model.setChosen(1000);
    QVERIFY(!model.index(3, 0).data(ApplicantModel::ChosenRole).toBool());
    QCOMPARE(model.nameOf(1000), QString());
}

void TestApplicantModel::findsByWordsAndComparisons()
{
    ApplicantModel model;
    model.setDataSet(fakeApplicants(240));
    ApplicantFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setSourceModel(&model);
    filter.setQuery(QStringLiteral("a-1007"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setQuery(QStringLiteral("dir>0.4"));
    QVERIFY(filter.rowCount() > 0 && filter.rowCount() < 240);
    for (int row = 0; row < filter.rowCount(); ++row)
        QVERIFY(filter.index(row, 1).data(ApplicantModel::SortRole).toDouble() > 0.4);
    const int byName = filter.rowCount();
    filter.setQuery(QStringLiteral("debt/income>0.4"));   // by its label, in any case, without spaces
    QCOMPARE(filter.rowCount(), byName);
    filter.setQuery(QStringLiteral("dir>0.4 dir<=0.3"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setQuery(QStringLiteral("nosuch>1"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setQuery(QStringLiteral("dir>"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setQuery({});
    QCOMPARE(filter.rowCount(), 240);
}

void TestApplicantModel::sortsNumbersAsNumbers()
{
    ApplicantModel model;
    model.setDataSet(fakeApplicants(240));
    ApplicantFilter filter;
    filter.setSourceModel(&model);
    filter.sort(1, Qt::DescendingOrder);
    double last = 1e9;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const double here = filter.index(row, 1).data(ApplicantModel::SortRole).toDouble();
        QVERIFY(here <= last);
        last = here;
    }
    filter.sort(0);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("A-1001"));
}

QTEST_GUILESS_MAIN(TestApplicantModel)
#include "tst_applicantmodel.moc"
