// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphview.h"

#include "ui/kit/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>
#include <optional>

namespace baton::ui {

namespace {

/// How far `to` lies from `from` in the direction of a key. None when it lies elsewhere. Up and down the nearest row
/// wins, left and right the nearest of the same row.
std::optional<double> distanceTowards(int key, const QRectF& from, const QRectF& to)
{
    const QPointF way = to.center() - from.center();
    const bool upright = key == Qt::Key_Up || key == Qt::Key_Down;
    const double ahead = key == Qt::Key_Up ? -way.y() : key == Qt::Key_Down ? way.y() : key == Qt::Key_Left ? -way.x() : way.x();
    const double aside = std::abs(upright ? way.x() : way.y());
    const double least = upright ? GraphLayout::kNodeHeight / 2 : GraphLayout::kNodeWidth / 2;
    if (ahead < least)
        return std::nullopt;
    return ahead + (upright ? 0.5 : 2) * aside;
}

}  // namespace

int GraphView::nodeAt(QPointF point) const
{
    const QPointF at = m_camera.toScene(point);
    for (const int node : m_layout.nodesIn(QRectF(at, QSizeF(0.5, 0.5))))
        if (m_layout.nodes[static_cast<std::size_t>(node)].task != nullptr)
            return node;
    return -1;
}

int GraphView::nodeTowards(int key) const
{
    const std::size_t count = m_layout.nodes.size();
    if (m_selected < 0) {
        if (m_current >= 0)
            return m_current;
        for (std::size_t i = 0; i < count; ++i)
            if (m_layout.nodes[i].task != nullptr)
                return static_cast<int>(i);
        return -1;
    }
    const QRectF& from = m_layout.nodes[static_cast<std::size_t>(m_selected)].rect;
    int best = m_selected;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < count; ++i) {
        if (m_layout.nodes[i].task == nullptr)
            continue;
        const auto distance = distanceTowards(key, from, m_layout.nodes[i].rect);
        if (distance && *distance < nearest - 0.01) {   // of equals the first one
            nearest = *distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void GraphView::setHovered(int node)
{
    if (node == m_hovered)
        return;
    m_hovered = node;
    setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_glide.stop();
    m_pressed = true;
    m_panning = event->button() == Qt::MiddleButton;
    m_pressedAt = m_lastPoint = event->position();
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return setHovered(nodeAt(event->position()));
    if (!m_panning && (event->position() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_panning = true;
    setCursor(Qt::ClosedHandCursor);
    panBy(event->position() - m_lastPoint);
    m_lastPoint = event->position();
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool clicked = m_pressed && !m_panning && event->button() == Qt::LeftButton;
    m_pressed = m_panning = false;
    if (clicked)
        select(nodeAt(m_pressedAt), true);
    m_hovered = nodeAt(event->position());
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        requestRunTo(nodeAt(event->position()));
}

void GraphView::requestRunTo(int node)
{
    if (node >= 0)
        emit runToRequested(referenceOf(node));
}

void GraphView::leaveEvent(QEvent*)
{
    setHovered(-1);
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier)
        return zoomTo(m_camera.zoom * std::pow(1.0015, angle.y()), event->position());
    QPointF pixels = event->pixelDelta().isNull() ? QPointF(angle) / 2 : QPointF(event->pixelDelta());
    if ((event->modifiers() & Qt::ShiftModifier) && pixels.x() == 0)
        pixels = {pixels.y(), 0};
    panBy(pixels);
}

bool GraphView::moveByKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int node = nodeTowards(key);
        if (node >= 0)
            select(node, false);
        return true;
    }
    case Qt::Key_Home:
        m_glide.stop();
        m_placedByUser = true;
        m_camera.origin = m_camera.clamped({(m_camera.scene.width() - m_camera.window.width() / m_camera.zoom) / 2, 0});
        cameraChanged();
        return true;
    case Qt::Key_PageUp:
        panBy({0, height() * 0.8});
        return true;
    case Qt::Key_PageDown:
        panBy({0, -height() * 0.8});
        return true;
    default:
        return false;
    }
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const bool forOthers = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier;
    if (!m_layout.definition || forOthers)
        return QWidget::keyPressEvent(event);
    if (moveByKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            select(m_selected, true);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_0: return resetZoom();
    case Qt::Key_F: return fit();
    default: QWidget::keyPressEvent(event);
    }
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int node = byMouse ? nodeAt(QPointF(event->pos())) : m_selected;
    const QString reference = referenceOf(node);
    if (node < 0 || reference.isEmpty())
        return;
    select(node, false);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("graphMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QAction* run = menu->addAction(icon(QStringLiteral("run-to")), tr("Run to here"));
    connect(run, &QAction::triggered, this, [this, reference] { emit runToRequested(reference); });
    const bool stops = m_state.nodes[static_cast<std::size_t>(node)].breakpoint;
    const QAction* stop = menu->addAction(icon(QStringLiteral("stop")), stops ? tr("Remove the breakpoint") : tr("Stop here"));
    connect(stop, &QAction::triggered, this, [this, reference] { emit breakpointToggled(reference); });
    const QAction* copy = menu->addAction(icon(QStringLiteral("copy")), tr("Copy reference name"));
    connect(copy, &QAction::triggered, this, [reference] { QApplication::clipboard()->setText(reference); });
    menu->popup(byMouse ? event->globalPos() : mapToGlobal(rectOf(reference).center().toPoint()));
}

bool GraphView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int node = nodeAt(QPointF(help->pos()));
    if (node < 0) {
        QToolTip::hideText();
        event->ignore();
        return true;
    }
    const QRect area = m_camera.toWindow(m_layout.nodes[static_cast<std::size_t>(node)].rect).toAlignedRect();
    QToolTip::showText(help->globalPos(), toolTipOf(node), this, area);
    return true;
}

}  // namespace baton::ui
