// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelinescale.h"

#include <QtTest>

#include <cmath>

using namespace baton::ui;

namespace {

TimelineScale scale(std::size_t events, double width = 1000)
{
    TimelineScale made;
    made.setWidth(width);
    made.setEvents(events);
    return made;
}

}  // namespace

class TimelineScaleTest : public QObject {
    Q_OBJECT
private slots:
    void every_position_comes_back_from_its_pixel_data();
    void every_position_comes_back_from_its_pixel();
    void points_outside_give_the_ends();
    void nothing_has_only_position_zero();
    void few_events_are_not_torn_apart();
    void zooming_keeps_the_point_and_its_limits();
    void what_fits_goes_on_fitting_as_events_come();
    void showing_a_position_scrolls_as_little_as_needed();
};

void TimelineScaleTest::every_position_comes_back_from_its_pixel_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<double>("factor");
    QTest::newRow("three") << 3 << 1.0;
    QTest::newRow("as many as pixels") << 1000 << 1.0;
    QTest::newRow("100,000, all visible") << 100'000 << 1.0;
    QTest::newRow("100,000, near") << 100'000 << 1e9;
}

void TimelineScaleTest::every_position_comes_back_from_its_pixel()
{
    QFETCH(int, events);
    QFETCH(double, factor);
    TimelineScale line = scale(static_cast<std::size_t>(events));
    line.zoomBy(factor, 500);
    for (std::size_t position = 0; position <= line.events; ++position) {
        QCOMPARE(line.positionAt(line.xOf(position)), position);
        if (position < line.events)
            QCOMPARE(line.eventAt(line.xOf(position) + line.perEvent / 2), position);
    }
}

void TimelineScaleTest::points_outside_give_the_ends()
{
    const TimelineScale line = scale(10);
    QCOMPARE(line.positionAt(-1e9), std::size_t {0});
    QCOMPARE(line.positionAt(1e9), std::size_t {10});
    QCOMPARE(line.eventAt(-1e9), std::size_t {0});
    QCOMPARE(line.eventAt(1e9), std::size_t {9});
}

void TimelineScaleTest::nothing_has_only_position_zero()
{
    TimelineScale line = scale(0);
    line.zoomBy(2, 10);
    line.show(0);
    QCOMPARE(line.positionAt(500), std::size_t {0});
    QCOMPARE(line.eventAt(500), std::size_t {0});
}

void TimelineScaleTest::few_events_are_not_torn_apart()
{
    QCOMPARE(scale(3).perEvent, TimelineScale::kWidestFit);
    QCOMPARE(scale(100'000).perEvent, 0.01);
}

void TimelineScaleTest::zooming_keeps_the_point_and_its_limits()
{
    TimelineScale line = scale(10'000);
    line.zoomBy(20, 0);
    line.scrollTo(5000);
    const double before = (300 + line.offset) / line.perEvent;
    line.zoomBy(2, 300);
    QVERIFY(std::abs((300 + line.offset) / line.perEvent - before) < 1e-6);
    line.zoomBy(1e12, 300);
    QCOMPARE(line.perEvent, TimelineScale::kWidestEvent);
    line.zoomBy(1e-12, 300);
    QCOMPARE(line.perEvent, 0.1);
    QCOMPARE(line.offset, 0.0);
    QVERIFY(line.fitting);
    line.zoomBy(-1, 300);
    QCOMPARE(line.perEvent, 0.1);
}

void TimelineScaleTest::what_fits_goes_on_fitting_as_events_come()
{
    TimelineScale line = scale(100);
    line.setEvents(1000);
    QVERIFY(line.fitting);
    QCOMPARE(line.total(), 1000.0);
    line.zoomBy(4, 0);
    line.setEvents(2000);
    QVERIFY(!line.fitting);
    QCOMPARE(line.perEvent, 4.0);
}

void TimelineScaleTest::showing_a_position_scrolls_as_little_as_needed()
{
    TimelineScale line = scale(10'000);
    line.zoomBy(1e9, 0);
    line.show(5000);
    QVERIFY(line.xOf(5000) > 0 && line.xOf(5000) < line.width);
    const double before = line.offset;
    line.show(5000);
    QCOMPARE(line.offset, before);
    line.show(0);
    QCOMPARE(line.offset, 0.0);
}

QTEST_GUILESS_MAIN(TimelineScaleTest)
#include "tst_timelinescale.moc"
