// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/minimap.h"

#include "ui/graph/graphpainter.h"

#include <QMouseEvent>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr double kLongSide = 168;
constexpr double kShortSide = 56;   // a chain of thousands would be a hair otherwise
constexpr double kMargin = 6;

}  // namespace

Minimap::Minimap(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("graphMinimap"));
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::NoFocus);
    setToolTip(tr("Drag to move through the graph"));
    setAccessibleName(tr("Map of the graph"));
}

void Minimap::setGraph(const GraphLayout* layout, const GraphState* state)
{
    m_layout = layout;
    m_state = state;
    changed();
}

void Minimap::changed()
{
    m_stale = true;
    update();
}

void Minimap::setVisiblePart(const QRectF& part)
{
    if (part == m_part)
        return;
    m_part = part;
    update();
}

QSize Minimap::sizeHint() const
{
    if (m_layout == nullptr || m_layout->size.isEmpty())
        return {};
    const QSizeF fitted = m_layout->size.scaled(kLongSide, kLongSide * 0.9, Qt::KeepAspectRatio);
    return QSizeF(std::max(fitted.width(), kShortSide) + 2 * kMargin, std::max(fitted.height(), kShortSide) + 2 * kMargin).toSize();
}

QRectF Minimap::mapRect() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

QPointF Minimap::toLayout(QPointF point) const
{
    const QRectF map = mapRect();
    if (m_layout == nullptr || map.isEmpty())
        return {};
    return {(point.x() - map.left()) / map.width() * m_layout->size.width(), (point.y() - map.top()) / map.height() * m_layout->size.height()};
}

QRectF Minimap::frameRect() const
{
    const QRectF map = mapRect();
    const double x = map.width() / m_layout->size.width();
    const double y = map.height() / m_layout->size.height();
    QRectF frame(map.left() + m_part.left() * x, map.top() + m_part.top() * y, m_part.width() * x, m_part.height() * y);
    frame = frame.intersected(map);
    if (frame.height() < 6)
        frame.adjust(0, frame.height() / 2 - 3, 0, 3 - frame.height() / 2);
    if (frame.width() < 6)
        frame.adjust(frame.width() / 2 - 3, 0, 3 - frame.width() / 2, 0);
    return frame;
}

void Minimap::paintMap()
{
    m_stale = false;
    const QRectF map = mapRect();
    const qreal ratio = devicePixelRatioF();
    m_map = QPixmap((map.size() * ratio).toSize().expandedTo({1, 1}));
    m_map.setDevicePixelRatio(ratio);
    m_map.fill(Qt::transparent);
    QPainter painter(&m_map);
    const double x = map.width() / m_layout->size.width();
    const double y = map.height() / m_layout->size.height();
    painter.scale(x, y);
    GraphPainter(*m_layout, *m_state, tokensFor(this)).paintOverview(painter, QSizeF(1.5 / x, 1.5 / y));
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (m_layout == nullptr || m_state == nullptr || m_layout->size.isEmpty())
        return;
    if (m_stale || m_map.size() != (mapRect().size() * devicePixelRatioF()).toSize().expandedTo({1, 1}))
        paintMap();
    const Tokens& tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = tokens.raised;
    ground.setAlphaF(0.94F);
    painter.setBrush(ground);
    painter.setPen(tokens.border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
    painter.drawPixmap(mapRect().topLeft(), m_map);
    QColor inside = tokens.accent;
    inside.setAlpha(tokens.dark ? 44 : 28);
    painter.setBrush(inside);
    painter.setPen(QPen(tokens.accent, 1.4));
    painter.drawRoundedRect(frameRect(), 2, 2);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_layout == nullptr)
        return;
    const QRectF frame = frameRect();
    m_grip = frame.contains(event->position()) ? event->position() - frame.center() : QPointF();
    setCursor(Qt::ClosedHandCursor);
    emit centerRequested(toLayout(event->position() - m_grip));
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && m_layout != nullptr)
        emit centerRequested(toLayout(event->position() - m_grip));
}

void Minimap::mouseReleaseEvent(QMouseEvent*)
{
    setCursor(Qt::ArrowCursor);
}

void Minimap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        changed();
    QWidget::changeEvent(event);
}

}  // namespace baton::ui
