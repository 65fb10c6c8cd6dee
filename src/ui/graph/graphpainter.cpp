// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphpainter.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/statuslook.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace baton::ui {

namespace {

constexpr double kRadius = 8;

QString text(const Text& value)
{
    return QString::fromUtf8(value.view().data(), static_cast<qsizetype>(value.size()));
}

StatusLook lookOfNode(const NodeState& state)
{
    return state.status ? lookOf(*state.status) : lookOfNothing();
}

/// Corners rounded, so that lines read as one way.
QPainterPath roundedPath(const GraphEdge& edge)
{
    QPainterPath path(edge.points[0]);
    for (int i = 1; i + 1 < edge.pointCount; ++i) {
        const QPointF before = edge.points[static_cast<std::size_t>(i - 1)];
        const QPointF corner = edge.points[static_cast<std::size_t>(i)];
        const QPointF after = edge.points[static_cast<std::size_t>(i + 1)];
        const QLineF in(corner, before);
        const QLineF out(corner, after);
        const double radius = std::min({8.0, in.length() / 2, out.length() / 2});
        if (radius < 0.5) {
            path.lineTo(corner);
            continue;
        }
        path.lineTo(corner + (before - corner) * (radius / in.length()));
        path.quadTo(corner, corner + (after - corner) * (radius / out.length()));
    }
    path.lineTo(edge.points[static_cast<std::size_t>(edge.pointCount - 1)]);
    return path;
}

QPolygonF arrowHead(const GraphEdge& edge)
{
    const QPointF tip = edge.points[static_cast<std::size_t>(edge.pointCount - 1)];
    const QPointF before = edge.points[static_cast<std::size_t>(edge.pointCount - 2)];
    const QLineF line(tip, before);
    if (line.length() < 1)
        return {};
    const QPointF along = (before - tip) / line.length();
    const QPointF across(-along.y(), along.x());
    return QPolygonF({tip, tip + along * 7 + across * 4, tip + along * 7 - across * 4});
}

}  // namespace

void GraphPainter::paint(QPainter& painter, const QRectF& visible, double zoom, int selected, int hovered) const
{
    const Detail detail = zoom < 0.28 ? Detail::Blocks : zoom < 0.55 ? Detail::Names : Detail::Full;
    painter.setRenderHint(QPainter::Antialiasing, detail != Detail::Blocks);
    paintContainers(painter, visible, std::max(1.0, 1 / zoom));
    paintEdges(painter, visible, zoom);
    const auto nodes = m_layout.nodesIn(visible);
    if (detail == Detail::Blocks)
        paintBlocks(painter, nodes, {});
    else
        for (const int node : nodes)
            paintNode(painter, node, detail, node == selected, node == hovered);
    if (detail == Detail::Blocks && selected >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_tokens.focus, 3 / zoom));
        painter.drawRect(m_layout.nodes[static_cast<std::size_t>(selected)].rect);
    }
    if (detail != Detail::Blocks)
        paintEdgeLabels(painter, visible);
}

void GraphPainter::paintOverview(QPainter& painter, QSizeF least) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF all(QPointF(0, 0), m_layout.size);
    paintContainers(painter, all, 0);
    std::vector<int> nodes(m_layout.nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i] = static_cast<int>(i);
    paintBlocks(painter, nodes, least);
}

void GraphPainter::paintContainers(QPainter& painter, const QRectF& visible, double lineWidth) const
{
    for (const GraphContainer& container : m_layout.containers) {
        if (!container.rect.intersects(visible))
            continue;
        const bool loop = m_layout.nodes[static_cast<std::size_t>(container.owner)].kind == NodeKind::Loop;
        QPen pen(m_tokens.border, lineWidth, loop ? Qt::DashLine : Qt::SolidLine);
        painter.setPen(pen);
        painter.setBrush(mixed(m_tokens.surface, m_tokens.window, 0.6));
        painter.drawRoundedRect(container.rect, 12, 12);
    }
}

void GraphPainter::paintManyEdges(QPainter& painter, const std::vector<int>& edges, const QRectF& visible, double zoom) const
{
    const QRectF area = visible.adjusted(-4 / zoom, -4 / zoom, 4 / zoom, 4 / zoom);
    std::array<std::set<std::array<int, 4>>, 2> lines;   // plain, taken; in whole device pixels, each once
    for (const int index : edges) {
        const GraphEdge& edge = m_layout.edges[static_cast<std::size_t>(index)];
        auto& kind = lines[m_state.taken[static_cast<std::size_t>(index)] ? 1 : 0];
        for (int i = 1; i < edge.pointCount; ++i) {
            const QPointF a = edge.points[static_cast<std::size_t>(i - 1)];
            const QPointF b = edge.points[static_cast<std::size_t>(i)];
            const QRectF span = QRectF(a, b).normalized().adjusted(-0.01, -0.01, 0.01, 0.01);
            if (!span.intersects(area))
                continue;
            const QRectF seen = span.intersected(area);
            const auto pixel = [&](double at) { return static_cast<int>(std::lround(at * zoom)); };
            kind.insert({pixel(seen.left()), pixel(seen.top()), pixel(seen.right()), pixel(seen.bottom())});
        }
    }
    for (std::size_t kind = 0; kind < lines.size(); ++kind) {
        QVector<QLineF> drawn;
        for (const auto& [left, top, right, bottom] : lines[kind])
            drawn.append(QLineF(left / zoom, top / zoom, right / zoom, bottom / zoom));
        painter.setPen(QPen(kind == 0 ? m_tokens.borderStrong : m_tokens.tone(Tone::Success).foreground, 0));
        painter.drawLines(drawn);
    }
}

void GraphPainter::paintEdges(QPainter& painter, const QRectF& visible, double zoom) const
{
    constexpr std::size_t kMany = 400;   // one stroked path of more lines than this costs more than a frame
    const auto edges = m_layout.edgesIn(visible);
    if (edges.size() > kMany)
        return paintManyEdges(painter, edges, visible, zoom);
    const bool simple = zoom < 0.28;
    QPainterPath plain;
    QPainterPath taken;
    QPainterPath plainHeads;
    QPainterPath takenHeads;
    for (const int index : edges) {
        const GraphEdge& edge = m_layout.edges[static_cast<std::size_t>(index)];
        const bool went = m_state.taken[static_cast<std::size_t>(index)];
        QPainterPath& path = went ? taken : plain;
        if (simple) {
            path.moveTo(edge.points[0]);
            for (int i = 1; i < edge.pointCount; ++i)
                path.lineTo(edge.points[static_cast<std::size_t>(i)]);
            continue;
        }
        path.addPath(roundedPath(edge));
        if (edge.to >= 0)
            (went ? takenHeads : plainHeads).addPolygon(arrowHead(edge));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_tokens.borderStrong, simple ? 0 : 1.4));
    painter.drawPath(plain);
    const QColor went = m_tokens.tone(Tone::Success).foreground;
    painter.setPen(QPen(went, simple ? 0 : 2.4));
    painter.drawPath(taken);
    painter.setPen(Qt::NoPen);
    painter.fillPath(plainHeads, m_tokens.borderStrong);
    painter.fillPath(takenHeads, went);
}

void GraphPainter::paintEdgeLabels(QPainter& painter, const QRectF& visible) const
{
    painter.setFont(textFont(-2));
    const QFontMetricsF metrics(painter.font());
    for (const int index : m_layout.edgesIn(visible)) {
        const GraphEdge& edge = m_layout.edges[static_cast<std::size_t>(index)];
        if (edge.label.empty() || edge.pointCount < 3)
            continue;
        const QPointF corner = edge.points[2];
        const QString words = metrics.elidedText(text(edge.label), Qt::ElideRight, 150);
        const double width = metrics.horizontalAdvance(words) + 12;
        const QRectF pill(corner.x() - width / 2, corner.y() - 2, width, metrics.height() + 2);
        const bool went = m_state.taken[static_cast<std::size_t>(index)];
        const ToneColors& tone = m_tokens.tone(went ? Tone::Success : Tone::Neutral);
        painter.setPen(QPen(went ? tone.foreground : m_tokens.border, 1));
        painter.setBrush(went ? tone.ground : m_tokens.raised);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(went ? tone.foreground : m_tokens.textMuted);
        painter.drawText(pill, Qt::AlignCenter, words);
    }
}

void GraphPainter::paintBlocks(QPainter& painter, const std::vector<int>& nodes, QSizeF least) const
{
    std::array<QVector<QRectF>, kToneCount> blocks;
    for (const int index : nodes) {
        QRectF rect = m_layout.nodes[static_cast<std::size_t>(index)].rect;
        rect.setSize(rect.size().expandedTo(least));
        blocks[static_cast<std::size_t>(lookOfNode(m_state.nodes[static_cast<std::size_t>(index)]).tone)].append(rect);
    }
    painter.setPen(Qt::NoPen);
    for (std::size_t tone = 0; tone < kToneCount; ++tone) {
        const bool idle = tone == static_cast<std::size_t>(Tone::Neutral);
        painter.setBrush(idle ? m_tokens.borderStrong : m_tokens.tones[tone].foreground);
        painter.drawRects(blocks[tone]);
    }
}

void GraphPainter::paintTerminal(QPainter& painter, const GraphNode& node, bool reached) const
{
    const ToneColors& tone = m_tokens.tone(reached ? Tone::Success : Tone::Neutral);
    painter.setPen(QPen(reached ? tone.foreground : m_tokens.borderStrong, 1.4));
    painter.setBrush(reached ? tone.ground : m_tokens.raised);
    painter.drawRoundedRect(node.rect, node.rect.height() / 2, node.rect.height() / 2);
    painter.setFont(textFont(-1, QFont::DemiBold));
    painter.setPen(reached ? tone.foreground : m_tokens.textMuted);
    painter.drawText(node.rect, Qt::AlignCenter,
                     node.kind == NodeKind::Start ? QCoreApplication::translate("GraphPainter", "Start") : QCoreApplication::translate("GraphPainter", "End"));
}

void GraphPainter::paintNode(QPainter& painter, int index, Detail detail, bool selected, bool hovered) const
{
    const GraphNode& node = m_layout.nodes[static_cast<std::size_t>(index)];
    const NodeState& state = m_state.nodes[static_cast<std::size_t>(index)];
    if (node.task == nullptr)
        return paintTerminal(painter, node, node.kind == NodeKind::Start ? m_state.started : m_state.ended);
    const StatusLook look = lookOfNode(state);
    const ToneColors& tone = m_tokens.tone(look.tone);
    if (state.current) {
        painter.setPen(Qt::NoPen);
        QColor glow = m_tokens.accent;
        glow.setAlpha(60);
        painter.setBrush(glow);
        painter.drawRoundedRect(node.rect.adjusted(-6, -6, 6, 6), kRadius + 5, kRadius + 5);
    }
    const QColor ground = state.status ? mixed(m_tokens.raised, tone.ground, 0.75) : m_tokens.raised;
    const QColor edge = state.status ? tone.foreground : m_tokens.borderStrong;
    painter.setBrush(hovered ? mixed(ground, m_tokens.hover, 0.5) : ground);
    painter.setPen(QPen(selected ? m_tokens.focus : edge, selected ? 2.6 : 1.3));
    painter.drawRoundedRect(node.rect, kRadius, kRadius);
    if (node.kind == NodeKind::SubWorkflow) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(edge, 1));
        painter.drawRoundedRect(node.rect.adjusted(3.5, 3.5, -3.5, -3.5), kRadius - 3, kRadius - 3);
    }
    QPainterPath bar;
    bar.addRoundedRect(node.rect.adjusted(1, 1, -1, -1), kRadius - 1, kRadius - 1);
    painter.save();
    painter.setClipPath(bar, Qt::IntersectClip);
    painter.fillRect(QRectF(node.rect.left(), node.rect.top(), 5, node.rect.height()), edge);
    painter.restore();
    paintTexts(painter, node, state, detail, edge);
    paintMarks(painter, node, state);
    if (detail == Detail::Full)
        paintCounters(painter, node, state);
}

void GraphPainter::paintTexts(QPainter& painter, const GraphNode& node, const NodeState& state, Detail detail, const QColor& status) const
{
    const QRectF inside = node.rect.adjusted(16, 8, -38, -8);
    const QString name = text(node.task->taskReferenceName.empty() ? node.task->name : node.task->taskReferenceName);
    painter.setPen(m_tokens.text);
    painter.setFont(textFont(detail == Detail::Names ? 4 : 0, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const QString title = metrics.elidedText(name, Qt::ElideRight, inside.width() + (detail == Detail::Names ? 24 : 0));
    if (detail == Detail::Names) {
        painter.drawText(inside.adjusted(0, 0, 24, 0), Qt::AlignVCenter | Qt::AlignLeft, title);
        return;
    }
    painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2), Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setFont(textFont(-2));
    painter.setPen(m_tokens.textMuted);
    const QString type = QFontMetricsF(painter.font()).elidedText(text(node.task->type), Qt::ElideRight, inside.width());
    painter.drawText(QRectF(inside.left(), inside.center().y(), inside.width(), inside.height() / 2), Qt::AlignVCenter | Qt::AlignLeft, type);
    paintIcon(painter, QRectF(node.rect.right() - 30, node.rect.top() + 9, 16, 16).toRect(), lookOfNode(state).icon, status);
}

// A red disc with a light rim for a breakpoint; a dashed frame around what differs.
void GraphPainter::paintMarks(QPainter& painter, const GraphNode& node, const NodeState& state) const
{
    if (state.differs) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_tokens.tone(Tone::Warning).foreground, 2, Qt::DashLine));
        painter.drawRoundedRect(node.rect.adjusted(-4, -4, 4, 4), kRadius + 3, kRadius + 3);
    }
    if (!state.breakpoint)
        return;
    painter.setPen(QPen(m_tokens.surface, 2));
    painter.setBrush(m_tokens.tone(Tone::Danger).foreground);
    painter.drawEllipse(node.rect.topLeft() + QPointF(2, 2), 7.5, 7.5);
}

void GraphPainter::paintCounters(QPainter& painter, const GraphNode& node, const NodeState& state) const
{
    QString words;
    if (state.attempts > 1)
        words = QStringLiteral("×%1").arg(state.attempts);
    if (state.iterations > 1)
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + QStringLiteral("↻%1").arg(state.iterations);
    if (words.isEmpty())
        return;
    painter.setFont(textFont(-2, QFont::DemiBold));
    painter.setPen(m_tokens.textMuted);
    painter.drawText(QRectF(node.rect.right() - 70, node.rect.bottom() - 24, 60, 18), Qt::AlignRight | Qt::AlignVCenter, words);
}

}  // namespace baton::ui
