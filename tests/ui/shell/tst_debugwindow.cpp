// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/bundle.h"
#include "engine/journal/journalfile.h"
#include "engine/model/codec.h"
#include "ui/debugger/branchespanel.h"
#include "ui/debugger/breakpointspanel.h"
#include "ui/debugger/comparisonpanel.h"
#include "ui/debugger/debuggerpanel.h"
#include "ui/debugger/notespanel.h"
#include "ui/debugger/originspanel.h"
#include "ui/debugger/watchespanel.h"
#include "ui/graph/graphview.h"
#include "ui/kit/banner.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/shell/debuggerdesk.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionkeeper.h"
#include "ui/support/fakeservices.h"
#include "ui/support/rehearsals.h"
#include "ui/support/shots.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// Debugging sessions in the window, with real keys.
class TestDebugWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void aWholeSessionByKeyboard();
    void conditionsWatchesAndNotes();
    void whereAValueCameFrom();
    void whyABranchWasNotTaken();
    void anExecutionOpensAndGoesOn();
    void breakpointsStayForTheNextDay();
    void aCrashLosesNothing();
    void pictures_data();
    void pictures();

private:
    struct Bench {
        Services services = fakeServices();
        MemorySettings settings;
        Theme theme;
        std::unique_ptr<MainWindow> window;

        Bench() { make(); }
        void make()
        {
            window = std::make_unique<MainWindow>(services, settings, theme);
            window->resize(1440, 900);
            window->show();
            (void)QTest::qWaitForWindowExposed(window.get());
        }
        void open(const QString& sample)
        {
            QSignalSpy idle(&window->opener(), &DocumentOpener::idle);
            window->openSample(sample);
            QVERIFY(idle.wait());
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            window->activateWindow();   // a dialog that has closed may have left nobody active
            (void)QTest::qWaitForWindowActive(window.get());
            QTest::keyClick(window.get(), key, modifiers);
        }
        void run()
        {
            QSignalSpy stopped(&session(), &SessionController::stopped);
            press(Qt::Key_F5);
            QVERIFY(!stopped.isEmpty() || stopped.wait());
        }
        SessionController& session() { return window->session(); }
        DebuggerPanel& panel() { return window->desk().panel(); }
        template <typename Widget>
        Widget* find(const QString& name)
        {
            return window->findChild<Widget*>(name);
        }
        /// The current place: "TaskScheduled by_score".
        QString here()
        {
            if (session().position() == 0)
                return u"start"_s;
            const Event& event = session().journal()->event(session().position() - 1);
            const Execution* execution = session().world()->find(event.workflowId);
            const TaskRun* task = execution && event.slot != kNoTask ? execution->task(event.slot) : nullptr;
            return QString::fromStdString(std::string(toText(event.kind)) + (task ? " " + task->referenceTaskName.str() : ""));
        }
        void type(const QString& lineName, const QString& text)
        {
            auto* line = find<QLineEdit>(lineName);
            QVERIFY(line);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Return);
        }
    };
};

void TestDebugWindow::aWholeSessionByKeyboard()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.window->selection().select(u"tell"_s);
    bench.press(Qt::Key_F9);
    QCOMPARE(bench.session().breakpoints().all().size(), std::size_t {1});
    bench.run();
    QCOMPARE(bench.session().lastReport().stop, StepReport::Stop::Breakpoint);
    QVERIFY(!bench.session().execution()->latest("tell"));
    const std::size_t before = bench.session().position();
    bench.press(Qt::Key_F10);
    QCOMPARE(bench.here(), u"TaskCompleted tell"_s);
    bench.press(Qt::Key_F5, Qt::AltModifier);   // back to the breakpoint
    QCOMPARE(bench.session().position(), before);
    bench.press(Qt::Key_F10, Qt::AltModifier);
    QVERIFY(bench.session().position() < before);

    // What if the bureau had said "poor"? The edit is a branch, run on its own.
    bench.window->selection().select(u"bureau"_s);
    bench.window->actions().action(u"debug.editOutput"_s)->trigger();
    auto* dialog = bench.window->findChild<QDialog*>(u"jsonDialog"_s);
    QVERIFY(dialog);
    auto* text = dialog->findChild<QPlainTextEdit*>(u"jsonText"_s);
    text->setPlainText(u"{ \"credit_score_range\": "_s);
    auto* ok = dialog->findChild<QAbstractButton*>(u"jsonOkButton"_s);
    QTest::keyClick(ok, Qt::Key_Space);
    QVERIFY(!dialog->findChild<QLabel*>(u"jsonProblem"_s)->text().isEmpty());
    text->setPlainText(u"{\"credit_score_range\": \"poor\", \"credit_score\": 540}"_s);
    QTest::keyClick(ok, Qt::Key_Space);
    QCOMPARE(bench.session().branches()->all().size(), std::size_t {2});
    bench.run();
    QCOMPARE(bench.session().lastReport().stop, StepReport::Stop::Breakpoint);
    bench.run();
    QVERIFY(bench.session().execution()->latest("decline"));

    // The first cause is named, and marked in the graph.
    bench.panel().comparison().compare(1, 2);
    const Comparison& comparison = bench.panel().comparison().comparison();
    QCOMPARE(comparison.tasks[comparison.differences[comparison.cause].task].name, Text("bureau"));
    QVERIFY(bench.panel().comparison().differing().contains(u"by_score"_s));
    bench.session().chooseBranch(1);
    QVERIFY(!bench.session().execution()->latest("decline"));
    bench.window->actions().action(u"debug.faultTerminal"_s)->trigger();
    QCOMPARE(bench.session().branches()->all().size(), std::size_t {3});
    bench.press(Qt::Key_F9);
    bench.session().chooseBranch(2);
    QVERIFY(bench.session().removeBranch(3).ok());
    QCOMPARE(bench.session().branches()->all().size(), std::size_t {2});
}

void TestDebugWindow::conditionsWatchesAndNotes()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.window->docks().reveal(u"debugger"_s);
    bench.panel().showTab(DebuggerPanel::Tab::Breakpoints);
    bench.type(u"breakpointsLine"_s, u"bureau.output.credit_score > "_s);
    QVERIFY(!bench.find<QLabel>(u"breakpointsProblem"_s)->text().isEmpty());
    bench.type(u"breakpointsLine"_s, u"bureau.output.credit_score > 700"_s);
    QCOMPARE(bench.session().breakpoints().all().size(), std::size_t {1});
    bench.panel().showTab(DebuggerPanel::Tab::Watches);
    bench.type(u"watchesLine"_s, u"bureau.output.credit_score"_s);
    bench.run();
    QCOMPARE(bench.here(), u"TaskCompleted bureau"_s);
    const QAbstractItemModel* watches = bench.panel().watches().tree().model();
    QCOMPARE(watches->index(0, 1).data().toString(), u"712"_s);
    bench.panel().showTab(DebuggerPanel::Tab::Notes);
    bench.type(u"notesLine"_s, u"here the bureau answered"_s);
    bench.run();
    bench.press(Qt::Key_Left, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(bench.here(), u"TaskCompleted bureau"_s);
    // Space switches the breakpoint off, Delete takes it away.
    bench.panel().showTab(DebuggerPanel::Tab::Breakpoints);
    RowTree& tree = bench.panel().breakpoints().tree();
    tree.setCurrentIndex(tree.model()->index(0, 0));
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_Space);
    QVERIFY(!bench.session().breakpoints().all().front().enabled);
    QTest::keyClick(&tree, Qt::Key_Delete);
    QVERIFY(bench.session().breakpoints().all().empty());
}

void TestDebugWindow::whereAValueCameFrom()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.run();
    bench.panel().showTab(DebuggerPanel::Tab::Origins);
    bench.type(u"originsLine"_s, u"tell.input.score"_s);
    const auto& steps = bench.panel().origins().steps();
    QVERIFY(steps.size() >= 4);
    QCOMPARE(describe(steps[1].at, *bench.session().world()), std::string("workflow.variables.score"));
    QCOMPARE(describe(steps[3].at, *bench.session().world()), std::string("bureau.output.credit_score"));
    // Return goes to the moment the value came about.
    bench.panel().origins().select(QVariant::fromValue(qulonglong {3}));
    QTest::keyClick(&bench.panel().origins().tree(), Qt::Key_Return);
    QCOMPARE(bench.here(), u"TaskCompleted bureau"_s);
    bench.type(u"originsLine"_s, u"nobody.output.x"_s);
    QVERIFY(!bench.find<QLabel>(u"originsProblem"_s)->text().isEmpty());
}

void TestDebugWindow::whyABranchWasNotTaken()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.run();
    const auto* why = bench.find<QLabel>(u"inspectorWhy"_s);
    bench.window->selection().select(u"decline"_s);
    QVERIFY2(why->text().contains(u"by_score"_s) && why->text().contains(u"poor"_s), qPrintable(why->text()));
    bench.window->selection().select(u"by_score"_s);
    QVERIFY2(why->text().contains(u"approve"_s), qPrintable(why->text()));
    Bench waiting;
    waiting.open(u"waiting"_s);
    waiting.run();
    waiting.window->selection().select(u"appraise_house"_s);
    QVERIFY2(waiting.find<QLabel>(u"inspectorWhy"_s)->text().contains(u"appraise"_s), qPrintable(waiting.find<QLabel>(u"inspectorWhy"_s)->text()));
}

void TestDebugWindow::anExecutionOpensAndGoesOn()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.run();
    auto record = std::make_shared<MemoryJournal>();
    for (std::size_t i = 0; i < bench.session().length(); ++i)
        record->append(bench.session().journal()->share(i));
    bench.services.openText = [record](const std::string&, const DocumentPtr&) -> Result<Document> {
        Document document;
        document.title = "a production run";
        document.workflow = branchingWorkflow();
        document.record = record;
        return document;
    };
    QSignalSpy idle(&bench.window->opener(), &DocumentOpener::idle);
    bench.window->opener().openText(u"{}"_s);
    QVERIFY(idle.wait());
    QCOMPARE(bench.session().position(), record->size());
    QCOMPARE(bench.session().execution()->status, WorkflowStatus::Completed);
    bench.press(Qt::Key_F10, Qt::AltModifier);
    bench.window->selection().select(u"bureau"_s);
    bench.window->actions().action(u"debug.faultTerminal"_s)->trigger();
    bench.run();
    QCOMPARE(bench.session().execution()->status, WorkflowStatus::Failed);
}

void TestDebugWindow::breakpointsStayForTheNextDay()
{
    Bench bench;
    bench.open(u"branching"_s);
    bench.window->selection().select(u"tell"_s);
    bench.press(Qt::Key_F9);
    bench.open(u"underwriting"_s);
    QCOMPARE(bench.session().breakpoints().all().size(), std::size_t {1});
    bench.make();
    QCOMPARE(bench.session().breakpoints().all().size(), std::size_t {1});
    bench.settings.setValue(u"debugger/breakpoints"_s, u"[{broken"_s);
    bench.make();
    QVERIFY(bench.session().breakpoints().all().empty());
}

void TestDebugWindow::aCrashLosesNothing()
{
    QTemporaryDir folder;
    {
        // What a program that was killed leaves behind: its file, and no lock.
        SessionController session;
        QVERIFY(session.start(setupFor(branchingWorkflow())).ok());
        session.stepTask();
        session.stepTask();
        QVERIFY(saveJournal(*session.journal(), folder.filePath(u"session-1.journal"_s).toStdString()).ok());
    }
    Bench bench;
    bench.services.sessionFolder = folder.path().toStdString();
    QString opened;
    bench.services.openFile = [&opened](const std::string& path, const DocumentPtr&) -> Result<Document> {
        auto loaded = loadJournal(path);
        if (!loaded)
            return loaded.error();
        Document document;
        document.workflow = branchingWorkflow();
        document.path = path;
        document.record = std::make_shared<const MemoryJournal>(std::move(loaded->journal));
        return document;
    };
    bench.make();
    QAction* restore = bench.window->findChild<QAction*>(u"restoreSession"_s);
    QVERIFY(restore);
    QSignalSpy idle(&bench.window->opener(), &DocumentOpener::idle);
    restore->trigger();
    QVERIFY(idle.wait());
    QVERIFY(bench.session().length() > 3);
    QVERIFY(!QFile::exists(folder.filePath(u"session-1.journal"_s)));
    // What happens now is kept at once, cut lines and all, and goes when the window is closed in good order.
    bench.session().stepBackEvent();
    bench.window->findChild<SessionKeeper*>()->keep();
    const QStringList kept = QDir(folder.path()).entryList({u"session-*.journal"_s});
    QCOMPARE(kept.size(), 1);
    const auto read = loadJournal(folder.filePath(kept.first()).toStdString());
    QVERIFY(read.ok());
    QCOMPARE(read->journal.size(), bench.session().length());
    bench.window.reset();
    QVERIFY(QDir(folder.path()).entryList({u"session-*.journal"_s}).isEmpty());
}

void TestDebugWindow::pictures_data()
{
    QTest::addColumn<int>("tab");
    for (const char* theme : {"light", "dark"}) {
        const auto row = [&](const char* name, DebuggerPanel::Tab tab) { QTest::addRow("%s-%s", name, theme) << static_cast<int>(tab); };
        row("breakpoints", DebuggerPanel::Tab::Breakpoints);
        row("watches", DebuggerPanel::Tab::Watches);
        row("origins", DebuggerPanel::Tab::Origins);
        row("branches", DebuggerPanel::Tab::Branches);
        row("differences", DebuggerPanel::Tab::Differences);
        row("notes", DebuggerPanel::Tab::Notes);
    }
}

/// The debugger's panel with a session behind it. Look at them when they change.
void TestDebugWindow::pictures()
{
    QFETCH(int, tab);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    dressForPictures(name.endsWith(u"dark"_s));
    Bench bench;
    bench.open(u"branching"_s);
    Breakpoint logging;
    logging.at = BreakAt::Change;
    logging.expression = "workflow.variables.score";
    logging.log = "score is ${workflow.variables.score}";
    QVERIFY(bench.session().addBreakpoint(logging).ok());
    bench.session().toggleBreakpoint(u"tell"_s);
    for (const char* expression : {"bureau.output.credit_score", "workflow.variables.score", "tell.status"})
        bench.panel().watches().watch(QString::fromLatin1(expression));
    bench.run();
    bench.session().setNotes({{5, "Both checks run side by side"}, {bench.session().position(), "The score decides"}});
    const TaskSlot bureau = *bench.session().execution()->latestByReference.find(Text("bureau"));
    QVERIFY(bench.session().branchOff(edit::Output {bureau, Value::object({{"credit_score_range", "poor"}, {"credit_score", 540}})}, "poor score").ok());
    bench.run();
    bench.panel().comparison().compare(1, 2);
    bench.panel().origins().ask(u"remember.input.score"_s);
    bench.window->selection().select(u"by_score"_s);
    bench.panel().showTab(static_cast<DebuggerPanel::Tab>(tab));
    bench.panel().setFocus();
    // The graph glides to the current task; several looks in a row at the same place mean it has arrived.
    QPointF place;
    int looks = 0;
    const auto hasArrived = [&, graph = bench.window->findChild<GraphView*>(u"graphView"_s)] {
        const QPointF now = graph->camera().origin;
        looks = std::exchange(place, now) == now ? looks + 1 : 0;
        return looks >= 8;
    };
    QTRY_VERIFY(hasArrived());
    const QString problem = compareShot(*bench.window, u"debugger-"_s + name);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_MAIN(TestDebugWindow)
#include "tst_debugwindow.moc"
