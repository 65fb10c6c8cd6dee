// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"
#include "ui/kit/banner.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/start/recentfiles.h"
#include "ui/support/fakeservices.h"
#include "ui/support/shots.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void shortcutsAreUnique();
    void everyActionIsInThePaletteAndHasWords();
    void controlsHaveNames();
    void keysStepBothWays();
    void aClickInTheGraphSelectsEverywhere();
    void runsToTheSelectedTask();
    void anErrorLosesNothing();
    void dropsOpenFiles();
    void layoutIsKept();
    void aBrokenLayoutFallsBack();
    void panelsHaveKeys();
    void themeSwitchesLive();
    void closesAndOpensAgain();
    void anotherApplicantStartsAfresh();
    void survivesWithoutServices();

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
            window->resize(1280, 800);
            window->show();
            (void)QTest::qWaitForWindowExposed(window.get());
        }
        void open(const QString& sample)
        {
            QSignalSpy idle(&window->opener(), &DocumentOpener::idle);
            window->openSample(sample);
            QVERIFY(idle.wait());
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(window.get(), key, modifiers); }
        template <typename Widget>
        Widget* find(const QString& name)
        {
            return window->findChild<Widget*>(name);
        }
    };
};

void TestMainWindow::shortcutsAreUnique()
{
    Bench bench;
    Perspectives& perspectives = bench.window->perspectives();
    for (const QAction* perspective : perspectives.actions()) {
        perspectives.show(perspective->objectName().section(u'.', 1));
        QSet<QString> seen;
        for (const QAction* action : bench.window->actions().actions()) {
            if (!action->isVisible())
                continue;   // belongs to another perspective: its keys are not heard
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString() + u" "_s + action->objectName()));
                seen.insert(keys.toString());
            }
        }
        for (const char* keys : {"Ctrl+K", "Ctrl+O"})
            QVERIFY2(seen.contains(QLatin1String(keys)), keys);
        if (perspectives.current() != "debug"_L1)
            continue;
        for (const char* keys : {"F5", "Shift+F5", "F10", "F11", "Shift+F11", "Shift+F10", "Alt+F10", "Alt+F11", "Ctrl+F10", "Ctrl+F"})
            QVERIFY2(seen.contains(QLatin1String(keys)), keys);
    }
}

void TestMainWindow::everyActionIsInThePaletteAndHasWords()
{
    Bench bench;
    QVERIFY(bench.window->actions().actions().size() > 30);
    for (const QAction* action : bench.window->actions().actions()) {
        QVERIFY2(!ActionCollection::plainText(action).isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!ActionCollection::category(action).isEmpty(), qPrintable(action->objectName()));
    }
    bench.press(Qt::Key_K, Qt::ControlModifier);
    auto* search = bench.find<QLineEdit>(u"paletteSearch"_s);
    QVERIFY(search->isVisible());
    QTest::keyClicks(search, u">about"_s);
    QCOMPARE(bench.find<QAbstractItemView>(u"paletteList"_s)->model()->index(0, 0).data().toString(), u"About Baton"_s);
}

void TestMainWindow::controlsHaveNames()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    const auto check = [](const QWidget* widget) {
        const QString who = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(u"no accessible name: "_s + who));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(u"no object name: "_s + who));
    };
    for (const QWidget* widget : bench.window->findChildren<QAbstractButton*>()) {
        if (widget->parentWidget()->inherits("QLineEdit") || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTableCornerButton")
            || widget->parentWidget()->inherits("QTabBar") || widget->objectName() == "ScrollLeftButton"_L1 || widget->objectName() == "ScrollRightButton"_L1)
            continue;
        if (widget->isHidden())   // a button without an action
            continue;
        check(widget);
    }
    for (const QWidget* widget : bench.window->findChildren<QLineEdit*>())
        check(widget->parentWidget()->inherits("QAbstractSpinBox") ? widget->parentWidget() : widget);
    for (const QWidget* widget : bench.window->findChildren<QComboBox*>())
        check(widget);
}

void TestMainWindow::keysStepBothWays()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    SessionController& session = bench.window->session();
    QCOMPARE(session.position(), std::size_t {1});
    bench.press(Qt::Key_F10);
    const std::size_t afterTask = session.position();
    QVERIFY(afterTask > 2);
    QCOMPARE(bench.window->selection().reference(), u"credit_check_task"_s);
    bench.press(Qt::Key_F11);
    QVERIFY(session.position() > afterTask);
    bench.press(Qt::Key_F11, Qt::AltModifier);
    bench.press(Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(session.position() < afterTask);
    QSignalSpy stopped(&session, &SessionController::stopped);
    bench.press(Qt::Key_F5);
    QTRY_VERIFY(!stopped.isEmpty() && !session.isRunning());
    QCOMPARE(session.execution()->status, WorkflowStatus::Completed);
    QCOMPARE(bench.find<QLabel>(u"positionLabel"_s)->text(), u"Event %1 of %1"_s.arg(session.length()));
    bench.press(Qt::Key_F5, Qt::ShiftModifier);
    QCOMPARE(session.position(), std::size_t {0});
}

void TestMainWindow::aClickInTheGraphSelectsEverywhere()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.press(Qt::Key_F10);
    bench.press(Qt::Key_F10);
    auto* graph = bench.find<GraphView>(u"graphView"_s);
    QTest::mouseClick(graph, Qt::LeftButton, {}, graph->rectOf(u"credit_check_task"_s).center().toPoint());
    QCOMPARE(bench.window->selection().reference(), u"credit_check_task"_s);
    QCOMPARE(bench.find<QLabel>(u"inspectorName"_s)->text(), u"credit_check_task"_s);
    auto* tasks = bench.find<QAbstractItemView>(u"taskTree"_s);
    QCOMPARE(tasks->currentIndex().siblingAtColumn(0).data().toString(), u"credit_check_task"_s);
    tasks->setCurrentIndex(tasks->model()->index(1, 0));
    QCOMPARE(graph->selected(), u"income_verification_task"_s);
}

void TestMainWindow::runsToTheSelectedTask()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.window->selection().select(u"underwriting_decision_task"_s);
    QSignalSpy stopped(&bench.window->session(), &SessionController::stopped);
    bench.press(Qt::Key_F10, Qt::ControlModifier);
    QTRY_VERIFY(!stopped.isEmpty());
    const TaskRun* task = bench.window->session().execution()->latest("underwriting_decision_task");
    QVERIFY(task);
    QCOMPARE(task->status, TaskStatus::Scheduled);
}

void TestMainWindow::anErrorLosesNothing()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.press(Qt::Key_F10);
    const std::size_t position = bench.window->session().position();
    QSignalSpy idle(&bench.window->opener(), &DocumentOpener::idle);
    bench.window->openFile(u"broken.json"_s);
    QVERIFY(idle.wait());
    auto* banner = bench.find<Banner>(u"banner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->content().where, u"broken.json:7:12"_s);
    QVERIFY(!banner->content().hint.isEmpty());
    QCOMPARE(bench.window->session().position(), position);
    QTest::mouseClick(bench.find<QAbstractButton>(u"bannerClose"_s), Qt::LeftButton);
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::dropsOpenFiles()
{
    Bench bench;
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/data/flow.json"_s)});
    QSignalSpy idle(&bench.window->opener(), &DocumentOpener::idle);
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &drop);
    QVERIFY(idle.wait());
    QCOMPARE(bench.window->document()->path, std::string("/data/flow.json"));
    QCOMPARE(bench.window->findChild<RecentFiles*>()->paths().first(), u"/data/flow.json"_s);
}

void TestMainWindow::layoutIsKept()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.window->docks().dock(u"tasks"_s)->hide();
    bench.window->close();
    bench.make();
    bench.open(u"underwriting"_s);
    QVERIFY(!bench.window->docks().dock(u"tasks"_s)->isVisible());
    QVERIFY(bench.window->docks().dock(u"events"_s)->isVisible());
    bench.window->actions().action(u"view.resetLayout"_s)->trigger();
    QVERIFY(bench.window->docks().dock(u"tasks"_s)->isVisible());
}

void TestMainWindow::aBrokenLayoutFallsBack()
{
    Bench bench;
    bench.window.reset();
    bench.settings.setValue(u"window/layout"_s, QByteArray("\x01garbage"));
    bench.settings.setValue(u"window/geometry"_s, QByteArray("no geometry"));
    bench.settings.setValue(u"window/theme"_s, 42);
    bench.make();
    bench.open(u"underwriting"_s);
    for (const char* id : {"applicants", "inspector", "timeline", "events", "tasks"})
        QVERIFY2(bench.window->docks().dock(QLatin1String(id))->isVisible(), id);
}

void TestMainWindow::panelsHaveKeys()
{
    Bench bench;
    QVERIFY(!bench.window->docks().dock(u"inspector"_s)->isVisible());   // the start page stands alone
    bench.open(u"underwriting"_s);
    bench.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(!bench.window->docks().dock(u"inspector"_s)->isVisible());
    bench.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(bench.window->docks().dock(u"inspector"_s)->isVisible());
}

void TestMainWindow::themeSwitchesLive()
{
    Bench bench;
    bench.window->actions().action(u"theme.dark"_s)->trigger();
    QVERIFY(tokensFor(bench.window.get()).dark);
    QCOMPARE(bench.settings.value(u"window/theme"_s).toString(), u"dark"_s);
    bench.window->actions().action(u"theme.light"_s)->trigger();
    QVERIFY(!tokensFor(bench.window.get()).dark);
}

void TestMainWindow::closesAndOpensAgain()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.press(Qt::Key_F10);
    bench.press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!bench.window->session().isOpen());
    QVERIFY(bench.find<QWidget>(u"startPage"_s)->isVisible());
    bench.open(u"branching"_s);
    QCOMPARE(bench.find<QLabel>(u"workflowName"_s)->text(), u"branching"_s);
    bench.open(u"underwriting"_s);
    QCOMPARE(bench.window->session().position(), std::size_t {1});
}

void TestMainWindow::anotherApplicantStartsAfresh()
{
    Bench bench;
    bench.open(u"underwriting"_s);
    bench.press(Qt::Key_F10);
    bench.window->rehearse({7, "cautious", {}});
    QCOMPARE(bench.window->session().position(), std::size_t {1});
    QCOMPARE(bench.find<QLabel>(u"caseLabel"_s)->text(), QString::fromUtf8("Applicant A-1008 \u00b7 policy cautious"));
    QCOMPARE(bench.window->session().execution()->input["application_id"].toText().str(), std::string("A-1008"));
}

void TestMainWindow::survivesWithoutServices()
{
    Bench bench;
    bench.window.reset();
    bench.services = {};
    bench.make();
    QSignalSpy idle(&bench.window->opener(), &DocumentOpener::idle);
    bench.window->openFile(u"/data/a.json"_s);
    QVERIFY(idle.wait());
    QVERIFY(bench.find<Banner>(u"banner"_s)->isVisible());
    for (QAction* action : bench.window->actions().actions()) {
        if (action->objectName().startsWith(u"debug."_s))
            action->trigger();
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
