// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/eventlistmodel.h"

#include "ui/support/rehearsals.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestEventListModel : public QObject {
    Q_OBJECT

private slots:
    void growsWithTheJournal();
    void knowsWhatIsAhead();
    void namesTasksAndAttempts();
    void filtersBookkeepingAndWords();
    void startsAgainWithAnotherJournal();
};

namespace {

std::unique_ptr<Rehearsal> rehearse(WorkflowDefPtr workflow)
{
    return Rehearsal::start(setupFor(std::move(workflow))).value();
}

}  // namespace

void TestEventListModel::growsWithTheJournal()
{
    const auto rehearsal = rehearse(loanWorkflow());
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setJournal(&rehearsal->journal());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    while (rehearsal->stepForward(StepKind::Event).stop == StepReport::Stop::Moved) {
        model.refresh();
        model.setPosition(rehearsal->position());
        QCOMPARE(model.rowCount(), static_cast<int>(rehearsal->journal().size()));
    }
    QCOMPARE(resets.count(), 0);
    QVERIFY(model.rowCount() > 15);
}

void TestEventListModel::knowsWhatIsAhead()
{
    const auto rehearsal = rehearse(loanWorkflow());
    rehearsal->run();
    EventListModel model;
    model.setJournal(&rehearsal->journal());
    model.setPosition(3);
    QVERIFY(model.index(2, 0).data(EventListModel::CurrentRole).toBool());
    QVERIFY(!model.index(2, 0).data(EventListModel::AheadRole).toBool());
    QVERIFY(model.index(3, 0).data(EventListModel::AheadRole).toBool());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setPosition(5);
    QVERIFY(model.index(4, 0).data(EventListModel::CurrentRole).toBool());
    QVERIFY(!model.index(2, 0).data(EventListModel::CurrentRole).toBool());
    QCOMPARE(changes.count(), 1);
    QVERIFY(changes[0][0].toModelIndex().row() <= 2);
    QVERIFY(changes[0][1].toModelIndex().row() >= 4);
}

void TestEventListModel::namesTasksAndAttempts()
{
    const auto rehearsal = rehearse(branchingWorkflow());
    rehearsal->run();
    EventListModel model;
    model.setJournal(&rehearsal->journal());
    QStringList failed;
    QStringList second;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex detail = model.index(row, EventListModel::DetailColumn);
        if (detail.data(EventListModel::KindRole).toInt() == static_cast<int>(EventKind::TaskFailed))
            failed += detail.data(EventListModel::ReferenceRole).toString();
        if (detail.data().toString().contains(QStringLiteral("attempt 2")))
            second += detail.data(EventListModel::ReferenceRole).toString();
    }
    QCOMPARE(failed, QStringList(QStringLiteral("bureau")));
    QVERIFY(second.contains(QStringLiteral("bureau")));
}

void TestEventListModel::filtersBookkeepingAndWords()
{
    const auto rehearsal = rehearse(loanWorkflow());
    rehearsal->run();
    EventListModel model;
    model.setJournal(&rehearsal->journal());
    EventFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setSourceModel(&model);
    const int visible = filter.rowCount();
    QVERIFY(visible < model.rowCount());
    filter.setBookkeepingShown(true);
    QCOMPARE(filter.rowCount(), model.rowCount());
    filter.setBookkeepingShown(false);
    filter.setWords(QStringLiteral("COMPLETED credit"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords({});
    QCOMPARE(filter.rowCount(), visible);
}

void TestEventListModel::startsAgainWithAnotherJournal()
{
    const auto first = rehearse(loanWorkflow());
    const auto second = rehearse(branchingWorkflow());
    first->run();
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setJournal(&first->journal());
    model.setJournal(&second->journal());
    QCOMPARE(model.rowCount(), static_cast<int>(second->journal().size()));
    model.setJournal(nullptr);
    QCOMPARE(model.rowCount(), 0);
    model.refresh();
}

QTEST_GUILESS_MAIN(TestEventListModel)
#include "tst_eventlistmodel.moc"
