// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/metrics/latency.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace baton;

class TestLatency : public QObject {
    Q_OBJECT
private slots:
    void knowsNothingWhenEmpty();
    void quantilesAreWithinOnePercent();
    void takesExtremes();
    void subtractsAnEarlierReading();
    void addsTwoTogether();
};

void TestLatency::knowsNothingWhenEmpty()
{
    const LatencyCounts none;
    QCOMPARE(none.count(), std::uint64_t {0});
    QCOMPARE(none.quantileSeconds(0.99), 0.0);
    QCOMPARE(none.averageSeconds(), 0.0);
}

void TestLatency::quantilesAreWithinOnePercent()
{
    std::mt19937_64 random(7);
    std::lognormal_distribution<double> distribution(9.0, 2.5);   // microseconds to minutes
    LatencyRecorder recorder;
    std::vector<double> truth;
    for (int i = 0; i < 20'000; ++i) {
        const double us = std::floor(distribution(random));
        truth.push_back(us / 1e6);
        recorder.record(std::chrono::microseconds(static_cast<std::int64_t>(us)));
    }
    std::sort(truth.begin(), truth.end());
    const LatencyCounts counts = recorder.counts();
    QCOMPARE(counts.count(), std::uint64_t {20'000});
    for (const double q : {0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const double expected = truth[static_cast<std::size_t>(std::ceil(q * 20'000)) - 1];
        QVERIFY2(std::abs(counts.quantileSeconds(q) - expected) <= 0.01 * expected,
            qPrintable(QStringLiteral("q %1: %2 for %3").arg(q).arg(counts.quantileSeconds(q)).arg(expected)));
    }
}

void TestLatency::takesExtremes()
{
    LatencyRecorder recorder;
    recorder.record(std::chrono::nanoseconds(-5));
    recorder.record(std::chrono::nanoseconds::max());
    const LatencyCounts counts = recorder.counts();
    QCOMPARE(counts.count(), std::uint64_t {2});
    QCOMPARE(counts.quantileSeconds(0.0), 0.0);
    QVERIFY(counts.maximumSeconds() > 19 * 3600.0);
    QCOMPARE(counts.quantileSeconds(std::nan("")), 0.0);
    QCOMPARE(counts.quantileSeconds(7), counts.maximumSeconds());
}

void TestLatency::subtractsAnEarlierReading()
{
    LatencyRecorder recorder;
    recorder.record(std::chrono::milliseconds(1));
    recorder.record(std::chrono::milliseconds(1));
    const LatencyCounts earlier = recorder.counts();
    recorder.record(std::chrono::milliseconds(1));
    recorder.record(std::chrono::seconds(1));
    const LatencyCounts later = recorder.counts().since(earlier);
    QCOMPARE(later.count(), std::uint64_t {2});
    QCOMPARE(later.totalSeconds(), 1.001);
    QVERIFY(later.maximumSeconds() > 0.99);
    QCOMPARE(earlier.since(earlier).count(), std::uint64_t {0});
    QCOMPARE(earlier.since(recorder.counts()).count(), std::uint64_t {0});   // the wrong way round: nothing, not 2^64
}

void TestLatency::addsTwoTogether()
{
    LatencyRecorder a;
    LatencyRecorder b;
    a.record(std::chrono::milliseconds(2));
    b.record(std::chrono::milliseconds(2));
    b.record(std::chrono::milliseconds(8));
    const LatencyCounts sum = a.counts().plus(b.counts());
    QCOMPARE(sum.count(), std::uint64_t {3});
    QCOMPARE(sum.totalSeconds(), 0.012);
    QCOMPARE(sum, b.counts().plus(a.counts()));
}

QTEST_GUILESS_MAIN(TestLatency)
#include "tst_latency.moc"
