// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/variablesmodel.h"

#include "ui/support/rehearsals.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;

class TestVariablesModel : public QObject {
    Q_OBJECT

private slots:
    void tellsWhoSetWhat();
};

void TestVariablesModel::tellsWhoSetWhat()
{
    const auto rehearsal = Rehearsal::start(setupFor(branchingWorkflow())).value();
    rehearsal->run();
    const Execution& execution = *rehearsal->world().find(rehearsal->mainWorkflowId());
    JournalIndex names;
    names.extend(rehearsal->journal());
    VariablesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setValue(execution.variables);
    model.setOrigins(rehearsal->journal(), names, execution.workflowId, rehearsal->position());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ValueTreeModel::KeyColumn).data().toString(), QStringLiteral("score"));
    QCOMPARE(model.index(0, ValueTreeModel::ValueColumn).data().toString(), QStringLiteral("712"));
    QVERIFY(model.index(0, VariablesModel::OriginColumn).data().toString().contains(QStringLiteral("event")));
    model.setOrigins(rehearsal->journal(), names, execution.workflowId, 1);
    QVERIFY(model.index(0, VariablesModel::OriginColumn).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestVariablesModel)
#include "tst_variablesmodel.moc"
