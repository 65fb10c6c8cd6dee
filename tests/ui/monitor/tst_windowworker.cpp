// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorpage.h"
#include "ui/monitor/workertablemodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/support/shots.h"
#include "windowservices.h"

#include <QTest>
#include <QTreeView>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// The whole of it: the program's own worker in its window, with no server at hand.
class TestWindowWorker : public QObject {
    Q_OBJECT

private slots:
    void decidesTwentyApplications();
};

void TestWindowWorker::decidesTwentyApplications()
{
    dressForPictures(false);
    const Services services = windowServices();
    MemorySettings settings;
    Theme theme;
    MainWindow window(services, settings, theme);
    window.resize(1280, 860);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.perspectives().current(), u"monitor"_s);
    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    auto* page = window.findChild<MonitorPage*>();
    QTRY_VERIFY_WITH_TIMEOUT(page->feed().isRunning(), 30'000);
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    // Five tasks an application; every one is counted, and nothing waits in the journal at the end.
    const auto done = [page] { return page->feed().history().figures({}, 0).value_or(TaskFigures {}).succeeded; };
    QTRY_COMPARE_WITH_TIMEOUT(done(), 100U, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(page->feed().history().last()->journalPending == 0, 30'000);
    const QAbstractItemModel* table = window.findChild<QTreeView*>(u"workerTree"_s)->model();
    QVERIFY(table->rowCount() >= 13);
    for (int row = 0; row < table->rowCount(); ++row) {
        const QString type = table->index(row, WorkerTableModel::TypeColumn).data().toString();
        const auto figures = page->feed().history().figures(type.toStdString(), 0);
        const qulonglong shown = table->index(row, WorkerTableModel::DoneColumn).data(WorkerTableModel::SortRole).toULongLong();
        QCOMPARE(shown, figures ? figures->succeeded + figures->failed : 0);
    }
    page->feed().watchResults(JournalState::Delivered);
    QTRY_VERIFY_WITH_TIMEOUT(page->feed().results().size() == 100, 30'000);
    if (qEnvironmentVariableIsSet("BATON_KEEP_PICTURE"))
        window.grab().save(qEnvironmentVariable("BATON_KEEP_PICTURE"));
    QVERIFY(!window.close());
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 60'000);
    QVERIFY(!page->feed().isRunning());
}

QTEST_MAIN(TestWindowWorker)
#include "tst_windowworker.moc"
