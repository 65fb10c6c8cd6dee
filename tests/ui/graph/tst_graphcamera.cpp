// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphcamera.h"

#include <QtTest>

using namespace baton::ui;

namespace {

GraphCamera camera(QSizeF scene)
{
    GraphCamera made;
    made.window = {800, 600};
    made.scene = scene;
    made.fit();
    return made;
}

}  // namespace

class GraphCameraTest : public QObject {
    Q_OBJECT
private slots:
    void a_small_scene_is_shown_at_full_size_in_the_middle();
    void a_large_scene_is_made_to_fit();
    void a_scene_too_long_to_read_starts_at_its_beginning();
    void the_point_under_the_pointer_stays_when_zooming();
    void zooming_stays_within_its_limits();
    void panning_stops_at_the_borders();
    void showing_what_is_visible_moves_nothing();
    void showing_what_is_hidden_brings_it_in();
};

void GraphCameraTest::a_small_scene_is_shown_at_full_size_in_the_middle()
{
    const GraphCamera at = camera({200, 100});
    QCOMPARE(at.zoom, 1.0);
    QCOMPARE(at.toWindow(QPointF(100, 50)), QPointF(400, 300));
    QVERIFY(at.showsAll());
}

void GraphCameraTest::a_large_scene_is_made_to_fit()
{
    const GraphCamera at = camera({1600, 2400});
    QCOMPARE(at.zoom, 0.25);
    QVERIFY(at.showsAll());
}

void GraphCameraTest::a_scene_too_long_to_read_starts_at_its_beginning()
{
    GraphCamera at = camera({300, 100'000});
    at.begin();
    QVERIFY(at.zoom >= 0.6);
    QCOMPARE(at.origin.y(), 0.0);
    QVERIFY(!at.showsAll());
}

void GraphCameraTest::the_point_under_the_pointer_stays_when_zooming()
{
    GraphCamera at = camera({5000, 5000});
    at.zoomTo(1, {400, 300});
    const QPointF pointer(500, 350);
    const QPointF before = at.toScene(pointer);
    at.zoomTo(2.5, pointer);
    QVERIFY((at.toScene(pointer) - before).manhattanLength() < 1e-6);
}

void GraphCameraTest::zooming_stays_within_its_limits()
{
    GraphCamera at = camera({5000, 5000});
    at.zoomTo(1000, {});
    QCOMPARE(at.zoom, 3.0);
    at.zoomTo(0, {});
    QCOMPARE(at.zoom, 0.1);
}

void GraphCameraTest::panning_stops_at_the_borders()
{
    GraphCamera at = camera({5000, 5000});
    at.zoomTo(1, {});
    at.pan({1e9, 1e9});
    QCOMPARE(at.origin, QPointF(0, 0));
    at.pan({-1e9, -1e9});
    QCOMPARE(at.origin, QPointF(4200, 4400));
}

void GraphCameraTest::showing_what_is_visible_moves_nothing()
{
    GraphCamera at = camera({5000, 5000});
    at.zoomTo(1, {});
    at.pan({-1000, -1000});
    QCOMPARE(at.originShowing(QRectF(1300, 1300, 200, 50)), at.origin);
}

void GraphCameraTest::showing_what_is_hidden_brings_it_in()
{
    GraphCamera at = camera({5000, 5000});
    at.zoomTo(1, {});
    for (const QRectF& rect : {QRectF(3000, 100, 200, 50), QRectF(100, 4900, 200, 50), QRectF(0, 0, 200, 50)}) {
        at.origin = at.originShowing(rect);
        QVERIFY(at.visible().contains(rect));
    }
}

QTEST_GUILESS_MAIN(GraphCameraTest)
#include "tst_graphcamera.moc"
