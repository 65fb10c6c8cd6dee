// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/definitionpage.h"
#include "ui/graph/graphview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/shell/docks.h"
#include "ui/shell/documentopener.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/start/recentfiles.h"
#include "ui/support/fakeservices.h"
#include "ui/support/shots.h"

#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// Pictures of the whole window, light and dark. Look at them when they change.
class TestWindowShots : public QObject {
    Q_OBJECT

private slots:
    void window_data();
    void window();
};

/// What a picture shows beyond the steps made.
void dress(MainWindow& window, const QString& what)
{
    if (what == "palette"_L1) {
        window.actions().action(u"view.palette"_s)->trigger();
        window.findChild<QLineEdit*>(u"paletteSearch"_s)->setText(u"ste"_s);
    } else if (what == "json"_L1) {
        window.findChild<InspectorPanel*>()->showTab(InspectorPanel::Tab::Json);
    } else if (what == "changes"_L1) {
        window.findChild<InspectorPanel*>()->showTab(InspectorPanel::Tab::Changes);
    } else if (what == "problems"_L1) {
        window.docks().reveal(u"problems"_s);
    } else if (what == "error"_L1) {
        window.openFile(u"broken.json"_s);
    } else if (what == "definition"_L1) {
        auto& checker = window.findChild<DefinitionPage*>()->checker();
        QSignalSpy checked(&checker, &DefinitionChecker::checked);
        window.perspectives().show(u"definition"_s);
        auto& editor = window.findChild<DefinitionPage*>()->editor();
        editor.replaceText(editor.text().replace(u"\"FORK_JOIN\""_s, u"\"FORK\""_s));
        checker.checkNow();
        QVERIFY(checked.wait());
        window.findChild<DefinitionPage*>()->showTask(u"checks"_s);
    } else if (what == "start"_L1) {
        for (const char* file : {"loans/underwriting_v2.json", "loans/hmda-boston.csv", "workflows/claims.json"})
            window.findChild<RecentFiles*>()->add(QDir::homePath() + u'/' + QLatin1String(file));
    }
}

void TestWindowShots::window_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<int>("steps");
    for (const char* theme : {"light", "dark"}) {
        const auto row = [&](const char* name, const char* sample, int steps) {
            QTest::addRow("%s-%s", name, theme) << QString::fromLatin1(sample) << steps;
        };
        row("start", "", 0);
        row("opened", "underwriting", 0);
        row("decided", "underwriting", 4);
        row("retried", "branching", 3);
        row("waiting", "waiting", 2);
        row("palette", "underwriting", 2);
        row("json", "underwriting", 3);
        row("changes", "underwriting", 3);
        row("problems", "underwriting", 1);
        row("error", "underwriting", 2);
        row("definition", "branching", 1);
    }
}

void TestWindowShots::window()
{
    QFETCH(QString, sample);
    QFETCH(int, steps);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    dressForPictures(name.endsWith(u"dark"_s));
    const Services services = fakeServices();
    MemorySettings settings;
    Theme theme;
    MainWindow window(services, settings, theme);
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    if (!sample.isEmpty()) {
        QSignalSpy idle(&window.opener(), &DocumentOpener::idle);
        window.openSample(sample);
        QVERIFY(idle.wait());
        // Views scroll by the room they have: it has to be the same before the first step.
        window.docks().arrangeDefault();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        for (int i = 0; i < steps; ++i)
            window.session().stepTask();
    }
    dress(window, name.section(u'-', 0, 0));
    QTRY_VERIFY(!window.opener().isBusy());
    // The graph glides to the current task; several looks in a row at the same place mean it has arrived.
    QPointF place;
    int looks = 0;
    const auto hasArrived = [&, graph = window.findChild<GraphView*>(u"graphView"_s)] {
        const QPointF now = graph->camera().origin;
        looks = std::exchange(place, now) == now ? looks + 1 : 0;
        return looks >= 8;
    };
    QTRY_VERIFY(hasArrived());
    const QString problem = compareShot(window, u"window-"_s + name);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_MAIN(TestWindowShots)
#include "tst_windowshots.moc"
