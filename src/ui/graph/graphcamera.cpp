// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphcamera.h"

#include <algorithm>

namespace baton::ui {

namespace {

constexpr double kReadableZoom = 0.6;

double clampedSide(double wanted, double shown, double whole)
{
    return shown >= whole ? (whole - shown) / 2 : std::clamp(wanted, 0.0, whole - shown);
}

/// One side of originShowing.
double shifted(double at, double shown, double low, double high, double room)
{
    const double margin = std::clamp((shown - (high - low)) / 2, 0.0, room);
    if (low - margin < at)
        return low - margin;
    return high + margin > at + shown ? high + margin - shown : at;
}

}  // namespace

bool GraphCamera::showsAll() const
{
    return scene.width() * zoom <= window.width() + 0.5 && scene.height() * zoom <= window.height() + 0.5;
}

void GraphCamera::zoomTo(double value, QPointF anchor)
{
    const QPointF kept = toScene(anchor);
    zoom = std::clamp(value, kMinimumZoom, kMaximumZoom);
    origin = clamped(kept - anchor / zoom);
}

void GraphCamera::pan(QPointF pixels)
{
    origin = clamped(origin - pixels / zoom);
}

void GraphCamera::centerOn(QPointF point)
{
    origin = clamped(point - QPointF(window.width(), window.height()) / (2 * zoom));
}

void GraphCamera::fit()
{
    if (scene.isEmpty() || window.isEmpty())
        return;
    zoom = std::clamp(std::min(window.width() / scene.width(), window.height() / scene.height()), kMinimumZoom, 1.0);
    origin = clamped({(scene.width() - window.width() / zoom) / 2, 0});
}

void GraphCamera::begin()
{
    fit();
    if (zoom >= kReadableZoom || scene.isEmpty())
        return;
    zoom = std::clamp(window.width() / scene.width(), kReadableZoom, 1.0);
    origin = clamped({(scene.width() - window.width() / zoom) / 2, 0});
}

QPointF GraphCamera::originShowing(const QRectF& rect) const
{
    constexpr double room = 60;
    const QRectF shown = visible();
    return clamped({shifted(shown.left(), shown.width(), rect.left(), rect.right(), room),
                    shifted(shown.top(), shown.height(), rect.top(), rect.bottom(), room)});
}

QPointF GraphCamera::clamped(QPointF wanted) const
{
    return {clampedSide(wanted.x(), window.width() / zoom, scene.width()), clampedSide(wanted.y(), window.height() / zoom, scene.height())};
}

}  // namespace baton::ui
