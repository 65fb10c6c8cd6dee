// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/fakeworker.h"
#include "ui/monitor/logmodel.h"
#include "ui/monitor/resultsmodel.h"
#include "ui/monitor/workertablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMonitorModels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theTableShowsTheExpositionsFigures();
    void theTableKeepsItsRows();
    void theTableTellsTheState();
    void resultsComeAndGo();
    void theLogKeepsTheLastLines();
    void theLogIsFilteredByLevelAndWords();
};

namespace {

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace

void TestMonitorModels::theTableShowsTheExpositionsFigures()
{
    FakeWorker worker;
    MetricsHistory history;
    WorkerTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    history.add(worker.metrics());
    worker.work("credit_check", 8, 2, 10ms, 12);
    worker.clock->advanceBy(4'000);
    history.add(worker.metrics());
    model.setReading(worker.status(), history, 300'000);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 1, WorkerTableModel::TypeColumn), u"credit_check"_s);
    QCOMPARE(cell(model, 1, WorkerTableModel::DoneColumn), u"8"_s);
    QCOMPARE(cell(model, 1, WorkerTableModel::FailedColumn), u"2"_s);
    QCOMPARE(cell(model, 1, WorkerTableModel::ErrorRateColumn), u"25.0 %"_s);
    QCOMPARE(cell(model, 1, WorkerTableModel::ThroughputColumn), u"2.00"_s);
    QCOMPARE(cell(model, 1, WorkerTableModel::QueueColumn), u"12"_s);
    const std::string exposition = worker.exposition();
    QVERIFY(exposition.find("task_execution_started_total{taskType=\"credit_check\"} 8") != std::string::npos);
    QVERIFY(exposition.find("task_execute_time_seconds_count{status=\"FAILURE\",taskType=\"credit_check\"} 2") != std::string::npos
        || exposition.find("task_execute_time_seconds_count{taskType=\"credit_check\",status=\"FAILURE\"} 2") != std::string::npos);
    const double p50 = model.index(1, WorkerTableModel::P50Column).data(WorkerTableModel::SortRole).toDouble();
    QVERIFY(std::abs(p50 - 20) <= 0.2);
    QCOMPARE(cell(model, 0, WorkerTableModel::P50Column), u"\u2013"_s);
}

void TestMonitorModels::theTableKeepsItsRows()
{
    FakeWorker worker;
    MetricsHistory history;
    WorkerTableModel model;
    model.setReading(worker.status(), history, 60'000);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex kept = model.index(2, 0);
    model.setReading(worker.status(), history, 60'000);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(kept.isValid());
}

void TestMonitorModels::theTableTellsTheState()
{
    FakeWorker worker;
    MetricsHistory history;
    WorkerTableModel model;
    const auto stateAfter = [&](const std::function<void(ServiceStatus&)>& how) {
        worker.change(how);
        model.setReading(worker.status(), history, 60'000);
        return cell(model, 0, WorkerTableModel::StateColumn);
    };
    const auto type = [](ServiceStatus& s) -> WorkerTypeStatus& { return s.workers.front().status.types.front(); };
    QCOMPARE(stateAfter([](ServiceStatus&) {}), u"Polling"_s);
    QCOMPARE(stateAfter([&](ServiceStatus& s) { type(s).running = 1; }), u"Working"_s);
    QCOMPARE(stateAfter([&](ServiceStatus& s) { s.workers.front().status.polling = false; }), u"Waiting"_s);
    QCOMPARE(stateAfter([&](ServiceStatus& s) { type(s).pollFailures = 2; type(s).lastError = "refused"; }), u"Polls fail"_s);
    QCOMPARE(model.index(0, WorkerTableModel::StateColumn).data(Qt::ToolTipRole).toString(), u"refused"_s);
    QVERIFY(model.index(0, 0).data(WorkerTableModel::FaultRole).toBool());
    QCOMPARE(stateAfter([&](ServiceStatus& s) { type(s).paused = true; }), u"Paused"_s);
}

void TestMonitorModels::resultsComeAndGo()
{
    ResultsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const JournalEntry one = deadResult(1, "credit_check", "the task is gone");
    JournalEntry two = deadResult(2, "assess_risk", "refused");
    model.setEntries({two, one});
    QCOMPARE(cell(model, 1, ResultsModel::ReasonColumn), u"the task is gone"_s);
    const QPersistentModelIndex kept = model.index(1, 0);
    model.setEntries({deadResult(3, "x", "y"), two, one});
    QCOMPARE(kept.row(), 2);
    two.attempts = 9;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEntries({two, one});
    QCOMPARE(kept.row(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, ResultsModel::AttemptsColumn), u"9"_s);
    model.setEntries({one, two});
    QCOMPARE(model.entryAt(0)->id, 1);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.entryAt(0) == nullptr && model.entryAt(-1) == nullptr);
}

void TestMonitorModels::theLogKeepsTheLastLines()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<LogRecord> many;
    for (int i = 0; i < LogModel::kCapacity + 10; ++i)
        many.push_back({i, LogLevel::Info, std::to_string(i), {}});
    model.append(many);
    QCOMPARE(model.rowCount(), int {LogModel::kCapacity});
    model.append({{0, LogLevel::Warn, "last", {LogField("a", Value(1))}}});
    QCOMPARE(model.rowCount(), int {LogModel::kCapacity});
    QCOMPARE(cell(model, LogModel::kCapacity - 1, LogModel::MessageColumn), u"last"_s);
    QCOMPARE(cell(model, LogModel::kCapacity - 1, LogModel::FieldsColumn), u"a=1"_s);
    QCOMPARE(cell(model, 0, LogModel::MessageColumn), u"11"_s);
}

void TestMonitorModels::theLogIsFilteredByLevelAndWords()
{
    LogModel model;
    LogFilter filter;
    filter.setSourceModel(&model);
    model.append({{0, LogLevel::Debug, "task started", {LogField("task_type", Value("credit_check"))}},
        {1, LogLevel::Warn, "poll failed", {LogField("error", Value("refused"))}}, {2, LogLevel::Error, "result dead", {}}});
    filter.setLevel(LogLevel::Warn);
    QCOMPARE(filter.rowCount(), 2);
    filter.setWords(u"  REFUSED poll "_s);
    QCOMPARE(filter.rowCount(), 1);
    filter.setLevel(LogLevel::Debug);
    filter.setWords(u"credit"_s);
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords({});
    QCOMPARE(filter.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestMonitorModels)
#include "tst_monitormodels.moc"
