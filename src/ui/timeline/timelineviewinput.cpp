// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelineview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr double kReach = 6;   // pixels a tick may be missed by

}  // namespace

void TimelineView::request(std::size_t position)
{
    if (position == m_position)
        return;
    setPosition(position);
    emit positionRequested(m_position);
}

void TimelineView::scrubTo(double x)
{
    const QRect plot = geometryOfParts().plot;
    const double at = x - plot.left();
    const std::size_t position = m_scale.positionAt(at);
    if (at < 0 || at > m_scale.width)
        m_scale.show(position);
    request(position);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    const TimelineGeometry parts = geometryOfParts();
    const bool inside = parts.axis.adjusted(-8, 0, 0, 0).contains(event->position().toPoint()) || parts.plot.contains(event->position().toPoint());
    if (event->button() != Qt::LeftButton || m_lanes.events() == 0 || !inside)
        return;
    m_scrubbing = true;
    scrubTo(event->position().x());
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_scrubbing)
        scrubTo(event->position().x());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_scrubbing = false;
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        m_scale.zoomBy(std::pow(1.0015, angle.y()), event->position().x() - geometryOfParts().plot.left());
    } else {
        const QPoint pixels = event->pixelDelta().isNull() ? angle / 2 : event->pixelDelta();
        const bool sideways = (event->modifiers() & Qt::ShiftModifier) && pixels.x() == 0;
        m_scale.scrollTo(m_scale.offset - (sideways ? pixels.y() : pixels.x()));
        if (!sideways)
            m_down->setValue(m_down->value() - pixels.y());
    }
    updateBars();
    update();
}

std::size_t TimelineView::next() const
{
    std::size_t position = m_position;
    const std::size_t end = m_lanes.events();
    while (position < end && isBookkeeping(m_journal->event(position).kind))
        ++position;
    return std::min(position + 1, end);
}

std::size_t TimelineView::previous() const
{
    std::size_t position = m_position == 0 ? 0 : m_position - 1;
    while (position > 0 && isBookkeeping(m_journal->event(position - 1).kind))
        --position;
    return position;
}

std::size_t TimelineView::page() const
{
    return std::max<std::size_t>(10, static_cast<std::size_t>(m_scale.width / m_scale.perEvent / (m_scale.fitting ? 10 : 1.25)));
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool forOthers = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier;
    if (m_journal == nullptr || m_lanes.events() == 0 || forOthers)
        return QWidget::keyPressEvent(event);
    const std::size_t end = m_lanes.events();
    switch (event->key()) {
    case Qt::Key_Left: return request(previous());
    case Qt::Key_Right: return request(next());
    case Qt::Key_Home: return request(0);
    case Qt::Key_End: return request(end);
    case Qt::Key_PageUp: return request(m_position - std::min(m_position, page()));
    case Qt::Key_PageDown: return request(std::min(end, m_position + page()));
    case Qt::Key_Up: return m_down->setValue(m_down->value() - TimelineGeometry::kRow);
    case Qt::Key_Down: return m_down->setValue(m_down->value() + TimelineGeometry::kRow);
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_scale.zoomBy(1.5, m_scale.xOf(m_position)); break;
    case Qt::Key_Minus: m_scale.zoomBy(1 / 1.5, m_scale.xOf(m_position)); break;
    case Qt::Key_F: m_scale.fit(); break;
    default: return QWidget::keyPressEvent(event);
    }
    updateBars();
    update();
}

std::optional<std::size_t> TimelineView::eventNear(QPointF point) const
{
    const TimelineGeometry parts = geometryOfParts();
    if (m_lanes.events() == 0)
        return std::nullopt;
    const double x = point.x() - parts.plot.left();
    if (parts.axis.contains(point.toPoint()))
        return m_scale.eventAt(x);
    if (!parts.plot.contains(point.toPoint()))
        return std::nullopt;
    const auto row = static_cast<std::size_t>((static_cast<int>(point.y()) - parts.plot.top() + parts.scrolled) / TimelineGeometry::kRow);
    if (row >= m_lanes.lanes().size())
        return std::nullopt;
    const TimelineLane& lane = m_lanes.lanes()[row];
    const auto middle = [&](std::size_t event) { return m_scale.xOf(event) + m_scale.perEvent / 2; };
    const double reach = std::max(kReach, m_scale.perEvent / 2);
    const auto after = std::lower_bound(lane.ticks.begin(), lane.ticks.end(), m_scale.eventAt(x));
    std::optional<std::size_t> nearest;
    double distance = reach;
    for (auto tick = after == lane.ticks.begin() ? after : after - 1; tick != lane.ticks.end() && tick <= after; ++tick) {
        if (std::abs(middle(*tick) - x) > distance)
            continue;
        distance = std::abs(middle(*tick) - x);
        nearest = *tick;
    }
    if (nearest)
        return nearest;
    for (auto bar = lane.bars.rbegin(); bar != lane.bars.rend(); ++bar)   // inside a bar: what began it
        if (m_scale.xOf(bar->first) <= x && (bar->last == TimelineBar::kNever || x <= m_scale.xOf(bar->last + 1)))
            return bar->started != TimelineBar::kNever && m_scale.xOf(bar->started) <= x ? bar->started : bar->first;
    return std::nullopt;
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto near = eventNear(QPointF(help->pos()));
    if (!near) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    QToolTip::showText(help->globalPos(), wordsOf(*near), this);
    return true;
}

}  // namespace baton::ui
