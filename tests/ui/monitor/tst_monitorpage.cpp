// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/monitor/connectdialog.h"
#include "ui/monitor/fakeworker.h"
#include "ui/monitor/metricchart.h"
#include "ui/monitor/monitorpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/perspectives.h"
#include "ui/support/fakeservices.h"
#include "ui/support/shots.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMonitorPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void startsARehearsingWorkerWithAClick();
    void tellsWhyAWorkerDoesNotStart();
    void asksForTheServer();
    void chartsHoldAndGoOn();
    void theRangeIsKept();
    void pausesATypeByKey();
    void sendsARefusedResultAgain();
    void filtersTheLog();
    void savesFigures();
    void choosesTheConductor();
    void drainsBeforeTheWindowCloses();
    void looksWell_data();
    void looksWell();

private:
    struct Bench {
        std::shared_ptr<FakeWorker> worker;
        std::shared_ptr<RecentLog> log = std::make_shared<RecentLog>();
        MemorySettings settings;
        WorkerChoice chosen;
        std::optional<Error> refusal;
        std::function<void()> drained;
        std::unique_ptr<MonitorPage> page;

        explicit Bench(bool rehearsing = true) : worker(std::make_shared<FakeWorker>(rehearsing)) { }
        [[nodiscard]] MonitorServices services()
        {
            MonitorServices services;
            services.start = [this](const WorkerChoice& choice) -> Result<RunningWorker> {
                chosen = choice;
                if (refusal)
                    return *refusal;
                return RunningWorker {worker, log, [this](std::function<void()> done) { drained = std::move(done); }};
            };
            services.samples = [](std::size_t, std::size_t count) -> Result<std::vector<StartRequest>> {
                StartRequest start;
                start.name = Text("underwriting");
                return std::vector<StartRequest>(count, start);
            };
            return services;
        }
        void show()
        {
            page = std::make_unique<MonitorPage>(services(), settings);
            page->resize(1180, 760);
            for (QAction* action : page->actions())
                page->addAction(action);
            page->show();
            (void)QTest::qWaitForWindowExposed(page.get());
            page->activateWindow();
        }
        void start()
        {
            show();
            action("monitor.start")->trigger();
            QTRY_VERIFY(page->feed().isRunning());
        }
        /// One more second, in which something was done.
        void second(int done = 5, int failures = 0)
        {
            worker->work("credit_check", done, failures, 12ms, 3);
            worker->work("assess_risk", done * 2, 0, 4ms, 9);
            worker->clock->advanceBy(1'000);
            page->feed().take(worker->reading());
        }
        QAction* action(const char* id)
        {
            for (QAction* action : page->actions())
                if (action->objectName() == QLatin1String(id))
                    return action;
            return nullptr;
        }
        template <typename Widget>
        Widget* find(const QString& name)
        {
            return page->findChild<Widget*>(name);
        }
    };
};

void TestMonitorPage::startsARehearsingWorkerWithAClick()
{
    Bench bench;
    bench.show();
    QCOMPARE(bench.find<QWidget>(u"monitorPhase"_s)->accessibleName(), u"No worker"_s);
    QTest::mouseClick(bench.find<QToolButton>(u"monitor.startButton"_s), Qt::LeftButton);
    QTRY_VERIFY(bench.page->feed().isRunning());
    QVERIFY(bench.chosen.rehearsing);
    QTRY_COMPARE(bench.find<QWidget>(u"monitorPhase"_s)->accessibleName(), u"Working"_s);
    QVERIFY(!bench.find<QWidget>(u"serverCard"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"embeddedCard"_s)->isVisible());
    QCOMPARE(bench.find<QTreeView>(u"workerTree"_s)->model()->rowCount(), 3);
    QTest::mouseClick(bench.find<QToolButton>(u"monitor.samplesButton"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.worker->calls().size(), 20U);
    QCOMPARE(bench.worker->calls().front(), std::string("start underwriting"));
    QTest::mouseClick(bench.find<QToolButton>(u"monitor.stopButton"_s), Qt::LeftButton);
    QVERIFY(bench.drained);
    QCOMPARE(bench.find<QWidget>(u"monitorPhase"_s)->accessibleName(), u"Draining"_s);
    bench.drained();
    QTRY_VERIFY(!bench.page->feed().isRunning());
    QVERIFY(bench.action("monitor.start")->isEnabled());
}

void TestMonitorPage::tellsWhyAWorkerDoesNotStart()
{
    Bench bench;
    bench.refusal = Error {.code = ErrorCode::Unavailable, .message = "the journal is taken", .hint = "Stop the other worker"};
    bench.show();
    QSignalSpy failed(bench.page.get(), &MonitorPage::failed);
    bench.action("monitor.start")->trigger();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().message, std::string("the journal is taken"));
    QVERIFY(bench.action("monitor.start")->isEnabled());
}

void TestMonitorPage::asksForTheServer()
{
    Bench bench(false);
    bench.show();
    bench.action("monitor.connect")->trigger();
    auto* dialog = bench.find<ConnectDialog>(u"connectDialog"_s);
    QVERIFY(dialog);
    auto* address = dialog->findChild<QLineEdit*>(u"connectServer"_s);
    auto* start = dialog->findChild<QPushButton*>(u"connectStart"_s);
    address->selectAll();
    QTest::keyClicks(address, u"nonsense"_s);
    QVERIFY(!start->isEnabled());
    address->selectAll();
    QTest::keyClicks(address, u"http://conductor.test:8080"_s);
    QVERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(bench.page->feed().isRunning());
    QVERIFY(!bench.chosen.rehearsing);
    QCOMPARE(bench.chosen.server, std::string("http://conductor.test:8080"));
    QCOMPARE(bench.settings.value(u"monitor/server"_s).toString(), u"http://conductor.test:8080"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"serverCard"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"serverCard"_s)->accessibleDescription().contains(u"Well"_s));
}

void TestMonitorPage::chartsHoldAndGoOn()
{
    Bench bench;
    bench.start();
    for (int i = 0; i < 5; ++i)
        bench.second();
    auto* chart = bench.find<MetricChart>(u"throughputChart"_s);
    const auto before = chart->points().first().size();
    QVERIFY(before >= 4);
    QCOMPARE(chart->points().first().last().y(), 15.0);
    QTest::keyClick(bench.page.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.action("monitor.freeze")->isChecked());
    bench.second();
    QCOMPARE(chart->points().first().size(), before);
    QTest::keyClick(bench.page.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chart->points().first().size(), before + 1);
    // One task type alone.
    auto* types = bench.find<QComboBox>(u"chartType"_s);
    types->setCurrentIndex(types->findData(u"credit_check"_s));
    emit types->activated(types->currentIndex());
    QCOMPARE(chart->points().first().last().y(), 5.0);
}

void TestMonitorPage::theRangeIsKept()
{
    Bench bench;
    bench.start();
    auto* ranges = bench.find<QComboBox>(u"chartRange"_s);
    QCOMPARE(ranges->currentData().toInt(), 300'000);
    ranges->setFocus();
    QTest::keyClick(ranges, Qt::Key_Down);
    QCOMPARE(ranges->currentData().toInt(), 900'000);
    auto* tabs = bench.find<QTabWidget>(u"monitorTabs"_s);
    tabs->setCurrentIndex(2);
    bench.page->saveState();
    bench.page.reset();
    bench.show();
    QCOMPARE(bench.find<QComboBox>(u"chartRange"_s)->currentData().toInt(), 900'000);
    QCOMPARE(bench.find<QTabWidget>(u"monitorTabs"_s)->currentIndex(), 2);
}

void TestMonitorPage::pausesATypeByKey()
{
    Bench bench;
    bench.start();
    bench.second();
    auto* tree = bench.find<QTreeView>(u"workerTree"_s);
    tree->setFocus();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(tree->model()->index(1, 0)).center());
    QCOMPARE(bench.find<QComboBox>(u"chartType"_s)->currentData().toString(), u"credit_check"_s);
    QTest::keyClick(tree, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(bench.worker->calls(), (std::vector<std::string> {"pause credit_check"}));
    bench.page->feed().take(bench.worker->reading());
    QCOMPARE(tree->model()->index(1, 1).data().toString(), u"Paused"_s);
    QCOMPARE(bench.action("monitor.pauseType")->text(), u"Resume the task type"_s);
    bench.action("monitor.pauseType")->trigger();
    QCOMPARE(bench.worker->calls().back(), std::string("resume credit_check"));
}

void TestMonitorPage::sendsARefusedResultAgain()
{
    Bench bench(false);
    bench.worker->entries = {deadResult(2, "assess_risk", "the execution has ended"), deadResult(1, "credit_check", "no such task")};
    bench.start();
    auto* tabs = bench.find<QTabWidget>(u"monitorTabs"_s);
    tabs->setCurrentIndex(1);
    auto* tree = bench.find<QTreeView>(u"resultTree"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    auto* resend = bench.find<QToolButton>(u"monitor.resendButton"_s);
    QVERIFY(!resend->isEnabled());
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(tree->model()->index(0, 0)).center());
    QVERIFY(resend->isEnabled());
    QSignalSpy done(bench.page.get(), &MonitorPage::done);
    QTest::mouseClick(resend, Qt::LeftButton);
    QVERIFY(done.wait());
    QCOMPARE(bench.worker->calls().back(), std::string("resend http://conductor.test:8080/api 2"));
    QSignalSpy failed(bench.page.get(), &MonitorPage::failed);
    QTest::mouseClick(bench.find<QToolButton>(u"monitor.forgetButton"_s), Qt::LeftButton);
    QVERIFY(failed.wait());
}

void TestMonitorPage::filtersTheLog()
{
    Bench bench;
    bench.log->write({FakeWorker::kStart, LogLevel::Info, "task finished", {LogField("task_type", Value("credit_check"))}});
    bench.log->write({FakeWorker::kStart, LogLevel::Warn, "poll failed", {}});
    bench.start();
    auto* tree = bench.find<QTreeView>(u"logTree"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 2);
    bench.find<QTabWidget>(u"monitorTabs"_s)->setCurrentIndex(2);
    auto* words = bench.find<QLineEdit>(u"logFilter"_s);
    words->setFocus();
    QTest::keyClicks(words, u"credit"_s);
    QCOMPARE(tree->model()->rowCount(), 1);
    QTest::keyClick(words, Qt::Key_Escape);
    QCOMPARE(tree->model()->rowCount(), 2);
    auto* levels = bench.find<QComboBox>(u"logLevel"_s);
    levels->setFocus();
    QTest::keyClick(levels, Qt::Key_Down);
    QTest::keyClick(levels, Qt::Key_Down);
    QCOMPARE(tree->model()->rowCount(), 1);
}

void TestMonitorPage::savesFigures()
{
    Bench bench;
    bench.start();
    bench.second();
    bench.second();
    const QTemporaryDir folder;
    QVERIFY(bench.page->saveFigures(folder.filePath(u"figures.csv"_s)));
    QFile file(folder.filePath(u"figures.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("time,taskType,"));
    QVERIFY(text.contains(",credit_check,1.000,5.000,"));
    QSignalSpy failed(bench.page.get(), &MonitorPage::failed);
    QVERIFY(!bench.page->saveFigures(folder.filePath(u"missing/figures.csv"_s)));
    QCOMPARE(failed.count(), 1);
}

void TestMonitorPage::choosesTheConductor()
{
    Bench bench(false);
    bench.start();
    bench.second();
    QVERIFY(bench.action("monitor.useEmbedded")->isEnabled());
    bench.action("monitor.useEmbedded")->trigger();
    QCOMPARE(bench.worker->calls().back(), std::string("choose 2"));
    bench.worker->change([](ServiceStatus& s) {
        s.failover.phase = FailoverPhase::Rehearsing;
        s.failover.reason = FailoverReason::Unreachable;
        s.failover.health.state = HealthState::Unreachable;
    });
    bench.second();
    QVERIFY(bench.find<QWidget>(u"serverCard"_s)->accessibleDescription().contains(u"No answer"_s));
    QVERIFY(bench.find<QWidget>(u"embeddedCardWork"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"serverCardWork"_s)->isVisible());
}

void TestMonitorPage::drainsBeforeTheWindowCloses()
{
    Bench bench;
    Services services = fakeServices();
    services.monitor = bench.services();
    Theme theme;
    MainWindow window(services, bench.settings, theme);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.perspectives().current(), u"monitor"_s);
    auto* page = window.findChild<MonitorPage*>();
    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page->feed().isRunning());
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QVERIFY(bench.drained);
    bench.drained();
    QTRY_VERIFY(!window.isVisible());
}

void TestMonitorPage::looksWell_data()
{
    QTest::addColumn<bool>("server");
    QTest::addColumn<int>("tab");
    for (const char* theme : {"light", "dark"}) {
        QTest::addRow("monitor-rehearsing-%s", theme) << false << 0;
        QTest::addRow("monitor-results-%s", theme) << true << 1;
        QTest::addRow("monitor-log-%s", theme) << true << 2;
        QTest::addRow("monitor-empty-%s", theme) << false << -1;
    }
}

void TestMonitorPage::looksWell()
{
    QFETCH(bool, server);
    QFETCH(int, tab);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    dressForPictures(name.endsWith(u"dark"_s));
    Bench bench(!server);
    if (tab < 0) {
        bench.show();
    } else {
        bench.worker->entries = {deadResult(2, "assess_risk", "the execution has ended: TERMINATED"), deadResult(1, "credit_check", "no such task")};
        for (int i = 0; i < 12; ++i)
            bench.log->write({FakeWorker::kStart + i * 137, i == 7 ? LogLevel::Warn : i == 9 ? LogLevel::Error : LogLevel::Info,
                i == 7 ? "poll failed" : i == 9 ? "result dead" : "task finished",
                {LogField("server", Value("http://conductor.test:8080/api")), LogField("task_type", Value("credit_check")), LogField("took_ms", Value(12.5))}});
        bench.start();
        auto* logs = bench.find<QTreeView>(u"logTree"_s);
        QTRY_COMPARE(logs->model()->rowCount(), 12);
        for (int i = 0; i < 150; ++i)
            bench.second(5 + i % 7 + (i > 90 ? 6 : 0), i % 11 == 0 ? 2 : 0);
        bench.find<QTabWidget>(u"monitorTabs"_s)->setCurrentIndex(tab);
    }
    const QString wrong = compareShot(*bench.page, name);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    dressForPictures(false);
}

QTEST_MAIN(TestMonitorPage)
#include "tst_monitorpage.moc"
