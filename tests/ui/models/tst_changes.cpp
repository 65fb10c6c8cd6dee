// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/changesmodel.h"

#include "ui/support/rehearsals.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void aStepTellsOldAndNew();
    void everythingIsNewAtTheStart();
    void nothingChangedIsEmpty();
    void theWayBackIsTheReverse();
    void theModelGroupsByTask();
};

namespace {

const Execution& executionOf(const World& world)
{
    return *world.find(world.order[0]);
}

}  // namespace

void TestChanges::aStepTellsOldAndNew()
{
    const auto rehearsal = Rehearsal::start(setupFor(loanWorkflow())).value();
    while (rehearsal->world().order.empty() || executionOf(rehearsal->world()).tasks.empty())
        rehearsal->stepForward(StepKind::Event);
    const World before = rehearsal->world();
    rehearsal->stepForward(StepKind::Task);
    const std::vector<StepChange> changes = changesBetween(&executionOf(before), executionOf(rehearsal->world()));
    const auto status = std::find_if(changes.begin(), changes.end(), [](const StepChange& change) { return change.field == Field::TaskStatus; });
    QVERIFY(status != changes.end());
    QCOMPARE(status->reference.str(), std::string("credit_check_task"));
    QCOMPARE(status->kind, ChangeKind::Replaced);
    QCOMPARE(status->after.asInteger(), static_cast<std::int64_t>(TaskStatus::Completed));
    const auto score = std::find_if(changes.begin(), changes.end(), [](const StepChange& change) { return change.path.text() == "credit_score"; });
    QVERIFY(score != changes.end());
    QCOMPARE(score->kind, ChangeKind::Added);
    QCOMPARE(score->after, Value(712));
}

void TestChanges::everythingIsNewAtTheStart()
{
    const auto rehearsal = Rehearsal::start(setupFor(loanWorkflow(), Value::object({{"loan_amount", 5}}))).value();
    rehearsal->stepForward(StepKind::Event);
    const std::vector<StepChange> changes = changesBetween(nullptr, executionOf(rehearsal->world()));
    QVERIFY(!changes.empty());
    for (const StepChange& change : changes)
        QCOMPARE(change.kind, ChangeKind::Added);
}

void TestChanges::nothingChangedIsEmpty()
{
    const auto rehearsal = Rehearsal::start(setupFor(loanWorkflow())).value();
    rehearsal->run();
    const Execution& execution = executionOf(rehearsal->world());
    QVERIFY(changesBetween(&execution, execution).empty());
}

void TestChanges::theWayBackIsTheReverse()
{
    const auto rehearsal = Rehearsal::start(setupFor(loanWorkflow())).value();
    rehearsal->stepForward(StepKind::Task);
    const World first = rehearsal->world();
    rehearsal->stepForward(StepKind::Task);
    const World second = rehearsal->world();
    const auto there = changesBetween(&executionOf(first), executionOf(second));
    const auto back = changesBetween(&executionOf(second), executionOf(first));
    QVERIFY(!there.empty());
    QVERIFY(std::any_of(back.begin(), back.end(), [](const StepChange& change) { return change.kind == ChangeKind::Removed; }));
}

void TestChanges::theModelGroupsByTask()
{
    const auto rehearsal = Rehearsal::start(setupFor(branchingWorkflow())).value();
    rehearsal->stepForward(StepKind::Event);
    const World before = rehearsal->world();
    rehearsal->run();
    ChangesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChanges(changesBetween(&executionOf(before), executionOf(rehearsal->world())), QStringLiteral("branching"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("branching"));
    QStringList groups;
    int rows = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        groups += model.index(row, 0).data().toString();
        rows += model.rowCount(model.index(row, 0));
    }
    QVERIFY(groups.contains(QStringLiteral("bureau")));
    QVERIFY(groups.contains(QStringLiteral("bureau, attempt 2")));
    QCOMPARE(rows, model.changeCount());
    model.setChanges({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
