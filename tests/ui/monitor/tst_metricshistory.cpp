// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/metricshistory.h"

#include "ui/monitor/fakeworker.h"

#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace std::chrono_literals;

class TestMetricsHistory : public QObject {
    Q_OBJECT

private slots:
    void pointsAreWhatHappenedBetweenReadings();
    void figuresOfARangeAreWithinAPercent();
    void aRangeLongerThanTheLifeIsAllOfIt();
    void putsNeighboursTogether();
    void startsAfreshWithANewWorker();
    void keepsAnHour();
    void writesCsv();
};

void TestMetricsHistory::pointsAreWhatHappenedBetweenReadings()
{
    FakeWorker worker;
    MetricsHistory history;
    history.add(worker.metrics());
    worker.work("credit_check", 20, 5, 10ms, 7);
    worker.clock->advanceBy(2'000);
    history.add(worker.metrics());
    history.add(worker.metrics());   // the same moment: nothing new
    const auto points = history.points("credit_check", 0, 100);
    QCOMPARE(points.size(), 1U);
    QCOMPARE(points[0].throughput, 10.0);
    QCOMPARE(points[0].failures, 2.5);
    QCOMPARE(points[0].queue, 7.0);
    QCOMPARE(points[0].slotsTotal, 10);
    QVERIFY(points[0].p50 > 29 && points[0].p50 < 31);
    worker.clock->advanceBy(1'000);
    history.add(worker.metrics());
    QCOMPARE(history.points("credit_check", 0, 100).back().throughput, 0.0);
    QCOMPARE(history.points("credit_check", 0, 100).back().p50, -1.0);
    QCOMPARE(history.points("", 0, 100).size(), 2U);
    QVERIFY(history.points("unknown", 0, 100).empty());
}

void TestMetricsHistory::figuresOfARangeAreWithinAPercent()
{
    FakeWorker worker;
    MetricsHistory history;
    for (int second = 0; second < 120; ++second) {
        worker.work("a", second < 60 ? 10 : 40, second < 60 ? 10 : 1, second < 60 ? 500ms : 20ms, 0);
        worker.clock->advanceBy(1'000);
        history.add(worker.metrics());
    }
    // The last minute: 40 tasks a second of 20..100 ms.
    const TaskFigures minute = *history.figures("a", 60'000);
    const double seconds = history.covered(60'000);
    QVERIFY(std::abs(static_cast<double>(minute.succeeded + minute.failed) / seconds - 40) < 0.4);
    QVERIFY(std::abs(minute.errorRate() - 1.0 / 40) < 0.00025);
    QVERIFY(std::abs(minute.execute.quantileSeconds(0.5) - 0.06) < 0.0006);
    QVERIFY(std::abs(minute.execute.quantileSeconds(0.99) - 0.1) < 0.001);
}

void TestMetricsHistory::aRangeLongerThanTheLifeIsAllOfIt()
{
    FakeWorker worker;
    worker.work("a", 3, 1, 1ms, 0);
    MetricsHistory history;
    history.add(worker.metrics());
    QCOMPARE(history.figures("a", 60'000)->succeeded, 2U);
    QCOMPARE(history.figures("", 0)->failed, 1U);
    QVERIFY(!history.figures("b", 0));
    QVERIFY(!MetricsHistory().figures("", 0));
}

void TestMetricsHistory::putsNeighboursTogether()
{
    FakeWorker worker;
    MetricsHistory history;
    history.add(worker.metrics());
    for (int second = 0; second < 1'000; ++second) {
        worker.work("a", second % 2 == 0 ? 0 : 10, 0, 1ms, 0);
        worker.clock->advanceBy(1'000);
        history.add(worker.metrics());
    }
    const auto points = history.points("a", 0, 100);
    QCOMPARE(points.size(), 100U);
    for (const MetricsPoint& point : points)
        QCOMPARE(point.throughput, 5.0);
    QCOMPARE(points.back().at, worker.clock->now());
}

void TestMetricsHistory::startsAfreshWithANewWorker()
{
    MetricsHistory history;
    FakeWorker first;
    first.work("a", 5, 0, 1ms, 0);
    history.add(first.metrics());
    FakeWorker second;
    second.clock->advanceBy(5'000);
    second.work("a", 1, 0, 1ms, 0);
    history.add(second.metrics());
    QCOMPARE(history.figures("a", 0)->succeeded, 1U);
    QVERIFY(history.points("a", 0, 10).empty());
}

void TestMetricsHistory::keepsAnHour()
{
    FakeWorker worker;
    worker.work("a", 1, 0, 1ms, 0);
    MetricsHistory history;
    for (int i = 0; i < 800; ++i) {
        worker.clock->advanceBy(10'000);
        history.add(worker.metrics());
    }
    const auto points = history.points("a", 0, 10'000);
    QVERIFY(points.front().at >= worker.clock->now() - MetricsHistory::kKeptMs);
    QCOMPARE(points.size(), 361U);
}

void TestMetricsHistory::writesCsv()
{
    FakeWorker worker;
    MetricsHistory history;
    history.add(worker.metrics());
    worker.work("odd,\"type\"", 2, 1, 10ms, 3);
    worker.clock->advanceBy(1'000);
    history.add(worker.metrics());
    const std::string csv = history.csv("odd,\"type\"", 0);
    QCOMPARE(csv.substr(csv.find("\r\n") + 2),
        std::string("2026-11-23T12:00:01.000Z,\"odd,\"\"type\"\"\",1.000,2.000,1.000,") + csv.substr(csv.find("2.000,1.000,") + 12));
    QVERIFY(csv.ends_with(",3.000,4,10,1,1\r\n"));
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 2);
    QVERIFY(history.csv("", 0).find("(all)") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestMetricsHistory)
#include "tst_metricshistory.moc"
