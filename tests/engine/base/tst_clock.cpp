// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/clock.h"

#include <QTest>

#include <limits>
#include <thread>
#include <vector>

using namespace baton;

class tst_Clock : public QObject {
    Q_OBJECT

private slots:
    void theSystemClockCountsMillisecondsSince1970()
    {
        const EpochMs now = SystemClock().now();
        QVERIFY(now > 1'600'000'000'000);
        QVERIFY(now < 10'000'000'000'000);
    }

    void theVirtualClockStandsStillUntilTold()
    {
        VirtualClock clock(1000);
        QCOMPARE(clock.now(), EpochMs(1000));
        clock.advanceTo(1500);
        clock.advanceBy(20);
        QCOMPARE(clock.now(), EpochMs(1520));
    }

    void theVirtualClockNeverGoesBack()
    {
        VirtualClock clock(1000);
        clock.advanceTo(999);
        clock.advanceBy(-5);
        clock.advanceBy(0);
        QCOMPARE(clock.now(), EpochMs(1000));
    }

    void theVirtualClockStopsAtTheEndOfTime()
    {
        constexpr EpochMs kLatest = std::numeric_limits<EpochMs>::max();
        VirtualClock clock(10);
        clock.advanceBy(kLatest);
        QCOMPARE(clock.now(), kLatest);
        clock.advanceBy(1);
        QCOMPARE(clock.now(), kLatest);
    }

    void theVirtualClockLosesNoStepOfAnyThread()
    {
        VirtualClock clock(0);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&clock] {
                    for (int step = 0; step < 1000; ++step)
                        clock.advanceBy(1);
                });
        }
        QCOMPARE(clock.now(), EpochMs(4000));
    }
};

QTEST_GUILESS_MAIN(tst_Clock)
#include "tst_clock.moc"
