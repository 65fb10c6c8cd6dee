// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/support/fakeservices.h"
#include "ui/support/shots.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestPerspectives : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void switchesByKeyAndButton();
    void ownsActionsWhileItIsCurrent();
    void keepsWhichOneIsCurrent();
    void oneAloneNeedsNoBar();
    void theDebuggersPanelsAndKeysStayWithIt();

private:
    struct Bench {
        MemorySettings settings;
        QMainWindow window;
        ActionCollection actions;
        QStackedWidget pages;
        QToolBar bar;
        Perspectives perspectives {pages, actions, settings, nullptr};

        void add(const QString& id, Qt::Key key) { perspectives.add({id, id, u"task"_s, QKeySequence(Qt::CTRL | key), {}}, new QWidget); }
    };
};

void TestPerspectives::switchesByKeyAndButton()
{
    Bench bench;
    bench.add(u"debug"_s, Qt::Key_1);
    bench.add(u"monitor"_s, Qt::Key_3);
    bench.perspectives.fillBar(bench.bar);
    bench.window.setCentralWidget(&bench.pages);
    bench.window.addToolBar(&bench.bar);
    bench.window.addActions(bench.actions.actions());
    bench.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bench.window));
    bench.window.activateWindow();
    QSignalSpy changed(&bench.perspectives, &Perspectives::currentChanged);
    QCOMPARE(bench.perspectives.current(), u"debug"_s);
    QTest::keyClick(&bench.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(bench.perspectives.current(), u"monitor"_s);
    auto* button = bench.bar.findChild<QToolButton*>(u"perspective.debugTool"_s);
    QVERIFY(button && !button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.perspectives.current(), u"debug"_s);
    QVERIFY(button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);   // again: stays, and says nothing
    QCOMPARE(bench.perspectives.current(), u"debug"_s);
    QVERIFY(button->isChecked());
    QCOMPARE(changed.count(), 2);
    bench.perspectives.show(u"unknown"_s);
    QCOMPARE(bench.perspectives.current(), u"debug"_s);
    bench.window.takeCentralWidget();
    bench.window.removeToolBar(&bench.bar);
    bench.pages.setParent(nullptr);
    bench.bar.setParent(nullptr);
}

void TestPerspectives::ownsActionsWhileItIsCurrent()
{
    Bench bench;
    bench.add(u"debug"_s, Qt::Key_1);
    bench.add(u"monitor"_s, Qt::Key_3);
    QAction step;
    QAction pause;
    bench.perspectives.own(u"debug"_s, {&step});
    bench.perspectives.own(u"monitor"_s, {&pause});
    QVERIFY(step.isVisible() && !pause.isVisible());
    bench.perspectives.show(u"monitor"_s);
    QVERIFY(!step.isVisible() && pause.isVisible());
}

void TestPerspectives::keepsWhichOneIsCurrent()
{
    MemorySettings settings;
    for (const QString& expected : {u"debug"_s, u"monitor"_s}) {
        ActionCollection actions;
        QStackedWidget pages;
        Perspectives perspectives(pages, actions, settings, nullptr);
        perspectives.add({u"debug"_s, u"a"_s, {}, {}, {}}, new QWidget);
        perspectives.add({u"monitor"_s, u"b"_s, {}, {}, {}}, new QWidget);
        perspectives.restore();
        QCOMPARE(perspectives.current(), expected);
        perspectives.show(u"monitor"_s);
        perspectives.save();
    }
    settings.setValue(u"window/perspective"_s, QByteArray("\xff broken"));
    Bench bench;
    bench.add(u"debug"_s, Qt::Key_1);
    bench.perspectives.restore();
    QCOMPARE(bench.perspectives.current(), u"debug"_s);
}

void TestPerspectives::oneAloneNeedsNoBar()
{
    Bench bench;
    bench.add(u"debug"_s, Qt::Key_1);
    bench.perspectives.fillBar(bench.bar);
    QVERIFY(bench.bar.actions().isEmpty());
}

void TestPerspectives::theDebuggersPanelsAndKeysStayWithIt()
{
    const Services services = fakeServices();
    MemorySettings settings;
    Theme theme;
    MainWindow window(services, settings, theme);
    window.perspectives().add({u"other"_s, u"Other"_s, {}, QKeySequence(Qt::CTRL | Qt::Key_9), {}}, new QWidget);
    window.addAction(window.actions().action(u"perspective.other"_s));
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy idle(&window.opener(), &DocumentOpener::idle);
    window.openSample(u"underwriting"_s);
    QVERIFY(idle.wait());
    QVERIFY(window.docks().dock(u"inspector"_s)->isVisible());
    window.activateWindow();
    QTest::keyClick(&window, Qt::Key_F10);
    const auto position = window.session().position();
    QVERIFY(position > 0);
    QTest::keyClick(&window, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(window.perspectives().current(), u"other"_s);
    QVERIFY(!window.docks().dock(u"inspector"_s)->isVisible());
    QTest::keyClick(&window, Qt::Key_F10);
    QCOMPARE(window.session().position(), position);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(window.docks().dock(u"inspector"_s)->isVisible());
    QTest::keyClick(&window, Qt::Key_F10);
    QVERIFY(window.session().position() > position);
    // What is opened is for the debugger.
    window.perspectives().show(u"other"_s);
    window.openSample(u"branching"_s);
    QVERIFY(idle.wait());
    QCOMPARE(window.perspectives().current(), u"debug"_s);
}

QTEST_MAIN(TestPerspectives)
#include "tst_perspectives.moc"
