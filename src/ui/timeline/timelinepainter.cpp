// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelinepainter.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/models/words.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr double kBarHeight = 12;
constexpr double kIconWidth = 18;

StatusLook lookWhile(const TimelineBar& bar, std::size_t position)
{
    if (bar.last != TimelineBar::kNever && bar.last < position)
        return bar.end;
    return lookOf(bar.started != TimelineBar::kNever && bar.started < position ? TaskStatus::InProgress : TaskStatus::Scheduled);
}

}  // namespace

void TimelinePainter::paint(QPainter& painter, std::size_t position, const Journal& journal, bool focused)
{
    const int count = static_cast<int>(m_lanes.lanes().size());
    const int first = std::clamp(m_at.scrolled / TimelineGeometry::kRow, 0, count);
    const int end = std::clamp((m_at.scrolled + m_at.plot.height()) / TimelineGeometry::kRow + 1, first, count);
    painter.save();
    painter.setClipRect(m_at.plot);
    for (int i = first; i < end; ++i)
        paintLane(painter, m_lanes.lanes()[static_cast<std::size_t>(i)], m_at.plot.top() + i * TimelineGeometry::kRow - m_at.scrolled, position);
    const double head = m_at.plot.left() + m_scale.xOf(position);
    QColor veil = m_tokens.surface;
    veil.setAlphaF(0.62F);
    painter.fillRect(QRectF(QPointF(head, m_at.plot.top()), QPointF(m_at.plot.right() + 1, m_at.plot.bottom() + 1)), veil);
    painter.restore();
    paintNames(painter, first, end);
    paintAxis(painter, journal);
    paintPlayhead(painter, position, focused);
}

void TimelinePainter::paintLane(QPainter& painter, const TimelineLane& lane, int top, std::size_t position)
{
    const QRectF row(m_at.plot.left(), top, m_at.plot.width(), TimelineGeometry::kRow);
    if (lane.isWorkflow)
        painter.fillRect(row, mixed(m_tokens.surface, m_tokens.sunken, 0.7));
    painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), mixed(m_tokens.surface, m_tokens.border, 0.6));
    const std::size_t left = m_scale.eventAt(0);
    auto bar = std::upper_bound(lane.bars.begin(), lane.bars.end(), left, [](std::size_t event, const TimelineBar& one) { return event < one.first; });
    if (bar != lane.bars.begin())
        --bar;
    painter.setRenderHint(QPainter::Antialiasing, true);
    while (bar != lane.bars.end() && m_scale.xOf(bar->first) <= m_scale.width) {
        paintBar(painter, *bar, top, position);
        const double nextPixel = std::floor(m_scale.xOf(bar->first)) + 1;
        const auto next = std::lower_bound(bar, lane.bars.end(), nextPixel, [&](const TimelineBar& one, double x) { return m_scale.xOf(one.first) < x; });
        bar = next == bar ? next + 1 : next;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintTicks(painter, lane.ticks, row.adjusted(0, 4, 0, -5), mixed(m_tokens.surface, m_tokens.text, 0.55));
    paintTicks(painter, lane.alarms, row.adjusted(0, 1, 0, -2), m_tokens.tone(Tone::Danger).foreground);
}

void TimelinePainter::paintBar(QPainter& painter, const TimelineBar& bar, int top, std::size_t position)
{
    ++m_drawn;
    const double base = m_at.plot.left();
    const double y = top + (TimelineGeometry::kRow - kBarHeight) / 2 - 0.5;
    const auto stretch = [&](std::size_t from, std::size_t to) {
        const double x = std::max(m_scale.xOf(from), -20.0);
        return QRectF(base + x, y, std::max(std::min(m_scale.xOf(to), m_scale.width + 20) - x, 2.0), kBarHeight);
    };
    const std::size_t end = bar.last == TimelineBar::kNever ? m_scale.events : bar.last + 1;
    const std::size_t begun = std::min(bar.started, end);
    const StatusLook look = bar.first < position ? lookWhile(bar, position) : bar.last == TimelineBar::kNever ? lookOf(TaskStatus::InProgress) : bar.end;
    if (begun > bar.first)
        paintStretch(painter, stretch(bar.first, begun), look, true);
    if (begun >= end)
        return;
    const QRectF rect = stretch(begun, end);
    paintStretch(painter, rect, look, false);
    if (rect.width() >= kIconWidth && bar.last != TimelineBar::kNever)
        paintIcon(painter, QRectF(rect.right() - 15, y, 12, 12).toRect(), look.icon, m_tokens.tone(look.tone).foreground);
}

void TimelinePainter::paintStretch(QPainter& painter, const QRectF& rect, const StatusLook& look, bool waiting)
{
    const ToneColors& tone = m_tokens.tone(look.tone);
    if (waiting) {
        painter.fillRect(QRectF(rect.left(), rect.center().y() - 1.5, rect.width(), 3), mixed(m_tokens.surface, tone.foreground, 0.45));
        return;
    }
    const bool narrow = rect.width() < 4;
    painter.setPen(narrow ? QPen(Qt::NoPen) : QPen(tone.foreground, 1, look.tone == Tone::Skipped ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(narrow ? tone.foreground : mixed(tone.ground, tone.foreground, look.tone == Tone::Neutral ? 0.0 : 0.16));
    const QRectF inner = narrow ? rect : rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(inner, 3, 3);
    if (narrow || (look.tone != Tone::Danger && look.tone != Tone::Warning))
        return;
    QColor stripes = tone.foreground;
    stripes.setAlphaF(0.4F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(stripes, look.tone == Tone::Danger ? Qt::BDiagPattern : Qt::VerPattern));
    painter.drawRoundedRect(inner, 3, 3);
}

void TimelinePainter::paintTicks(QPainter& painter, const std::vector<std::size_t>& events, QRectF row, const QColor& color)
{
    const double base = m_at.plot.left();
    auto event = std::lower_bound(events.begin(), events.end(), m_scale.eventAt(0));
    while (event != events.end()) {
        const double x = m_scale.xOf(*event) + m_scale.perEvent / 2;
        if (x > m_scale.width)
            return;
        ++m_drawn;
        painter.fillRect(QRectF(std::floor(base + x), row.top(), 1, row.height()), color);
        const double nextPixel = std::floor(base + x) + 1 - base;
        const std::size_t next = m_scale.eventAt(nextPixel - m_scale.perEvent / 2);
        const auto after = std::lower_bound(event, events.end(), next);
        event = after == event ? event + 1 : after;
    }
}

void TimelinePainter::paintNames(QPainter& painter, int first, int end)
{
    painter.save();
    painter.setClipRect(m_at.gutter);
    painter.fillRect(m_at.gutter, m_tokens.window);
    const QFont plain = textFont(-1);
    const QFont strong = textFont(-1, QFont::DemiBold);
    for (int i = first; i < end; ++i) {
        const TimelineLane& lane = m_lanes.lanes()[static_cast<std::size_t>(i)];
        const QRect row(m_at.gutter.left() + space::kWide, m_at.gutter.top() + i * TimelineGeometry::kRow - m_at.scrolled,
                        m_at.gutter.width() - space::kWide - space::kBase, TimelineGeometry::kRow);
        painter.setFont(lane.isWorkflow ? strong : plain);
        painter.setPen(lane.isWorkflow ? m_tokens.text : m_tokens.textMuted);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(lane.name, Qt::ElideMiddle, row.width()));
    }
    painter.fillRect(QRect(m_at.gutter.right(), m_at.gutter.top(), 1, m_at.gutter.height()), m_tokens.border);
    painter.restore();
}

void TimelinePainter::paintAxis(QPainter& painter, const Journal& journal)
{
    painter.save();
    const QRect whole(m_at.gutter.left(), m_at.axis.top(), m_at.axis.right() + 1 - m_at.gutter.left(), m_at.axis.height());
    painter.fillRect(whole, m_tokens.window);
    painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), m_tokens.border);
    painter.setFont(textFont(-2));
    painter.setPen(m_tokens.textMuted);
    painter.setClipRect(m_at.axis);
    std::size_t step = 1;
    for (std::size_t unit = 0; static_cast<double>(step) * m_scale.perEvent < 88 && step < m_scale.events; ++unit)
        step = unit % 3 == 1 ? step / 2 * 5 : step * 2;
    QString before;
    const std::size_t from = m_scale.eventAt(0) / step * step;
    for (std::size_t event = from; event < std::min(m_lanes.events(), journal.size()); event += step) {
        const double x = m_at.axis.left() + m_scale.xOf(event);
        if (x > m_at.axis.right())
            break;
        const QString words = event == 0 ? Words::clock(m_lanes.start()) : Words::since(m_lanes.start(), journal.event(event).at);
        painter.fillRect(QRectF(std::floor(x), m_at.axis.bottom() - 5, 1, 5), m_tokens.borderStrong);
        if (words != before)
            painter.drawText(QRectF(x + 4, m_at.axis.top(), 120, m_at.axis.height() - 2), Qt::AlignVCenter | Qt::AlignLeft, words);
        before = words;
    }
    painter.restore();
}

void TimelinePainter::paintPlayhead(QPainter& painter, std::size_t position, bool focused)
{
    const double x = m_at.plot.left() + m_scale.xOf(position);
    if (x < m_at.plot.left() - 1 || x > m_at.plot.right() + 2)
        return;
    painter.save();
    painter.setClipRect(QRect(m_at.axis.topLeft(), m_at.plot.bottomRight()).adjusted(-8, 0, 8, 0));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_tokens.accent, 1.6));
    painter.drawLine(QPointF(x, m_at.axis.bottom() - 6), QPointF(x, m_at.plot.bottom() + 1));
    QPainterPath handle(QPointF(x, m_at.axis.bottom() + 2));
    handle.lineTo(x - 6, m_at.axis.bottom() - 5);
    handle.lineTo(x - 6, m_at.axis.bottom() - 12);
    handle.lineTo(x + 6, m_at.axis.bottom() - 12);
    handle.lineTo(x + 6, m_at.axis.bottom() - 5);
    handle.closeSubpath();
    painter.setPen(QPen(focused ? m_tokens.focus : m_tokens.surface, focused ? 2.5 : 1.2));
    painter.setBrush(m_tokens.accent);
    painter.drawPath(handle);
    painter.restore();
}

}  // namespace baton::ui
