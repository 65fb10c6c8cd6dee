// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace baton::ui {

/// Which part of a scene a window shows: a scale, and the scene's point in the window's upper left corner. A value.
struct GraphCamera {
    static constexpr double kMinimumZoom = 0.1;
    static constexpr double kMaximumZoom = 3;

    double zoom = 1;
    QPointF origin;
    QSizeF window;
    QSizeF scene;

    [[nodiscard]] QPointF toScene(QPointF point) const { return origin + point / zoom; }
    [[nodiscard]] QPointF toWindow(QPointF point) const { return (point - origin) * zoom; }
    [[nodiscard]] QRectF toWindow(const QRectF& rect) const { return {toWindow(rect.topLeft()), rect.size() * zoom}; }
    /// The visible part of the scene.
    [[nodiscard]] QRectF visible() const { return {origin, window / zoom}; }
    [[nodiscard]] bool showsAll() const;

    /// The scene's point under `anchor` stays there.
    void zoomTo(double value, QPointF anchor);
    void pan(QPointF pixels);
    void centerOn(QPointF point);
    /// Everything in the window, at most at 100 %; from the upper end where even the smallest scale shows too little.
    void fit();
    /// The whole where its names can still be read, else its beginning at a scale that can be read.
    void begin();
    /// The nearest origin that shows the rectangle, with some room around it; the same one when it is visible.
    [[nodiscard]] QPointF originShowing(const QRectF& rect) const;
    /// Keeps the scene in the window: centred along a side that fits, without empty ground beyond along one that does not.
    [[nodiscard]] QPointF clamped(QPointF wanted) const;
};

}  // namespace baton::ui
