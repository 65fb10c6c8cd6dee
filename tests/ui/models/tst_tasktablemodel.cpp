// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/tasktablemodel.h"

#include "ui/support/rehearsals.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestTaskTableModel : public QObject {
    Q_OBJECT

private slots:
    void showsEveryAttempt();
    void followsStepsBothWays();
    void marksWhatTheStepTouched();
    void isEmptyWithoutExecution();
};

namespace {

const Execution* executionOf(const Rehearsal& rehearsal)
{
    return rehearsal.world().find(rehearsal.mainWorkflowId());
}

}  // namespace

void TestTaskTableModel::showsEveryAttempt()
{
    const auto rehearsal = Rehearsal::start(setupFor(branchingWorkflow())).value();
    rehearsal->run();
    TaskTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setExecution(executionOf(*rehearsal), nullptr, rehearsal->world().now);
    QStringList bureau;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == QStringLiteral("bureau"))
            bureau += model.index(row, TaskTableModel::AttemptColumn).data().toString() + u' ' + model.index(row, TaskTableModel::StatusColumn).data().toString();
    }
    QCOMPARE(bureau, (QStringList {QStringLiteral("1 Failed"), QStringLiteral("2 Completed")}));
    QVERIFY(!model.hasIterations());
}

void TestTaskTableModel::followsStepsBothWays()
{
    const auto rehearsal = Rehearsal::start(setupFor(branchingWorkflow())).value();
    TaskTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QList<int> rows;
    const auto show = [&] { model.setExecution(executionOf(*rehearsal), nullptr, rehearsal->world().now); };
    do {
        show();
        rows += model.rowCount();
    } while (rehearsal->stepForward(StepKind::Event).stop == StepReport::Stop::Moved);
    show();
    QVERIFY(rows.last() >= 7);
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        rehearsal->stepBack(StepKind::Event);
        show();
    }
    rehearsal->reset();
    show();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestTaskTableModel::marksWhatTheStepTouched()
{
    const auto rehearsal = Rehearsal::start(setupFor(loanWorkflow())).value();
    rehearsal->stepForward(StepKind::Task);
    const World before = rehearsal->world();
    rehearsal->stepForward(StepKind::Task);
    TaskTableModel model;
    model.setExecution(executionOf(*rehearsal), before.find(rehearsal->mainWorkflowId()), rehearsal->world().now);
    QVERIFY(model.index(model.rowCount() - 1, 0).data(TaskTableModel::ChangedRole).toBool());
    const TaskSlot slot = model.index(0, 0).data(TaskTableModel::SlotRole).toUInt();
    QCOMPARE(model.rowOf(slot), 0);
    QCOMPARE(model.rowOf(kNoTask), -1);
}

void TestTaskTableModel::isEmptyWithoutExecution()
{
    TaskTableModel model;
    model.setExecution(nullptr, nullptr, 0);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTaskTableModel)
#include "tst_tasktablemodel.moc"
