// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/jsonview.h"
#include "ui/inspector/valueview.h"
#include "ui/models/journalindex.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/support/rehearsals.h"
#include "ui/support/shots.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestInspector : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void showsWhatIsSelected();
    void showsTheDefinitionOfWhatIsNotReached();
    void copiesValuesPathsAndReferences();
    void filtersTheTree();
    void keepsTheTabTheUserChose();
    void showsTheServersJson();
    void answersAWaitingTask();

private:
    struct Bench {
        SessionController session;
        Selection selection;
        JournalIndex names;
        InspectorPanel panel {session, selection, names};

        explicit Bench(WorkflowDefPtr workflow)
        {
            panel.resize(420, 800);
            panel.show();
            (void)session.start(setupFor(std::move(workflow), Value::object({{"application_id", "A-1"}, {"loan_amount", 5}})));
        }
        template <typename Widget>
        Widget* find(const QString& name)
        {
            return panel.findChild<Widget*>(name);
        }
    };
};

void TestInspector::showsWhatIsSelected()
{
    Bench bench(loanWorkflow());
    QCOMPARE(bench.find<QLabel>(u"inspectorName"_s)->text(), u"underwriting_workflow"_s);
    bench.session.stepTask();
    bench.selection.select(u"credit_check_task"_s);
    QCOMPARE(bench.find<QLabel>(u"inspectorName"_s)->text(), u"credit_check_task"_s);
    QCOMPARE(bench.find<QWidget>(u"inspectorStatus"_s)->accessibleName(), u"Completed"_s);
    const QAbstractItemModel* output = bench.find<QTreeView>(u"outputTree"_s)->model();
    QCOMPARE(output->index(0, 0).data().toString(), u"credit_score"_s);
    QCOMPARE(output->index(0, 1).data().toString(), u"712"_s);
}

void TestInspector::showsTheDefinitionOfWhatIsNotReached()
{
    Bench bench(loanWorkflow());
    bench.selection.select(u"update_state_task"_s);
    QCOMPARE(bench.find<QWidget>(u"inspectorStatus"_s)->accessibleName(), u"Not reached"_s);
    QVERIFY(bench.find<QTreeView>(u"inputTree"_s)->model()->index(0, 1).data().toString().contains(u"workflow.input"_s));
    bench.selection.select(u"no_such_task"_s);
    QCOMPARE(bench.find<QTreeView>(u"inputTree"_s)->model()->rowCount(), 0);
}

void TestInspector::copiesValuesPathsAndReferences()
{
    Bench bench(loanWorkflow());
    bench.session.stepTask();
    bench.selection.select(u"credit_check_task"_s);
    auto* tree = bench.find<QTreeView>(u"outputTree"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    const auto copied = [&](int action) {
        tree->actions().at(action)->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(0), u"712"_s);
    QCOMPARE(copied(1), u"credit_score"_s);
    QCOMPARE(copied(2), u"${credit_check_task.output.credit_score}"_s);
    QCOMPARE(copyText(Value("plain")), u"plain"_s);
    QVERIFY(copyText(Value::object({{"a", 1}})).contains(u"\"a\": 1"_s));
}

void TestInspector::filtersTheTree()
{
    Bench bench(loanWorkflow());
    bench.session.stepTask();
    bench.selection.select(u"credit_check_task"_s);
    auto* tree = bench.find<QTreeView>(u"outputTree"_s);
    const int all = tree->model()->rowCount();
    QTest::keyClicks(bench.find<QLineEdit>(u"outputFilter"_s), u"late_30"_s);
    QCOMPARE(tree->model()->rowCount(), 1);
    QTest::keyClick(bench.find<QLineEdit>(u"outputFilter"_s), Qt::Key_Escape);
    QCOMPARE(tree->model()->rowCount(), all);
}

void TestInspector::keepsTheTabTheUserChose()
{
    Bench bench(loanWorkflow());
    auto* tabs = bench.find<QTabWidget>(u"inspectorTabs"_s);
    bench.session.stepTask();
    bench.selection.select(u"credit_check_task"_s);
    QCOMPARE(tabs->currentIndex(), static_cast<int>(InspectorPanel::Tab::Output));
    bench.panel.showTab(InspectorPanel::Tab::Variables);
    bench.session.stepTask();
    QCOMPARE(tabs->currentIndex(), static_cast<int>(InspectorPanel::Tab::Variables));
    QVERIFY(tabs->tabText(static_cast<int>(InspectorPanel::Tab::Changes)).contains(u'('));
}

void TestInspector::showsTheServersJson()
{
    Bench bench(loanWorkflow());
    bench.session.stepTask();
    bench.selection.select(u"credit_check_task"_s);
    bench.panel.showTab(InspectorPanel::Tab::Json);
    QVERIFY(bench.find<JsonView>(u"jsonView"_s)->text().contains(u"\"referenceTaskName\": \"credit_check_task\""_s));
    bench.selection.selectWorkflow();
    QVERIFY(bench.find<JsonView>(u"jsonView"_s)->text().contains(u"\"workflowId\""_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"jsonCopy"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"workflowId\""_s));
}

void TestInspector::answersAWaitingTask()
{
    Bench bench(waitingWorkflow());
    QSignalSpy stopped(&bench.session, &SessionController::stopped);
    bench.session.run();
    QTRY_VERIFY(!stopped.isEmpty());
    QVERIFY(bench.find<QWidget>(u"answerPanel"_s)->isVisible());
    auto* output = bench.find<QPlainTextEdit>(u"answerOutput"_s);
    auto* button = bench.find<QPushButton>(u"answerButton"_s);
    output->setPlainText(u"{\"worth\": }"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(bench.find<QLabel>(u"answerProblem"_s)->isVisible());
    output->setPlainText(u"[1]"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(bench.session.waitingTask().has_value());
    output->setPlainText(u"{\"worth\": 300000}"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!bench.session.waitingTask().has_value());
    QVERIFY(!bench.find<QWidget>(u"answerPanel"_s)->isVisible());
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
